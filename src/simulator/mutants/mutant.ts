import type { DeliveryAttempt, OutgoingRequest } from "../kernel/outbox.ts";
import type { TenantHandle } from "../tenant-handle.ts";
import type { WireAnswer, WireRequest } from "./wire-message.ts";

/** The providers that can be broken. */
export type MutantProvider = "esimaccess" | "fms";

/** One life of one tenant, as a key: what a mutant remembers by it is forgotten with a reset. */
export interface Memory {
  readonly life: number;
}

/** Something that a mutant remembers, made anew for each memory that asks for it. */
export class Remembered<T> {
  readonly #values = new WeakMap<Memory, { readonly value: T }>();
  readonly #make: () => T;

  constructor(make: () => T) {
    this.#make = make;
  }

  /** What is remembered for a memory. Change it in place. */
  of(memory: Memory): T {
    const known = this.#values.get(memory) ?? { value: this.#make() };
    this.#values.set(memory, known);
    return known.value;
  }
}

/** A request on its way to a provider. */
export interface Serving {
  readonly provider: MutantProvider;
  /** The operation of the contract, else `unknownPath` or `wrongMethod`. */
  readonly operationId: string;
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown;
  /** The tenant that the request belongs to. */
  readonly tenant: TenantHandle;
  readonly memory: Memory;
  /** The memory that all tenants of the sandbox share. */
  readonly shared: Memory;
  /** All tenants. */
  readonly tenants: () => readonly TenantHandle[];
  /** Whether too many requests are refused at present. */
  readonly isLimited: boolean;
}

/** A notification on its way to its receiver. */
export interface Sending {
  /** The body as JSON. */
  readonly body: unknown;
  readonly tenant: TenantHandle;
  readonly memory: Memory;
}

/** Serves a request as the sandbox would without a mutant; it may be called never or several times. */
export type Forward = (request: WireRequest) => Promise<WireAnswer>;

/** What became of an attempt to send. */
export type SendOutcome = Omit<DeliveryAttempt, "at">;

/** Sends a notification as the sandbox would without a mutant. */
export type ForwardSend = (request: OutgoingRequest) => Promise<SendOutcome>;

/** How a mutant breaks one provider, at one or more of its seams. */
export interface Behaviour {
  /** What is on sale: gets and gives the content of a file of `fixtures/catalogues/`. */
  readonly catalogue?: (file: unknown) => unknown;
  readonly serve?: (serving: Serving, request: WireRequest, forward: Forward) => Promise<WireAnswer>;
  readonly send?: (sending: Sending, request: OutgoingRequest, forward: ForwardSend) => Promise<SendOutcome>;
}

/** One way in which a provider's backend can break its contract, or, for an id that begins with N, change without breaking it. */
export interface Mutant {
  readonly id: string;
  readonly says: string;
  /** Patterns of the contract rules that it breaks; `*` stands for any characters. Empty for a neutral change. */
  readonly rules: readonly string[];
  readonly on: Readonly<Partial<Record<MutantProvider, Behaviour>>>;
  /** Set when the sandbox must be started without its own rate limit. */
  readonly rateLimit?: "off";
}

/** A row of the catalogue of violations that no backend of these providers can show. */
export interface NotApplicable {
  readonly id: string;
  readonly reason: string;
}

/** The providers that a mutant breaks. */
export function providersOf(mutant: Mutant): readonly MutantProvider[] {
  const names: readonly MutantProvider[] = ["esimaccess", "fms"];
  return names.filter((name) => mutant.on[name] !== undefined);
}

/** Patterns of rules by operations and layers, both parted by spaces: `breaks("esimOrder", "effects model")`. */
export function breaks(operations: string, layers: string): readonly string[] {
  const each = layers.split(" ");
  return operations.split(" ").flatMap((operation) => each.map((layer) => `*:${operation}:${layer}:*`));
}
