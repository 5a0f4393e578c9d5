import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PlanOptions } from "./plan-contract.ts";
import type { CasesOutcome, Progress } from "./run/run-cases.ts";

/** What a child is asked to do: to make the same plan again, and to run some of its cases against a simulator of its own. */
export interface ChildTask {
  readonly options: PlanOptions;
  readonly planHash: string;
  readonly mutant: string | null;
  readonly indices: readonly number[];
}

/** What a child says. */
export type ChildMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly outcome: CasesOutcome }
  | { readonly kind: "failed"; readonly message: string };

/** A child that ended before it had an outcome. */
class WorkerFailed extends Error {
  override readonly name = "WorkerFailed";
}

/** The program of a child: beside this file, as source or built. */
const PROGRAM = new URL(`./child-process.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** Runs cases in a process of its own, so that another core works on them. */
export class ChildWorker {
  readonly #task: Omit<ChildTask, "indices">;
  readonly #program: URL;
  #child: ChildProcess | null = null;

  constructor(task: Omit<ChildTask, "indices">, program = PROGRAM) {
    this.#task = task;
    this.#program = program;
  }

  run(indices: readonly number[], onProgress: (progress: Progress) => void): Promise<CasesOutcome> {
    const child = fork(fileURLToPath(this.#program), { stdio: "inherit" }); // with the arguments of this process for Node
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.on("message", (message: ChildMessage) => {
        if (message.kind === "progress") onProgress(message.progress);
        else if (message.kind === "outcome") resolve(message.outcome);
        else reject(new WorkerFailed(message.message));
      });
      child.once("error", reject);
      child.once("exit", (code, signal) => {
        reject(new WorkerFailed(`a worker ended before its cases did (${signal ?? `exit code ${code}`})`));
      });
      child.send({ ...this.#task, indices } satisfies ChildTask, (error) => {
        if (error !== null) reject(error);
      });
    });
  }

  async close(): Promise<void> {
    this.#child?.kill();
  }
}
