import { expect, test } from "vitest";
import { type Answered, partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });
const numbersOf = (answer: Answered): string[] => answer.obj.esimList.map((row: Answered["obj"]) => row.esimTranNo);

test("a row shows everything about a new eSIM", async () => {
  const partner = await open();
  const orderNo = await partner.order("ES_5_30");
  await partner.handle.clock.advance("2s");
  const answer = await partner.call("esim/query", { orderNo, pager: { pageNum: 1, pageSize: 50 } });
  const id = /^[0-9a-f]{32}$/;
  const [row] = answer.obj.esimList;
  expect(row.qrCodeUrl.replace("http://sandbox.test/qr/", "").replace(".png", "")).toMatch(id);
  expect(row.shortUrl).toBe(row.qrCodeUrl.replace(".png", ""));
  expect(answer.obj).toEqual({
    esimList: [
      {
        esimTranNo: "26010100000001",
        orderNo: "B26010100000000",
        transactionId: "purchase-1",
        imsi: "001010000000001",
        iccid: expect.stringMatching(/^89\d{17}$/),
        smsStatus: 0,
        msisdn: "",
        ac: expect.stringMatching(/^LPA:1\$rsp\.example\.com\$[0-9A-F]{32}$/),
        qrCodeUrl: row.qrCodeUrl,
        shortUrl: row.shortUrl,
        smdpStatus: "RELEASED",
        eid: "",
        activeType: 2,
        dataType: 1,
        activateTime: null,
        installationTime: null,
        expiredTime: "2026-06-30T00:00:00+0000",
        totalVolume: 5368709120,
        totalDuration: 30,
        durationUnit: "DAY",
        orderUsage: 0,
        esimStatus: "GOT_RESOURCE",
        pin: expect.stringMatching(/^\d{4}$/),
        puk: expect.stringMatching(/^\d{8}$/),
        apn: "internet.example",
        ipExport: "NL",
        supportTopUpType: 2,
        fupPolicy: "",
        packageList: [
          {
            packageName: "Spain 5GB 30Days",
            packageCode: "CKH003",
            slug: "ES_5_30",
            duration: 30,
            volume: 5368709120,
            locationCode: "ES",
            createTime: "2026-01-01T00:00:00+0000",
            esimTranNo: "26010100000001",
            transactionId: "purchase-1",
          },
        ],
      },
    ],
    pager: { pageSize: 50, pageNum: 1, total: 1 },
  });
});

test("rows come newest order first, then by number, page by page", async () => {
  const partner = await open();
  await partner.order("ES_1_7", { count: 4 });
  await partner.handle.clock.advance("1h");
  await partner.order("ES_1_7", { count: 3 });
  await partner.handle.clock.advance("2s");
  const newer = ["26010101000001", "26010101000002", "26010101000003"];
  const older = ["26010100000001", "26010100000002", "26010100000003", "26010100000004"];
  const page = (pageNum: number): Promise<Answered> => partner.call("esim/query", { pager: { pageSize: 5, pageNum } });
  expect(numbersOf(await page(1))).toEqual([...newer, ...older.slice(0, 2)]);
  expect(numbersOf(await page(2))).toEqual(older.slice(2));
  expect((await page(3)).obj).toEqual({ esimList: [], pager: { pageSize: 5, pageNum: 3, total: 7 } });
});

test.for([
  ["an unknown order", { orderNo: "B26010100009999" }, "310272", "the orderNo doesn't exist"],
  [
    "an ICCID outside the order",
    { orderNo: "B26010100000000", iccid: "8999001000000000000" },
    "310403",
    "the iccid doesn't belong to the order",
  ],
  ["page 0", { pager: { pageNum: 0, pageSize: 5 } }, "000105", "pager.pageNum:must be between 1 and 10000"],
  ["page 10001", { pager: { pageNum: 10001, pageSize: 5 } }, "000105", "pager.pageNum:must be between 1 and 10000"],
  ["a page in a string", { pager: { pageNum: "1", pageSize: 5 } }, "000104", "request json invalid"],
  [
    "a time without an offset",
    { startTime: "2026-01-01T00:00" },
    "000105",
    "startTime:must be a time such as 2010-06-30T01:20+00:00",
  ],
  [
    "a day that does not exist",
    { endTime: "2026-02-30T00:00+00:00" },
    "000105",
    "endTime:must be a date of the calendar",
  ],
] as const)("a query with %s is refused", async ([, body, errorCode, errorMsg]) => {
  const partner = await open();
  await partner.esim("ES_1_7");
  expect(await partner.call("esim/query", body)).toEqual({ success: false, errorCode, errorMsg, obj: null });
});

test.for([
  ["its number", (row: Answered["obj"]) => ({ esimTranNo: row.esimTranNo }), 1],
  ["its ICCID", (row: Answered["obj"]) => ({ iccid: row.iccid }), 1],
  [
    "both, with blank others",
    (row: Answered["obj"]) => ({ iccid: row.iccid, esimTranNo: row.esimTranNo, orderNo: "" }),
    1,
  ],
  ["order and ICCID", (row: Answered["obj"]) => ({ iccid: row.iccid, orderNo: row.orderNo }), 1],
  ["a foreign ICCID", () => ({ iccid: "8999001000000000000" }), 0],
  ["a foreign number", () => ({ esimTranNo: "26010100009999" }), 0],
  ["a transaction id, which is ignored", () => ({ transactionId: "nobody's", orderNo: "", iccid: null }), 1],
] as const)("an eSIM is found by %s", async ([, keysOf, total]) => {
  const partner = await open();
  const row = await partner.esim("ES_1_7");
  expect((await partner.call("esim/query", keysOf(row))).obj.pager).toMatchObject({ total });
});

test.for([
  ["from the very second", { startTime: "2026-01-01T00:00:00+0000" }, 1],
  ["from a second later", { startTime: "2026-01-01T00:00:01Z" }, 0],
  ["up to the very second", { endTime: "2026-01-01T00:00+00:00" }, 1],
  ["up to a second earlier", { endTime: "2025-12-31T23:59:59+00:00" }, 0],
  ["up to the same instant in another zone", { endTime: "2026-01-01T02:00+02:00" }, 1],
  ["in an open range", { startTime: "2025-01-01T00:00+00:00", endTime: "" }, 1],
] as const)("an order of midnight and a half second is found %s", async ([, range, total]) => {
  const partner = await open();
  await partner.handle.clock.advance("500ms");
  await partner.esim("ES_1_7");
  expect((await partner.call("esim/query", range)).obj.pager.total).toBe(total);
});

test.for([
  ["no pager", {}, 20, 1],
  ["a size of 1", { pager: { pageSize: 1, pageNum: 1 } }, 5, 1],
  ["a size of 1000", { pager: { pageSize: 1000, pageNum: 1 } }, 500, 1],
  ["another word for the page", { pager: { page: 2, pageSize: 50 } }, 50, 1],
  ["a size only", { pager: { pageSize: 50, total: null } }, 50, 1],
] as const)("by default %s is tolerated and echoed as applied", async ([, body, pageSize, pageNum]) => {
  const partner = await open();
  expect((await partner.call("esim/query", body)).obj.pager).toEqual({ pageSize, pageNum, total: 0 });
});

test.for([
  ["no pager", {}, "000105", "pager:must not be null"],
  ["a size of 4", { pager: { pageSize: 4, pageNum: 1 } }, "000105", "pager.pageSize:must be between 5 and 500"],
  ["a size of 501", { pager: { pageSize: 501, pageNum: 1 } }, "000105", "pager.pageSize:must be between 5 and 500"],
  ["no page", { pager: { pageSize: 5 } }, "000105", "pager.pageNum:must not be null"],
  ["a complete pager", { pager: { pageSize: 5, pageNum: 1 } }, "0", null],
] as const)("with a strict pager %s is answered", async ([, body, errorCode, errorMsg]) => {
  const partner = await open({ strictPager: true });
  expect(await partner.call("esim/query", body)).toMatchObject({ errorCode, errorMsg });
});
