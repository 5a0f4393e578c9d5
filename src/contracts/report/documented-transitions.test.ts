import { expect, test } from "vitest";
import { withDocumentedTransitions } from "./documented-transitions.ts";
import type { Coverage } from "./events.ts";
import { aCase } from "./testing/sample-run.ts";

const none = { covered: 0, total: 0, missing: [] };

/** An order that is paid by a notice, expires by the clock, and must not be paid twice or too late. */
function coverageWith(reached: "covered" | "open"): Coverage {
  const forbidden = { by: "pay", kind: "forbidden", reached } as const;
  return {
    provider: "fms",
    operations: none,
    statuses: none,
    errorCodes: none,
    constraints: none,
    webhooks: none,
    allowedTransitions: { covered: 1, total: 1, missing: [] },
    forbiddenTransitions: none,
    machines: [
      {
        resource: "order",
        states: ["reserved", "paid", "expired"],
        edges: [
          { from: "reserved", to: "paid", by: "pay", kind: "allowed", reached: "covered" },
          { from: "reserved", to: "expired", by: "event", kind: "allowed", reached: "open" },
          { from: "paid", to: "paid", ...forbidden },
          { from: "expired", to: "expired", ...forbidden },
        ],
      },
    ],
    deliveries: [],
  };
}

test("forbidden pairs that a profile leaves out are listed as missing and not planned", () => {
  expect(withDocumentedTransitions(coverageWith("open"), []).forbiddenTransitions).toEqual({
    covered: 0,
    total: 2,
    missing: ["order paid: pay", "order expired: pay"],
    reached: [],
    unplanned: 2,
  });
});

test("a pair whose case was skipped is missing, but planned", () => {
  const rules = ["fms:pay:states:forbidden:order.paid", "fms:order:states:reached:order.expired"];
  const skipped = rules.map((rule) => aCase({ rule, outcome: "skipped" }));
  const { allowedTransitions, forbiddenTransitions } = withDocumentedTransitions(coverageWith("open"), skipped);
  expect([forbiddenTransitions.total, forbiddenTransitions.unplanned]).toEqual([2, 1]);
  expect([allowedTransitions.missing, allowedTransitions.unplanned]).toEqual([
    ["order reserved: event to expired"],
    undefined,
  ]);
});

test("pairs that were probed are all covered", () => {
  expect(withDocumentedTransitions(coverageWith("covered"), []).forbiddenTransitions).toMatchObject({
    covered: 2,
    total: 2,
    missing: [],
  });
});
