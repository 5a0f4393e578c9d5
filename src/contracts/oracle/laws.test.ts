import { describe, expect, test } from "vitest";
import type { LawRule } from "../documents/semantics.ts";
import { evaluate } from "../run/expressions.ts";
import { Laws, type LawViolation } from "./laws.ts";

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
  const broken = await brokenBy([rule], variables);
  expect(broken.map((violation) => (violation === null ? [] : [[violation.expected, violation.got]]))).toEqual([
    expected,
  ]);
});

async function brokenBy(
  rules: readonly LawRule[],
  variables: Readonly<Record<string, unknown>>,
): Promise<readonly (LawViolation | null)[]> {
  const verdicts = await new Laws(rules, evaluate).judge(variables);
  return [...verdicts.values()];
}

test("of laws that are judged in one go only those that are broken are told, each with the first row that breaks it", async () => {
  const rules = [
    law({ each: "data", holds: "row.n > 0" }),
    law({ each: "data", holds: "row.n < 5", got: "row.n" }),
    law({ each: "data", holds: "$length(row.n) > 0" }),
    law({ each: "data", holds: "row.nothing" }),
  ];
  const broken = await brokenBy(rules, { data: [{ n: 1 }, { n: 6 }, { n: 7 }] });
  expect(broken.map((violation) => violation?.got)).toEqual([undefined, "6", expect.stringContaining("$length"), null]);
});

test("laws about the clock are left out where there is none", async () => {
  const rules = [law({ holds: "data.at <= clock" }), law({ holds: "data.at > 0" })];
  expect(await brokenBy(rules, { data: { at: 1 }, clock: null })).toEqual([null]);
  expect(await brokenBy(rules, { data: { at: 1 }, clock: 0 })).toEqual([
    expect.objectContaining({ seen: { at: 1 } }),
    null,
  ]);
});

describe("what was judged before", () => {
  const row = { n: 1 };
  const rows = law({ each: "data", holds: "row.n > 0" });

  async function evaluations(rule: LawRule, answers: readonly Readonly<Record<string, unknown>>[]): Promise<number> {
    let count = 0;
    const laws = new Laws([rule], (expression, seen) => {
      if (expression.includes(rule.holds)) count += 1;
      return evaluate(expression, seen);
    });
    for (const variables of answers) await laws.judge(variables);
    return count;
  }

  test("is not judged again", async () => {
    expect(await evaluations(rows, [{ data: [row, { n: 1 }, { n: 2 }] }, { data: [{ n: 2 }] }])).toBe(2);
  });

  test("is judged again where what the law looks at is another", async () => {
    const compared = law({ each: "data", holds: "row.n <= request.n" });
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
    const laws = new Laws([rows], evaluate);
    for (let round = 0; round < 2; round += 1) {
      expect((await laws.judge({ data: [{ n: -1 }] })).get(rows)).not.toBeNull();
    }
  });
});
