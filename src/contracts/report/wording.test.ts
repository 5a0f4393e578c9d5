import { expect, test } from "vitest";
import { counted, firstOf, grouped, lasting, percent, shortened, visible } from "./wording.ts";

test("numbers have their thousands apart, and nouns follow them", () => {
  expect([grouped(0), grouped(999), grouped(1041), grouped(1234567)]).toEqual(["0", "999", "1 041", "1 234 567"]);
  expect([counted(1, "case"), counted(1200, "case")]).toEqual(["1 case", "1 200 cases"]);
});

test.for([
  [0, "0 ms"],
  [999.4, "999 ms"],
  [4_240, "4.2 s"],
  [9_949, "9.9 s"],
  [9_950, "10 s"],
  [38_200, "38 s"],
  [125_000, "2 min 5 s"],
] as const)("%d milliseconds last %s", ([wallMs, text]) => {
  expect(lasting(wallMs)).toBe(text);
});

test("only all of it is 100 percent, and nothing to cover has no share", () => {
  expect([
    percent({ covered: 999, total: 1000 }),
    percent({ covered: 2, total: 2 }),
    percent({ covered: 0, total: 0 }),
  ]).toEqual([99, 100, null]);
});

test("what is left out is said", () => {
  expect(firstOf(["a", "b", "c"], 2)).toBe("a, b and 1 more");
  expect(shortened("abcdef", 4)).toBe("abcd... (2 more characters)");
});

test("control characters become visible, and lone surrogates are replaced", () => {
  expect(visible("a\n\u001b\ud800")).toBe("a\n\\u001b\uFFFD");
  expect(visible("a\n\tb", { isOneLine: true })).toBe("a\\n\\tb");
});
