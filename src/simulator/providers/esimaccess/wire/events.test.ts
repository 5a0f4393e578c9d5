import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { expectNoDefect, type Partner } from "../testing/partner.ts";
import { openReceiver, type Receiver } from "../testing/receiver.ts";

let receiver: Receiver;
let partner: Partner;
let handle: Partner["handle"];

beforeEach(async () => {
  receiver = await openReceiver();
  ({ partner } = receiver);
  ({ handle } = partner);
  await partner.call("webhook/save", { webhook: "http://127.0.0.1:8080/hook" });
  receiver.take();
  return () => expectNoDefect(handle);
});

/** What the last notification of a type said. */
function lastContent(type: string): Readonly<Record<string, unknown>> | undefined {
  return receiver.heard.findLast(({ notifyType }) => notifyType === type)?.content;
}

function lastHeard(): Receiver["heard"][number] {
  const last = receiver.heard.at(-1);
  if (last === undefined) throw new Error("nothing was heard");
  return last;
}

describe("an event without a subject", () => {
  test.for([
    ["ORDER_STATUS", {}, 2, { orderStatus: "GOT_RESOURCE" }],
    ["ESIM_STATUS", {}, 6, { esimStatus: "IN_USE" }],
    ["ESIM_STATUS", { status: "IN_USE" }, 6, { esimStatus: "IN_USE" }],
    ["ESIM_STATUS", { status: "USED_UP" }, 8, { esimStatus: "USED_UP" }],
    ["ESIM_STATUS", { status: "USED_EXPIRED" }, 7, { esimStatus: "USED_EXPIRED" }],
    ["ESIM_STATUS", { status: "UNUSED_EXPIRED" }, 3, { esimStatus: "UNUSED_EXPIRED" }],
    ["ESIM_STATUS", { status: "CANCEL" }, 3, { esimStatus: "CANCEL" }],
    ["ESIM_STATUS", { status: "REVOKED" }, 3, { esimStatus: "REVOKED" }],
    ["ESIM_STATUS", { status: "SUSPENDED" }, 4, { esimStatus: "SUSPENDED" }],
    ["SMDP_EVENT", {}, 3, { smdpStatus: "DOWNLOAD" }],
    ["SMDP_EVENT", { profile: "INSTALLATION" }, 4, { smdpStatus: "INSTALLATION" }],
    ["SMDP_EVENT", { profile: "ENABLED" }, 5, { smdpStatus: "ENABLED" }],
    ["SMDP_EVENT", { profile: "DISABLED" }, 6, { smdpStatus: "DISABLED" }],
    ["SMDP_EVENT", { profile: "DELETED" }, 6, { smdpStatus: "DELETED" }],
    ["DATA_USAGE", {}, 8, { remainThreshold: 0.5 }],
    ["DATA_USAGE", { threshold: 0.2 }, 8, { remainThreshold: 0.2 }],
    ["DATA_USAGE", { threshold: "0.1" }, 8, { remainThreshold: 0.1 }],
    ["VALIDITY_USAGE", {}, 7, { remain: 1 }],
  ] as const)("%s %o is brought about from an order on", async ([event, options, steps, content]) => {
    const done = await handle.trigger(event, { with: options });
    expect(done.steps).toHaveLength(steps);
    expect(done.steps[0]).toMatchObject({ step: expect.stringContaining("POST /api/v1/open/esim/order"), status: 200 });
    expect(done.deliveries.at(-1)?.state).toBe("delivered");
    expect(lastContent(event)).toMatchObject(content);
  });

  test("CHECK_HEALTH is brought about by saving the address again", async () => {
    const done = await handle.trigger("CHECK_HEALTH");
    expect(done.steps).toMatchObject([{ step: expect.stringContaining("/webhook/save"), status: 200 }]);
    expect(receiver.take()).toEqual(["CHECK_HEALTH"]);
  });
});

describe("an event of a given subject", () => {
  test("goes on from where the eSIM stands, found by its number, its ICCID or its order", async () => {
    const { esimTranNo, iccid, orderNo } = await partner.esim("JP_1_7");
    await partner.play(esimTranNo, "enable");
    await handle.idle();
    const inUse = await handle.trigger("ESIM_STATUS", { for: iccid });
    expect(inUse.steps.map(({ step }) => step)).toEqual([`attach eSIM ${esimTranNo}`]);
    const usedUp = await handle.trigger("ESIM_STATUS", { for: orderNo });
    expect(usedUp.steps.map(({ step }) => step)).toEqual([
      `use 1073741824 bytes of eSIM ${esimTranNo}`,
      "clock to 2026-01-01T02:00:02.000Z",
    ]);
    const expired = await handle.trigger("ESIM_STATUS", { for: esimTranNo });
    expect(expired.steps.map(({ step }) => step)).toEqual(["clock to 2026-01-08T00:00:02.000Z"]);
    expect(lastContent("ESIM_STATUS")).toMatchObject({ esimTranNo, esimStatus: "USED_EXPIRED" });
  });

  test("of an order that waits for its allocation is its allocation", async () => {
    const orderNo = await partner.order("JP_1_7");
    const done = await handle.trigger("ORDER_STATUS", { for: orderNo });
    expect(done.steps.map(({ step }) => step)).toEqual(["clock to 2026-01-01T00:00:02.000Z"]);
  });

  test("reaches the next threshold, then the next", async () => {
    const { esimTranNo } = await partner.esim("JP_1_7");
    for (const remainThreshold of [0.5, 0.2, 0.1]) {
      await handle.trigger("DATA_USAGE", { for: esimTranNo });
      expect(lastContent("DATA_USAGE")).toMatchObject({ esimTranNo, remainThreshold });
    }
    await expect(handle.trigger("DATA_USAGE", { for: esimTranNo })).rejects.toMatchObject({ code: "impossible-event" });
  });

  test("keeps to 100 MB where the option says so", async () => {
    await partner.set({ dataThresholds: "100MB" });
    await handle.trigger("DATA_USAGE");
    expect(lastContent("DATA_USAGE")).toMatchObject({ remain: 104_857_600 });
  });

  test("resumes a suspended eSIM, and toggles one in use", async () => {
    const { esimTranNo } = await partner.esim("JP_1_7");
    await handle.trigger("ESIM_STATUS", { for: esimTranNo, with: { status: "SUSPENDED" } });
    const done = await handle.trigger("ESIM_STATUS", { for: esimTranNo, with: { status: "SUSPENDED" } }).catch(String);
    expect(done).toContain("SUSPENDED of eSIM");
    await handle.trigger("ESIM_STATUS", { for: esimTranNo });
    await handle.trigger("ESIM_STATUS", { for: esimTranNo, with: { status: "IN_USE" } });
    await handle.trigger("ESIM_STATUS", { for: esimTranNo, with: { status: "IN_USE" } });
    expect(lastContent("ESIM_STATUS")).toMatchObject({ esimStatus: "IN_USE", smdpStatus: "DISABLED" });
  });
});

describe("refused is", () => {
  test.for([
    ["an unknown order", "ORDER_STATUS", { for: "B1" }, "unknown-subject"],
    ["an unknown eSIM", "DATA_USAGE", { for: "26" }, "unknown-subject"],
    ["an unknown status", "ESIM_STATUS", { with: { status: "INUSE" } }, "invalid-request"],
    ["an unknown profile state", "SMDP_EVENT", { with: { profile: "ENABLE" } }, "invalid-request"],
    ["an unknown threshold", "DATA_USAGE", { with: { threshold: 0.3 } }, "invalid-request"],
  ] as const)("%s", async ([, event, about, code]) => {
    await expect(handle.trigger(event, about)).rejects.toMatchObject({ code });
  });

  test.for([
    ["the allocation of an order that is allocated", "ORDER_STATUS", {}],
    ["the cancellation of what is on a device", "ESIM_STATUS", { status: "CANCEL" }],
    ["expiry unused of what was used", "ESIM_STATUS", { status: "UNUSED_EXPIRED" }],
    ["a state that the profile has passed", "SMDP_EVENT", { profile: "INSTALLATION" }],
  ] as const)("%s", async ([, event, options]) => {
    const { esimTranNo, orderNo } = await partner.esim("JP_1_7");
    await partner.play(esimTranNo, "attach");
    const about = { for: event === "ORDER_STATUS" ? orderNo : esimTranNo, with: options };
    await expect(handle.trigger(event, about)).rejects.toMatchObject({ code: "impossible-event" });
  });

  test("everything while no address is saved", async () => {
    await handle.reset();
    for (const event of ["CHECK_HEALTH", "ORDER_STATUS", "ESIM_STATUS"]) {
      await expect(handle.trigger(event)).rejects.toMatchObject({ code: "no-webhook-address" });
    }
  });

  test("an order that the provider refuses, with its answer", async () => {
    await handle.account.set(0);
    await expect(handle.trigger("ORDER_STATUS")).rejects.toThrow(/the order was refused: HTTP 200 .*200007/);
  });
});

test("what is emitted tells of an eSIM and an order as they stand, and changes neither", async () => {
  const { esimTranNo, orderNo, iccid } = await partner.esim("JP_1_7");
  await partner.play(esimTranNo, "attach");
  await handle.idle();
  const before = await handle.esims.get(esimTranNo);
  receiver.take();
  for (const event of ["ESIM_STATUS", "SMDP_EVENT", "DATA_USAGE", "VALIDITY_USAGE"]) {
    const sent = await handle.emit(event, { for: esimTranNo });
    expect(sent).toMatchObject({ type: event, about: { esimId: esimTranNo, orderNumber: orderNo } });
    await handle.idle();
    expect(lastContent(event)).toMatchObject({ iccid, orderNo });
  }
  await handle.emit("ORDER_STATUS", { for: orderNo });
  await handle.idle();
  expect(receiver.take()).toEqual([
    "ESIM_STATUS IN_USE ENABLED",
    "SMDP_EVENT IN_USE ENABLED",
    "DATA_USAGE",
    "VALIDITY_USAGE",
    "ORDER_STATUS",
  ]);
  expect(await handle.esims.get(esimTranNo)).toEqual(before);
  await expect(handle.emit("CHECK_HEALTH", { for: esimTranNo })).rejects.toMatchObject({ code: "unknown-event" });
  await expect(handle.emit("ESIM_STATUS", { for: "26" })).rejects.toMatchObject({ code: "unknown-subject" });
  await expect(handle.emit("ORDER_STATUS", { for: esimTranNo })).rejects.toMatchObject({ code: "unknown-subject" });
});

test("what is emitted has the members that were chosen, unchecked, and everything else of its own", async () => {
  const { esimTranNo, orderNo, iccid } = await partner.esim("JP_1_7");
  const chosen = { esimStatus: "LOST", eid: null, surprise: { deep: [1] } };
  const { id } = await handle.emit("ESIM_STATUS", { for: esimTranNo, content: chosen });
  await handle.idle();
  expect(lastContent("ESIM_STATUS")).toEqual({
    ...chosen,
    ...{ iccid, orderNo, esimTranNo, transactionId: expect.any(String), smdpStatus: "RELEASED" },
  });
  await handle.emit("ORDER_STATUS", { for: orderNo, content: { orderStatus: "LOST" } });
  await handle.idle();
  expect(lastContent("ORDER_STATUS")).toMatchObject({ orderNo, orderStatus: "LOST" });
  const emitted = await handle.journal.list({ kind: "event-emitted" });
  expect(emitted).toMatchObject([
    { notificationId: id, chosen: ["esimStatus", "eid", "surprise"] },
    { chosen: ["orderStatus"] },
  ]);
  expect(await handle.journal.list({ kind: "contract-violation" })).toEqual([]);
  await handle.webhooks.rules.put("form", { effect: { kind: "corrupt", variant: "generation-2023" } });
  const { body } = await handle.emit("ESIM_STATUS", { for: esimTranNo, content: { esimTranNo: "1", esimStatus: 7 } });
  expect(JSON.parse(body)).toMatchObject({ content: { esimStatus: 7 } });
  expect(JSON.parse(body)).not.toHaveProperty("content.esimTranNo");
});

test("what cannot be told of an eSIM as it stands is not emitted, all else of a new one is", async () => {
  const { esimTranNo } = await partner.esim("JP_1_7");
  for (const event of ["ESIM_STATUS", "DATA_USAGE", "VALIDITY_USAGE"]) await handle.emit(event, { for: esimTranNo });
  const impossible = { code: "impossible-event" };
  await expect(handle.emit("SMDP_EVENT", { for: esimTranNo })).rejects.toMatchObject(impossible);
  await handle.clock.runUntilIdle();
  await expect(handle.emit("VALIDITY_USAGE", { for: esimTranNo })).rejects.toMatchObject(impossible);
});

describe("the form", () => {
  const rawOf = async (variant: string, event: string, id: string): Promise<{ body: string; value: object }> => {
    await handle.webhooks.rules.put("form", { match: { type: event }, effect: { kind: "corrupt", variant } });
    const { body } = await handle.emit(event, { for: id });
    return { body, value: JSON.parse(body) };
  };

  test.for([
    ["generation-2023", "ORDER_STATUS", ["orderNo", "orderStatus"]],
    ["generation-2023", "ESIM_STATUS", ["iccid", "orderNo", "transactionId", "esimStatus", "smdpStatus"]],
    ["generation-2023", "DATA_USAGE", ["iccid", "orderNo", "transactionId", "totalVolume", "orderUsage", "remain"]],
    ["generation-2025", "ORDER_STATUS", ["orderNo", "orderStatus", "transactionId"]],
    [
      "generation-2025",
      "SMDP_EVENT",
      ["iccid", "orderNo", "esimTranNo", "transactionId", "eid", "esimStatus", "smdpStatus", "notifyStatus"],
    ],
  ] as const)("%s of %s has the members of its time", async ([variant, event, members]) => {
    const { esimTranNo, orderNo } = await partner.esim("JP_1_7");
    await partner.play(esimTranNo, "attach");
    const { value } = await rawOf(variant, event, event === "ORDER_STATUS" ? orderNo : esimTranNo);
    expect(Object.keys(value)).toEqual(["notifyType", "content"]);
    expect(Object.keys(Reflect.get(value, "content"))).toEqual(members);
  });

  test("generation-2025 writes times with an offset", async () => {
    const { esimTranNo } = await partner.esim("JP_1_7");
    const { value } = await rawOf("generation-2025", "VALIDITY_USAGE", esimTranNo);
    expect(value).toMatchObject({ content: { expiredTime: "2026-06-30T00:00:00+0000" } });
  });

  test.for([
    ["signed", "test-secret-key", 0],
    ["signed-with-access-code", "test-access-code", 0],
    ["stale-signature", "test-secret-key", 3_600_000],
  ] as const)("%s carries a signature over its own body", async ([variant, key, ageMs]) => {
    const { esimTranNo } = await partner.esim("JP_1_7");
    await rawOf(variant, "ESIM_STATUS", esimTranNo);
    await handle.idle();
    const { headers } = lastHeard();
    const { "rt-timestamp": time = "", "rt-requestid": id = "", "rt-accesscode": code = "" } = headers;
    expect(Number(time)).toBe(handle.clock.now() - ageMs);
    const hmac = createHmac("sha256", key).update(time + id + code + receiver.bodies.at(-1));
    expect(headers["rt-signature"]).toBe(hmac.digest("hex"));
  });

  test("wrong-signature fits neither key, and without-access-code has no code", async () => {
    const { esimTranNo } = await partner.esim("JP_1_7");
    await rawOf("wrong-signature", "ESIM_STATUS", esimTranNo);
    await handle.idle();
    const { headers } = lastHeard();
    const { "rt-timestamp": time = "", "rt-requestid": id = "", "rt-accesscode": code = "" } = headers;
    for (const key of ["test-secret-key", "test-access-code"]) {
      const hmac = createHmac("sha256", key).update(time + id + code + receiver.bodies.at(-1));
      expect(headers["rt-signature"]).not.toBe(hmac.digest("hex"));
    }
    await rawOf("without-access-code", "ESIM_STATUS", esimTranNo);
    await handle.idle();
    expect(receiver.heard.at(-1)?.headers).toEqual({ "content-type": "application/json" });
  });
});

describe("an early webhook", () => {
  test("arrives before the answer of its order, which is allocated at once", async () => {
    await handle.webhooks.rules.add({ match: { type: "ORDER_STATUS" }, effect: { kind: "early" } });
    let seen: unknown = null;
    const order = partner.order("JP_1_7").then((number) => {
      seen = receiver.take();
      return number;
    });
    const number = await order;
    expect(seen).toEqual(["ORDER_STATUS"]);
    expect(handle.clock.now()).toBe(Date.parse("2026-01-01T00:00:00Z"));
    expect(await handle.webhooks.list({ type: "ORDER_STATUS" })).toMatchObject([
      { about: { orderNumber: number }, treatments: [{ effect: "early" }], state: "delivered" },
    ]);
    await partner.order("JP_1_7");
    expect(receiver.take()).toEqual([]);
    expect(await handle.journal.list({ kind: "job-hastened" })).toHaveLength(1);
  });

  test("arrives before the answer of the call that causes it directly", async () => {
    const { esimTranNo } = await partner.esim("JP_1_7");
    receiver.take();
    await handle.webhooks.rules.add({ match: { type: "ESIM_STATUS" }, effect: { kind: "early" } });
    await partner.call("esim/cancel", { esimTranNo });
    expect(receiver.take()).toEqual(["ESIM_STATUS CANCEL RELEASED"]);
  });

  test("does not keep an answer that causes nothing, nor what a refused call would have caused", async () => {
    await handle.webhooks.rules.add({ match: { type: "ORDER_STATUS" }, effect: { kind: "early" } });
    await partner.balance();
    await handle.account.set(0);
    const packageInfoList = [{ packageCode: "JP_1_7", count: 1 }];
    expect(await partner.codeOf("esim/order", { transactionId: "poor", packageInfoList })).toBe("200007");
    expect(await handle.webhooks.rules.list()).toMatchObject([{ seen: 0, isSpent: false }]);
  });

  test("may ask the provider from its receiver", async () => {
    await handle.webhooks.rules.add({ match: { type: "ORDER_STATUS" }, effect: { kind: "early" } });
    let asked: unknown = null;
    receiver.answersAfter(async ({ content }) => {
      asked = (await partner.call("esim/query", { orderNo: content["orderNo"] })).obj.esimList.length;
    });
    await partner.order("JP_1_7");
    expect(asked).toBe(1);
  });
});
