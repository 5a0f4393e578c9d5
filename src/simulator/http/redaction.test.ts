import fc from "fast-check";
import { expect, test } from "vitest";
import { hideActivationCodes, redactText, redactValue } from "./redaction.ts";

test.for([
  "passwd",
  "password",
  "newPassword",
  "x-access-token",
  "token",
  "secretKey",
  "signature",
  "Authorization",
  "verifyCode",
  "verificationCode",
  "verfiyCode",
  "sign",
  "apiKey",
  "private_key",
  "api-key",
  "accessCode",
  "RT-AccessCode",
  "credentials",
  "Set-Cookie",
  "hmac",
])("a value under the name %s is masked", (name) => {
  expect(redactValue({ [name]: "hunter2", other: [{ [name]: { deep: 1 } }] })).toEqual({
    [name]: "***",
    other: [{ [name]: "***" }],
  });
});

test.for([
  ["plain JSON", '{"a": 1}'],
  ["plain text", "a=1"],
  ["nothing", ""],
] as const)("a body without secrets stays as it was sent: %s", ([, text]) => {
  expect(redactText(text)).toBe(text);
});

test.for(["passwd=hunter2", "x-access-token: hunter2"])("a body that is only the text %j is masked", (text) => {
  expect(redactText(JSON.stringify(text))).toBe("***");
});

test("a name that only begins like a secret's stays", () => {
  expect(redactText('{"signal":1,"design":2}')).toBe('{"signal":1,"design":2}');
});

test.for([
  ["a form", "user=a&passwd=hunter2"],
  ["half a body", '{"passwd":"hunter2"'],
  ["half a body with escapes", '{"p\\u0061sswd":"hunter2"'],
] as const)("what may hold a secret and cannot be read is left out: %s", ([, text]) => {
  expect(redactText(text)).toBe("(left out: not JSON, may hold a secret)");
});

test("a long body is cut, with its length", () => {
  expect(redactText("x".repeat(16_384))).toHaveLength(16_384);
  expect(redactText("x".repeat(20_000))).toBe(`${"x".repeat(16_384)}… (20000 characters)`);
});

test("a __proto__ member is copied, not obeyed", () => {
  expect(redactText('{"__proto__":{"passwd":"hunter2"}}')).toBe('{"__proto__":{"passwd":"***"}}');
});

test("a secret is masked wherever it stands and however its name is escaped", () => {
  const escaped = (name: string) =>
    [...name].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  fc.assert(
    fc.property(
      fc.constantFrom("passwd", "token", "secretKey"),
      fc.jsonValue({ maxDepth: 3 }),
      fc.boolean(),
      (name, beside, isEscaped) => {
        const member = `"${isEscaped ? escaped(name) : name}":"hunter2"`;
        expect(redactText(`{"beside":${JSON.stringify(beside)},"inside":[{${member}}]}`)).not.toContain("hunter2");
      },
    ),
  );
});

test("activation codes and the pages that show them can be hidden", () => {
  const text = '{"ac":"LPA:1$rsp.example.com$0A1B","qr":"http://127.0.0.1/qr/0a1b.png","list":["LPA:1$x$y"]}';
  expect(hideActivationCodes(text)).toBe('{"ac":"LPA:1$***","qr":"http://127.0.0.1/qr/***.png","list":["LPA:1$***"]}');
});
