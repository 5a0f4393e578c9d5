import type { EpochMs } from "./time.ts";

/** What a clock command made happen. */
export interface Fired {
  readonly at: EpochMs;
  readonly kind: string;
  readonly id: string;
}
