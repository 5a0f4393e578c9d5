import { expect, test } from "vitest";
import { problemOf } from "./step-problem.ts";

test("two long values that begin alike are shown from shortly before they differ", () => {
  const [expected, got] = [`${"a".repeat(900)}1 right`, `${"a".repeat(900)}2 wrong`];
  const problem = problemOf("they differ", { expected, got });
  expect([problem.expected?.endsWith("a1 right"), problem.got?.endsWith("a2 wrong")]).toEqual([true, true]);
  expect(problem.expected?.length).toBeLessThan(120);
});

test("short values are shown as they are, and objects as JSON", () => {
  expect(problemOf("no", { expected: { a: 1 }, got: "b" })).toEqual({
    message: "no",
    expected: '{"a":1}',
    got: "b",
    root: null,
  });
});

test("a long value is cut, and its length told", () => {
  expect(problemOf("no", { got: "x".repeat(700) }).got).toBe(`${"x".repeat(600)}... (700 characters)`);
});
