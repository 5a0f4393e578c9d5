import type { Evidence, ProviderName, SpecPlace } from "../plan/case.ts";
import type { CaseResult } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { byText } from "./wording.ts";

/** One thing that is wrong, however many cases show it. */
export interface Finding {
  readonly provider: ProviderName;
  /** The `root` of the problems; the rule of a case that names no problem. */
  readonly root: string;
  readonly message: string;
  readonly rules: readonly string[];
  readonly operations: readonly string[];
  readonly place: SpecPlace;
  readonly evidence: Evidence;
  /** The first case that showed it. */
  readonly first: CaseResult;
  readonly count: number;
}

/** Groups the failed cases by their root cause: those with most cases first, then by rule. */
export function findingsOf(results: readonly CaseResult[]): Finding[] {
  return grouped(results.filter(({ outcome }) => outcome === "failed"));
}

/** The same for what does not fail the run: passes that carry a message. */
export function warningsOf(results: readonly CaseResult[]): Finding[] {
  return grouped(results.filter(isWarning));
}

/** The same for what deviations cover. */
export function knownOf(results: readonly CaseResult[]): Finding[] {
  return grouped(results.filter(({ outcome }) => outcome === "known"));
}

/** Whether a case passed only because its grade, or a rule of the profile, makes its failure a warning. */
export function isWarning({ outcome, message }: CaseResult): boolean {
  return outcome === "passed" && message !== "";
}

/** Where else a finding was seen: `seen in 14 operations`. */
export function spreadOf({ operations, count }: Finding): string {
  if (operations.length > 1) return `seen in ${operations.length} operations`;
  return count > 1 ? `seen in ${count} cases` : "";
}

function grouped(results: readonly CaseResult[]): Finding[] {
  const groups = groupedBy(results, (result) => `${result.provider} ${rootOf(result)}`);
  return [...groups.values()]
    .flatMap((cases) => findingOf(cases))
    .sort((one, other) => other.count - one.count || byText(one.first.rule, other.first.rule));
}

function findingOf(cases: readonly CaseResult[]): Finding[] {
  const [first] = cases;
  if (first === undefined) return [];
  return [
    {
      provider: first.provider,
      root: rootOf(first),
      message: first.problem?.message ?? first.message,
      rules: cases.map(({ rule }) => rule),
      operations: [...new Set(cases.map(({ operationId }) => operationId))],
      place: first.problem?.place ?? first.place,
      evidence: first.evidence,
      first,
      count: cases.length,
    },
  ];
}

function rootOf({ problem, rule }: CaseResult): string {
  return problem?.root ?? rule;
}
