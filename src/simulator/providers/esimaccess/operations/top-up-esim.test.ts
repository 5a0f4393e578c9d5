import { expect, test } from "vitest";
import { partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });
const GIGABYTE = 2 ** 30;

test("a top-up of a new eSIM adds volume and days, and leaves the end of the shelf life", async () => {
  const partner = await open();
  const { esimTranNo, iccid } = await partner.esim("ES_5_30");
  const body = { esimTranNo, packageCode: "TOPUP_CKH003", transactionId: "t-1", amount: "27000" };
  const answer = await partner.call("esim/topup", body);
  expect(answer).toEqual({
    success: true,
    errorCode: "0",
    errorMsg: null,
    obj: {
      transactionId: "t-1",
      iccid,
      expiredTime: "2026-06-30T00:00:00+0000",
      totalVolume: 10 * GIGABYTE,
      totalDuration: 60,
      orderUsage: 0,
      topUpEsimTranNo: "26010100000002",
    },
  });
  expect(await partner.balance()).toBe(10_000_000 - 54000);
  const row = await partner.row(esimTranNo);
  expect(row).toMatchObject({ totalVolume: 10 * GIGABYTE, totalDuration: 60 });
  expect(row.packageList).toMatchObject([
    { packageCode: "CKH003", volume: 5 * GIGABYTE, duration: 30, esimTranNo, transactionId: "purchase-1" },
    {
      packageCode: "TOPUP_CKH003",
      slug: "ES_5_30",
      volume: 5 * GIGABYTE,
      duration: 30,
      esimTranNo: "26010100000002",
      transactionId: "t-1",
    },
  ]);
  await partner.play(esimTranNo, "attach");
  expect((await partner.row(esimTranNo)).expiredTime).toBe("2026-03-02T00:00:02+0000");
  expect(await partner.call("esim/topup", { ...body, packageCode: "other" })).toEqual(answer);
  expect(await partner.balance()).toBe(10_000_000 - 54000);
  await partner.handle.clock.advance("1h");
  expect(await partner.handle.webhooks.list()).toEqual([]);
});

test("a top-up of a running plan moves its end by the added days", async () => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("ES_5_30");
  await partner.play(esimTranNo, "attach");
  expect((await partner.topUp(esimTranNo, "ES_1_7")).obj).toMatchObject({
    expiredTime: "2026-02-07T00:00:02+0000",
    totalVolume: 6 * GIGABYTE,
    totalDuration: 37,
  });
  await partner.handle.clock.advance("30d");
  expect((await partner.row(esimTranNo)).esimStatus).toBe("IN_USE");
  await partner.handle.clock.advance("7d");
  expect((await partner.row(esimTranNo)).esimStatus).toBe("USED_EXPIRED");
});

test("a top-up revives a plan that is used up", async () => {
  const partner = await open({ usageLagSeconds: 0 });
  const { esimTranNo } = await partner.esim("ES_1_7");
  await partner.play(esimTranNo, "attach");
  await partner.handle.esims.use(esimTranNo, GIGABYTE);
  await partner.handle.idle();
  expect(await partner.row(esimTranNo)).toMatchObject({ esimStatus: "USED_UP", orderUsage: GIGABYTE });
  expect((await partner.topUp(esimTranNo, "ES_1_7")).obj).toMatchObject({
    orderUsage: GIGABYTE,
    totalVolume: 2 * GIGABYTE,
  });
  expect(await partner.row(esimTranNo)).toMatchObject({ esimStatus: "IN_USE" });
});

test("ten top-ups are allowed, the eleventh is 200002", async () => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("ES_1_7");
  for (let index = 0; index < 10; index += 1) expect((await partner.topUp(esimTranNo, "ES_1_7")).errorCode).toBe("0");
  expect((await partner.topUp(esimTranNo, "ES_1_7")).errorCode).toBe("200002");
});

test.for([
  ["days as a number", { periodNum: 5 }, 6, 50000],
  ["days as a string", { periodNum: "5" }, 6, 50000],
  ["no days, which is one", { periodNum: "" }, 2, 10000],
] as const)("a day pass is topped up with %s", async ([, days, totalDuration, charged]) => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("JP_1_Daily");
  const before = await partner.balance();
  expect((await partner.topUp(esimTranNo, "JP_1_Daily", days)).obj).toMatchObject({
    totalDuration,
    totalVolume: totalDuration * GIGABYTE,
  });
  expect(before - (await partner.balance())).toBe(charged);
});

test.for([
  ["that of all days", "total", 4 * GIGABYTE, 6 * GIGABYTE],
  ["that of one day by option", "per-day", GIGABYTE, GIGABYTE],
] as const)("the volume of a day pass is %s", async ([, dayPassVolumes, sold, toppedUp]) => {
  const partner = await open({ dayPassVolumes });
  const row = await partner.esim("JP_1_Daily", { periodNum: 4 });
  expect(row).toMatchObject({ totalVolume: sold, totalDuration: 4 });
  expect((await partner.topUp(row.esimTranNo, "JP_1_Daily", { periodNum: 2 })).obj).toMatchObject({
    totalVolume: toppedUp,
    totalDuration: 6,
  });
});

test.for([
  ["no package", "ES_1_7", { packageCode: "" }, "000105", "packageCode:must not be blank"],
  ["no transaction id", "ES_1_7", { transactionId: undefined }, "000105", "transactionId:must not be blank"],
  [
    "neither, in the order of the schema",
    "ES_1_7",
    { packageCode: undefined, transactionId: "" },
    "000105",
    "packageCode:must not be blank",
  ],
  [
    "a long transaction id",
    "ES_1_7",
    { transactionId: "x".repeat(51) },
    "000107",
    "transactionId:length must be between 1 and 50",
  ],
  ["a base code", "ES_1_7", { packageCode: "CKH245" }, "310242", "top up data plan code doesn't exist"],
  [
    "a code of another place",
    "ES_1_7",
    { packageCode: "TOPUP_JC066" },
    "310242",
    "top up data plan code doesn't exist",
  ],
  [
    "a day pass on a fixed plan",
    "JP_1_7",
    { packageCode: "JP_1_Daily" },
    "310242",
    "top up data plan code doesn't exist",
  ],
  [
    "a fixed plan on a day pass",
    "JP_1_Daily",
    { packageCode: "TOPUP_JC066" },
    "310242",
    "top up data plan code doesn't exist",
  ],
  [
    "a package without top-ups",
    "AT_5_30",
    { packageCode: "AT_5_30" },
    "200002",
    "the operation is not allowed in the current status",
  ],
  ["a wrong amount", "ES_1_7", { amount: "6999" }, "200005", "the package price is wrong"],
  ["an amount of zero", "ES_1_7", { amount: "0" }, "200005", "the package price is wrong"],
  ["an amount in words", "ES_1_7", { amount: "a lot" }, "200005", "the package price is wrong"],
  ["a fraction as amount", "ES_1_7", { amount: 0.5 }, "000104", "request json invalid"],
  [
    "0 days",
    "JP_1_Daily",
    { packageCode: "JP_1_Daily", periodNum: "0" },
    "000105",
    "periodNum:must be between 1 and 365",
  ],
  ["0 days on a fixed plan, which are ignored", "ES_1_7", { periodNum: "0" }, "0", null],
  ["the amount as a number", "ES_1_7", { amount: 7000 }, "0", null],
  ["a blank amount", "ES_1_7", { amount: "" }, "0", null],
] as const)("a top-up with %s is answered", async ([, slug, changes, errorCode, errorMsg]) => {
  const partner = await open();
  const { esimTranNo } = await partner.esim(slug);
  const body = { esimTranNo, packageCode: "TOPUP_CKH245", transactionId: "t", ...changes };
  expect(await partner.call("esim/topup", body)).toMatchObject({ errorCode, errorMsg });
});

test("a top-up that the wallet does not cover changes nothing, one that is not on sale is 310243", async () => {
  const partner = await open();
  const { esimTranNo } = await partner.esim("ES_1_7");
  await partner.handle.account.set(6999);
  expect((await partner.topUp(esimTranNo, "ES_1_7")).errorCode).toBe("200007");
  expect(await partner.row(esimTranNo)).toMatchObject({ totalDuration: 7 });
  expect(await partner.balance()).toBe(6999);
  await partner.handle.packages.change("esimaccess", "TOPUP_CKH245", { onSale: false });
  expect((await partner.topUp(esimTranNo, "ES_1_7")).errorCode).toBe("310243");
});

test.for([
  ["accepted when they agree", {}, "0", "000104"],
  ["refused by option", { strictTopupIds: true }, "000104", "000104"],
] as const)("both keys of an eSIM are %s", async ([, options, same, different]) => {
  const partner = await open(options);
  const [one, two] = [await partner.esim("ES_1_7"), await partner.esim("ES_1_7")];
  const { esimTranNo, iccid } = one;
  expect((await partner.topUp(esimTranNo, "ES_1_7", { iccid })).errorCode).toBe(same);
  expect((await partner.topUp(esimTranNo, "ES_1_7", { iccid: two.iccid })).errorCode).toBe(different);
});

test("an amount that is a number is 000104 by option, digits in a string are not", async () => {
  const partner = await open({ strictTopupAmount: true });
  const { esimTranNo } = await partner.esim("ES_1_7");
  expect((await partner.topUp(esimTranNo, "ES_1_7", { amount: 7000 })).errorCode).toBe("000104");
  expect((await partner.topUp(esimTranNo, "ES_1_7", { amount: "7000" })).errorCode).toBe("0");
});

test("orders and top-ups have transaction ids of their own, and a repeated one is 310402 by option", async () => {
  const partner = await open({ strictDuplicates: true });
  const { esimTranNo, transactionId } = await partner.esim("ES_1_7");
  expect((await partner.topUp(esimTranNo, "ES_1_7", { transactionId })).errorCode).toBe("0");
  expect((await partner.topUp(esimTranNo, "ES_1_7", { transactionId })).errorCode).toBe("310402");
});
