import { describe, expect, test } from "vitest";
import { CHINA, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();
const PRE_ORDER = "/package/preOrderPackage";

test.for([PRE_ORDER, "/v1.1/package/preOrderPackage"])("%s places an unpaid order (FMS-P13)", async (path) => {
  const shop = await sandbox.open();
  const token = await shop.register();
  const placed = await shop.post(path, { ...CHINA, deviceType: "10", packageCode: "PKG-CN-5" }, token);
  expect(placed.body).toEqual({
    code: 0,
    data: { id: "700000000001", orderNo: "SIM-20260101-0001", orderPayStatus: 0, currency: "USD", money: 12.5 },
    message: "success",
    messageSourceHandler: {},
  });
});

test("numbers may be text and text numbers (FMS-P05)", async () => {
  const shop = await sandbox.open();
  const token = await shop.register();
  const asText = { ...CHINA, id: "1001", currencyId: "2", money: "12.5000", periodNum: "7", deviceType: 10 };
  const placed = await shop.post(PRE_ORDER, { ...asText, languageId: null, packageCode: null }, token);
  expect(placed.data).toMatchObject({ orderPayStatus: 0, money: 12.5 });
});

test("numbers go on over the days, the day is that of the order", async () => {
  const shop = await sandbox.open();
  const token = await shop.register();
  await shop.preOrder(token);
  await shop.handle.clock.advance("1d");
  const second = await shop.post(PRE_ORDER, CHINA, token);
  expect(second.data).toMatchObject({ id: "700000000002", orderNo: "SIM-20260102-0002" });
});

test("the price can be paid in another currency of the package", async () => {
  const shop = await sandbox.open();
  const token = await shop.register();
  const orderId = await shop.preOrder(token, { currency: "GBP", currencyId: 6, money: 9.88 });
  expect((await shop.notify(orderId, { payCurrency: "GBP", payAmount: "9.88" })).code).toBe(0);
});

describe("refusals, each winning over those below it (FMS-P14)", () => {
  const worst = {
    id: 1,
    currency: "EUR",
    currencyId: 2,
    money: 1,
    periodNum: 8,
    packageCode: "PKG-JP-1",
  };
  test.for([
    ["no token", { ...worst, money: "much" }, false, 7, "token expired"],
    ["an ill-formed member", { ...worst, money: "much" }, true, 2, "wrong parameters: money"],
    ["another device type", { ...worst, deviceType: "11" }, true, 2, "wrong parameters: deviceType"],
    ["too many decimal places", { ...worst, money: 12.50001 }, true, 2, "wrong parameters: money"],
    ["a tiny amount in exponent form", { ...worst, money: 1e-7 }, true, 2, "wrong parameters: money"],
    ["another partner", { ...worst, partnerCode: "P000000" }, true, 2, "wrong parameters: no such partner"],
    ["an unknown package", worst, true, 2, "wrong parameters: no such package"],
    [
      "a code of another package",
      { ...worst, id: 1001 },
      true,
      2,
      "wrong parameters: packageCode belongs to another package",
    ],
    [
      "currency and entry apart",
      { ...worst, id: 1001, packageCode: "PKG-CN-5" },
      true,
      2,
      "wrong parameters: currency and currencyId are not of one price",
    ],
    [
      "an unknown price entry",
      { ...worst, id: 1001, packageCode: null, currencyId: 77, currency: "USD" },
      true,
      2,
      "wrong parameters: currency and currencyId are not of one price",
    ],
    [
      "another period",
      { ...CHINA, periodNum: 8, money: 1 },
      true,
      2,
      "wrong parameters: periodNum is not the period of the package",
    ],
    ["another amount", { ...CHINA, money: 12.49 }, true, 10009, "price inconsistent: money is not the price"],
    ["an empty pool", CHINA, true, 3004, "order system exception: no free profile"],
  ] as const)("%s", async ([, body, hasToken, code, message]) => {
    const shop = await sandbox.open();
    const token = hasToken ? await shop.register() : undefined;
    await shop.setPackage({ stock: 0 });
    expect((await shop.post(PRE_ORDER, body, token)).body).toEqual({ code, data: null, message });
    expect(await shop.handle.orders.list()).toEqual([]);
  });
});

describe("the pool", () => {
  test("a pre-order takes one profile, a refused one none", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    await shop.setPackage({ stock: 2 });
    await shop.preOrder(token);
    expect(await shop.stockOfChina()).toBe(1);
    await shop.post(PRE_ORDER, { ...CHINA, money: 1 }, token);
    expect(await shop.stockOfChina()).toBe(1);
  });

  test("a single profile can be reserved again once the limit has passed", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    await shop.setPackage({ stock: 1 });
    await shop.preOrder(token);
    expect((await shop.post(PRE_ORDER, CHINA, token)).code).toBe(3004);
    await shop.handle.clock.advance("1h");
    expect((await shop.post(PRE_ORDER, CHINA, token)).code).toBe(3004);
    await shop.handle.clock.advance("1ms");
    await shop.preOrder(token);
  });

  test("calls at the same time share the pool exactly", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    await shop.setPackage({ stock: 3 });
    const placed = await Promise.all(Array.from({ length: 8 }, () => shop.post(PRE_ORDER, CHINA, token)));
    const codes = placed.map((answer) => Number(answer.code)).sort((a, b) => a - b);
    expect(codes).toEqual([0, 0, 0, 3004, 3004, 3004, 3004, 3004]);
    expect(new Set(placed.map((answer) => answer.data?.["id"])).size).toBe(4);
  });
});
