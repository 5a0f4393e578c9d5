import type { TenantSnapshot } from "../kernel/snapshot.ts";
import { tenantTag } from "./identity.ts";

/**
 * The same snapshot for another tenant: keys that lead back to their tenant (QR paths, tokens) name the new one, so that both tenants can
 * be used side by side. Everything else stays.
 */
export function forTenant(snapshot: TenantSnapshot, tenantId: string): TenantSnapshot {
  if (snapshot.tenant === tenantId) return snapshot;
  const [from, to] = [tenantTag(snapshot.tenant), tenantTag(tenantId)];
  const key = new RegExp(`(?<![0-9a-f])${from}(?=[0-9a-f]{24}(?![0-9a-f]))`, "g");
  const tables = Object.fromEntries(
    Object.entries(snapshot.tables).map(([name, records]) => [
      name,
      records.map((record) => retagged(record, from, [key, to])),
    ]),
  );
  return { ...snapshot, tenant: tenantId, tables };
}

function retagged(record: unknown, from: string, [key, to]: readonly [RegExp, string]): unknown {
  const text = JSON.stringify(record);
  return text.includes(from) ? JSON.parse(text.replace(key, to)) : record;
}
