import type { RunEvent } from "./report/events.ts";

export { describeContract } from "./describe-contract.ts";
export { BrokenDocuments } from "./documents/broken-documents.ts";
export type { DocumentProblem } from "./documents/problem.ts";
export { type Case, LAYERS, type Layer, type Plan, type ProviderName } from "./plan/case.ts";
export { PROFILES, type Profile } from "./plan/make-plan.ts";
export { explainRule, type PlanOptions, planContract, ruleHint, summarize, unmatchedGlobs } from "./plan-contract.ts";
export { shellWord } from "./report/curl.ts";
export type { CaseResult, RunEvent } from "./report/events.ts";
export { renderGithub } from "./report/github.ts";
export { renderHtml } from "./report/html.ts";
export { renderJson } from "./report/json.ts";
export { renderMarkdown } from "./report/markdown.ts";
export { renderPlan } from "./report/plan-lines.ts";
export { progressLine, renderTerminal } from "./report/terminal.ts";
export { type RunOptions, type RunSummary, runContract } from "./run-contract.ts";
export { WrongTarget } from "./targets/http.ts";
export type { TargetChoice } from "./targets/open-target.ts";

/** The reports that need a library of their own, loaded when they are asked for. */
export async function fileReports(): Promise<{
  readonly renderJunit: (events: Iterable<RunEvent>) => string;
  readonly renderSarif: (events: Iterable<RunEvent>) => string;
}> {
  const [{ renderJunit }, { renderSarif }] = await Promise.all([
    import("./report/junit.ts"),
    import("./report/sarif.ts"),
  ]);
  return { renderJunit, renderSarif };
}
