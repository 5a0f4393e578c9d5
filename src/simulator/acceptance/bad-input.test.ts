import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CHINA } from "../providers/fms/testing/fms-tenant.ts";
import { expectSound, openShop, type Shop, stateOf } from "./testing/shop.ts";

const MEBIBYTE = 1_048_576;
const JSON_TYPE = { "content-type": "application/json" };

let shop: Shop;
let token = "";

beforeAll(async () => {
  shop = await openShop();
  await shop.access.esim("JP_1_7");
  token = (await shop.fms.buy()).token;
});

afterEach(() => expectSound(shop.handle));

afterAll(() => shop.close());

/** Sends a request that must change nothing, and reads the answer. */
async function refused(path: string, init: RequestInit): Promise<{ status: number; body: unknown; text: string }> {
  const before = await stateOf(shop.handle);
  const response = await shop.sandbox.fetch(path, { method: "POST", ...init });
  const text = await response.text();
  expect(await stateOf(shop.handle)).toEqual(before);
  expect(text).not.toMatch(/node_modules|\bat .*:\d+:\d+|\/src\/|[Ee]rror:/);
  expect(response.headers.get("content-type")).toMatch(/^application\/json\b/);
  return { status: response.status, body: JSON.parse(text), text };
}

/** Bodies that are no readable JSON object, for either provider. */
const unreadable = [
  ["nothing but half an object", '{"transactionId":'],
  ["two objects", "{}{}"],
  ["a form", "transactionId=1&count=2"],
  ["XML", "<order/>"],
  ["single quotes", "{'a':1}"],
  ["a raw NUL byte inside a string", '{"a":"\u0000"}'],
  ["a raw line break inside a string", '{"a":"\n"}'],
  ["NaN", '{"a":NaN}'],
  ["a byte order mark before it", "\uFEFF{}"],
  ["100,000 levels of arrays", "[".repeat(100_000) + "]".repeat(100_000)],
  ["100,000 levels of objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ["one byte more than 1 MiB", `{"a":"${"x".repeat(MEBIBYTE - 7)}"}`],
  ["bytes that are no UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
] as const;

/** Readable JSON that is no object. */
const noObjects = [
  ["an empty array", "[]"],
  ["an array of objects", "[{}]"],
  ["a text", '"x"'],
  ["a number", "7"],
  ["true", "true"],
  ["null", "null"],
] as const;

describe("eSIM Access", () => {
  const headers = { ...JSON_TYPE, "rt-accesscode": "test-access-code" };
  const line = { packageCode: "JP_1_7", count: 1 };
  const order = (changes: object = {}) => JSON.stringify({ transactionId: "bad", packageInfoList: [line], ...changes });
  const ordered = (body: NonNullable<RequestInit["body"]>, more: Record<string, string> = {}) =>
    refused("/api/v1/open/esim/order", { headers: { ...headers, ...more }, body });
  const failure = (errorCode: string, errorMsg: unknown = expect.any(String)) => ({
    status: 200,
    body: { success: false, errorCode, errorMsg, obj: null },
  });

  test.for([...unreadable, ...noObjects])("a body that is %s is 000104", async ([, body]) => {
    expect(await ordered(body)).toMatchObject(failure("000104", "request json invalid"));
  });

  test.for(["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/jsonp", ""])(
    "an order declared as %j is 000104",
    async (type) => {
      expect(await ordered(order(), { "content-type": type })).toMatchObject(failure("000104"));
    },
  );

  test.for([
    ["no body", ""],
    ["white space", " \r\n\t "],
    ["an empty object", "{}"],
    ["unknown members only", '{"__proto__":{"transactionId":"x"},"constructor":{"prototype":1}}'],
    ["only its prototype filled", `{"__proto__":${order()}}`],
  ] as const)("an order with %s misses its transactionId", async ([, body]) => {
    expect(await ordered(body)).toMatchObject(failure("000105", "transactionId:must not be blank"));
  });

  test.for([
    ["a number as id", { transactionId: 7 }, "000104"],
    ["an object as id", { transactionId: {} }, "000104"],
    ["null as id", { transactionId: null }, "000106"],
    ["a blank id", { transactionId: "  " }, "000105"],
    ["an id of 51 characters", { transactionId: "x".repeat(51) }, "000107"],
    ["an id of half a million characters", { transactionId: "x".repeat(500_000) }, "000107"],
    ["no lines", { packageInfoList: [] }, "000105"],
    ["101 lines", { packageInfoList: Array(101).fill(line) }, "000105"],
    ["an object for the lines", { packageInfoList: {} }, "000104"],
    ["a line that is null", { packageInfoList: [null] }, "000106"],
    ["a line that is an array", { packageInfoList: [[]] }, "000104"],
    ["no eSIM", { packageInfoList: [{ ...line, count: 0 }] }, "000105"],
    ["fewer than no eSIM", { packageInfoList: [{ ...line, count: -1 }] }, "000105"],
    ["half an eSIM", { packageInfoList: [{ ...line, count: 0.5 }] }, "000104"],
    ["31 eSIMs", { packageInfoList: [{ ...line, count: 31 }] }, "200008"],
    ["2^53 + 2 eSIMs", { packageInfoList: [{ ...line, count: 2 ** 53 + 2 }] }, "200008"],
    ["a wrong price", { packageInfoList: [{ ...line, price: 6999 }] }, "200005"],
    ["a wrong amount", { amount: 2 ** 53 + 2 }, "200006"],
    ["a package named __proto__", { packageInfoList: [{ ...line, packageCode: "__proto__" }] }, "310241"],
    ["a package named toString", { packageInfoList: [{ ...line, packageCode: "toString" }] }, "310241"],
    ["a NUL in the package", { packageInfoList: [{ ...line, packageCode: "JP_1_7\u0000" }] }, "000104"],
    ["a lone surrogate in the package", { packageInfoList: [{ ...line, packageCode: "\ud800" }] }, "000104"],
    ["a package of 100,000 characters", { packageInfoList: [{ ...line, packageCode: "x".repeat(1e5) }] }, "310241"],
  ] as const)("an order with %s is %s", async ([, changes, code]) => {
    expect(await ordered(order(changes))).toMatchObject(failure(code));
  });

  test.for([
    ["1e400 eSIMs", '{"transactionId":"x","packageInfoList":[{"packageCode":"JP_1_7","count":1e400}]}', "000104"],
    ["an amount of 1e400", '{"transactionId":"x","amount":1e400,"packageInfoList":[]}', "000104"],
    [
      "an amount of a thousand digits",
      `{"transactionId":"x","amount":${"9".repeat(1000)},"packageInfoList":[]}`,
      "000104",
    ],
  ] as const)("an order with %s is refused", async ([, body, code]) => {
    expect(await ordered(body)).toMatchObject(failure(code));
  });

  test.for([
    ["no access code", {}, "000101", "Req Header:[RT-AccessCode] is null"],
    ["an unknown access code", { "rt-accesscode": "nobody" }, "401001", "authentication failed"],
    ["its access code twice", { "rt-accesscode": "test-access-code, test-access-code" }, "401001", expect.any(String)],
    ["an access code of 8,000 characters", { "rt-accesscode": "x".repeat(8000) }, "401001", expect.any(String)],
  ] as const)("a call with %s is refused", async ([, own, code, text]) => {
    const answer = await refused("/api/v1/open/balance/query", { headers: { ...JSON_TYPE, ...own }, body: "{}" });
    expect(answer).toMatchObject(failure(code, text));
  });

  test.for([
    ["an unknown path", "POST", "/api/v1/open/esim/list", "404", "path not found"],
    ["a path above", "POST", "/api/v2", "404", "path not found"],
    ["a path of another vendor", "POST", "/v1/package/e-sim/list", "404", "path not found"],
    ["the private endpoint", "POST", "/api/v1/open/esim/realtimeBalance/query", "404", "path not found"],
    ["GET", "GET", "/api/v1/open/balance/query", "000103", expect.any(String)],
    ["PUT", "PUT", "/api/v1/open/esim/order", "000103", expect.any(String)],
    ["DELETE", "DELETE", "/api/v1/open/esim/order", "000103", expect.any(String)],
  ] as const)("%s is answered at status 200", async ([, method, path, code, text]) => {
    expect(await refused(path, { method, headers })).toMatchObject(failure(code, text));
  });

  test("an unknown path or method is told as such to a caller without credentials too", async () => {
    expect(await refused("/api/v1/open/esim/list", {})).toMatchObject(failure("404", "path not found"));
    expect(await refused("/api/v1/open/esim/order", { method: "GET" })).toMatchObject(failure("000103"));
    const nobody = { headers: { "rt-accesscode": "nobody" } };
    expect(await refused("/api/v1/open/esim/list", nobody)).toMatchObject(failure("404"));
  });

  test.for([
    ["esim/query", { orderNo: "__proto__", iccid: "\u0000", pager: { pageSize: 1e308, pageNum: 1 } }, "000104"],
    ["esim/query", { orderNo: "\ud800", pager: { pageSize: 20, pageNum: 1 } }, "000104"],
    ["esim/query", { pager: { pageSize: 20, pageNum: 0 } }, "000105"],
    ["esim/query", { startTime: "2026-02-30T00:00+00:00", pager: { pageSize: 20, pageNum: 1 } }, "000105"],
    ["esim/cancel", {}, "200042"],
    ["esim/cancel", { iccid: "constructor" }, "310409"],
    ["esim/suspend", { esimTranNo: "" }, "200042"],
    ["esim/revoke", { esimTranNo: "99999999999999" }, "310409"],
    ["esim/topup", { esimTranNo: "x" }, "000105"],
    ["esim/topup", { esimTranNo: "x", packageCode: "JP_1_7", transactionId: "t" }, "310409"],
    ["esim/sendSms", { esimTranNo: "x", message: "m".repeat(501) }, "000107"],
    ["esim/usage/query", { esimTranNoList: Array(11).fill("x") }, "000107"],
    ["esim/usage/query", { esimTranNoList: "x" }, "000104"],
    ["webhook/save", {}, "000105"],
    ["webhook/save", { webhook: "ftp://example.com/" }, "000105"],
    ["webhook/save", { webhook: "http://user:secret@example.com/" }, "000105"],
    ["package/list", { dataType: "9" }, "000105"],
    ["package/list", { packageCode: "nothing" }, "310241"],
  ] as const)("%s with %j is %s", async ([path, body, code]) => {
    expect(await refused(`/api/v1/open/${path}`, { headers, body: JSON.stringify(body) })).toMatchObject(failure(code));
  });
});

describe("FMS", () => {
  const purchase = (changes: object = {}) => JSON.stringify({ partnerCode: "P001101", ...CHINA, ...changes });
  const ordered = (body: NonNullable<RequestInit["body"]>, more: Record<string, string> = {}) =>
    refused("/package/preOrderPackage", { headers: { ...JSON_TYPE, "x-access-token": token, ...more }, body });
  const failure = (code: number, status = 200) => ({
    status,
    body: { code, data: null, message: expect.any(String) },
  });

  test.for([...unreadable, ["no body", ""], ["white space", " \n"]] as const)(
    "a body that is %s is 400 with code 2",
    async ([, body]) => {
      expect(await ordered(body)).toMatchObject(failure(2, 400));
    },
  );

  test.for(["text/plain", "application/x-www-form-urlencoded", ""])("a body declared as %j is 400", async (type) => {
    expect(await ordered(purchase(), { "content-type": type })).toMatchObject(failure(2, 400));
  });

  test.for([
    ["a NUL in the package's code", purchase({ packageCode: "PKG-CN-5\u0000" })],
    ["a lone surrogate in the currency", purchase({ currency: "\ud800" })],
  ] as const)("a pre-order with %s is 400 with code 2", async ([, body]) => {
    expect(await ordered(body)).toMatchObject(failure(2, 400));
  });

  test.for(noObjects)("a body that is %s is code 2", async ([, body]) => {
    expect(await ordered(body)).toMatchObject(failure(2));
  });

  test.for([
    ["no members", "{}", 2],
    ["a filled prototype only", `{"__proto__":${purchase()}}`, 2],
    ["an unknown package", purchase({ id: 4711 }), 2],
    ["2^53 + 2 as package", purchase({ id: 2 ** 53 + 2 }), 2],
    ["an object as package", purchase({ id: {} }), 2],
    ["a package named __proto__", purchase({ packageCode: "__proto__" }), 2],
    ["a currency of another id", purchase({ currencyId: 1 }), 2],
    ["another number of days", purchase({ periodNum: 8 }), 2],
    ["another device", purchase({ deviceType: "11" }), 2],
    ["too little money", purchase({ money: 12.4999 }), 10009],
    ["negative money", purchase({ money: -12.5 }), 2],
    ["1e400 of money", purchase().replace("12.5", "1e400"), 2],
    ["a hundred-thousandth too much", purchase().replace("12.5", "12.50001"), 2],
    ["the partner code of nobody", purchase({ partnerCode: "P999999" }), 2],
    ["a partner code of 100,000 characters", purchase({ partnerCode: "P".repeat(1e5) }), 2],
  ] as const)("a pre-order with %s is refused", async ([, body, code]) => {
    expect(await ordered(body)).toMatchObject(failure(code));
  });

  test.for([
    ["no token", ""],
    ["an unknown token", "f".repeat(32)],
    ["a token named __proto__", "__proto__"],
    ["its token twice", "TWICE"],
    ["a token of 8,000 characters", "x".repeat(8000)],
  ] as const)("a call with %s is code 7", async ([, own]) => {
    const sent = own === "TWICE" ? `${token}, ${token}` : own;
    expect(await ordered(purchase(), { "x-access-token": sent })).toMatchObject(failure(7));
  });

  test.for([
    ["an unknown path", "POST", "/package/nothing", 404],
    ["an unknown path under the context path", "POST", "/fms/package/nothing", 404],
    ["the notice of version 1.1", "POST", "/v1.1/payment/webhook", 404],
    ["a misspelt path", "POST", "/package/queryOrdStatus", 404],
    ["GET instead of POST", "GET", "/package/preOrderPackage", 405],
    ["PUT", "PUT", "/user/emailLogin", 405],
    ["DELETE instead of GET", "DELETE", "/package/detail", 405],
  ] as const)("%s has an envelope of code 2", async ([, method, path, status]) => {
    expect(await refused(path, { method })).toMatchObject(failure(2, status));
  });

  test("an unknown path is told as such to a caller with an unknown token too", async () => {
    const headers = { "x-access-token": "f".repeat(32) };
    expect(await refused("/package/nothing", { headers })).toMatchObject(failure(2, 404));
    expect(await refused("/user/emailLogin", { method: "GET", headers })).toMatchObject(failure(2, 405));
  });

  test.for([
    ["/user/emailRegister", { email: "nobody", passwd: "x" }, 2],
    ["/user/emailRegister", { email: "a@example.com", passwd: "A".repeat(31) }, 2],
    ["/user/emailLogin", { email: "traveller@example.com", passwd: "0".repeat(32) }, 2],
    ["/user/passwordReset", { email: "nobody@example.com", passwd: "0".repeat(32) }, 2],
    ["/package/packageList", { countryCode: 460 }, 2],
    ["/package/packageList", { type: 1 }, 2],
    ["/package/packageList", { type: 3, countryCode: 460 }, 2],
    ["/payment/webhook", {}, 2],
    [
      "/payment/webhook",
      { dateTime: 1e15, orderId: "7", payAmount: 1, payCurrency: "USD", type: "payment_intent.succeeded" },
      1102,
    ],
    [
      "/payment/webhook",
      { dateTime: 1, orderId: "7", payAmount: 1, payCurrency: "usd", type: "payment_intent.succeeded" },
      2,
    ],
    [
      "/payment/webhook",
      { dateTime: 1, orderId: "__proto__", payAmount: 1, payCurrency: "USD", type: "payment_intent.succeeded" },
      10008,
    ],
  ] as const)("%s with %j is %i", async ([path, body, code]) => {
    const sent = JSON.stringify({ partnerCode: "P001101", ...body });
    expect(await refused(path, { headers: JSON_TYPE, body: sent })).toMatchObject(failure(code));
  });
});

test("a path that belongs to nobody is a problem document", async () => {
  const response = await shop.sandbox.fetch("/somewhere/else");
  expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});
