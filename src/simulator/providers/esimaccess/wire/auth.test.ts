import { expect, test } from "vitest";
import { type Partner, partners } from "../testing/partner.ts";
import { credentialsOf, type SignedParts, signatureOf } from "./auth.ts";

const open = partners({ rateLimit: "off" });
const REQUEST_ID = "4ce9d9cdac9e4e17b3a2c66c358c1ce2";
const BODY = Buffer.from('{"imsi":"326543826"}');
const PUBLISHED = "7eb765e27df5373dea2dbc8c41a7d9557743e46c8054750f3d851b3fd01d0835";

test.for([
  ["as published", BODY.toString(), true],
  ["with a space in the body", '{"imsi": "326543826"}', false],
  ["with an empty body", "", false],
] as const)("the published example of a signature is reproduced only %s", ([, body, isSame]) => {
  const parts = { timestamp: "1628670421", requestId: REQUEST_ID, accessCode: "11111", body: Buffer.from(body) };
  expect(signatureOf(parts, "1111").toString("hex") === PUBLISHED).toBe(isSame);
});

test("credentials follow from the tenant", () => {
  expect(credentialsOf("default")).toEqual({ accessCode: "test-access-code", secretKey: "test-secret-key" });
  expect(credentialsOf("shop")).toEqual({ accessCode: "test-access-code-shop", secretKey: "test-secret-key-shop" });
});

const NOW = "1767225600000"; // where the tenant's clock stands

/** The three headers of a signed request. */
function signed(partner: Partner, changes: Partial<SignedParts> = {}, key?: string): Record<string, string> {
  const { accessCode } = partner;
  const parts = { timestamp: NOW, requestId: REQUEST_ID, accessCode, body: Buffer.from("{}"), ...changes };
  const signature = signatureOf(parts, key ?? accessCode.replace("access-code", "secret-key")).toString("hex");
  return { "rt-timestamp": parts.timestamp, "rt-requestid": parts.requestId, "rt-signature": signature };
}

async function codeWith(partner: Partner, headers: Record<string, string>, body = "{}"): Promise<string> {
  const response = await partner.send("balance/query", { headers, body });
  return ((await response.json()) as { errorCode: string }).errorCode; // the envelope that every answer has
}

const STRICT = { enforceSignature: true, timestampReference: "tenant" } as const;
const DASHED = "4ce9d9cd-ac9e-4e17-b3a2-c66c358c1ce2";

test.for([
  ["a fitting signature", {}, "0"],
  ["a dashed request id", { requestId: DASHED }, "0"],
  ["ten digits of seconds", { timestamp: "1767225600" }, "0"],
  ["a time 300 seconds ago", { timestamp: "1767225300000" }, "0"],
  ["a time over 300 seconds ago", { timestamp: "1767225299999" }, "101001"],
  ["a time over 300 seconds ahead", { timestamp: "1767225900001" }, "101001"],
  ["a signature over another body", { body: Buffer.from('{"a":1}') }, "101003"],
  ["eleven digits", { timestamp: "17672256000" }, "000102"],
  ["a request id that is no UUID", { requestId: "4ce9d9cd" }, "000102"],
] as const)("an enforced signature answers %s", async ([, changes, code]) => {
  const partner = await open(STRICT);
  expect(await codeWith(partner, signed(partner, changes))).toBe(code);
});

test.for([
  [
    "an upper-case signature",
    (all: Record<string, string>) => ({ ...all, "rt-signature": all["rt-signature"]?.toUpperCase() ?? "" }),
    "0",
  ],
  ["a short signature", (all: Record<string, string>) => ({ ...all, "rt-signature": "abc" }), "000102"],
  ["a blank signature", (all: Record<string, string>) => ({ ...all, "rt-signature": " " }), "000101"],
  ["no signature headers", () => ({}), "0"],
  ["a timestamp alone", () => ({ "rt-timestamp": NOW }), "000101"],
] as const)("an enforced signature treats %s", async ([, change, code]) => {
  const partner = await open(STRICT);
  expect(await codeWith(partner, change(signed(partner)))).toBe(code);
});

test("a signature covers the body's bytes as they were sent", async () => {
  const partner = await open(STRICT);
  const body = '{ "größe" :1}';
  expect(await codeWith(partner, signed(partner, { body: Buffer.from(body) }), body)).toBe("0");
});

test.for([
  ["ignored by default", {}, "0"],
  ["missed when it is required", { requireSignature: true }, "000101"],
] as const)("an absent signature is %s", async ([, options, code]) => {
  const partner = await open(options);
  expect(await codeWith(partner, {})).toBe(code);
});

test.for([
  ["refused by default", false, "101003"],
  ["accepted by option", true, "0"],
] as const)("a signature keyed by the access code is %s", async ([, allowAccessCodeKey, code]) => {
  const partner = await open({ ...STRICT, allowAccessCodeKey });
  expect(await codeWith(partner, signed(partner, {}, partner.accessCode))).toBe(code);
});

test("a wrong signature is ignored by default, as observed", async () => {
  const partner = await open();
  expect(await codeWith(partner, { "rt-signature": "00", "rt-timestamp": "x", "rt-requestid": "y" })).toBe("0");
});

test.for([
  ["wall time", "wall", "101001"],
  ["the tenant's clock", "tenant", "0"],
] as const)("timestamps are compared with %s", async ([, timestampReference, code]) => {
  const partner = await open({ enforceSignature: true, timestampReference, signatureToleranceSeconds: 60 });
  expect(await codeWith(partner, signed(partner))).toBe(code);
});

const WRONG = { success: false, obj: null };

test.for([
  ["missing", undefined, "000101", "Req Header:[RT-AccessCode] is null"],
  ["blank", "  ", "000101", "Req Header:[RT-AccessCode] is null"],
  ["unknown", "11111", "401001", "authentication failed"],
  ["of a tenant that is not there", "test-access-code-nobody", "401001", "authentication failed"],
  ["of the default tenant, but spelled out", "test-access-code-default", "401001", "authentication failed"],
  ["sent twice", "test-access-code, test-access-code", "401001", "authentication failed"],
] as const)("an access code that is %s is refused", async ([, code, errorCode, errorMsg]) => {
  const partner = await open();
  const response = await partner.raw("balance/query", code === undefined ? {} : { "rt-accesscode": code });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ...WRONG, errorCode, errorMsg });
});

test("an unknown access code is 000101 by option of the tenant that X-Sim-Tenant names", async () => {
  const partner = await open({ unknownAccessCode: "000101" });
  const response = await partner.raw("balance/query", { "rt-accesscode": "11111", "x-sim-tenant": partner.handle.id });
  expect(await response.json()).toMatchObject({ errorCode: "000101" });
  const [last] = (await partner.handle.journal.list({ kind: "exchange" })).slice(-1);
  expect(last).toMatchObject({ code: "000101" });
});
