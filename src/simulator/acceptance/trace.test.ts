import { expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator.ts";
import type { TenantHandle } from "../tenant-handle.ts";

interface World {
  readonly sim: Simulator;
  readonly tenant: TenantHandle;
  readonly code: string;
  readonly price: number;
  /** Calls an operation of eSIM Access and gives its answer with the id of the request. */
  call(path: string, body: unknown, headers?: Record<string, string>): Promise<{ text: string; requestId: string }>;
}

async function openWorld(): Promise<World> {
  const sim = await createSimulator({ seed: 7 });
  const tenant = await sim.tenant();
  const [offer] = await tenant.packages.list({ provider: "esimaccess", limit: 1 });
  const access = { "RT-AccessCode": tenant.credentials.esimaccess.accessCode, "content-type": "application/json" };
  const call: World["call"] = async (path, body, headers = access) => {
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await sim.fetch(path, init);
    return { text: await response.text(), requestId: response.headers.get("x-sim-request-id") ?? "" };
  };
  return { sim, tenant, code: offer?.code ?? "", price: offer?.price ?? 0, call };
}

const order = (packageCode: string, count = 1) => ({
  transactionId: "one",
  packageInfoList: [{ packageCode, count }],
});

test("the trace of a refused order names the rule, those before it, and what would make it succeed", async () => {
  const { sim, tenant, code, price, call } = await openWorld();
  await tenant.account.set(price - 1);
  const { text, requestId } = await call("/api/v1/open/esim/order", order(code));
  const trace = await tenant.journal.trace(requestId);
  expect(trace).toMatchObject({
    operationId: "esimOrder",
    code: "200007",
    isSuccess: false,
    authentication: { by: "access code", tenant: "default" },
    refusal: {
      code: "insufficient-balance",
      details: { balance: price - 1, needed: price },
      remedy: `the wallet holds ${price - 1} and ${price} is needed: set the balance to at least ${price} (PATCH account)`,
    },
    effects: [],
    events: [],
    exchange: { requestId },
  });
  expect(trace.stages.map(({ stage, outcome }) => [stage, outcome])).toEqual([
    ["signature", "passed"],
    ["rate limit", "passed"],
    ["body", "passed"],
    ["validation", "passed"],
    ["operation", "refused"],
  ]);
  expect(trace.guards.slice(-3)).toEqual([
    { code: "order-amount-differs", outcome: "passed" },
    { code: "insufficient-balance", outcome: "refused" },
    { code: "out-of-stock", outcome: "not-reached" },
  ]);
  expect(text).not.toMatch(/insufficient-balance|wallet holds/);
  await sim.close();
});

test("the trace of an order shows money, records, the job and the event", async () => {
  const { sim, tenant, code, price, call } = await openWorld();
  const { balance } = await tenant.account.get();
  const { requestId } = await call("/api/v1/open/esim/order", order(code, 2));
  const { effects, events, refusal } = await tenant.journal.trace(requestId);
  expect(refusal).toBeNull();
  expect(effects.find(({ table }) => table === "accounts")).toMatchObject({
    did: "changed",
    changes: { "balance.amount": { from: balance, to: balance - 2 * price } },
  });
  expect(effects.filter(({ did }) => did === "planned")).toMatchObject([{ detail: "2026-01-01T00:00:02.000Z" }]);
  expect(events).toMatchObject([{ kind: "order-placed", charged: 2 * price }]);
  await sim.close();
});

test("the trace of a call that breaks its contract says where, not what was sent", async () => {
  const { sim, tenant, call } = await openWorld();
  const { requestId } = await call("/api/v1/open/esim/order", { transactionId: 5, packageInfoList: [] });
  const { stages, guards } = await tenant.journal.trace(requestId);
  expect(stages.at(-1)).toMatchObject({ stage: "validation", outcome: "refused" });
  expect(JSON.stringify(stages.at(-1)?.reason)).toContain("body.transactionId: type");
  expect(new Set(guards.map(({ outcome }) => outcome))).toEqual(new Set(["not-reached"]));
  await sim.close();
});

test.for([
  ["an unknown access code", { "RT-AccessCode": "nobody" }, "nothing: the default tenant"],
  ["the name of a tenant alone", { "X-Sim-Tenant": "default" }, "X-Sim-Tenant"],
] as const)("the trace of a call with %s says that nobody was recognised", async ([, headers, by]) => {
  const { sim, tenant, call } = await openWorld();
  const { requestId } = await call("/api/v1/open/balance/query", {}, headers);
  expect(await tenant.journal.trace(requestId)).toMatchObject({
    authentication: { by },
    stages: [{ stage: "authentication", outcome: "refused" }],
  });
  await sim.close();
});

test("the trace of a call of FMS names token, rule and remedy", async () => {
  const { sim, tenant, call } = await openWorld();
  const json = { "content-type": "application/json" };
  const unknown = await call("/order/myEsimDetail", { orderId: "1" }, { ...json, "x-access-token": "nobody" });
  expect(await tenant.journal.trace(unknown.requestId)).toMatchObject({
    stages: [
      { stage: "body", outcome: "passed" },
      { stage: "token", outcome: "refused", reason: "token-refused" },
    ],
    refusal: { code: "token-refused", remedy: expect.stringContaining("log in again") },
  });
  const notice = { orderId: "999", payStatus: 1, payAmount: 1, payCurrency: "USD", partnerCode: "P001101" };
  const late = await call("/payment/webhook", notice, json);
  const { stages, authentication } = await tenant.journal.trace(late.requestId);
  expect([authentication.by, stages[0]?.stage]).toEqual(["partner code", "body"]);
  await sim.close();
});

test("the trace of a call among faults says which struck and why the others missed", async () => {
  const { sim, tenant, code, call } = await openWorld();
  const fault = { provider: "esimaccess", phase: "committed", effect: { kind: "latency", ms: 1 } } as const;
  await tenant.faults.add({ ...fault, operationId: "esimOrder" });
  await tenant.faults.add({ ...fault, operationId: "esimQuery" });
  await tenant.faults.add({ ...fault, provider: "fms" });
  const placed = await call("/api/v1/open/esim/order", order(code));
  const refused = await call("/api/v1/open/esim/query", { orderNo: "none", pager: { pageNum: 1, pageSize: 5 } });
  expect((await tenant.journal.trace(placed.requestId)).faults).toMatchObject([
    { faultId: "fault-1", outcome: "struck", reason: null },
    { faultId: "fault-2", outcome: "missed", reason: "other-operation: wants esimQuery, the call was esimOrder" },
    { faultId: "fault-3", outcome: "missed", reason: "it is for fms, the call was of esimaccess" },
  ]);
  expect((await tenant.journal.trace(refused.requestId)).faults).toMatchObject([
    { outcome: "missed", reason: "other-operation: wants esimOrder, the call was esimQuery" },
    { outcome: "missed", reason: expect.stringContaining("operation-refused: ") },
    { outcome: "missed" },
  ]);
  await sim.close();
});

test("the last 500 traces of a life are kept", async () => {
  const { sim, tenant, call } = await openWorld();
  const ids: string[] = [];
  for (let n = 0; n < 502; n += 1) ids.push((await call("/api/v1/open/location/list", {})).requestId);
  await expect(tenant.journal.trace(ids[1] ?? "")).rejects.toMatchObject({ code: "unknown-trace" });
  expect(await tenant.journal.trace(ids[2] ?? "")).toMatchObject({ requestId: ids[2] });
  await tenant.reset();
  await expect(tenant.journal.trace(ids[501] ?? "")).rejects.toMatchObject({ code: "unknown-trace" });
  await sim.close();
});
