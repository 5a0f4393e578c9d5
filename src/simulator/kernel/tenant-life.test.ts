import { expect, test } from "vitest";
import { faultTable, newFault } from "./faults.ts";
import { notificationTable } from "./outbox.ts";
import { StoreUnavailable } from "./store.ts";
import {
  ACCEPTED,
  HandClock,
  NEW_YEAR,
  note,
  openParcels,
  parcelsIn,
  plan,
  post,
  REFUSED,
  saidIn,
} from "./testing/parcels.ts";
import { HOUR_MS } from "./time.ts";
import { advanceBy } from "./time-commands.ts";

const running = { mode: "running", at: NEW_YEAR, wallAt: NEW_YEAR, speed: 1 } as const;
const late = { mode: "frozen", at: NEW_YEAR + 500 * HOUR_MS } as const;

test("a tenant takes up its life where it was: records, clock, seed, jobs and faults", async () => {
  const strike = { phase: "before", effect: { kind: "reset" }, times: 1 } as const;
  const rule = newFault({ id: "f", seq: 1 }, { provider: "parcels", operationId: null, ...strike });
  const service = await openParcels({ seed: 7 });
  await service.tenant.transact((tx) => post(tx, "a", 2 * HOUR_MS));
  await service.tenant.changeFaults((tx) => tx.table(faultTable).put(rule));
  await advanceBy(service.tenant, HOUR_MS);
  await service.tenant.close();
  const { tenant } = await service.restarted({ seed: 99, clock: late });
  expect([tenant.clock.now() - NEW_YEAR, tenant.seed, tenant.createdAt]).toEqual([HOUR_MS, 7, NEW_YEAR]);
  expect([tenant.nextDue, tenant.faults]).toEqual([NEW_YEAR + 2 * HOUR_MS, [rule]]);
  await advanceBy(tenant, HOUR_MS);
  expect(await parcelsIn(tenant)).toEqual([{ id: "a", town: "Oslo", state: "arrived" }]);
});

test("what fell due while nobody was there runs in order before the tenant is open", async () => {
  const wall = new HandClock();
  const service = await openParcels({ wall, clock: running });
  await service.tenant.transact(async (tx) => {
    await plan(tx, { what: "b", dueAt: tx.at + 2 * HOUR_MS });
    await plan(tx, { what: "a", dueAt: tx.at + HOUR_MS });
  });
  await service.tenant.close();
  wall.at += 24 * HOUR_MS;
  const { tenant } = await service.restarted();
  expect(saidIn(tenant)).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
});

test("a new life begins with its first records, and their events stand in the journal", async () => {
  const { tenant } = await openParcels({
    first: async (tx) => {
      await post(tx, "first", HOUR_MS);
      tx.record({ kind: "world-made" });
    },
  });
  expect(await parcelsIn(tenant)).toHaveLength(1);
  expect(tenant.nextDue).toBe(NEW_YEAR + HOUR_MS);
  expect(tenant.journal.list()).toEqual([{ seq: 1, at: NEW_YEAR, kind: "world-made" }]);
});

test("a reset forgets records, jobs, options, faults, journal and clock moves, and begins anew", async () => {
  const { tenant } = await openParcels({ first: (tx) => post(tx, "first", 9 * HOUR_MS) });
  await tenant.transact((tx) => post(tx, "second", HOUR_MS));
  await tenant.changeOptions("parcels", { speed: "fast" });
  await advanceBy(tenant, 5 * HOUR_MS);
  tenant.nextExchange();
  await tenant.reset();
  expect((await parcelsIn(tenant)).map(({ id }) => id)).toEqual(["first"]);
  expect([tenant.clock.now(), tenant.nextDue]).toEqual([NEW_YEAR, NEW_YEAR + 9 * HOUR_MS]);
  expect([tenant.options("parcels"), tenant.journal.list(), tenant.nextExchange()]).toEqual([{}, [], 1]);
});

test("a reset survives a restart", async () => {
  const service = await openParcels();
  await service.tenant.transact((tx) => post(tx, "a", HOUR_MS));
  await service.tenant.reset();
  const { tenant } = await service.restarted();
  expect([await parcelsIn(tenant), tenant.nextDue]).toEqual([[], null]);
});

test("a reset that the medium refuses changes nothing, and attempts in flight still end", async () => {
  const { tenant, disk, receiver } = await openParcels();
  const answer = receiver.hold();
  await tenant.transact((tx) => tx.notify(note("hello")));
  await tenant.transact((tx) => post(tx, "a", HOUR_MS));
  disk.isFull = true;
  await expect(tenant.reset()).rejects.toThrow(StoreUnavailable);
  disk.isFull = false;
  answer("hello", ACCEPTED);
  await tenant.idle();
  expect(await parcelsIn(tenant)).toHaveLength(1);
  expect(await tenant.transact((tx) => tx.table(notificationTable).all())).toMatchObject([{ state: "delivered" }]);
});

test("what an attempt of an earlier life brings is dropped, also when the new life sends under the same id", async () => {
  const { tenant, receiver } = await openParcels();
  const answerOld = receiver.hold();
  await tenant.transact((tx) => tx.notify(note("hello")));
  await tenant.transact(async () => undefined);
  const answersLate = tenant.reset();
  answerOld("hello", ACCEPTED);
  await answersLate;
  const answerNew = receiver.hold();
  await tenant.transact((tx) => tx.notify(note("hello")));
  await tenant.transact(async () => undefined);
  const [sent] = await tenant.transact((tx) => tx.table(notificationTable).all());
  expect(receiver.got.map(({ id }) => id)).toEqual([sent?.id, sent?.id]);
  expect(sent).toMatchObject({ state: "sending", attempts: [] });
  answerNew("hello", ACCEPTED);
  await tenant.idle();
  expect(tenant.journal.list({ kind: "delivery" })).toHaveLength(1);
});

test("an outcome that waits for its turn behind a reset does not settle what the new life sends", async () => {
  const { tenant, receiver } = await openParcels({ first: async (tx) => void (await tx.notify(note("hello"))) });
  const answerOld = receiver.hold();
  await tenant.reset();
  await tenant.transact(async () => undefined);
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const slow = tenant.transact(() => held);
  const reset = tenant.reset();
  answerOld("hello", REFUSED);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  receiver.hold();
  goOn();
  await Promise.all([slow, reset]);
  for (let round = 0; round < 5; round += 1) await tenant.transact(async () => undefined);
  const [sent] = await tenant.transact((tx) => tx.table(notificationTable).all());
  expect(sent).toMatchObject({ state: "sending", attempts: [] });
});

test("nobody waits for attempts of an earlier life", async () => {
  const { tenant, receiver } = await openParcels();
  receiver.answer = () => new Promise(() => undefined);
  await tenant.transact((tx) => tx.notify(note("never answered")));
  await tenant.transact(async () => undefined);
  await tenant.reset();
  expect(await advanceBy(tenant, HOUR_MS)).toMatchObject({ ok: true, value: { now: NEW_YEAR + HOUR_MS } });
});

test("a closed tenant runs no further job and its waiting ends", async () => {
  const wall = new HandClock();
  const { tenant } = await openParcels({ wall, clock: running });
  await tenant.transact((tx) => plan(tx, { what: "never", dueAt: tx.at + HOUR_MS }));
  await tenant.close();
  wall.at += 2 * HOUR_MS;
  await tenant.idle();
  expect(saidIn(tenant)).toEqual([]);
});

test("closing waits for attempts in flight and keeps their outcome", async () => {
  const service = await openParcels();
  const answer = service.receiver.hold();
  await service.tenant.transact((tx) => tx.notify(note("hello")));
  await service.tenant.transact(async () => undefined);
  const closing = service.tenant.close();
  answer("hello", ACCEPTED);
  await closing;
  const { tenant, receiver } = await service.restarted();
  expect(await tenant.transact((tx) => tx.table(notificationTable).all())).toMatchObject([{ state: "delivered" }]);
  expect(receiver.got).toEqual([]);
});

test("a tenant that closes sends nothing more and has noted what it sent, at whatever moment that happens", async () => {
  for (let turns = 0; turns < 40; turns += 1) {
    const { tenant, receiver, restarted } = await openParcels();
    receiver.answer = async () => {
      for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
      return ACCEPTED;
    };
    await tenant.transact((tx) => tx.notify(note("hello")));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    await tenant.close();
    const before = receiver.got.length;
    await tenant.transact(async () => undefined);
    expect(receiver.got).toHaveLength(before);
    const next = await restarted();
    await next.tenant.idle();
    expect(before + next.receiver.got.length).toBe(1);
  }
});

test("whoever keeps real time is told of each new plan and of each change of the clock", async () => {
  const told: string[] = [];
  const { tenant } = await openParcels({
    onPlan: ({ nextDue }) => told.push(`plan ${nextDue === null ? "nothing" : (nextDue - NEW_YEAR) / HOUR_MS}`),
    onClockChange: () => told.push("clock"),
  });
  await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
  await tenant.changeClock((clock) => clock.running(1));
  expect(told).toEqual(["plan nothing", "plan 1", "clock", "plan 1"]);
});
