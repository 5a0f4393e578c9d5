/** How well an expectation is known; against a real backend only `documented` and `observed` ones can fail a run. */
export type Grade = "documented" | "observed" | "inferred" | "proposed";

/** Where an expectation comes from: its grade, and keys of `sources.yaml` or decision numbers. */
export interface Evidence {
  readonly grade: Grade;
  readonly source: readonly string[];
}

/** A place in a document of `spec/`, for reports. Line and column begin with 1. */
export interface SpecPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a target must be able to do for a case to be run. */
export type Capability =
  | "clock"
  | "device"
  | "options"
  | "account"
  | "catalogue"
  | "faults"
  | "outbox"
  | "tenants"
  | "reset"
  | "webhooks"
  | "spending";

export const LAYERS = [
  "examples",
  "positives",
  "negatives",
  "auth",
  "responses",
  "states",
  "effects",
  "webhooks",
  "races",
  "model",
  "flows",
] as const;
export type Layer = (typeof LAYERS)[number];

export type ProviderName = "esimaccess" | "fms";

/** What a call costs at worst. An operation whose overlay does not say is `sunk`. */
export type CostClass = "none" | "refundable" | "sunk";

/**
 * A value in a step. A text that begins with `=` is a JSONata expression over the case's variables; any other text, number, list
 * or object stands for itself, and is filled in recursively.
 */
export type Template = unknown;

/** What an answer must be, besides keeping its schema. */
export type Expectation =
  | { readonly outcome: "success" }
  /** Refused with one of these codes, as text. */
  | { readonly outcome: "refused"; readonly codes: readonly string[]; readonly status?: number }
  /** Whatever it is: only the monitors judge. */
  | { readonly outcome: "any" };

/** How a request leaves the usual path. Absent members mean the usual. */
export interface RequestChange {
  readonly method?: string;
  readonly path?: string;
  /** Replaces the body by this text as it is; null sends none. */
  readonly rawBody?: string | null;
  /** Bytes as hexadecimal, for bodies that are no text. */
  readonly bytesHex?: string;
  /** Sets headers after authentication; null removes one. */
  readonly headers?: Readonly<Record<string, Template>>;
  /** Added to the query. */
  readonly query?: Readonly<Record<string, Template>>;
}

/** One call of an operation. */
export interface CallStep {
  readonly call: string;
  /** Replaces the whole request body or query object; otherwise the usual valid request is built. */
  readonly body?: Template;
  /** Members that differ from the usual request, by their path: `packageInfoList[0].count`. */
  readonly with?: Readonly<Record<string, Template>>;
  /** Members left out, by their path. */
  readonly without?: readonly string[];
  /** Who calls: `usual` credentials, those of the `other` tenant, or `none`. */
  readonly as?: "usual" | "other" | "none";
  readonly change?: RequestChange;
  readonly expect?: Expectation;
  /** Variables set from the answer, by JSONata over `{request, answer, data, status, headers}` and the case's variables. */
  readonly save?: Readonly<Record<string, string>>;
}

/** A notification that must arrive. */
export interface AwaitedNotification {
  /** The name under `webhooks:`. */
  readonly name: string;
  /** JSONata over the notification's body and the case's variables; must give true. */
  readonly holds?: string;
  /** What `holds` says in words. */
  readonly says?: string;
}

/** One step of a case, in the overlay's `given`, `by`, `create` and `steps` as well as in a plan. */
export type Step =
  | CallStep
  /** Makes the effect of an earlier call visible, as its `x-eventual` says: by the clock, else by polling. */
  | { readonly settle: string; readonly as?: "usual" | "other" }
  /** What a device does with the current eSIM. */
  | { readonly device: string }
  /** Bytes that the current eSIM uses. */
  | { readonly use: Template }
  /** Moves the clock: a duration such as `3h`, or an expression in milliseconds. */
  | { readonly advance: Template }
  /** Moves the clock to an instant in milliseconds since 1970. */
  | { readonly advanceTo: Template }
  /** Lets the clock run at this speed (`{run: 0.001}`), or stops it (`{run: 0}`). */
  | { readonly run: number }
  | { readonly option: Readonly<Record<string, Template>> }
  | { readonly balance: Template }
  | {
      readonly package: {
        readonly code: Template;
        readonly price?: Template;
        readonly stock?: Template;
        readonly onSale?: Template;
      };
    }
  /** Reads the current state of a resource again. */
  | { readonly observe: string }
  | { readonly let: Readonly<Record<string, Template>> }
  /** Reads what the provider has mailed to an address, oldest first, into the variable `mails`. */
  | { readonly mails: Template }
  /**
   * JSONata that must give true; `says` is the rule in domain words; `got` and `expected` are shown when it does not. `root` is what its
   * failures have in common with others, in place of the case's own.
   */
  | {
      readonly check: string;
      readonly says: string;
      readonly got?: string;
      readonly expected?: string;
      readonly root?: string;
    }
  /** Calls sent at once over as many connections; `save` collects their answers in a list of `{success, code, data, answer, request}`. */
  | { readonly together: readonly CallStep[]; readonly save?: string }
  /** Rounds of the same steps, `round` counting from 0; with `while`, only as long as that gives true. */
  | { readonly repeat: number; readonly while?: string; readonly steps: readonly Step[] }
  /** Opens the receiver (once) and registers it by the overlay's `x-delivery`; `replies` are statuses for the next deliveries, 200 after. */
  | { readonly receiver: { readonly replies?: readonly number[]; readonly register?: boolean } }
  /** Waits for these notifications since the last such step, in this order per eSIM, and for no other. */
  | { readonly notified: readonly AwaitedNotification[]; readonly within?: string };

/** Whether a case belongs to the quick profile too. */
export type Weight = "fast" | "full";

/** One case of a plan: data only. */
export interface Case {
  /** `<provider>:<operationId>:<layer>:<rule>[:<location>]`, the same for every seed. */
  readonly rule: string;
  readonly provider: ProviderName;
  readonly operationId: string;
  readonly layer: Layer;
  /** The rule in domain words. */
  readonly says: string;
  readonly evidence: Evidence;
  readonly needs: readonly Capability[];
  readonly cost: CostClass;
  readonly weight: Weight;
  readonly place: SpecPlace;
  /** Steps before the case itself; neighbours with the same ones share a world while nothing has changed it. */
  readonly setup: readonly Step[];
  readonly steps: readonly Step[];
  /** The steps must leave money and resources as they were; the runner compares them. */
  readonly isUnchanging: boolean;
  /** Failures with the same root are one finding; absent: layer, rule and place. */
  readonly root?: string;
  /** It looks at several things in their sequence, each of which has a simpler case of its own. */
  readonly isCombined?: true;
  /**
   * `steps`: the steps decide. `exchanges`: decided at the end of the run from every answer of the operation (layer `responses`, laws and
   * histories). `model`, `flow`: run by their own engines.
   */
  readonly kind: "steps" | "exchanges" | "model" | "flow";
  /** What the engine of the kind needs to know, such as the name of a flow or of a law. */
  readonly subject?: string;
}

/** A whole plan. The same documents, profile and seed give the same bytes. */
export interface Plan {
  readonly profile: string;
  readonly seed: number;
  /** First 12 hexadecimal digits of a digest over the cases. */
  readonly hash: string;
  readonly providers: readonly ProviderName[];
  readonly cases: readonly Case[];
}
