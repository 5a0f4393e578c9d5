import { describe, expect, test } from "vitest";
import type { LawRule } from "../documents/semantics.ts";
import { evaluate } from "../run/expressions.ts";
import { brokenLaw, KeptLaws } from "./laws.ts";

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

describe("what was judged before", () => {
  const row = { n: 1 };
  const rows = law({ each: "data", holds: "row.n > 0" });

  async function evaluations(rule: LawRule, answers: readonly Readonly<Record<string, unknown>>[]): Promise<number> {
    const kept = new KeptLaws();
    let count = 0;
    for (const variables of answers) {
      await brokenLaw(
        rule,
        variables,
        (expression, seen) => {
          if (expression === rule.holds) count += 1;
          return evaluate(expression, seen);
        },
        kept,
      );
    }
    return count;
  }

  test("is not judged again", async () => {
    expect(await evaluations(rows, [{ data: [row, { n: 1 }, { n: 2 }] }, { data: [{ n: 2 }] }])).toBe(2);
  });

  test("is judged again where what the law looks at is another", async () => {
    const compared = law({ each: "data", holds: "row.n = request.n" });
    expect(
      await evaluations(compared, [
        { data: [row], request: { n: 1 } },
        { data: [row], request: { n: 2 } },
      ]),
    ).toBe(2);
    const alike = { data: [row], request: { n: 1 } };
    expect(await evaluations(compared, [alike, { ...alike, clock: 7 }])).toBe(1);
  });

  test("is judged again when it broke its law", async () => {
    const kept = new KeptLaws();
    for (let round = 0; round < 2; round += 1) {
      expect(await brokenLaw(rows, { data: [{ n: -1 }] }, evaluate, kept)).not.toBeNull();
    }
  });
});
