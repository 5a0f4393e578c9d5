import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

const CODE = "test-access-code";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ rateLimit: "off" });
});

afterEach(() => expectSound(shop.handle));

afterAll(() => shop.close());

async function send(
  path: string,
  headers: Record<string, string>,
  body?: NonNullable<RequestInit["body"]>,
): Promise<Record<string, unknown>> {
  const init = { method: "POST", headers, ...(body === undefined ? {} : { body }) };
  return JSON.parse(await (await shop.sandbox.fetch(path, init)).text());
}

const ACCESS = "/api/v1/open";

test.for([
  ["JSON", { "content-type": "application/json" }],
  ["JSON with a charset", { "content-type": "application/json; charset=utf-8" }],
  ["JSON with a charset in other letters", { "Content-Type": "Application/JSON;charset=UTF-8" }],
  ["JSON of a vendor", { "content-type": "application/vnd.example+json" }],
] as const)("eSIM Access reads a body declared as %s", async ([, type]) => {
  const order = JSON.stringify({ transactionId: "typed", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] });
  expect(await send(`${ACCESS}/esim/order`, { "RT-ACCESSCODE": CODE, ...type }, order)).toMatchObject({
    errorCode: "0",
  });
});

test("eSIM Access reads bytes that nobody has declared", async () => {
  const body = new TextEncoder().encode('{"packageCode":"JP_1_7"}');
  const answer = await send(`${ACCESS}/package/list`, { "rt-accesscode": CODE }, body);
  expect(answer).toMatchObject({ obj: { packageList: [{ slug: "JP_1_7" }] } });
});

test.for([
  ["no body", undefined],
  ["an empty text", ""],
  ["an empty object", "{}"],
  ["white space", "\n"],
] as const)("an endpoint without parameters takes %s", async ([, body]) => {
  for (const path of ["balance/query", "location/list", "webhook/query"]) {
    const headers = { "rt-accesscode": CODE, "content-type": "application/json" };
    expect([path, await send(`${ACCESS}/${path}`, headers, body)]).toMatchObject([path, { success: true }]);
  }
});

test.for([
  ["every filter blank", "package/list", { locationCode: "", type: "", packageCode: "JP_1_7", slug: "", iccid: "" }],
  ["every filter null", "package/list", { locationCode: null, type: null, packageCode: "JP_1_7", dataType: null }],
  ["a number for the kind of data", "package/list", { dataType: 2, locationCode: "JP" }],
  ["a pager where there is none", "package/list", { packageCode: "JP_1_7", pager: { pageNum: 1, pageSize: 10 } }],
  ["no pager", "esim/query", { orderNo: "" }],
  ["a page of one row", "esim/query", { pager: { pageNum: 1, pageSize: 1 } }],
  ["a total in the pager", "esim/query", { pager: { pageNum: 1, pageSize: 50, total: null } }],
  ["another name for the page", "esim/query", { pager: { page: 1, pageSize: 50 } }],
  ["a transaction id as filter", "esim/query", { transactionId: "x", orderNo: "", iccid: "" }],
  ["a kind of place", "location/list", { type: "" }],
  ["unknown members", "balance/query", { userEmail: "a@example.com", outOrder: 1, payer: {} }],
] as const)("eSIM Access tolerates %s, as clients send it", async ([, path, body]) => {
  expect(await shop.access.call(path, body)).toMatchObject({ success: true, errorCode: "0" });
});

test.for([
  ["a slug beside the code", { packageInfoList: [{ packageCode: "JP_1_7", slug: "US_1_7", count: 1 }] }, 7000],
  ["the slug as code", { packageInfoList: [{ packageCode: "jp_1_7", count: 1 }] }, 7000],
  [
    "nulls for what is optional",
    { amount: null, packageInfoList: [{ packageCode: "JC063", count: 1, price: null, periodNum: null }] },
    7000,
  ],
  ["zeros for what is compared", { amount: 0, packageInfoList: [{ packageCode: "JC063", count: 1, price: 0 }] }, 7000],
  [
    "price and amount of days",
    { amount: 40_000, packageInfoList: [{ packageCode: "JP_1_Daily", count: 1, price: 10_000, periodNum: 4 }] },
    40_000,
  ],
  ["days as text", { packageInfoList: [{ packageCode: "JP_1_Daily", count: 1, periodNum: "2" }] }, 20_000],
  ["days on a fixed plan", { packageInfoList: [{ packageCode: "JP_1_7", count: 1, periodNum: 5 }] }, 7000],
] as const)("an order with %s is accepted and charged", async ([how, body, cost]) => {
  const before = await shop.access.balance();
  expect(await shop.access.call("esim/order", { transactionId: how, ...body })).toMatchObject({ errorCode: "0" });
  expect(before - (await shop.access.balance())).toBe(cost);
});

test("an old flat order and a slug without a code miss what they must name", async () => {
  const flat = { packageCode: "JP_1_7", count: 1, transactionId: "flat" };
  expect(await shop.access.codeOf("esim/order", flat)).toBe("000105");
  const named = { transactionId: "slug", packageInfoList: [{ slug: "JP_1_7", count: 1 }] };
  expect(await shop.access.call("esim/order", named)).toMatchObject({
    errorCode: "000105",
    errorMsg: expect.stringMatching(/^packageInfoList\[0\]\.packageCode: ?must not be blank$/),
  });
});

test("a base URL with a slash, doubled slashes or a query finds what it means, or says 404", async () => {
  const headers = { "rt-accesscode": CODE, "content-type": "application/json" };
  expect(await send(`${ACCESS}/balance/query?x=1`, headers, "{}")).toMatchObject({ errorCode: "0" });
  expect(await send(`${ACCESS}//balance/query`, headers, "{}")).toMatchObject({ errorCode: "404" });
  expect(await send(`${ACCESS}/balance/query/`, headers, "{}")).toMatchObject({ errorCode: "404" });
});

test("FMS takes numbers as text and text as numbers, a partner code in small letters, and ignores paging", async () => {
  const token = await shop.fms.register("forms@example.com");
  const purchase = { id: "1001", currency: "USD", currencyId: "2", money: "12.50", periodNum: "7", deviceType: 10 };
  const placed = await shop.fms.post("/package/preOrderPackage", { partnerCode: "p001101", ...purchase }, token);
  expect(placed).toMatchObject({ code: 0, data: { money: 12.5 } });
  const paged = await shop.fms.post("/package/packageList", { countryCode: "460", type: "2", pageNum: 9, pageSize: 1 });
  const plain = await shop.fms.post("/package/packageList", { countryCode: 460, type: 2 });
  expect(paged.data).toEqual(plain.data);
  const both = await shop.fms.post("/package/packageList", { countryCode: 460, isoCountryName: "Japan", type: 2 });
  expect(both.data).toEqual(plain.data);
  const query = await shop.fms.get("/package/detail?id=1001&orderNum=1&partnerCode=P001101");
  expect((await shop.fms.post("/package/detail", { id: 1001, orderNumber: 1 })).data).toEqual(query.data);
});

test("FMS finds the same order under both prefixes and under its context path", async () => {
  const token = await shop.fms.register("paths@example.com");
  const { id: packageId, ...rest } = { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 };
  const placed = await shop.fms.post("/fms/v1.1/package/preOrderPackage", { id: packageId, ...rest }, token);
  const orderId = String(placed.data["id"]);
  for (const path of ["/order/myEsimDetail", "/v1.1/order/myEsimDetail", "/fms/order/myEsimDetail"]) {
    expect([path, (await shop.fms.post(path, { orderId }, token)).data["id"]]).toEqual([path, orderId]);
  }
});
