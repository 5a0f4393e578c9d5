import { DataRefusedError } from "./data-refused.ts";
import { DATA_FORMAT } from "./log-format.ts";
import type { TenantRecords } from "./memory-store.ts";
import type { Snapshot } from "./snapshot.ts";

/** Checks and reads a snapshot that was parsed as a whole. @throws DataRefusedError when it is none. */
export function snapshotFromValue(file: string, value: unknown): Snapshot {
  const head = fieldsOf(file, "the file", value);
  const format = formatOf(file, head.get("format"));
  const generation = head.get("generation");
  if (format !== DATA_FORMAT) throw damaged(file, `its format is ${format} instead of ${DATA_FORMAT}`);
  if (typeof generation !== "number" || !Number.isSafeInteger(generation) || generation < 0) {
    throw damaged(file, "its generation is no whole number");
  }
  const tenants = new Map<string, TenantRecords>();
  for (const [tenantId, tables] of fieldsOf(file, "tenants", head.get("tenants"))) {
    const records: TenantRecords = new Map();
    for (const [table, byKey] of fieldsOf(file, `tenant ${tenantId}`, tables)) {
      records.set(table, fieldsOf(file, `table ${table} of tenant ${tenantId}`, byKey));
      for (const [key, record] of records.get(table) ?? []) {
        fieldsOf(file, `record ${key} of table ${table} of tenant ${tenantId}`, record);
      }
    }
    tenants.set(tenantId, records);
  }
  return { generation, tenants };
}

/** Checks the number of a format. @throws DataRefusedError when it is none, or that of a later version. */
function formatOf(file: string, format: unknown): number {
  if (typeof format !== "number" || !Number.isSafeInteger(format)) throw damaged(file, "its format is no whole number");
  if (format > DATA_FORMAT) {
    throw new DataRefusedError({ code: "data-format-newer", file, format, supported: DATA_FORMAT });
  }
  return format;
}

function fieldsOf(file: string, what: string, value: unknown): Map<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw damaged(file, `${what} is no object`);
  return new Map(Object.entries(value));
}

function damaged(file: string, detail: string): DataRefusedError {
  return new DataRefusedError({ code: "snapshot-damaged", file, detail });
}
