import { suggestion } from "./documents/nearest-name.ts";
import { readDocuments } from "./documents/read-documents.ts";
import type { Case, Layer, Plan, ProviderName } from "./plan/case.ts";
import { explainCase } from "./plan/explain.ts";
import { makePlan, type Profile } from "./plan/make-plan.ts";
import { matchesRule } from "./plan/match-rule.ts";
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

/** The cases of every profile and layer: what coverage is counted against. */
export function documentedCases(options: PlanOptions): readonly Case[] {
  return planContract({ ...options, profile: "sim-full", only: [], layers: [] }).cases;
}

/** Counts what a plan would send, cost and leave behind. */
export function summarize(plan: Plan): Promise<PlanSummary> {
  return summaryOf(plan, readDocuments(plan.providers).specifications.values());
}

/** One sentence for each glob of `only` that fits no rule of the plan: where it would fit, or what may have been meant. */
export function unmatchedGlobs(options: PlanOptions): readonly string[] {
  const { only = [] } = options;
  if (only.length === 0) return [];
  const own = planContract(options).cases;
  return only
    .filter((glob) => !own.some(({ rule }) => matchesRule(glob, rule)))
    .map((glob) => `no rule of this plan fits "${glob}"; ${ruleHint(options, glob)}`);
}

/** What may have been meant by a text that is no rule of a plan. */
export function ruleHint(options: PlanOptions, text: string): string {
  const all = planContract({ ...options, profile: "sim-full", only: [], layers: [] }).cases;
  const fitting = all.filter(({ rule }) => matchesRule(text, rule)).map(({ rule }) => rule);
  if (fitting.length > 0) return `${fitting.length} rules of sim-full fit, such as ${fitting[0]}`;
  if (!text.includes("*")) return suggestion(text, new Set(all.map(({ rule }) => rule)));
  return suggestion(text, new Set(all.map(({ provider, operationId }) => `${provider}:${operationId}:*`)));
}

/** Says in lines where a rule comes from and what its case sends; null for a rule that is in no plan. */
export function explainRule(options: PlanOptions, rule: string): readonly string[] | null {
  const { specifications } = readDocuments(options.providers);
  const one = planContract(options).cases.find((candidate) => candidate.rule === rule);
  const spec = specifications.get(one?.provider ?? "");
  return one === undefined || spec === undefined ? null : explainCase(one, spec);
}
