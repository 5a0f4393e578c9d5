import { expect, test } from "vitest";
import { partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });
const LINE = { packageCode: "ES_5_30", count: 1 };
const ORDER = { transactionId: "shop-1", packageInfoList: [LINE] };

test("an order is answered with its number, debited at once and allocated after two seconds", async () => {
  const partner = await open();
  const answer = await partner.call("esim/order", {
    transactionId: "shop-000123",
    amount: 54000,
    packageInfoList: [{ packageCode: "ES_5_30", count: 2, price: 27000 }],
  });
  expect(answer).toEqual({
    success: true,
    errorCode: "0",
    errorMsg: null,
    obj: { orderNo: "B26010100000000", transactionId: "shop-000123" },
  });
  expect(await partner.balance()).toBe(9_946_000);
  const orderNo = "B26010100000000";
  const waiting = (ready: number): object => ({
    success: false,
    errorCode: "200010",
    errorMsg: `the batchOrder has been getting resource, total:[2], success:[${ready}]`,
    obj: null,
  });
  expect(await partner.call("esim/query", { orderNo })).toEqual(waiting(0));
  expect((await partner.call("esim/query", {})).obj.pager.total).toBe(0);
  await partner.handle.clock.advance("1s");
  expect(await partner.call("esim/query", { orderNo })).toEqual(waiting(1));
  await partner.handle.clock.advance("999ms");
  expect(await partner.call("esim/query", { orderNo })).toEqual(waiting(1));
  await partner.handle.clock.advance("1ms");
  expect((await partner.call("esim/query", { orderNo })).obj.pager.total).toBe(2);
  expect(await partner.handle.orders.list()).toMatchObject([
    { number: orderNo, state: "allocated", charged: 54000, esimIds: ["26010100000001", "26010100000002"] },
  ]);
});

test.for([
  ["at once by option", 0, "0ms", true],
  ["not before the delay", 30, "29s", false],
  ["at the delay", 30, "30s", true],
] as const)("profiles are there %s", async ([, allocationDelaySeconds, by, isThere]) => {
  const partner = await open({ allocationDelaySeconds });
  const orderNo = await partner.order("ES_1_7");
  await partner.handle.clock.advance(by);
  expect((await partner.call("esim/query", { orderNo })).success).toBe(isThere);
});

const BLANK = { transactionId: "", packageInfoList: [{ packageCode: "", count: 0 }] };

test.for([
  ["nothing", {}, "000105", "transactionId:must not be blank"],
  ["a blank transaction id", { ...ORDER, transactionId: " " }, "000105", "transactionId:must not be blank"],
  ["a transaction id of null", { ...ORDER, transactionId: null }, "000106", "transactionId:must not be null"],
  [
    "a transaction id of 51 characters",
    { ...ORDER, transactionId: "x".repeat(51) },
    "000107",
    "transactionId:length must be between 1 and 50",
  ],
  ["no lines", { transactionId: "t" }, "000105", "packageInfoList:must not be empty"],
  ["an empty list", { ...ORDER, packageInfoList: [] }, "000105", "packageInfoList:must not be empty"],
  [
    "101 lines",
    { ...ORDER, packageInfoList: Array(101).fill(LINE) },
    "000105",
    "packageInfoList:size must be between 1 and 100",
  ],
  ["lines that are null", { ...ORDER, packageInfoList: null }, "000106", "packageInfoList:must not be null"],
  [
    "a line without a package",
    { ...ORDER, packageInfoList: [{ count: 1 }] },
    "000105",
    "packageInfoList[0].packageCode:must not be blank",
  ],
  [
    "a slug instead of a code",
    { ...ORDER, packageInfoList: [{ slug: "ES_5_30", count: 1 }] },
    "000105",
    "packageInfoList[0].packageCode:must not be blank",
  ],
  [
    "a second line without a count",
    { ...ORDER, packageInfoList: [LINE, { packageCode: "A" }] },
    "000105",
    "packageInfoList[1].count:must not be null",
  ],
  [
    "a count of 0",
    { ...ORDER, packageInfoList: [{ ...LINE, count: 0 }] },
    "000105",
    "packageInfoList[0].count:must be greater than or equal to 1",
  ],
  ["a count in a string", { ...ORDER, packageInfoList: [{ ...LINE, count: "1" }] }, "000104", "request json invalid"],
  ["half a count", { ...ORDER, packageInfoList: [{ ...LINE, count: 1.5 }] }, "000104", "request json invalid"],
  ["many blanks", BLANK, "000105", "transactionId:must not be blank"],
  ["a wrong type behind a blank", { ...BLANK, amount: "1" }, "000104", "request json invalid"],
  [
    "null before length",
    { transactionId: "x".repeat(51), packageInfoList: null },
    "000106",
    "packageInfoList:must not be null",
  ],
  ["missing before null", { transactionId: null, packageInfoList: [] }, "000105", "packageInfoList:must not be empty"],
  [
    "31 eSIMs",
    {
      ...ORDER,
      packageInfoList: [
        { ...LINE, count: 1 },
        { ...LINE, count: 30 },
      ],
    },
    "200008",
    "the order must not have more than 30 eSIMs",
  ],
  [
    "a count beyond 2^53",
    { ...ORDER, packageInfoList: [{ ...LINE, count: 1e300 }] },
    "200008",
    "the order must not have more than 30 eSIMs",
  ],
  [
    "an unknown package",
    { ...ORDER, packageInfoList: [{ packageCode: "XX_1_7", count: 1 }] },
    "310241",
    "base data plan code:[XX_1_7] doesn`t exist.",
  ],
  [
    "a top-up code",
    { ...ORDER, packageInfoList: [{ packageCode: "TOPUP_CKH003", count: 1 }] },
    "310241",
    "base data plan code:[TOPUP_CKH003] doesn`t exist.",
  ],
  ["a wrong price", { ...ORDER, packageInfoList: [{ ...LINE, price: 26999 }] }, "200005", "the package price is wrong"],
  ["a wrong amount", { ...ORDER, amount: 27001 }, "200006", "the batchOrder`s amount is wrong"],
  [
    "an amount without the days",
    { transactionId: "t", amount: 10000, packageInfoList: [{ packageCode: "JP_1_Daily", count: 1, periodNum: 4 }] },
    "200006",
    "the batchOrder`s amount is wrong",
  ],
  [
    "a price of all days",
    { transactionId: "t", packageInfoList: [{ packageCode: "JP_1_Daily", count: 1, periodNum: 4, price: 40000 }] },
    "200005",
    "the package price is wrong",
  ],
  [
    "0 days",
    { transactionId: "t", packageInfoList: [{ packageCode: "JP_1_Daily", count: 1, periodNum: 0 }] },
    "000105",
    "packageInfoList[0].periodNum:must be between 1 and 365",
  ],
  [
    "366 days",
    { transactionId: "t", packageInfoList: [LINE, { packageCode: "JP_1_Daily", count: 1, periodNum: 366 }] },
    "000105",
    "packageInfoList[1].periodNum:must be between 1 and 365",
  ],
  [
    "days in words",
    { transactionId: "t", packageInfoList: [{ packageCode: "JP_1_Daily", count: 1, periodNum: "two" }] },
    "000105",
    "packageInfoList[0].periodNum:must be between 1 and 365",
  ],
] as const)("an order with %s is refused and leaves no trace", async ([, body, errorCode, errorMsg]) => {
  const partner = await open();
  expect(await partner.call("esim/order", body)).toEqual({ success: false, errorCode, errorMsg, obj: null });
  expect(await partner.balance()).toBe(10_000_000);
  expect(await partner.handle.orders.list()).toEqual([]);
});

test.for([
  ["no price and amount", LINE, undefined, 27000],
  ["price and amount of 0", { ...LINE, price: 0 }, 0, 27000],
  ["price and amount of null", { ...LINE, price: null }, null, 27000],
  ["a slug in other letter case", { packageCode: "es_5_30", count: 1 }, 27000, 27000],
  ["days on a fixed plan, which are ignored", { ...LINE, periodNum: 999 }, 27000, 27000],
  ["a day pass without days, which is one", { packageCode: "JP_1_Daily", count: 1 }, 10000, 10000],
  ["a day pass of four days", { packageCode: "JP_1_Daily", count: 1, price: 10000, periodNum: 4 }, 40000, 40000],
  ["days in a string", { packageCode: "JP_1_Daily", count: 2, periodNum: "4" }, 80000, 80000],
  ["365 days", { packageCode: "JP_1_Daily", count: 1, periodNum: 365 }, 3650000, 3650000],
  ["30 eSIMs", { ...LINE, count: 30 }, 810000, 810000],
] as const)("an order with %s is accepted and charged", async ([, line, amount, charged]) => {
  const partner = await open();
  const body = { transactionId: "t", packageInfoList: [line], ...(amount === undefined ? {} : { amount }) };
  expect((await partner.call("esim/order", body)).errorCode).toBe("0");
  expect(await partner.balance()).toBe(10_000_000 - charged);
});

test.for([
  ["the balance exactly", 27000, "0"],
  ["one ten-thousandth less", 26999, "200007"],
] as const)("an order that costs %s is answered", async ([, balance, code]) => {
  const partner = await open();
  await partner.handle.account.set(balance);
  expect(await partner.codeOf("esim/order", ORDER)).toBe(code);
  expect(await partner.balance()).toBe(code === "0" ? 0 : balance);
});

test("stock is taken by orders, over all lines together, and is short with 200011", async () => {
  const partner = await open();
  await partner.handle.packages.change("esimaccess", "CKH003", { stock: 3 });
  const order = (transactionId: string, lines: object[]): Promise<string | null> =>
    partner.codeOf("esim/order", { transactionId, packageInfoList: lines });
  expect(
    await order("a", [
      { ...LINE, count: 2 },
      { ...LINE, count: 2 },
    ]),
  ).toBe("200011");
  expect(await order("b", [{ ...LINE, count: 3 }])).toBe("0");
  expect(await order("c", [LINE])).toBe("200011");
  expect(await partner.balance()).toBe(10_000_000 - 81_000);
});

test("a package that is not on sale is 310243, and a changed price is the one that counts", async () => {
  const partner = await open();
  await partner.handle.packages.change("esimaccess", "CKH003", { onSale: false });
  expect(await partner.call("esim/order", ORDER)).toMatchObject({
    errorCode: "310243",
    errorMsg: "the data plan doesn't exist",
  });
  await partner.handle.packages.change("esimaccess", "CKH003", { onSale: true, price: 100 });
  expect(await partner.codeOf("esim/order", { ...ORDER, amount: 27000 })).toBe("200006");
  expect(await partner.codeOf("esim/order", { ...ORDER, amount: 100 })).toBe("0");
});

test("a repeated transaction id is answered like the first time, whatever else was sent, and costs nothing", async () => {
  const partner = await open();
  const first = await partner.call("esim/order", ORDER);
  await partner.handle.clock.advance("1h");
  expect(await partner.call("esim/order", { ...ORDER, packageInfoList: [{ packageCode: "XX", count: 31 }] })).toEqual(
    first,
  );
  expect(await partner.balance()).toBe(9_973_000);
});

test.for([
  ["letter case", "SHOP-1"],
  ["a blank", "shop-1 "],
  ["the name of a member", "__proto__"],
] as const)("a transaction id that differs by %s is another one", async ([, transactionId]) => {
  const partner = await open();
  const first = await partner.call("esim/order", ORDER);
  const second = await partner.call("esim/order", { ...ORDER, transactionId });
  expect(second.obj.transactionId).toBe(transactionId);
  expect(second.obj.orderNo).not.toBe(first.obj.orderNo);
});

test("a repeated transaction id is 310402 by option", async () => {
  const partner = await open({ strictDuplicates: true });
  expect(await partner.codeOf("esim/order", ORDER)).toBe("0");
  expect(await partner.call("esim/order", ORDER)).toMatchObject({
    errorCode: "310402",
    errorMsg: "the transactionId already exists",
  });
});

test("a discount changes the charge and the refund, not the price that is compared", async () => {
  const partner = await open({ chargeFactor: 0.95555 });
  const row = await partner.esim("ES_1_7");
  expect(await partner.balance()).toBe(10_000_000 - 6689);
  expect(await partner.codeOf("esim/cancel", { esimTranNo: row.esimTranNo })).toBe("0");
  expect(await partner.balance()).toBe(10_000_000);
  expect(await partner.codeOf("esim/order", { ...ORDER, amount: 27000 })).toBe("0");
});
