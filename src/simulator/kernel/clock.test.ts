import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClockState, readClock, TenantClock } from "./clock.ts";
import { HandClock, NEW_YEAR } from "./testing/parcels.ts";
import { LAST_INSTANT } from "./time.ts";

const running = (speed: number): ClockState => ({ mode: "running", at: 1000, wallAt: NEW_YEAR, speed });

test.for([
  ["stands still when frozen", { mode: "frozen", at: 1000 }, 60_000, 1000],
  ["follows wall time", running(1), 60_000, 61_000],
  ["runs faster than wall time", running(3600), 1000, 3_601_000],
  ["runs slower than wall time, in whole milliseconds", running(0.001), 1999, 1001],
  ["does not go back behind its beginning", running(1), -5000, 1000],
  ["ends at the last instant that can be written", running(86_400_000), 1e12, LAST_INSTANT],
] as const)("a clock %s", ([, state, wallPassed, shown]) => {
  expect(readClock(state, NEW_YEAR + wallPassed)).toBe(shown);
});

test("a clock that was stored while running has gone on in the meantime", () => {
  const wall = new HandClock();
  wall.at = NEW_YEAR + 90_000;
  expect(new TenantClock(running(2), wall).now()).toBe(181_000);
});

test("a stopped clock goes on from where it stood", () => {
  const wall = new HandClock();
  const clock = new TenantClock(running(1), wall);
  wall.at += 500;
  clock.adopt(clock.frozen());
  wall.at += 10_000;
  expect(clock.now()).toBe(1500);
  clock.adopt(clock.running(10));
  wall.at += 100;
  expect(clock.now()).toBe(2500);
});

test.for([
  ["a frozen clock", { mode: "frozen", at: 1000 }, null],
  ["a clock at wall speed", running(1), 9000],
  ["a clock ten times as fast", running(10), 900],
] as const)("the wall time until an instant is known for %s", ([, state, waitMs]) => {
  expect(new TenantClock(state, new HandClock()).wallMsUntil(10_000)).toBe(waitMs);
});

test("an instant that has passed is not waited for", () => {
  expect(new TenantClock(running(1), new HandClock()).wallMsUntil(500)).toBe(0);
});

test("a clock never goes back, whatever the wall clock does and whatever is done to it", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("wall" as const), by: fc.integer({ min: -100_000, max: 100_000 }) }),
    fc.record({ kind: fc.constant("move" as const), by: fc.integer({ min: 0, max: 100_000 }) }),
    fc.record({ kind: fc.constant("freeze" as const) }),
    fc.record({ kind: fc.constant("resume" as const), speed: fc.double({ min: 0.001, max: 1e6, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const wall = new HandClock();
      const clock = new TenantClock(running(1), wall);
      let latest = clock.now();
      for (const done of steps) {
        if (done.kind === "wall") wall.at += done.by;
        else if (done.kind === "move") clock.adopt(clock.movedTo(clock.now() + done.by));
        else clock.adopt(done.kind === "freeze" ? clock.frozen() : clock.running(done.speed));
        expect(clock.now()).toBeGreaterThanOrEqual(latest);
        latest = clock.now();
      }
    }),
  );
});
