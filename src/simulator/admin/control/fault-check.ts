import type { Provider } from "../../http/provider.ts";
import { type FaultPhase, phasesOf } from "../../kernel/fault-effects.ts";
import type { FaultMatch, FaultRule } from "../../kernel/faults.ts";
import { limits } from "../../kernel/limits.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { EpochMs } from "../../kernel/time.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import type { NewFault } from "./fault-definition.ts";
import { checkEffect } from "./fault-effect-check.ts";
import { checkMatch } from "./fault-match-check.ts";
import { expiryOf } from "./fault-window-check.ts";
import type { ControlPorts } from "./ports.ts";
import { providerNamed } from "./providers.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** A rule that could strike, before it has an id. */
export type CheckedFault = Omit<FaultRule, "id" | "seq" | "hits" | "seen" | "seenByKey">;

const MEMBERS = ["provider", "operationId", "match", "phase", "effect", "times", "ttl"];
const PHASES = ["before", "committed", "after"] as const;

/** Checks a rule at an instant of the tenant's clock. One that could never strike is refused. */
export function checkFault(fault: NewFault, ports: ControlPorts, at: EpochMs): Controlled<CheckedFault> {
  const asked = canonical(fault);
  if (asked.length > limits.faultCharacters) {
    return refuse(
      "invalid-request",
      `a fault must be at most ${limits.faultCharacters} characters of JSON, got ${asked.length}`,
    );
  }
  const unknown = Object.keys(fault).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) {
    const expected = `left out; known are ${validNames(unknown, MEMBERS).replace("one of ", "")}`;
    return refuseValue({ path: `body.${unknown.slice(0, 100)}`, expected, got: unknown });
  }
  const place = checkPlace(fault, ports);
  if (!place.ok) return place;
  const { provider, operationId } = place.value;
  const known = operationsOf(provider);
  const scope = { provider, operationIds: operationId === null ? known : [operationId] };
  const effect = checkEffect(fault.effect, scope);
  if (!effect.ok) return effect;
  const phase = checkPhase(fault, phasesOf(effect.value));
  if (!phase.ok) return phase;
  const match = checkMatch(fault.match ?? {}, scope, at);
  if (!match.ok) return match;
  const { times = usualTimes(match.value) } = fault;
  if (times !== null && !isWithin(times, bounds.times)) {
    return refuseValue({ path: "body.times", expected: `${wholeNumber(bounds.times)}, or null`, got: times });
  }
  const expiresAt = expiryOf(fault.ttl, at);
  if (!expiresAt.ok) return expiresAt;
  const { window } = match.value;
  if (window !== undefined && expiresAt.value !== null && expiresAt.value <= window.from) {
    return refuse("impossible-fault", "body.ttl must last until the window opens, or the rule can never strike");
  }
  return ok({
    ...{ provider: provider.name, operationId, match: match.value, phase: phase.value, effect: effect.value },
    ...{ times, createdAt: at, expiresAt: expiresAt.value, asked },
  });
}

/** The text of a value whose members are in the order of their names, by which equal requests are known. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}

interface Place {
  readonly provider: Provider;
  readonly operationId: string | null;
}

function checkPlace(fault: NewFault, ports: ControlPorts): Controlled<Place> {
  const { match } = fault;
  const operationId = fault.operationId ?? match?.operationId ?? null;
  if (fault.operationId != null && match?.operationId != null && fault.operationId !== match.operationId) {
    const expected = `the same as operationId (${fault.operationId}), or left out`;
    return refuseValue({ path: "body.match.operationId", expected, got: match.operationId }, "impossible-fault");
  }
  const found =
    fault.provider === undefined
      ? providerOf(operationId, ports)
      : providerNamed(fault.provider, "body.provider", ports);
  if (!found.ok) return found;
  const provider = found.value;
  const served = ports.servedProviders ?? [provider.name];
  if (!served.includes(provider.name)) {
    // No path leads to it, so the rule could never strike.
    const expected = `a provider that is served here: ${served.join(", ")}`;
    return refuseValue({ path: "body.provider", expected, got: provider.name }, "unknown-provider");
  }
  const known = operationsOf(provider);
  if (operationId === null || known.includes(operationId)) return ok({ provider, operationId });
  const expected = validNames(String(operationId), known);
  return refuseValue({ path: "body.operationId", expected, got: operationId }, "unknown-operation");
}

/** The one provider that has an operation of that name. */
function providerOf(operationId: string | null, ports: ControlPorts): Controlled<Provider> {
  const names = ports.providers.map(({ name }) => name);
  if (operationId === null) {
    return refuseValue({
      path: "body.provider",
      expected: `given where no operation is: one of ${names.join(", ")}`,
      got: undefined,
    });
  }
  const having = ports.providers.filter((provider) => operationsOf(provider).includes(operationId));
  const [only] = having;
  if (only !== undefined && having.length === 1) return ok(only);
  if (only !== undefined) {
    const expected = `given, because ${having.map(({ name }) => name).join(" and ")} both have ${operationId}`;
    return refuseValue({ path: "body.provider", expected, got: undefined });
  }
  const expected = validNames(String(operationId), [...new Set(ports.providers.flatMap(operationsOf))]);
  return refuseValue({ path: "body.operationId", expected, got: operationId }, "unknown-operation");
}

function operationsOf(provider: Provider): string[] {
  return [...new Set(provider.operations.map((operation) => operation.operationId))];
}

function checkPhase(fault: NewFault, possible: readonly FaultPhase[]): Controlled<FaultPhase> {
  const [usual = "before"] = possible;
  const { phase = usual } = fault;
  if (!PHASES.includes(phase)) {
    return refuseValue({ path: "body.phase", expected: validNames(String(phase), PHASES), got: phase });
  }
  if (possible.includes(phase)) return ok(phase);
  const expected = `${possible.join(" or ")} for this effect, which needs ${phase === "before" ? "an answer" : "one that is not out yet"}`;
  return refuseValue({ path: "body.phase", expected, got: phase }, "impossible-fault");
}

/** A rule strikes once unless something else bounds it or asks for more, so that a forgotten one does not spoil a day's work. */
function usualTimes({ key, nth, firstN, everyN, probability }: FaultMatch): number | null {
  if (key !== undefined || everyN !== undefined || probability !== undefined) return null;
  return nth?.length ?? firstN ?? 1;
}
