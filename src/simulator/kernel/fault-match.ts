import { type Predicate, satisfies } from "./fault-predicates.ts";
import { isOpen } from "./fault-window.ts";
import { type FaultRule, faultStateOf } from "./faults.ts";
import { parsePointer, valuesAt } from "./json-pointer.ts";
import { limits } from "./limits.ts";
import type { RandomStream } from "./random.ts";
import type { EpochMs } from "./time.ts";

/** A request as rules look at it. */
export interface FaultExchange {
  readonly provider: string;
  readonly operationId: string;
  /** The body as a value; undefined when it is no JSON. */
  readonly body: unknown;
  readonly header: (name: string) => string | null;
  readonly query: (name: string) => string | undefined;
}

/** What the provider knows about the things that a request names; an absent fact has no value. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Why a rule did not strike. */
export interface FaultMiss {
  readonly reason:
    | "other-operation"
    | "spent"
    | "expired"
    | "outside-window"
    | "body"
    | "header"
    | "query"
    | "state"
    | "count"
    | "probability"
    | "operation-refused"
    | "operation-not-run"
    | "other-fault"
    | "nothing-to-damage";
  /** In words: what was wanted, what was there. */
  readonly detail: string;
}

/** Judges what can be told from a request alone; null when the rule may strike, undefined when it is another provider's. */
export function judgeRequest(rule: FaultRule, exchange: FaultExchange, at: EpochMs): FaultMiss | null | undefined {
  if (rule.provider !== exchange.provider) return undefined;
  const { operationId, match } = rule;
  if (operationId !== null && operationId !== exchange.operationId) {
    return { reason: "other-operation", detail: `wants ${operationId}, the call was ${exchange.operationId}` };
  }
  const state = faultStateOf(rule, at);
  if (state !== "armed") return { reason: state, detail: `struck ${rule.hits} times` };
  if (match.window !== undefined && !isOpen(match.window, at)) {
    return { reason: "outside-window", detail: "the tenant's clock is outside of its window" };
  }
  return (
    firstMiss("body", match.body, (pointer) => valuesAt(exchange.body, parsePointer(pointer) ?? [])) ??
    firstMiss("header", match.header, (name) => present(exchange.header(name))) ??
    firstMiss("query", match.query, (name) => present(exchange.query(name)))
  );
}

/** Judges the predicates on the provider's state. */
export function judgeState(rule: FaultRule, facts: Facts): FaultMiss | null {
  return firstMiss("state", rule.match.state, (name) => present(facts[name]));
}

/** Whether any rule asks what the provider knows. */
export function asksState(rules: readonly FaultRule[]): boolean {
  return rules.some(
    ({ match }) => match.state !== undefined || (match.key !== undefined && !match.key.startsWith("/")),
  );
}

/** What a rule counts by: the value at its key; undefined when it has none or the request does not name one. */
export function keyOf(rule: FaultRule, exchange: FaultExchange, facts: Facts): string | undefined {
  const { key } = rule.match;
  if (key === undefined) return undefined;
  const [found] = key.startsWith("/") ? valuesAt(exchange.body, parsePointer(key) ?? []) : present(facts[key]);
  // The sign in front keeps keys of digits in the order in which they came.
  return found === undefined ? undefined : `=${String(found)}`.slice(0, limits.faultKeyCharacters);
}

/** A call is counted: the rule as it is now, and why it does not strike, if it does not. */
export interface Counted {
  readonly rule: FaultRule;
  readonly miss: FaultMiss | null;
}

/** Counts a call that fits, then decides by the counts and by chance. */
export function countCall(rule: FaultRule, key: string | undefined, random: RandomStream): Counted {
  const { match, hits } = rule;
  if (match.key !== undefined && key === undefined) {
    return { rule, miss: { reason: "count", detail: `nothing is at ${match.key}` } };
  }
  const seen = rule.seen + 1;
  const count = key === undefined ? seen : (rule.seenByKey[key] ?? 0) + 1;
  const counted = { ...rule, seen, seenByKey: key === undefined ? rule.seenByKey : latest(rule, key, count) };
  const miss = missedCount(rule, count) ?? missedChance(rule, random);
  return { rule: miss === null ? { ...counted, hits: hits + 1 } : counted, miss };
}

function missedCount({ match }: FaultRule, count: number): FaultMiss | null {
  const { nth, firstN, everyN } = match;
  const missed = (wanted: string): FaultMiss => ({
    reason: "count",
    detail: `wants ${wanted}, this was call ${count}`,
  });
  if (nth !== undefined && !nth.includes(count)) return missed(`call ${nth.join(", ")}`);
  if (firstN !== undefined && count > firstN) return missed(`the first ${firstN} calls`);
  return everyN !== undefined && count % everyN !== 0 ? missed(`every ${everyN}. call`) : null;
}

const CHANCES = 4_294_967_296;

function missedChance({ match: { probability } }: FaultRule, random: RandomStream): FaultMiss | null {
  if (probability === undefined || random.below(CHANCES) < probability * CHANCES) return null;
  return { reason: "probability", detail: `the draw was against it (probability ${probability})` };
}

/** The counts with that of one key renewed; the key that was met the longest ago goes when there are too many. */
function latest(rule: FaultRule, key: string, count: number): Record<string, number> {
  const others = Object.entries(rule.seenByKey).filter(([name]) => name !== key);
  return Object.fromEntries([...others.slice(-(limits.faultKeys - 1)), [key, count]]);
}

function present<T>(value: T | null | undefined): T[] {
  return value === null || value === undefined ? [] : [value];
}

function firstMiss(
  reason: "body" | "header" | "query" | "state",
  predicates: Readonly<Record<string, Predicate>> | undefined,
  find: (place: string) => readonly unknown[],
): FaultMiss | null {
  for (const [place, predicate] of Object.entries(predicates ?? {})) {
    const found = find(place);
    if (satisfies(found, predicate)) continue;
    return { reason, detail: `${place} must be ${JSON.stringify(predicate)}, was ${shownValues(reason, found)}` };
  }
  return null;
}

/** Headers may be secrets; other values are cut. */
function shownValues(reason: string, found: readonly unknown[]): string {
  if (found.length === 0) return "absent";
  if (reason === "header") return "another";
  return (JSON.stringify(found.length === 1 ? found[0] : found) ?? "nothing").slice(0, 120);
}
