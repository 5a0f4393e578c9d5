import { validNames } from "./nearest.ts";
import { err, ok, type Result } from "./result.ts";
import { type Misfit, misfitOf, type Path, type Shape } from "./shape.ts";
import type { StoredRecords } from "./store.ts";
import type { StoredTable } from "./stored-table.ts";
import type { EpochMs } from "./time.ts";

/** The format this version writes. A change that older readers would misread raises it and adds a migration. */
const SNAPSHOT_FORMAT = 1;

const KIND = "esim-sandbox-snapshot";

/** Keeps the texts of snapshots by tenant and name. Implemented in `storage/`. */
export interface SnapshotShelf {
  /** Names with the number of characters, in order of their names. */
  list(tenantId: string): readonly { readonly name: string; readonly characters: number }[];
  /** Null when there is none. */
  read(tenantId: string, name: string): string | null;
  /** Durable once it returns. @throws StoreUnavailable */
  write(tenantId: string, name: string, text: string): void;
  /** False when there was none. */
  remove(tenantId: string, name: string): boolean;
}

/** Everything that one tenant is at one instant, JSON-safe; records in order of creation. The journal is no part of it. */
export interface TenantSnapshot {
  readonly format: number;
  readonly kind: typeof KIND;
  /** The tenant it was taken of. */
  readonly tenant: string;
  /** The instant its clock showed. */
  readonly at: EpochMs;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** A document that is no snapshot this version can load. */
export interface SnapshotRefused {
  readonly code: "snapshot-misfit" | "snapshot-newer";
  readonly misfit: Misfit;
}

/** Turns a document of one format into one of the next. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By the format they begin with. The first format has no predecessor. */
const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

/** Makes a snapshot of what a store holds. */
export function snapshotOf(taken: {
  readonly tenant: string;
  readonly at: EpochMs;
  readonly records: StoredRecords;
}): TenantSnapshot {
  const tables: Record<string, readonly unknown[]> = {};
  for (const [name, records] of taken.records) if (records.size > 0) tables[name] = [...records.values()];
  return { format: SNAPSHOT_FORMAT, kind: KIND, tenant: taken.tenant, at: taken.at, tables };
}

/** What a store holds once the snapshot is loaded. The snapshot has been read or made by this module. */
export function recordsOf(snapshot: TenantSnapshot, tables: readonly StoredTable[]): StoredRecords {
  const records = new Map<string, ReadonlyMap<string, unknown>>();
  for (const table of tables) {
    const own = snapshot.tables[table.name] ?? [];
    if (own.length > 0) records.set(table.name, new Map(own.map((record) => [table.keyOf(record), record])));
  }
  return records;
}

/** Checks a document and brings one of an older format up to date; nothing but a whole and fitting snapshot passes. */
export function readSnapshot(
  document: unknown,
  tables: readonly StoredTable[],
  migrations: ReadonlyMap<number, Migration> = MIGRATIONS,
): Result<TenantSnapshot, SnapshotRefused> {
  const frame = misfitOf(document, FRAME);
  if (frame !== null) return err({ code: "snapshot-misfit", misfit: frame });
  const migrated = migrate(document as TenantSnapshot, migrations); // has the frame of a snapshot, as was just checked
  if (!migrated.ok) return migrated;
  const snapshot = migrated.value;
  const misfit = misfitOf(snapshot, FRAME) ?? tablesMisfit(snapshot, tables) ?? tenantMisfit(snapshot);
  return misfit === null ? ok(snapshot) : err({ code: "snapshot-misfit", misfit });
}

const FRAME: Shape = {
  members: {
    format: "count",
    kind: { oneOf: [KIND] },
    tenant: "text",
    at: "count",
    tables: { mapOf: { list: "anything" } },
  },
};

function migrate(
  document: TenantSnapshot,
  migrations: ReadonlyMap<number, Migration>,
): Result<TenantSnapshot, SnapshotRefused> {
  const latest = Math.max(SNAPSHOT_FORMAT, ...[...migrations.keys()].map((from) => from + 1));
  let { format } = document;
  let migrated: Readonly<Record<string, unknown>> = { ...document };
  for (let step = migrations.get(format); step !== undefined; step = migrations.get(format)) {
    migrated = step(migrated);
    format += 1;
  }
  if (format === latest) return ok({ ...migrated, format } as TenantSnapshot); // the caller checks it once more
  const expected =
    format > latest ? `at most ${latest}: a later version of esim-sandbox wrote it` : `from 1 to ${latest}`;
  const code = format > latest ? "snapshot-newer" : "snapshot-misfit";
  return err({ code, misfit: { path: ["format"], expected, got: document.format } });
}

function tablesMisfit(snapshot: TenantSnapshot, tables: readonly StoredTable[]): Misfit | null {
  const known = new Map(tables.map((table) => [table.name, table]));
  for (const [name, records] of Object.entries(snapshot.tables)) {
    const table = known.get(name);
    const path: Path = ["tables", name];
    if (table === undefined) {
      return { path, expected: `left out; known is ${validNames(name, [...known.keys()])}`, got: records };
    }
    const keys = new Set<string>();
    for (const [index, record] of records.entries()) {
      const misfit = misfitOf(record, table.shape, [...path, index]);
      if (misfit !== null) return misfit;
      const key = table.keyOf(record);
      if (keys.has(key))
        return { path: [...path, index], expected: `another record than the one of key ${key} before`, got: record };
      keys.add(key);
    }
  }
  return null;
}

/** A tenant without settings or clock would begin a new life instead of taking up this one. */
function tenantMisfit(snapshot: TenantSnapshot): Misfit | null {
  const own = snapshot.tables["tenant"] ?? [];
  const names = own.map((record) =>
    typeof record === "object" && record !== null ? Reflect.get(record, "name") : null,
  );
  if (names.includes("settings") && names.includes("clock")) return null;
  return { path: ["tables", "tenant"], expected: "the two records settings and clock", got: own };
}

/** The snapshot as text: one record per line, so that people and version control can compare. */
export function snapshotText(snapshot: TenantSnapshot): string {
  const { format, kind, tenant, at, tables } = snapshot;
  const parts = Object.entries(tables).map(([name, records]) => {
    const lines = records.map((record) => `  ${JSON.stringify(record)}`).join(",\n");
    return ` ${JSON.stringify(name)}: [\n${lines}\n ]`;
  });
  const head = `{"format": ${format}, "kind": ${JSON.stringify(kind)}, "tenant": ${JSON.stringify(tenant)}, "at": ${at},`;
  return `${head}\n"tables": {\n${parts.join(",\n")}\n}}\n`;
}

/** One record that differs between two snapshots. */
export interface RecordDifference {
  readonly table: string;
  readonly key: string;
  readonly change: "added" | "removed" | "changed";
  /** Members that differ, of a changed record. */
  readonly members: readonly string[];
}

/** What changed from one snapshot to another, table by table, in the order of the later one's records; removed ones last. */
export function differencesOf(
  from: TenantSnapshot,
  to: TenantSnapshot,
  tables: readonly StoredTable[],
): RecordDifference[] {
  const differences: RecordDifference[] = [];
  const [before, after] = [recordsOf(from, tables), recordsOf(to, tables)];
  for (const { name: table } of tables) {
    const [old, present] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()];
    for (const [key, record] of present) {
      const former: unknown = old.get(key);
      if (former === undefined) differences.push({ table, key, change: "added", members: [] });
      else if (former !== record) {
        const members = membersThatDiffer(former, record);
        if (members.length > 0) differences.push({ table, key, change: "changed", members });
      }
    }
    for (const key of old.keys())
      if (!present.has(key)) differences.push({ table, key, change: "removed", members: [] });
  }
  return differences;
}

function membersThatDiffer(one: unknown, other: unknown): string[] {
  const [a, b] = [new Map(Object.entries(Object(one))), new Map(Object.entries(Object(other)))];
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)));
}
