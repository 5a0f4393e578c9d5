import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import { triedOnce } from "./tried-once.ts";

function aCase(rule: string, line: number, weight: Case["weight"] = "fast"): Case {
  return {
    rule: `fms:${rule}`,
    provider: "fms",
    operationId: rule.split(":")[0] ?? "",
    layer: "negatives",
    says: "it is refused",
    evidence: { grade: "documented", source: ["docs"] },
    needs: [],
    cost: "none",
    weight,
    place: { file: "spec.yaml", line, column: 1 },
    setup: [],
    steps: [],
    isUnchanging: true,
    kind: "steps",
  };
}

test("what stands at one place of a document is tried with the first operation that has it", () => {
  const cases = [
    aCase("look:negatives:type-number:body.id", 7),
    aCase("look:negatives:type-boolean:body.id", 7),
    aCase("look:negatives:type-number:body.name", 9),
    aCase("buy:negatives:type-number:body.id", 7),
    aCase("buy:negatives:type-number:body.count", 12),
    aCase("buy:negatives:type-null:body.count", 12, "full"),
  ];
  expect(triedOnce(cases).map(({ weight }) => weight)).toEqual(["fast", "fast", "fast", "full", "fast", "full"]);
  expect(triedOnce(cases).map(({ rule }) => rule)).toEqual(cases.map(({ rule }) => rule));
});
