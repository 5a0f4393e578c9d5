import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SnapshotShelf } from "../kernel/snapshot.ts";
import { StoreUnavailable } from "../kernel/store.ts";

/** Keeps snapshots as long as the process lives. */
export function memoryShelf(): SnapshotShelf {
  const byTenant = new Map<string, Map<string, string>>();
  const of = (tenantId: string): Map<string, string> => byTenant.get(tenantId) ?? new Map();
  return {
    list: (tenantId) => {
      const names = [...of(tenantId)].map(([name, text]) => ({ name, characters: text.length }));
      return names.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    read: (tenantId, name) => of(tenantId).get(name) ?? null,
    write: (tenantId, name, text) => {
      byTenant.set(tenantId, of(tenantId).set(name, text));
    },
    remove: (tenantId, name) => of(tenantId).delete(name),
  };
}

const SUFFIX = ".json";

/** Keeps each snapshot in a file of its own, `<dir>/<tenant>/<name>.json`, which can be read, edited and put under version control. */
export function fileShelf(dir: string): SnapshotShelf {
  const fileOf = (tenantId: string, name: string): string => path.join(dir, tenantId, `${name}${SUFFIX}`);
  return {
    list: (tenantId) => {
      const files = quietly(() => readdirSync(path.join(dir, tenantId))) ?? [];
      const names = files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));
      return names.sort().map((name) => ({ name, characters: statSync(fileOf(tenantId, name)).size }));
    },
    read: (tenantId, name) => quietly(() => readFileSync(fileOf(tenantId, name), "utf8")),
    write: (tenantId, name, text) => {
      const file = fileOf(tenantId, name);
      try {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
        renameSync(`${file}.new`, file); // whoever reads finds the former one or this one, whole
      } catch (error) {
        throw new StoreUnavailable(`the snapshot ${file} could not be written`, { cause: error });
      }
    },
    remove: (tenantId, name) => {
      const file = fileOf(tenantId, name);
      if (quietly(() => statSync(file)) === null) return false;
      rmSync(file);
      return true;
    },
  };
}

/** Null for what does not exist; any other failure is thrown. */
function quietly<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
