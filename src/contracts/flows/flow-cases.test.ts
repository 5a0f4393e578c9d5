import { expect, test } from "vitest";
import type { EffectRule } from "../documents/semantics.ts";
import { parseSource } from "../documents/source.ts";
import { specificationOf } from "../testing/specification.ts";
import { flowCases, flowSources } from "./flow-cases.ts";
import { readFlows } from "./read-arazzo.ts";
import { KEEPER, SHELF } from "./testing/shelf-flows.ts";

const TEXT = `arazzo: 1.0.1
info: { title: Shelf, version: "1" }
sourceDescriptions: [ { name: fms, url: ./s.yaml, type: openapi }, { name: admin, url: ./a.yaml, type: openapi } ]
workflows:
  - workflowId: look
    summary: Look at the shelf
    x-evidence: { grade: observed, source: [ a, DEC-1 ] }
    steps: [ { stepId: list, operationId: $sourceDescriptions.fms.listBooks } ]
  - workflowId: fill
    steps:
      - { stepId: look, workflowId: look }
      - stepId: add
        operationId: $sourceDescriptions.fms.addBook
        x-expect-webhook: { name: added, within: 60s }
  - workflowId: age
    steps: [ { stepId: wait, operationId: $sourceDescriptions.admin.advance } ]
`;

test("each workflow is a case with the needs, the cost and the evidence of all that it runs", () => {
  const source = parseSource(TEXT, "spec/fms/flows.arazzo.yaml");
  const read = source.ok ? readFlows(source.source, flowSources({ fms: SHELF, admin: KEEPER })) : source;
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const effects = (cost: EffectRule["cost"]): { readonly effects: EffectRule } => ({
    effects: { cost, evidence: { grade: "documented", source: [] } },
  });
  const operationParts = { listBooks: effects("none"), addBook: effects("refundable") };
  const spec = specificationOf({
    provider: "fms",
    document: { paths: (SHELF as { paths: object }).paths },
    operationParts,
  }); // the fixture has them
  const cases = flowCases(spec, read.flows);
  expect(cases[0]).toEqual({
    rule: "fms:flow:flows:look",
    provider: "fms",
    operationId: "flow",
    layer: "flows",
    says: "Look at the shelf",
    evidence: { grade: "observed", source: ["a", "DEC-1"] },
    needs: [],
    cost: "none",
    weight: "fast",
    place: { file: "spec/fms/flows.arazzo.yaml", line: 5, column: 5 },
    setup: [],
    steps: [],
    isUnchanging: false,
    kind: "flow",
    subject: "look",
  });
  expect(cases.map(({ subject, needs, cost }) => [subject, needs, cost])).toEqual([
    ["look", [], "none"],
    ["fill", ["clock", "spending", "webhooks"], "refundable"],
    ["age", ["clock"], "none"],
  ]);
});
