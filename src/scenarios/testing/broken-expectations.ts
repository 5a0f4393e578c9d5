import type { Conditions, Expect, Matcher, Scenario } from "../format/scenario.ts";

/** A scenario with one expectation turned into one that does not hold, and which. */
export interface BrokenScenario {
  readonly what: string;
  readonly scenario: Scenario;
}

/** Breaks each expectation of a scenario in turn. */
export function brokenExpectations(scenario: Scenario): BrokenScenario[] {
  return scenario.steps.flatMap((step, index) =>
    brokenForms(step.expect ?? {}).map(([what, expect]) => ({
      what: `${scenario.name}, step ${index + 1}: ${what}`,
      scenario: {
        ...scenario,
        steps: scenario.steps.map((one, number) => (number === index ? { ...one, expect } : one)),
      },
    })),
  );
}

function brokenForms(expect: Expect): [string, Expect][] {
  const forms: [string, Expect][] = [];
  const { code, ...withoutCode } = expect;
  if (code !== undefined) forms.push(["code", { ...withoutCode, success: true }]);
  if (expect.answer !== undefined) forms.push(["answer", { success: true }]);
  if (expect.money !== undefined) forms.push(["money", { ...expect, money: { spends: 123_457 } }]);
  if (expect.webhookOrder !== undefined) {
    forms.push(["webhookOrder", { ...expect, webhookOrder: [...expect.webhookOrder, "DATA_USAGE"] }]);
  }
  for (const [path, matcher] of Object.entries(expect.members ?? {})) {
    forms.push([path, { ...expect, members: { ...expect.members, [path]: opposite(matcher) } }]);
  }
  for (const name of ["webhooks", "mails", "journal"] as const) {
    for (const index of (expect[name] ?? []).keys()) forms.push([`${name}[${index}]`, recounted(expect, name, index)]);
  }
  return forms;
}

/** Another count than the right one. */
function recounted(expect: Expect, name: "webhooks" | "mails" | "journal", index: number): Expect {
  const list = expect[name] ?? [];
  return { ...expect, [name]: list.map((one, at) => (at === index ? { ...one, count: (one.count ?? 0) + 7 } : one)) };
}

function opposite(matcher: Matcher): Matcher {
  if (typeof matcher !== "object" || matcher === null || "length" in matcher) return { not: matcher };
  const conditions: Conditions = matcher;
  return { ...conditions, exists: conditions.exists === false };
}
