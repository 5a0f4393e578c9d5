import { describe, expect, test } from "vitest";
import { readDocuments } from "../documents/read-documents.ts";
import { planContract } from "../plan-contract.ts";
import { LAYERS } from "./case.ts";
import { matchesRule } from "./match-rule.ts";
import { leavesNothing } from "./needs.ts";

const both = ["esimaccess", "fms"] as const;

describe("a plan", () => {
  test.for([
    ["of the last item of a list", "esimaccess:esimOrder:negatives:minimum-below:body.packageInfoList[2].count"],
    ["of a resource under another name", "esimaccess:esimSuspend:states:allowed-by-iccid:esim.downloaded"],
    ["of a wrong signature at each operation", "esimaccess:esimOrder:auth:signature-wrong"],
    ["of each type of notification", "esimaccess:webhookSave:webhooks:retried-orderStatus"],
    ["of a call without a body", "esimaccess:balanceQuery:positives:no-body"],
    ["of each operation that costs something", "esimaccess:esimTopup:races:throttled-has-no-effect"],
    ["of a token that is used", "fms:myEsimDetail:auth:token-not-prolonged:header.x-access-token"],
    [
      "of a query parameter that nobody knows",
      "fms:packageDetail:positives:additionalProperties-unknown-parameter:query",
    ],
  ] as const)("has a case %s", ([, rule]) => {
    const { cases } = planContract({ providers: both, profile: "sim-full", seed: 1, only: [rule] });
    expect(cases.map((one) => one.rule)).toEqual([rule]);
  });

  test.for([
    [
      "calls what is forbidden under each name",
      "esimSuspend:states:forbidden:esim.new",
      ["esimSuspend", "esimSuspend"],
    ],
    [
      "looks at the wallet around a purchase",
      "esimOrder:positives:thirty",
      ["balanceQuery", "esimOrder", "balanceQuery"],
    ],
    [
      "asks twice what must mean the same",
      "packageList:positives:additionalProperties-unknown-member:body",
      ["packageList", "packageList"],
    ],
  ] as const)("%s", ([, rule, calls]) => {
    const { cases } = planContract({ providers: both, profile: "sim-full", seed: 1, only: [`esimaccess:${rule}`] });
    const steps = cases.flatMap((one) => one.steps);
    expect(steps.flatMap((step) => ("call" in step ? [step.call] : [])).slice(0, calls.length)).toEqual(calls);
  });

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
