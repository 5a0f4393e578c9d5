import type { ClockState } from "./clock.ts";
import type { EpochMs } from "./time.ts";

/** What a tenant is at the beginning of its life. */
export interface TenantBeginning {
  readonly seed: number;
  readonly clock: ClockState;
}

/** How the lives of one tenant are to begin; what is left out is as for every tenant. JSON-safe: it is stored with the tenant. */
export interface ChosenBeginning {
  readonly seed?: number;
  readonly mode?: ClockState["mode"];
  /** The first instant. */
  readonly at?: EpochMs;
  /** The name of the world it begins in. */
  readonly world?: string;
}
