import type { Capability, ProviderName } from "../plan/case.ts";

/** A request, ready to be sent. */
export interface OutgoingCall {
  readonly method: string;
  /** Path and query below the target's base URL of the provider. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/** What came back: an answer as bytes, or the reason why there is none. Header names are in lower case. */
export type Arrived =
  | {
      readonly status: number;
      readonly headers: ReadonlyMap<string, string>;
      readonly bytes: Uint8Array;
      readonly wallMs: number;
    }
  | { readonly status: null; readonly failure: string; readonly isUnreachable: boolean; readonly wallMs: number };

/** Whom a call is from. */
export interface Credentials {
  readonly tenantId: string;
  /** Values by the names that the overlay's `x-auth` uses: `accessCode`, `secretKey`, `partnerCode`. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The world around a provider: our control API, wherever it is. Each method rejects with ControlFailed when it is refused. Instants are
 * milliseconds since 1970 on the tenant's clock.
 */
export interface Control {
  /** Gives the tenant a new life: no records, its seed, the clock standing at its first instant, which is given. */
  reset(tenantId: string): Promise<number>;
  now(tenantId: string): Promise<number>;
  /** Gives the instant that was reached. */
  advance(tenantId: string, by: string): Promise<number>;
  /** Lets the clock run; 0 stops it. */
  run(tenantId: string, speed: number): Promise<void>;
  device(tenantId: string, id: string, event: string): Promise<void>;
  use(tenantId: string, id: string, bytes: number): Promise<void>;
  setOptions(tenantId: string, provider: ProviderName, values: Readonly<Record<string, unknown>>): Promise<void>;
  setBalance(tenantId: string, balance: number): Promise<void>;
  balance(tenantId: string): Promise<number>;
  setPackage(
    tenantId: string,
    provider: ProviderName,
    code: string,
    change: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** Anything below `/__admin`, parsed: `packages?provider=fms`, `mails`, `deliveries`, `orders`, `esims`. */
  read(tenantId: string, path: string): Promise<unknown>;
  addFault(tenantId: string, fault: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Something that answers like a provider. */
export interface Target {
  /** For reports: `in-process`, or the URL. */
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** Null for a backend that nobody can control. */
  readonly control: Control | null;
  /** Credentials of the tenant that calls, and of another one; null where there is only one. */
  credentials(provider: ProviderName, who: "usual" | "other"): Credentials | null;
  /** Never rejects. At most `limits.callSeconds` and `limits.answerBytes`; redirects are not followed. */
  send(provider: ProviderName, call: OutgoingCall): Promise<Arrived>;
  /**
   * The header by which a sandbox is told whose call it is where nothing else in it says so, such as a read without credentials;
   * null for a backend that knows no tenants.
   */
  readonly tenantHeader: string | null;
  /** The same as `send` to the control API, with paths from `/__admin` on; null where there is none. */
  readonly sendControl: ((call: OutgoingCall) => Promise<Arrived>) | null;
  close(): Promise<void>;
}
