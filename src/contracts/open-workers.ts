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
export async function openWorkers(plan: Plan, options: RunOptions, target: Target): Promise<readonly OpenWorker[]> {
  const { target: choice, jobs = 1, listen } = options;
  const workers: OpenWorker[] = [
    new LocalWorker(plan, options, { target, ...(listen === undefined ? {} : { listen }) }),
  ];
  const isAlone = choice.kind === "url" && (target.control === null || (listen?.port ?? 0) !== 0);
  const count = isAlone ? 1 : Math.min(jobs, Math.ceil(plan.cases.length / CASES_PER_WORKER));
  const { providers, profile, seed, only = [], layers = [] } = options;
  for (let number = 1; number < count; number += 1) {
    if (choice.kind === "url") workers.push(await openFurther(plan, options, number));
    else {
      const mutant = choice.mutant ?? null;
      const own = { providers, profile, seed, only, layers };
      workers.push(new ChildWorker({ options: own, planHash: plan.hash, mutant }));
    }
  }
  return workers;
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
