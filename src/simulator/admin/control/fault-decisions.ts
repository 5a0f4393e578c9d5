import type { DecisionTrace } from "../../http/decision-trace.ts";
import type { FaultMiss } from "../../kernel/fault-match.ts";
import { missesOf } from "../../kernel/fault-misses.ts";
import type { Tenant } from "../../kernel/tenant.ts";

type ArmedFault = NonNullable<DecisionTrace["faults"]>[number];

/** What one fault rule did to a call. */
export interface FaultDecision {
  readonly faultId: string;
  readonly outcome: "struck" | "missed";
  /** Why it missed, in words; null when it struck. */
  readonly reason: string | null;
}

/** A rule that has never struck, with the reasons of its last misses. */
export interface UnfiredFault {
  readonly faultId: string;
  readonly provider: string;
  readonly operationId: string | null;
  readonly phase: string;
  readonly reasons: readonly string[];
}

/** What each rule that was there did to the call. */
export function faultDecisions(trace: DecisionTrace, tenant: Tenant): FaultDecision[] {
  return (trace.faults ?? []).map((rule) => {
    const hasStruck = trace.struck.includes(rule.id);
    const reason = hasStruck ? null : missOf(rule, trace, tenant);
    return { faultId: rule.id, outcome: hasStruck ? "struck" : "missed", reason };
  });
}

function missOf(rule: ArmedFault, trace: DecisionTrace, tenant: Tenant): string {
  const missed = missesOf(tenant)
    .of(rule.id)
    .last.find(({ requestId }) => requestId === trace.requestId);
  if (missed !== undefined) return wordsOf(missed);
  if (rule.provider !== trace.provider) return `it is for ${rule.provider}, the call was of ${trace.provider}`;
  if (rule.operationId !== null && rule.operationId !== trace.operationId) {
    return `it is for ${rule.operationId}, the call was ${trace.operationId}`;
  }
  if (rule.times !== null && rule.hits >= rule.times) return `it had struck ${rule.hits} times and was spent`;
  return "why is no longer known: later calls missed it, too";
}

function wordsOf({ reason, detail }: FaultMiss): string {
  return `${reason}: ${detail}`;
}

/** The rules of a tenant that have never struck, each with what came nearest to it. */
export function unfiredFaults(tenant: Tenant): UnfiredFault[] {
  const unfired = tenant.faults.filter(({ hits }) => hits === 0);
  return unfired.map((rule) => {
    const { id: faultId, provider, operationId, phase } = rule;
    return { faultId, provider, operationId, phase, reasons: reasonsFor(rule, tenant) };
  });
}

function reasonsFor(rule: ArmedFault, tenant: Tenant): string[] {
  const { count, last } = missesOf(tenant).of(rule.id);
  if (count > 0) return [...new Set(last.map(wordsOf))];
  const isCalled = tenant.journal.list({ kind: "exchange" }).some((call) => call["provider"] === rule.provider);
  return [isCalled ? `${rule.provider} was not called since` : `${rule.provider} was not called`];
}
