import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ProviderName } from "./plan/case.ts";
import type { PlanOptions } from "./plan-contract.ts";
import type { CasesOutcome, Progress } from "./run/run-cases.ts";

/** What a child begins with: it makes the same plan again, and opens a simulator of its own. */
export interface ChildTask {
  readonly options: PlanOptions;
  readonly mutant: string | null;
}

/** The cases that a child then runs, as places in the plan, and the plan that is meant. */
export interface ChildShare {
  readonly planHash: string;
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

/** Runs cases in a process of its own, so that another core works on them. It reads the documents while others do. */
export class ChildWorker {
  readonly providers: readonly ProviderName[];
  readonly #child: ChildProcess;

  constructor(task: ChildTask, program = PROGRAM) {
    this.providers = task.options.providers;
    this.#child = fork(fileURLToPath(program), { stdio: "inherit" }); // with the arguments of this process for Node
    this.#child.on("error", () => undefined); // told by run
    this.#child.send(task, () => undefined);
  }

  run(share: ChildShare, onProgress: (progress: Progress) => void): Promise<CasesOutcome> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null): void => {
        reject(new WorkerFailed(`a worker ended before its cases did (${signal ?? `exit code ${code}`})`));
      };
      if (child.exitCode !== null || child.signalCode !== null) return ended(child.exitCode, child.signalCode);
      child.on("message", (message: ChildMessage) => {
        if (message.kind === "progress") onProgress(message.progress);
        else if (message.kind === "outcome") resolve(message.outcome);
        else reject(new WorkerFailed(message.message));
      });
      child.once("error", reject);
      child.once("exit", ended);
      child.send(share, () => undefined); // what hinders it ends the child, too
    });
  }

  async close(): Promise<void> {
    this.#child.kill();
  }
}
