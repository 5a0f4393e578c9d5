import type { Provider } from "../../http/provider.ts";
import { admitFault, type FaultEffect, type FaultPhase, type FaultRule, faultTable } from "../../kernel/faults.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import type { ControlPorts } from "./ports.ts";
import { providerNamed } from "./providers.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** A fault to add. */
export interface NewFault {
  readonly provider: string;
  /** Null or left out: every operation of the provider. */
  readonly operationId?: string | null;
  readonly phase: FaultPhase;
  readonly effect: FaultEffect;
  /** How often it strikes; null for always, left out for once. */
  readonly times?: number | null;
}

/** A fault rule as the control API shows it. */
export type FaultView = Omit<FaultRule, "seq">;

const PHASES = ["before", "committed", "after"] as const;
const EFFECTS = ["latency", "provider-error", "reset"] as const;

/** Lists the rules in order of creation, spent ones included. */
export function listFaults(tenant: Tenant): readonly FaultView[] {
  return tenant.faults.map(viewOf);
}

/** Adds a rule. One that could never strike is refused. */
export async function addFault(tenant: Tenant, fault: NewFault, ports: ControlPorts): Promise<Controlled<FaultView>> {
  const valid = checkFault(fault, ports);
  if (!valid.ok) return valid;
  return tenant.changeFaults(async (tx) => {
    const admitted = admitFault(await tx.table(faultTable).count());
    if (!admitted.ok) {
      return refuse("too-many-faults", `a tenant has at most ${admitted.error.most} fault rules; remove some first`);
    }
    const seq = await tx.next("fault");
    const rule: FaultRule = { id: `fault-${seq}`, seq, ...valid.value, hits: 0 };
    await tx.table(faultTable).put(rule);
    tx.record({ kind: "fault-added", faultId: rule.id, provider: rule.provider, operationId: rule.operationId });
    return ok(viewOf(rule));
  });
}

/** Removes one rule. */
export function removeFault(tenant: Tenant, id: string): Promise<Controlled<{ readonly removed: number }>> {
  return tenant.changeFaults(async (tx) => {
    if ((await tx.table(faultTable).get(id)) === null) {
      return refuseValue(
        { path: "path.id", expected: "the id of a fault, as GET faults lists them", got: id },
        "unknown-fault",
      );
    }
    await tx.table(faultTable).delete(id);
    tx.record({ kind: "fault-removed", faultId: id });
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
    }
    return ok({ removed: rules.length });
  });
}

type CheckedFault = Omit<FaultRule, "id" | "seq" | "hits">;

function checkFault(fault: NewFault, ports: ControlPorts): Controlled<CheckedFault> {
  const found = providerNamed(fault.provider, "body.provider", ports);
  if (!found.ok) return found;
  const { name: provider, operations } = found.value;
  const served = ports.servedProviders ?? [provider];
  if (!served.includes(provider)) {
    // No path leads to it, so the rule could never strike.
    const expected = `a provider that is served here: ${served.join(", ")}`;
    return refuseValue({ path: "body.provider", expected, got: provider }, "unknown-provider");
  }
  const { operationId = null, times = 1, phase } = fault;
  const known = [...new Set(operations.map((operation) => operation.operationId))];
  if (operationId !== null && !known.includes(operationId)) {
    const expected = validNames(String(operationId), known);
    return refuseValue({ path: "body.operationId", expected, got: operationId }, "unknown-operation");
  }
  if (!PHASES.includes(phase)) {
    return refuseValue({ path: "body.phase", expected: `one of ${PHASES.join(", ")}`, got: phase });
  }
  if (times !== null && !isWithin(times, bounds.times)) {
    return refuseValue({ path: "body.times", expected: `${wholeNumber(bounds.times)}, or null`, got: times });
  }
  const effect = checkEffect(fault.effect, found.value);
  return effect.ok ? ok({ provider, operationId, phase, effect: effect.value, times }) : effect;
}

/** The request's schema admits `ms` and `code` beside any kind; what belongs to which is decided here, for both doors. */
function checkEffect(effect: FaultEffect, provider: Provider): Controlled<FaultEffect> {
  const kind = effect?.kind;
  const extra = Object.keys(effect ?? {}).find((name) => name !== "kind" && name !== MEMBER_OF[kind]);
  if (!EFFECTS.includes(kind)) {
    return refuseValue({ path: "body.effect.kind", expected: `one of ${EFFECTS.join(", ")}`, got: kind });
  }
  if (extra !== undefined) {
    return refuse("incomplete-fault", `an effect of kind ${kind} has no member ${extra}; leave it out`);
  }
  switch (effect.kind) {
    case "latency":
      if (isWithin(effect.ms, bounds.latencyMs)) return ok(effect);
      return refuseValue(
        { path: "body.effect.ms", expected: wholeNumber(bounds.latencyMs), got: effect.ms },
        "incomplete-fault",
      );
    case "provider-error": {
      if (typeof effect.code !== "string") {
        return refuseValue(
          { path: "body.effect.code", expected: "a code of the provider, as text", got: effect.code },
          "incomplete-fault",
        );
      }
      const answer = provider.errorAnswer(effect.code);
      if (answer.ok) return ok(effect);
      const expected = validNames(effect.code, answer.error.known);
      return refuseValue({ path: "body.effect.code", expected, got: effect.code }, "unknown-provider-code");
    }
    case "reset":
      return ok(effect);
  }
}

const MEMBER_OF: Readonly<Record<FaultEffect["kind"], string | null>> = {
  latency: "ms",
  "provider-error": "code",
  reset: null,
};

function viewOf(rule: FaultRule): FaultView {
  const { seq: _seq, ...shown } = rule;
  return shown;
}
