import { type Deviation, isExpired, matchDeviation } from "../documents/deviations.ts";
import type { Case } from "../plan/case.ts";
import { moneyRoot } from "../plan/money-steps.ts";
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
const RANK = { answer: 0, refusal: 1, acceptance: 2, state: 3, effect: 4, combined: 5, race: 6, world: 7, sequence: 8 };

function rankOf({ one, isSetup, problem }: Judged): number {
  if (isSetup) return RANK.world;
  // What is accepted and paid wrongly follows from the effect of its operation; it is no wrong acceptance.
  const isPaidWrongly = one.layer === "positives" && problem?.root === moneyRoot(one.operationId);
  return one.isCombined === true || isPaidWrongly ? Math.max(RANK.combined, rankOfLayer(one)) : rankOfLayer(one);
}

function rankOfLayer({ layer, rule }: Case): number {
  switch (layer) {
    case "responses":
      return RANK.answer;
    case "negatives":
    case "auth":
      return RANK.refusal;
    case "examples":
    case "positives":
      return RANK.acceptance;
    case "states":
      return enteredBy(rule) === null ? RANK.state : RANK.acceptance;
    case "effects":
    case "webhooks":
      return RANK.effect;
    case "races":
      return RANK.race;
    case "model":
    case "flows":
      return RANK.sequence;
  }
}

/** The state that a case is about the entering of, as `resource.state`. */
function enteredBy(rule: string): string | null {
  return /:states:reached:(.+)$/.exec(rule)?.[1] ?? null;
}

/**
 * A case that begins in a state follows from one that says that the state is not entered. From the rank of effects on a case follows from
 * a failure of lower rank of its own operation; what combines calls also from a wrong effect of each of them; races, worlds, sequences
 * and flows from any failure of theirs.
 */
function follows(item: Judged, earlier: Judged): boolean {
  const [own, other] = [rankOf(item), rankOf(earlier)];
  const [one, cause] = [item.one, earlier.one];
  if (own <= other || one.provider !== cause.provider) return false;
  if (own === RANK.state) {
    const entered = enteredBy(cause.rule);
    return entered !== null && one.rule.endsWith(`:${entered}`);
  }
  if (own < RANK.effect) return false;
  if (one.operationId === cause.operationId) return true;
  if (own === RANK.effect || (own === RANK.combined && other < RANK.effect)) return false;
  return own === RANK.sequence || operationsIn([...one.setup, ...one.steps]).has(cause.operationId);
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
