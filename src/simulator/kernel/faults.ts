import type { FaultEffect, FaultPhase } from "./fault-effects.ts";
import type { Predicate } from "./fault-predicates.ts";
import { type FaultWindow, isOver } from "./fault-window.ts";
import { limits } from "./limits.ts";
import { err, ok, type Result } from "./result.ts";
import type { TableDefinition } from "./store.ts";
import type { EpochMs } from "./time.ts";

/** Which exchanges of its operation a rule strikes. Every part that is given has to fit; what is left out always does. */
export interface FaultMatch {
  /** Predicates on the request's body by JSON pointer. */
  readonly body?: Readonly<Record<string, Predicate>>;
  /** By lower-case name. */
  readonly header?: Readonly<Record<string, Predicate>>;
  readonly query?: Readonly<Record<string, Predicate>>;
  /** Predicates on what the provider knows before the operation, by the name of a fact such as `esim.status`. */
  readonly state?: Readonly<Record<string, Predicate>>;
  readonly window?: FaultWindow;
  /** The counts below count calls that fit so far: all together, or each value of `key` (JSON pointer or fact) for itself. */
  readonly key?: string;
  readonly nth?: readonly number[];
  readonly firstN?: number;
  readonly everyN?: number;
  /** The share of those calls that are struck, drawn from the tenant's seed. */
  readonly probability?: number;
}

/** A rule of deliberate misbehaviour: which exchanges it strikes, how, in which phase and how often. */
export interface FaultRule {
  readonly id: string;
  readonly seq: number;
  readonly provider: string;
  /** Null strikes every operation of the provider. */
  readonly operationId: string | null;
  readonly match: FaultMatch;
  readonly phase: FaultPhase;
  readonly effect: FaultEffect;
  /** How often it strikes before it is spent; null for always. */
  readonly times: number | null;
  readonly createdAt: EpochMs;
  /** The instant from which it no longer strikes; null for none. */
  readonly expiresAt: EpochMs | null;
  /** What was asked for, as text, by which a repeated request is known. */
  readonly asked: string;
  readonly hits: number;
  /** Calls that fitted up to the counts. */
  readonly seen: number;
  /** The same by the value of `key`; the latest are kept. */
  readonly seenByKey: Readonly<Record<string, number>>;
}

/** A rule before anything of its own life is known. */
export type NewFaultRule = Pick<FaultRule, "provider" | "operationId" | "phase" | "effect" | "times"> &
  Partial<Omit<FaultRule, "id" | "seq">>;

export const faultTable: TableDefinition<FaultRule> = {
  name: "faults",
  keyOf: (rule) => rule.id,
};

/** Makes a rule that has not struck yet. */
export function newFault(named: { readonly id: string; readonly seq: number }, rule: NewFaultRule): FaultRule {
  const empty = { match: {}, createdAt: 0, expiresAt: null, asked: "", hits: 0, seen: 0, seenByKey: {} } as const;
  return { ...empty, ...rule, ...named };
}

/** A rule that could never do anything is refused when it is written. */
export interface FaultRefused {
  readonly code: "too-many-faults";
  readonly most: number;
}

/** Admits a further rule unless the tenant's list is full. */
export function admitFault(existing: number): Result<null, FaultRefused> {
  return existing < limits.faultRules ? ok(null) : err({ code: "too-many-faults", most: limits.faultRules });
}

/** Whether a rule can still strike (`armed`), has struck as often as it may (`spent`), or its time is over (`expired`). */
export type FaultState = "armed" | "spent" | "expired";

/** How a rule stands at an instant. */
export function faultStateOf(rule: FaultRule, at: EpochMs): FaultState {
  const { match, times, hits, seen, expiresAt } = rule;
  if (times !== null && hits >= times) return "spent";
  if (expiresAt !== null && at >= expiresAt) return "expired";
  if (match.window !== undefined && isOver(match.window, at)) return "expired";
  if (match.key !== undefined) return "armed";
  const last = match.nth === undefined ? match.firstN : Math.max(...match.nth);
  return last !== undefined && seen >= last ? "spent" : "armed";
}
