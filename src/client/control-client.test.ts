import { expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator/index.ts";
import { type ControlClient, createControlClient } from "./control-client.ts";
import { ControlFailed } from "./control-failed.ts";

const BEGINNING = 1_767_225_600_000;

function clientOf(sim: Simulator, adminToken: string | null = null): ControlClient {
  return createControlClient({ fetch: sim.fetch, url: "http://sandbox.test", adminToken });
}

test("health and tenants need no tenant", async () => {
  await using sim = await createSimulator();
  const client = clientOf(sim);
  expect(await client.health()).toMatchObject({ status: "ok", tenants: 1 });
  const made = await client.tenants.put("shop", { seed: 4, clock: "frozen", time: "2026-02-01T00:00:00Z" });
  expect(made).toMatchObject({ id: "shop", seed: 4, clock: { now: "2026-02-01T00:00:00.000Z" } });
  expect((await client.tenants.list()).map(({ id }) => id)).toEqual(["default", "shop"]);
});

test("each tenant has its own clock", async () => {
  await using sim = await createSimulator();
  const client = clientOf(sim);
  await client.tenants.put("shop");
  const shop = client.tenant("shop");
  expect(await shop.clock.advance("2h")).toMatchObject({ nowMs: BEGINNING + 7_200_000, count: 0 });
  await shop.clock.resume(0.001);
  expect(await shop.clock.show()).toMatchObject({ mode: "running", speed: 0.001 });
  await shop.clock.freeze();
  expect(await client.tenant().clock.show()).toMatchObject({ nowMs: BEGINNING, mode: "frozen" });
  expect(await shop.reset()).toMatchObject({ nowMs: BEGINNING });
  expect([await shop.clock.next(), await shop.clock.runUntilIdle()]).toMatchObject([{ count: 0 }, { count: 0 }]);
});

test("wallet, packages and options are read and set", async () => {
  await using sim = await createSimulator();
  const tenant = clientOf(sim).tenant();
  expect(await tenant.account.set(5)).toEqual({ provider: "esimaccess", balance: 5, currency: "USD" });
  expect(await tenant.account.get()).toMatchObject({ balance: 5 });
  const [first] = await tenant.packages.list({ provider: "fms", limit: 1 });
  const changed = await tenant.packages.change("fms", first?.code ?? "", { stock: 0 });
  expect(changed).toEqual({ ...first, stock: 0 });
  const options = await tenant.options.change({ fms: { provisioningDelaySeconds: 9 } });
  expect(options.find(({ name }) => name === "provisioningDelaySeconds")).toMatchObject({ value: 9 });
  expect(await tenant.options.list()).toEqual(options);
});

test("orders, eSIMs and what left the sandbox are listed", async () => {
  await using sim = await createSimulator();
  const tenant = clientOf(sim).tenant();
  const listed = [
    tenant.orders.list(),
    tenant.esims.list(),
    tenant.mails.list({ provider: "fms" }),
    tenant.deliveries.list(),
  ];
  expect(await Promise.all(listed)).toEqual([[], [], [], []]);
  await tenant.account.set(1);
  expect(await tenant.journal.list({ kind: "account-changed" })).toMatchObject([{ balance: 1 }]);
  expect(await tenant.send({ method: "GET", path: "journal?kind=account-changed&limit=1" })).toMatchObject({
    written: 1,
  });
});

test("an eSIM goes through a device's hands", async () => {
  await using sim = await createSimulator();
  const tenant = clientOf(sim).tenant();
  const [offer] = await tenant.packages.list({ provider: "esimaccess", limit: 1 });
  const body = { transactionId: "one", packageInfoList: [{ packageCode: offer?.code, count: 1 }] };
  await sim.fetch("/api/v1/open/esim/order", {
    method: "POST",
    headers: { "RT-AccessCode": "test-access-code", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await tenant.clock.advance("1h");
  const [esim] = await tenant.esims.list();
  const id = esim?.id ?? "";
  for (const event of ["download", "install", "enable", "attach"] as const) await tenant.esims.play(id, event);
  expect(await tenant.esims.use(id, 1000)).toMatchObject({ id, usedBytes: 1000 });
  expect(await tenant.esims.get(esim?.iccid ?? "")).toMatchObject({ id, profile: "enabled" });
});

test("the webhook desk begins anew by itself", async () => {
  await using sim = await createSimulator();
  const tenant = clientOf(sim).tenant();
  await tenant.webhooks.hold();
  await tenant.reset("outbox");
  expect(await tenant.webhooks.show()).toMatchObject({ hold: { types: null } });
  await tenant.reset("webhooks");
  expect(await tenant.webhooks.show()).toMatchObject({ hold: null });
});

test("faults are added, listed and removed", async () => {
  await using sim = await createSimulator();
  const { faults } = clientOf(sim).tenant();
  const fault = await faults.add({ provider: "fms", phase: "before", effect: { kind: "latency", ms: 5 }, times: null });
  expect(await faults.list()).toEqual([fault]);
  expect([await faults.get(fault.id), await faults.unfired()]).toEqual([fault, [fault]]);
  const lost = { operationId: "esimOrder", phase: "committed", effect: { kind: "reset" } } as const;
  const put = await faults.put("lost", lost);
  expect([await faults.put("lost", lost), await faults.list()]).toEqual([put, [fault, put]]);
  expect(await faults.remove("lost")).toEqual({ removed: 1 });
  expect([await faults.remove(fault.id), await faults.clear()]).toEqual([{ removed: 1 }, { removed: 0 }]);
});

test("the journal is asked, waited for, explained, exported and judged", async () => {
  await using sim = await createSimulator();
  const tenant = clientOf(sim).tenant();
  expect(await tenant.clock.autoAdvance(true)).toEqual({ enabled: true });
  await tenant.account.set(3);
  expect(await tenant.journal.query({ match: { balance: 3 }, limit: 0 })).toMatchObject({ items: [], total: 1 });
  expect(await tenant.journal.next({ balance: 3 })).toMatchObject({ kind: "account-changed" });
  const bounded = { withinVirtual: "1h", timeoutMs: 60_000 };
  expect(await tenant.journal.wait({ match: { balance: 4 }, ...bounded })).toMatchObject({ reason: "virtual-bound" });
  const missing = { code: "entry-missing", message: expect.stringContaining("virtual-bound") };
  await expect(tenant.journal.next({ balance: 4 }, bounded)).rejects.toMatchObject(missing);
  await expect(tenant.journal.trace("default-1")).rejects.toMatchObject({ status: 404, code: "unknown-trace" });
  expect((await tenant.journal.export({ since: 1 })).split("\n", 1)[0]).toContain('"balance":3');
  expect(JSON.parse(await tenant.journal.export({ format: "har" }))).toMatchObject({ log: { entries: [] } });
  expect(await tenant.verify({ expectations: [{ match: { balance: 3 }, count: 1 }] })).toMatchObject({ passed: true });
});

test.for([
  ["a refusal with its place", "/__admin/", { status: 404, code: "unknown-esim", errors: [{ path: "path.id" }] }],
  ["an answer of something else", "/elsewhere/", { status: 404, code: "foreign-answer" }],
] as const)("%s is thrown as ControlFailed", async ([, path, failed]) => {
  await using sim = await createSimulator();
  const elsewhere = async (url: string, init: RequestInit): Promise<Response> => {
    return path === "/__admin/" ? sim.fetch(url, init) : new Response("<html>", { status: 404 });
  };
  const client = createControlClient({ fetch: elsewhere, url: "http://sandbox.test/__admin/" });
  const caught: unknown = await client
    .tenant()
    .esims.get("nobody")
    .catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(ControlFailed);
  expect(caught).toMatchObject(failed);
});

test("no answer is thrown as ControlFailed with its reason", async () => {
  const fetch = async (): Promise<Response> => {
    throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:1") });
  };
  const client = createControlClient({ fetch, url: "http://127.0.0.1:1" });
  await expect(client.health()).rejects.toMatchObject({
    status: null,
    code: "no-answer",
    message: "GET /__admin/health was not answered: connect ECONNREFUSED 127.0.0.1:1",
  });
});

test("the admin token is sent", async () => {
  await using sim = await createSimulator({ adminToken: "let-me-in" });
  await expect(clientOf(sim).tenants.list()).rejects.toMatchObject({ status: 401, code: "unauthorized" });
  expect(await clientOf(sim, "let-me-in").tenants.list()).toHaveLength(1);
});
