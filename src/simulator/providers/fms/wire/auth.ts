import { tagOf } from "../../../esim/identity.ts";
import type { Call } from "../../../http/call.ts";
import type { TenantDirectory, TenantFound } from "../../../http/provider.ts";
import { hashHex } from "../../../kernel/random.ts";
import type { Tenant } from "../../../kernel/tenant.ts";
import { refusalAnswer } from "./errors.ts";

/** What a client of this provider presents. */
export interface FmsCredentials {
  readonly partnerCode: string;
}

const DEFAULT_TENANT = "default";
const DEFAULT_PARTNER = "P001101";
const PARTNER_NUMBERS = 1_000_000;
const PARTNER = /^[Pp][0-9]{6}$/;

/**
 * The partner of a tenant. A tenant whose id is a partner code has that; further ones get a code by hash: of six digits, so that among a thousand tenants two may share one; a
 * call that carries a token, or `X-Sim-Tenant`, still finds the right one.
 */
export function credentialsOf(tenantId: string): FmsCredentials {
  if (tenantId === DEFAULT_TENANT) return { partnerCode: DEFAULT_PARTNER };
  if (PARTNER.test(tenantId)) return { partnerCode: tenantId.toUpperCase() };
  const number = Number.parseInt(hashHex(`fms/partner/${tenantId}`, 8), 16) % PARTNER_NUMBERS;
  const partnerCode = `P${String(number).padStart(6, "0")}`;
  return { partnerCode: partnerCode === DEFAULT_PARTNER ? "P001102" : partnerCode };
}

/** The tenant that a partner code belongs to where tenants are made on the fly; a token names its tenant by itself. */
export function ownTenantId(call: Call): string | null {
  const partnerCode = partnerCodeOf(call);
  return partnerCode === null || tokenOf(call) !== null || partnerCode === DEFAULT_PARTNER
    ? null
    : partnerCode.toLowerCase();
}

/** The token that a call carries, or null. */
export function tokenOf(call: Call): string | null {
  return call.header("x-access-token");
}

/** The partner code that a call names in its body or query, in upper case; null when there is none of the right form. */
export function partnerCodeOf(call: Call): string | null {
  const { body } = call;
  const members = body.kind === "json" && typeof body.value === "object" && body.value !== null ? body.value : {};
  const named = Object.hasOwn(members, "partnerCode") ? Reflect.get(members, "partnerCode") : call.query("partnerCode");
  return typeof named === "string" && PARTNER.test(named) ? named.toUpperCase() : null;
}

/**
 * Makes the function that finds the tenant of a call: by token, else by partner code, else by `X-Sim-Tenant`, else the default one.
 * Refuses a token and a partner code of two tenants. A token or partner code of nobody leads to the default tenant, where the
 * operation refuses it: only the operation knows whether it asks for a token, and that comes first.
 */
export function tenantFinder(): (call: Call, tenants: TenantDirectory) => TenantFound {
  const idByPartner = new Map<string, string>();
  return (call, tenants) => {
    const tag = tagOf(tokenOf(call) ?? "");
    const holder = tag === null ? null : tenants.byTag(tag);
    const partnerCode = partnerCodeOf(call);
    if (holder !== null) {
      if (partnerCode === null || credentialsOf(holder.id).partnerCode === partnerCode) return found(holder, "token");
      const isOthers = tenantOfPartner(partnerCode, tenants, idByPartner) !== null;
      return isOthers ? refused(tenants, "token and partner code of two tenants") : found(holder, "token");
    }
    const named = call.header("x-sim-tenant");
    const chosen = named === null ? null : tenants.byId(named);
    if (partnerCode !== null) {
      const isChosen = chosen !== null && credentialsOf(chosen.id).partnerCode === partnerCode;
      return found(
        (isChosen ? chosen : tenantOfPartner(partnerCode, tenants, idByPartner)) ?? tenants.default,
        "partner code",
      );
    }
    if (named === null) return found(tenants.default, "nothing: the default tenant");
    return chosen === null ? refused(tenants, "X-Sim-Tenant") : found(chosen, "X-Sim-Tenant");
  };
}

function found(tenant: Tenant, by: string): TenantFound {
  return { tenant, refusal: null, by };
}

function refused(tenants: TenantDirectory, by: string): TenantFound {
  return { tenant: tenants.default, refusal: refusalAnswer({ code: "partner-unknown" }), by };
}

/** The map only remembers what follows from the tenants' ids, so that not every call has to look at all of them. */
function tenantOfPartner(code: string, tenants: TenantDirectory, known: Map<string, string>): Tenant | null {
  if (code === DEFAULT_PARTNER) return tenants.default;
  const remembered = known.get(code);
  const tenant = remembered === undefined ? null : tenants.byId(remembered);
  if (tenant !== null) return tenant;
  const met = tenants.all().find(({ id }) => credentialsOf(id).partnerCode === code) ?? null;
  if (met !== null) known.set(code, met.id);
  return met;
}
