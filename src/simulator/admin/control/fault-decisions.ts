import type { DecisionTrace } from "../../http/decision-trace.ts";
import type { JournalEntry } from "../../kernel/journal.ts";
import type { Tenant } from "../../kernel/tenant.ts";

type ArmedFault = NonNullable<DecisionTrace["faults"]>[number];

/** What one fault rule did to a call. */
export interface FaultDecision {
  readonly faultId: string;
  readonly outcome: "struck" | "missed";
  /** Why it missed, in words; null when it struck. */
  readonly reason: string | null;
}

/** A rule that has never struck, with the reasons that the journal gives for it. */
export interface UnfiredFault {
  readonly faultId: string;
  readonly provider: string;
  readonly operationId: string | null;
  readonly phase: string;
  readonly reasons: readonly string[];
}

/** What each rule that was there did to the call. */
export function faultDecisions(trace: DecisionTrace): FaultDecision[] {
  return (trace.faults ?? []).map((rule) => {
    const hasStruck = trace.struck.includes(rule.id);
    const reason = hasStruck ? null : missOf(rule, trace);
    return { faultId: rule.id, outcome: hasStruck ? "struck" : "missed", reason };
  });
}

function missOf(rule: ArmedFault, trace: DecisionTrace): string {
  if (rule.provider !== trace.provider) return `it is for ${rule.provider}, the call was of ${trace.provider}`;
  if (rule.operationId !== null && rule.operationId !== trace.operationId) {
    return `it is for ${rule.operationId}, the call was ${trace.operationId}`;
  }
  if (rule.times !== null && rule.hits >= rule.times) return `it had struck ${rule.hits} times and was spent`;
  if (rule.phase === "committed" && !trace.isSuccess) return `it strikes a success, the answer was ${trace.code}`;
  return "another rule, or a condition of its own, kept it from this call";
}

/** The rules of a tenant that have never struck, each with what came nearest to it. */
export function unfiredFaults(tenant: Tenant): UnfiredFault[] {
  const unfired = tenant.faults.filter(({ hits }) => hits === 0);
  if (unfired.length === 0) return [];
  const calls = tenant.journal.list({ kind: "exchange" });
  return unfired.map((rule) => {
    const { id: faultId, provider, operationId, phase } = rule;
    return { faultId, provider, operationId, phase, reasons: reasonsFor(rule, calls) };
  });
}

function reasonsFor(rule: ArmedFault, calls: readonly JournalEntry[]): string[] {
  const ofProvider = calls.filter((call) => call["provider"] === rule.provider);
  if (ofProvider.length === 0) return [`${rule.provider} was not called`];
  const named = ofProvider.filter((call) => rule.operationId === null || call["operationId"] === rule.operationId);
  if (named.length === 0) {
    const others = [...new Set(ofProvider.map((call) => String(call["operationId"])))].slice(0, 10).join(", ");
    return [`${rule.operationId} was not called; called were ${others}`];
  }
  const codes = [...new Set(named.map((call) => String(call["code"])))].slice(0, 10).join(", ");
  const what = rule.operationId ?? rule.provider;
  const told = `${what} was called ${named.length} times, answered with ${codes}`;
  return [rule.phase === "committed" ? `${told}; a rule of this phase strikes a success only` : told];
}
