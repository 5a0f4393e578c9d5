import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "../kernel/random.ts";
import { activationCode, drawEid, isEid, luhnDigit, profileIdentity, taggedKey, tagOf, tenantTag } from "./identity.ts";

const serials = fc.integer({ min: 1, max: 99_999_999_999 });
const stream = () => randomStream(1, "identity");

/** The Luhn test in its usual form, from the right, over the whole number. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

test("an ICCID has 19 digits of no country, ends in its Luhn digit, and belongs to one serial only", () => {
  fc.assert(
    fc.property(serials, serials, (one, other) => {
      const [first, second] = [profileIdentity(one, stream()).iccid, profileIdentity(other, stream()).iccid];
      expect(first).toMatch(/^8999001\d{12}$/);
      expect(passesLuhn(first)).toBe(true);
      expect(first === second).toBe(one === other);
    }),
  );
});

test("the first 20,000 profiles have ICCIDs and IMSIs of their own", () => {
  const random = stream();
  const all = Array.from({ length: 20_000 }, (_, n) => profileIdentity(n + 1, random));
  expect(new Set(all.map(({ iccid }) => iccid)).size).toBe(20_000);
  expect(new Set(all.map(({ imsi }) => imsi)).size).toBe(20_000);
});

test.for([2, 5])("ICCIDs do not repeat before all serials are used: not after one part of %i", (parts) => {
  // The range is a power of ten, so a step that shares a factor with it would come round after that part of it.
  expect(profileIdentity(1 + 100_000_000_000 / parts, stream()).iccid).not.toBe(profileIdentity(1, stream()).iccid);
});

test("a profile has an IMSI of the test network, a matching ID, a PIN and a PUK", () => {
  const { imsi, matchingId, pin, puk } = profileIdentity(42, stream());
  expect(imsi).toBe("001010000000042");
  expect([matchingId, pin, puk]).toEqual([
    expect.stringMatching(/^[0-9A-F]{32}$/),
    expect.stringMatching(/^\d{4}$/),
    expect.stringMatching(/^\d{8}$/),
  ]);
});

test.for([
  ["7992739871", "3"],
  ["0", "0"],
  ["8", "3"],
  ["899900100000000001", "2"],
] as const)("the Luhn digit of %s is %s", ([digits, digit]) => {
  expect(luhnDigit(digits)).toBe(digit);
});

test("a drawn EID has 32 digits and is 1 modulo 97", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const eid = drawEid(randomStream(seed, "eid"));
      expect(eid).toMatch(/^89049032\d{24}$/);
      expect(BigInt(eid) % 97n).toBe(1n);
    }),
  );
});

test.for([
  ["a valid number", "89049032000000000000000000000066", true],
  ["another check digit", "89049032000000000000000000000067", false],
  ["31 digits", "8904903200000000000000000000063", false],
  ["a letter", "8904903200000000000000000000006x", false],
  ["nothing", "", false],
] as const)("an EID is told from %s", ([, text, valid]) => {
  expect(isEid(text)).toBe(valid);
});

test("the activation code names the server and the profile", () => {
  expect(activationCode({ smdpHost: "smdp.example.com", matchingId: "A1" })).toBe("LPA:1$smdp.example.com$A1");
});

test("a tagged key has 32 digits and leads back to its tenant", () => {
  const key = taggedKey("team-a", stream());
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(tagOf(key)).toBe(tenantTag("team-a"));
  expect(tenantTag("team-a")).not.toBe(tenantTag("team-b"));
});

test.for(["", "abc", "g".repeat(32), "a".repeat(33), "A".repeat(32), "../../etc/passwd"])(
  "%j is no tagged key",
  (text) => {
    expect(tagOf(text)).toBeNull();
  },
);
