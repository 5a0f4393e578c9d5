import type { Evidence, ProviderName, SpecPlace } from "../plan/case.ts";
import type {
  AcceptRule,
  AuthRule,
  CatalogueRule,
  DeliveryRule,
  EffectRule,
  ErrorRule,
  EventualRule,
  FilterRule,
  IdempotencyRule,
  LawRule,
  MachineRule,
  MoneyRule,
  OutcomeRule,
  PagingRule,
  RateRule,
  ScenarioRule,
  SignatureRule,
  WebhookRule,
} from "./semantics.ts";

/** A JSON object of a document, whose shape is known only from its place. */
export type Node = Readonly<Record<string, unknown>>;

/** A query or header parameter of an operation, references resolved. */
export interface ParameterSpec {
  readonly name: string;
  readonly in: "query" | "header" | "path";
  readonly isRequired: boolean;
  /** Read, and without effect. */
  readonly isDeprecated: boolean;
  readonly schema: Node;
}

/** One operation with all that the overlay says about it. */
export interface OperationSpec {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  /** The operation object of the merged document. */
  readonly definition: Node;
  readonly evidence: Evidence;
  /** JSON pointer of the operation in the merged document, such as `#/paths/~1user~1login/post`. */
  readonly pointer: string;
  readonly place: SpecPlace;
  /** Schema of the JSON request body, not resolved; null when there is none. */
  readonly requestSchema: Node | null;
  /** JSON pointer of that schema. */
  readonly requestPointer: string | null;
  readonly isBodyRequired: boolean;
  readonly parameters: readonly ParameterSpec[];
  /** Names of the security schemes of the first alternative; empty for an open operation. */
  readonly security: readonly string[];
  /** Option without which it is not served. */
  readonly option: string | null;
  readonly effects: EffectRule | null;
  readonly errors: readonly ErrorRule[];
  readonly accepts: readonly AcceptRule[];
  readonly idempotency: IdempotencyRule | null;
  readonly paging: PagingRule | null;
  readonly filters: readonly FilterRule[];
  readonly eventual: EventualRule | null;
  readonly laws: readonly LawRule[];
  readonly scenarios: readonly ScenarioRule[];
}

/** One entry under `webhooks:`. */
export interface NotificationSpec {
  readonly name: string;
  readonly definition: Node;
  /** JSON pointer of the schema of its body. */
  readonly pointer: string;
  readonly evidence: Evidence;
  readonly place: SpecPlace;
  readonly webhook: WebhookRule | null;
}

/** A security scheme: an API key in a header. */
export interface SecuritySpec {
  readonly name: string;
  readonly header: string;
  /** Null for a header that goes along with another one (signed mode). */
  readonly auth: AuthRule | null;
}

/** A provider's document with its overlay, checked and typed. */
export interface Specification {
  readonly provider: ProviderName;
  /** The merged document. */
  readonly document: Node;
  readonly outcome: OutcomeRule;
  /** Root `x-errors`. */
  readonly errors: readonly ErrorRule[];
  readonly money: MoneyRule | null;
  readonly catalogue: CatalogueRule | null;
  readonly machines: Readonly<Record<string, MachineRule>>;
  readonly signature: SignatureRule | null;
  readonly rate: RateRule | null;
  readonly delivery: DeliveryRule | null;
  readonly operations: ReadonlyMap<string, OperationSpec>;
  readonly notifications: ReadonlyMap<string, NotificationSpec>;
  readonly security: ReadonlyMap<string, SecuritySpec>;
  /** Follows `$ref` until a schema without one; keys beside `$ref` win. */
  resolve(node: Node): Node;
  /** What a JSON pointer (`#/a/b`) leads to in the merged document. */
  at(pointer: string): unknown;
  /** Where a JSON pointer of the merged document was written: in `openapi.yaml`, or in `overlay.yaml` for what the overlay added. */
  placeOf(pointer: string): SpecPlace;
}
