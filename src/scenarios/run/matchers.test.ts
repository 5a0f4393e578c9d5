import { expect, test } from "vitest";
import type { Matcher } from "../format/scenario.ts";
import { mismatches, names } from "./matchers.ts";

const ANSWER = { obj: { list: [{ state: "NEW", bytes: 5 }], text: "LPA:1$host", none: null } };

test.for<[string, string, Matcher, string | null]>([
  ["an equal value", "obj.list[0].state", "NEW", null],
  ["another value", "obj.list[0].state", "USED", 'obj.list[0].state must be "USED", got "NEW"'],
  ["an equal list", "obj.list", [{ state: "NEW", bytes: 5 }], null],
  ["null", "obj.none", null, null],
  ["a member that is not there", "obj.gone", null, "obj.gone must be null, got nothing"],
  ["an object", "obj.list[0]", { is: { state: "NEW", bytes: 5 } }, null],
  ["something else", "obj.list[0].state", { not: "USED" }, null],
  ["what must differ", "obj.list[0].state", { not: "NEW" }, 'obj.list[0].state must not be "NEW", got "NEW"'],
  ["the least", "obj.list[0].bytes", { atLeast: 5, atMost: 5 }, null],
  ["too little", "obj.list[0].bytes", { atLeast: 6 }, "obj.list[0].bytes must be at least 6, got 5"],
  ["too much", "obj.list[0].bytes", { atMost: 4 }, "obj.list[0].bytes must be at most 4, got 5"],
  ["a count", "obj.list", { count: 1 }, null],
  ["another count", "obj.list", { count: 2 }, 'obj.list must have 2 entries, got [{"state":"NEW","bytes":5}]'],
  ["what is there", "obj.text", { exists: true }, null],
  ["what must not be there", "obj.text", { exists: false }, 'obj.text must not be there, got "LPA:1$host"'],
  ["a part of a text", "obj.text", { contains: "host" }, null],
  ["an entry of a list", "obj.list", { contains: { state: "NEW", bytes: 5 } }, null],
  ["no part of it", "obj.text", { contains: "guest" }, 'obj.text must contain "guest", got "LPA:1$host"'],
  ["a text of a form", "obj.text", { matches: "^LPA:1" }, null],
  ["a text of another form", "obj.text", { matches: "^LPA:2" }, 'obj.text must match ^LPA:2, got "LPA:1$host"'],
])("%s is judged", ([, path, matcher, problem]) => {
  expect(mismatches(ANSWER, { [path]: matcher })).toEqual(problem === null ? [] : [problem]);
});

test("a value is found anywhere, whole and as text", () => {
  expect([names(ANSWER, "NEW"), names(ANSWER, "5"), names(ANSWER, "NE")]).toEqual([true, true, false]);
});
