import type { ClockState } from "./clock.ts";
import { recordsOf, snapshotOf, type TenantSnapshot } from "./snapshot.ts";
import type { StoredRecords } from "./store.ts";
import type { StoredTable } from "./stored-table.ts";
import type { Tenant } from "./tenant.ts";
import { type OwnRecords, readRecords, replaceRecords } from "./tenant-records.ts";
import type { EpochMs } from "./time.ts";
import { tenantTable } from "./unit-of-work.ts";

/** Takes a snapshot of a tenant after what is due has been done. What is being delivered is taken as not yet delivered. */
export async function takeSnapshot(tenant: Tenant): Promise<TenantSnapshot> {
  return snapshotOf({ tenant: tenant.id, ...(await readRecords(tenant)) });
}

/**
 * Begins a life with the records of a snapshot: its clock shows the snapshot's instant and stands or runs as it did, the journal is empty.
 * How later lives begin stays as it was chosen for this tenant.
 */
export function loadSnapshot(tenant: Tenant, snapshot: TenantSnapshot, tables: readonly StoredTable[]): Promise<void> {
  return replaceRecords(tenant, async (own) => {
    const records = new Map(recordsOf(snapshot, tables));
    records.set(tenantTable.name, ownRecords(records, snapshot.at, own));
    return { records, next: "new-life" };
  });
}

function ownRecords(records: StoredRecords, at: EpochMs, own: OwnRecords): ReadonlyMap<string, unknown> {
  const stored = records.get(tenantTable.name) ?? new Map();
  const { beginning = {} } = own.settings;
  const changed = [...stored].map(([key, record]): [string, unknown] => {
    const known = record as { readonly state: ClockState }; // a record of the tenant table, which has been checked
    if (key === "settings") return [key, { ...known, beginning }];
    const { state } = known;
    return [
      key,
      { ...known, state: state.mode === "frozen" ? { ...state, at } : { ...state, at, wallAt: own.wallAt } },
    ];
  });
  return new Map(changed);
}
