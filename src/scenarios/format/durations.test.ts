import { expect, test } from "vitest";
import { durationMs, readMoment, shownDuration } from "./durations.ts";

test.for([
  ["500ms", 500],
  ["1.5s", 1_500],
  ["60m - 1ms", 3_599_999],
  ["1h+30m", 5_400_000],
  ["180d", 15_552_000_000],
  ["2 h", null],
  ["", null],
  ["1h -", null],
] as const)("the duration %j is %j milliseconds", ([text, ms]) => {
  expect(durationMs(text)).toBe(ms);
});

test.for([
  ["2h", { kind: "offset", from: null, ms: 7_200_000 }],
  ["2026-03-01T12:00:00Z", { kind: "instant", ms: Date.UTC(2026, 2, 1, 12) }],
  ["reserve", { kind: "offset", from: "reserve", ms: 0 }],
  ["reserve + 60m - 1ms", { kind: "offset", from: "reserve", ms: 3_599_999 }],
  ["reserve - 1ms", { kind: "offset", from: "reserve", ms: -1 }],
  ["2026-13-01T12:00:00Z", null],
  ["Reserve + 2h", null],
  ["reserve + soon", null],
] as const)("the moment %j is %j", ([text, moment]) => {
  expect(readMoment(text)).toEqual(moment);
});

test.for([
  [0, "0s"],
  [3_599_999, "59m 59.999s"],
  [90_061_000, "1d 1h 1m 1s"],
  [-500, "-0.5s"],
] as const)("%j milliseconds are shown as %j", ([ms, text]) => {
  expect(shownDuration(ms)).toBe(text);
});
