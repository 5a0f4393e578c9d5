import { describe, expect, test } from "vitest";
import { readDocuments } from "../documents/read-documents.ts";
import { planContract } from "../plan-contract.ts";
import { LAYERS } from "./case.ts";
import { matchesRule } from "./match-rule.ts";
import { leavesNothing } from "./needs.ts";

const both = ["esimaccess", "fms"] as const;

describe("a plan", () => {
  test("is the same bytes for the same documents, profile and seed", () => {
    const options = { providers: both, profile: "sim-full", seed: 4 } as const;
    expect(JSON.stringify(planContract(options))).toBe(JSON.stringify(planContract(options)));
  });

  test("has the same rules for every seed", () => {
    const rulesOf = (seed: number): string[] =>
      planContract({ providers: both, profile: "sim-full", seed }).cases.map(({ rule }) => rule);
    expect(rulesOf(1)).toEqual(rulesOf(77));
  });

  test("names each rule once, by provider, operation and layer", () => {
    const { cases } = planContract({ providers: both, profile: "sim-full", seed: 1 });
    expect(new Set(cases.map(({ rule }) => rule)).size).toBe(cases.length);
    const odd = cases.filter(
      ({ rule, provider, operationId, layer }) => !rule.startsWith(`${provider}:${operationId}:${layer}:`),
    );
    expect(odd.map(({ rule }) => rule)).toEqual([]);
  });

  test.for(LAYERS)("has cases of the layer %s", (layer) => {
    const { cases } = planContract({ providers: both, profile: "sim-full", seed: 1, layers: [layer] });
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.every((one) => one.layer === layer)).toBe(true);
  });

  test("covers every operation of both documents", () => {
    const { cases } = planContract({ providers: both, profile: "sim-full", seed: 1 });
    const missing = [...readDocuments(both).specifications.values()].flatMap((spec) =>
      [...spec.operations.keys()].filter(
        (name) =>
          !cases.some((one) => one.operationId === name && one.kind === "steps" && one.provider === spec.provider),
      ),
    );
    expect(missing).toEqual([]);
  });

  test("for a real backend calls only what costs nothing and leaves nothing behind, and controls nothing", () => {
    const { cases } = planContract({ providers: both, profile: "live-read", seed: 1 });
    const { specifications } = readDocuments(both);
    expect(cases.length).toBeGreaterThan(100);
    for (const { steps, setup, needs, provider } of cases) {
      expect(needs).toEqual([]);
      const spec = specifications.get(provider);
      for (const step of [...setup, ...steps]) {
        if ("call" in step)
          expect([step.call, spec !== undefined && leavesNothing(spec, step.call)]).toEqual([step.call, true]);
        else expect("check" in step || "let" in step).toBe(true);
      }
    }
  });
});

test.for([
  ["the rule itself", "a:b:c[0].d*", "a:b:c[0].d*", true],
  ["a star for the rest", "a:b:*", "a:b:c:d", true],
  ["a star in the middle", "a:*:d", "a:b:c:d", true],
  ["another rule", "a:b", "a:b:c", false],
  ["brackets as they are", "a:c[0]*", "a:c0", false],
] as const)("a glob fits %s", ([, glob, rule, fits]) => {
  expect(matchesRule(glob, rule)).toBe(fits);
});
