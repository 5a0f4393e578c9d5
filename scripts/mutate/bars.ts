import { classOf, isNeutral } from "./choose.ts";
import type { Judgement } from "./judge.ts";
import { median } from "./table.ts";

/** Classes of which nothing may survive: shapes, statuses, authentication, money, idempotency. */
const WHOLE_CLASSES = ["SCR", "SCQ", "STA", "AUT", "MON", "IDE"] as const;

const LEAST_KILLED = 0.95;
const LEAST_ATTRIBUTED = 0.9;
const MOST_FINDINGS = 3;

/** What the suite must reach and has not, one sentence each; a run without a verdict counts as not killed. */
export function missedBars(judgements: readonly Judgement[]): readonly string[] {
  const violations = judgements.filter(({ id }) => !isNeutral(id));
  const killed = violations.filter(({ outcome }) => outcome === "killed");
  const attributed = killed.filter(({ isAttributed }) => isAttributed);
  const alive = violations.filter(
    ({ id, outcome }) => outcome !== "killed" && WHOLE_CLASSES.some((name) => name === classOf(id)),
  );
  const flagged = judgements.filter(({ id, outcome }) => isNeutral(id) && outcome !== "survived");
  const changing = killed.filter(({ reproduced }) => reproduced !== null && reproduced.same < reproduced.of);
  const findings = median(killed.map((one) => one.findings));
  return [
    ...below("killed", { part: killed.length, whole: violations.length, least: LEAST_KILLED }),
    ...below("attributed", { part: attributed.length, whole: killed.length, least: LEAST_ATTRIBUTED }),
    ...(alive.length === 0 ? [] : [`of ${WHOLE_CLASSES.join(", ")} all must be killed; alive: ${namesOf(alive)}`]),
    ...(findings <= MOST_FINDINGS ? [] : [`the median of findings must be at most ${MOST_FINDINGS}, got ${findings}`]),
    ...(changing.length === 0 ? [] : [`a seed must always fail the same rules; changing: ${namesOf(changing)}`]),
    ...(flagged.length === 0 ? [] : [`no neutral change may be flagged; flagged: ${namesOf(flagged)}`]),
  ];
}

function below(
  name: string,
  { part, whole, least }: { readonly part: number; readonly whole: number; readonly least: number },
): string[] {
  if (part >= whole * least) return [];
  return [`at least ${100 * least} % must be ${name}, got ${part} of ${whole}`];
}

function namesOf(judgements: readonly Judgement[]): string {
  return judgements.map(({ id, provider }) => `${id} ${provider}`).join(", ");
}
