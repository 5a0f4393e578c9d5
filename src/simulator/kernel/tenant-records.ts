import type { ClockState } from "./clock.ts";
import type { Store, StoredRecords } from "./store.ts";
import type { Tenant } from "./tenant.ts";
import type { ChosenBeginning } from "./tenant-beginning.ts";
import type { EpochMs } from "./time.ts";
import type { TenantSettings } from "./unit-of-work.ts";

/** What a tenant lends to whoever works on its records as a whole. */
export interface OwnRecords {
  readonly store: Store;
  /** The present instant. */
  readonly at: EpochMs;
  readonly wallAt: EpochMs;
  readonly settings: TenantSettings;
  /** How the clock of the next life would stand or run. */
  readonly firstClock: ClockState;
  /** What makes the records of a world; null where seeding is all. */
  readonly worldOf: (chosen: ChosenBeginning) => (() => Promise<StoredRecords>) | null;
}

/**
 * What came of it, and what the tenant does next: go on, take up the records with the journal it has, the same with the first records of every
 * tenant added, begin a new life with them, or be over.
 */
export interface Lent<T> {
  readonly given: T;
  readonly next: "go-on" | "take-up" | "take-up-seeded" | "new-life" | "end";
}

/** Every record of a tenant at its present instant. */
export function readRecords(tenant: Tenant): Promise<{ readonly records: StoredRecords; readonly at: EpochMs }> {
  return tenant.withRecords(async ({ store, at }) => ({ given: { records: await store.read(), at }, next: "go-on" }));
}

/** Puts other records in the place of all that a tenant has; it takes them up as after a restart, and what was in flight is forgotten. */
export function replaceRecords(
  tenant: Tenant,
  change: (own: OwnRecords) => Promise<{ readonly records: StoredRecords; readonly next: Lent<undefined>["next"] }>,
): Promise<void> {
  return tenant.withRecords(async (own) => {
    const { records, next } = await change(own);
    await own.store.replace(records);
    return { given: undefined, next };
  });
}

/** Ends a tenant for good: no job runs any more, its records are forgotten, and whoever still holds it is refused. */
export async function endTenant(tenant: Tenant): Promise<void> {
  await tenant.close();
  await tenant.withRecords(async ({ store }) => {
    await store.clear();
    return { given: undefined, next: "end" };
  });
}
