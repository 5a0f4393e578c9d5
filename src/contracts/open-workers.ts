import { ChildWorker } from "./child-worker.ts";
import { LocalWorker } from "./local-worker.ts";
import type { Plan, ProviderName } from "./plan/case.ts";
import { planContract } from "./plan-contract.ts";
import type { CasesOutcome, Progress } from "./run/run-cases.ts";
import type { RunOptions } from "./run-contract.ts";
import { openTarget } from "./targets/open-target.ts";
import type { Target } from "./targets/target.ts";

/** Runs some cases of a plan: those of `providers`. */
export interface OpenWorker {
  readonly providers: readonly ProviderName[];
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
    ...children.map((child) => openChild(plan, options, child)),
  ];
  const isAlone = choice.kind !== "url" || target.control === null || (listen?.port ?? 0) !== 0;
  const count = isAlone ? 1 : Math.min(jobs, Math.ceil(plan.cases.length / CASES_PER_WORKER));
  for (let number = 1; number < count; number += 1) workers.push(await openFurther(plan, options, number));
  return workers;
}

/** A child makes the plan of its own providers: there a case has another place than in the plan of all. */
function openChild(plan: Plan, options: RunOptions, child: ChildWorker): OpenWorker {
  const { providers } = child;
  const own = planContract({ ...options, providers });
  const placeInOwn = new Map(own.cases.map(({ rule }, index) => [rule, index]));
  const placeInAll = new Map(plan.cases.map(({ rule }, index) => [rule, index]));
  const ownOf = (index: number): number => placeInOwn.get(plan.cases[index]?.rule ?? "") ?? -1;
  const placeOf = (index: number): number => placeInAll.get(own.cases[index]?.rule ?? "") ?? -1;
  return {
    providers,
    run: async (indices, onProgress) => {
      const outcome = await child.run({ planHash: own.hash, indices: indices.map(ownOf) }, onProgress);
      return { ...outcome, judged: outcome.judged.map((one) => ({ ...one, index: placeOf(one.index) })) };
    },
    close: () => child.close(),
  };
}

/**
 * Starts the further processes of a run in this process, before its plan is made: they read the documents at the same time, each those of
 * one provider. Where only some cases are wanted one process is enough.
 */
export function startChildren(options: RunOptions): readonly ChildWorker[] {
  const { target, jobs = 1, providers, profile, seed, only = [], layers = [] } = options;
  if (target.kind !== "in-process" || only.length > 0 || layers.length > 0) return [];
  return Array.from({ length: jobs - 1 }, (_, index) => {
    const own = providers.slice(index % providers.length).slice(0, 1);
    return new ChildWorker({ options: { providers: own, profile, seed }, mutant: target.mutant ?? null });
  });
}

async function openFurther(plan: Plan, options: RunOptions, number: number): Promise<OpenWorker> {
  const target = await openTarget(options.target, options.seed, number);
  const host = options.listen?.host;
  const worker = new LocalWorker(plan, options, { target, listen: host === undefined ? {} : { host } });
  return {
    providers: worker.providers,
    run: (indices, onProgress) => worker.run(indices, onProgress),
    close: async () => {
      await worker.close();
      await target.close();
    },
  };
}
