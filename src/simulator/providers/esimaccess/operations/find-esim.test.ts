import { expect, test } from "vitest";
import { type Partner, partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });
const PACKAGE = "JP_1_7"; // takes messages, can be topped up
const DAY_HOURS = 24;

/** Ways to bring an eSIM into a state. */
const states = {
  new: async () => undefined,
  downloaded: (partner: Partner, id: string) => partner.play(id, "download"),
  installed: (partner: Partner, id: string) => partner.play(id, "install"),
  "in use": (partner: Partner, id: string) => partner.play(id, "attach"),
  "in use, then deleted": async (partner: Partner, id: string) => {
    await partner.play(id, "attach");
    await partner.handle.esims.delete(id);
  },
  "used up": async (partner: Partner, id: string) => {
    await partner.play(id, "attach");
    await partner.handle.esims.use(id, 2 ** 30);
    await partner.handle.clock.advance("2h");
  },
  suspended: async (partner: Partner, id: string) => {
    await partner.play(id, "attach");
    await partner.call("esim/suspend", { esimTranNo: id });
  },
  "used and expired": async (partner: Partner, id: string) => {
    await partner.play(id, "attach");
    await partner.handle.clock.advance(`${7 * DAY_HOURS}h`);
  },
  "unused and expired": (partner: Partner) => partner.handle.clock.advance("180d"),
  cancelled: (partner: Partner, id: string) => partner.call("esim/cancel", { esimTranNo: id }),
  revoked: (partner: Partner, id: string) => partner.call("esim/revoke", { esimTranNo: id }),
} as const;

const NO = "200002";

test.for([
  [
    "new",
    "GOT_RESOURCE",
    "RELEASED",
    { topup: "0", cancel: "0", suspend: NO, unsuspend: NO, revoke: "0", sendSms: NO },
  ],
  [
    "downloaded",
    "GOT_RESOURCE",
    "DOWNLOAD",
    { topup: "0", cancel: NO, suspend: "0", unsuspend: NO, revoke: "0", sendSms: "0" },
  ],
  [
    "installed",
    "GOT_RESOURCE",
    "INSTALLATION",
    { topup: "0", cancel: NO, suspend: "0", unsuspend: NO, revoke: "0", sendSms: "0" },
  ],
  ["in use", "IN_USE", "ENABLED", { topup: "0", cancel: NO, suspend: "0", unsuspend: NO, revoke: "0", sendSms: "0" }],
  [
    "in use, then deleted",
    "IN_USE",
    "DELETED",
    { topup: "0", cancel: NO, suspend: "0", unsuspend: NO, revoke: NO, sendSms: NO },
  ],
  ["used up", "USED_UP", "ENABLED", { topup: "0", cancel: NO, suspend: "0", unsuspend: NO, revoke: "0", sendSms: "0" }],
  [
    "suspended",
    "SUSPENDED",
    "ENABLED",
    { topup: NO, cancel: NO, suspend: NO, unsuspend: "0", revoke: "0", sendSms: NO },
  ],
  [
    "used and expired",
    "USED_EXPIRED",
    "ENABLED",
    { topup: NO, cancel: NO, suspend: NO, unsuspend: NO, revoke: NO, sendSms: NO },
  ],
  [
    "unused and expired",
    "UNUSED_EXPIRED",
    "RELEASED",
    { topup: NO, cancel: NO, suspend: NO, unsuspend: NO, revoke: NO, sendSms: NO },
  ],
  ["cancelled", "CANCEL", "RELEASED", { topup: NO, cancel: NO, suspend: NO, unsuspend: NO, revoke: NO, sendSms: NO }],
  ["revoked", "REVOKE", "RELEASED", { topup: NO, cancel: NO, suspend: NO, unsuspend: NO, revoke: NO, sendSms: NO }],
] as const)("an eSIM that is %s allows what the matrix says", async ([state, esimStatus, smdpStatus, codes]) => {
  const partner = await open();
  for (const [operation, code] of Object.entries(codes)) {
    const { esimTranNo } = await partner.esim(PACKAGE);
    await states[state](partner, esimTranNo);
    expect(await partner.row(esimTranNo)).toMatchObject({ esimStatus, smdpStatus });
    const further = { message: "hello", packageCode: PACKAGE, transactionId: `try-${operation}` };
    expect([operation, await partner.codeOf(`esim/${operation}`, { esimTranNo, ...further })]).toEqual([
      operation,
      code,
    ]);
  }
});

test("while an order is being allocated its eSIMs are nobody's", async () => {
  const partner = await open();
  await partner.order(PACKAGE);
  expect(await partner.codeOf("esim/cancel", { esimTranNo: "26010100000001" })).toBe("310409");
});

test.for(["cancel", "suspend", "unsuspend", "revoke", "sendSms", "topup"])(
  "%s names its eSIM by one key that is the account's",
  async (operation) => {
    const partner = await open();
    const { esimTranNo, iccid } = await partner.esim(PACKAGE);
    const call = (keys: object): Promise<unknown> =>
      partner.call(`esim/${operation}`, { message: "m", packageCode: PACKAGE, transactionId: "t", ...keys });
    const noKey = {
      success: false,
      errorCode: "200042",
      errorMsg: "iccid and esimTranNo must not both be blank",
      obj: null,
    };
    const foreign = { success: false, errorCode: "310409", errorMsg: "merchant doesn't have valid iccid", obj: null };
    expect(await call({})).toEqual(noKey);
    expect(await call({ iccid: " ", esimTranNo: null, orderNo: "B1" })).toEqual(noKey);
    expect(await call({ iccid: "8999001000000000000" })).toEqual(foreign);
    expect(await call({ esimTranNo: "__proto__" })).toEqual(foreign);
    expect(await call({ esimTranNo: 1 })).toMatchObject({ errorCode: "000104" });
    for (const keys of [
      { iccid, esimTranNo: "" },
      { esimTranNo, iccid: null },
    ]) {
      expect(await call(keys)).not.toMatchObject({ errorCode: "310409" });
    }
  },
);

test("a cancelled eSIM gives back its price, its top-ups and its profile", async () => {
  const partner = await open();
  await partner.handle.packages.change("esimaccess", PACKAGE, { stock: 1 });
  const { esimTranNo } = await partner.esim(PACKAGE);
  await partner.topUp(esimTranNo, "JP_5_30");
  expect(await partner.balance()).toBe(10_000_000 - 7000 - 27000);
  expect(await partner.call("esim/cancel", { esimTranNo })).toEqual({
    success: true,
    errorCode: "0",
    errorMsg: null,
    obj: {},
  });
  expect(await partner.balance()).toBe(10_000_000);
  await partner.order(PACKAGE);
  await partner.handle.clock.advance("200d");
  expect((await partner.row(esimTranNo)).esimStatus).toBe("CANCEL");
});

test("orderNo alone is no key, but cancels every new eSIM of the order by option", async () => {
  const partner = await open();
  const orderNo = await partner.order(PACKAGE, { count: 3 });
  await partner.handle.clock.advance("2s");
  await partner.play("26010100000001", "download");
  expect(await partner.codeOf("esim/cancel", { orderNo })).toBe("200042");
  await partner.set({ cancelByOrder: true });
  expect(await partner.codeOf("esim/cancel", { orderNo })).toBe("0");
  expect(await partner.balance()).toBe(10_000_000 - 7000);
  expect(await partner.codeOf("esim/cancel", { orderNo })).toBe("200002");
  expect(await partner.codeOf("esim/cancel", { orderNo: "B1" })).toBe("310272");
});

test("suspension ends in the status from before, and the validity runs on meanwhile", async () => {
  const partner = await open();
  const [unused, inUse] = [await partner.esim(PACKAGE), await partner.esim(PACKAGE)];
  await partner.play(unused.esimTranNo, "install");
  await partner.play(inUse.esimTranNo, "attach");
  for (const { esimTranNo } of [unused, inUse]) await partner.call("esim/suspend", { esimTranNo });
  await partner.call("esim/unsuspend", { esimTranNo: unused.esimTranNo });
  expect(await partner.row(unused.esimTranNo)).toMatchObject({ esimStatus: "GOT_RESOURCE" });
  await partner.handle.clock.advance("7d");
  expect(await partner.row(inUse.esimTranNo)).toMatchObject({ esimStatus: "USED_EXPIRED" });
});

test("a plan that starts at the installation runs from there", async () => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("VN_0.1_7");
  await partner.play(esimTranNo, "install");
  expect(await partner.row(esimTranNo)).toMatchObject({
    activeType: 1,
    esimStatus: "IN_USE",
    smdpStatus: "INSTALLATION",
    activateTime: "2026-01-01T00:00:02+0000",
    installationTime: "2026-01-01T00:00:02+0000",
    expiredTime: "2026-01-08T00:00:02+0000",
    eid: expect.stringMatching(/^\d{32}$/),
  });
});

test("a plan that starts at the first connection stays unused until then", async () => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("ES_5_30");
  await partner.play(esimTranNo, "enable");
  expect(await partner.row(esimTranNo)).toMatchObject({
    esimStatus: "GOT_RESOURCE",
    smdpStatus: "ENABLED",
    activateTime: null,
  });
  await partner.handle.clock.advance("10d");
  await partner.handle.esims.attach(esimTranNo);
  const row = {
    esimStatus: "IN_USE",
    activateTime: "2026-01-11T00:00:02+0000",
    expiredTime: "2026-02-10T00:00:02+0000",
  };
  expect(await partner.row(esimTranNo)).toMatchObject(row);
});

test.for([
  ["DELETED", "DELETED"],
  ["NOT_SUPPORTED by option", "NOT_SUPPORTED"],
] as const)("a deleted profile shows as %s, and can come back", async ([, deletedSmdpStatus]) => {
  const partner = await open({ deletedSmdpStatus });
  const { esimTranNo } = await partner.esim(PACKAGE);
  await partner.play(esimTranNo, "attach");
  await partner.handle.esims.delete(esimTranNo);
  expect(await partner.row(esimTranNo)).toMatchObject({ esimStatus: "IN_USE", smdpStatus: deletedSmdpStatus });
  await partner.handle.esims.reinstall(esimTranNo);
  expect(await partner.row(esimTranNo)).toMatchObject({ esimStatus: "IN_USE", smdpStatus: "RELEASED" });
});

test.for([
  ["no message", {}, "000105", "message:must not be blank"],
  ["a blank message", { message: " " }, "000105", "message:must not be blank"],
  ["500 characters", { message: "x".repeat(500) }, "0", null],
  ["501 characters", { message: "x".repeat(501) }, "000107", "message:length must be between 1 and 500"],
] as const)("a text message with %s is answered", async ([, body, errorCode, errorMsg]) => {
  const partner = await open();
  const { esimTranNo } = await partner.esim(PACKAGE);
  await partner.play(esimTranNo, "install");
  expect(await partner.call("esim/sendSms", { esimTranNo, ...body })).toMatchObject({ errorCode, errorMsg });
});

test("a package without messages takes none", async () => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("ES_5_30");
  await partner.play(esimTranNo, "install");
  expect(await partner.codeOf("esim/sendSms", { esimTranNo, message: "m" })).toBe("200002");
});
