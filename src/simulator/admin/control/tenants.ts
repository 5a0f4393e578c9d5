import type { TenantRegistry } from "../../http/provider.ts";
import { limits } from "../../kernel/limits.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { ChosenBeginning } from "../../kernel/tenant-beginning.ts";
import { isTenantId, TENANT_ID_SAYS } from "../../kernel/tenant-id.ts";
import { takeSnapshot } from "../../kernel/tenant-snapshots.ts";
import { LAST_INSTANT } from "../../kernel/time.ts";
import { type ClockView, clockBusy, isMoving, showClock } from "./clock.ts";
import { type Listing, type Page, pageOf } from "./listing.ts";
import type { StatePorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";
import { restoreSnapshot } from "./snapshots.ts";

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
  /** The name of the world it begins in: `plain`, or one that is shipped. */
  readonly world?: string;
}

/** What operations on tenants need. */
export interface TenantsPorts extends StatePorts {
  readonly tenants: TenantRegistry;
  /** Reads a world by its name. @throws an error with code and message when there is none, or it cannot be made */
  readonly knowWorld: (name: string) => Promise<unknown>;
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
  if (known === null && ports.tenants.isFull) return tooManyTenants();
  try {
    if (choice.world !== undefined) await ports.knowWorld(choice.world);
    const tenant = known ?? (await ports.tenants.open(id, chosen.value));
    if (known !== null && Object.keys(chosen.value).length > 0) await choose(tenant, chosen.value);
    return ok(viewOf(tenant, ports));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code !== "unknown-world" && error.code !== "impossible-world") throw error;
    return refuse(error.code, error.message); // worlds are read and made outside this layer
  }
}

async function choose(tenant: Tenant, chosen: ChosenBeginning): Promise<void> {
  const beginning = { ...tenant.beginning, ...chosen };
  await tenant.changeSettings(() => ({ beginning }), { kind: "beginning-chosen", ...chosen });
}

/** Shows one tenant. */
export async function showTenant(id: string, ports: TenantsPorts): Promise<Controlled<TenantView>> {
  const found = tenantNamed(id, "path.id", ports);
  return found.ok ? ok(viewOf(found.value, ports)) : found;
}

/** Ends a tenant: its records, snapshots and journal are gone, its id is free. The default tenant stays. */
export async function removeTenant(id: string, ports: TenantsPorts): Promise<Controlled<{ readonly removed: number }>> {
  const found = tenantNamed(id, "path.id", ports);
  if (!found.ok) return found;
  const tenant = found.value;
  if (tenant === ports.tenants.default) {
    return refuse(
      "default-tenant",
      "the default tenant cannot be deleted, as calls without credentials belong to it; reset it instead",
    );
  }
  await ports.tenants.remove(tenant);
  for (const { name } of ports.shelf.list(id)) ports.shelf.remove(id, name);
  return ok({ removed: 1 });
}

/**
 * Makes a tenant that is what another one is at this instant, and from then on goes its own way. Its later lives begin with the other's seed
 * and first instant.
 */
export async function forkTenant(
  { of, id }: { readonly of: Tenant; readonly id: string },
  ports: TenantsPorts,
): Promise<Controlled<TenantView>> {
  if (!isTenantId(id)) return refuseValue({ path: "body.id", expected: TENANT_ID_SAYS, got: id });
  if (ports.tenants.byId(id) !== null) {
    return refuse(
      "tenant-exists",
      `a fork needs an id that is free, got "${id}"; delete that tenant, or name another one`,
    );
  }
  if (ports.tenants.isFull) return tooManyTenants();
  if (isMoving(of)) return clockBusy();
  const snapshot = await takeSnapshot(of);
  const { mode } = of.clock.state;
  const fork = await ports.tenants.open(id, { ...of.beginning, seed: of.seed, mode, at: of.createdAt });
  const restored = await restoreSnapshot(fork, { snapshot, name: null }, ports);
  return restored.ok ? ok(viewOf(fork, ports)) : restored;
}

/** The tenant of that id; refused with the nearest one. `path` says where the id was given. */
export function tenantNamed(id: string, path: string, { tenants }: TenantsPorts): Controlled<Tenant> {
  const tenant = tenants.byId(id);
  if (tenant !== null) return ok(tenant);
  const known = tenants
    .all()
    .slice(0, 20)
    .map((one) => one.id);
  return refuseValue({ path, expected: validNames(id, known), got: id }, "unknown-tenant");
}

function tooManyTenants(): ReturnType<typeof refuse> {
  return refuse("too-many-tenants", `a sandbox has at most ${limits.tenants} tenants; use or delete one that exists`);
}

function readChoice({ seed, clock, time, world }: TenantChoice): Controlled<ChosenBeginning> {
  const at = time === undefined ? undefined : Date.parse(time);
  if (at !== undefined && !(at >= 0 && at <= LAST_INSTANT)) {
    return refuseValue({ path: "body.time", expected: "an instant from 1970 to 9999, in ISO 8601", got: time });
  }
  return ok({
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { mode: clock }),
    ...(at === undefined ? {} : { at }),
    ...(world === undefined ? {} : { world }),
  });
}

function viewOf(tenant: Tenant, { providers }: TenantsPorts): TenantView {
  const credentials = Object.fromEntries(providers.map(({ name, credentialsOf }) => [name, credentialsOf(tenant.id)]));
  return { id: tenant.id, seed: tenant.seed, credentials, clock: showClock(tenant) };
}
