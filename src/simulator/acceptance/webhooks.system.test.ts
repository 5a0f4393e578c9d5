import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TenantHandle } from "../index.ts";
import { Partner } from "../providers/esimaccess/testing/partner.ts";
import { type LoopbackReceiver, openLoopbackReceiver } from "./testing/loopback-receiver.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

let shop: Shop;
let handle: TenantHandle;
let access: Partner;
let receiver: LoopbackReceiver;
let base = "";

beforeEach(async () => {
  shop = await openShop({ rateLimit: "off" });
  handle = shop.handle;
  base = (await shop.sandbox.listen()).url;
  access = new Partner(handle, (path, init) => fetch(base + path, init));
  receiver = await openLoopbackReceiver();
});

afterEach(async () => {
  await expectSound(handle);
  await shop.close();
  await receiver.close();
});

async function save(webhook = receiver.url): Promise<string | null> {
  return access.codeOf("webhook/save", { webhook });
}

async function admin(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`${base}/__admin/${path}`, body === undefined ? {} : init);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

describe("what arrives", () => {
  test("the whole life of an eSIM, in order", async () => {
    expect(await save()).toBe("0");
    expect(receiver.take()).toEqual(["CHECK_HEALTH"]);
    const { esimTranNo } = await access.esim("JP_1_7");
    expect(receiver.take()).toEqual(["ORDER_STATUS"]);
    for (const [event, told] of [
      ["download", ["SMDP_EVENT GOT_RESOURCE DOWNLOAD"]],
      ["install", ["SMDP_EVENT GOT_RESOURCE INSTALLATION"]],
      ["enable", ["SMDP_EVENT GOT_RESOURCE ENABLED"]],
      ["attach", ["ESIM_STATUS IN_USE ENABLED", "SMDP_EVENT IN_USE ENABLED"]],
    ] as const) {
      await handle.esims[event](esimTranNo);
      await handle.idle();
      expect(receiver.take().sort()).toEqual(told);
    }
    for (const share of [0.5, 0.3, 0.1]) {
      await handle.esims.use(esimTranNo, Math.ceil(1_073_741_824 * share));
      expect(receiver.take()).toEqual([]);
      await handle.clock.advance("2h");
      expect(receiver.take()).toEqual(["DATA_USAGE"]);
    }
    await handle.esims.use(esimTranNo, 107_374_181);
    await handle.clock.advance("2h");
    expect(receiver.take()).toEqual(["ESIM_STATUS USED_UP ENABLED"]);
    await access.topUp(esimTranNo, "JP_1_7");
    await handle.idle();
    expect(receiver.take()).toEqual(["ESIM_STATUS IN_USE ENABLED"]);
    await access.call("esim/suspend", { esimTranNo });
    await access.call("esim/unsuspend", { esimTranNo });
    await handle.idle();
    expect(receiver.take()).toEqual(["ESIM_STATUS SUSPENDED ENABLED", "ESIM_STATUS IN_USE ENABLED"]);
    await handle.clock.advance("13d");
    expect(receiver.take()).toEqual(["VALIDITY_USAGE"]);
    await handle.clock.advance("1d");
    expect(receiver.take()).toEqual(["ESIM_STATUS USED_EXPIRED ENABLED"]);
    await handle.clock.runUntilIdle();
    expect(receiver.take()).toEqual([]);
  });

  test("envelope, headers and contents of each type", async () => {
    await save();
    const { esimTranNo, orderNo, iccid, transactionId } = await access.esim("JP_1_7");
    await access.play(esimTranNo, "attach");
    await handle.esims.use(esimTranNo, 600_000_000);
    await handle.clock.advance("7d");
    for (const { method, path, headers, notifyId, eventGenerateTime } of receiver.heard) {
      expect([method, path]).toEqual(["POST", "/hook"]);
      expect(headers).toMatchObject({ "content-type": "application/json", "rt-accesscode": "test-access-code" });
      expect(Object.keys(headers).filter((name) => /^rt-(?!accesscode)/.test(name))).toEqual([]);
      expect(notifyId).toMatch(/^[0-9a-f]{32}$/);
      expect(eventGenerateTime).toMatch(/^2026-01-0\dT\d\d:\d\d:\d\dZ$/);
    }
    expect(new Set(receiver.heard.map(({ notifyId }) => notifyId)).size).toBe(receiver.heard.length);
    const contentOf = (type: string) => receiver.heard.find(({ notifyType }) => notifyType === type)?.content;
    const ids = { iccid, orderNo, esimTranNo, transactionId };
    expect(contentOf("CHECK_HEALTH")).toEqual({ orderNo: "1234567890", orderStatus: "Test" });
    expect(contentOf("ORDER_STATUS")).toEqual({ orderNo, orderStatus: "GOT_RESOURCE", transactionId });
    expect(contentOf("SMDP_EVENT")).toMatchObject({
      ...ids,
      eid: expect.stringMatching(/^\d{32}$/),
      timestamp: "2026-01-01T00:00:02Z",
    });
    expect(contentOf("ESIM_STATUS")).toMatchObject({ ...ids, esimStatus: "IN_USE", smdpStatus: "ENABLED" });
    expect(contentOf("DATA_USAGE")).toEqual({
      ...ids,
      totalVolume: 1_073_741_824,
      orderUsage: 600_000_000,
      remain: 473_741_824,
      remainThreshold: 0.5,
      lastUpdateTime: "2026-01-01T00:00:02Z",
    });
    expect(contentOf("VALIDITY_USAGE")).toEqual({
      ...ids,
      remain: 1,
      totalDuration: 7,
      durationUnit: "DAY",
      expiredTime: "2026-01-08T00:00:02Z",
    });
  });

  test("cancelling, revoking and expiring unused are told too", async () => {
    await save();
    const [one, two, three] = [await access.esim("JP_1_7"), await access.esim("JP_1_7"), await access.esim("JP_1_7")];
    receiver.take();
    await access.call("esim/cancel", { esimTranNo: one.esimTranNo });
    await access.play(two.esimTranNo, "install");
    await access.call("esim/revoke", { esimTranNo: two.esimTranNo });
    await handle.idle();
    expect(
      receiver
        .take()
        .filter((told) => told.startsWith("ESIM_STATUS"))
        .sort(),
    ).toEqual(["ESIM_STATUS CANCEL RELEASED", "ESIM_STATUS REVOKED INSTALLATION"]);
    await handle.clock.runUntilIdle();
    expect(receiver.take()).toContain("ESIM_STATUS UNUSED_EXPIRED RELEASED");
    expect((await access.row(three.esimTranNo)).esimStatus).toBe("UNUSED_EXPIRED");
  });

  test("a warning at 100 MB left, by option", async () => {
    await access.set({ dataThresholds: "100MB" });
    await save();
    const { esimTranNo } = await access.esim("JP_1_7");
    await access.play(esimTranNo, "attach");
    await handle.esims.use(esimTranNo, 1_073_741_824 - 104_857_601);
    await handle.clock.advance("2h");
    expect(receiver.take()).not.toContain("DATA_USAGE");
    await handle.esims.use(esimTranNo, 1);
    await handle.clock.advance("2h");
    expect(receiver.take()).toEqual(["DATA_USAGE"]);
    const { content } = receiver.heard.at(-1) ?? {};
    expect(content).toMatchObject({ remain: 104_857_600 });
    expect(Object.keys(content ?? {})).not.toContain("remainThreshold");
  });

  test("ORDER_STATUS comes before the events of its eSIMs, and nothing comes without an address", async () => {
    await access.esim("JP_1_7");
    expect(receiver.heard).toEqual([]);
    await save();
    let release = (): void => undefined;
    receiver.replies((arrived) => {
      if (arrived.notifyType !== "ORDER_STATUS") return 200;
      return new Promise((resolve) => {
        release = () => resolve(200);
      });
    });
    await access.order("JP_1_7", { count: 2 });
    const moving = handle.clock.advance("2s");
    await expect.poll(() => receiver.heard.length).toBe(2);
    for (const { id } of (await handle.esims.list()).slice(1)) await handle.esims.download(id);
    expect(receiver.take()).toEqual(["CHECK_HEALTH", "ORDER_STATUS"]);
    release();
    await moving;
    await handle.idle();
    expect(receiver.take()).toEqual(["SMDP_EVENT GOT_RESOURCE DOWNLOAD", "SMDP_EVENT GOT_RESOURCE DOWNLOAD"]);
  });
});

describe("what is sent again", () => {
  test("a refused notification is sent after 10, 60 and 300 seconds of the tenant's time, unchanged, then given up", async () => {
    await save();
    receiver.replies(() => 500);
    await access.order("JP_1_7");
    await handle.clock.advance("2s");
    const attempts = (): number => receiver.heard.length - 1;
    for (const [by, count] of [
      ["0s", 1],
      ["9999ms", 1],
      ["1ms", 2],
      ["59999ms", 2],
      ["1ms", 3],
      ["299999ms", 3],
      ["1ms", 4],
      ["30d", 4],
    ] as const) {
      await handle.clock.advance(by);
      expect([by, attempts()]).toEqual([by, count]);
    }
    const [, first, ...again] = receiver.heard;
    for (const { raw } of again) expect(raw).toBe(first?.raw);
    const [, sent] = await handle.webhooks.list();
    expect(sent).toMatchObject({ type: "ORDER_STATUS", state: "given-up", id: first?.notifyId });
    expect(sent?.attempts.map(({ at, status }) => [at, status])).toEqual([
      ["2026-01-01T00:00:02.000Z", 500],
      ["2026-01-01T00:00:12.000Z", 500],
      ["2026-01-01T00:01:12.000Z", 500],
      ["2026-01-01T00:06:12.000Z", 500],
    ]);
  });

  test("nothing is sent again once it was accepted, at first or at last", async () => {
    await save();
    let replies = [503, 200];
    receiver.replies(() => replies.shift() ?? 200);
    await access.order("JP_1_7");
    await handle.clock.advance("1h");
    expect(receiver.take()).toEqual(["CHECK_HEALTH", "ORDER_STATUS", "ORDER_STATUS"]);
    replies = [204];
    await access.order("JP_1_7");
    await handle.clock.advance("1h");
    expect(receiver.take()).toEqual(["ORDER_STATUS"]);
  });

  test("a waiting time of 0 ends the attempts, and strict replies accept 200 only", async () => {
    await access.set({ webhookRetry2Seconds: 0, strictWebhookReply: true });
    await save();
    receiver.replies(() => 204);
    await access.order("JP_1_7");
    await handle.clock.advance("1d");
    expect(receiver.take()).toEqual(["CHECK_HEALTH", "ORDER_STATUS", "ORDER_STATUS"]);
  });

  test("a receiver that does not answer within the wall time-out counts as failed", async () => {
    await access.set({ webhookTimeoutSeconds: 1, webhookRetry1Seconds: 0 });
    await save();
    receiver.replies(() => null);
    await access.order("JP_1_7");
    await handle.clock.advance("2s");
    const sent = (await handle.webhooks.list()).at(-1);
    expect(sent).toMatchObject({ state: "given-up", attempts: [{ outcome: "failed", status: null }] });
  });
});

describe("a receiver and the clock", () => {
  test("a receiver may call the provider and the control API from its handler", async () => {
    await save();
    const seen: unknown[] = [];
    receiver.replies(async ({ notifyType, content }) => {
      if (notifyType !== "ORDER_STATUS" || seen.length > 0) return 200;
      const rows = await access.call("esim/query", { orderNo: content["orderNo"] });
      const { esimTranNo } = rows.obj.esimList[0];
      await access.call("esim/topup", { esimTranNo, packageCode: "JP_1_7", transactionId: `from-${esimTranNo}` });
      await access.call("esim/order", {
        transactionId: `next-${esimTranNo}`,
        packageInfoList: [{ packageCode: "US_1_7", count: 1 }],
      });
      const listed = await admin("deliveries");
      const played = await admin(`esims/${esimTranNo}/download`, {});
      seen.push(rows.errorCode, listed.status, played.status);
      return 200;
    });
    await access.order("JP_1_7");
    await handle.clock.advance("2s");
    expect(seen).toEqual(["0", 200, 200]);
    expect(await access.balance()).toBe(10_000_000 - 2 * 7000 - 9000);
  });

  test("a clock command waits for the attempts that it caused, and a second one meanwhile is refused", async () => {
    await save();
    let release = (): void => undefined;
    receiver.replies(() => {
      return new Promise((resolve) => {
        release = () => resolve(200);
      });
    });
    await access.order("JP_1_7");
    const moving = admin("clock/advance", { by: "1h" });
    await expect.poll(() => receiver.heard.length).toBe(2);
    for (const command of ["advance", "next", "run-until-idle", "freeze", "resume"]) {
      const body = command === "advance" ? { by: "1s" } : {};
      const second = await admin(`clock/${command}`, body);
      expect([command, second.status, second.body["code"]]).toEqual([command, 409, "clock-busy"]);
    }
    expect((await admin("clock")).body["now"]).toBe("2026-01-01T00:00:02.000Z");
    release();
    const moved = await moving;
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ now: "2026-01-01T01:00:00.000Z" });
    const fired: unknown = moved.body["fired"];
    expect(fired).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "delivery:ORDER_STATUS:accepted" })]),
    );
  });

  test("first attempts do not wait for a standing clock", async () => {
    await save();
    const { esimTranNo } = await access.esim("JP_1_7");
    receiver.take();
    await handle.esims.download(esimTranNo);
    await handle.idle();
    expect(receiver.take()).toEqual(["SMDP_EVENT GOT_RESOURCE DOWNLOAD"]);
  });

  test("no answer of the API waits for a receiver", async () => {
    await save();
    const { esimTranNo } = await access.esim("JP_1_7");
    receiver.replies(() => null);
    await access.set({ webhookTimeoutSeconds: 30 });
    const startedAt = performance.now();
    expect(await access.codeOf("esim/cancel", { esimTranNo })).toBe("0");
    expect(performance.now() - startedAt).toBeLessThan(15_000);
  });
});
