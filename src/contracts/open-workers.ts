import { ChildWorker } from "./child-worker.ts";
import { LocalWorker } from "./local-worker.ts";
import type { Plan } from "./plan/case.ts";
import type { CasesOutcome, Progress } from "./run/run-cases.ts";
import type { RunOptions } from "./run-contract.ts";
import { openTarget } from "./targets/open-target.ts";
import type { Target } from "./targets/target.ts";

/** Runs some cases of a plan. */
export interface OpenWorker {
  run(indices: readonly number[], onProgress: (progress: Progress) => void): Promise<CasesOutcome>;
  close(): Promise<void>;
}

/** To open a worker takes as long as it takes to run some cases: for fewer it is not worth it. */
const CASES_PER_WORKER = 200;

/**
 * Opens the workers of a run; the first one uses the target that is open. The others have a world of their own: a simulator in another
 * process, or further tenants of a sandbox elsewhere. A backend that nobody controls has one world only, and so has a run whose receiver
 * must listen at one port.
 */
export async function openWorkers(
  plan: Plan,
  options: RunOptions,
  { target, children }: { readonly target: Target; readonly children: readonly ChildWorker[] },
): Promise<readonly OpenWorker[]> {
  const { target: choice, jobs = 1, listen } = options;
  const workers: OpenWorker[] = [
    new LocalWorker(plan, options, { target, ...(listen === undefined ? {} : { listen }) }),
  ];
  for (const child of children) {
    workers.push({
      run: (indices, onProgress) => child.run({ planHash: plan.hash, indices }, onProgress),
      close: () => child.close(),
    });
  }
  const isAlone = choice.kind !== "url" || target.control === null || (listen?.port ?? 0) !== 0;
  const count = isAlone ? 1 : Math.min(jobs, Math.ceil(plan.cases.length / CASES_PER_WORKER));
  for (let number = 1; number < count; number += 1) workers.push(await openFurther(plan, options, number));
  return workers;
}

/**
 * Starts the further processes of a run in this process, before its plan is made: they read the documents at the same time. Where only
 * some cases are wanted one process is enough.
 */
export function startChildren(options: RunOptions): readonly ChildWorker[] {
  const { target, jobs = 1, providers, profile, seed, only = [], layers = [] } = options;
  if (target.kind !== "in-process" || only.length > 0 || layers.length > 0) return [];
  const task = { options: { providers, profile, seed }, mutant: target.mutant ?? null };
  return Array.from({ length: jobs - 1 }, () => new ChildWorker(task));
}

async function openFurther(plan: Plan, options: RunOptions, number: number): Promise<OpenWorker> {
  const target = await openTarget(options.target, options.seed, number);
  const host = options.listen?.host;
  const worker = new LocalWorker(plan, options, { target, listen: host === undefined ? {} : { host } });
  return {
    run: (indices, onProgress) => worker.run(indices, onProgress),
    close: async () => {
      await worker.close();
      await target.close();
    },
  };
}
