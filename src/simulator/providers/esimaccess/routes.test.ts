import { expect, test } from "vitest";
import { createSimulator } from "../../index.ts";
import { Partner, partners } from "./testing/partner.ts";

const open = partners();
const BALANCE = { success: true, errorCode: "0", errorMsg: null, obj: { balance: 10_000_000 } };
const UNREADABLE = { success: false, errorCode: "000104", errorMsg: "request json invalid", obj: null };

test.for([
  ["absent", undefined, BALANCE],
  ["empty", "", BALANCE],
  ["white space", " \n", BALANCE],
  ["{}", "{}", BALANCE],
  ["full of unknown members", '{"pager":7,"__proto__":{"a":1},"constructor":null}', BALANCE],
  ["malformed", "{", UNREADABLE],
  ["an array", "[]", UNREADABLE],
  ["a number", "1", UNREADABLE],
  ["null", "null", UNREADABLE],
  ["a string", '"{}"', UNREADABLE],
  ["nested too deep", `{"a":${"[".repeat(70)}${"]".repeat(70)}}`, UNREADABLE],
  ["over a mebibyte", JSON.stringify({ a: "x".repeat(1_048_577) }), UNREADABLE],
] as const)("a body that is %s is answered", async ([, body, answer]) => {
  const partner = await open();
  const response = await partner.send("balance/query", body === undefined ? {} : { body });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual(answer);
});

test("bytes that are no UTF-8 are refused", async () => {
  const partner = await open();
  const response = await partner.send("balance/query", { body: new Uint8Array([0x7b, 0xff, 0x7d]) });
  expect(await response.json()).toEqual(UNREADABLE);
});

test.for([
  ["application/json", "{}", "0"],
  ["application/json; charset=utf-8", "{}", "0"],
  ["Application/JSON", "{}", "0"],
  ["application/vnd.shop+json", "{}", "0"],
  ["text/plain", "{}", "000104"],
  ["application/x-www-form-urlencoded", "{}", "000104"],
  ["application/jsonp", "{}", "000104"],
  ["text/plain", "", "0"],
  ["application/x-www-form-urlencoded", "", "0"],
] as const)("the content type %s with the body %j is answered %s", async ([type, body, code]) => {
  const partner = await open();
  const response = await partner.send("balance/query", { headers: { "content-type": type }, body });
  expect(await response.json()).toMatchObject({ errorCode: code });
});

test.for([
  ["an unknown path", "POST", "region/list", {}, 200, "404", "path not found"],
  ["an unknown path by option", "POST", "region/list", { strictHttpStatus: true }, 404, "404", "path not found"],
  ["a private path", "POST", "esim/realtimeBalance/query", {}, 200, "404", "path not found"],
  ["GET", "GET", "balance/query", {}, 200, "000103", "request method not supported"],
  ["PUT by option", "PUT", "balance/query", { strictHttpStatus: true }, 405, "000103", "request method not supported"],
] as const)(
  "%s is answered in the provider's dialect",
  async ([, method, path, options, status, errorCode, errorMsg]) => {
    const partner = await open(options);
    const response = await partner.send(path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ success: false, errorCode, errorMsg, obj: null });
  },
);

test.for([
  ['"0"', "0", "0"],
  ["null by option", "null", null],
] as const)("the errorCode of a success is %s", async ([, successErrorCode, errorCode]) => {
  const partner = await open({ successErrorCode });
  expect(await partner.call("balance/query")).toEqual({ ...BALANCE, errorCode });
  const list = await partner.call("package/list", { packageCode: "ES_3_30" });
  expect(list.errorCode).toBe(errorCode);
});

test.for([
  ["101013 at status 200", {}, 200, "101013", "the system is busy, please try again later, [1]", null],
  [
    "900001 by option",
    { rateLimitAnswer: "900001" },
    200,
    "900001",
    "the system is busy, please try again later",
    null,
  ],
  [
    "status 429 by option",
    { rateLimitAnswer: "429" },
    429,
    "101013",
    "the system is busy, please try again later, [1]",
    "1",
  ],
] as const)(
  "the ninth request in a second gets %s and is not executed",
  async ([, options, status, errorCode, errorMsg, retryAfter]) => {
    await using simulator = await createSimulator({ rateLimit: "enforce", options: { esimaccess: options } });
    const partner = new Partner(await simulator.tenant(), simulator.fetch);
    for (let index = 0; index < 8; index += 1) expect(await partner.codeOf("balance/query")).toBe("0");
    const order = { transactionId: "t", packageInfoList: [{ packageCode: "ES_1_7", count: 1 }] };
    const response = await partner.send("esim/order", { body: JSON.stringify(order) });
    expect(response.status).toBe(status);
    expect(response.headers.get("retry-after")).toBe(retryAfter);
    expect(await response.json()).toEqual({ success: false, errorCode, errorMsg, obj: null });
    await partner.handle.clock.advance("1s");
    expect(await partner.balance()).toBe(10_000_000);
  },
);

test("while the clock stands, too many requests are answered and journalled", async () => {
  const partner = await open();
  for (let index = 0; index < 9; index += 1) expect(await partner.codeOf("balance/query")).toBe("0");
  expect(await partner.handle.journal.list({ kind: "rate-limit-exceeded" })).toHaveLength(1);
});

test("a fault answers with any code of the provider, and with no other", async () => {
  const partner = await open();
  const fault = { provider: "esimaccess", operationId: "balanceQuery", phase: "before", times: 1 } as const;
  await partner.handle.faults.add({ ...fault, effect: { kind: "provider-error", code: "200009" } });
  expect(await partner.call("balance/query")).toMatchObject({
    errorCode: "200009",
    errorMsg: "the order status is abnormal",
  });
  await expect(
    partner.handle.faults.add({ ...fault, effect: { kind: "provider-error", code: "999" } }),
  ).rejects.toThrow();
});
