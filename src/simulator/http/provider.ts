import type { Esim } from "../esim/esim.ts";
import type { EsimReactions } from "../esim/esim-life.ts";
import type { WallClock } from "../kernel/clock.ts";
import type { FaultEffect, FaultPhase } from "../kernel/fault-effects.ts";
import type { Facts } from "../kernel/fault-match.ts";
import type { Predicate } from "../kernel/fault-predicates.ts";
import type { JobHandlers } from "../kernel/jobs.ts";
import type { JournalEvents } from "../kernel/journal-vocabulary.ts";
import type { OptionTable, OptionValue } from "../kernel/options.ts";
import type { DeliveryAttempt, OutgoingRequest } from "../kernel/outbox.ts";
import type { Result } from "../kernel/result.ts";
import type { StoredTable } from "../kernel/stored-table.ts";
import type { Tenant } from "../kernel/tenant.ts";
import type { ChosenBeginning } from "../kernel/tenant-beginning.ts";
import type { Transaction } from "../kernel/transaction.ts";
import type { Answer, Call, TenantCall } from "./call.ts";
import type { Contract } from "./contract.ts";
import type { ProviderEvents } from "./provider-events.ts";

/** What the composition root hands to a provider. */
export interface ProviderPorts {
  readonly contract: Contract;
  /** Options given at start (`--set`, file), checked; those set while running stand above them. */
  readonly startOptions: Readonly<Record<string, OptionValue>>;
  /** Where clients reach the sandbox: scheme, host, port and path prefix, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly wall: WallClock;
  /** Null leaves it to the clock: enforced while it runs, reported while it stands. */
  readonly rateLimit: "enforce" | "report" | "off" | null;
  /** Whether credentials that nobody has belong to a tenant of their own. */
  readonly autoTenants?: boolean;
  /** Never throws; refuses hosts that are not allowed. */
  readonly sendNow: (request: OutgoingRequest) => Promise<Omit<DeliveryAttempt, "at">>;
}

/** One operation of a provider's API, ready to be served. */
export interface ProviderOperation {
  readonly operationId: string;
  readonly method: "GET" | "POST";
  /** The paths that lead to it, as Hono writes them. */
  readonly path: string;
  /** Served only while this says yes for the tenant; null means always. Otherwise the path is unknown. */
  readonly isServed: ((tenant: Tenant) => boolean) | null;
  /** Authenticates, limits, validates and runs the call; a refusal is an answer too. */
  run(call: TenantCall): Promise<Answer>;
}

/** Which tenant a call belongs to. `refusal` is set when its credentials name none or contradict each other. */
export interface TenantFound {
  readonly tenant: Tenant;
  readonly refusal: Answer | null;
  /** What led to the tenant, in words, such as "access code". */
  readonly by?: string;
}

/** Finds tenants. `byId` gives null for an unknown id. */
export interface TenantDirectory {
  readonly default: Tenant;
  byId(id: string): Tenant | null;
  /** By the tag inside QR keys and tokens. */
  byTag(tag: string): Tenant | null;
  all(): readonly Tenant[];
}

/** Finds tenants and creates them. */
export interface TenantRegistry extends TenantDirectory {
  /** Whether no further tenant can be created. */
  readonly isFull: boolean;
  /** Opens the tenant; one that is created begins its lives as `chosen` says. */
  open(id: string, chosen?: ChosenBeginning): Promise<Tenant>;
  /** Ends the tenant and forgets everything of it; never the default one. */
  remove(tenant: Tenant): Promise<void>;
}

/** A package as the control API shows it. Prices are ten-thousandths. */
export interface PackageView {
  readonly provider: string;
  readonly code: string;
  readonly alias: string | null;
  readonly name: string;
  readonly price: number;
  readonly currency: string;
  readonly stock: number | null;
  readonly onSale: boolean;
}

/** An order as the control API shows it. */
export interface OrderView {
  readonly provider: string;
  readonly number: string;
  readonly state: string;
  readonly createdAt: number;
  readonly charged: number;
  readonly currency: string;
  readonly esimIds: readonly string[];
  /** What else the provider keeps about it, in our words. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a partner or an end user buys without a wire: the making of worlds. */
interface WantedPurchase {
  readonly packageCode: string;
  readonly count: number;
  /** The end user, where the provider knows any. */
  readonly email: string;
  /** Whether it is paid, where payment is a step of its own. */
  readonly isPaid: boolean;
}

/** Why something that was asked of a provider without a wire did not happen: its own code for that. */
interface ActionRefused {
  readonly code: string;
}

/** What a partner does to one eSIM. */
type EsimCommand = (tx: Transaction, esimId: string) => Promise<Result<unknown, ActionRefused>>;

/** What the outside world may do to a provider, besides calling it. */
export interface ProviderControl {
  /** Buys by the provider's own rules; gives the numbers of the orders. */
  buy(tx: Transaction, wanted: WantedPurchase): Promise<Result<readonly string[], ActionRefused>>;
  /** What a partner can do to an eSIM once it has it, by name. */
  readonly commands: Readonly<Record<string, EsimCommand>>;
  packages(tx: Transaction): Promise<PackageView[]>;
  /** Null when there is no such package. Codes and aliases are accepted. */
  packageCode(codeOrAlias: string): string | null;
  orders(tx: Transaction): Promise<OrderView[]>;
  readonly reactions: EsimReactions;
  /** The text inside the QR code of an eSIM. */
  activationCode(esim: Esim): string;
  /** What it tells and is told, for whoever plays the world around it. */
  readonly events: ProviderEvents;
}

/** A fact that state predicates of fault rules may ask for. */
export interface FactKind {
  readonly type: "text" | "number" | "boolean";
  /** All values of a text that has a fixed set of them. */
  readonly values?: readonly string[];
  /** What it is, in a few words with the unit. */
  readonly says: string;
}

/** A value that, sent in the right place, brings about a fault of its own (`--magic`). */
export interface MagicValue {
  readonly name: string;
  /** The value as it is documented; an example of it where a part of it is free. */
  readonly value: string;
  readonly operations: readonly string[];
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly predicate: Predicate;
  readonly phase: FaultPhase;
  readonly effect: FaultEffect;
}

/** What fault rules can know about a provider. */
interface FaultPort {
  readonly contract: Contract;
  readonly facts: Readonly<Record<string, FactKind>>;
  /** What the provider knows about the things that the call names; it never refuses. */
  factsOf(tx: Transaction, call: TenantCall): Promise<Facts>;
  readonly magic: readonly MagicValue[];
}

/** A code that a provider does not have: the codes that it has, and the names of its refusals. */
export interface UnknownProviderCode {
  readonly code: "unknown-provider-code";
  readonly known: readonly string[];
  readonly names: readonly string[];
}

/** A provider: its wire edge and its rules behind one face. */
export interface Provider {
  readonly name: string;
  readonly options: OptionTable;
  readonly operations: readonly ProviderOperation[];
  readonly jobs: JobHandlers;
  /** What it journals besides what every provider does. */
  readonly events?: JournalEvents;
  readonly control: ProviderControl;
  /** Where its paths begin; more than one where they are served twice. */
  readonly prefixes: readonly string[];
  /** What it stores, as snapshots know it. */
  readonly tables: readonly StoredTable[];
  /** Puts the provider's first records into a new tenant. */
  seed(tx: Transaction): Promise<void>;
  findTenant(call: Call, tenants: TenantDirectory): TenantFound;
  /** The id of the tenant that the credentials of a call would belong to, whether there is one or not; null when it carries none. */
  tenantIdOf(call: Call): string | null;
  /** What a client of the tenant authenticates with, by name. */
  credentialsOf(tenantId: string): Readonly<Record<string, string>>;
  /** The answer for a path that is not served, in the provider's dialect. */
  unknownPath(call: TenantCall): Answer;
  wrongMethod(call: TenantCall): Answer;
  /** The answer when something of ours broke, or the store refused a write. */
  systemError(): Answer;
  readonly faultPort: FaultPort;
  /** The answer for one of the provider's codes, or for a refusal by its name; refused when the provider has no such code. */
  errorAnswer(code: string): Result<Answer, UnknownProviderCode>;
  /** Why operations refuse and what would make them succeed; for whoever asks why. */
  readonly explanations?: Explanations;
}

/** What a provider can tell about its refusals. Nothing of it stands in an answer. */
export interface Explanations {
  /** Codes of refusals by operationId, in the order in which the operation tries them. */
  readonly guards: Readonly<Record<string, readonly string[]>>;
  /** What would make the call succeed, in a sentence; null for a code of nobody. */
  remedyOf(refusal: { readonly code: string; readonly [detail: string]: unknown }, operationId: string): string | null;
}
