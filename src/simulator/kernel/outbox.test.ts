import { describe, expect, test, vi } from "vitest";
import { limits } from "./limits.ts";
import { drawNotificationId, keepSettled, type Notification, notificationTable } from "./outbox.ts";
import type { Tenant } from "./tenant.ts";
import {
  ACCEPTED,
  HandClock,
  NEW_YEAR,
  note,
  openParcels,
  type ParcelService,
  parcelsIn,
  post,
  REFUSED,
} from "./testing/parcels.ts";
import { HOUR_MS, MINUTE_MS } from "./time.ts";
import { advanceBy } from "./time-commands.ts";
import type { Transaction } from "./transaction.ts";

const NONE = { retryDelaysMs: [], timeoutMs: 5000, accepts: "2xx" } as const;

function outbox(tenant: Tenant): Promise<Notification[]> {
  return tenant.transact((tx) => tx.table(notificationTable).all());
}

/** Sends each text in a transaction of its own. */
async function notifyAll(
  tenant: Tenant,
  texts: readonly string[],
  over: Parameters<typeof note>[1] = {},
): Promise<void> {
  for (const text of texts) await tenant.transact((tx) => tx.notify(note(text, over)));
}

/** Lets everything run that waits for nobody outside. */
async function settle({ tenant }: ParcelService): Promise<void> {
  for (let round = 0; round < 5; round += 1) await tenant.transact(async () => undefined);
}

test("outcomes that come at once share a transaction, in the order of their notifications", async () => {
  const { tenant, receiver } = await openParcels();
  const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
  const transact = vi.spyOn(tenant, "transact");
  await tenant.transact(async (tx) => {
    for (const text of texts) await tx.notify(note(text, { lane: text }));
  });
  await tenant.idle();
  expect(receiver.bodies).toEqual(texts);
  expect(tenant.journal.list({ kind: "delivery" }).map(({ body }) => body)).toEqual(texts);
  expect(transact.mock.calls.length).toBeLessThan(texts.length);
});

describe("a notification", () => {
  test("leaves after the commit at the same instant, and the attempt is recorded", async () => {
    const { tenant, receiver } = await openParcels();
    const id = await tenant.transact(async (tx) => {
      const drawn = await tx.notify(note("hello"));
      expect(receiver.got).toEqual([]);
      return drawn;
    });
    await tenant.idle();
    expect(await outbox(tenant)).toEqual([
      {
        id,
        seq: 1,
        provider: "parcels",
        type: "NEWS",
        url: "http://receiver.example.test/",
        headers: {},
        body: "hello",
        lane: "one",
        policy: { retryDelaysMs: [MINUTE_MS, HOUR_MS], timeoutMs: 5000, accepts: "2xx" },
        about: { parcel: "hello" },
        createdAt: NEW_YEAR,
        state: "delivered",
        attempts: [{ at: NEW_YEAR, ...ACCEPTED }],
      },
    ]);
    expect(tenant.journal.list()).toEqual([
      {
        seq: 1,
        at: NEW_YEAR,
        kind: "delivery",
        provider: "parcels",
        notificationId: id,
        type: "NEWS",
        about: { parcel: "hello" },
        url: "http://receiver.example.test/",
        body: "hello",
        attempt: 1,
        state: "delivered",
        outcome: "accepted",
        status: 200,
        detail: null,
      },
    ]);
  });

  test("of a refused transaction never leaves", async () => {
    const { tenant, receiver } = await openParcels();
    await tenant.transact(async (tx) => {
      await tx.notify(note("hello"));
      return { ok: false };
    });
    await tenant.idle();
    expect([receiver.got, await outbox(tenant)]).toEqual([[], []]);
  });

  test("that is refused is tried again after its delays, under the same id, and then given up", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async () => REFUSED;
    await tenant.transact((tx) => tx.notify(note("hello")));
    await advanceBy(tenant, 10 * HOUR_MS);
    const [sent] = await outbox(tenant);
    expect(sent?.state).toBe("given-up");
    expect(sent?.attempts.map(({ at }) => at - NEW_YEAR)).toEqual([0, MINUTE_MS, MINUTE_MS + HOUR_MS]);
    expect(new Set(receiver.got.map(({ id }) => id))).toEqual(new Set([sent?.id]));
    expect(tenant.nextDue).toBeNull();
  });

  test("is not tried again while the clock stands before its retry", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async () => REFUSED;
    await tenant.transact((tx) => tx.notify(note("hello")));
    await advanceBy(tenant, MINUTE_MS - 1);
    expect(receiver.got).toHaveLength(1);
    await advanceBy(tenant, 1);
    expect(receiver.got).toHaveLength(2);
  });

  test("whose sender breaks its promise and throws counts as failed", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async () => {
      throw new Error("the sender broke");
    };
    await tenant.transact((tx) => tx.notify(note("hello", { policy: NONE })));
    await tenant.idle();
    expect(await outbox(tenant)).toMatchObject([
      { state: "given-up", attempts: [{ outcome: "failed", status: null, detail: "the sender broke" }] },
    ]);
  });

  test("can be answered by a receiver that calls back into the tenant from its handler", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async ({ body }) => {
      await tenant.transact((tx) => post(tx, `because of ${body}`, HOUR_MS));
      return ACCEPTED;
    };
    await tenant.transact((tx) => tx.notify(note("hello")));
    await advanceBy(tenant, 2 * HOUR_MS);
    expect(await parcelsIn(tenant)).toEqual([{ id: "because of hello", town: "Oslo", state: "arrived" }]);
  });
});

describe("lanes", () => {
  test("deliver in order with one in flight", async () => {
    const service = await openParcels();
    const answer = service.receiver.hold();
    await notifyAll(service.tenant, ["a", "b", "c"]);
    await settle(service);
    expect(service.receiver.bodies).toEqual(["a"]);
    answer("a", ACCEPTED);
    await settle(service);
    expect(service.receiver.bodies).toEqual(["a", "b"]);
    expect((await outbox(service.tenant)).map(({ state }) => state)).toEqual(["delivered", "sending", "queued"]);
  });

  test("wait for retries of their first", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async ({ body }) => (body === "a" && receiver.got.length < 2 ? REFUSED : ACCEPTED);
    await notifyAll(tenant, ["a", "b"]);
    await tenant.idle();
    expect(receiver.bodies).toEqual(["a"]);
    await advanceBy(tenant, MINUTE_MS);
    expect(receiver.bodies).toEqual(["a", "a", "b"]);
  });

  test("go on when their first is given up", async () => {
    const { tenant, receiver } = await openParcels();
    receiver.answer = async ({ body }) => (body === "a" ? REFUSED : ACCEPTED);
    await notifyAll(tenant, ["a", "b"], { policy: NONE });
    await tenant.idle();
    expect((await outbox(tenant)).map(({ state }) => state)).toEqual(["given-up", "delivered"]);
  });

  test("do not wait for one another", async () => {
    const service = await openParcels();
    service.receiver.hold();
    for (const lane of ["one", "two"]) await notifyAll(service.tenant, [`first of ${lane}`], { lane });
    await settle(service);
    expect(service.receiver.bodies).toEqual(["first of one", "first of two"]);
  });

  test("leave the journal in the order of sending while the clock stands, whoever answers first", async () => {
    const service = await openParcels();
    const answer = service.receiver.hold();
    for (const type of ["A", "B", "C"]) await notifyAll(service.tenant, [type], { lane: type, type });
    await settle(service);
    for (const body of ["C", "B", "A"]) answer(body, ACCEPTED);
    await service.tenant.idle();
    expect(service.tenant.journal.list().map(({ type }) => type)).toEqual(["A", "B", "C"]);
  });

  test("have a bounded number of attempts in flight, and each gets its turn", async () => {
    const service = await openParcels();
    const answer = service.receiver.hold();
    const names = Array.from({ length: limits.deliveriesInFlight + 3 }, (_, n) => `n${n}`);
    for (const lane of names) await notifyAll(service.tenant, [lane], { lane });
    await settle(service);
    expect(service.receiver.got).toHaveLength(limits.deliveriesInFlight);
    service.receiver.answer = async () => ACCEPTED;
    for (const body of [...service.receiver.bodies]) answer(body, ACCEPTED);
    await service.tenant.idle();
    expect(service.receiver.bodies).toEqual(names);
    expect(service.tenant.deliveries.inFlight).toBe(0);
  });
});

describe("an interrupted attempt", () => {
  test("is resumed under the same id, once", async () => {
    const killed = await openParcels();
    killed.receiver.hold();
    await notifyAll(killed.tenant, ["a", "b"]);
    await settle(killed);
    const { tenant, receiver } = await killed.restarted();
    await tenant.idle();
    expect(receiver.bodies).toEqual(["a", "b"]);
    expect(receiver.got[0]?.id).toBe(killed.receiver.got[0]?.id);
  });

  test("and a retry that fell due meanwhile are each sent once", async () => {
    const wall = new HandClock();
    const clock = { mode: "running", at: NEW_YEAR, wallAt: NEW_YEAR, speed: 1 } as const;
    const killed = await openParcels({ wall, clock });
    killed.receiver.answer = ({ body }) => (body === "retry" ? Promise.resolve(REFUSED) : new Promise(() => undefined));
    await notifyAll(killed.tenant, ["retry"], { lane: "two" });
    await notifyAll(killed.tenant, ["interrupted"]);
    await settle(killed);
    wall.at += HOUR_MS;
    const { tenant, receiver } = await killed.restarted();
    await tenant.idle();
    expect(receiver.bodies).toEqual(["retry", "interrupted"]);
  });

  test("that was held back when the tenant closed is made after the next start", async () => {
    const service = await openParcels();
    const answer = service.receiver.hold();
    const names = Array.from({ length: limits.deliveriesInFlight + 1 }, (_, n) => `n${n}`);
    for (const lane of names) await notifyAll(service.tenant, [lane], { lane });
    await settle(service);
    const closing = service.tenant.close();
    for (const body of service.receiver.bodies) answer(body, ACCEPTED);
    await closing;
    const { tenant, receiver } = await service.restarted();
    await tenant.idle();
    expect(receiver.bodies).toEqual([`n${limits.deliveriesInFlight}`]);
  });
});

test("an outcome that cannot be stored is kept and recorded with the next transaction", async () => {
  const service = await openParcels();
  const answer = service.receiver.hold();
  await notifyAll(service.tenant, ["a"]);
  await settle(service);
  service.disk.isFull = true;
  answer("a", ACCEPTED);
  await service.tenant.deliveries.ended();
  expect(await outbox(service.tenant)).toMatchObject([{ state: "sending" }]);
  service.disk.isFull = false;
  await service.tenant.transact(async () => undefined);
  await service.tenant.idle();
  expect(await outbox(service.tenant)).toMatchObject([{ state: "delivered", attempts: [{ at: NEW_YEAR }] }]);
  expect(service.receiver.got).toHaveLength(1);
});

test("a full outbox drops its oldest, says so when that was still open, and its lane goes on", async () => {
  const service = await openParcels();
  service.receiver.answer = async ({ body }) => (body === "stuck" ? REFUSED : ACCEPTED);
  await notifyAll(service.tenant, ["stuck", "behind"]);
  await service.tenant.idle();
  for (let n = 2; n < limits.outboxMessages + 1; n += 1) await service.tenant.transact(keepOne);
  await service.tenant.idle();
  const kept = await outbox(service.tenant);
  expect([kept.length, kept[0]?.body, kept[0]?.state]).toEqual([limits.outboxMessages, "behind", "delivered"]);
  expect(service.tenant.journal.list({ kind: "notification-dropped" })).toMatchObject([{ reason: "outbox full" }]);
});

/** Keeps a notification that was sent outside the outbox. */
async function keepOne(tx: Transaction): Promise<void> {
  const { id, seq } = await drawNotificationId(tx);
  const { bodyOf: _bodyOf, lane: _lane, policy: _policy, ...rest } = note("kept");
  await keepSettled(tx, { ...rest, id, seq, body: "", timeoutMs: 5000 }, { at: tx.at, ...ACCEPTED });
}
