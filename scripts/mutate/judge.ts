import { isDeepStrictEqual } from "node:util";
import type { CaseResult } from "../../src/contracts/report/events.ts";
import { findingsOf } from "../../src/contracts/report/findings.ts";
import type { Mutant, MutantProvider } from "../../src/simulator/mutants/mutant.ts";
import type { BrokenRun, EndedRun } from "./run-lines.ts";

/** What the suite made of a mutant of one provider. */
export interface Judgement {
  readonly id: string;
  readonly provider: MutantProvider;
  /** `broken`: the suite itself did not come to its end, which is no kill. */
  readonly outcome: "killed" | "survived" | "broken";
  /** Whether a case that fails names a rule that the mutant breaks. */
  readonly isAttributed: boolean;
  /** Root causes that were reported. */
  readonly findings: number;
  /** The rules that fail with the mutant only. */
  readonly rules: readonly string[];
  readonly requests: number;
  readonly seconds: number;
  readonly detail: string;
  /** Of how many runs with the same seed how many failed the same rules as the first; null when there was one run only. */
  readonly reproduced: { readonly same: number; readonly of: number } | null;
}

/** Rules that are kept of a kill; a mutant that fails hundreds of cases need not list them all. */
const RULES_KEPT = 20;

/** Compares a run with a mutant with the one without: what fails there too, or was not passed, says nothing. */
export function judge(
  { mutant, provider }: { readonly mutant: Mutant; readonly provider: MutantProvider },
  plain: EndedRun,
  run: EndedRun | BrokenRun,
): Judgement {
  const { id } = mutant;
  const none = { id, provider, isAttributed: false, findings: 0, rules: [], requests: 0, seconds: 0, reproduced: null };
  if (run.kind !== "ended") return { ...none, outcome: "broken", detail: `${run.kind}: ${run.detail}` };
  const telling = tellingFailures(plain, run);
  const rules = telling.map(({ rule }) => rule);
  const named = rules.filter((rule) => mutant.rules.some((pattern) => fits(pattern, rule)));
  const others = rules.filter((rule) => !named.includes(rule));
  return {
    id,
    provider,
    outcome: telling.length > 0 ? "killed" : "survived",
    isAttributed: named.length > 0,
    findings: findingsOf(telling).length,
    rules: [...named, ...others].slice(0, RULES_KEPT),
    requests: run.requests,
    seconds: Math.round(run.wallMs / 100) / 10,
    detail: telling[0]?.message ?? "",
    reproduced: null,
  };
}

/** Whether two runs with a mutant fail the same rules, of those that pass without it. */
export function failAlike(plain: EndedRun, one: EndedRun | BrokenRun, other: EndedRun | BrokenRun): boolean {
  if (one.kind !== "ended" || other.kind !== "ended") return false;
  const rulesOf = (run: EndedRun): string[] => tellingFailures(plain, run).map(({ rule }) => rule);
  return isDeepStrictEqual(rulesOf(one).sort(), rulesOf(other).sort());
}

function tellingFailures(plain: EndedRun, run: EndedRun): readonly CaseResult[] {
  return run.failed.filter(({ rule }) => plain.passed.has(rule));
}

/** Whether a rule fits a pattern in which `*` stands for any characters, also for none behind the last colon. */
export function fits(pattern: string, rule: string): boolean {
  const source = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${source.join(".*")}$`);
  return expression.test(rule) || expression.test(`${rule}:`);
}
