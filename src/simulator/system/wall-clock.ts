import type { WallClock } from "../kernel/clock.ts";

/** The machine's clock. */
export const wallClock: WallClock = { now: () => Date.now() };

/** Milliseconds with fractions from a clock that never goes back; for durations. */
export function stopwatch(): number {
  return performance.now();
}

/** Waits that many wall milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
