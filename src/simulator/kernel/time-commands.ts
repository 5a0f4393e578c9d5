import type { ClockState, TenantClock } from "./clock.ts";
import type { Fired } from "./fired.ts";
import { limits } from "./limits.ts";
import { err, ok, type Result } from "./result.ts";
import type { Tenant } from "./tenant.ts";
import { type EpochMs, LAST_INSTANT } from "./time.ts";

/** What a clock command did: where the clock stands and what fired on the way, in order. */
export interface Moved {
  readonly now: EpochMs;
  readonly fired: readonly Fired[];
  /** How many fired in all; more than `fired` holds when the list was cut. */
  readonly firedCount: number;
  /** True when the command stopped before it was done: at its bound of jobs, or because the tenant was reset or closed. */
  readonly isCut: boolean;
}

export type MoveRefused =
  | { readonly code: "clock-busy" }
  | { readonly code: "clock-beyond-range"; readonly latest: EpochMs }
  | { readonly code: "instant-passed"; readonly now: EpochMs };

const busy = new WeakSet<Tenant>();

/**
 * Moves the clock `byMs` milliseconds ahead and runs everything due on the way, each at its own instant. Attempts to deliver
 * that begin at an instant end before the clock passes it.
 */
export function advanceBy(tenant: Tenant, byMs: number): Promise<Result<Moved, MoveRefused>> {
  return command(tenant, () => tenant.clock.now() + byMs, limits.jobsPerAdvance);
}

/** Moves the clock to an instant and runs everything due on the way; an earlier one than the present is refused. */
export function setTo(tenant: Tenant, at: EpochMs): Promise<Result<Moved, MoveRefused>> {
  return command(tenant, () => at, limits.jobsPerAdvance);
}

/** Moves the clock to the next instant at which something is due. */
export function advanceToNext(tenant: Tenant): Promise<Result<Moved, MoveRefused>> {
  return command(tenant, () => tenant.nextDue ?? tenant.clock.now(), limits.jobsPerAdvance);
}

/** Moves the clock on until nothing waits any more. */
export function runUntilIdle(tenant: Tenant): Promise<Result<Moved, MoveRefused>> {
  return command(tenant, null, limits.jobsPerAdvance);
}

/** Stops the clock at the present instant; what is due now still runs. */
export function freeze(tenant: Tenant): Promise<Result<Moved, MoveRefused>> {
  return change(tenant, (clock) => clock.frozen());
}

/** Lets the clock run from the present instant; `speed` is simulated time per wall time. */
export function resume(tenant: Tenant, speed: number): Promise<Result<Moved, MoveRefused>> {
  return change(tenant, (clock) => clock.running(speed));
}

async function change(tenant: Tenant, next: (clock: TenantClock) => ClockState): Promise<Result<Moved, MoveRefused>> {
  return alone(tenant, () =>
    watched(tenant, async (seen) => {
      await tenant.changeClock(next);
      return ok({ now: tenant.clock.now(), ...seen, isCut: false });
    }),
  );
}

async function command(
  tenant: Tenant,
  targetOf: (() => EpochMs) | null,
  most: number,
): Promise<Result<Moved, MoveRefused>> {
  return alone(tenant, () =>
    watched(tenant, async (seen) => {
      const { life } = tenant;
      await tenant.idle();
      const target = targetOf?.() ?? null;
      const now = tenant.clock.now();
      if (target !== null && target > LAST_INSTANT) return err({ code: "clock-beyond-range", latest: LAST_INSTANT });
      if (target !== null && target < now) return err({ code: "instant-passed", now });
      const isOver = (): boolean => tenant.life !== life || tenant.isClosed;
      // One instant after the other, so that what it started has ended before the next.
      while (!isOver() && seen.firedCount < most && isShort(tenant, target)) {
        await tenant.moveTowards(target ?? LAST_INSTANT);
        await tenant.idle();
      }
      const isCut = isOver() || isShort(tenant, target);
      return ok({ now: tenant.clock.now(), ...seen, isCut });
    }),
  );
}

/** What fired so far: the list, up to its bound, and the count. */
interface Seen {
  readonly fired: Fired[];
  firedCount: number;
}

/** Runs `work` while everything that fires is written down. */
async function watched<T>(tenant: Tenant, work: (seen: Seen) => Promise<T>): Promise<T> {
  const seen: Seen = { fired: [], firedCount: 0 };
  const stop = tenant.observe((event) => {
    seen.firedCount += 1;
    if (seen.fired.length < limits.firedListed) seen.fired.push(event);
  });
  try {
    return await work(seen);
  } finally {
    stop();
  }
}

/** Says whether the clock has not come to `target` yet; to null it has come when nothing is left that it can reach. */
function isShort(tenant: Tenant, target: EpochMs | null): boolean {
  const { nextDue } = tenant;
  if (target === null) return nextDue !== null && nextDue <= LAST_INSTANT;
  return tenant.clock.now() < target || (nextDue !== null && nextDue <= target);
}

/** Runs one clock command at a time; a second one meanwhile is refused. */
async function alone(
  tenant: Tenant,
  run: () => Promise<Result<Moved, MoveRefused>>,
): Promise<Result<Moved, MoveRefused>> {
  if (busy.has(tenant)) return err({ code: "clock-busy" });
  busy.add(tenant);
  try {
    return await run();
  } finally {
    busy.delete(tenant);
  }
}
