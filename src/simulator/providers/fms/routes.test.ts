import { describe, expect, test } from "vitest";
import { CHINA, DIGEST, useSandbox } from "./testing/fms-tenant.ts";

const sandbox = useSandbox();
const JSON_HEADERS = { "content-type": "application/json" } as const;
const UNKNOWN_PATH = { code: 2, data: null, message: "no such path" } as const;
const TOKEN_REFUSED = { code: 7, data: null, message: "token expired" } as const;

const WITH_TOKEN = [
  "/package/preOrderPackage",
  "/v1.1/package/preOrderPackage",
  "/package/queryOrdStatusAndEmail",
  "/order/myEsimDetail",
  "/v1.1/order/myEsimDetail",
  "/package/selectTopUpList",
  "/package/topUpOrder",
] as const;

const CATALOGUE = [
  ["/package/countryPackageList", {}],
  ["/package/packageList", { countryCode: 460, type: 1 }],
  ["/package/queryCountry", {}],
  ["/package/selectContinentsCode", {}],
  ["/package/selectPackageByContinents", { continentsCode: "AS" }],
  ["/package/selectHotPackage", {}],
  ["/package/detail", { id: 1001 }],
] as const;

const WITHOUT_TOKEN = [
  "/user/emailVerificationCode",
  "/user/emailRegister",
  "/user/emailLogin",
  "/user/login",
  "/user/passwordReset",
  "/package/packageList",
  "/v1.1/package/packageList",
  "/package/selectPackageByContinents",
  "/payment/webhook",
] as const;

describe("tokens", () => {
  test.for(WITH_TOKEN)("%s refuses every token that is not good with 7, whatever the body holds", async (path) => {
    const shop = await sandbox.open();
    const other = await sandbox.open();
    const good = await shop.register();
    const unknown = `${good.slice(0, 8)}${"0".repeat(24)}`;
    for (const token of [undefined, "", "x", "0".repeat(32), unknown]) {
      expect((await shop.post(path, {}, token)).body).toEqual(TOKEN_REFUSED);
      expect((await shop.post(path, { partnerCode: "nonsense" }, token)).body).toEqual(TOKEN_REFUSED);
    }
    expect((await shop.post(path, { partnerCode: other.partnerCode }, good)).code).toBe(2);
    expect((await shop.post(path, [], good)).code).toBe(2);
  });

  test.for(WITHOUT_TOKEN)("%s asks for no token, and an unknown one does not matter", async (path) => {
    const shop = await sandbox.open();
    for (const token of [undefined, "0".repeat(32)]) expect((await shop.post(path, {}, token)).code).toBe(2);
  });

  test.for(CATALOGUE)("%s asks for a token as in version 1.0 by option", async ([path, body]) => {
    const shop = await sandbox.open();
    const token = await shop.register();
    expect((await shop.post(path, body)).code).toBe(0);
    await shop.setOptions({ requireTokenLikeV10: true });
    expect((await shop.post(path, body)).body).toEqual(TOKEN_REFUSED);
    expect((await shop.post(path, { type: {} })).body).toEqual(TOKEN_REFUSED);
    expect((await shop.post(path, body, token)).code).toBe(0);
  });

  test("the paths under /v1.1 never ask for one (FMS-P03)", async () => {
    const shop = await sandbox.open({ requireTokenLikeV10: true });
    expect((await shop.post("/v1.1/package/packageList", { countryCode: 460, type: 1 })).code).toBe(0);
    expect((await shop.get("/v1.1/package/detail?id=1001")).code).toBe(0);
    expect((await shop.get("/package/detail?id=1001")).code).toBe(7);
  });
});

describe("tenants", () => {
  test("the default tenant has the partner P001101, in either letter case", async () => {
    const shop = await sandbox.open();
    for (const partnerCode of ["P001101", "p001101"]) {
      const answer = await shop.post("/package/countryPackageList", { partnerCode });
      expect(answer.code).toBe(0);
    }
    expect(await shop.handle.journal.list({ kind: "exchange" })).toEqual([]);
    expect(shop.partnerCode).toMatch(/^P\d{6}$/);
    expect(shop.partnerCode).not.toBe("P001101");
  });

  test("a partner code of nobody is refused with 2", async () => {
    const shop = await sandbox.open();
    for (const path of ["/package/countryPackageList", "/package/queryCountry"]) {
      expect((await shop.post(path, { partnerCode: "P000000" })).body).toEqual({
        code: 2,
        data: null,
        message: "wrong parameters: no such partner",
      });
    }
  });

  test("a token leads to its tenant without a partner code", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    const headers = { ...JSON_HEADERS, "X-Access-Token": token };
    const init = { method: "POST", headers, body: JSON.stringify({ orderId }) };
    expect((await shop.send("/package/queryOrdStatusAndEmail", init)).data["orderPayStatus"]).toBe(1);
  });

  test("a token and a partner code of two tenants are refused with 2", async () => {
    const [shop, other] = [await sandbox.open(), await sandbox.open()];
    const token = await shop.register();
    const body = { email: "x@example.com", passwd: DIGEST };
    expect((await other.post("/user/emailRegister", body, token)).code).toBe(2);
    for (const { handle } of [shop, other]) {
      const heard = await handle.journal.list({ kind: "exchange" });
      expect(heard.filter(({ code }) => code === "2")).toEqual([]); // it stands in the default tenant's journal
    }
  });

  test("without credentials X-Sim-Tenant names the tenant", async () => {
    const shop = await sandbox.open();
    await shop.setPackage({ onSale: false });
    expect((await shop.get("/package/detail?id=1001")).code).toBe(2);
    expect((await shop.get("/package/detail?id=1001", { "x-sim-tenant": "default" })).code).toBe(0);
    expect((await shop.get("/package/detail?id=1001", { "x-sim-tenant": "nobody" })).code).toBe(2);
    expect((await shop.get("/package/detail?id=1001&partnerCode=P001101")).code).toBe(0);
  });
});

describe("paths", () => {
  test.for(["/package/selectHotPackage", "/v1.1/order/myEsimDetail"])("%s is served under /fms too", async (path) => {
    const shop = await sandbox.open();
    expect((await shop.post(`/fms${path}`, {})).status).toBe(200);
    await shop.setOptions({ contextPath: "/fms" });
    const atRoot = await shop.post(path, {});
    expect((await shop.post(`/fms${path}`, {})).status).toBe(200);
    expect([atRoot.status, atRoot.body]).toEqual([404, UNKNOWN_PATH]);
  });

  test.for([
    "/package/pacakge/packageList",
    "/package/queryOrdStatus",
    "/package/syncPackages",
    "/v1.1/package/queryOrdStatusAndEmail",
    "/v1.1/user/emailLogin",
    "/user",
    "/fms",
    "/fms/fms/user/login",
  ])("%s is unknown", async (path) => {
    const shop = await sandbox.open();
    const answer = await shop.post(path, {});
    expect([answer.status, answer.body]).toEqual([404, UNKNOWN_PATH]);
  });

  test("another method gets 405, unless an option hides the path", async () => {
    const shop = await sandbox.open();
    for (const [method, path] of [
      ["GET", "/user/emailLogin"],
      ["PUT", "/package/detail"],
      ["DELETE", "/fms/order/myEsimDetail"],
    ] as const) {
      const answer = await shop.send(path, { method });
      expect([answer.status, answer.body]).toEqual([405, { code: 2, data: null, message: "method not allowed" }]);
    }
    expect((await shop.get("/v1.1/payment/webhook")).status).toBe(404);
    await shop.setOptions({ serveV11Webhook: true });
    expect((await shop.get("/v1.1/payment/webhook")).status).toBe(405);
  });
});

describe("bodies that cannot be read", () => {
  test.for([
    ["empty", "", JSON_HEADERS, "request body is empty"],
    ["no JSON", "{", JSON_HEADERS, "request body is not readable JSON"],
    ["too deep", "[".repeat(100) + "]".repeat(100), JSON_HEADERS, "request body is not readable JSON"],
    ["too large", `"${"x".repeat(1_100_000)}"`, JSON_HEADERS, "request body is too large"],
    ["a form", "a=b", { "content-type": "application/x-www-form-urlencoded" }, "request body is not readable JSON"],
    ["text", "{}", { "content-type": "text/plain" }, "request body is not declared as application/json"],
  ] as const)("a body that is %s gets 400, before the token is looked at", async ([, body, headers, message]) => {
    const shop = await sandbox.open();
    for (const path of ["/user/emailLogin", "/package/preOrderPackage", "/package/detail"]) {
      const answer = await shop.send(path, { method: "POST", headers, body });
      expect([answer.status, answer.body]).toEqual([400, { code: 2, data: null, message }]);
    }
  });

  test("the charset may be named", async () => {
    const shop = await sandbox.open();
    const headers = { "content-type": "application/json; charset=utf-8" };
    const answer = await shop.send("/package/selectContinentsCode", { method: "POST", headers, body: "{}" });
    expect(answer.code).toBe(0);
  });
});

describe("faults", () => {
  test.for([
    ["2", "wrong parameters"],
    ["7", "token expired"],
    ["1102", "time conversion failed"],
    ["3004", "order system exception"],
    ["3005", "qr code is missing"],
    ["6006", "PreOrder Timeout"],
    ["9999", "error"],
    ["10008", "paypal The callback has no order number"],
    ["10009", "price inconsistent"],
  ] as const)("code %s can be injected and leaves nothing behind", async ([code, message]) => {
    const shop = await sandbox.open();
    const orderId = await shop.preOrder(await shop.register());
    const effect = { kind: "provider-error", code } as const;
    await shop.handle.faults.add({ provider: "fms", operationId: "paymentWebhook", phase: "before", effect, times: 1 });
    expect((await shop.notify(orderId)).body).toEqual({ code: Number(code), data: null, message });
    expect((await shop.notify(orderId)).code).toBe(0);
  });

  test("3005 at the webhook keeps the order reserved (FMS-P30)", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    const effect = { kind: "provider-error", code: "3005" } as const;
    await shop.handle.faults.add({ provider: "fms", operationId: "paymentWebhook", phase: "before", effect, times: 1 });
    await shop.notify(orderId);
    expect((await shop.status(orderId, token)).data).toEqual({ orderPayStatus: 0 });
  });

  test("a code that FMS does not have is refused when the rule is written", async () => {
    const shop = await sandbox.open();
    const effect = { kind: "provider-error", code: "0000" } as const;
    const fault = { provider: "fms", operationId: null, phase: "before", effect } as const;
    await expect(shop.handle.faults.add(fault)).rejects.toThrow();
  });
});

test("strange values are refused or ignored, never a failure of ours", async () => {
  const shop = await sandbox.open();
  const token = await shop.register();
  const strange: readonly unknown[] = [
    null,
    [],
    {},
    true,
    -0,
    1e308,
    2 ** 53 + 2,
    -1,
    "",
    "__proto__",
    "constructor",
    "9".repeat(64),
    { toString: "x" },
    "💥".repeat(200),
  ];
  const names = ["id", "orderId", "money", "email", "countryCode", "isoCountryName", "type", "partnerCode", "dateTime"];
  const paths = [...WITH_TOKEN, ...WITHOUT_TOKEN, ...CATALOGUE.map(([path]) => path)];
  const good = { ...CHINA, email: "a@example.com", passwd: DIGEST, orderId: "1", type: 1, continentsCode: "AS" };
  for (const [index, path] of paths.entries()) {
    for (const [offset, value] of strange.entries()) {
      const name = names[(index + offset) % names.length] ?? "id";
      const body = JSON.stringify({ ...good, partnerCode: shop.partnerCode, [name]: value });
      const answer = await shop.send(path, {
        method: "POST",
        headers: { ...JSON_HEADERS, "x-access-token": token },
        body: body.replace("{", '{"__proto__":{"partnerCode":"P000000"},'),
      });
      expect([answer.status, [0, 2, 1102, 10008].includes(Number(answer.code))]).toEqual([200, true]);
    }
  }
});
