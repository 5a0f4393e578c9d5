import type { Provider } from "../../http/provider.ts";
import type { OptionValue } from "../../kernel/options.ts";

/** What the control operations need besides the tenant they act on. */
export interface ControlPorts {
  readonly providers: readonly Provider[];
  /** Names of the providers that paths lead to, when those are not all of them. */
  readonly servedProviders?: readonly string[];
  /** Options given at start, by provider; those set while running stand above them. */
  readonly startOptions: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  /** Where clients reach the sandbox: scheme, host, port and path prefix, without a slash at the end. */
  readonly publicUrl: () => string;
  /** The version of this package, for files that name what wrote them. */
  readonly version?: string;
}
