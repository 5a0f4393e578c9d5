import { expect, test } from "vitest";
import { limits } from "../kernel/limits.ts";
import { openParcels } from "../kernel/testing/parcels.ts";
import { DecisionTrace, keepTrace, traceOf } from "./decision-trace.ts";

test("a trace is kept until the sandbox has seen too many calls of all tenants together", async () => {
  const [{ tenant: quiet }, { tenant: busy }] = [await openParcels(), await openParcels()];
  const traced = (requestId: string, tenant = busy): void => {
    const call = { requestId, operationId: "post", provider: "parcels", foundBy: "access code" };
    keepTrace(tenant, new DecisionTrace(tenant, call).ended({ struck: [], code: "0", isSuccess: true }));
  };
  traced("first", quiet);
  for (let calls = 1; calls < limits.decisionTracesInAll; calls += 1) traced(`busy-${calls}`);
  expect(traceOf(quiet, "first")?.requestId).toBe("first");
  traced("one-more");
  expect(traceOf(quiet, "first")).toBeNull();
  expect(traceOf(busy, "one-more")?.requestId).toBe("one-more");
});
