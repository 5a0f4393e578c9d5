import { describe, expect, test } from "vitest";
import { DIGEST, OTHER_DIGEST, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();
const LOGIN = { email: "traveller@example.com", passwd: DIGEST };

describe("registration", () => {
  test("opens an account and issues a token in header and body (FMS-P07)", async () => {
    const shop = await sandbox.open();
    const answer = await shop.post("/user/emailRegister", { ...LOGIN, appId: 12, verifyCode: 3206 });
    expect(answer.status).toBe(200);
    expect(answer.token).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.body).toEqual({
      code: 0,
      data: { "x-access-token": answer.token, email: "traveller@example.com", userType: 4 },
      message: "success",
      messageSourceHandler: {},
    });
  });

  test("a mailbox is registered once, whatever its letter case", async () => {
    const shop = await sandbox.open();
    await shop.register();
    const again = await shop.post("/user/emailRegister", { ...LOGIN, email: "Traveller@Example.com" });
    expect(again.body).toEqual({
      code: 2,
      data: null,
      message: "wrong parameters: the address is registered already",
    });
    expect(again.token).toBeNull();
  });

  test("the user type is kept, as a number or as text", async () => {
    const shop = await sandbox.open();
    const registered = await shop.post("/user/emailRegister", { ...LOGIN, userType: "2", appId: "14" });
    expect(registered.data["userType"]).toBe(2);
    expect((await shop.post("/user/emailLogin", LOGIN)).data["userType"]).toBe(2);
  });

  test("two tenants may register the same mailbox", async () => {
    const [one, other] = [await sandbox.open(), await sandbox.open()];
    expect(await one.register()).not.toBe(await other.register());
  });
});

describe("login", () => {
  test.for(["/user/emailLogin", "/user/login"])(
    "%s issues a new token and keeps the older ones (FMS-P08)",
    async (path) => {
      const shop = await sandbox.open();
      const first = await shop.register();
      const second = await shop.post(path, { email: "TRAVELLER@example.com", passwd: DIGEST.toUpperCase() });
      expect(second.body).toEqual({
        code: 0,
        data: { "x-access-token": second.token, email: "traveller@example.com", userType: 4 },
        message: "success",
        messageSourceHandler: {},
      });
      expect(second.token).not.toBe(first);
      for (const token of [first, String(second.token)]) await shop.preOrder(token);
    },
  );

  test.for([
    ["an unknown mailbox", { email: "nobody@example.com", passwd: DIGEST }],
    ["a wrong password", { email: "traveller@example.com", passwd: OTHER_DIGEST }],
  ] as const)("%s is refused with 2", async ([, body]) => {
    const shop = await sandbox.open();
    await shop.register();
    const answer = await shop.post("/user/emailLogin", body);
    expect(answer.body).toEqual({
      code: 2,
      data: null,
      message: "wrong parameters: unknown user or wrong password",
    });
  });

  test("of more than a hundred tokens the oldest ends", async () => {
    const shop = await sandbox.open();
    const first = await shop.register();
    const second = String((await shop.post("/user/emailLogin", LOGIN)).token);
    for (let login = 0; login < 99; login += 1) await shop.post("/user/emailLogin", LOGIN);
    expect((await shop.status("1", first)).code).toBe(7);
    expect((await shop.status("1", second)).code).toBe(10008);
  });
});

describe("password reset", () => {
  test("replaces the password without a token and ends all tokens (FMS-P02, FMS-P08)", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    const reset = await shop.post("/user/passwordReset", { ...LOGIN, passwd: OTHER_DIGEST });
    expect(reset.body).toEqual({ code: 0, data: null, message: "success", messageSourceHandler: {} });
    expect((await shop.status("1", token)).code).toBe(7);
    expect((await shop.post("/user/emailLogin", LOGIN)).code).toBe(2);
    expect((await shop.post("/user/emailLogin", { ...LOGIN, passwd: OTHER_DIGEST })).code).toBe(0);
  });

  test("an unknown mailbox is refused with 2", async () => {
    const shop = await sandbox.open();
    expect(await shop.post("/user/passwordReset", LOGIN)).toMatchObject({
      code: 2,
      message: "wrong parameters: unknown user",
    });
  });
});

describe("tokens", () => {
  test.for([
    ["one millisecond before its lifetime", "259199999ms", 10008],
    ["at exactly its lifetime", "259200s", 7],
  ] as const)("a token %s gets its code", async ([, age, code]) => {
    const shop = await sandbox.open();
    const token = await shop.register();
    await shop.handle.clock.advance(age);
    expect((await shop.status("1", token)).code).toBe(code);
  });

  test("the lifetime is an option", async () => {
    const shop = await sandbox.open({ tokenLifetimeSeconds: 60 });
    const token = await shop.register();
    await shop.handle.clock.advance("59s");
    expect((await shop.status("1", token)).code).toBe(10008);
    await shop.handle.clock.advance("1s");
    expect((await shop.status("1", token)).body).toEqual({ code: 7, data: null, message: "token expired" });
  });

  test("passwords, tokens and codes never reach the journal", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    await shop.post("/user/passwordReset", { ...LOGIN, passwd: OTHER_DIGEST, verifyCode: "4711" });
    const journal = JSON.stringify(await shop.handle.journal.list());
    for (const secret of [token, DIGEST, OTHER_DIGEST, "4711"]) expect(journal).not.toContain(secret);
  });
});
