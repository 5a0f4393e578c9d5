import { describe, expect, test } from "vitest";
import { limits } from "./limits.ts";
import { mailTable } from "./outbox.ts";
import { err } from "./result.ts";
import { StoreUnavailable } from "./store.ts";
import { HandClock, NEW_YEAR, openParcels, parcelsIn, parcelTable, plan, post, saidIn } from "./testing/parcels.ts";
import { HOUR_MS } from "./time.ts";
import { advanceBy } from "./time-commands.ts";

const running = { mode: "running", at: NEW_YEAR, wallAt: NEW_YEAR, speed: 1 } as const;

describe("a transaction", () => {
  test("takes effect as a whole at one instant: records, jobs, counters, mails and journal", async () => {
    const { tenant } = await openParcels();
    const number = await tenant.transact(async (tx) => {
      await post(tx, "a", HOUR_MS);
      await tx.mail({ provider: "parcels", to: "a@example.com", subject: "Posted", text: "", attachments: [] });
      tx.record({ kind: "parcel-posted" });
      return tx.next("parcel");
    });
    expect(number).toBe(1);
    expect(tenant.nextDue).toBe(NEW_YEAR + HOUR_MS);
    expect(tenant.journal.list().map(({ kind, at }) => [kind, at - NEW_YEAR])).toEqual([
      ["mail-sent", 0],
      ["parcel-posted", 0],
    ]);
  });

  test.for([
    ["is refused", async () => err({ code: "too-heavy" })],
    [
      "throws",
      async () => {
        throw new Error("a defect");
      },
    ],
  ] as const)("that %s leaves nothing behind", async ([, end]) => {
    const { tenant, receiver } = await openParcels();
    const after: string[] = [];
    const outcome = tenant.transact(async (tx) => {
      await post(tx, "a", HOUR_MS);
      await tx.next("parcel");
      tx.record({ kind: "parcel-posted" });
      tx.afterCommit(() => after.push("ran"));
      return end();
    });
    await outcome.catch(() => undefined);
    expect(await parcelsIn(tenant)).toEqual([]);
    expect([tenant.nextDue, tenant.journal.list(), after, receiver.got]).toEqual([null, [], [], []]);
    expect(await tenant.transact((tx) => tx.next("parcel"))).toBe(1);
  });

  test("is journalled only once it has been committed", async () => {
    const { tenant } = await openParcels();
    const during = await tenant.transact(async (tx) => {
      tx.record({ kind: "parcel-posted" });
      return tenant.journal.list();
    });
    expect(during).toEqual([]);
    expect(tenant.journal.list()).toHaveLength(1);
  });

  test("runs alone: of two at the same time the second sees what the first wrote", async () => {
    const { tenant } = await openParcels();
    const numbers = await Promise.all(
      Array.from({ length: 50 }, () =>
        tenant.transact(async (tx) => {
          const count = await tx.table(parcelTable).count();
          await Promise.resolve();
          await tx.table(parcelTable).put({ id: `parcel-${count}`, town: "Oslo", state: "posted" });
          return count;
        }),
      ),
    );
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  test("that the medium refuses leaves everything as it was, and a later one succeeds", async () => {
    const { tenant, disk } = await openParcels();
    disk.isFull = true;
    const refused = tenant.transact(async (tx) => {
      tx.record({ kind: "parcel-posted" });
      await post(tx, "a", HOUR_MS);
    });
    await expect(refused).rejects.toThrow(StoreUnavailable);
    expect([await parcelsIn(tenant), tenant.journal.list(), tenant.nextDue]).toEqual([[], [], null]);
    disk.isFull = false;
    await tenant.transact((tx) => post(tx, "a", HOUR_MS));
    expect(await parcelsIn(tenant)).toHaveLength(1);
  });

  test("draws the same values for a purpose, others for another purpose or seed", async () => {
    const draw = async (seed: number, purpose: string) => {
      const { tenant } = await openParcels({ seed });
      return tenant.transact(async (tx) => tx.random(purpose).hex(8));
    };
    const [first, again, purpose, seed] = await Promise.all([draw(1, "a"), draw(1, "a"), draw(1, "b"), draw(2, "a")]);
    expect(again).toBe(first);
    expect(new Set([first, purpose, seed]).size).toBe(3);
  });

  test("lets the oldest mail go when the mailbox is full", async () => {
    const { tenant } = await openParcels();
    const mail = { provider: "parcels", to: "a@example.com", subject: "News", text: "", attachments: [] };
    for (let n = 0; n < limits.outboxMessages + 2; n += 1) await tenant.transact((tx) => tx.mail(mail));
    const kept = await tenant.transact((tx) => tx.table(mailTable).all());
    expect([kept.length, kept[0]?.seq]).toEqual([limits.outboxMessages, 3]);
  });
});

describe("jobs", () => {
  test("that are due run before the next transaction, each at its own instant", async () => {
    const wall = new HandClock();
    const { tenant } = await openParcels({ wall, clock: running });
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "later", dueAt: tx.at + 2 * HOUR_MS });
      await plan(tx, { what: "sooner", dueAt: tx.at + HOUR_MS });
      await plan(tx, { what: "not yet", dueAt: tx.at + 4 * HOUR_MS });
    });
    wall.at += 3 * HOUR_MS;
    expect(await tenant.transact(async (tx) => tx.at - NEW_YEAR)).toBe(3 * HOUR_MS);
    expect(saidIn(tenant)).toEqual([
      ["sooner", 1],
      ["later", 2],
    ]);
  });

  test("of one instant run in the order of their creation", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      for (const what of ["c", "a", "b"]) await plan(tx, { what, dueAt: tx.at + HOUR_MS });
    });
    await advanceBy(tenant, HOUR_MS);
    expect(saidIn(tenant).map(([what]) => what)).toEqual(["c", "a", "b"]);
  });

  test("that are planned again under their id are put off", async () => {
    const { tenant } = await openParcels();
    await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
    await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + 2 * HOUR_MS }));
    await advanceBy(tenant, 3 * HOUR_MS);
    expect(saidIn(tenant)).toEqual([["a", 2]]);
  });

  test("that were taken back do not run", async () => {
    const { tenant } = await openParcels();
    await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
    await tenant.transact((tx) => tx.unschedule("say/a"));
    await advanceBy(tenant, 3 * HOUR_MS);
    expect([saidIn(tenant), tenant.nextDue]).toEqual([[], null]);
  });

  test("that are due at the present instant run at once, although the clock stands still", async () => {
    const { tenant } = await openParcels();
    await tenant.transact((tx) => plan(tx, { what: "now", dueAt: tx.at }));
    await tenant.idle();
    expect(saidIn(tenant)).toEqual([["now", 0]]);
  });

  test("that throw are journalled and removed without a trace, and the others go on", async () => {
    const { tenant } = await openParcels();
    await tenant.transact(async (tx) => {
      await tx.schedule({ id: "broken", kind: "throw-parcel", dueAt: tx.at + HOUR_MS, payload: {} });
      await tx.schedule({ id: "unknown", kind: "no-such-kind", dueAt: tx.at + HOUR_MS, payload: {} });
      await plan(tx, { what: "after", dueAt: tx.at + HOUR_MS });
    });
    await advanceBy(tenant, HOUR_MS);
    expect(saidIn(tenant)).toEqual([["after", 1]]);
    expect(await parcelsIn(tenant)).toEqual([]);
    expect(tenant.journal.list({ kind: "job-failed" })).toEqual([
      expect.objectContaining({ jobId: "broken", cause: expect.stringContaining("the parcel broke") }),
      expect.objectContaining({ jobId: "unknown", cause: expect.stringContaining("no handler for jobs of kind") }),
    ]);
  });

  test("whose transaction cannot be stored stay, and run once the medium takes writes again", async () => {
    const wall = new HandClock();
    const { tenant, disk } = await openParcels({ wall, clock: running });
    await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
    wall.at += HOUR_MS + limits.jobSlackMs;
    disk.isFull = true;
    await expect(tenant.transact(async () => undefined)).rejects.toThrow(StoreUnavailable);
    expect(saidIn(tenant)).toEqual([]);
    disk.isFull = false;
    await tenant.transact(async () => undefined);
    expect(saidIn(tenant)).toEqual([["a", 1]]);
  });

  test("are not given up for a single write that failed", async () => {
    const wall = new HandClock();
    const { tenant, disk } = await openParcels({ wall, clock: running });
    await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
    wall.at += HOUR_MS + limits.jobSlackMs;
    disk.failures = 1;
    await expect(tenant.transact(async () => undefined)).rejects.toThrow(StoreUnavailable);
    await tenant.transact(async () => undefined);
    expect(saidIn(tenant)).toEqual([["a", 1]]);
  });

  test("may be a moment late while the clock runs, until whoever keeps real time runs them", async () => {
    const wall = new HandClock();
    const { tenant } = await openParcels({ wall, clock: running });
    await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + HOUR_MS }));
    wall.at += HOUR_MS + limits.jobSlackMs - 1;
    await tenant.transact(async () => undefined);
    expect(saidIn(tenant)).toEqual([]);
    await tenant.runDueJobs();
    expect(saidIn(tenant).map(([what]) => what)).toEqual(["a"]);
  });

  test("of one moment share a transaction, and one that throws takes only itself away", async () => {
    const { tenant, disk } = await openParcels();
    await tenant.transact(async (tx) => {
      const dueAt = tx.at + HOUR_MS;
      await plan(tx, { what: "a", dueAt });
      await tx.schedule({ id: "defect", kind: "throw-parcel", dueAt, payload: {} });
      for (const what of ["b", "c"]) await plan(tx, { what, dueAt });
    });
    const before = disk.writes;
    await advanceBy(tenant, HOUR_MS);
    expect(saidIn(tenant)).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ]);
    expect(tenant.journal.list({ kind: "job-failed" })).toHaveLength(1);
    expect(disk.writes - before).toBe(2); // the job that is removed, and the three others
  });

  test("that are due at once but cannot be stored say so in the journal", async () => {
    const { tenant, disk } = await openParcels();
    await tenant.transact(async (tx) => {
      await plan(tx, { what: "now", dueAt: tx.at });
      tx.afterCommit(() => {
        disk.isFull = true;
      });
    });
    await tenant.idle().catch(() => undefined);
    expect(tenant.journal.list().map(({ kind }) => kind)).toEqual(["jobs-halted"]);
    disk.isFull = false;
    await tenant.idle();
    expect(saidIn(tenant)).toEqual([["now", 0]]);
  });
});

describe("options and faults", () => {
  test("options set while running are kept by provider and survive a restart", async () => {
    const service = await openParcels();
    await service.tenant.changeOptions("parcels", { speed: "fast" });
    await service.tenant.changeOptions("parcels", { signed: true });
    const { tenant } = await service.restarted();
    expect(tenant.options("parcels")).toEqual({ speed: "fast", signed: true });
    expect(tenant.options("letters")).toEqual({});
    expect(await tenant.transact(async (tx) => tx.options("parcels"))).toEqual({ speed: "fast", signed: true });
  });

  test("options that cannot be stored are not taken over", async () => {
    const { tenant, disk } = await openParcels();
    disk.isFull = true;
    await expect(tenant.changeOptions("parcels", { speed: "fast" })).rejects.toThrow(StoreUnavailable);
    expect(tenant.options("parcels")).toEqual({});
  });
});
