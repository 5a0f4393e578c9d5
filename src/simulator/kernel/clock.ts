import { type EpochMs, LAST_INSTANT } from "./time.ts";

/** The time outside, in milliseconds since 1970; the only source of real time for the kernel. */
export interface WallClock {
  now(): EpochMs;
}

/**
 * How simulated time relates to wall time. A running clock is an offset and a speed, so it goes on while the process is
 * stopped; a frozen one stands.
 */
export type ClockState =
  | { readonly mode: "frozen"; readonly at: EpochMs }
  | { readonly mode: "running"; readonly at: EpochMs; readonly wallAt: EpochMs; readonly speed: number };

/** Reads simulated time from a stored state; never past the last instant that can be written. */
export function readClock(state: ClockState, wall: EpochMs): EpochMs {
  if (state.mode === "frozen") return state.at;
  return Math.min(LAST_INSTANT, state.at + Math.max(0, Math.floor((wall - state.wallAt) * state.speed)));
}

/** A tenant's clock. It never goes back, also when the wall clock does. */
export class TenantClock {
  #state: ClockState;
  #latest: EpochMs;
  readonly #wall: WallClock;

  constructor(state: ClockState, wall: WallClock) {
    this.#state = state;
    this.#wall = wall;
    this.#latest = readClock(state, wall.now());
  }

  get state(): ClockState {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#state.mode === "running";
  }

  now(): EpochMs {
    const read = readClock(this.#state, this.#wall.now());
    if (read > this.#latest) this.#latest = read;
    return this.#latest;
  }

  /** The wall milliseconds until the clock shows `at`, or null when it stands still. */
  wallMsUntil(at: EpochMs): number | null {
    if (this.#state.mode === "frozen") return null;
    return Math.max(0, (at - this.now()) / this.#state.speed);
  }

  /** The state in which the clock shows `at` now and goes on as before. */
  movedTo(at: EpochMs): ClockState {
    if (this.#state.mode === "frozen") return { mode: "frozen", at };
    return { mode: "running", at, wallAt: this.#wall.now(), speed: this.#state.speed };
  }

  /** The state in which the clock stands at the present instant. */
  frozen(): ClockState {
    return { mode: "frozen", at: this.now() };
  }

  /** The state in which the clock runs from the present instant; `speed` is simulated per wall time. */
  running(speed: number): ClockState {
    return { mode: "running", at: this.now(), wallAt: this.#wall.now(), speed };
  }

  /** Takes over a state that has been stored. */
  adopt(state: ClockState): void {
    this.#state = state;
    this.#latest = Math.max(this.#latest, readClock(state, this.#wall.now()));
  }
}
