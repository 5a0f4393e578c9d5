import { expect, test } from "vitest";
import { SlidingWindow } from "./rate-limit.ts";

test.for([
  ["eight at once", [0, 0, 0, 0, 0, 0, 0, 0], 8],
  ["a ninth at once", [0, 0, 0, 0, 0, 0, 0, 0, 0], 8],
  ["a ninth one millisecond too early", [0, 0, 0, 0, 0, 0, 0, 0, 999], 8],
  ["a ninth after a second", [0, 0, 0, 0, 0, 0, 0, 0, 1000], 9],
  ["refused ones, which do not count", [0, 0, 0, 0, 0, 0, 0, 0, 500, 600, 1000, 1000], 10],
  ["a window that slides", [0, 100, 200, 300, 400, 500, 600, 700, 1050, 1060, 1100], 10],
  ["a clock that began anew", [5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 0], 9],
] as const)("the limit of eight a second admits %s", ([, instants, admitted]) => {
  const window = new SlidingWindow(8);
  expect(instants.filter((at) => window.admit(at))).toHaveLength(admitted);
});
