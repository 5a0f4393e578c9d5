import { expect, test } from "vitest";
import { type FaultRule, faultTable, newFault } from "./faults.ts";
import { kernelTables } from "./kernel-tables.ts";
import type { Tenant } from "./tenant.ts";
import { endTenant } from "./tenant-records.ts";
import { resetAspect } from "./tenant-reset.ts";
import { loadSnapshot, takeSnapshot } from "./tenant-snapshots.ts";
import { openParcels } from "./testing/parcels.ts";

const ruleOf = (id: string, seq: number): FaultRule =>
  newFault(
    { id, seq },
    { provider: "parcels", operationId: null, phase: "before", effect: { kind: "hang" }, times: null },
  );

/** A tenant with two rules, each of which keeps an exchange waiting, as a caller does by its own wish; and who was let go. */
async function openHanging(): Promise<{ readonly tenant: Tenant; readonly ended: string[] }> {
  const { tenant } = await openParcels();
  const rules = [ruleOf("one", 1), ruleOf("other", 2)];
  await tenant.changeFaults(async (tx) => {
    for (const rule of rules) await tx.table(faultTable).put(rule);
  });
  const ended: string[] = [];
  for (const rule of rules) tenant.standingFaults.liftingOf(rule)(() => ended.push(rule.id));
  tenant.standingFaults.liftingOf(null)(() => ended.push("caller"));
  return { tenant, ended };
}

test.for<readonly [string, (tenant: Tenant) => Promise<void>, readonly string[]]>([
  ["its rule is removed", (tenant) => tenant.changeFaults((tx) => tx.table(faultTable).delete("one")), ["one"]],
  [
    "its rule is replaced",
    (tenant) => tenant.changeFaults((tx) => tx.table(faultTable).put(ruleOf("other", 3))),
    ["other"],
  ],
  ["the faults begin anew", (tenant) => resetAspect(tenant, "faults"), ["one", "other"]],
  ["the tenant begins anew", (tenant) => tenant.reset(), ["one", "other", "caller"]],
  [
    "a snapshot is loaded, though it has the same rules",
    async (tenant) => loadSnapshot(tenant, await takeSnapshot(tenant), kernelTables),
    ["one", "other", "caller"],
  ],
  ["the tenant is deleted", (tenant) => endTenant(tenant), ["one", "other", "caller"]],
  ["the sandbox stops", (tenant) => tenant.close(), ["one", "other", "caller"]],
  [
    "nothing of that happens",
    (tenant) =>
      tenant.changeFaults(async (tx) => {
        await tx.table(faultTable).put({ ...ruleOf("one", 1), hits: 1, seen: 1 });
        await resetAspect(tenant, "journal");
      }),
    [],
  ],
  ["its records begin anew", (tenant) => resetAspect(tenant, "records"), []],
])("an exchange stops hanging when %s", async ([, happen, expected]) => {
  const { tenant, ended } = await openHanging();
  await happen(tenant);
  expect(ended).toEqual(expected);
});

test("an exchange does not begin to hang for a rule that is gone, nor in a sandbox that has stopped", async () => {
  const { tenant } = await openHanging();
  const ended: string[] = [];
  tenant.standingFaults.liftingOf(ruleOf("gone", 3))(() => ended.push("gone"));
  expect(ended).toEqual(["gone"]);
  await tenant.close();
  tenant.standingFaults.liftingOf(ruleOf("one", 1))(() => ended.push("one"));
  tenant.standingFaults.liftingOf(null)(() => ended.push("caller"));
  expect(ended).toEqual(["gone", "one", "caller"]);
});

test("who has ended otherwise is not told", async () => {
  const { tenant, ended } = await openHanging();
  const forget = tenant.standingFaults.liftingOf(ruleOf("one", 1))(() => ended.push("forgotten"));
  forget();
  await tenant.reset();
  expect(ended).not.toContain("forgotten");
});
