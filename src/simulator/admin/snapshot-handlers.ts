import { ok } from "../kernel/result.ts";
import type { StatePorts } from "./control/ports.ts";
import {
  diffSnapshots,
  exportSnapshot,
  importSnapshot,
  listSnapshots,
  loadNamedSnapshot,
  removeSnapshot,
  saveSnapshot,
} from "./control/snapshots.ts";
import type { AdminHandler } from "./handlers.ts";

/** Records per page unless the request says otherwise. */
const DEFAULT_LIMIT = 1000;

/** The operations on snapshots, by their operationId. */
export function snapshotHandlers(ports: StatePorts): Record<string, AdminHandler> {
  return {
    listSnapshots: async (tenant) => ok(listSnapshots(tenant, ports)),
    saveSnapshot: (tenant, { param }) => saveSnapshot(tenant, param("name"), ports),
    exportSnapshot: (tenant, { param }) => exportSnapshot(tenant, param("name"), ports),
    importSnapshot: (tenant, { param, body }) => importSnapshot(tenant, { name: param("name"), document: body }, ports),
    loadSnapshot: (tenant, { param }) => loadNamedSnapshot(tenant, param("name"), ports),
    removeSnapshot: (tenant, { param }) => removeSnapshot(tenant, param("name"), ports),
    diffSnapshots: (tenant, { param, query, count }) => {
      const page = { offset: count("offset") ?? 0, limit: count("limit") ?? DEFAULT_LIMIT };
      return diffSnapshots(tenant, { from: param("name"), to: query("to") ?? null, ...page }, ports);
    },
  };
}
