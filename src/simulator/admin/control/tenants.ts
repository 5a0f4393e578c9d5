import type { TenantRegistry } from "../../http/provider.ts";
import { limits } from "../../kernel/limits.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { ChosenBeginning } from "../../kernel/tenant-beginning.ts";
import { isTenantId, TENANT_ID_SAYS } from "../../kernel/tenant-id.ts";
import { LAST_INSTANT } from "../../kernel/time.ts";
import { type ClockView, showClock } from "./clock.ts";
import { type Listing, type Page, pageOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** A tenant as the control API shows it. */
export interface TenantView {
  readonly id: string;
  /** The seed of its present life. */
  readonly seed: number;
  /** What its clients authenticate with, by provider. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clock: ClockView;
}

/** How the lives of a tenant are to begin; what is left out is as the sandbox was told at its start. */
export interface TenantChoice {
  readonly seed?: number;
  readonly clock?: "frozen" | "running";
  /** The first instant, ISO 8601. */
  readonly time?: string;
}

/** What operations on tenants need. */
export interface TenantsPorts extends ControlPorts {
  readonly tenants: TenantRegistry;
}

/** Lists every tenant, in the order in which they were opened. */
export function listTenants(page: Page, ports: TenantsPorts): Listing<TenantView> {
  return pageOf(ports.tenants.all(), page, (tenant) => viewOf(tenant, ports));
}

/**
 * Creates a tenant whose lives begin as chosen. One that exists keeps its present life: what was chosen counts from its next
 * reset on.
 */
export async function putTenant(
  { id, choice }: { readonly id: string; readonly choice: TenantChoice },
  ports: TenantsPorts,
): Promise<Controlled<TenantView>> {
  if (!isTenantId(id)) return refuseValue({ path: "path.id", expected: TENANT_ID_SAYS, got: id });
  const chosen = readChoice(choice);
  if (!chosen.ok) return chosen;
  const known = ports.tenants.byId(id);
  if (known === null && ports.tenants.isFull) {
    return refuse("too-many-tenants", `a sandbox has at most ${limits.tenants} tenants; use one that exists`);
  }
  const tenant = known ?? (await ports.tenants.open(id, chosen.value));
  if (known !== null && Object.keys(chosen.value).length > 0) await tenant.chooseBeginning(chosen.value);
  return ok(viewOf(tenant, ports));
}

function readChoice({ seed, clock, time }: TenantChoice): Controlled<ChosenBeginning> {
  const at = time === undefined ? undefined : Date.parse(time);
  if (at !== undefined && !(at >= 0 && at <= LAST_INSTANT)) {
    return refuseValue({ path: "body.time", expected: "an instant from 1970 to 9999, in ISO 8601", got: time });
  }
  return ok({
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { mode: clock }),
    ...(at === undefined ? {} : { at }),
  });
}

function viewOf(tenant: Tenant, { providers }: TenantsPorts): TenantView {
  const credentials = Object.fromEntries(providers.map(({ name, credentialsOf }) => [name, credentialsOf(tenant.id)]));
  return { id: tenant.id, seed: tenant.seed, credentials, clock: showClock(tenant) };
}
