import { expect, test } from "vitest";
import type { LawRule } from "../documents/semantics.ts";
import { evaluate } from "../run/expressions.ts";
import { brokenLaw } from "./laws.ts";

const law = (parts: Partial<LawRule>): LawRule => ({
  name: "sum",
  says: "the sum is right",
  holds: "data.a + data.b = data.sum",
  evidence: { grade: "documented", source: [] },
  ...parts,
});

test.for([
  ["holds", law({}), { data: { a: 1, b: 2, sum: 3 } }, []],
  ["does not hold", law({}), { data: { a: 1, b: 2, sum: 4 } }, [[null, null]]],
  [
    "says what was seen",
    law({ got: "data.sum", expected: "data.a + data.b" }),
    { data: { a: 1, b: 2, sum: 4 } },
    [["3", "4"]],
  ],
  ["holds for every row", law({ each: "data", holds: "row.n > 0" }), { data: [{ n: 1 }, { n: 2 }] }, []],
  [
    "does not hold for one row",
    law({ each: "data", holds: "row.n > 0", got: "row.n" }),
    { data: [{ n: 1 }, { n: -2 }] },
    [[null, "-2"]],
  ],
  ["has no rows", law({ each: "data.none", holds: "false" }), { data: {} }, []],
] as const)("a law that %s is judged so", async ([, rule, variables, expected]) => {
  const broken = await brokenLaw(rule, variables, evaluate);
  expect(broken === null ? [] : [[broken.expected, broken.got]]).toEqual(expected);
});
