import { expect, test } from "vitest";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

const untried = {
  match: {},
  createdAt: "2026-01-01T00:00:00.000Z",
  expiresAt: null,
  state: "armed",
  hits: 0,
  missed: 0,
  lastMisses: [],
};

test.for([
  [
    "one strike on one operation",
    { provider: "invented", operationId: "buyEsim", phase: "committed", effect: { kind: "reset" } },
    { operationId: "buyEsim", phase: "committed", effect: { kind: "reset" }, times: 1 },
  ],
  [
    "latency on every operation for good",
    { provider: "invented", operationId: null, phase: "after", effect: { kind: "latency", ms: 600_000 }, times: null },
    { operationId: null, phase: "after", effect: { kind: "latency", ms: 600_000 }, times: null },
  ],
  [
    "a provider's code three times",
    { provider: "invented", phase: "before", effect: { kind: "provider-error", code: "E2" }, times: 3 },
    { operationId: null, phase: "before", effect: { kind: "provider-error", code: "E2" }, times: 3 },
  ],
] as const)("a fault is added, listed and removed: %s", async ([, body, rule]) => {
  const sandbox = await openInventedSandbox();
  const added = await sandbox.call("POST", "faults", body);
  const view = { id: "fault-1", provider: "invented", ...untried, ...rule };
  expect([added.status, await added.json()]).toEqual([201, view]);
  expect(await (await sandbox.call("GET", "faults")).json()).toEqual({ items: [view], total: 1 });
  expect(await (await sandbox.call("GET", "faults?tenant=blue")).json()).toEqual({ items: [], total: 0 });
  expect(await (await sandbox.call("DELETE", "faults/fault-1")).json()).toEqual({ removed: 1 });
  expect(await (await sandbox.call("GET", "faults")).json()).toEqual({ items: [], total: 0 });
  expect(sandbox.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
});

test("all faults are removed at once, and the list has a bound", async () => {
  const sandbox = await openInventedSandbox();
  const fault = { provider: "invented", phase: "before", effect: { kind: "reset" } };
  for (let count = 0; count < 200; count += 1) await sandbox.call("POST", "faults", fault);
  const refused = await sandbox.call("POST", "faults", fault);
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: "too-many-faults" }]);
  expect(await (await sandbox.call("DELETE", "faults")).json()).toEqual({ removed: 200 });
  expect(await (await sandbox.call("DELETE", "faults")).json()).toEqual({ removed: 0 });
});
