import { expect, test } from "vitest";
import { checkOption, decimal, flag, integer, oneOf, optionValues, parseOption } from "./options.ts";

const table = {
  signed: flag(false, "P-01", "Asks for a signature at the door."),
  speed: oneOf(["slow", "fast"], "slow", "P-02", "How parcels travel."),
  attempts: integer({ minimum: 1, maximum: 5, default: 3 }, "P-03", "Attempts to hand a parcel over."),
  weightKg: decimal({ minimum: 0.1, maximum: 30, default: 1 }, "P-04", "Weight of a parcel in kilograms."),
} as const;

test.for([
  ["a switch", "signed", true],
  ["one of its words", "speed", "fast"],
  ["the lowest whole number", "attempts", 1],
  ["the highest whole number", "attempts", 5],
  ["a number with a fraction", "weightKg", 0.1],
] as const)("an option takes %s", ([, option, value]) => {
  expect(checkOption(table, option, value)).toEqual({ ok: true, value });
});

test.for([
  ["a switch given as text", "signed", "true", "true or false"],
  ["a switch given as a number", "signed", 1, "true or false"],
  ["a word it does not know", "speed", "FAST", "one of slow, fast"],
  ["a number below its bound", "attempts", 0, "a whole number from 1 to 5"],
  ["a number above its bound", "attempts", 6, "a whole number from 1 to 5"],
  ["a fraction where whole numbers count", "attempts", 2.5, "a whole number from 1 to 5"],
  ["no number at all", "weightKg", Number.NaN, "a number from 0.1 to 30"],
  ["nothing", "weightKg", null, "a number from 0.1 to 30"],
] as const)("an option refuses %s and says what it takes", ([, option, got, expected]) => {
  expect(checkOption(table, option, got)).toEqual({
    ok: false,
    error: { code: "wrong-option-value", option, expected, got },
  });
});

test.for(["sped", "__proto__", "constructor", ""])(
  "there is no option %j, and the refusal lists those there are",
  (option) => {
    expect(checkOption(table, option, true)).toEqual({
      ok: false,
      error: { code: "unknown-option", option, expected: "one of signed, speed, attempts, weightKg", got: option },
    });
  },
);

test.for([
  ["signed", "true", true],
  ["signed", "false", false],
  ["speed", "fast", "fast"],
  ["attempts", "2", 2],
  ["weightKg", "2.5", 2.5],
] as const)("the text form of %s %s is read", ([option, text, value]) => {
  expect(parseOption(table, option, text)).toEqual({ ok: true, value });
});

test.for([
  ["signed", "yes"],
  ["attempts", "1e0"],
  ["attempts", ""],
  ["attempts", " 2"],
  ["attempts", "0x2"],
  ["weightKg", "2,5"],
  ["weightKg", "Infinity"],
] as const)("the text form of %s %j is refused", ([option, text]) => {
  expect(parseOption(table, option, text)).toMatchObject({
    ok: false,
    error: { code: "wrong-option-value", got: text },
  });
});

test("later overlays stand above earlier ones, and those above the defaults", () => {
  expect(optionValues(table)).toEqual({ signed: false, speed: "slow", attempts: 3, weightKg: 1 });
  expect(optionValues(table, { attempts: 1, signed: true }, { attempts: 2 })).toEqual({
    signed: true,
    speed: "slow",
    attempts: 2,
    weightKg: 1,
  });
});
