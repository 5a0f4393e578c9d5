import { expect, test } from "vitest";
import { type Answered, expectNoDefect } from "../testing/partner.ts";
import { openReceiver, type Receiver } from "../testing/receiver.ts";

const GIGABYTE = 2 ** 30;
const URL = "https://shop.example.com/events";

/** A receiver whose address is saved. */
async function open(options: Readonly<Record<string, boolean | number | string>> = {}): Promise<Receiver> {
  const receiver = await openReceiver();
  if (Object.keys(options).length > 0) await receiver.partner.set(options);
  expect(await receiver.partner.codeOf("webhook/save", { webhook: URL })).toBe("0");
  receiver.take();
  return receiver;
}

async function run(
  options: Readonly<Record<string, boolean | number | string>>,
  body: (receiver: Receiver) => Promise<void>,
): Promise<void> {
  const receiver = await open(options);
  await body(receiver);
  await expectNoDefect(receiver.partner.handle);
}

test("saving an address sends the check before it answers", async () => {
  const { partner, heard } = await openReceiver();
  expect((await partner.call("webhook/query")).obj).toEqual({ webhook: null });
  expect(await partner.call("webhook/save", { webhook: URL })).toEqual({
    success: true,
    errorCode: "0",
    errorMsg: null,
    obj: {},
  });
  expect(heard).toEqual([
    {
      at: 1_767_225_600_000,
      url: URL,
      headers: { "content-type": "application/json", "rt-accesscode": "test-access-code" },
      timeoutMs: 5000,
      notifyType: "CHECK_HEALTH",
      notifyId: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventGenerateTime: "2026-01-01T00:00:00Z",
      content: { orderNo: "1234567890", orderStatus: "Test" },
    },
  ]);
  expect((await partner.call("webhook/query")).obj).toEqual({ webhook: URL });
  expect(await partner.handle.webhooks.list()).toMatchObject([{ type: "CHECK_HEALTH", state: "delivered" }]);
});

const UNHEALTHY = { errorCode: "000001", errorMsg: "the webhook did not answer CHECK_HEALTH with success", obj: null };

test.for([
  ["500", {}, 500, false],
  ["a redirection", {}, 302, false],
  ["nothing", {}, null, false],
  ["204", {}, 204, true],
  ["204 when only 200 counts", { strictWebhookReply: true }, 204, false],
  ["200 when only 200 counts", { strictWebhookReply: true }, 200, true],
] as const)("an address that answers the check with %s is saved or not", async ([, options, status, isSaved]) => {
  const receiver = await open(options);
  const { partner } = receiver;
  receiver.answers(() => status);
  const answer = await partner.call("webhook/save", { webhook: "http://127.0.0.1:9/new" });
  expect(answer).toMatchObject(isSaved ? { success: true, obj: {} } : UNHEALTHY);
  const saved = isSaved ? "http://127.0.0.1:9/new" : URL;
  expect((await partner.call("webhook/query")).obj).toEqual({ webhook: saved });
  const states = (await partner.handle.webhooks.list()).map(({ state }) => state);
  expect(states.toSorted()).toEqual(isSaved ? ["delivered", "delivered"] : ["delivered", "given-up"]);
});

test.for([
  ["neither spelling", {}, "000105", "webhook:must not be blank"],
  ["blanks", { webhook: "", webhookUrl: "" }, "000105", "webhook:must not be blank"],
  ["no URL", { webhook: "shop" }, "000105", "webhook:must be an http or https URL"],
  ["another protocol", { webhook: "ftp://shop.example.com" }, "000105", "webhook:must be an http or https URL"],
  [
    "credentials",
    { webhook: "http://a:b@shop.example.com" },
    "000105",
    "webhook:must be an http or https URL without credentials, at most 2048 characters long",
  ],
  [
    "2049 characters",
    { webhookUrl: `http://a.example.com/${"x".repeat(2028)}` },
    "000105",
    "webhookUrl:must be an http or https URL without credentials, at most 2048 characters long",
  ],
  ["the other spelling", { webhookUrl: "http://b.example.com" }, "0", null],
  ["both spellings", { webhook: "http://b.example.com", webhookUrl: "http://c.example.com" }, "0", null],
  ["a blank and the other spelling", { webhook: "", webhookUrl: "http://b.example.com" }, "0", null],
] as const)("an address given with %s is answered", async ([, body, errorCode, errorMsg]) => {
  const { partner } = await openReceiver();
  expect(await partner.call("webhook/save", body)).toMatchObject({ errorCode, errorMsg });
  const webhook = errorCode === "0" ? "http://b.example.com" : null;
  expect((await partner.call("webhook/query")).obj).toEqual({ webhook });
});

test("without an address nothing is sent", async () => {
  const { partner, heard } = await openReceiver();
  const { esimTranNo } = await partner.esim("ES_5_30");
  await partner.play(esimTranNo, "attach");
  expect(heard).toEqual([]);
  expect(await partner.handle.webhooks.list()).toEqual([]);
});

test("a life from order to expiry is told in the documented sequence", () =>
  run({}, async ({ partner, heard, take }) => {
    const { esimTranNo, orderNo, iccid, transactionId } = await partner.esim("ES_5_30");
    expect(take()).toEqual(["ORDER_STATUS"]);
    expect(heard.at(-1)).toMatchObject({
      at: 1_767_225_602_000,
      timeoutMs: 10_000,
      eventGenerateTime: "2026-01-01T00:00:02Z",
      content: { orderNo, orderStatus: "GOT_RESOURCE", transactionId },
    });
    await partner.play(esimTranNo, "attach");
    await partner.handle.idle();
    expect(take()).toEqual([
      "SMDP_EVENT GOT_RESOURCE DOWNLOAD",
      "SMDP_EVENT GOT_RESOURCE INSTALLATION",
      "SMDP_EVENT GOT_RESOURCE ENABLED",
      "ESIM_STATUS IN_USE ENABLED",
      "SMDP_EVENT IN_USE ENABLED",
    ]);
    const ids = { iccid, orderNo, esimTranNo, transactionId };
    const total = 5 * GIGABYTE;
    const smdp = {
      eid: expect.stringMatching(/^\d{32}$/),
      timestamp: "2026-01-01T00:00:02Z",
      notifyStatus: "Executed-Success",
    };
    expect(heard.at(-1)?.content).toEqual({
      ...ids,
      ...smdp,
      esimStatus: "IN_USE",
      smdpStatus: "ENABLED",
      seqNumber: 4,
    });
    const volumes = { totalVolume: total, orderUsage: 0, remainVolume: total };
    expect(heard.at(-2)?.content).toEqual({ ...ids, ...volumes, esimStatus: "IN_USE", smdpStatus: "ENABLED" });
    await partner.handle.esims.use(esimTranNo, total / 2);
    await partner.handle.clock.advance("2h");
    expect(take()).toEqual(["DATA_USAGE"]);
    expect(heard.at(-1)?.content).toEqual({
      ...ids,
      totalVolume: total,
      orderUsage: total / 2,
      remain: total / 2,
      remainThreshold: 0.5,
      lastUpdateTime: "2026-01-01T00:00:02Z",
    });
    await partner.handle.esims.use(esimTranNo, total);
    await partner.handle.clock.advance("2h");
    expect(take()).toEqual(["DATA_USAGE", "DATA_USAGE", "ESIM_STATUS USED_UP ENABLED"]);
    await partner.handle.esims.disable(esimTranNo);
    await partner.handle.clock.advance("29d");
    expect(take()).toEqual(["SMDP_EVENT USED_UP DISABLED", "VALIDITY_USAGE"]);
    expect(heard.at(-1)).toMatchObject({
      eventGenerateTime: "2026-01-30T00:00:02Z",
      content: { ...ids, remain: 1, totalDuration: 30, durationUnit: "DAY", expiredTime: "2026-01-31T00:00:02Z" },
    });
    await partner.handle.clock.advance("1d");
    expect(take()).toEqual(["ESIM_STATUS USED_EXPIRED DISABLED"]);
    await partner.handle.esims.delete(esimTranNo);
    await partner.handle.idle();
    expect(take()).toEqual(["SMDP_EVENT USED_EXPIRED DELETED"]);
  }));

test("a plan that starts at the installation is in use from there", () =>
  run({}, async ({ partner, take }) => {
    const { esimTranNo } = await partner.esim("VN_0.1_7");
    await partner.play(esimTranNo, "attach");
    await partner.handle.idle();
    expect(take()).toEqual([
      "ORDER_STATUS",
      "SMDP_EVENT GOT_RESOURCE DOWNLOAD",
      "SMDP_EVENT IN_USE INSTALLATION",
      "ESIM_STATUS IN_USE INSTALLATION",
      "SMDP_EVENT IN_USE ENABLED",
      "ESIM_STATUS IN_USE ENABLED",
    ]);
  }));

test("toggling, suspending, resuming, revoking and cancelling are told", () =>
  run({}, async ({ partner, take }) => {
    const { esimTranNo } = await partner.esim("ES_5_30");
    await partner.play(esimTranNo, "install");
    for (const operation of ["suspend", "unsuspend"]) await partner.call(`esim/${operation}`, { esimTranNo });
    await partner.handle.esims.enable(esimTranNo);
    await partner.handle.esims.attach(esimTranNo);
    await partner.handle.idle();
    take();
    for (const event of ["disable", "enable", "delete", "reinstall"] as const)
      await partner.handle.esims[event](esimTranNo);
    for (const operation of ["suspend", "unsuspend", "revoke"]) await partner.call(`esim/${operation}`, { esimTranNo });
    const other = await partner.esim("ES_5_30");
    await partner.call("esim/cancel", { esimTranNo: other.esimTranNo });
    await partner.handle.idle();
    expect(take()).toEqual([
      "SMDP_EVENT IN_USE DISABLED",
      "ESIM_STATUS IN_USE DISABLED",
      "SMDP_EVENT IN_USE ENABLED",
      "ESIM_STATUS IN_USE ENABLED",
      "SMDP_EVENT IN_USE DELETED",
      "ESIM_STATUS IN_USE DELETED",
      "SMDP_EVENT IN_USE RELEASED",
      "ESIM_STATUS REVOKED RELEASED",
      "ORDER_STATUS",
      "ESIM_STATUS CANCEL RELEASED",
    ]);
    await partner.handle.clock.advance("180d");
    expect(take()).toEqual([]);
  }));

test("an eSIM that is resumed before its plan began is told as GOT_RESOURCE, one that nobody used as UNUSED_EXPIRED", () =>
  run({}, async ({ partner, take }) => {
    const { esimTranNo } = await partner.esim("ES_5_30");
    await partner.play(esimTranNo, "install");
    await partner.call("esim/suspend", { esimTranNo });
    await partner.call("esim/unsuspend", { esimTranNo });
    await partner.handle.clock.advance("180d");
    expect(take().slice(3)).toEqual([
      "ESIM_STATUS SUSPENDED INSTALLATION",
      "ESIM_STATUS GOT_RESOURCE INSTALLATION",
      "ESIM_STATUS UNUSED_EXPIRED INSTALLATION",
    ]);
  }));

/** Uses up an eSIM of a gigabyte in two steps and gives what was sent of thresholds. */
async function thresholds({ partner, heard }: Receiver): Promise<unknown[]> {
  const { esimTranNo } = await partner.esim("ES_1_7");
  await partner.play(esimTranNo, "attach");
  for (const bytes of [0.6 * GIGABYTE, 0.35 * GIGABYTE]) await partner.handle.esims.use(esimTranNo, Math.floor(bytes));
  await partner.handle.idle();
  return heard.filter(({ notifyType }) => notifyType === "DATA_USAGE").map(({ content }) => content["remainThreshold"]);
}

test.for([
  ["0.5, 0.2 and 0.1 left", "0.5,0.2,0.1", [0.5, 0.2, 0.1]],
  ["0.25 and 0.1 left by option", "0.25,0.1", [0.25, 0.1]],
  ["100 MB left by option, without a fraction", "100MB", [undefined]],
] as const)("use of data is told at %s", async ([, dataThresholds, fractions]) => {
  await run({ dataThresholds, usageLagSeconds: 0 }, async (receiver) => {
    expect(await thresholds(receiver)).toEqual(fractions);
  });
});

test("a threshold is told once until a top-up raises the total", () =>
  run({ usageLagSeconds: 0 }, async ({ partner, take }) => {
    const { esimTranNo } = await partner.esim("ES_1_7");
    await partner.play(esimTranNo, "attach");
    const use = async (gigabytes: number): Promise<string[]> => {
      await partner.handle.esims.use(esimTranNo, gigabytes * GIGABYTE);
      await partner.handle.idle();
      return take().filter((told) => told === "DATA_USAGE");
    };
    expect(await use(0.5)).toHaveLength(1);
    expect(await use(0.125)).toHaveLength(0);
    await partner.topUp(esimTranNo, "ES_1_7");
    expect(await use(0.25)).toHaveLength(0);
    expect(await use(0.125)).toHaveLength(1);
  }));

test.for([
  ["told", true, ["ESIM_STATUS IN_USE ENABLED"]],
  ["not told by option", false, []],
] as const)("the revival of a used-up eSIM is %s", async ([, notifyRevival, told]) => {
  await run({ notifyRevival, usageLagSeconds: 0 }, async ({ partner, take }) => {
    const { esimTranNo } = await partner.esim("ES_1_7");
    await partner.play(esimTranNo, "attach");
    await partner.handle.esims.use(esimTranNo, GIGABYTE);
    await partner.handle.idle();
    take();
    await partner.topUp(esimTranNo, "ES_1_7");
    await partner.handle.idle();
    expect(take()).toEqual(told);
  });
});

test("a top-up puts off the announcement of the end", () =>
  run({}, async ({ partner, take }) => {
    const { esimTranNo } = await partner.esim("ES_1_7");
    await partner.play(esimTranNo, "attach");
    await partner.topUp(esimTranNo, "ES_1_7");
    take();
    await partner.handle.clock.advance("12d");
    expect(take().filter((told) => told === "VALIDITY_USAGE")).toEqual([]);
    await partner.handle.clock.advance("1d");
    expect(take()).toEqual(["VALIDITY_USAGE"]);
  }));

const at = (heard: Receiver["heard"]): number[] => heard.slice(1).map((event) => (event.at - 1_767_225_602_000) / 1000);

test.for([
  ["10, 60 and 300 seconds after each failure", {}, [0, 10, 70, 370]],
  [
    "after other times by option",
    { webhookRetry1Seconds: 1, webhookRetry2Seconds: 2, webhookRetry3Seconds: 3 },
    [0, 1, 3, 6],
  ],
  ["twice by option", { webhookRetry2Seconds: 0 }, [0, 10]],
  ["once by option", { webhookRetry1Seconds: 0 }, [0]],
] as const)("a notification that fails is sent again %s, with the same id and body", async ([, options, seconds]) => {
  const receiver = await open(options);
  const { partner, heard } = receiver;
  receiver.answers(() => 500);
  await partner.esim("ES_1_7");
  await partner.handle.clock.advance("1h");
  expect(at(heard)).toEqual(seconds);
  expect(new Set(heard.slice(1).map(({ notifyId }) => notifyId)).size).toBe(1);
  expect(new Set(heard.slice(1).map(({ eventGenerateTime }) => eventGenerateTime))).toEqual(
    new Set(["2026-01-01T00:00:02Z"]),
  );
});

test("the events of an order wait for each other, those of other orders do not", async () => {
  const receiver = await open();
  const { partner, heard } = receiver;
  receiver.answers(({ content }) => (content["transactionId"] === "purchase-1" ? 500 : 200));
  const first = await partner.esim("ES_1_7");
  await partner.play(first.esimTranNo, "download");
  await partner.esim("ES_1_7");
  expect(heard.slice(1).map(({ content }) => content["transactionId"])).toEqual(["purchase-1", "purchase-2"]);
  await partner.handle.clock.advance("371s");
  expect(heard.slice(-1)).toMatchObject([{ notifyType: "SMDP_EVENT" }]);
});

test("the header with the access code, the notation of times and the time-out are options", async () => {
  const options = { webhookAccessCodeHeader: false, webhookTimeNotation: "+0000", webhookTimeoutSeconds: 3 };
  await run(options, async ({ partner, heard }) => {
    const { esimTranNo } = await partner.esim("ES_1_7");
    await partner.play(esimTranNo, "attach");
    await partner.handle.idle();
    for (const event of heard) {
      expect(event.headers).toEqual({ "content-type": "application/json" });
      expect(event.eventGenerateTime).toMatch(/\+0000$/);
    }
    expect(heard.at(-1)).toMatchObject({ timeoutMs: 3000, content: { timestamp: "2026-01-01T00:00:02+0000" } });
  });
});

test("a receiver may call the provider from its handler", async () => {
  const receiver = await open();
  const { partner } = receiver;
  let inside: Promise<Answered> | null = null;
  receiver.answers(({ content }) => {
    inside = partner.call("esim/query", { orderNo: content["orderNo"] });
    return 200;
  });
  await partner.esim("ES_1_7");
  expect(await inside).toMatchObject({ success: true });
});
