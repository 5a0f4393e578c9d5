import type { TenantRecords } from "./memory-store.ts";

/** All records of all tenants at one moment. */
export interface Snapshot {
  /** The number of the first log that is not in it. */
  readonly generation: number;
  readonly tenants: Map<string, TenantRecords>;
}
