import { expect, test } from "vitest";
import { admitFault, type FaultRule, matchFaults } from "./faults.ts";
import { limits } from "./limits.ts";

function rule(over: Partial<FaultRule>): FaultRule {
  const effect = { kind: "reset" } as const;
  return {
    id: "f",
    seq: 1,
    provider: "parcels",
    operationId: "post",
    phase: "before",
    effect,
    times: null,
    hits: 0,
    ...over,
  };
}

test.for([
  ["its operation", {}, true],
  ["every operation when it names none", { operationId: null }, true],
  ["no other operation", { operationId: "fetch" }, false],
  ["no other provider", { provider: "letters" }, false],
  ["while hits are left", { times: 2, hits: 1 }, true],
  ["no more when it is spent", { times: 2, hits: 2 }, false],
] as const)("a rule strikes %s", ([, over, strikes]) => {
  const exchange = { provider: "parcels", operationId: "post" };
  expect(matchFaults([rule(over)], exchange)).toHaveLength(strikes ? 1 : 0);
});

test("rules strike in the order of their creation", () => {
  const rules = [rule({ id: "a" }), rule({ id: "b", operationId: "fetch" }), rule({ id: "c", operationId: null })];
  expect(matchFaults(rules, { provider: "parcels", operationId: "post" }).map(({ id }) => id)).toEqual(["a", "c"]);
});

test("a full list takes no further rule", () => {
  expect(admitFault(limits.faultRules - 1)).toEqual({ ok: true, value: null });
  expect(admitFault(limits.faultRules)).toEqual({ ok: false, error: { code: "too-many-faults", most: 200 } });
});
