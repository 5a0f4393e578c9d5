import { expect, test } from "vitest";
import { findingsOf, spreadOf, warningsOf } from "./findings.ts";
import { aCase, aPlace, aProblem } from "./testing/sample-run.ts";

const failed = (rule: string, root: string) => aCase({ rule, outcome: "failed", problem: aProblem({ root }) });

test("failed cases with the same root are one finding, and those with most cases come first", () => {
  const found = findingsOf([
    failed("esimaccess:esimCancel:effects:refund", "refund"),
    failed("esimaccess:esimQuery:responses:schema", "schema Esim"),
    failed("esimaccess:esimOrder:responses:schema", "schema Esim"),
    aCase({ rule: "esimaccess:esimOrder:auth:missing" }),
  ]);
  expect(found.map(({ root, count, rules, operations }) => ({ root, count, rules, operations }))).toEqual([
    {
      root: "schema Esim",
      count: 2,
      rules: ["esimaccess:esimQuery:responses:schema", "esimaccess:esimOrder:responses:schema"],
      operations: ["esimQuery", "esimOrder"],
    },
    { root: "refund", count: 1, rules: ["esimaccess:esimCancel:effects:refund"], operations: ["esimCancel"] },
  ]);
  expect(found.map(spreadOf)).toEqual(["seen in 2 operations", ""]);
});

test("findings of equally many cases are in the order of their rules", () => {
  const found = findingsOf([failed("fms:login:auth:b", "two"), failed("fms:login:auth:a", "one")]);
  expect(found.map(({ root }) => root)).toEqual(["one", "two"]);
});

test("the same root of two providers is two findings", () => {
  const found = findingsOf([
    failed("fms:login:auth:a", "transport"),
    failed("esimaccess:esimOrder:auth:a", "transport"),
  ]);
  expect(found.map(({ provider, count }) => [provider, count])).toEqual([
    ["esimaccess", 1],
    ["fms", 1],
  ]);
});

test("a finding has the place of its problem; without a problem, place and root are those of the case", () => {
  const rule = "fms:login:auth:missing";
  const [bare] = findingsOf([aCase({ rule, outcome: "failed", message: "No answer.", place: aPlace(7, "fms") })]);
  expect(bare).toMatchObject({ root: rule, message: "No answer.", place: { file: "spec/fms/openapi.yaml", line: 7 } });
  const problem = aProblem({ root: "x", place: aPlace(99) });
  const [placed] = findingsOf([aCase({ rule, outcome: "failed", problem })]);
  expect(placed?.place.line).toBe(99);
});

test("a pass with a message is a warning, and no finding", () => {
  const cases = [aCase({ rule: "fms:login:races:ten", message: "two answers differ" })];
  expect([findingsOf(cases).length, warningsOf(cases).map(({ message }) => message)]).toEqual([
    0,
    ["two answers differ"],
  ]);
});
