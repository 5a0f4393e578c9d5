import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { resetAspect, type TenantAspect, tenantAspects } from "../../kernel/tenant-reset.ts";
import { type ClockView, clockBusy, isMoving, showClock } from "./clock.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/**
 * Gives the tenant a new life: its first records, its first instant, no orders, no journal. With `aspects` only those parts begin anew, in
 * the order in which they are named.
 */
export async function resetTenant(
  tenant: Tenant,
  aspects: readonly string[] | null = null,
): Promise<Controlled<ClockView>> {
  const chosen = (aspects ?? []).map((name) => tenantAspects.find((aspect) => aspect === name) ?? { name });
  for (const [index, one] of chosen.entries()) {
    if (typeof one === "string") continue;
    const expected = validNames(String(one.name), tenantAspects);
    return refuseValue({ path: `body.aspects.${index}`, expected, got: one.name });
  }
  if (isMoving(tenant)) return clockBusy();
  if (aspects === null) await tenant.reset();
  for (const aspect of chosen) if (typeof aspect === "string") await reset(tenant, aspect);
  return ok(showClock(tenant));
}

async function reset(tenant: Tenant, aspect: TenantAspect): Promise<void> {
  await resetAspect(tenant, aspect);
  if (aspect !== "journal") tenant.journal.append(tenant.clock.now(), { kind: "aspect-reset", aspect });
}
