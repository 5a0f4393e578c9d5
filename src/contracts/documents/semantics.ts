import type { CostClass, Evidence, Step, Template } from "../plan/case.ts";

/** How an answer says success and code: JSONata over the parsed body. Root extension `x-outcome`. */
export interface OutcomeRule {
  /** True for a success. */
  readonly success: string;
  /** The code as text. */
  readonly code: string;
  /** The member of the body that holds the payload; it is `data` in expressions. */
  readonly data: string;
  /** Status of every answer that the application itself decides. */
  readonly status: number;
}

/** What is wrong with a request or with the world it meets. */
export const CONDITIONS = [
  "missing",
  "null",
  "empty",
  "type",
  "length",
  "range",
  "malformed",
  "method",
  "path",
  "content-type",
  "unknown",
  "foreign",
  "state",
  "funds",
  "stock",
  "price",
  "auth",
  "expired",
  "conflict",
  "throttled",
  "unsupported",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * One entry of `x-errors`. At the root it is the rule for every operation: which code (and status) a condition has. At an operation it
 * is a refusal of that operation; with `given`, `with`, `without`, `body` or `change` it says how to provoke it, and the plan has a case for it.
 * An operation's entry without them only says that the code can occur (`states` and `refs` provoke it).
 */
export interface ErrorRule {
  readonly code: string;
  readonly condition: Condition;
  /** Where: `body.transactionId`, `header.RT-AccessCode`; absent where it concerns the whole request. */
  readonly location?: string;
  /** HTTP status, where it is not that of `x-outcome`. */
  readonly status?: number;
  /** Of two conditions in one request the lower number is answered. */
  readonly precedence?: number;
  /** Names the case where condition and location leave it open; kebab-case. */
  readonly name?: string;
  readonly says?: string;
  readonly given?: readonly Step[];
  readonly with?: Readonly<Record<string, Template>>;
  readonly without?: readonly string[];
  readonly body?: Template;
  /** In the profile `sim-full` only. */
  readonly full?: boolean;
  readonly evidence: Evidence;
}

/** One entry of `x-accepts`: a request that must succeed, at the inner edge of a refusal or in another form that is documented. */
export interface AcceptRule {
  readonly name: string;
  readonly says: string;
  readonly given?: readonly Step[];
  readonly with?: Readonly<Record<string, Template>>;
  readonly without?: readonly string[];
  readonly body?: Template;
  /** Steps after the call, checks among them; `request`, `answer` and `data` are those of the call. */
  readonly then?: readonly Step[];
  readonly full?: boolean;
  readonly evidence: Evidence;
}

/** `x-effects` of an operation. */
export interface EffectRule {
  /** An operation without `x-effects` is `sunk`. */
  readonly cost: CostClass;
  /** What the operation leaves behind besides money, in a word: `order`, `user`, `webhook`, `message`. Null for a pure read. */
  readonly leaves?: string | null;
  /** JSONata: what a success takes from the wallet, over `request`, `data` and the case's variables; `$price(code)` is the listed price, `$listed(code)` the row. */
  readonly debit?: string;
  /** JSONata: what a success gives back. `before` holds the resources as they were observed before the call. */
  readonly credit?: string;
  /** How many of a resource a success creates. */
  readonly creates?: { readonly resource: string; readonly count: string; readonly list: ListRule };
  /** Requests besides the usual one for which debit and creation are checked: quantities, several lines, days. */
  readonly amounts?: readonly {
    readonly name: string;
    readonly given?: readonly Step[];
    readonly with: Readonly<Record<string, Template>>;
  }[];
  readonly evidence: Evidence;
}

/** How a list is read. */
interface ListRule {
  readonly call: string;
  readonly with?: Readonly<Record<string, Template>>;
  readonly without?: readonly string[];
  /** JSONata over the answer: the rows. */
  readonly rows: string;
}

/** `x-idempotency` of an operation. */
export interface IdempotencyRule {
  /** Path of the key in the request body. */
  readonly key: string;
  /** `same-answer`: the first answer comes again and nothing happens. */
  readonly replay: "same-answer";
  /** The same for a repetition with another payload; `with` makes it differ. */
  readonly conflict: { readonly answer: "same-answer"; readonly with: Readonly<Record<string, Template>> };
  /** An option with which repetitions are refused, and the code. */
  readonly strict?: { readonly option: string; readonly code: string };
  readonly evidence: Evidence;
}

/** `x-paging` of an operation. */
export interface PagingRule {
  readonly page: string;
  readonly size: string;
  /** JSONata over `data`. */
  readonly items: string;
  readonly total: string;
  /** Effective page and size in the answer, JSONata over `data`. */
  readonly echo?: { readonly page: string; readonly size: string };
  /** JSONata over a row. */
  readonly id: string;
  /** JSONata over two rows `a` and `b` that stand one after the other; must be true. */
  readonly order: string;
  readonly minimumSize: number;
  readonly maximumSize: number;
  /** `clamp`: sizes outside are moved to the nearer bound. */
  readonly outside: "clamp" | "refuse";
  /** Steps that fill the list with at least three pages of the smallest size. */
  readonly fill: readonly Step[];
  readonly evidence: Evidence;
}

/** One entry of `x-filters`: filtered rows are exactly those of the whole list that fit. */
export interface FilterRule {
  /** Path of the filter in the request body. */
  readonly at: string;
  /** JSONata over `data`: the rows. */
  readonly rows: string;
  /** JSONata over a row and `value`; true for a row that must be found. */
  readonly fits: string;
  /** Values to try: JSONata over `all`, the rows of the whole list, and the case's variables; gives a list. */
  readonly values: string;
  /** In `sim-full` only: one that takes long. */
  readonly full?: boolean;
  /** Further request members for the filtered and for the whole list. */
  readonly with?: Readonly<Record<string, Template>>;
  readonly given?: readonly Step[];
  readonly evidence: Evidence;
}

/** `x-refs` of a request member (in its schema): where a valid value comes from. */
export interface RefRule {
  /** JSONata over the case's variables. */
  readonly value: string;
  /** The resource that must exist for it; one of `x-states`, or absent for picks and constants. */
  readonly resource?: string;
  /** In every valid request even where the schema calls the member optional. */
  readonly always?: boolean;
  /** In the usual request although the member is optional; one without it is tried as well. */
  readonly usual?: boolean;
  /** What a value gives that belongs to nobody: a code, or the JSONata `holds` of an empty success. */
  readonly unknown?: { readonly value: Template; readonly code?: string; readonly holds?: string };
  /** The same for the object of another tenant. Absent: as `unknown`; null: not tried. */
  readonly foreign?: { readonly code?: string; readonly holds?: string } | null;
  readonly evidence: Evidence;
}

/** `x-eventual` of an operation: its effect is seen later. */
export interface EventualRule {
  readonly poll: CallTemplate;
  /** JSONata over the poll's `{success, code, data}`: not yet. */
  readonly pending: string;
  /** JSONata: reached. Anything else is a failure at once. */
  readonly done: string;
  /** Latest moment after the call: a duration. */
  readonly within: string;
  /** What `poll` answers directly after the call on a target with a clock: JSONata that must hold (read-after-write). */
  readonly first?: string;
  readonly evidence: Evidence;
}

interface CallTemplate {
  readonly call: string;
  readonly with?: Readonly<Record<string, Template>>;
}

/** A state of a resource. */
export interface StateRule {
  /** What `state` of the machine must be, as text. */
  readonly shows: string;
  /** The state from which `by` leads here; absent for the initial one. */
  readonly from?: string;
  /** `option` and the other control steps are allowed, too. */
  readonly by?: readonly Step[];
  /** Notifications that `by` causes, in order: names under `webhooks:` with what must hold. */
  readonly sends?: readonly { readonly name: string; readonly holds?: string; readonly says?: string }[];
  /** Nothing leads out of it. */
  readonly isFinal?: boolean;
  readonly evidence: Evidence;
}

/** What an operation does in which state. The key in `operations` may carry a variant: `paymentWebhook/failed`. */
export interface StateOperationRule {
  readonly call: string;
  readonly with?: Readonly<Record<string, Template>>;
  /** Allowed states and the state that follows; a state that stays is named again. */
  readonly allowed: Readonly<Record<string, string>>;
  /** The code in every other state, or one for each. */
  readonly refused: string | Readonly<Record<string, string>>;
  /** Notifications of a success by state; absent: as the `sends` of the state that follows, where it is entered by this call. */
  readonly sends?: readonly { readonly name: string; readonly holds?: string; readonly says?: string }[];
  readonly evidence: Evidence;
}

/** A resource with states: root extension `x-states`, by name. The observed row is the variable of the resource's name. */
export interface MachineRule {
  /** Resources that must exist before. */
  readonly needs?: readonly string[];
  /** Steps that make one in its initial state. */
  readonly create: readonly Step[];
  readonly initial: string;
  /** The call that shows it, and JSONata over `data` that gives its row; null for a resource that nothing shows. */
  readonly observe: (CallTemplate & { readonly row: string }) | null;
  /** JSONata over the row: its identity. */
  readonly id: string;
  /** JSONata over the row: its state as text. */
  readonly state: string;
  /** JSONata over the variables: the id for device events; absent where there is no device. */
  readonly device?: string;
  readonly states: Readonly<Record<string, StateRule>>;
  readonly operations: Readonly<Record<string, StateOperationRule>>;
  /** Histories over all answers of a run: rows of these lists are the same resource. */
  readonly histories?: {
    readonly lists: readonly { readonly operation: string; readonly rows: string }[];
    /** JSONata over a row: values that never differ for one id. */
    readonly constant?: Readonly<Record<string, string>>;
    /** Values that two ids never share. */
    readonly unique?: Readonly<Record<string, string>>;
    /** Values that never fall. */
    readonly growing?: Readonly<Record<string, string>>;
    /** Checks that an observed state follows from the one before by edges of the machine. */
    readonly follows?: boolean;
  };
  readonly evidence: Evidence;
}

/** `x-laws` of an operation: what holds for every successful answer. */
export interface LawRule {
  readonly name: string;
  readonly says: string;
  /** JSONata over `request`, `answer`, `data`, `headers` and `clock` (milliseconds; null without a clock). With `each`, also `row`. */
  readonly holds: string;
  /** JSONata: rows, each of which must satisfy `holds`. */
  readonly each?: string;
  /** Shown when it does not hold. */
  readonly got?: string;
  readonly expected?: string;
  readonly evidence: Evidence;
}

/** `x-scenarios` of an operation: cause and effect that no other word of the vocabulary says. */
export interface ScenarioRule {
  readonly name: string;
  readonly layer: "positives" | "negatives" | "auth" | "states" | "effects" | "webhooks" | "races";
  readonly says: string;
  readonly given?: readonly Step[];
  readonly steps: readonly Step[];
  readonly full?: boolean;
  readonly evidence: Evidence;
}

/** Root extension `x-money`. */
export interface MoneyRule {
  readonly call: string;
  /** JSONata over `data`: integer amount. */
  readonly value: string;
  /** How many of the smallest units are one currency unit. */
  readonly scale: number;
  readonly currency: string;
  readonly evidence: Evidence;
}

/** Root extension `x-catalogue`: what is on sale, and which of it a case takes. */
export interface CatalogueRule {
  readonly lists: readonly ListRule[];
  /** JSONata over a row: every name under which it is ordered. */
  readonly codes: readonly string[];
  readonly price: string;
  /** Named picks: JSONata predicate over a row; one is drawn by the seed. They are `picks.<name>` in expressions. */
  readonly picks: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
}

/** `x-auth` of a security scheme. */
export interface AuthRule {
  /** JSONata over `credentials` and the case's variables; gives the header's value. */
  readonly value: string;
  /** Steps that a call needs before it can have the value, such as a resource with a token. */
  readonly resource?: string;
  readonly missing: string;
  /** The code of an empty value; absent: as `missing`. */
  readonly empty?: string;
  readonly unknown: string;
  /** A value that belongs to nobody, well-formed. */
  readonly unknownValue: string;
  /** Life of a token: how it is issued anew, when it ends, what ends it and what does not. */
  readonly token?: {
    readonly lifetime: string;
    readonly expired: string;
    readonly issue: CallTemplate & { readonly token: string };
    readonly endedBy?: readonly CallTemplate[];
    readonly keptBy?: readonly CallTemplate[];
  };
  readonly evidence: Evidence;
}

/** Root extension `x-signature`: the mode in which requests are signed. */
export interface SignatureRule {
  /** Options that make the sandbox demand signatures and measure time by its own clock. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly operation: string;
  readonly headers: { readonly timestamp: string; readonly requestId: string; readonly signature: string };
  /** Parts in the order of signing; each one of `timestamp`, `requestId`, `accessCode`, `body`. */
  readonly parts: readonly string[];
  readonly key: string;
  readonly tolerance: string;
  readonly codes: {
    readonly missing: string;
    readonly malformed: string;
    readonly expired: string;
    readonly mismatch: string;
  };
  readonly evidence: Evidence;
}

/** Root extension `x-rate`: how many calls a window takes. */
export interface RateRule {
  readonly calls: number;
  readonly window: string;
  readonly operation: string;
  readonly code: string;
  /** An option under which the refusal has HTTP status 429 with these headers. */
  readonly http?: {
    readonly option: Readonly<Record<string, unknown>>;
    readonly status: number;
    readonly headers: readonly string[];
  };
  readonly evidence: Evidence;
}

/** Root extension `x-delivery`: how notifications are delivered. */
export interface DeliveryRule {
  /** The call that registers an address, and the path of the address in its body. */
  readonly register: { readonly call: string; readonly at: string };
  readonly read: { readonly call: string; readonly value: string };
  /** JSONata over a notification's body: its type, its id for de-duplication, and the key within which order is kept. */
  readonly type: string;
  readonly id: string;
  readonly key: string;
  /** What a receiver gets before the address counts: a notification's name, or null. */
  readonly handshake: string | null;
  readonly method: string;
  readonly contentType: string;
  /** Header names with templates over `credentials`. */
  readonly headers: Readonly<Record<string, Template>>;
  /** Waiting times before each further attempt. */
  readonly retries: readonly string[];
  /** The code of a registration whose receiver fails. */
  readonly refusedCode: string;
  /** Steps that cause one notification, and its name. */
  readonly probe: { readonly given: readonly Step[]; readonly steps: readonly Step[]; readonly name: string };
  readonly evidence: Evidence;
}

/** `x-webhook` of a notification under `webhooks:`. */
export interface WebhookRule {
  /** JSONata over the notification's `body` and `row`, what the machine's `observe` answers when it arrives; must hold. */
  readonly agrees?: {
    readonly resource: string;
    readonly observe: CallTemplate & { readonly row: string };
    readonly holds: string;
    readonly says: string;
  };
  readonly evidence: Evidence;
}
