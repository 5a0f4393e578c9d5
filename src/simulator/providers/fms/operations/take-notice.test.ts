import { describe, expect, test } from "vitest";
import { CHINA, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();
const FAILED = { type: "payment_intent.payment_failed" } as const;
const TAKEN = { code: 0, data: null, message: "success", messageSourceHandler: {} } as const;

test("a paid order is at status 0 while it is provisioned and at 1 afterwards", async () => {
  const shop = await sandbox.open();
  const token = await shop.register();
  const orderId = await shop.preOrder(token);
  expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 0 });
  expect((await shop.notify(orderId, { paypalId: "PAY-TEST-1" })).body).toEqual(TAKEN);
  await shop.handle.clock.advance("1999ms");
  expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 0 });
  await shop.handle.clock.advance("1ms");
  const done = await shop.status(orderId, token);
  expect(done.body).toEqual({
    code: 0,
    data: { orderPayStatus: 1, qrCode: expect.stringMatching(/^LPA:1\$smdp\.example\.com\$[0-9A-F]{32}$/) },
    message: "success",
    messageSourceHandler: {},
  });
  expect((await shop.handle.orders.list())[0]).toMatchObject({
    number: orderId,
    state: "completed",
    charged: 125_000,
    details: { paymentReference: "PAY-TEST-1" },
  });
});

test.for([
  [0, "0s"],
  [30, "30s"],
] as const)("provisioning takes %i seconds when the option says so", async ([provisioningDelaySeconds, by]) => {
  const shop = await sandbox.open({ provisioningDelaySeconds });
  const token = await shop.register();
  const orderId = await shop.preOrder(token);
  await shop.notify(orderId);
  if (by !== "0s") await shop.handle.clock.advance(by);
  expect((await shop.status(orderId, token)).data).toMatchObject({ orderPayStatus: 1 });
});

describe("the time limit (FMS-P25)", () => {
  test.for([
    ["a success at exactly the limit", "60m", {}, TAKEN, 0],
    ["a failure at exactly the limit", "60m", FAILED, TAKEN, 2],
    ["a success one millisecond late", "3600001ms", {}, { code: 6006, data: null, message: "PreOrder Timeout" }, 3],
    ["a failure one millisecond late", "3600001ms", FAILED, { code: 6006, data: null, message: "PreOrder Timeout" }, 3],
  ] as const)("%s gets its answer", async ([, after, notice, body, status]) => {
    const shop = await sandbox.open();
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    await shop.handle.clock.advance(after);
    expect((await shop.notify(orderId, notice)).body).toEqual(body);
    expect((await shop.status(orderId, token)).data["orderPayStatus"]).toBe(status);
  });

  test.for([10, 60, 1])("is %i minutes by the option", async (preOrderTimeoutMinutes) => {
    const shop = await sandbox.open({ preOrderTimeoutMinutes });
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    await shop.handle.clock.advance(`${preOrderTimeoutMinutes}m`);
    expect((await shop.status(orderId, token)).data["orderPayStatus"]).toBe(0);
    await shop.handle.clock.advance("1ms");
    expect((await shop.status(orderId, token)).data["orderPayStatus"]).toBe(3);
  });

  test("a paid order is no longer subject to it", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    await shop.handle.clock.advance("2h");
    expect((await shop.status(orderId, token)).data["orderPayStatus"]).toBe(1);
  });
});

describe("checks of a notice, each winning over those below it (FMS-P22)", () => {
  const worst = { orderId: "1", dateTime: "9".repeat(40), payAmount: 1, payCurrency: "EUR" } as const;
  test.for([
    ["a misspelt event", { ...worst, type: "payment_intent.payment_succeed" }, 2],
    ["a currency that is no code", { ...worst, payCurrency: "usd" }, 2],
    ["an amount with five places", { ...worst, payAmount: 1.00001 }, 2],
    ["a negative time", { ...worst, dateTime: -1 }, 2],
    ["a time that is no instant", worst, 1102],
    ["a time in milliseconds", { ...worst, dateTime: 1767225600000 }, 1102],
    ["an order of nobody", { ...worst, dateTime: "1767225600" }, 10008],
    ["the number for people", { ...worst, orderId: "SIM-20260101-0001", dateTime: 1 }, 10008],
    ["another amount", { payAmount: 12.51 }, 10009],
    ["another currency", { payCurrency: "EUR" }, 10009],
    ["another amount of a failed payment", { ...FAILED, payAmount: 1, payCurrency: "EUR" }, 0],
  ] as const)("%s", async ([, changes, code]) => {
    const shop = await sandbox.open();
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    expect((await shop.notify(orderId, changes)).code).toBe(code);
  });

  test("an unknown order is named as documented", async () => {
    const shop = await sandbox.open();
    expect((await shop.notify("700000000009")).body).toEqual({
      code: 10008,
      data: null,
      message: "paypal The callback has no order number",
    });
  });

  test("a wrong amount leaves the order as it was", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    await shop.notify(orderId, { payAmount: 1 });
    expect((await shop.notify(orderId, { payAmount: "12.5", orderId: Number(orderId) })).code).toBe(0);
  });

  test("an order belongs to its partner", async () => {
    const [one, other] = [await sandbox.open(), await sandbox.open()];
    const orderId = await one.preOrder(await one.register());
    expect((await other.notify(orderId)).code).toBe(10008);
  });
});

describe("a second notice (FMS-P23)", () => {
  test.for([
    ["paid", {}, "0s"],
    ["completed", {}, "2s"],
    ["completed long ago", {}, "3d"],
    ["failed", FAILED, "0s"],
    ["failed long ago", FAILED, "3d"],
  ] as const)("of an order that is %s gets 3004, or 0 by the option; both without effect", async ([, first, wait]) => {
    const shop = await sandbox.open({ tokenLifetimeSeconds: 1_000_000 });
    const token = await shop.register();
    await shop.setPackage({ stock: 5 });
    const orderId = await shop.preOrder(token);
    await shop.notify(orderId, first);
    if (wait !== "0s") await shop.handle.clock.advance(wait);
    const before = await shop.handle.orders.list();
    for (const second of [{}, FAILED, { payAmount: 1 }]) expect((await shop.notify(orderId, second)).code).toBe(3004);
    await shop.setOptions({ duplicateNotification: "idempotent" });
    for (const second of [{}, FAILED, { payAmount: 1 }]) expect((await shop.notify(orderId, second)).code).toBe(0);
    expect(await shop.handle.orders.list()).toEqual(before);
  });
});

describe("a failed payment", () => {
  test("releases the profile for good by default", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    await shop.setPackage({ stock: 1 });
    const orderId = await shop.preOrder(token);
    expect((await shop.notify(orderId, FAILED)).code).toBe(0);
    expect(await shop.stockOfChina()).toBe(1);
    expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 2 });
    expect((await shop.notify(orderId)).code).toBe(3004);
    await shop.handle.clock.advance("2h");
    expect(await shop.stockOfChina()).toBe(1);
    expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 2 });
  });

  test("keeps the profile for another try when it is retryable", async () => {
    const shop = await sandbox.open({ failedPayment: "retryable" });
    const token = await shop.register();
    await shop.setPackage({ stock: 1 });
    const orderId = await shop.preOrder(token);
    for (let attempt = 0; attempt < 2; attempt += 1) expect((await shop.notify(orderId, FAILED)).code).toBe(0);
    expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 2 });
    expect(await shop.stockOfChina()).toBe(0);
    expect((await shop.notify(orderId)).code).toBe(0);
    await shop.handle.clock.advance("2h");
    expect((await shop.status(orderId, token)).data["orderPayStatus"]).toBe(1);
    expect(await shop.stockOfChina()).toBe(0);
  });

  test("ends at the time limit when it is retryable", async () => {
    const shop = await sandbox.open({ failedPayment: "retryable" });
    const token = await shop.register();
    await shop.setPackage({ stock: 1 });
    const orderId = await shop.preOrder(token);
    await shop.notify(orderId, FAILED);
    await shop.handle.clock.advance("3600001ms");
    expect(await shop.stockOfChina()).toBe(1);
    expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 3 });
    expect((await shop.notify(orderId)).code).toBe(6006);
  });
});

describe("stuck provisioning (FMS-P30)", () => {
  test("keeps a paid order at 0 until it is switched off and somebody asks", async () => {
    const shop = await sandbox.open({ provisioningStuck: true, tokenLifetimeSeconds: 10_000_000 });
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    await shop.notify(orderId);
    await shop.handle.clock.advance("30d");
    expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 0 });
    expect((await shop.notify(orderId)).code).toBe(3004);
    expect((await shop.handle.clock.runUntilIdle()).fired).toEqual([]);
    await shop.setOptions({ provisioningStuck: false });
    expect((await shop.status(orderId, token)).data["orderPayStatus"]).toBe(1);
    expect(await shop.handle.mails.list()).toHaveLength(1);
  });
});

test("the webhook under /v1.1 is served by option only (FMS-P17)", async () => {
  const shop = await sandbox.open();
  const orderId = await shop.preOrder(await shop.register());
  const notice = {
    dateTime: 1,
    orderId,
    payAmount: CHINA.money,
    payCurrency: "USD",
    type: "payment_intent.succeeded",
  };
  const hidden = await shop.post("/v1.1/payment/webhook", notice);
  expect([hidden.status, hidden.body]).toEqual([404, { code: 2, data: null, message: "no such path" }]);
  await shop.setOptions({ serveV11Webhook: true });
  expect((await shop.post("/v1.1/payment/webhook", notice)).body).toEqual(TAKEN);
});
