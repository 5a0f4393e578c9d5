import type { Provider } from "../../http/provider.ts";
import type { OptionValue } from "../../kernel/options.ts";
import type { SnapshotShelf } from "../../kernel/snapshot.ts";
import type { StoredTable } from "../../kernel/stored-table.ts";

/** What the control operations need besides the tenant they act on. */
export interface ControlPorts {
  readonly providers: readonly Provider[];
  /** Names of the providers that paths lead to, when those are not all of them. */
  readonly servedProviders?: readonly string[];
  /** Options given at start, by provider; those set while running stand above them. */
  readonly startOptions: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  /** Where clients reach the sandbox: scheme, host, port and path prefix, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Serves a call of a partner by the providers' own routes, as the listener does; absent where there are none. */
  readonly serve?: (request: Request) => Promise<Response>;
  /** The version of this package, for files that name what wrote them. */
  readonly version?: string;
}

/** What operations on the whole state of a tenant need as well. */
export interface StatePorts extends ControlPorts {
  /** Every table that a tenant can have, as snapshots know it. */
  readonly tables: readonly StoredTable[];
  readonly shelf: SnapshotShelf;
}
