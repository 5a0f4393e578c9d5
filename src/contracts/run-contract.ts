import { readDocuments } from "./documents/read-documents.ts";
import type { Plan } from "./plan/case.ts";
import { type PlanOptions, planContract } from "./plan-contract.ts";
import type { CaseResult, RunEvent } from "./report/events.ts";
import { judgeDeviations, knownDeviations } from "./run/judge-deviations.ts";
import { createMasker, type Masker } from "./run/masking.ts";
import { createReceiver, type Receiver } from "./run/receiver.ts";
import { type RunPorts, runPlan } from "./run/run-plan.ts";
import { openTarget, type TargetChoice, unreachableReason } from "./targets/open-target.ts";
import type { Target } from "./targets/target.ts";

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

/** What a run came to; `exitCode` is 0 for a pass, 1 for failures and for a run that judged nothing, 3 for a target that is not there. */
export interface RunSummary {
  readonly verdict: "pass" | "fail" | "unreachable" | "empty";
  readonly exitCode: number;
  readonly results: readonly CaseResult[];
}

/** Runs the contract suite against a target; every event of the run goes to `onEvent`, and all reports are made from them. */
export async function runContract(options: RunOptions, onEvent: (event: RunEvent) => void): Promise<RunSummary> {
  const startedAt = performance.now();
  const plan = planContract(options);
  const target = await openTarget(options.target, options.seed);
  const inbox = new LazyReceiver(options.listen ?? {});
  try {
    onEvent(startedEvent(plan, target, options.command ?? ""));
    const ended = await runAgainst(target, { plan, options, inbox, onEvent });
    const { verdict, message, results, requests } = ended;
    const warnings = results.filter(({ outcome, message: told }) => outcome === "passed" && told !== "").length;
    const counts = { passed: 0, failed: 0, skipped: 0, known: 0 };
    for (const { outcome } of results) counts[outcome] += 1;
    const wallMs = performance.now() - startedAt;
    onEvent({ event: "run-ended", verdict, message, counts, warnings, requests, wallMs, spent: "0.00 USD" });
    return { verdict, exitCode: { pass: 0, fail: 1, empty: 1, unreachable: 3 }[verdict], results };
  } finally {
    await inbox.close();
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
    readonly inbox: LazyReceiver;
    readonly onEvent: (event: RunEvent) => void;
  },
): Promise<Ended> {
  const { plan, options, inbox, onEvent } = run;
  const { specifications, flows } = readDocuments(options.providers);
  const reason = await unreachableReason(target, [...specifications.values()]);
  if (reason !== null) return { verdict: "unreachable", message: reason, results: [], requests: 0 };
  const deviations = knownDeviations(options.deviations ?? null);
  const today = new Date().toISOString().slice(0, 10);
  const ports: RunPorts = {
    specifications,
    flows,
    target,
    deviations,
    masker: maskerFor(target, plan),
    inbox: () => inbox.open(),
    emit: onEvent,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    stopwatch: () => performance.now(),
    today,
    isLive: options.profile === "live-read",
  };
  const { results, requests, unreachable } = await runPlan(plan, ports);
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

/** Hides the credentials of every tenant that takes part. */
function maskerFor(target: Target, plan: Plan): Masker {
  const masker = createMasker();
  for (const provider of plan.providers) {
    for (const who of ["usual", "other"] as const) {
      for (const [name, value] of Object.entries(target.credentials(provider, who)?.values ?? {})) {
        masker.secret(name, value);
      }
    }
  }
  return masker;
}

/** The run's own receiver, opened when a case first needs one. */
class LazyReceiver {
  readonly #address: { readonly host?: string; readonly port?: number };
  #receiver: Promise<Receiver> | null = null;

  constructor(address: { readonly host?: string; readonly port?: number }) {
    this.#address = address;
  }

  open(): Promise<Receiver> {
    this.#receiver ??= createReceiver(this.#address);
    return this.#receiver;
  }

  async close(): Promise<void> {
    await (await this.#receiver)?.close();
  }
}
