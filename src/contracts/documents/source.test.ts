import { expect, test } from "vitest";
import { parseSource, readSource } from "./source.ts";

function parsed(text: string) {
  const read = parseSource(text, "spec/x.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.source;
}

const text = `a:
  b/c: [1, {d: 2}]
  "200":
    e: x
f: &anchor
  g: 1
h: *anchor
`;

test.for([
  ["the root", "#", 1, 1],
  ["a member, by its name", "#/a", 1, 1],
  ["a name with a slash", "#/a/b~1c", 2, 3],
  ["an entry of a list", "#/a/b~1c/1", 2, 12],
  ["a member in flow style", "#/a/b~1c/1/d", 2, 13],
  ["a quoted number", "#/a/200/e", 4, 5],
  ["what an alias repeats, where it was written", "#/h/g", 6, 3],
  ["something unknown, at its nearest ancestor", "#/a/200/none/at/all", 3, 3],
] as const)("a pointer to %s has a line and a column", ([, pointer, line, column]) => {
  expect(parsed(text).placeOf(pointer)).toEqual({ file: "spec/x.yaml", line, column });
});

test("the value is plain JSON, aliases resolved", () => {
  expect(parsed(text).value).toEqual({ a: { "b/c": [1, { d: 2 }], "200": { e: "x" } }, f: { g: 1 }, h: { g: 1 } });
});

test.for([
  ["a bracket that is not closed", "a: [1, 2\nb: 3\n", 2, "yaml-syntax"],
  ["the same member twice", "a: 1\na: 2\n", 2, "yaml-syntax"],
  ["an alias without anchor", "a: 1\nb: *none\n", 2, "yaml-alias"],
  ["an alias that contains itself", "a: &a [*a]\n", 1, "yaml-alias"],
  ["two documents in one file", "a: 1\n---\nb: 1\n", 2, "yaml-syntax"],
] as const)("%s is refused with its line", ([, broken, line, rule]) => {
  const read = parseSource(broken, "spec/x.yaml");
  expect(read).toMatchObject({ ok: false, problems: [{ file: "spec/x.yaml", line, rule }] });
});

test("a file that does not exist is a problem, not an exception", () => {
  expect(readSource("/nowhere/at/all.yaml", "all.yaml")).toMatchObject({
    ok: false,
    problems: [{ file: "all.yaml", line: 1, column: 1, rule: "readable" }],
  });
});
