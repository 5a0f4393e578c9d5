import type { OptionValue } from "./kernel/options.ts";
import type { WorldDocument } from "./world-document.ts";

/** Everything a sandbox can be told at its beginning. What is left out has the default named here. */
export interface SimulatorOptions {
  /** Which dialect the paths outside `/__admin` and `/qr` speak: both providers side by side (default), or one on every path. */
  readonly provider?: "all" | "esimaccess" | "fms";
  /** Seed of everything random; default 1. */
  readonly seed?: number;
  /** The clock's first instant, in milliseconds since 1970; default 2026-01-01T00:00:00Z when it stands, the present when it runs. */
  readonly time?: number;
  /** Whether the clock stands still until it is advanced; default true. */
  readonly freeze?: boolean;
  /** Simulated time per wall time while the clock runs; default 1. */
  readonly speed?: number;
  /** Directory that keeps the state; default null: in memory only. */
  readonly data?: string | null;
  /**
   * The world in which the lives of tenants begin, unless one is chosen for a tenant: the name of a file in `fixtures/worlds/`, or a document
   * of that form; default null: the first records alone. What is stored already keeps its life.
   */
  readonly world?: string | WorldDocument | null;
  /** A file of the same form, instead of `world`; default null. */
  readonly load?: string | null;
  /** Whether calls with credentials that nobody has get a tenant of their own, up to the bound of tenants; default false. */
  readonly autoTenants?: boolean;
  /** Provider options by provider and name, as `GET /__admin/options` lists them. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  /** Null (default): enforced while the clock runs, reported while it stands. */
  readonly rateLimit?: "enforce" | "report" | "off" | null;
  /** Where clients reach the sandbox; default null: the listener's address, in process `http://sandbox.test`. */
  readonly baseUrl?: string | null;
  /** Hosts besides loopback to which webhooks may go; default none. */
  readonly allowWebhookHosts?: readonly string[];
  /**
   * Takes what would be sent to webhook URLs, in this process and without a socket, and gives the HTTP status that the receiver
   * answers; a throw counts as no answer. Default null: sent over HTTP to loopback and allowed hosts.
   */
  readonly sink?: NotificationSink | null;
  /** What `/__admin` demands as `Authorization: Bearer`; default null: nothing, on loopback only. */
  readonly adminToken?: string | null;
  /** Whether answers and webhooks are checked against the contract; default true. */
  readonly selfCheck?: boolean;
  /** Whether answers carry X-Sim-* headers; default true. */
  readonly simHeaders?: boolean;
  /** Whether callers may ask for faults by the header X-Sim-Prefer, such as `error=200007, delay=2s`; default false. */
  readonly prefer?: boolean;
  /** Whether the documented magic values (package codes, e-mail addresses) bring about their faults; default false. */
  readonly magic?: boolean;
  /**
   * A tool for measuring test suites: the id of a deliberate violation of the contract, such as `MON-01`, that is switched on;
   * default null. `mutants/README.md` lists them. Without it none of them is loaded.
   */
  readonly mutant?: string | null;
  /** Called with each line that an operator should read. */
  readonly report?: (message: string) => void;
}

/** A webhook as a sink gets it. */
export interface SentNotification {
  /** The tenant that sends it; null for the check of an address that is about to be saved. */
  readonly tenantId: string | null;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver of webhooks in the same process; gives an HTTP status. */
export type NotificationSink = (sent: SentNotification) => number | Promise<number>;

/** The instant at which the clock of `createSimulator` stands: 2026-01-01T00:00:00Z. */
export const DEFAULT_FROZEN_INSTANT = 1_767_225_600_000;

/** Where an unlistened sandbox says it is. */
export const IN_PROCESS_URL = "http://sandbox.test";

/** Bounds of numeric settings, with the reason for each. */
export const bounds = {
  /** Seeds are shown and typed; beyond this a number is no longer exact. */
  seed: { minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  /** A day in a millisecond is more than any test needs; below a thousandth the clock seems to stand. */
  speed: { minimum: 0.001, maximum: 86_400_000 },
  port: { minimum: 0, maximum: 65_535 },
} as const;
