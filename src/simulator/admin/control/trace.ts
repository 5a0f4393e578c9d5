import { type DecisionTrace, type TracedEffect, traceOf } from "../../http/decision-trace.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { type FaultDecision, faultDecisions } from "./fault-decisions.ts";
import { entryView, type JournalView } from "./journal.ts";
import { isoOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** A stage of a call, or a rule of an operation that could have refused it. */
interface StageView {
  readonly stage: string;
  readonly outcome: "passed" | "refused" | "not-reached";
  /** Why it refused, as far as it tells; null otherwise. */
  readonly reason: unknown;
}

/** A rule of an operation, in the order in which they are tried. */
interface GuardView {
  readonly code: string;
  readonly outcome: StageView["outcome"];
}

/** What a call did to one record. */
interface EffectView extends Omit<TracedEffect, "detail"> {
  readonly detail: string | null;
}

/** What decided about one call. */
export interface TraceView {
  readonly requestId: string;
  readonly at: string;
  readonly provider: string;
  readonly operationId: string;
  readonly code: string;
  readonly isSuccess: boolean;
  readonly authentication: { readonly by: string; readonly tenant: string };
  readonly stages: readonly StageView[];
  readonly guards: readonly GuardView[];
  /** Why the operation refused, and what would make it succeed; null when it did not. */
  readonly refusal: { readonly code: string; readonly details: object; readonly remedy: string | null } | null;
  readonly faults: readonly FaultDecision[];
  readonly effects: readonly EffectView[];
  /** Domain events of the call, as the journal holds them. */
  readonly events: readonly JournalView[];
  /** Attempts to deliver what the call queued, so far. */
  readonly deliveries: readonly JournalView[];
  /** The exchange itself; null when the journal has dropped it. */
  readonly exchange: JournalView | null;
}

/** Shows what decided about a call; refused when there is no such call or its trace is gone. */
export function showTrace(tenant: Tenant, requestId: string, ports: ControlPorts): Controlled<TraceView> {
  const trace = traceOf(tenant, requestId);
  if (trace === null) {
    const expected = "the id of a recent request of this tenant, as X-Sim-Request-Id and the journal give it";
    return refuseValue({ path: "path.requestId", expected, got: requestId }, "unknown-trace");
  }
  const explanations = ports.providers.find(({ name }) => name === trace.provider)?.explanations;
  const guards = explanations?.guards[trace.operationId] ?? [];
  const { refusal } = trace;
  const details: Record<string, unknown> = { ...refusal };
  delete details["code"];
  const remedy = refusal === null ? null : (explanations?.remedyOf(refusal, trace.operationId) ?? null);
  return ok({
    requestId,
    at: isoOf(trace.at),
    provider: trace.provider,
    operationId: trace.operationId,
    code: trace.code,
    isSuccess: trace.isSuccess,
    authentication: { by: trace.foundBy, tenant: tenant.id },
    stages: stagesOf(trace),
    guards: guardsOf(trace, guards),
    refusal: refusal === null ? null : { code: refusal.code, details, remedy },
    faults: faultDecisions(trace, tenant),
    effects: trace.effects.map(effectView),
    ...entriesOf(tenant, trace),
  });
}

function stagesOf({ passed, stopped, refusal, isSuccess, struck }: DecisionTrace): StageView[] {
  const stages = passed.map((stage): StageView => ({ stage, outcome: "passed", reason: null }));
  if (stopped !== null) return [...stages, { stage: stopped.stage, outcome: "refused", reason: stopped.reason }];
  if (refusal !== null) return [...stages, { stage: "operation", outcome: "refused", reason: refusal.code }];
  const isReached = isSuccess || passed.length > 0;
  if (!isReached && struck.length === 0) return [{ stage: "authentication", outcome: "refused", reason: null }];
  return [...stages, { stage: "operation", outcome: isReached ? "passed" : "not-reached", reason: null }];
}

/** Those before the one that refused have passed; an operation that went through has passed them all. */
function guardsOf({ refusal, stopped, passed }: DecisionTrace, guards: readonly string[]): GuardView[] {
  const isReached = stopped === null && passed.length > 0;
  const at = refusal === null ? -1 : guards.indexOf(refusal.code);
  return guards.map((code, index) => {
    if (!isReached || (at >= 0 && index > at)) return { code, outcome: "not-reached" };
    return { code, outcome: index === at ? "refused" : "passed" };
  });
}

function effectView({ detail, ...effect }: TracedEffect): EffectView {
  return { ...effect, detail: typeof detail === "number" ? isoOf(detail) : detail };
}

function entriesOf(tenant: Tenant, trace: DecisionTrace): Pick<TraceView, "events" | "deliveries" | "exchange"> {
  const queued = trace.effects.filter(({ did }) => did === "queued").map(({ key }) => key);
  const events: JournalView[] = [];
  const deliveries: JournalView[] = [];
  let exchange: JournalView | null = null;
  for (const entry of tenant.journal.list()) {
    if (entry.seq >= trace.firstEvent && entry.seq <= trace.lastEvent) events.push(entryView(entry));
    if (entry.kind === "delivery" && queued.includes(String(entry["notificationId"])))
      deliveries.push(entryView(entry));
    if (entry.kind === "exchange" && entry["requestId"] === trace.requestId) exchange = entryView(entry);
  }
  return { events, deliveries, exchange };
}
