import { expect, test } from "vitest";
import { contradictionIn, type Predicate } from "./fault-predicates.ts";

test.for<readonly [string, Predicate, string | null]>([
  ["an equality", { eq: "a" }, null],
  ["an equality that its pattern admits", { eq: "abc", matches: "b" }, null],
  ["an open range", { gt: 5 }, null],
  ["a range with something inside", { gt: 5, lt: 6 }, null],
  ["a list of which one fits", { in: [1, 9], lt: 5 }, null],
  ["nothing at all", {}, "it names no condition"],
  ["an empty range", { gt: 5, lt: 5 }, "nothing is greater than 5 and less than 5"],
  ["a range turned round", { gt: 6, lt: 5 }, "nothing is greater than 6 and less than 5"],
  ["an empty list", { in: [] }, "an empty list holds nothing"],
  ["equal and different", { eq: "a", ne: "a" }, 'a value cannot be "a" and differ from it'],
  ["equal and outside of the list", { eq: "a", in: ["b"] }, '"a" does not satisfy the other conditions'],
  ["a list that is all outside", { in: [7, 9], lt: 5 }, "7 or 9 does not satisfy the other conditions"],
  ["an equality that its pattern refuses", { eq: "abc", matches: "^b" }, '"abc" does not satisfy the other conditions'],
  ["a pattern that is none", { matches: "(" }, '"(" is no regular expression'],
  ["absent and equal", { exists: false, eq: 1 }, "what does not exist cannot satisfy another condition"],
])("%s is told possible or not", ([, predicate, contradiction]) => {
  expect(contradictionIn(predicate)).toBe(contradiction);
});
