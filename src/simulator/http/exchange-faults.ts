import { sampleLatency } from "../kernel/delay-law.ts";
import {
  breakingPointOf,
  claimsOf,
  type FaultClaim,
  type FaultEffect,
  type FaultPhase,
  GARBAGE_BYTES,
  HANG_MS,
  type Lifting,
  type TransportFault,
  WRONG_LENGTH_BY,
} from "../kernel/fault-effects.ts";
import {
  asksState,
  countCall,
  type Facts,
  type FaultExchange,
  type FaultMiss,
  judgeRequest,
  judgeState,
  keyOf,
} from "../kernel/fault-match.ts";
import { missesOf } from "../kernel/fault-misses.ts";
import { type FaultRule, faultStateOf, faultTable, newFault } from "../kernel/faults.ts";
import type { RandomStream } from "../kernel/random.ts";
import type { Answer, TenantCall } from "./call.ts";
import { answerInstead, damagedAnswer, garbageAnswer, staleAnswer } from "./fault-answers.ts";
import type { Provider } from "./provider.ts";

/** What faults do to an exchange. */
export interface FaultedExchange {
  readonly call: TenantCall;
  readonly provider: Provider;
  /** The ids of the rules that struck, in order. */
  readonly struck: string[];
  /** What the provider says, or what is said in its place. */
  answer: Answer | null;
  /** The same with the damage that faults did to it. */
  damaged: Answer | null;
  transport: TransportFault | null;
  /** Wall milliseconds between the last byte of the answer and its end. */
  lingerMs: number;
}

/** What a strike needs from outside, and how it is told that something of ours broke. */
export interface StrikePorts {
  readonly sleep: (ms: number) => Promise<void>;
  readonly broken: (error: unknown) => void;
}

/** Rules as they stand before one exchange, with what they count by. */
interface Candidates {
  readonly rules: readonly FaultRule[];
  readonly keys: ReadonlyMap<string, string | undefined>;
}

/**
 * Serves an exchange among the tenant's fault rules and those of the caller, which nobody counts. What rules ask of the request and of
 * the provider's state is judged before the operation, whatever their phase; counts and chance when their phase comes.
 */
export async function runAmongFaults(
  exchange: FaultedExchange,
  { run, ofCaller }: { readonly run: () => Promise<Answer>; readonly ofCaller: readonly FaultRule[] },
  ports: StrikePorts,
): Promise<void> {
  const candidates = await candidatesFor(exchange, ofCaller, ports);
  await strikeAll(exchange, { candidates, phase: "before" }, ports);
  if (exchange.answer !== null || exchange.transport !== null) {
    missAll(exchange, candidates, {
      reason: "operation-not-run",
      detail: "another fault answered before the operation",
    });
    if (exchange.answer === null) return;
  } else {
    exchange.answer = await run();
    if (exchange.answer.isSuccess) await strikeAll(exchange, { candidates, phase: "committed" }, ports);
    else
      missAll(exchange, candidates, { reason: "operation-refused", detail: `the answer was ${exchange.answer.code}` });
  }
  if (!isLost(exchange)) await strikeAll(exchange, { candidates, phase: "after" }, ports);
}

/** Whether the caller gets nothing at all. */
function isLost({ transport }: FaultedExchange): boolean {
  return transport?.when === "instead";
}

async function candidatesFor(
  exchange: FaultedExchange,
  ofCaller: readonly FaultRule[],
  ports: StrikePorts,
): Promise<Candidates> {
  const { call, provider } = exchange;
  const seen = faultExchangeOf(call, provider.name);
  const at = call.tenant.clock.now();
  const fitting: FaultRule[] = [];
  for (const rule of [...call.tenant.faults, ...ofCaller]) {
    const miss = judgeRequest(rule, seen, at);
    if (miss === null) fitting.push(rule);
    else if (miss !== undefined) recordMiss(call, rule, miss);
  }
  const facts = asksState(fitting) ? await factsOf(call, provider, ports) : {};
  const keys = new Map<string, string | undefined>();
  const rules = fitting.filter((rule) => {
    const miss = judgeState(rule, facts);
    if (miss !== null) recordMiss(call, rule, miss);
    else keys.set(rule.id, keyOf(rule, seen, facts));
    return miss === null;
  });
  return { rules, keys };
}

/** What the provider knows; nothing when it cannot be asked. */
async function factsOf(call: TenantCall, provider: Provider, ports: StrikePorts): Promise<Facts> {
  try {
    return await call.tenant.transact((tx) => provider.faultPort.factsOf(tx, call));
  } catch (error) {
    ports.broken(error); // the store refused: rules that ask for state do not strike
    return {};
  }
}

function faultExchangeOf(call: TenantCall, provider: string): FaultExchange {
  const { operationId, body, header, query } = call;
  return {
    provider,
    operationId,
    body: body.kind === "json" ? body.value : undefined,
    header: (name) => header(name),
    query: (name) => query(name),
  };
}

function recordMiss(call: TenantCall, rule: FaultRule, miss: FaultMiss): void {
  const { tenant, requestId, operationId } = call;
  if (rule.asked === OF_CALLER) return;
  missesOf(tenant).add(rule.id, { ...miss, requestId, operationId, at: tenant.clock.now() });
}

/** Rules of the committed phase whose time did not come. */
function missAll(exchange: FaultedExchange, { rules }: Candidates, miss: FaultMiss): void {
  for (const rule of rules) if (rule.phase === "committed") recordMiss(exchange.call, rule, miss);
}

/**
 * Strikes with the rules of a phase: those that decide answer and connection in order of creation, then those that damage what was
 * decided. Two rules never take the same part; the later one keeps its hits.
 */
async function strikeAll(
  exchange: FaultedExchange,
  { candidates, phase }: { readonly candidates: Candidates; readonly phase: FaultPhase },
  ports: StrikePorts,
): Promise<void> {
  const own = candidates.rules.filter((rule) => rule.phase === phase);
  const taken = new Set<FaultClaim>();
  for (const rule of [...own.filter((one) => !isDamage(one)), ...own.filter(isDamage)]) {
    try {
      const claims = phase === "after" ? [] : claimsOf(rule.effect);
      const prepared = claims.some((claim) => taken.has(claim)) ? OTHER_FAULT : prepare(exchange, rule);
      const counted = "reason" in prepared ? prepared : await useUp(exchange.call, rule, candidates.keys.get(rule.id));
      if ("reason" in counted) recordMiss(exchange.call, rule, counted);
      else if (!("reason" in prepared)) {
        exchange.struck.push(rule.id);
        await strike(exchange, { rule, drawn: counted, prepared }, ports);
        for (const claim of claims) taken.add(claim);
      }
    } catch (error) {
      ports.broken(error); // the store refused: a fault that cannot be counted does not strike
    }
  }
}

const OTHER_FAULT: FaultMiss = { reason: "other-fault", detail: "another fault decided about this call" };

const DAMAGES: readonly FaultEffect["kind"][] = [
  "malformed-json",
  "bom",
  "wrong-content-type",
  "drop-member",
  "retype-member",
  "rename-member",
];

function isDamage(rule: FaultRule): boolean {
  return DAMAGES.includes(rule.effect.kind);
}

/** What a strike will put in the place of the present answer; a miss when there is nothing to work with. */
function prepare(exchange: FaultedExchange, { effect }: FaultRule): { readonly answer: Answer | null } | FaultMiss {
  if (effect.kind === "stale-read") {
    const answer = staleAnswer(exchange.call, effect.olderThanMs);
    if (answer !== null) return { answer };
    return { reason: "nothing-to-damage", detail: "the journal keeps no whole answer to the same call that is so old" };
  }
  const present = exchange.damaged ?? exchange.answer;
  if (!DAMAGES.includes(effect.kind)) return { answer: null };
  const answer = present === null || isLost(exchange) ? null : damagedAnswer(effect, present);
  if (answer !== null) return { answer };
  return { reason: "nothing-to-damage", detail: `the answer has nothing for ${effect.kind}` };
}

/** What chance decided about a strike. */
interface Drawn {
  readonly delayMs: number;
  readonly hex: string;
}

/** Marks the rules of a caller, which are neither stored nor counted. */
export const OF_CALLER = "of-caller";

/** Counts a call and draws what the strike needs; a miss when it is not this one's turn, or another call has taken the last hit. */
async function useUp(call: TenantCall, rule: FaultRule, key: string | undefined): Promise<Drawn | FaultMiss> {
  const { tenant, requestId } = call;
  const { id, phase, effect } = rule;
  if (rule.asked === OF_CALLER) {
    const event = { kind: "fault-applied", faultId: id, phase, effect: effect.kind, requestId };
    tenant.journal.append(tenant.clock.now(), event);
    return { delayMs: effect.kind === "latency" && "ms" in effect ? effect.ms : 0, hex: "" };
  }
  return tenant.changeFaults(async (tx): Promise<Drawn | FaultMiss> => {
    const current = await tx.table(faultTable).get(id);
    if (current === null || current.seq !== rule.seq) return { reason: "spent", detail: "the rule is gone" };
    const state = faultStateOf(current, tx.at);
    if (state !== "armed") return { reason: state, detail: `struck ${current.hits} times` };
    const { rule: counted, miss } = countCall(current, key, tx.random(`fault/${id}/call/${current.seen + 1}`));
    await tx.table(faultTable).put(counted);
    if (miss !== null) return miss;
    const drawn = draw(effect, tx.random(`fault/${id}/strike/${counted.hits}`));
    const delay = effect.kind === "latency" ? { delayMs: drawn.delayMs } : {};
    tx.record({ kind: "fault-applied", faultId: id, phase, effect: effect.kind, requestId, ...delay });
    return drawn;
  });
}

function draw(effect: FaultEffect, stream: RandomStream): Drawn {
  if (effect.kind === "garbage") return { delayMs: 0, hex: stream.hex(2 * (effect.bytes ?? GARBAGE_BYTES)) };
  if (effect.kind !== "latency") return { delayMs: 0, hex: "" };
  return { delayMs: "law" in effect ? sampleLatency(effect.law, stream) : effect.ms, hex: "" };
}

interface Strike {
  readonly rule: FaultRule;
  readonly drawn: Drawn;
  readonly prepared: { readonly answer: Answer | null };
}

async function strike(exchange: FaultedExchange, { rule, drawn, prepared }: Strike, ports: StrikePorts): Promise<void> {
  const { effect, phase } = rule;
  switch (effect.kind) {
    case "latency":
      if (phase === "after") exchange.lingerMs += drawn.delayMs;
      else await ports.sleep(drawn.delayMs);
      return;
    case "provider-error":
    case "status":
    case "proxy-page":
      if (phase === "after") return armForNextCall(exchange.call, rule);
      exchange.answer = answerInstead(effect, exchange.provider);
      return;
    case "stale-read":
      exchange.answer = prepared.answer;
      return;
    case "garbage":
      if (effect.at === "connection") exchange.transport = { kind: "noise", when: "instead", hex: drawn.hex };
      else exchange.answer = garbageAnswer(drawn.hex);
      return;
    case "malformed-json":
    case "bom":
    case "wrong-content-type":
    case "drop-member":
    case "retype-member":
    case "rename-member":
      exchange.damaged = prepared.answer;
      return;
    default:
      exchange.transport = transportOf(effect, phase, liftingOf(exchange.call, rule));
  }
}

type TransportEffect = Extract<
  FaultEffect,
  { kind: "reset" | "hang" | "slow-body" | "empty-reply" | "truncated-body" | "wrong-content-length" }
>;

/** What a caller asked for by itself is no rule that could be removed. */
function liftingOf({ tenant }: TenantCall, rule: FaultRule): Lifting {
  return tenant.standingFaults.liftingOf(rule.asked === OF_CALLER ? null : rule);
}

function transportOf(effect: TransportEffect, phase: FaultPhase, whenLifted: Lifting): TransportFault {
  switch (effect.kind) {
    case "reset":
      if (phase === "after") return { kind: "reset", when: "sent" };
      return isInstead(effect)
        ? { kind: "reset", when: "instead" }
        : { kind: "reset", when: "within", afterBytes: bytesOf(effect) };
    case "hang": {
      const { forMs = HANG_MS } = effect;
      return isInstead(effect)
        ? { kind: "hang", when: "instead", forMs, whenLifted }
        : { kind: "hang", when: "within", afterBytes: bytesOf(effect), forMs, whenLifted };
    }
    case "empty-reply":
      return { kind: "close", when: "instead" };
    case "truncated-body":
      return { kind: "close", when: "within", afterBytes: effect.afterBytes ?? null };
    case "wrong-content-length":
      return { kind: "length", when: "within", by: effect.by ?? WRONG_LENGTH_BY };
    case "slow-body": {
      if ("chunks" in effect) return { kind: "slow", when: "within", chunks: effect.chunks, overMs: effect.overMs };
      return slowPace(effect.bytesPerSecond);
    }
  }
}

/** Chunks at least this far apart, so that timers can keep the pace. */
const PACE_MS = 20;

function slowPace(bytesPerSecond: number): TransportFault {
  const chunkBytes = Math.max(1, Math.round((bytesPerSecond * PACE_MS) / 1000));
  return { kind: "slow", when: "within", chunkBytes, everyMs: (chunkBytes * 1000) / bytesPerSecond };
}

type Breaking = Extract<FaultEffect, { kind: "reset" | "hang" }>;

function isInstead(effect: Breaking): boolean {
  return breakingPointOf(effect) === "before-headers";
}

/** Bytes of the body before a break: none right after the headers, else as given, null for half. */
function bytesOf(effect: Breaking): number | null {
  return breakingPointOf(effect) === "after-headers" ? 0 : (effect.afterBytes ?? null);
}

/**
 * The answer is out: an error can only meet the next call of the operation, by a rule of its own. There is one such rule for
 * each rule and operation, so that they cannot pile up.
 */
async function armForNextCall(call: TenantCall, rule: FaultRule): Promise<void> {
  await call.tenant.changeFaults(async (tx) => {
    const { provider, effect } = rule;
    const { operationId } = call;
    const id = `${rule.id}-next-${operationId}`;
    const armed = await tx.table(faultTable).get(id);
    const seq = armed?.seq ?? (await tx.next("fault"));
    const [times, hits] = [(armed?.times ?? 0) + 1, armed?.hits ?? 0];
    const made = newFault(
      { id, seq },
      { provider, operationId, phase: "before", effect, times, hits, createdAt: tx.at },
    );
    await tx.table(faultTable).put(made);
  });
}
