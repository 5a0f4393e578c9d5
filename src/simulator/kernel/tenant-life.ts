import { TenantClock } from "./clock.ts";
import { type FaultRule, faultTable } from "./faults.ts";
import { jobTable } from "./jobs.ts";
import type { Tables } from "./store.ts";
import type { ChosenBeginning } from "./tenant-beginning.ts";
import type { TenantPorts } from "./tenant-ports.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import { type TenantSettings, tenantTable, UnitOfWork } from "./unit-of-work.ts";

/** A life that has begun or was taken up again. */
export interface BegunLife {
  readonly clock: TenantClock;
  readonly settings: TenantSettings;
  readonly faults: readonly FaultRule[];
  readonly nextDue: EpochMs | null;
  /** What happened at its beginning. */
  readonly unit: UnitOfWork;
}

/** What a tenant is before anything of it is stored. */
export function firstLife(
  ports: TenantPorts,
  beginning: ChosenBeginning,
): { readonly clock: TenantClock; readonly settings: TenantSettings } {
  const { seed, clock: state } = ports.beginning(beginning);
  const clock = new TenantClock(state, ports.wall);
  return { clock, settings: { name: "settings", seed, createdAt: clock.now(), options: {}, beginning } };
}

/**
 * Takes up the stored life of a tenant, or begins and stores a new one: in the world that was chosen for it, else with the first records of
 * every tenant. `isSeeded` adds those to a stored life too.
 */
export async function beginLife(
  tenant: {
    readonly id: string;
    readonly beginning: ChosenBeginning;
    readonly isSeeded: boolean;
    /** Takes up what was on its way in a stored life. */
    readonly resume: (tx: Transaction) => Promise<void>;
  },
  ports: TenantPorts,
): Promise<BegunLife> {
  await layWorld(tenant.beginning, ports);
  return ports.store.transact(async (tables) => {
    const { clock, settings, isNew } = await lifeIn(tables, tenant.beginning, ports);
    const unit = new UnitOfWork(tables, { at: clock.now(), tenantId: tenant.id, settings });
    if (isNew || tenant.isSeeded) await ports.seed(unit);
    if (!isNew) await tenant.resume(unit);
    const nextDue = (await tables.table(jobTable).first())?.dueAt ?? null;
    return { clock, settings, nextDue, unit, faults: await tables.table(faultTable).all() };
  });
}

async function layWorld(beginning: ChosenBeginning, { worldOf, store }: TenantPorts): Promise<void> {
  const makeRecords = worldOf?.(beginning) ?? null;
  if (makeRecords === null) return;
  const stored = await store.transact((tables) => tables.table(tenantTable).get("settings"));
  if (stored === null) await store.replace(await makeRecords());
}

/** The stored clock and settings, or those of a new life, which are stored. */
async function lifeIn(
  tables: Tables,
  beginning: ChosenBeginning,
  ports: TenantPorts,
): Promise<{ clock: TenantClock; settings: TenantSettings; isNew: boolean }> {
  const own = tables.table(tenantTable);
  const settings = await own.get("settings");
  const stored = await own.get("clock");
  if (settings?.name === "settings" && stored?.name === "clock") {
    return { clock: new TenantClock(stored.state, ports.wall), settings, isNew: false };
  }
  const first = firstLife(ports, beginning);
  await own.put(first.settings);
  await own.put({ name: "clock", state: first.clock.state });
  return { ...first, isNew: true };
}
