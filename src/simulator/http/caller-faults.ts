import { LONGEST_LATENCY_MS } from "../kernel/delay-law.ts";
import { type FaultEffect, type FaultPhase, phasesOf } from "../kernel/fault-effects.ts";
import { type FaultRule, newFault } from "../kernel/faults.ts";
import { validNames } from "../kernel/nearest.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { parseDuration } from "../kernel/time.ts";
import type { TenantCall } from "./call.ts";
import { OF_CALLER } from "./exchange-faults.ts";
import type { MagicValue, Provider } from "./provider.ts";

/** Which faults callers may ask for by themselves. */
export interface CallerFaults {
  /** By the header X-Sim-Prefer. */
  readonly prefer: boolean;
  /** By documented values in the body. */
  readonly magic: boolean;
}

/** What a caller asked for; `refused` says what is wrong with the header, which is then ignored as a whole. */
export interface AskedFaults {
  readonly rules: readonly FaultRule[];
  readonly refused: string | null;
}

/** The faults that a call asks for: those of its header X-Sim-Prefer, and those that belong to magic values. */
export function callerFaults(call: TenantCall, provider: Provider, allowed: CallerFaults): AskedFaults {
  const magic = allowed.magic ? magicRulesOf(provider) : [];
  const header = allowed.prefer ? call.header("x-sim-prefer") : null;
  if (header === null) return { rules: magic, refused: null };
  const preferred = preferredFaults(header, provider);
  if (preferred.ok) return { rules: [...preferred.value, ...magic], refused: null };
  const { requestId, tenant } = call;
  const { detail } = preferred.error;
  tenant.journal.append(tenant.clock.now(), { kind: "prefer-refused", requestId, detail });
  return { rules: magic, refused: detail };
}

const rulesByProvider = new WeakMap<Provider, readonly FaultRule[]>();

function magicRulesOf(provider: Provider): readonly FaultRule[] {
  const known = rulesByProvider.get(provider);
  if (known !== undefined) return known;
  const made = provider.faultPort.magic.flatMap((magic) => magicRules(magic, provider.name));
  rulesByProvider.set(provider, made);
  return made;
}

/** A magic value as fault rules, one for each operation that takes it. */
function magicRules(
  { name, operations, pointer, predicate, phase, effect }: MagicValue,
  provider: string,
): FaultRule[] {
  const match = { body: { [pointer]: predicate } };
  return operations.map((operationId) => {
    return newFault(
      { id: name, seq: 0 },
      { provider, operationId, match, phase, effect, times: null, asked: OF_CALLER },
    );
  });
}

interface PreferRefused {
  readonly code: "prefer-refused";
  readonly detail: string;
}

const PREFERENCES = ["delay", "error", "status", "reset", "hang", "empty", "phase"] as const;

/**
 * Reads a header such as `error=200007, delay=2s` or `reset, phase=committed`. `phase` holds for all of them; without it each effect
 * has its usual one.
 */
function preferredFaults(header: string, provider: Provider): Result<FaultRule[], PreferRefused> {
  const effects: FaultEffect[] = [];
  let phase: FaultPhase | null = null;
  for (const part of header.split(/[,;]/).map((text) => text.trim())) {
    if (part === "") continue;
    const [name = "", value = ""] = part.split("=", 2).map((text) => text.trim());
    if (name === "phase") {
      if (value !== "before" && value !== "committed" && value !== "after") return wrong("phase", PHASES, value);
      phase = value;
      continue;
    }
    const effect = preferredEffect(name, value, provider);
    if (!effect.ok) return effect;
    effects.push(effect.value);
  }
  const rules: FaultRule[] = [];
  for (const [index, effect] of effects.entries()) {
    const [usual = "before", ...others] = phasesOf(effect);
    if (phase !== null && phase !== usual && !others.includes(phase)) {
      return wrong("phase", `${[usual, ...others].join(" or ")} for ${effect.kind}`, phase);
    }
    const named = { id: index === 0 ? "prefer" : `prefer-${index + 1}`, seq: 0 };
    const shared = { provider: provider.name, operationId: null, times: null, asked: OF_CALLER };
    rules.push(newFault(named, { ...shared, phase: phase ?? usual, effect }));
  }
  return ok(rules);
}

const PHASES = "before, committed or after";

function preferredEffect(name: string, value: string, provider: Provider): Result<FaultEffect, PreferRefused> {
  switch (name) {
    case "delay": {
      const ms = parseDuration(value);
      const isFit = ms !== null && ms > 0 && ms <= LONGEST_LATENCY_MS;
      return isFit ? ok({ kind: "latency", ms }) : wrong("delay", "a duration from 1ms to 10m", value);
    }
    case "error": {
      const answer = provider.errorAnswer(value);
      return answer.ok
        ? ok({ kind: "provider-error", code: value })
        : wrong("error", validNames(value, [...answer.error.known, ...answer.error.names]), value);
    }
    case "status": {
      const isStatus = /^[2-5]\d\d$/.test(value);
      return isStatus ? ok({ kind: "status", status: Number(value) }) : wrong("status", "from 200 to 599", value);
    }
    case "reset":
      return ok({ kind: "reset" });
    case "hang":
      return ok({ kind: "hang" });
    case "empty":
      return ok({ kind: "empty-reply" });
    default:
      return wrong("X-Sim-Prefer", validNames(name, PREFERENCES), name);
  }
}

/** The value comes from a header and goes into one: only what may stand there is repeated. */
function wrong(name: string, expected: string, got: string): Result<never, PreferRefused> {
  const shown = got.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 60);
  return err({ code: "prefer-refused", detail: `${name} must be ${expected}, got ${JSON.stringify(shown)}` });
}
