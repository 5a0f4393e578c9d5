import { expect, test } from "vitest";
import type { Exchange } from "./exchange.ts";
import { judgeExpectation } from "./expectation.ts";

function answered(over: Partial<Exchange>): Exchange {
  return {
    operationId: "place",
    call: { method: "POST", path: "/place", headers: {}, body: null },
    request: {},
    clock: null,
    status: 200,
    headers: new Map(),
    text: "{}",
    failure: null,
    isUnreachable: false,
    answer: {},
    data: undefined,
    success: false,
    code: "200005",
    violations: [],
    tenantId: "a",
    ...over,
  };
}

const spec = { outcome: { success: "success", code: "code", data: "data", status: 200 } };

const refused = { outcome: "refused", codes: ["200005"] } as const;

test.for([
  ["the refusal that is expected", answered({}), null],
  ["another code", answered({ code: "1" }), "place refuses with another code"],
  ["success", answered({ success: true, code: "0" }), "place accepts what it must refuse"],
  ["the code with the mark of success", answered({ success: true }), "place marks a refusal as success"],
  ["the code under another HTTP status", answered({ status: 400 }), "place refuses with another HTTP status"],
  ["nothing at all", answered({ status: null, failure: "it hung" }), "place gives no answer"],
] as const)("where a refusal is expected, %s is judged", ([, exchange, message]) => {
  expect(judgeExpectation(exchange, refused, spec)?.message ?? null).toBe(message);
});

test("refusals with the mark of success are one finding, whatever was refused", () => {
  const roots = ["200005", "200007"].map(
    (code) => judgeExpectation(answered({ success: true, code }), { outcome: "refused", codes: [code] }, spec)?.root,
  );
  expect(new Set(roots).size).toBe(1);
});
