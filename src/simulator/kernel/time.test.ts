import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDuration } from "./time.ts";

test.for([
  ["500ms", 500],
  ["30s", 30_000],
  ["90m", 5_400_000],
  ["2h", 7_200_000],
  ["180d", 15_552_000_000],
  ["1.5h", 5_400_000],
  ["0s", 0],
  ["PT1H30M", 5_400_000],
  ["P180D", 15_552_000_000],
  ["P2W", 1_209_600_000],
  ["P1DT0.5S", 86_400_500],
] as const)("the duration %s is read", ([text, ms]) => {
  expect(parseDuration(text)).toBe(ms);
});

test.for([
  "",
  "2",
  "h",
  "-1h",
  "+1h",
  "2 h",
  "2H",
  "1e3s",
  "1.2345s",
  "P",
  "PT",
  "P1",
  "P1DT",
  "P1M",
  "P1Y",
  "1h30m",
  " 2h",
  "2h\n",
])("the text %j is no duration", (text) => {
  expect(parseDuration(text)).toBeNull();
});

test("a whole number of any unit is read exactly", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (count) => {
      expect([parseDuration(`${count}ms`), parseDuration(`${count}s`), parseDuration(`P${count}D`)]).toEqual([
        count,
        count * 1000,
        count * 86_400_000,
      ]);
    }),
  );
});
