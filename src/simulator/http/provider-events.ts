import type { DeviceEvent } from "../esim/esim.ts";
import type { Result } from "../kernel/result.ts";
import type { EpochMs } from "../kernel/time.ts";
import type { Transaction } from "../kernel/transaction.ts";

/** One step that somebody around the provider takes: its client, a device, a traveller, or time. */
export type EventStep =
  /** A call of the partner, through the provider's own route. */
  | {
      readonly kind: "call";
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "device"; readonly esimId: string; readonly event: DeviceEvent }
  | { readonly kind: "use-data"; readonly esimId: string; readonly bytes: number }
  /** The clock moves to an instant. */
  | { readonly kind: "clock"; readonly to: EpochMs };

/** A step that was taken, at its instant; a call with its answer. */
export interface TakenStep {
  readonly step: EventStep;
  readonly at: EpochMs;
  readonly answer: { readonly status: number; readonly body: string } | null;
}

/** What somebody wants to happen. */
export interface SoughtEvent {
  /** The id of the order or eSIM that it is to happen to; null lets the provider's partner order one. */
  readonly id: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** The number of the latest notification before; only a later one counts. */
  readonly since: number;
  readonly taken: readonly TakenStep[];
}

/** Why an event cannot be brought about. */
export type EventRefused =
  | { readonly code: "unknown-subject"; readonly expected: string; readonly got: string | null }
  | { readonly code: "no-webhook-address"; readonly says: string }
  | { readonly code: "impossible-event"; readonly says: string }
  | { readonly code: "wrong-event-option"; readonly option: string; readonly expected: string; readonly got: unknown };

/** What is to be told without its having happened. */
export interface ToldEvent {
  /** The order or eSIM that it is about. */
  readonly id: string;
  /** Members that stand in the content in place of its own, or besides them, as they are; null for none. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/** An event that can be brought about. */
export interface ProviderEvent {
  readonly name: string;
  readonly says: string;
  /** Options of its trigger by name, with what each takes, in words. */
  readonly takes: Readonly<Record<string, string>>;
  /** The next step towards the event; null once it has happened. */
  next(tx: Transaction, sought: SoughtEvent): Promise<Result<EventStep | null, EventRefused>>;
  /** Sends it about an order or eSIM as that stands, without its having happened; gives the notification's id. Null when it is none. */
  readonly emit: ((tx: Transaction, told: ToldEvent) => Promise<Result<string, EventRefused>>) | null;
}

/** What a provider tells and is told. */
export interface ProviderEvents {
  readonly events: readonly ProviderEvent[];
  /** Forms besides the usual one that its notifications can take, by name, with what each is, in words. */
  readonly variants: Readonly<Record<string, string>>;
  /** Types of its notifications. */
  readonly types: readonly string[];
  /** What its notifications can be about, by the names of their ids. */
  readonly subjects: readonly string[];
  /** The type of notification that comes of a kind of job that a call plans; null for none. */
  ofJob(kind: string): string | null;
}

/** For a provider that tells nobody anything. */
export const noEvents: ProviderEvents = { events: [], variants: {}, types: [], subjects: [], ofJob: () => null };
