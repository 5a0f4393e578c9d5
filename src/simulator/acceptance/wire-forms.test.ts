import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

/** 2026-02-28T23:59:30Z: the next minute is in another month. */
const LAST_SECONDS_OF_FEBRUARY = Date.UTC(2026, 1, 28, 23, 59, 30);

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ time: LAST_SECONDS_OF_FEBRUARY });
});

beforeEach(() => shop.handle.reset());

afterEach(() => expectSound(shop.handle));

afterAll(() => shop.close());

test("numbers of orders and eSIMs tell the UTC minute and count together within it", async () => {
  const { access, handle } = shop;
  const first = await access.order("JP_1_7", { count: 2 });
  const second = await access.order("JP_1_7");
  expect([first, second]).toEqual(["B26022823590000", "B26022823590003"]);
  await handle.clock.advance("30s");
  expect(await access.order("JP_1_7")).toBe("B26030100000000");
  await handle.clock.advance("2s");
  const { esimList } = (await access.call("esim/query", { pager: { pageNum: 1, pageSize: 50 } })).obj;
  const numbers: string[] = esimList.map((row: { esimTranNo: string }) => row.esimTranNo);
  expect([...numbers].sort()).toEqual(["26022823590001", "26022823590002", "26022823590004", "26030100000001"]);
});

test("times in answers are UTC to the second with an offset without a colon", async () => {
  const { access } = shop;
  const row = await access.esim("JP_1_7");
  const times = [row.expiredTime, row.packageList[0].createTime];
  expect(times).toEqual(["2026-08-27T23:59:30+0000", "2026-02-28T23:59:30+0000"]);
  expect([row.activateTime, row.installationTime, row.eid]).toEqual([null, null, ""]);
  await access.play(row.esimTranNo, "attach");
  expect(await access.row(row.esimTranNo)).toMatchObject({
    installationTime: "2026-02-28T23:59:32+0000",
    activateTime: "2026-02-28T23:59:32+0000",
    expiredTime: "2026-03-07T23:59:32+0000",
    eid: expect.stringMatching(/^\d{32}$/),
  });
});

test("identifiers have the documented forms", async () => {
  const { access } = shop;
  const row = await access.esim("US_1_7");
  expect(row).toMatchObject({
    iccid: expect.stringMatching(/^89\d{17,18}$/),
    imsi: expect.stringMatching(/^\d{15}$/),
    ac: expect.stringMatching(/^LPA:1\$[a-z0-9.-]+\$[0-9A-F]{32}$/),
    pin: expect.stringMatching(/^\d{4}$/),
    puk: expect.stringMatching(/^\d{8}$/),
    qrCodeUrl: expect.stringMatching(/\/qr\/[0-9a-f]{32}\.png$/),
  });
});

test.for([
  ["its own minute", "2026-02-28T23:59+00:00", "2026-02-28T23:59+00:00", 0],
  ["the minute up to the next", "2026-02-28T23:59+00:00", "2026-03-01T00:00+00:00", 1],
  ["another offset", "2026-03-01T01:59+02:00", "2026-03-01T02:00+02:00", 1],
  ["a time after it", "2026-03-01T00:00+00:00", "", 0],
  ["an open beginning", "", "2026-03-01T00:00+00:00", 1],
] as const)("an order is found by its time: %s", async ([, startTime, endTime, total]) => {
  await shop.access.esim("JP_1_7");
  const pager = { pageNum: 1, pageSize: 50 };
  const { obj } = await shop.access.call("esim/query", { startTime, endTime, pager });
  expect(obj.pager.total).toBe(total);
});

test("the plan ends to the second, and one that never began ends 180 days after the order", async () => {
  const { access, handle } = shop;
  const used = await access.esim("JP_1_7");
  await access.play(used.esimTranNo, "attach");
  const unused = await access.esim("JP_1_7");
  await handle.clock.advance("604797s"); // two seconds went by since the activation
  expect((await access.row(used.esimTranNo)).esimStatus).toBe("IN_USE");
  await handle.clock.advance("1s");
  expect((await access.row(used.esimTranNo)).esimStatus).toBe("USED_EXPIRED");
  await handle.clock.advance("173d");
  expect((await access.row(unused.esimTranNo)).esimStatus).toBe("UNUSED_EXPIRED");
});

test("times and numbers of FMS", async () => {
  const { fms } = shop;
  const token = await fms.register();
  const placed = await fms.post(
    "/package/preOrderPackage",
    { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 },
    token,
  );
  expect(placed.data).toEqual({
    id: expect.stringMatching(/^\d{12}$/),
    orderNo: "SIM-20260228-0001",
    orderPayStatus: 0,
    currency: "USD",
    money: 12.5,
  });
  const { data } = await fms.post("/order/myEsimDetail", { orderId: placed.data["id"] }, token);
  expect(data["updateTime"]).toBe("2026-02-28 23:59:30");
});
