import { type Deviation, isExpired, matchDeviation } from "../documents/deviations.ts";
import type { Case } from "../plan/case.ts";
import type { CaseResult, Outcome, Problem } from "../report/events.ts";
import { operationsIn } from "./run-case.ts";
import type { StepProblem } from "./step-problem.ts";

/** A case with what is known of it, before findings that follow from others are told apart. */
export interface Judged {
  readonly one: Case;
  readonly problem: StepProblem | null;
  /** How the problem is shown; null for a pass. */
  readonly shown: Problem | null;
  /** Why it was not run. */
  readonly skipped: string | null;
  /** It failed where its world was made, not in what it is about. */
  readonly isSetup: boolean;
  /** Aspects of answers that were broken in its calls: keys of the monitors, such as `responses/esimQuery/schema`. */
  readonly broken: readonly string[];
  readonly requests: number;
  readonly wallMs: number;
}

/** What turns failures into verdicts. */
export interface VerdictRules {
  readonly target: string;
  readonly deviations: readonly Deviation[];
  /** Against a real backend only documented and observed expectations can fail. */
  readonly isLive: boolean;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Says what became of each case. A failure that only follows from another one is not judged: it would be the same finding again. What
 * remains fails, is known, or (live, with a weak grade) warns.
 */
export function verdictsOf(judged: readonly Judged[], rules: VerdictRules): readonly CaseResult[] {
  // What is known, or only warns, hides nothing: behind it a new failure would go unseen.
  const failing = judged.filter((item) => resultOf(item, null, rules).outcome === "failed");
  const blockers = blockersOf(failing);
  return judged.map((item) => resultOf(item, blockers.get(item) ?? null, rules));
}

/** For each failure that follows from another one: the rule of that one. */
function blockersOf(failed: readonly Judged[]): ReadonlyMap<Judged, string> {
  const blockers = new Map<Judged, string>();
  const bySubject = new Map(failed.map((item) => [item.one.subject ?? "", item.one.rule]));
  for (const item of failed) {
    const broken = item.broken.find((subject) => bySubject.has(subject) && item.one.subject !== subject);
    // What a wrongly accepted request makes of later answers is its consequence, not the other way round.
    if (broken !== undefined && item.one.kind !== "exchanges" && item.one.layer !== "negatives")
      blockers.set(item, bySubject.get(broken) ?? "");
  }
  const standing = failed.filter((item) => !blockers.has(item)).sort((a, b) => rankOf(a) - rankOf(b));
  const own: Judged[] = [];
  for (const item of standing) {
    const blocker = own.find((earlier) => follows(item, earlier));
    if (blocker === undefined) own.push(item);
    else blockers.set(item, blocker.one.rule);
  }
  return blockers;
}

/** Simple expectations first: what combines them follows. */
function rankOf({ one, isSetup }: Judged): number {
  if (isSetup) return 5;
  switch (one.layer) {
    case "responses":
      return 0;
    case "negatives":
    case "auth":
      return 1;
    case "examples":
    case "positives":
      return 2;
    case "states":
      return 2;
    case "effects":
      return 3;
    case "webhooks":
      return 3;
    case "races":
      return 4;
    case "model":
    case "flows":
      return 6;
  }
}

/** A combined case follows from a failure of lower rank in one of the operations that it calls, or of the same kind of failure. */
function follows(item: Judged, earlier: Judged): boolean {
  const [own, other] = [rankOf(item), rankOf(earlier)];
  if (own <= other || own < 3) return false;
  if (item.one.provider !== earlier.one.provider) return false;
  if (item.one.operationId === earlier.one.operationId) return true;
  if (own < 4) return false;
  return operationsIn([...item.one.setup, ...item.one.steps]).has(earlier.one.operationId) || own === 6;
}

function resultOf(item: Judged, blocker: string | null, rules: VerdictRules): CaseResult {
  const { one, skipped, shown, requests, wallMs } = item;
  const { rule, provider, operationId, layer, says, evidence, needs, cost, place } = one;
  const base = { rule, provider, operationId, layer, says, evidence, needs, cost, place, requests, wallMs };
  const ended = (outcome: Outcome, message: string, problem: Problem | null = null): CaseResult => ({
    ...base,
    outcome,
    message,
    problem,
  });
  if (skipped !== null) return ended("skipped", skipped);
  if (shown === null) return ended("passed", "");
  if (blocker !== null) return ended("skipped", `not judged: it follows from ${blocker}`);
  const deviation = matchDeviation(rules.deviations, rule, rules.target);
  if (deviation !== null && !isExpired(deviation, rules.today)) {
    const expiresInDays = Math.round((Date.parse(deviation.expires) - Date.parse(rules.today)) / 86_400_000);
    return { ...ended("known", `${deviation.reason} (until ${deviation.expires})`, shown), expiresInDays };
  }
  const canFail = !rules.isLive || evidence.grade === "documented" || evidence.grade === "observed";
  return canFail
    ? ended("failed", shown.message, shown)
    : ended("passed", `${evidence.grade}: ${shown.message}`, shown);
}
