import { limits } from "./limits.ts";
import type { Arrived } from "./target.ts";

/** Measures one call from now on and words what came of it. */
export class CallTimer {
  readonly #startedAt = performance.now();

  get wallMs(): number {
    return Math.round((performance.now() - this.#startedAt) * 1000) / 1000;
  }

  answered(answer: {
    readonly status: number;
    readonly headers: ReadonlyMap<string, string>;
    readonly bytes: Uint8Array;
  }): Arrived {
    if (answer.bytes.length > limits.answerBytes) return this.failed(FLOOD);
    return { ...answer, wallMs: this.wallMs };
  }

  failed(failure: string, isUnreachable = false): Arrived {
    return { status: null, failure, isUnreachable, wallMs: this.wallMs };
  }
}

/** Said of an answer that does not end. */
export const FLOOD = `the answer is longer than ${limits.answerBytes / 1024 / 1024} MiB`;

/** Said of a call that nobody answers. */
export const TOO_SLOW = `no whole answer came within ${limits.callSeconds} s`;

/** The failure behind an error, in words. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && cause.message !== "") return cause.message;
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join("; "); // all addresses of a name failed
  return error.message === "" ? error.name : error.message;
}
