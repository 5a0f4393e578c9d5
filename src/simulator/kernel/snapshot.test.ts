import { expect, test } from "vitest";
import { kernelTables } from "./kernel-tables.ts";
import { differencesOf, type Migration, readSnapshot, recordsOf, snapshotText } from "./snapshot.ts";
import { storedTable } from "./stored-table.ts";
import { loadSnapshot, takeSnapshot } from "./tenant-snapshots.ts";
import { openParcels, parcelTable, plan, saidIn } from "./testing/parcels.ts";
import { HOUR_MS } from "./time.ts";
import { advanceBy } from "./time-commands.ts";

const parcels = storedTable(parcelTable, {
  members: { id: "text", town: "text", state: { oneOf: ["posted", "arrived"] } },
});
const tables = [...kernelTables, parcels];

const settings = { name: "settings", seed: 1, createdAt: 0, options: {} };
const clock = { name: "clock", state: { mode: "frozen", at: 0 } };
const parcel = { id: "p1", town: "Ulm", state: "posted" };
const good = {
  format: 1,
  kind: "esim-sandbox-snapshot",
  tenant: "default",
  at: 0,
  tables: { tenant: [settings, clock], parcels: [parcel] },
};
const withTables = (changed: object): unknown => ({ ...good, tables: { ...good.tables, ...changed } });

test("a snapshot that is read, written and read again is the same", () => {
  const read = readSnapshot(good, tables);
  expect(read).toEqual({ ok: true, value: good });
  if (read.ok) expect(JSON.parse(snapshotText(read.value))).toEqual(good);
});

test.for([
  ["no object", [], []],
  ["another kind", { ...good, kind: "state" }, ["kind"]],
  ["no instant", { ...good, at: undefined }, ["at"]],
  ["an unknown table", withTables({ parcel: [] }), ["tables", "parcel"]],
  [
    "a wrong record",
    withTables({ parcels: [parcel, { ...parcel, id: "p2", state: "lost" }] }),
    ["tables", "parcels", 1, "state"],
  ],
  ["two records of one key", withTables({ parcels: [parcel, parcel] }), ["tables", "parcels", 1]],
  ["no clock", withTables({ tenant: [settings] }), ["tables", "tenant"]],
  ["format 0", { ...good, format: 0 }, ["format"]],
] as const)("%s is refused at its place", ([, document, path]) => {
  expect(readSnapshot(document, tables)).toMatchObject({
    ok: false,
    error: { code: "snapshot-misfit", misfit: { path } },
  });
});

test("a snapshot of a later version is refused as such", () => {
  expect(readSnapshot({ ...good, format: 2 }, tables)).toMatchObject({ ok: false, error: { code: "snapshot-newer" } });
});

test("older formats are migrated step by step, and checked afterwards", () => {
  const rename =
    (from: string, to: string): Migration =>
    (document) => {
      const old = Object(document["tables"]);
      const { [from]: records, ...rest } = old;
      return { ...document, tables: { ...rest, [to]: records } };
    };
  const migrations = new Map([
    [1, rename("boxes", "packets")],
    [2, rename("packets", "parcels")],
  ]);
  const { parcels: boxes, ...rest } = good.tables;
  const read = readSnapshot({ ...good, tables: { ...rest, boxes } }, tables, migrations);
  expect(read).toMatchObject({ ok: true, value: { format: 3, tables: { parcels: [parcel] } } });
  expect(readSnapshot({ ...good, tables: { ...rest, crates: [] } }, tables, migrations)).toMatchObject({ ok: false });
});

test("a difference names table, key, change and members", () => {
  const before = readSnapshot(good, tables);
  const after = readSnapshot(
    withTables({
      parcels: [
        { ...parcel, town: "Bonn" },
        { ...parcel, id: "p2" },
      ],
    }),
    tables,
  );
  if (!before.ok || !after.ok) throw new Error("both are snapshots");
  expect(differencesOf(before.value, after.value, tables)).toEqual([
    { table: "parcels", key: "p1", change: "changed", members: ["town"] },
    { table: "parcels", key: "p2", change: "added", members: [] },
  ]);
  expect(differencesOf(after.value, before.value, tables)).toContainEqual({
    table: "parcels",
    key: "p2",
    change: "removed",
    members: [],
  });
  expect(recordsOf(after.value, tables).get("parcels")?.size).toBe(2);
});

test("a tenant goes back to a snapshot and lives another future from there", async () => {
  const { tenant } = await openParcels();
  await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
  const snapshot = await takeSnapshot(tenant);
  await advanceBy(tenant, 2 * HOUR_MS);
  expect(saidIn(tenant).map(([what]) => what)).toEqual(["a"]);
  await loadSnapshot(tenant, snapshot, tables);
  expect(tenant.clock.now()).toBe(snapshot.at);
  expect(tenant.journal.list()).toEqual([]);
  await tenant.transact((tx) => plan(tx, { what: "b", dueAt: tx.at + 1 }));
  await advanceBy(tenant, 2 * HOUR_MS);
  expect(saidIn(tenant).map(([what]) => what)).toEqual(["b", "a"]);
});
