import { expect, test } from "vitest";
import { runScenario } from "./run-scenario.ts";

const ORDER = { transactionId: "shop-1", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] };

/** An order at 0 s, a query that comes too early, the allocation at 2 s, a query at 32 s, an end at 40 s. */
async function brokenLaw(law: string): Promise<string | null> {
  const query = { call: "esimQuery", body: { orderNo: "${orderNo}" } } as const;
  const result = await runScenario({
    name: "laws",
    says: "Laws over a run.",
    providers: ["esimaccess"],
    laws: [law],
    steps: [
      { name: "order", do: { call: "esimOrder", body: ORDER }, save: { orderNo: "obj.orderNo" } },
      { do: query, expect: { code: "200010" } },
      { at: "order + 32s", do: query, expect: { success: true } },
      { at: "order + 40s" },
    ],
  });
  expect(result.steps.flatMap(({ problems }) => problems)).toEqual([]);
  return result.closing.flatMap(({ problems }) => problems)[0] ?? null;
}

// The first of all compiles the contracts.
test.for([
  ["an effect in time", "after order-allocated expect esimQuery within 30s", null],
  [
    "an effect that is late",
    "after order-allocated expect esimQuery within 29s",
    "1 of 1 cause had no effect within 29",
  ],
  ["an effect that does not come", "after order-allocated expect esimRevoke within 5s", "had no effect within 5"],
  ["a run that is over too early", "after order-allocated expect esimRevoke within 10m", "38s have passed"],
  ["a cause that does not come", "after esimCancel expect esimQuery within 1s", null],
  ["what must never happen, and did not", "never esimRevoke", null],
  ["what must never happen, and did", "never esimOrder", "esimOrder happened at 2026-01-01T00:00:00.000Z"],
  ["what happened before only", "never esimOrder after 200010", null],
  ["what happened after", "never order-allocated after 200010", "order-allocated happened at 2026-01-01T00:00:02.000Z"],
] as const)("%s", { timeout: 30_000 }, async ([, law, told]) => {
  const found = await brokenLaw(law);
  if (told === null) expect(found).toBeNull();
  else expect(found).toContain(told);
});
