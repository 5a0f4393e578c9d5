import { describe, expect, test } from "vitest";
import type { Result } from "../kernel/result.ts";
import type { Tenant } from "../kernel/tenant.ts";
import { DAY_MS, HOUR_MS } from "../kernel/time.ts";
import { advanceBy, runUntilIdle } from "../kernel/time-commands.ts";
import type { DeviceEvent, DeviceRefused, Esim } from "./esim.ts";
import { addEsim, cancelExpiry, type EsimReactions, type NotConnected, playDeviceEvent, useData } from "./esim-life.ts";
import { isEid } from "./identity.ts";
import { esimTable } from "./tables.ts";
import { esimWith, NEW_YEAR, openEsims, stored } from "./testing/esims.ts";

interface Sold {
  readonly tenant: Tenant;
  readonly told: string[];
  play(event: DeviceEvent, eid?: string): Promise<Result<Esim, DeviceRefused>>;
  use(bytes: number): Promise<Result<Esim, NotConnected>>;
}

async function sold(over: Partial<Esim> = {}): Promise<Sold> {
  const { tenant, told, reactions } = await openEsims();
  await tenant.transact((tx) => addEsim(tx, esimWith(over), reactions));
  told.length = 0;
  return { tenant, told, play: playWith(tenant, reactions), use: useWith(tenant, reactions) };
}

function playWith(tenant: Tenant, reactions: EsimReactions): Sold["play"] {
  return (event, eid) =>
    tenant.transact(async (tx) => {
      const esim = await tx.table(esimTable).require("e1");
      return playDeviceEvent(tx, { esim, event, eid: eid ?? null }, reactions);
    });
}

function useWith(tenant: Tenant, reactions: EsimReactions): Sold["use"] {
  return (bytes) =>
    tenant.transact(async (tx) => useData(tx, { esim: await tx.table(esimTable).require("e1"), bytes }, reactions));
}

describe("an eSIM", () => {
  test("that is never used ends with its shelf life", async () => {
    const { tenant, told } = await sold();
    await advanceBy(tenant, 180 * DAY_MS - 1);
    expect(await stored(tenant)).toMatchObject({ status: "unused" });
    await advanceBy(tenant, 1);
    expect(await stored(tenant)).toMatchObject({ status: "unused-expired" });
    expect(told).toEqual(["unused -> unused-expired"]);
  });

  test("that is installed lives its days from then on, and no longer by its shelf life", async () => {
    const { tenant, told, play } = await sold();
    await advanceBy(tenant, 179 * DAY_MS);
    await play("download");
    await play("install");
    await runUntilIdle(tenant);
    expect(await stored(tenant)).toMatchObject({ status: "used-expired", activatedAt: NEW_YEAR + 179 * DAY_MS });
    expect(tenant.clock.now()).toBe(NEW_YEAR + 186 * DAY_MS);
    expect(told).toEqual([
      "download -> downloaded",
      "install -> installed",
      "ends after 186 days",
      "unused -> in-use",
      "in-use -> used-expired",
    ]);
  });

  test("that activates by the network begins with the first attach", async () => {
    const { tenant, told, play } = await sold({ activatesOn: "attach" });
    for (const event of ["download", "install", "enable"] as const) await play(event);
    expect(await stored(tenant)).toMatchObject({ status: "unused", profile: "enabled" });
    await advanceBy(tenant, DAY_MS);
    await play("attach");
    expect(await stored(tenant)).toMatchObject({ status: "in-use", expiresAt: NEW_YEAR + 8 * DAY_MS });
    expect(told.slice(-2)).toEqual(["ends after 8 days", "unused -> in-use"]);
  });

  test("whose end was taken back does not expire", async () => {
    const { tenant } = await sold();
    await tenant.transact((tx) => cancelExpiry(tx, "e1"));
    expect(await runUntilIdle(tenant)).toMatchObject({ value: { firedCount: 0 } });
  });

  test("keeps the EID it drew at its first download, unless another device takes it", async () => {
    const { tenant, play } = await sold();
    await play("download");
    const { eid } = await stored(tenant);
    expect(isEid(eid ?? "")).toBe(true);
    for (const event of ["install", "delete", "reinstall", "download"] as const) await play(event);
    expect((await stored(tenant)).eid).toBe(eid);
    const other = await sold();
    await other.play("download", "89049032000000000000000000000066");
    expect((await stored(other.tenant)).eid).toBe("89049032000000000000000000000066");
  });

  test("is not touched by an event that is refused", async () => {
    const { tenant, told, play } = await sold();
    expect(await play("enable")).toMatchObject({ ok: false, error: { code: "impossible-device-event" } });
    expect([await stored(tenant), told]).toEqual([esimWith(), []]);
  });
});

describe("use of data", () => {
  const inUse = {
    profile: "enabled",
    status: "in-use",
    activatedAt: NEW_YEAR,
    expiresAt: NEW_YEAR + 7 * DAY_MS,
  } as const;

  test("is counted at once and reported after the operator's lag", async () => {
    const { tenant, told, use } = await sold(inUse);
    await use(300);
    expect(await stored(tenant)).toMatchObject({ usedBytes: 300, reportedBytes: 0 });
    await advanceBy(tenant, 2 * HOUR_MS - 1);
    expect(told).toEqual([]);
    await advanceBy(tenant, 1);
    expect(await stored(tenant)).toMatchObject({ reportedBytes: 300, reportedAt: NEW_YEAR + 2 * HOUR_MS });
    expect(told).toEqual(["reported 300"]);
  });

  test("is reported in the order of use, and what a provider remembers of it is kept", async () => {
    const { tenant, told, use } = await sold(inUse);
    await use(300);
    await advanceBy(tenant, HOUR_MS);
    await use(300);
    await advanceBy(tenant, 2 * HOUR_MS);
    expect(told).toEqual(["reported 300", "reported 600"]);
    expect((await stored(tenant)).announced).toEqual(["half"]);
  });

  test("beyond the allowance is not served, and the eSIM is used up once that is reported", async () => {
    const { tenant, told, use } = await sold(inUse);
    await use(5000);
    expect(await stored(tenant)).toMatchObject({ usedBytes: 1000, status: "in-use" });
    await advanceBy(tenant, 2 * HOUR_MS);
    expect(await stored(tenant)).toMatchObject({ status: "used-up" });
    expect(told).toEqual(["reported 1000", "in-use -> used-up"]);
  });

  test.for([
    ["no enabled profile", { ...inUse, profile: "disabled" }],
    ["an eSIM that is used up", { ...inUse, status: "used-up" }],
    ["an eSIM that is not activated", { ...inUse, status: "unused" }],
  ] as const)("needs a connection: %s is refused", async ([, over]) => {
    const { use } = await sold(over);
    expect(await use(1)).toEqual({
      ok: false,
      error: { code: "esim-not-connected", profile: over.profile, status: over.status },
    });
  });
});
