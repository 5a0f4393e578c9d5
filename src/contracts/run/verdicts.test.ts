import { describe, expect, test } from "vitest";
import type { Deviation } from "../documents/deviations.ts";
import type { Case, Evidence } from "../plan/case.ts";
import type { Outcome } from "../report/events.ts";
import { aCase, aPlace, aProblem } from "../report/testing/sample-run.ts";
import { judgeDeviations } from "./judge-deviations.ts";
import { type Judged, type VerdictRules, verdictsOf } from "./verdicts.ts";

const documented: Evidence = { grade: "documented", source: ["docs"] };

function judged(rule: string, over: Partial<Omit<Judged, "one">> & { readonly one?: Partial<Case> } = {}): Judged {
  const [, operationId = "", layer = ""] = rule.split(":");
  const one: Case = {
    rule,
    provider: "fms",
    operationId,
    layer: layer as Case["layer"], // rules of this test name real layers
    says: "it holds",
    evidence: documented,
    needs: [],
    cost: "none",
    weight: "fast",
    place: aPlace(1),
    setup: [],
    steps: [],
    isUnchanging: false,
    kind: "steps",
    ...over.one,
  };
  const shown = aProblem({ root: rule, message: `${rule} is broken` });
  const problem = { message: shown.message, expected: null, got: null, root: null };
  return { problem, shown, skipped: null, isSetup: false, broken: [], requests: 1, wallMs: 1, ...over, one };
}

const rules: VerdictRules = { target: "in-process", deviations: [], isLive: false, today: "2026-03-01" };

function deviation(over: Partial<Deviation> = {}): Deviation {
  const dates = { since: "2026-01-01", expires: "2026-04-01" };
  return {
    rule: "fms:pay:effects:money",
    target: "*",
    reason: "known",
    evidence: "seen",
    place: aPlace(1),
    ...dates,
    ...over,
  };
}

const outcomes = (items: readonly Judged[], over: Partial<VerdictRules> = {}): string[] =>
  verdictsOf(items, { ...rules, ...over }).map(({ outcome }) => outcome);

describe("a failure that follows from another one", () => {
  test("is not judged: a combined case behind a simple one of the same operation", () => {
    expect(outcomes([judged("fms:pay:negatives:missing"), judged("fms:pay:effects:money")])).toEqual([
      "failed",
      "skipped",
    ]);
  });

  test.for([
    ["what is accepted and paid wrongly is behind the effect", "money pay", ["skipped", "failed"]],
    ["what is refused wrongly is before it", "refused pay", ["failed", "skipped"]],
  ] as const)("is not judged: %s", ([, root, verdicts]) => {
    const problem = { message: "it is broken", expected: null, got: null, root };
    const positive = judged("fms:pay:positives:text-form", { problem });
    expect(outcomes([positive, judged("fms:pay:effects:money")])).toEqual(verdicts);
  });

  test("is judged where the other one is of another operation", () => {
    expect(outcomes([judged("fms:log:negatives:missing"), judged("fms:pay:effects:money")])).toEqual([
      "failed",
      "failed",
    ]);
  });

  test.each<[string, Judged, Outcome]>([
    ["of its own operation", judged("fms:refund:effects:twice", { one: { isCombined: true } }), "skipped"],
    [
      "of an operation that it calls",
      judged("fms:log:auth:foreign-id", { one: { isCombined: true, steps: [{ call: "refund" }] } }),
      "skipped",
    ],
    [
      "of an operation that made its world",
      judged("fms:log:positives:rest", { one: { isCombined: true, setup: [{ call: "refund" }] } }),
      "skipped",
    ],
    [
      "of an operation that it does not call",
      judged("fms:log:effects:total", { one: { isCombined: true, steps: [{ call: "log" }] } }),
      "failed",
    ],
  ])("is not judged: a case that combines calls, behind a wrong effect %s", (_, item, outcome) => {
    expect(outcomes([item, judged("fms:refund:effects:money")])).toEqual([outcome, "failed"]);
  });

  test("is judged: a case that combines calls, where another one of its operations only accepts too much", () => {
    const combined = judged("fms:log:effects:total", { one: { isCombined: true, steps: [{ call: "refund" }] } });
    expect(outcomes([combined, judged("fms:refund:negatives:missing")])).toEqual(["failed", "failed"]);
  });

  test.each<[string, string, Outcome]>([
    ["of it, allowed or not", "fms:refund:states:forbidden:order.lost", "skipped"],
    ["of another state", "fms:refund:states:forbidden:order.new", "failed"],
    ["of a state whose name ends alike", "fms:refund:states:forbidden:order.not-order.lost", "failed"],
    ["of the parcel, not of the state", "fms:refund:effects:money", "failed"],
  ])("is not judged: where a state is not entered, a case %s", (_, rule, outcome) => {
    expect(outcomes([judged(rule), judged("fms:log:states:reached:order.lost")])).toEqual([outcome, "failed"]);
  });

  test("is not judged: a case whose own answers break their schema", () => {
    const schema = judged("fms:pay:responses:schema", { one: { kind: "exchanges", subject: "responses/pay/schema" } });
    expect(outcomes([schema, judged("fms:log:positives:usual", { broken: ["responses/pay/schema"] })])).toEqual([
      "failed",
      "skipped",
    ]);
  });

  test("is judged when the other one is only known", () => {
    const known = deviation({ rule: "fms:pay:negatives:missing" });
    const items = [judged("fms:pay:negatives:missing"), judged("fms:pay:effects:money")];
    expect(outcomes(items, { deviations: [known] })).toEqual(["known", "failed"]);
  });

  test("is judged when the other one only warns against a real backend", () => {
    const weak = judged("fms:pay:negatives:missing", { one: { evidence: { grade: "proposed", source: [] } } });
    expect(outcomes([weak, judged("fms:pay:effects:money")], { isLive: true })).toEqual(["passed", "failed"]);
  });
});

test("an expired deviation covers nothing any more", () => {
  const old = deviation({ expires: "2026-02-28" });
  expect(outcomes([judged("fms:pay:effects:money")], { deviations: [old] })).toEqual(["failed"]);
});

describe("a deviation", () => {
  const rule = "fms:pay:effects:money";
  test.for([
    ["that occurs is left alone", deviation(), aCase({ rule, outcome: "known" }), [], false],
    ["that no longer occurs fails the run", deviation(), aCase({ rule, outcome: "passed" }), ["gone"], true],
    [
      "that has expired fails the run",
      deviation({ expires: "2026-02-28" }),
      aCase({ rule, outcome: "failed" }),
      ["expired"],
      true,
    ],
    [
      "that covers no case is only told",
      deviation({ rule: "fms:other:*" }),
      aCase({ rule, outcome: "passed" }),
      ["unused"],
      false,
    ],
    ["whose case was not judged is only told", deviation(), aCase({ rule, outcome: "skipped" }), ["unused"], false],
    [
      "of another target says nothing",
      deviation({ target: "elsewhere" }),
      aCase({ rule, outcome: "passed" }),
      [],
      false,
    ],
  ] as const)("%s", ([, entry, result, states, isBad]) => {
    const told: string[] = [];
    const run = { results: [result], target: "in-process", today: "2026-03-01" };
    const bad = judgeDeviations([entry], run, (event) => event.event === "deviation" && told.push(event.state));
    expect([told, bad]).toEqual([states, isBad]);
  });
});
