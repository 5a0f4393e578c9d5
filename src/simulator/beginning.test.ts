import { expect, test } from "vitest";
import { beginningOf, readOptions } from "./beginning.ts";
import type { OptionValue } from "./kernel/options.ts";
import { esimAccessOptions } from "./providers/esimaccess/index.ts";
import { fmsOptions } from "./providers/fms/index.ts";

const tables = { esimaccess: esimAccessOptions, fms: fmsOptions };

const everyValue = Object.entries(tables).flatMap(([provider, table]) =>
  Object.entries(table).flatMap(([option, { kind, default: byDefault }]) => {
    const values: readonly OptionValue[] =
      kind.type === "enum" ? kind.values : kind.type === "boolean" ? [true, false] : [byDefault];
    return values.map((value) => [provider, option, value] as const);
  }),
);

test.for(everyValue)("%s.%s can be set to the text of %j", ([provider, option, value]) => {
  expect(readOptions({ [provider]: { [option]: String(value) } }, tables)).toEqual({ [provider]: { [option]: value } });
});

test("a number that a file has for a word is that word", () => {
  const read = readOptions({ esimaccess: { rateLimitAnswer: 429 } }, tables);
  expect(read).toEqual({ esimaccess: { rateLimitAnswer: "429" } });
});

test.for([
  ["a provider of nobody", { other: {} }, 'options are set by provider, esimaccess or fms, got "other"'],
  ["an unknown option", { fms: { verifyCod: "x" } }, /fms\.verifyCod is no option; .*did you mean verifyCode\?/],
  ["a word of another option", { fms: { verifyCode: "1" } }, 'fms.verifyCode must be one of ignore, enforce, got "1"'],
  [
    "too large a number",
    { fms: { preOrderTimeoutMinutes: "9e9" } },
    /fms\.preOrderTimeoutMinutes must be a whole number/,
  ],
  ["a text for a switch", { esimaccess: { strictPager: "yes" } }, /esimaccess\.strictPager must be true or false/],
] as const)("%s is refused", ([, options, message]) => {
  expect(() => readOptions(options, tables)).toThrow(message);
});

test("tenants of one sandbox begin with seeds of their own, the default one with the given seed", () => {
  const seeds = ["default", "b", "c"].map((id) => beginningOf({ id }, { seed: 7 }, 0).seed);
  expect(seeds[0]).toBe(7);
  expect(new Set(seeds).size).toBe(3);
});
