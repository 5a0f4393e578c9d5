import type { Deviation } from "../documents/deviations.ts";
import type { Specification } from "../documents/specification.ts";
import type { Case, Plan, ProviderName } from "../plan/case.ts";
import type { CaseResult, RunEvent } from "../report/events.ts";
import { coverageOf, Traffic } from "./coverage.ts";
import { type CasesOutcome, type JudgedCase, type Progress, UNSEEN } from "./run-cases.ts";
import { splitCases } from "./split-cases.ts";
import { type Judged, verdictsOf } from "./verdicts.ts";

/** Runs some cases of the plan, given by their places in it. */
interface Worker {
  /** Whose cases it can run. */
  readonly providers: readonly ProviderName[];
  run(indices: readonly number[], onProgress: (progress: Progress) => void): Promise<CasesOutcome>;
}

/** What a run needs besides its plan. */
export interface RunPorts {
  readonly specifications: ReadonlyMap<string, Specification>;
  readonly workers: readonly Worker[];
  /** The target's name. */
  readonly target: string;
  readonly deviations: readonly Deviation[];
  /** The cases of every profile: what there is to cover. */
  readonly documented: readonly Case[];
  readonly emit: (event: RunEvent) => void;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly isLive: boolean;
}

/** What came of a run. */
export interface RunOutcome {
  readonly results: readonly CaseResult[];
  readonly requests: number;
  /** The target stopped answering: nothing is judged then. */
  readonly unreachable: string | null;
}

/** Runs every case of a plan, shared out among the workers, and says what became of each. */
export async function runPlan(plan: Plan, ports: RunPorts): Promise<RunOutcome> {
  const outcomes = await runShared(plan, ports);
  const traffic = (provider: string): Traffic => Traffic.joined(outcomes.map((one) => one.traffic[provider]));
  const requests = plan.providers.reduce((sum, provider) => sum + traffic(provider).requests, 0);
  const unreachable = outcomes.find((one) => one.unreachable !== null)?.unreachable ?? null;
  if (unreachable !== null) return { results: [], requests, unreachable };
  const judged = joined(plan, outcomes);
  const all: CaseResult[] = [];
  for (const [provider, spec] of ports.specifications) {
    const own = judged.filter(({ one }) => one.provider === provider);
    const results = verdictsOf(own, ports);
    all.push(...results);
    for (const result of results) ports.emit({ event: "case", result });
    const coverage = coverageOf(spec, { cases: ports.documented, results, traffic: traffic(provider) });
    ports.emit({ event: "coverage", coverage });
  }
  return { results: all, requests, unreachable: null };
}

async function runShared(plan: Plan, { workers, emit, specifications }: RunPorts): Promise<readonly CasesOutcome[]> {
  const states = new Map<number, Progress>();
  const told = (worker: number) => (progress: Progress) => {
    states.set(worker, progress);
    const sum = (name: "done" | "requests"): number => [...states.values()].reduce((all, one) => all + one[name], 0);
    const { now } = progress;
    emit({ event: "progress", done: sum("done"), of: plan.cases.length, requests: sum("requests"), now });
  };
  const shares = splitCases(
    plan.cases,
    workers.map(({ providers }) => providers),
    specifications,
  );
  return Promise.all(workers.map((worker, index) => worker.run(shares[index] ?? [], told(index))));
}

/** One judgement for each case, in the order of the plan. What answers show may have been seen by several workers. */
function joined(plan: Plan, outcomes: readonly CasesOutcome[]): readonly Judged[] {
  const byIndex = new Map<number, JudgedCase>();
  for (const judged of outcomes.flatMap((outcome) => outcome.judged)) {
    const before = byIndex.get(judged.index);
    if (before === undefined || tells(judged) > tells(before)) byIndex.set(judged.index, judged);
  }
  return plan.cases.flatMap((one, index) => {
    const found = byIndex.get(index);
    return found === undefined ? [] : [{ ...found, one: found.place === null ? one : { ...one, place: found.place } }];
  });
}

/** A problem tells more than a pass, and a pass more than nothing. */
function tells({ problem, skipped }: JudgedCase): number {
  if (problem !== null) return 2;
  return skipped === UNSEEN ? 0 : 1;
}
