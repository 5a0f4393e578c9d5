import type { ChildWorker } from "./child-worker.ts";
import { readDocuments } from "./documents/read-documents.ts";
import type { ListenAddress } from "./local-worker.ts";
import { type OpenWorker, openWorkers, startChildren } from "./open-workers.ts";
import type { Plan } from "./plan/case.ts";
import { documentedCases, type PlanOptions, planContract } from "./plan-contract.ts";
import type { CaseResult, RunEvent } from "./report/events.ts";
import { judgeDeviations, knownDeviations } from "./run/judge-deviations.ts";
import { runPlan } from "./run/run-plan.ts";
import { openTarget, type TargetChoice, unreachableReason } from "./targets/open-target.ts";
import type { Target } from "./targets/target.ts";

/** A plan and where it is run. */
export interface RunOptions extends PlanOptions {
  readonly target: TargetChoice;
  /** Where the kit's own receiver listens: `127.0.0.1` and a free port unless named. */
  readonly listen?: ListenAddress;
  /** How many workers share the cases, each with tenants of its own; default 1. Who cannot be controlled is asked by one. */
  readonly jobs?: number;
  /** The command line that repeats the run, for reports; no secrets. */
  readonly command?: string;
  /** A file of known deviations; none by default. */
  readonly deviations?: string | URL | null;
}

/** What a run came to; `exitCode` is 0 for a pass, 1 for failures and for a run that judged nothing, 3 for a target that is not there. */
export interface RunSummary {
  readonly verdict: "pass" | "fail" | "unreachable" | "empty";
  readonly exitCode: number;
  readonly results: readonly CaseResult[];
}

/** Runs the contract suite against a target; every event of the run goes to `onEvent`, and all reports are made from them. */
export async function runContract(options: RunOptions, onEvent: (event: RunEvent) => void): Promise<RunSummary> {
  const children = startChildren(options);
  try {
    return await runWith(children, options, onEvent);
  } finally {
    for (const child of children) await child.close();
  }
}

async function runWith(
  children: readonly ChildWorker[],
  options: RunOptions,
  onEvent: (event: RunEvent) => void,
): Promise<RunSummary> {
  const startedAt = performance.now();
  const plan = planContract(options);
  const target = await openTarget(options.target, options.seed);
  const workers = await openWorkers(plan, options, { target, children });
  try {
    onEvent(startedEvent(plan, target, options.command ?? ""));
    const ended = await runAgainst(target, { plan, options, workers, onEvent });
    const { verdict, message, results, requests } = ended;
    const warnings = results.filter(({ outcome, message: told }) => outcome === "passed" && told !== "").length;
    const counts = { passed: 0, failed: 0, skipped: 0, known: 0 };
    for (const { outcome } of results) counts[outcome] += 1;
    const wallMs = performance.now() - startedAt;
    onEvent({ event: "run-ended", verdict, message, counts, warnings, requests, wallMs });
    return { verdict, exitCode: { pass: 0, fail: 1, empty: 1, unreachable: 3 }[verdict], results };
  } finally {
    for (const worker of workers) await worker.close();
    await target.close();
  }
}

interface Ended {
  readonly verdict: RunSummary["verdict"];
  readonly message: string;
  readonly results: readonly CaseResult[];
  readonly requests: number;
}

async function runAgainst(
  target: Target,
  run: {
    readonly plan: Plan;
    readonly options: RunOptions;
    readonly workers: readonly OpenWorker[];
    readonly onEvent: (event: RunEvent) => void;
  },
): Promise<Ended> {
  const { plan, options, workers, onEvent } = run;
  const { specifications } = readDocuments(options.providers);
  const reason = await unreachableReason(target, [...specifications.values()]);
  if (reason !== null) return { verdict: "unreachable", message: reason, results: [], requests: 0 };
  const deviations = knownDeviations(options.deviations ?? null);
  const today = new Date().toISOString().slice(0, 10);
  const { results, requests, unreachable } = await runPlan(plan, {
    specifications,
    workers,
    target: target.name,
    deviations,
    documented: documentedCases(options),
    emit: onEvent,
    today,
    isLive: options.profile === "live-read",
  });
  if (unreachable !== null) {
    return { verdict: "unreachable", message: `the target no longer answers: ${unreachable}`, results: [], requests };
  }
  const isBad = judgeDeviations(deviations, { results, target: target.name, today }, onEvent);
  if (results.every(({ outcome }) => outcome === "skipped")) {
    return { verdict: "empty", message: "no case of the plan could be judged", results, requests };
  }
  const isFailed = isBad || results.some(({ outcome }) => outcome === "failed");
  return { verdict: isFailed ? "fail" : "pass", message: "", results, requests };
}

function startedEvent(plan: Plan, target: Target, command: string): RunEvent {
  const { profile, seed, hash: planHash, providers } = plan;
  return {
    event: "run-started",
    target: target.name,
    profile,
    seed,
    planHash,
    cases: plan.cases.length,
    providers,
    command,
  };
}
