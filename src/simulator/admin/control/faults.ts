import { missesOf } from "../../kernel/fault-misses.ts";
import { admitFault, type FaultRule, faultStateOf, faultTable, newFault } from "../../kernel/faults.ts";
import { nearestName } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { type CheckedFault, checkFault } from "./fault-check.ts";
import type { FaultView, MatchView, NewFault } from "./fault-definition.ts";
import { isoOf, isoOrNull } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** Which rules a listing shows. */
export interface FaultQuery {
  /** Only those that have not struck. */
  readonly unfired?: boolean;
}

/** Lists the rules in order of creation, spent ones included. */
export function listFaults(tenant: Tenant, query: FaultQuery = {}): readonly FaultView[] {
  const rules = query.unfired === true ? tenant.faults.filter(({ hits }) => hits === 0) : tenant.faults;
  return rules.map((rule) => viewOf(tenant, rule));
}

/** The rules that have not struck, with the reasons of their last misses: what a run that armed them has not tried out. */
export function unfiredFaults(tenant: Tenant): readonly FaultView[] {
  return listFaults(tenant, { unfired: true });
}

/** Shows one rule. */
export function showFault(tenant: Tenant, id: string): Controlled<FaultView> {
  const rule = tenant.faults.find((one) => one.id === id);
  return rule === undefined ? unknownFault(tenant, id) : ok(viewOf(tenant, rule));
}

/** Adds a rule. One that could never strike is refused. */
export async function addFault(tenant: Tenant, fault: NewFault, ports: ControlPorts): Promise<Controlled<FaultView>> {
  const valid = checkFault(fault, ports, tenant.clock.now());
  if (!valid.ok) return valid;
  const added = await tenant.changeFaults(async (tx) => {
    const admitted = await admit(tx);
    return admitted.ok ? ok(await store(tx, valid.value, { seq: await tx.next("fault") })) : admitted;
  });
  return added.ok ? ok(viewOf(tenant, added.value)) : added;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/**
 * Puts a rule under an id of the caller's choice. The same request again changes nothing, hits and time to live included; another
 * one replaces the rule, which then begins anew.
 */
export async function putFault(
  tenant: Tenant,
  { id, fault }: { readonly id: string; readonly fault: NewFault },
  ports: ControlPorts,
): Promise<Controlled<FaultView>> {
  if (!ID.test(id)) {
    const expected = "1 to 80 letters, digits, dots, dashes and underscores, the first a letter or digit";
    return refuseValue({ path: "path.faultId", expected, got: id });
  }
  const valid = checkFault(fault, ports, tenant.clock.now());
  const present = tenant.faults.find((rule) => rule.id === id);
  if (present !== undefined && present.asked === canonicalOf(valid)) return ok(viewOf(tenant, present));
  if (!valid.ok) return valid;
  const put = await tenant.changeFaults(async (tx) => {
    const known = await tx.table(faultTable).get(id);
    const admitted = known === null ? await admit(tx) : ok(null);
    if (!admitted.ok) return admitted;
    if (known !== null) await tx.table(faultTable).delete(id);
    return ok(await store(tx, valid.value, { seq: await tx.next("fault"), id }));
  });
  if (!put.ok) return put;
  missesOf(tenant).forget(id);
  return ok(viewOf(tenant, put.value));
}

function canonicalOf(valid: Controlled<CheckedFault>): string | null {
  return valid.ok ? valid.value.asked : null;
}

async function admit(tx: Transaction): Promise<Controlled<null>> {
  const admitted = admitFault(await tx.table(faultTable).count());
  if (admitted.ok) return ok(null);
  return refuse("too-many-faults", `a tenant has at most ${admitted.error.most} fault rules; remove some first`);
}

async function store(
  tx: Transaction,
  fault: CheckedFault,
  { seq, id = `fault-${seq}` }: { readonly seq: number; readonly id?: string },
): Promise<FaultRule> {
  const rule = newFault({ id, seq }, fault);
  await tx.table(faultTable).put(rule);
  tx.record({ kind: "fault-added", faultId: rule.id, provider: rule.provider, operationId: rule.operationId });
  return rule;
}

/** Removes one rule. */
export function removeFault(tenant: Tenant, id: string): Promise<Controlled<{ readonly removed: number }>> {
  return tenant.changeFaults(async (tx) => {
    if ((await tx.table(faultTable).get(id)) === null) return unknownFault(tenant, id);
    await tx.table(faultTable).delete(id);
    tx.record({ kind: "fault-removed", faultId: id });
    tx.afterCommit(() => missesOf(tenant).forget(id));
    return ok({ removed: 1 });
  });
}

/** Removes every rule. */
export function clearFaults(tenant: Tenant): Promise<Controlled<{ readonly removed: number }>> {
  return tenant.changeFaults(async (tx) => {
    const rules = await tx.table(faultTable).all();
    for (const { id } of rules) {
      await tx.table(faultTable).delete(id);
      tx.record({ kind: "fault-removed", faultId: id });
      tx.afterCommit(() => missesOf(tenant).forget(id));
    }
    return ok({ removed: rules.length });
  });
}

function unknownFault(tenant: Tenant, id: string): Controlled<never> {
  const nearest = nearestName(
    id,
    tenant.faults.map((rule) => rule.id),
  );
  const hint = nearest === null ? "" : `; did you mean ${nearest}?`;
  const expected = `the id of a fault, as GET faults lists them${hint}`;
  return refuseValue({ path: "path.faultId", expected, got: id }, "unknown-fault");
}

function viewOf(tenant: Tenant, rule: FaultRule): FaultView {
  const { id, provider, operationId, phase, effect, times, hits } = rule;
  const { count, last } = missesOf(tenant).of(id);
  return {
    ...{ id, provider, operationId, match: matchView(rule), phase, effect, times },
    createdAt: isoOf(rule.createdAt),
    expiresAt: isoOrNull(rule.expiresAt),
    state: faultStateOf(rule, tenant.clock.now()),
    hits,
    missed: count,
    lastMisses: last.map((missed) => ({ ...missed, at: isoOf(missed.at) })),
  };
}

function matchView({ match: { window, ...shown } }: FaultRule): MatchView {
  if (window === undefined) return shown;
  const { from, until, recurring } = window;
  const { everyMs = null, forMs = null } = recurring ?? {};
  return { ...shown, window: { from: isoOf(from), until: isoOrNull(until), everyMs, forMs } };
}
