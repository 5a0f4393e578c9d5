import { describe, expect, test } from "vitest";
import { compileMatch, type JournalMatch } from "./journal-query.ts";
import { type WaitFor, waitForEntry, waitsOf } from "./journal-wait.ts";
import type { Tenant } from "./tenant.ts";
import { NEW_YEAR, note, openParcels, plan, REFUSED } from "./testing/parcels.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./time.ts";
import { advanceBy } from "./time-commands.ts";

const ports = {
  breathe: async (): Promise<void> => undefined,
  isoOf: (at: number) => `${(at - NEW_YEAR) / HOUR_MS} h`,
};

const waitOn = (tenant: Tenant, match: JournalMatch, how: Partial<WaitFor> = {}) =>
  waitForEntry(tenant, { match: compileMatch(match), since: 0, until: null, autoAdvance: false, ...how }, ports);

describe("a wait", () => {
  test("ends at once when the entry is there already", async () => {
    const { tenant } = await openParcels();
    tenant.journal.append(5, { kind: "said", what: "a" });
    const waited = await waitOn(tenant, { kind: "said" }).ended;
    expect(waited).toEqual({
      entry: { seq: 1, at: 5, kind: "said", what: "a" },
      reason: null,
      fired: [],
      firedCount: 0,
    });
    expect(waitsOf(tenant)).toBe(0);
  });

  test("ends with the first entry that is what it waits for, whatever else comes", async () => {
    const { tenant } = await openParcels();
    const waiting = waitOn(tenant, { kind: "said", what: "b" });
    for (const what of ["a", "b", "b"]) tenant.journal.append(0, { kind: "said", what });
    expect((await waiting.ended).entry).toMatchObject({ seq: 2, what: "b" });
  });

  test("passes over what came before the number it was given", async () => {
    const { tenant } = await openParcels();
    tenant.journal.append(0, { kind: "said" });
    const waiting = waitOn(tenant, { kind: "said" }, { since: 1 });
    tenant.journal.append(0, { kind: "said" });
    expect((await waiting.ended).entry).toMatchObject({ seq: 2 });
  });

  test.for([
    ["a reset", "reset", (tenant: Tenant) => tenant.reset()],
    ["the end of the sandbox", "closed", (tenant: Tenant) => tenant.close()],
  ] as const)("is released by %s", async ([, reason, end]) => {
    const { tenant } = await openParcels();
    const waits = [false, true].map((autoAdvance) => waitOn(tenant, { kind: "said" }, { autoAdvance }).ended);
    await end(tenant);
    expect(await Promise.all(waits)).toMatchObject([
      { entry: null, reason },
      { entry: null, reason },
    ]);
    expect(waitsOf(tenant)).toBe(0);
  });

  test("begun after the end of the sandbox ends at once", async () => {
    const { tenant } = await openParcels();
    await tenant.close();
    expect(await waitOn(tenant, { kind: "said" }).ended).toMatchObject({ reason: "closed" });
  });

  test("ends when it is stopped, and only once", async () => {
    const { tenant } = await openParcels();
    const waiting = waitOn(tenant, { kind: "said" });
    waiting.stop("time-out");
    waiting.stop("gone");
    expect(await waiting.ended).toMatchObject({ entry: null, reason: "time-out" });
  });

  test("with a bound ends when somebody moves the clock past it, and takes what comes at the bound itself", async () => {
    const { tenant } = await openParcels();
    const until = NEW_YEAR + HOUR_MS;
    await tenant.transact((tx) => plan(tx, { what: "just in time", dueAt: until }));
    const [early, late] = [waitOn(tenant, { kind: "said" }, { until }), waitOn(tenant, { kind: "lost" }, { until })];
    await advanceBy(tenant, DAY_MS);
    late.checkBound();
    expect((await early.ended).entry).toMatchObject({ what: "just in time" });
    expect(await late.ended).toMatchObject({ entry: null, reason: "virtual-bound" });
  });
});

describe("while somebody waits, the clock", () => {
  test("moves from instant to instant until the entry is there, and no further", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "a", dueAt: tx.at + HOUR_MS });
      await plan(tx, { what: "b", dueAt: tx.at + DAY_MS });
      await plan(tx, { what: "c", dueAt: tx.at + 2 * DAY_MS });
    });
    const waited = await waitOn(tenant, { what: "b" }, { autoAdvance: true }).ended;
    expect(waited).toMatchObject({ entry: { at: NEW_YEAR + DAY_MS }, reason: null });
    await tenant.idle();
    expect(tenant.clock.now()).toBe(NEW_YEAR + DAY_MS);
    expect(tenant.journal.list({ kind: "clock-moved" })).toMatchObject([
      { command: "auto-advance", from: "0 h", to: "24 h", fired: 2 },
    ]);
  });

  test("reaches the retry of a delivery, and says what fired", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async ({ attempts }) => (attempts.length === 0 ? REFUSED : { ...REFUSED, outcome: "accepted" });
    await tenant.transact((tx) => tx.notify(note("hello")));
    const match = { kind: "delivery", type: "NEWS", about: { parcel: "hello" }, outcome: "accepted" };
    const waited = await waitOn(tenant, match, { autoAdvance: true }).ended;
    expect(waited.entry).toMatchObject({ at: NEW_YEAR + MINUTE_MS, provider: "parcels", attempt: 2, body: "hello" });
  });

  test("stops at the bound of the wait", async () => {
    const { tenant } = await openParcels();
    await tenant.transact((tx) => plan(tx, { what: "late", dueAt: tx.at + DAY_MS }));
    const until = NEW_YEAR + HOUR_MS;
    const waited = await waitOn(tenant, { kind: "said" }, { until, autoAdvance: true }).ended;
    expect([waited.reason, tenant.clock.now()]).toEqual(["virtual-bound", until]);
  });

  test("serves several waits, each with its own bound", async () => {
    const { tenant } = await openParcels();
    await tenant.transact((tx) => plan(tx, { what: "late", dueAt: tx.at + DAY_MS }));
    const waits = [HOUR_MS, 2 * DAY_MS].map((ms) =>
      waitOn(tenant, { what: "late" }, { until: NEW_YEAR + ms, autoAdvance: true }),
    );
    const ended = await Promise.all(waits.map(({ ended }) => ended));
    expect(ended).toMatchObject([{ reason: "virtual-bound" }, { entry: { what: "late" } }]);
    expect(ended[1]?.fired).toEqual([{ at: NEW_YEAR + DAY_MS, kind: "say", id: "say/late" }]);
  });

  test("stands when nothing is due, and moves on once somebody has done something", async () => {
    const { tenant } = await openParcels();
    const waiting = waitOn(tenant, { kind: "said" }, { autoAdvance: true });
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "a", dueAt: tx.at + HOUR_MS });
      tx.record({ kind: "asked" });
    });
    expect((await waiting.ended).entry).toMatchObject({ at: NEW_YEAR + HOUR_MS });
  });

  test("leaves a clock command that runs already alone, and goes on behind it", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "a", dueAt: tx.at + HOUR_MS });
      await plan(tx, { what: "b", dueAt: tx.at + DAY_MS });
    });
    const advancing = advanceBy(tenant, 2 * HOUR_MS);
    const waiting = waitOn(tenant, { what: "b" }, { autoAdvance: true });
    await advancing;
    tenant.journal.append(tenant.clock.now(), { kind: "clock-moved" });
    expect((await waiting.ended).entry).toMatchObject({ at: NEW_YEAR + DAY_MS });
  });
});
