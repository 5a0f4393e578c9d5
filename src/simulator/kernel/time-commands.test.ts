import { describe, expect, test } from "vitest";
import { ACCEPTED, HandClock, NEW_YEAR, note, openParcels, plan, REFUSED, saidIn } from "./testing/parcels.ts";
import { DAY_MS, HOUR_MS, LAST_INSTANT, MINUTE_MS } from "./time.ts";
import { advanceBy, advanceToNext, freeze, resume, runUntilIdle } from "./time-commands.ts";

describe("an advance", () => {
  test("runs what is due on the way, each at its own instant, and lists it", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "b", dueAt: tx.at + 2 * HOUR_MS });
      await plan(tx, { what: "a", dueAt: tx.at + HOUR_MS });
      await plan(tx, { what: "at the end", dueAt: tx.at + 3 * HOUR_MS });
      await plan(tx, { what: "beyond", dueAt: tx.at + 3 * HOUR_MS + 1 });
    });
    expect(await advanceBy(tenant, 3 * HOUR_MS)).toEqual({
      ok: true,
      value: {
        now: NEW_YEAR + 3 * HOUR_MS,
        fired: [
          { at: NEW_YEAR + HOUR_MS, kind: "say", id: "say/a" },
          { at: NEW_YEAR + 2 * HOUR_MS, kind: "say", id: "say/b" },
          { at: NEW_YEAR + 3 * HOUR_MS, kind: "say", id: "say/at the end" },
        ],
        firedCount: 3,
        isCut: false,
      },
    });
    expect(saidIn(tenant)).toEqual([
      ["a", 1],
      ["b", 2],
      ["at the end", 3],
    ]);
  });

  test("of nothing leaves the clock where it is", async () => {
    const { tenant } = await openParcels();
    expect(await advanceBy(tenant, 0)).toMatchObject({ ok: true, value: { now: NEW_YEAR, firedCount: 0 } });
  });

  test("lets attempts begun at an instant end before the clock passes it", async () => {
    const { tenant, receiver } = await openParcels();
    const answer = receiver.hold();
    await tenant.transact((tx) => tx.notify(note("hello")));
    const advancing = advanceBy(tenant, DAY_MS);
    for (let round = 0; round < 5; round += 1) await tenant.transact(async () => undefined);
    expect(tenant.clock.now()).toBe(NEW_YEAR);
    receiver.answer = async () => ACCEPTED;
    answer("hello", REFUSED);
    expect(await advancing).toMatchObject({
      value: {
        now: NEW_YEAR + DAY_MS,
        fired: [
          { at: NEW_YEAR, kind: "delivery:NEWS:refused" },
          { at: NEW_YEAR + MINUTE_MS, kind: "delivery:NEWS:accepted" },
        ],
      },
    });
  });

  test("meets work that a call plans while it waits, at that work's own instant", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async () => {
      await tenant.transact((tx) => plan(tx, { what: "from the handler", dueAt: tx.at + HOUR_MS }));
      return ACCEPTED;
    };
    await tenant.transact(async (tx) => {
      await tx.notify(note("hello"));
      await plan(tx, { what: "later", dueAt: tx.at + 2 * HOUR_MS });
    });
    await advanceBy(tenant, 3 * HOUR_MS);
    expect(saidIn(tenant)).toEqual([
      ["from the handler", 1],
      ["later", 2],
    ]);
  });

  test("reaches the last instant that can be written, and no further", async () => {
    const { tenant } = await openParcels();
    const refusal = { ok: false, error: { code: "clock-beyond-range", latest: LAST_INSTANT } };
    expect(await advanceBy(tenant, LAST_INSTANT - NEW_YEAR + 1)).toEqual(refusal);
    expect(tenant.clock.now()).toBe(NEW_YEAR);
    expect(await advanceBy(tenant, LAST_INSTANT - NEW_YEAR)).toMatchObject({ ok: true, value: { now: LAST_INSTANT } });
  });

  test("of a running clock leaves it running from there", async () => {
    const wall = new HandClock();
    const clock = { mode: "running", at: NEW_YEAR, wallAt: NEW_YEAR, speed: 2 } as const;
    const { tenant } = await openParcels({ wall, clock });
    await advanceBy(tenant, HOUR_MS);
    wall.at += 1000;
    expect(tenant.clock.now()).toBe(NEW_YEAR + HOUR_MS + 2000);
  });

  test("is kept over a restart", async () => {
    const service = await openParcels();
    await advanceBy(service.tenant, HOUR_MS);
    expect((await service.restarted()).tenant.clock.now()).toBe(NEW_YEAR + HOUR_MS);
  });

  test("ends where a reset meets it, and leaves the new life alone", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.hold();
    await tenant.transact((tx) => tx.notify(note("hello")));
    const advancing = advanceBy(tenant, DAY_MS);
    await tenant.transact(async () => undefined);
    await tenant.reset();
    receiver.got.length = 0;
    const moved = await Promise.race([advancing, later(tenant)]);
    expect([moved, tenant.clock.now()]).toEqual([
      { ok: true, value: { now: NEW_YEAR, fired: [], firedCount: 0, isCut: true } },
      NEW_YEAR,
    ]);
  });
});

/** Some turns later than now. */
async function later(tenant: { transact(work: () => Promise<void>): Promise<void> }): Promise<string> {
  for (let round = 0; round < 20; round += 1) await tenant.transact(async () => undefined);
  return "still waiting";
}

describe("the next instant", () => {
  test("is gone to, and everything due there runs", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      for (const what of ["a", "b"]) await plan(tx, { what, dueAt: tx.at + HOUR_MS });
      await plan(tx, { what: "c", dueAt: tx.at + 2 * HOUR_MS });
    });
    expect(await advanceToNext(tenant)).toMatchObject({ ok: true, value: { now: NEW_YEAR + HOUR_MS, firedCount: 2 } });
  });

  test("is the present one when nothing waits", async () => {
    const { tenant } = await openParcels();
    expect(await advanceToNext(tenant)).toMatchObject({ ok: true, value: { now: NEW_YEAR, firedCount: 0 } });
  });
});

describe("running until idle", () => {
  test("stops at the instant of the last work", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async () => REFUSED;
    await tenant.transact((tx) => tx.notify(note("hello")));
    expect(await runUntilIdle(tenant)).toMatchObject({
      ok: true,
      value: { now: NEW_YEAR + MINUTE_MS + HOUR_MS, firedCount: 3, isCut: false },
    });
  });

  test("leaves work that lies beyond the last instant", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "a", dueAt: tx.at + HOUR_MS });
      await plan(tx, { what: "never", dueAt: LAST_INSTANT + 1 });
    });
    expect(await runUntilIdle(tenant)).toMatchObject({ ok: true, value: { now: NEW_YEAR + HOUR_MS, firedCount: 1 } });
  });
});

test.for([
  ["advance", (tenant: Parameters<typeof freeze>[0]) => advanceBy(tenant, HOUR_MS)],
  ["step", advanceToNext],
  ["run until idle", runUntilIdle],
  ["freeze", freeze],
  ["resume", (tenant: Parameters<typeof freeze>[0]) => resume(tenant, 1)],
] as const)("a second clock command is refused while one is under way: %s", async ([, second]) => {
  const { tenant, receiver } = await openParcels();
  const answer = receiver.hold();
  await tenant.transact((tx) => tx.notify(note("hello")));
  await tenant.transact(async () => undefined);
  const first = advanceBy(tenant, HOUR_MS);
  expect(await second(tenant)).toEqual({ ok: false, error: { code: "clock-busy" } });
  answer("hello", ACCEPTED);
  expect(await first).toMatchObject({ ok: true });
  expect(await second(tenant)).toMatchObject({ ok: true });
});

test("a clock that is stopped stands, stored, at the instant it shows, and runs on from there", async () => {
  const wall = new HandClock();
  const clock = { mode: "running", at: NEW_YEAR, wallAt: NEW_YEAR, speed: 3600 } as const;
  const service = await openParcels({ wall, clock });
  wall.at += 1000;
  expect(await freeze(service.tenant)).toMatchObject({ ok: true, value: { now: NEW_YEAR + HOUR_MS } });
  wall.at += 60_000;
  expect(service.tenant.clock.now()).toBe(NEW_YEAR + HOUR_MS);
  expect((await service.restarted()).tenant.clock.now()).toBe(NEW_YEAR + HOUR_MS);
  await resume(service.tenant, 1);
  wall.at += 1000;
  expect(service.tenant.clock.now()).toBe(NEW_YEAR + HOUR_MS + 1000);
});

test("a clock whose stop cannot be stored runs on", async () => {
  const wall = new HandClock();
  const clock = { mode: "running", at: NEW_YEAR, wallAt: NEW_YEAR, speed: 1 } as const;
  const { tenant, disk } = await openParcels({ wall, clock });
  disk.isFull = true;
  await expect(freeze(tenant)).rejects.toThrow("the disk is full");
  wall.at += 1000;
  expect([tenant.clock.isRunning, tenant.clock.now()]).toEqual([true, NEW_YEAR + 1000]);
});
