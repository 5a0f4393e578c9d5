import { readDocuments } from "./documents/read-documents.ts";
import type { Layer, Plan, ProviderName } from "./plan/case.ts";
import { explainCase } from "./plan/explain.ts";
import { makePlan, type Profile } from "./plan/make-plan.ts";
import { type PlanSummary, summaryOf } from "./plan/summary.ts";

/** Which cases are wanted. */
export interface PlanOptions {
  readonly providers: readonly ProviderName[];
  readonly profile: Profile;
  readonly seed: number;
  /** Globs over rules; none means all. */
  readonly only?: readonly string[];
  readonly layers?: readonly Layer[];
}

/** Makes the plan and sends nothing. @throws BrokenDocuments when a document of `spec/` has a problem */
export function planContract(options: PlanOptions): Plan {
  const { specifications, flowCases } = readDocuments(options.providers);
  const { profile, seed, only = [], layers = [] } = options;
  return makePlan({ specifications: [...specifications.values()], flows: flowCases, profile, seed, only, layers });
}

/** Counts what a plan would send and cost. */
export function summarize(plan: Plan): PlanSummary {
  const { specifications } = readDocuments(plan.providers);
  return summaryOf(
    plan,
    (one, operationId) => specifications.get(one.provider)?.operations.get(operationId)?.effects?.cost ?? "sunk",
  );
}

/** Says in lines where a rule comes from and what its case sends; null for a rule that is in no plan. */
export function explainRule(options: PlanOptions, rule: string): readonly string[] | null {
  const { specifications } = readDocuments(options.providers);
  const one = planContract(options).cases.find((candidate) => candidate.rule === rule);
  const spec = specifications.get(one?.provider ?? "");
  return one === undefined || spec === undefined ? null : explainCase(one, spec);
}
