import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { snapshotIn } from "./snapshot-file.ts";
import { logFile, logGenerations, readState } from "./state-reader.ts";

/** The logs below `generation` that are to be folded into the snapshot of `dir`, which then gets that number. */
export interface Folding {
  readonly dir: string;
  readonly generation: number;
}

/** Folds logs into the snapshot and gives the snapshot's size in bytes. It rejects when it failed; then nothing is lost. */
export type Compact = (folding: Folding) => Promise<number>;

/** Does the folding on the present thread. Nobody may write to these logs any more. */
export async function foldLogs({ dir, generation }: Folding): Promise<number> {
  const { tenants } = await readState(dir, generation);
  const snapshot = snapshotIn(dir);
  snapshot.data = { generation, tenants };
  await snapshot.write();
  removeLogs({ dir, generation });
  return statSync(path.join(dir, "state.json")).size;
}

/** Removes the logs below `generation`, which the snapshot contains. */
export function removeLogs({ dir, generation }: Folding): void {
  for (const old of logGenerations(dir)) {
    if (old < generation) rmSync(logFile(dir, old));
  }
}

/**
 * Megabytes for new objects on that thread. Threads share the helpers that collect garbage: with the 48 MB that are usual,
 * each collection keeps all cores of a small machine busy for 4 ms, and the event loop waits.
 */
const YOUNG_GENERATION_MB = 1;

/** Does the folding on a thread of its own, so that the event loop goes on. */
function foldOnThread(folding: Folding): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./compaction-worker.js", import.meta.url), {
      workerData: folding,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread ended with ${code}`))); // no effect after a message
  });
}

/** Run from its sources, the sandbox folds on the present thread: a thread of its own would lack the TypeScript loader. */
export const compact: Compact = import.meta.url.endsWith(".ts") ? foldLogs : foldOnThread;
