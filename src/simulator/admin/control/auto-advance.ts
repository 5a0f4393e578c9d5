import { autoAdvanceTable } from "../../kernel/auto-advance.ts";
import type { Tenant } from "../../kernel/tenant.ts";

/** Whether the clock moves by itself while somebody waits for an entry of the journal. */
export interface AutoAdvance {
  readonly enabled: boolean;
}

/** Says whether a tenant's clock moves on while somebody waits; off until it is switched on. */
export function showAutoAdvance(tenant: Tenant): Promise<AutoAdvance> {
  return tenant.transact(async (tx) => {
    const stored = await tx.table(autoAdvanceTable).get("auto-advance");
    return { enabled: stored?.enabled ?? false };
  });
}

/** Switches it on or off for all further waits that do not say otherwise; a reset switches it off. */
export function setAutoAdvance(tenant: Tenant, { enabled }: AutoAdvance): Promise<AutoAdvance> {
  return tenant.transact(async (tx) => {
    await tx.table(autoAdvanceTable).put({ name: "auto-advance", enabled });
    tx.record({ kind: "auto-advance-set", enabled });
    return { enabled };
  });
}
