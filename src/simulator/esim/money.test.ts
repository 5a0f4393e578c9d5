import fc from "fast-check";
import { expect, test } from "vitest";
import { type Account, credit, debit, decimalOf, parseAmount } from "./money.ts";

const account: Account = { id: "a", provider: "parcels", balance: { amount: 10_000, currency: "USD" } };

test.for([
  ["a whole number", 12, 120_000],
  ["a decimal", 12.5, 125_000],
  ["a text with trailing zeros", "12.50", 125_000],
  ["the smallest amount", "0.0001", 1],
  ["nothing", 0, 0],
  ["the largest amount", "99999999999.9999", 999_999_999_999_999],
] as const)("an amount is read from %s", ([, value, amount]) => {
  expect(parseAmount(value)).toBe(amount);
});

test.for([
  ["five decimals", "0.00001"],
  ["a sum in floating point", 0.1 + 0.2],
  ["a negative number", -1],
  ["an exponent", 1e21],
  ["a tiny number", 1e-7],
  ["no number", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a number too long", "100000000000"],
  ["an open fraction", "12."],
  ["a comma", "12,5"],
  ["white space", " 12"],
  ["hexadecimal", "0x10"],
  ["nothing", ""],
] as const)("%s is no amount", ([, value]) => {
  expect(parseAmount(value)).toBeNull();
});

test("an amount written as a decimal is read back exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (amount) => {
      expect(parseAmount(decimalOf(amount))).toBe(amount);
    }),
  );
});

test.for([
  ["less than it holds", 9999, 1],
  ["all it holds", 10_000, 0],
] as const)("a wallet pays %s", ([, amount, left]) => {
  expect(debit(account, amount)).toEqual({
    ok: true,
    value: { ...account, balance: { amount: left, currency: "USD" } },
  });
});

test("a wallet never pays more than it holds", () => {
  expect(debit(account, 10_001)).toEqual({
    ok: false,
    error: { code: "insufficient-balance", balance: 10_000, needed: 10_001 },
  });
});

test("what is debited and credited again leaves the wallet as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (amount) => {
      const paid = debit(account, amount);
      expect(paid.ok && credit(paid.value, amount)).toEqual(account);
    }),
  );
});
