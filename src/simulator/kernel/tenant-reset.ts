import { faultTable } from "./faults.ts";
import { jobTable } from "./jobs.ts";
import { mailTable, notificationTable } from "./outbox.ts";
import type { StoredRecords } from "./store.ts";
import type { Tenant } from "./tenant.ts";
import { type OwnRecords, replaceRecords } from "./tenant-records.ts";
import type { Transaction } from "./transaction.ts";
import { counterTable, tenantTable } from "./unit-of-work.ts";
import { webhookDeskTable, webhookEndpointTable, webhookRuleTable } from "./webhook-desk.ts";

/** The parts of a tenant that can begin anew by themselves. */
export const tenantAspects = ["records", "clock", "faults", "options", "outbox", "webhooks", "journal"] as const;

export type TenantAspect = (typeof tenantAspects)[number];

/**
 * Lets one part of a tenant begin anew and leaves the others as they are. `records`: what was bought, and the first records of its world
 * instead, at the present instant; the outbox goes with them. `clock`: whether it stands or runs, never its instant. `webhooks`: rules, hold,
 * retry plan and disabled addresses; what came up already stays where it is, in the inbox too, since that is the outbox.
 */
export async function resetAspect(tenant: Tenant, aspect: TenantAspect): Promise<void> {
  switch (aspect) {
    case "records":
      return replaceRecords(tenant, firstRecords);
    case "outbox":
      return replaceRecords(tenant, async ({ store }) => ({
        records: withoutOutbox(await store.read()),
        next: "take-up",
      }));
    case "clock":
      return resetClock(tenant);
    case "options":
      return tenant.changeSettings(() => ({ options: {} }), { kind: "options-cleared" });
    case "faults":
      return tenant.changeFaults(async (tx) => {
        const rules = await tx.table(faultTable).all();
        for (const { id } of rules) await tx.table(faultTable).delete(id);
      });
    case "webhooks":
      return tenant.transact((tx) => clearDesk(tenant, tx));
    case "journal":
      tenant.journal.clear();
  }
}

async function clearDesk(tenant: Tenant, tx: Transaction): Promise<void> {
  for (const { id } of await tx.table(webhookRuleTable).all()) await tx.table(webhookRuleTable).delete(id);
  for (const { name } of await tx.table(webhookDeskTable).all()) await tx.table(webhookDeskTable).delete(name);
  for (const { url } of await tx.table(webhookEndpointTable).all()) await tx.table(webhookEndpointTable).delete(url);
  await tenant.deliveries.rulesChanged(tx);
}

/** What stays while the records begin anew: parts of a tenant that are aspects of their own. */
const KEPT = [tenantTable, faultTable, webhookRuleTable, webhookDeskTable, webhookEndpointTable].map(
  ({ name }) => name,
);

/** Counters that go on with them: rules that stay must not meet new ones under their ids. */
const KEPT_COUNTERS = ["fault", "webhook-rule"];

async function resetClock(tenant: Tenant): Promise<void> {
  const first = await tenant.withRecords(async ({ firstClock }) => ({ given: firstClock, next: "go-on" }));
  await tenant.changeClock((clock) => (first.mode === "frozen" ? clock.frozen() : clock.running(first.speed)));
}

async function firstRecords(
  own: OwnRecords,
): Promise<{ readonly records: StoredRecords; readonly next: "take-up" | "take-up-seeded" }> {
  const present = await own.store.read();
  const kept = new Map<string, ReadonlyMap<string, unknown>>();
  for (const name of KEPT) kept.set(name, present.get(name) ?? new Map());
  const makeRecords = own.worldOf({ ...own.settings.beginning, at: own.at, mode: "frozen" });
  const world = makeRecords === null ? null : await makeRecords();
  const counters = new Map<string, unknown>(world?.get(counterTable.name) ?? []);
  for (const name of KEPT_COUNTERS) {
    const counter = present.get(counterTable.name)?.get(name);
    if (counter !== undefined) counters.set(name, counter);
  }
  const records = new Map([...(world ?? []), ...kept, [counterTable.name, counters] as const]);
  return { records, next: world === null ? "take-up-seeded" : "take-up" };
}

function withoutOutbox(records: StoredRecords): StoredRecords {
  const rest = new Map(records);
  rest.delete(notificationTable.name);
  rest.delete(mailTable.name);
  const jobs = [...(records.get(jobTable.name) ?? [])].filter(([key]) => !key.startsWith(`deliver/`));
  rest.set(jobTable.name, new Map(jobs));
  return rest;
}
