import { describe, expect, test } from "vitest";
import { evaluate, fill } from "./expressions.ts";

const rows = [
  { id: "a", n: 1, tags: ["x"] },
  { id: "b", n: 2, tags: [] },
  { id: "c", n: 3, tags: ["x", "y"] },
];

test.for([
  ["a number", "12", 12],
  ["a text", "'USD'", "USD"],
  ["a path", "rows.id", ["a", "b", "c"]],
  ["a path that leads nowhere", "rows.none", undefined],
  ["a plain name", "word", "here"],
  ["an inherited name", "constructor", undefined],
  ["a comparison", "$count(rows[n > 1]) = 2", true],
  ["an instant in milliseconds", "$ms('2026-01-01T00:00:00+0000')", 1_767_225_600_000],
  ["a text that is no instant", "$ms('yesterday')", undefined],
  ["a duration", "$duration('2h')", 7_200_000],
  ["rows that fit a predicate", "$fitting(rows, 'n >= value', 2).id", ["b", "c"]],
  ["a single row that fits", "$fitting(rows, 'row.n = value', 2).id", "b"],
  ["rows by a predicate that says a number", "$count($fitting(rows, 'n', 0))", 0],
  ["values without repetition", "$unique(rows.id)", true],
  ["values with one", "$unique($append(rows.id, 'a'))", false],
  ["no values at all", "$unique(rows.none)", true],
  ["values that differ in depth only", "$unique(rows.tags)", false],
  ["the same rows in another order", "$same(rows, $reverse(rows))", true],
  ["rows in order", "$ordered(rows, 'a.n < b.n')", true],
  ["rows out of order", "$ordered($reverse(rows), 'a.n < b.n')", false],
] as const)("%s is worked out", async ([, expression, expected]) => {
  expect(await evaluate(expression, { rows, word: "here" })).toEqual(expected);
});

describe("functions of a world", () => {
  test("are called with each evaluation's own", async () => {
    const sum = (by: number) => ({ plus: (value: number) => value + by });
    expect([await evaluate("$plus(1)", {}, sum(1)), await evaluate("$plus(1)", {}, sum(10))]).toEqual([2, 11]);
  });

  test("may be what predicates of lists call", async () => {
    expect(await evaluate("$count(rows[$odd(n)])", { rows }, { odd: (n: number) => n % 2 === 1 })).toBe(2);
  });
});

test("an expression that fails names itself", async () => {
  await expect(evaluate("$length(5)", {})).rejects.toThrow("$length(5): ");
  await expect(evaluate("1 +", {})).rejects.toThrow("1 +: ");
});

test("a template is filled in, and members without a value are left out", async () => {
  const template = { who: "=word", "all of": ["=rows[0].n", "as it is"], gone: "=nothing" };
  expect(await fill(template, { rows, word: "here" })).toEqual({ who: "here", "all of": [1, "as it is"] });
});
