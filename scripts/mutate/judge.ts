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
  const none = { id, provider, isAttributed: false, findings: 0, rules: [], requests: 0, seconds: 0 };
  if (run.kind !== "ended") return { ...none, outcome: "broken", detail: `${run.kind}: ${run.detail}` };
  const telling = run.failed.filter(({ rule }) => plain.passed.has(rule));
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
  };
}

/** Whether a rule fits a pattern in which `*` stands for any characters, also for none behind the last colon. */
export function fits(pattern: string, rule: string): boolean {
  const source = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${source.join(".*")}$`);
  return expression.test(rule) || expression.test(`${rule}:`);
}
