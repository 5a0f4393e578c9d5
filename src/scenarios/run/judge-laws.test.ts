import { expect, test } from "vitest";
import type { Scenario } from "../format/scenario.ts";
import { brokenLaws } from "./judge-laws.ts";
import type { JournalEntry } from "./life.ts";

const BEGIN = Date.UTC(2026, 0, 1);

function entry(seq: number, second: number, members: Record<string, unknown>): JournalEntry {
  return { seq, at: new Date(BEGIN + second * 1000).toISOString(), kind: "exchange", ...members };
}

const JOURNAL = [
  entry(1, 0, { operationId: "esimOrder", code: "0" }),
  entry(2, 5, { operationId: "esimQuery", code: "200010" }),
  entry(3, 10, { kind: "delivery", type: "ORDER_STATUS" }),
  entry(4, 40, { operationId: "esimQuery", code: "0" }),
  entry(5, 50, { kind: "esim-expired" }),
];

function judge(law: string, endsAfter = 60): string[] {
  const scenario: Scenario = { name: "x", says: "x", providers: ["esimaccess"], laws: [law], steps: [{ at: "0s" }] };
  return brokenLaws(scenario, JOURNAL, BEGIN + endsAfter * 1000).map(({ message }) => message);
}

test.for([
  ["an effect in time", "after ORDER_STATUS expect esimQuery within 30s", null],
  [
    "an effect that is late",
    "after ORDER_STATUS expect esimQuery within 29s",
    "esimQuery only at 2026-01-01T00:00:40.000Z",
  ],
  ["an effect that does not come", "after esim-expired expect esimQuery within 5s", "esimQuery never"],
  [
    "a run that is over too early",
    "after esim-expired expect esimQuery within 1m",
    "the run ended before esimQuery did",
  ],
  ["a cause that does not come", "after esimCancel expect esimQuery within 1s", null],
  ["what must never happen, and did not", "never esimRevoke", null],
  ["what must never happen, and did", "never esimOrder", "esimOrder happened at 2026-01-01T00:00:00.000Z"],
  ["what happened before only", "never esimOrder after 200010", null],
  ["what happened after", "never esim-expired after 200010", "esim-expired happened at 2026-01-01T00:00:50.000Z"],
] as const)("%s", ([, law, told]) => {
  const found = judge(law);
  expect(found).toHaveLength(told === null ? 0 : 1);
  expect(found.join()).toContain(told ?? "");
});
