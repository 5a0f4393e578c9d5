import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { HandClock, NEW_YEAR, openParcels, type ParcelService, plan, saidIn } from "../kernel/testing/parcels.ts";
import { freeze, resume } from "../kernel/time-commands.ts";
import { Pump } from "./pump.ts";
import { wallClock } from "./wall-clock.ts";

class MachineClock extends HandClock {
  override now(): number {
    return wallClock.now();
  }
}

/** A parcel service on the machine's clock, whose time begins at the new year and passes a thousand times as fast. */
function running(own: Pump): Promise<ParcelService> {
  return openParcels({
    wall: new MachineClock(),
    clock: { mode: "running", at: NEW_YEAR, wallAt: wallClock.now(), speed: 1000 },
    onPlan: (tenant) => own.plan(tenant),
    onClockChange: (tenant) => own.replan(tenant),
  });
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds).toBe(true);
}

test("jobs of a running clock run when they fall due, without anybody calling", async () => {
  const own = new Pump();
  const { tenant } = await running(own);
  await tenant.transact(async (tx) => {
    await plan(tx, { what: "b", dueAt: tx.at + 60_000 });
    await plan(tx, { what: "a", dueAt: tx.at + 30_000 });
  });
  await until(() => saidIn(tenant).length === 2);
  own.stop();
  expect(saidIn(tenant).map(([what]) => what)).toEqual(["a", "b"]);
});

test("a stopped clock is left alone until it runs again", async () => {
  const own = new Pump();
  const { tenant } = await running(own);
  await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + 3_000_000 })); // in three seconds
  await freeze(tenant);
  await pause(3_200);
  expect(saidIn(tenant)).toEqual([]);
  await resume(tenant, 1000);
  await until(() => saidIn(tenant).length === 1);
  own.stop();
  expect(saidIn(tenant)).toHaveLength(1);
});

test("a job that could not be stored is tried again", async () => {
  const own = new Pump();
  const { tenant, disk } = await running(own);
  await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + 1_000_000 })); // in a second
  disk.isFull = true;
  await pause(1_200);
  expect(saidIn(tenant)).toEqual([]);
  disk.isFull = false;
  await until(() => saidIn(tenant).length === 1);
  own.stop();
  expect(saidIn(tenant)).toHaveLength(1);
});

test("a stopped pump rings no more", async () => {
  const own = new Pump();
  const { tenant } = await running(own);
  await tenant.transact((tx) => plan(tx, { what: "a", dueAt: tx.at + 1_000_000 })); // in a second
  own.stop();
  await pause(1_200);
  expect(saidIn(tenant)).toEqual([]);
});
