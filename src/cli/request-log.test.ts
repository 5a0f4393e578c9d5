import { expect, test } from "vitest";
import { exchangeLine, exchangeRecord } from "./request-log.ts";
import { paintFor } from "./terminal.ts";

const seen = {
  tenantId: "default",
  provider: "esimaccess",
  operationId: "esimOrder",
  method: "POST",
  path: "/api/v1/open/esim/order",
  status: 200,
  code: "200007",
  isSuccess: false,
  wallMs: 1.23456,
};
const at = new Date("2026-01-01T00:00:00Z");
const plain = paintFor(false, {});

test("a request is one line with time, provider, operation, outcome, code and milliseconds", () => {
  expect(exchangeLine(seen, at, plain)).toMatch(
    /^\d\d:\d\d:\d\d {2}esimaccess {2}esimOrder {17}refused {3}200007 {2}1\.2 ms$/,
  );
});

test("a request is one record for programs", () => {
  expect(exchangeRecord(seen, at)).toEqual({
    event: "request",
    time: "2026-01-01T00:00:00.000Z",
    tenant: "default",
    provider: "esimaccess",
    operation: "esimOrder",
    outcome: "refused",
    code: "200007",
    status: 200,
    ms: 1.235,
    method: "POST",
    path: "/api/v1/open/esim/order",
  });
});

test("a request without an answer is lost, and an unknown path is named", () => {
  const lost = { ...seen, operationId: "unknownPath", status: null, code: "" };
  expect(exchangeLine(lost, at, plain)).toContain("unknownPath POST /api/v1/open/esim/order  lost");
});

test.for([
  ["on a terminal", true, {}, "\u001b[1mx\u001b[0m"],
  ["in a pipe", false, {}, "x"],
  ["with NO_COLOR", true, { NO_COLOR: "1" }, "x"],
  ["with CI", true, { CI: "true" }, "x"],
  ["on a dumb terminal", true, { TERM: "dumb" }, "x"],
] as const)("colours %s", ([, isTerminal, env, shown]) => {
  expect(paintFor(isTerminal, env).bold("x")).toBe(shown);
});
