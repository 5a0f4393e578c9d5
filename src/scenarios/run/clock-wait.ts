import { durationMs, shownDuration } from "../format/durations.ts";
import type { ScenarioLife } from "./life.ts";

/** Moves of a standing clock that one wait makes at most; a year of a busy tenant has fewer. */
const MOST_MOVES = 10_000;

/** Real milliseconds after which a wait looks again, whatever has come: a clock may be frozen, and a run interrupted, meanwhile. */
const LOOK_AGAIN_MS = 1_000;

/**
 * One wait of a step for something to happen. A clock that stands is moved from job to job; one that runs is left alone, and real time
 * passes: what is waited for may come from outside, and its cause must have the time that the clock shows.
 */
export class ClockWait {
  readonly #life: ScenarioLife;
  readonly #limitMs: number;
  readonly #givenUpAt: number;
  #moves = 0;
  #isGivenUp = false;

  private constructor(life: ScenarioLife, limitMs: number) {
    this.#life = life;
    this.#limitMs = limitMs;
    this.#givenUpAt = performance.now() + life.maxWaitMs;
  }

  /** Begins a wait of so long on the tenant's clock. */
  static async begin(life: ScenarioLife, within: string): Promise<ClockWait> {
    const { nowMs } = await life.readClock();
    return new ClockWait(life, nowMs + (durationMs(within) ?? 0));
  }

  /** Lets something happen. Says whether to look again; false when the time is over. @throws StepFailed when the clock cannot go on */
  async goOn(): Promise<boolean> {
    const life = this.#life;
    if (life.nowMs >= this.#limitMs || this.#moves >= MOST_MOVES || this.#isGivenUp) return false;
    const { mode, speed, nextDueMs } = await life.readClock();
    if (life.nowMs >= this.#limitMs) {
      await life.settle(); // a running clock has come there by itself: what it sent out must have arrived
      return true;
    }
    if (mode === "frozen") {
      this.#moves += 1;
      const due = nextDueMs ?? this.#limitMs;
      await life.moveTo(Math.min(this.#limitMs, Math.max(due, life.nowMs)));
      return true;
    }
    const leftMs = this.#givenUpAt - performance.now();
    this.#isGivenUp = leftMs <= 0;
    if (this.#isGivenUp) {
      await life.settle();
      return true;
    }
    const virtualMs = this.#limitMs - life.nowMs;
    await life.nextEntry({ wallMs: Math.ceil(Math.min(leftMs, virtualMs / (speed ?? 1), LOOK_AGAIN_MS)), virtualMs });
    return true;
  }

  /** Whether the real time was over before that of the clock, so that nothing is known of the rest. */
  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** When the wait ended, and what to do where it ended early. */
  told(): string {
    const by = new Date(this.#life.nowMs).toISOString();
    if (!this.#isGivenUp) return `by ${by}`;
    const rest = shownDuration(this.#limitMs - this.#life.nowMs);
    return (
      `by ${by}, when ${shownDuration(this.#life.maxWaitMs)} of real time were over and ${rest} on the running clock were not; ` +
      "wait longer, say a shorter `within`, or let the clock run faster or stand"
    );
  }
}
