import { limits } from "../../kernel/limits.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { parseDuration } from "../../kernel/time.ts";
import {
  advanceBy,
  advanceToNext,
  freeze,
  type Moved,
  type MoveRefused,
  resume,
  runUntilIdle,
  setTo,
} from "../../kernel/time-commands.ts";
import { bounds } from "./bounds.ts";
import { INSTANT_SAYS, instantOf } from "./instants.ts";
import { isoOf, isoOrNull } from "./listing.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** How a tenant's clock stands. Instants are ISO 8601 in UTC. */
export interface ClockView {
  readonly now: string;
  /** The same instant in milliseconds since 1970. */
  readonly nowMs: number;
  readonly mode: "frozen" | "running";
  /** Simulated per wall time; null while the clock stands. */
  readonly speed: number | null;
  /** The instant of the next job, or null when nothing waits. */
  readonly nextDue: string | null;
}

/** Something that happened while the clock moved: a job by its kind, or `delivery:<type>:<outcome>`. */
interface FiredView {
  readonly at: string;
  readonly kind: string;
  readonly id: string;
}

/** What a clock command did. */
export interface ClockMoved {
  readonly now: string;
  readonly nowMs: number;
  /** What fired, in order; at most 10,000 are listed. */
  readonly fired: readonly FiredView[];
  /** How many fired, listed or not. */
  readonly count: number;
  /** True when the command stopped at its bound of jobs before it was done; give it again to go on. */
  readonly isCut: boolean;
}

const moving = new WeakSet<Tenant>();

/** Whether a clock command of the tenant is running. */
export function isMoving(tenant: Tenant): boolean {
  return moving.has(tenant);
}

/** Shows a tenant's clock. */
export function showClock(tenant: Tenant): ClockView {
  const { state } = tenant.clock;
  const nowMs = tenant.clock.now();
  const speed = state.mode === "running" ? state.speed : null;
  return { now: isoOf(nowMs), nowMs, mode: state.mode, speed, nextDue: isoOrNull(tenant.nextDue) };
}

/** Moves the clock ahead by a duration such as `2h` or `PT1H30M` and runs what falls due on the way. */
export async function advanceClock(tenant: Tenant, by: string): Promise<Controlled<ClockMoved>> {
  const byMs = typeof by === "string" ? parseDuration(by) : null;
  if (byMs === null) {
    const expected = "a duration such as 500ms, 30s, 5m, 2h, 180d or ISO 8601 (PT1H30M, P180D)";
    return refuseValue({ path: "body.by", expected, got: by }, "wrong-duration");
  }
  return move(tenant, "advance", () => advanceBy(tenant, byMs));
}

/** Moves the clock ahead to an instant, ISO 8601 with its zone, and runs what falls due on the way. */
export async function setClock(tenant: Tenant, to: string): Promise<Controlled<ClockMoved>> {
  const at = instantOf(to);
  if (at === null) return refuseValue({ path: "body.to", expected: INSTANT_SAYS, got: to }, "wrong-instant");
  return move(tenant, "set", () => setTo(tenant, at));
}

/** Moves the clock to the next instant at which something is due. */
export function advanceClockToNext(tenant: Tenant): Promise<Controlled<ClockMoved>> {
  return move(tenant, "next", () => advanceToNext(tenant));
}

/** Moves the clock on until nothing waits any more. */
export function runClockUntilIdle(tenant: Tenant): Promise<Controlled<ClockMoved>> {
  return move(tenant, "run-until-idle", () => runUntilIdle(tenant));
}

/** Stops the clock where it is. */
export function freezeClock(tenant: Tenant): Promise<Controlled<ClockMoved>> {
  return move(tenant, "freeze", () => freeze(tenant));
}

/** Lets the clock run from where it is; `speed` is simulated per wall time. */
export async function resumeClock(tenant: Tenant, speed = 1): Promise<Controlled<ClockMoved>> {
  const { minimum, maximum } = bounds.speed;
  if (!Number.isFinite(speed) || speed < minimum || speed > maximum) {
    return refuseValue({ path: "body.speed", expected: `a number from ${minimum} to ${maximum}`, got: speed });
  }
  return move(tenant, "resume", () => resume(tenant, speed));
}

async function move(
  tenant: Tenant,
  command: string,
  run: () => Promise<Result<Moved, MoveRefused>>,
): Promise<Controlled<ClockMoved>> {
  if (moving.has(tenant)) return clockBusy();
  moving.add(tenant);
  try {
    const from = isoOf(tenant.clock.now());
    const moved = await run();
    if (!moved.ok) return refused(moved.error);
    const { now: nowMs, firedCount: count, isCut } = moved.value;
    const now = isoOf(nowMs);
    tenant.journal.append(nowMs, { kind: "clock-moved", command, from, to: now, fired: count });
    const fired = moved.value.fired.map(({ at, kind, id }) => ({ at: isoOf(at), kind, id }));
    return ok({ now, nowMs, fired, count, isCut });
  } finally {
    moving.delete(tenant);
  }
}

function refused(refusal: MoveRefused): Controlled<never> {
  if (refusal.code === "clock-busy") return clockBusy();
  if (refusal.code === "instant-passed") {
    return refuse(
      "instant-passed",
      `the clock stands at ${isoOf(refusal.now)} and never goes back; name a later instant, load a snapshot, or reset the tenant`,
    );
  }
  return refuse("clock-beyond-range", `the clock cannot move past ${isoOf(refusal.latest)}; advance by less`);
}

/** Refuses what cannot be done while a clock command runs. */
export function clockBusy(): Controlled<never> {
  const most = limits.jobsPerAdvance.toLocaleString("en");
  return refuse(
    "clock-busy",
    `a clock command is still running for this tenant (at most ${most} jobs); wait for its answer`,
  );
}
