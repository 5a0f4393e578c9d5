import { constants } from "node:os";
import { exitCodes } from "./exit-codes.ts";

/** Signals that ask for an end. A terminal that closes sends SIGHUP. */
const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * One Ctrl-C may arrive twice, from the terminal and again from npm, which passes signals on; within this many wall
 * milliseconds it is the same one.
 */
const SAME_SIGNAL_MS = 250;

/**
 * Listens for the signals that ask for an end. Until `ready` is called any of them ends the process at once; after that the
 * first one resolves `first`, and a second one ends the process at once, with 128 plus the number of the signal.
 */
export class StopSignals {
  readonly first: Promise<NodeJS.Signals>;
  #isReady = false;
  #stoppedAt: number | null = null;

  constructor() {
    this.first = new Promise((resolve) => {
      for (const signal of STOPPING) {
        process.on(signal, () => {
          if (!this.#isReady) process.exit(exitCodeOfSignal(signal));
          this.#stoppedAt ??= performance.now();
          if (performance.now() - this.#stoppedAt > SAME_SIGNAL_MS) process.exit(exitCodeOfSignal(signal));
          resolve(signal);
        });
      }
    });
  }

  ready(): void {
    this.#isReady = true;
  }
}

/** The exit code by which shells show that a signal ended a process. */
export function exitCodeOfSignal(signal: NodeJS.Signals): number {
  return exitCodes.signal + constants.signals[signal];
}
