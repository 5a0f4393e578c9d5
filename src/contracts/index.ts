import { readDocuments } from "./documents/read-documents.ts";
import type { Layer, Plan, ProviderName } from "./plan/case.ts";
import { makePlan, type Profile } from "./plan/make-plan.ts";
import type { CaseResult, RunEvent } from "./report/events.ts";
import { judgeDeviations, knownDeviations } from "./run/judge-deviations.ts";
import { createMasker } from "./run/masking.ts";
import { createReceiver, type Receiver } from "./run/receiver.ts";
import { runPlan } from "./run/run-plan.ts";
import { openTarget, type TargetChoice, unreachableReason } from "./targets/open-target.ts";

export { BrokenDocuments } from "./documents/broken-documents.ts";
export type { DocumentProblem } from "./documents/problem.ts";
export { type Case, LAYERS, type Layer, type Plan, type ProviderName } from "./plan/case.ts";
export { matchesRule } from "./plan/match-rule.ts";
export { PROFILES, type Profile } from "./plan/make-plan.ts";
export { summaryOf } from "./plan/summary.ts";
export type { CaseResult, RunEvent } from "./report/events.ts";
export { renderGithub } from "./report/github.ts";
export { renderHtml } from "./report/html.ts";
export { renderJson } from "./report/json.ts";
export { progressLine, renderTerminal } from "./report/terminal.ts";
export { WrongTarget } from "./targets/http.ts";
export type { TargetChoice } from "./targets/open-target.ts";

/** Which cases are wanted. */
export interface PlanOptions {
  readonly providers: readonly ProviderName[];
  readonly profile: Profile;
  readonly seed: number;
  /** Globs over rules; none means all. */
  readonly only?: readonly string[];
  readonly layers?: readonly Layer[];
}

/** A plan and where it is run. */
export interface RunOptions extends PlanOptions {
  readonly target: TargetChoice;
  /** Where the kit's own receiver listens: `127.0.0.1` and a free port unless named. */
  readonly listen?: { readonly host: string; readonly port: number };
  /** The command line that repeats the run, for reports; no secrets. */
  readonly command?: string;
  /** A file of known deviations; none by default. */
  readonly deviations?: string | URL | null;
}

/** What a run came to; `exitCode` is 0 for a pass, 1 for failures, 2 for an empty run, 3 for a target that is not there. */
export interface RunSummary {
  readonly verdict: "pass" | "fail" | "unreachable" | "empty";
  readonly exitCode: number;
  readonly results: readonly CaseResult[];
}

/** Makes the plan and sends nothing. @throws BrokenDocuments when a document of `spec/` has a problem */
export function planContract(options: PlanOptions): Plan {
  const { specifications, flowCases } = readDocuments(options.providers);
  const { profile, seed, only = [], layers = [] } = options;
  return makePlan({ specifications: [...specifications.values()], flows: flowCases, profile, seed, only, layers });
}

/** Runs the contract suite against a target; every event of the run goes to `onEvent`, and all reports are made from them. */
export async function runContract(options: RunOptions, onEvent: (event: RunEvent) => void): Promise<RunSummary> {
  const startedAt = performance.now();
  const plan = planContract(options);
  const { specifications, flows } = readDocuments(options.providers);
  const counts = { passed: 0, failed: 0, skipped: 0, known: 0 };
  const end = (verdict: RunSummary["verdict"], message: string, more: { readonly results: readonly CaseResult[]; readonly requests: number }): RunSummary => {
    for (const { outcome } of more.results) counts[outcome] += 1;
    const warnings = more.results.filter(({ outcome, message: told }) => outcome === "passed" && told !== "").length;
    const wallMs = performance.now() - startedAt;
    onEvent({ event: "run-ended", verdict, message, counts, warnings, requests: more.requests, wallMs, spent: "0.00 USD" });
    return { verdict, exitCode: { pass: 0, fail: 1, empty: 1, unreachable: 3 }[verdict], results: more.results };
  };
  const target = await openTarget(options.target, options.seed);
  let receiver: Receiver | null = null;
  try {
    onEvent({
      event: "run-started",
      target: target.name,
      profile: plan.profile,
      seed: plan.seed,
      planHash: plan.hash,
      cases: plan.cases.length,
      providers: plan.providers,
      command: options.command ?? "",
    });
    const nothing = { results: [], requests: 0 };
    const reason = await unreachableReason(target, [...specifications.values()]);
    if (reason !== null) return end("unreachable", reason, nothing);
    const masker = createMasker();
    for (const provider of plan.providers) {
      for (const who of ["usual", "other"] as const) {
        for (const [name, value] of Object.entries(target.credentials(provider, who)?.values ?? {})) masker.secret(name, value);
      }
    }
    const isLive = options.profile === "live-read";
    const known = knownDeviations(options.deviations ?? null);
    const today = new Date().toISOString().slice(0, 10);
    const { results, requests, unreachable } = await runPlan(plan, {
      specifications,
      flows,
      target,
      deviations: known,
      masker,
      inbox: async () => {
        receiver ??= await createReceiver(options.listen ?? {});
        return receiver;
      },
      emit: onEvent,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      stopwatch: () => performance.now(),
      today,
      isLive,
    });
    if (unreachable !== null) return end("unreachable", `the target no longer answers: ${unreachable}`, { results: [], requests });
    const bad = judgeDeviations(known, { results, target: target.name, today }, onEvent);
    const judged = results.filter(({ outcome }) => outcome !== "skipped");
    if (judged.length === 0) return end("empty", "no case of the plan could be judged", { results, requests });
    const isFailed = bad || results.some(({ outcome }) => outcome === "failed");
    return end(isFailed ? "fail" : "pass", "", { results, requests });
  } finally {
    await closeReceiver(receiver);
    await target.close();
  }
}

/** The compiler does not see that a callback has set it. */
async function closeReceiver(receiver: Receiver | null): Promise<void> {
  await receiver?.close();
}
