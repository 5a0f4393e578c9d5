import { limits } from "./limits.ts";
import { err, ok, type Result } from "./result.ts";
import type { TableDefinition } from "./store.ts";

/**
 * When a fault strikes: `before` the operation (nothing happens), when it is `committed` (the effect stays, the answer is lost
 * or replaced) or `after` the answer went out (what follows it misbehaves).
 */
export type FaultPhase = "before" | "committed" | "after";

export type FaultEffect =
  | { readonly kind: "latency"; readonly ms: number }
  | { readonly kind: "provider-error"; readonly code: string }
  | { readonly kind: "reset" };

/** A rule of deliberate misbehaviour: which exchanges it strikes, how, in which phase and how often. */
export interface FaultRule {
  readonly id: string;
  readonly seq: number;
  readonly provider: string;
  /** Null strikes every operation of the provider. */
  readonly operationId: string | null;
  readonly phase: FaultPhase;
  readonly effect: FaultEffect;
  /** How often it strikes before it is spent; null for always. */
  readonly times: number | null;
  readonly hits: number;
}

export type NewFaultRule = Omit<FaultRule, "id" | "seq" | "hits">;

export const faultTable: TableDefinition<FaultRule> = {
  name: "faults",
  keyOf: (rule) => rule.id,
};

/** A rule that could never do anything is refused when it is written. */
export interface FaultRefused {
  readonly code: "too-many-faults";
  readonly most: number;
}

/** Admits a further rule unless the tenant's list is full. */
export function admitFault(existing: number): Result<null, FaultRefused> {
  return existing < limits.faultRules ? ok(null) : err({ code: "too-many-faults", most: limits.faultRules });
}

/** The rules that strike an exchange, in order of creation; spent ones no longer do. */
export function matchFaults(
  rules: readonly FaultRule[],
  exchange: { readonly provider: string; readonly operationId: string },
): FaultRule[] {
  return rules.filter(
    (rule) =>
      rule.provider === exchange.provider &&
      (rule.operationId === null || rule.operationId === exchange.operationId) &&
      (rule.times === null || rule.hits < rule.times),
  );
}
