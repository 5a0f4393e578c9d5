import type { EpochMs } from "../../../kernel/time.ts";

/** Requests that an access code may send within a window (DEC-05). */
export const REQUESTS_PER_WINDOW = 8;

/** The limit of the endpoint that the provider gives on request only. */
export const PRIVATE_REQUESTS_PER_WINDOW = 5;

/** Milliseconds of the tenant's clock that a window covers. */
const WINDOW_MS = 1000;

/**
 * A sliding window: the instants of the latest admitted requests, of which at most `most` may lie within the window. Held in
 * memory; a restart forgives.
 */
export class SlidingWindow {
  readonly #most: number;
  readonly #admitted: EpochMs[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Says whether a request at `at` is within the limit; one that is not does not count. */
  admit(at: EpochMs): boolean {
    const oldest = this.#admitted[0];
    // A clock shows an earlier instant only in a new life of its tenant: what was counted before is void.
    if (this.#admitted.some((instant) => instant > at)) this.#admitted.length = 0;
    else if (this.#admitted.length >= this.#most && oldest !== undefined && at - oldest < WINDOW_MS) return false;
    this.#admitted.push(at);
    if (this.#admitted.length > this.#most) this.#admitted.shift();
    return true;
  }
}
