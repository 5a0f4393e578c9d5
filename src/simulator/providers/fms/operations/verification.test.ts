import { expect, test } from "vitest";
import { DIGEST, type FmsTenant, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();
const LOGIN = { email: "traveller@example.com", passwd: DIGEST };

/** Asks for a code and reads it from the mail. */
async function mailedCode(shop: FmsTenant): Promise<string> {
  await shop.post("/user/emailVerificationCode", { email: LOGIN.email });
  const mail = (await shop.handle.mails.list()).at(-1);
  return /\b\d{4}\b/.exec(mail?.text ?? "")?.[0] ?? "";
}

test("a code is mailed without a token (FMS-P01)", async () => {
  const shop = await sandbox.open();
  const answer = await shop.post("/user/emailVerificationCode", { email: "Traveller@example.com", appId: 14 });
  expect(answer.body).toEqual({ code: 0, data: null, message: "success", messageSourceHandler: {} });
  const mails = await shop.handle.mails.list();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    provider: "fms",
    to: "Traveller@example.com",
    subject: "Your verification code",
    text: expect.stringMatching(/^Your verification code is \d{4}\. It is good for ten minutes\.$/),
    attachments: [],
  });
});

test("nobody looks at the code by default", async () => {
  const shop = await sandbox.open();
  expect((await shop.post("/user/emailRegister", { ...LOGIN, verifyCode: 1 })).code).toBe(0);
});

test.for(["/user/emailRegister", "/user/passwordReset"])(
  "%s demands the mailed code when it is enforced",
  async (path) => {
    const shop = await sandbox.open();
    if (path === "/user/passwordReset") await shop.register();
    await shop.setOptions({ verifyCode: "enforce" });
    expect((await shop.post(path, { ...LOGIN })).code).toBe(2);
    const verifyCode = await mailedCode(shop);
    expect(await shop.post(path, { ...LOGIN, verifyCode: `1${verifyCode}` })).toMatchObject({
      code: 2,
      message: "wrong parameters: the verification code is wrong or too old",
    });
    expect((await shop.post(path, { ...LOGIN, verifyCode: Number(verifyCode) })).code).toBe(0);
  },
);

test("a code is used up by the call that it let through", async () => {
  const shop = await sandbox.open({ verifyCode: "enforce" });
  const verifyCode = await mailedCode(shop);
  expect((await shop.post("/user/emailRegister", { ...LOGIN, verifyCode })).code).toBe(0);
  expect((await shop.post("/user/passwordReset", { ...LOGIN, verifyCode })).code).toBe(2);
});

test("only the code that was mailed last counts", async () => {
  const shop = await sandbox.open({ verifyCode: "enforce" });
  const first = await mailedCode(shop);
  const second = await mailedCode(shop);
  expect(first).not.toBe(second);
  expect((await shop.post("/user/emailRegister", { ...LOGIN, verifyCode: first })).code).toBe(2);
  expect((await shop.post("/user/emailRegister", { ...LOGIN, verifyCode: second })).code).toBe(0);
});

test("a code that was sent as a number is compared with its leading zeros", async () => {
  const shop = await sandbox.open({ verifyCode: "enforce" });
  let code = "";
  for (let mail = 0; mail < 100 && !code.startsWith("0"); mail += 1) code = await mailedCode(shop);
  expect(code).toMatch(/^0\d{3}$/);
  expect((await shop.post("/user/emailRegister", { ...LOGIN, verifyCode: Number(code) })).code).toBe(0);
});

test.for([
  ["one millisecond before ten minutes", "599999ms", 0],
  ["at exactly ten minutes", "10m", 2],
] as const)("a code %s gets its answer", async ([, age, code]) => {
  const shop = await sandbox.open({ verifyCode: "enforce" });
  const verifyCode = await mailedCode(shop);
  await shop.handle.clock.advance(age);
  expect((await shop.post("/user/emailRegister", { ...LOGIN, verifyCode })).code).toBe(code);
});
