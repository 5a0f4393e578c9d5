import type { ChildMessage, ChildShare, ChildTask } from "./child-worker.ts";
import { LocalWorker } from "./local-worker.ts";
import { planContract } from "./plan-contract.ts";
import type { CasesOutcome } from "./run/run-cases.ts";
import { openTarget } from "./targets/open-target.ts";

/** The process of a worker: a task comes, then a share of the cases; progress and one outcome go. It ends with its parent. */
process.on("disconnect", () => process.exit());
process.once("message", (task: ChildTask) => {
  const share = new Promise<ChildShare>((resolve) => process.once("message", resolve));
  run(task, share).then(
    (outcome) => say({ kind: "outcome", outcome }),
    (error: unknown) => say({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function run({ options, mutant }: ChildTask, share: Promise<ChildShare>): Promise<CasesOutcome> {
  const plan = planContract(options);
  const { planHash, indices } = await share;
  if (plan.hash !== planHash) throw new Error("the documents have changed since the run began");
  const target = await openTarget({ kind: "in-process", ...(mutant === null ? {} : { mutant }) }, options.seed);
  const worker = new LocalWorker(plan, options, { target });
  try {
    return await worker.run(indices, (progress) => say({ kind: "progress", progress }));
  } finally {
    await worker.close();
    await target.close();
  }
}

function say(message: ChildMessage): void {
  process.send?.(message);
}
