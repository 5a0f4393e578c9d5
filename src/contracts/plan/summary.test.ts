import { expect, test } from "vitest";
import { UNKNOWN_EVIDENCE } from "../documents/evidence.ts";
import type { Node } from "../documents/specification.ts";
import { renderPlan } from "../report/plan-lines.ts";
import { type SpecificationParts, specificationOf } from "../testing/specification.ts";
import type { Case, Plan, Step } from "./case.ts";
import { summaryOf } from "./summary.ts";

const evidence = UNKNOWN_EVIDENCE;

/** A shop that sells boxes: two examples of its list name prices. */
const listAnswers = { one: { value: { obj: [{ price: 250 }] } }, more: { value: { obj: [{ price: 900 }, {}] } } };
const document: Node = {
  paths: {
    "/list": {
      get: {
        operationId: "list",
        responses: { "200": { content: { "application/json": { examples: listAnswers } } } },
      },
    },
    "/wallet": { get: { operationId: "wallet" } },
    "/buy": {
      post: {
        operationId: "buy",
        requestBody: {
          content: { "application/json": { schema: { properties: { count: { const: 1 } }, required: ["count"] } } },
        },
      },
    },
    "/break": { post: { operationId: "break" } },
  },
};

const parts: SpecificationParts = {
  document,
  money: { call: "wallet", value: "data", scale: 100, currency: "USD", evidence },
  catalogue: { lists: [{ call: "list", rows: "data" }], codes: ["code"], price: "price", picks: {}, evidence },
  operationParts: {
    list: { effects: { cost: "none", evidence } },
    wallet: { effects: { cost: "none", evidence } },
    buy: {
      effects: {
        cost: "refundable",
        leaves: "order",
        debit: "$price('box') * request.count",
        creates: { resource: "box", count: "request.count", list: { call: "list", rows: "data" } },
        evidence,
      },
    },
    break: { effects: { cost: "sunk", leaves: "state", evidence } },
  },
};

function planOf(cases: readonly Partial<Case>[], profile = "sim-full"): Plan {
  const whole = cases.map(
    (one, index): Case => ({
      rule: `esimaccess:buy:effects:${index}`,
      provider: "esimaccess",
      operationId: "buy",
      layer: "effects",
      says: "",
      evidence,
      needs: [],
      cost: "refundable",
      weight: "fast",
      place: { file: "test.yaml", line: 1, column: 1 },
      setup: [],
      steps: [],
      isUnchanging: false,
      kind: "steps",
      ...one,
    }),
  );
  return { profile, seed: 1, hash: "0123456789ab", providers: ["esimaccess"], cases: whole };
}

const summarized = (cases: readonly Partial<Case>[], profile?: string) =>
  summaryOf(planOf(cases, profile), [specificationOf(parts)]);

test("purchases, packages and what they create are counted by what their requests ask for", async () => {
  const steps: readonly Step[] = [
    { call: "buy" },
    { call: "buy", with: { count: 3 } },
    { repeat: 2, steps: [{ together: [{ call: "buy" }, { call: "buy", expect: { outcome: "any" } }] }] },
  ];
  const { atRisk, requests } = await summarized([{ steps }]);
  expect([requests, atRisk[0]?.purchases, atRisk[0]?.packages, atRisk[0]?.examplePrice]).toEqual([6, 6, 8, 9]);
  expect(atRisk[0]?.operations).toEqual([
    { operationId: "buy", cost: "refundable", leaves: "order", calls: 6, refused: 0, packages: 8, creates: { box: 8 } },
  ]);
});

test("a call that must be refused is no purchase, but stays a risk", async () => {
  const refused: Step = { call: "buy", expect: { outcome: "refused", codes: ["1"] } };
  const { atRisk } = await summarized([{ steps: [refused] }]);
  expect([atRisk[0]?.purchases, atRisk[0]?.operations[0]?.refused]).toEqual([0, 1]);
});

test("a request that only a run can work out counts as one package", async () => {
  const { atRisk } = await summarized([{ steps: [{ call: "buy", with: { count: "=picks.many" } }] }]);
  expect(atRisk[0]?.packages).toBe(1);
});

test("cases that change nothing share their beginning, and look at the wallet before, after and after each 24", async () => {
  const shared = { setup: [{ call: "buy" }], steps: [{ call: "list" }], isUnchanging: true } as const;
  const simulated = await summarized([shared, shared]);
  const live = await summarized([shared, shared], "live-read");
  expect([simulated.atRisk[0]?.purchases, simulated.requests, live.requests]).toEqual([1, 5, 3]);
  const many = await summarized(Array.from({ length: 49 }, () => shared));
  expect(many.requests).toBe(1 + 49 + 1 + 3);
});

test("without a wallet a call that cannot be undone pays for one package", async () => {
  const { money: _, ...poor } = parts;
  const { atRisk } = await summaryOf(planOf([{ steps: [{ call: "break" }] }]), [specificationOf(poor)]);
  expect([atRisk[0]?.packages, atRisk[0]?.currency, atRisk[0]?.examplePrice]).toEqual([1, null, 900]);
});

test("a plan is told with its money, what it creates and what cannot be undone", async () => {
  const plan = planOf([
    {
      steps: [
        { call: "buy", with: { count: 120 } },
        { call: "buy", expect: { outcome: "refused", codes: ["1"] } },
      ],
    },
    { steps: [{ call: "break" }] },
    { kind: "model", layer: "model" },
  ]);
  expect(renderPlan(plan, await summaryOf(plan, [specificationOf(parts)]))).toEqual([
    "plan 0123456789ab: 3 cases, profile sim-full, seed 1; nothing was sent",
    "  effects          2",
    "  model            1",
    "requests: about 3; at six a second 0.1 minutes",
    "money at risk: 0.00 on a sandbox, where all money is simulated; on a backend that charges",
    "  esimaccess  1 purchase of 120 packages: 1 080.00 USD at 9.00 USD each, the dearest example of the documents; real prices are known once the catalogue was read",
    "  and 1 purchase that must be refused, and would cost as much if not",
    "created or changed: order 1, box 120, state 1",
    "cannot be undone: break 1 (state)",
    "not counted above: 1 case whose calls are chosen while they run (flows, model)",
  ]);
});

test("a plan without purchases risks no money and leaves nothing", async () => {
  const plan = planOf([{ steps: [{ call: "list" }] }], "live-read");
  expect(renderPlan(plan, await summaryOf(plan, [specificationOf(parts)])).slice(-3)).toEqual([
    "money at risk: none; no call of this plan costs anything",
    "created or changed: nothing",
    "cannot be undone: nothing",
  ]);
});
