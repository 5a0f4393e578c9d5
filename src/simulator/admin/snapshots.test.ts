import { expect, test } from "vitest";
import { done } from "./testing/invented-provider.ts";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

type Sandbox = Awaited<ReturnType<typeof openInventedSandbox>>;

async function ask(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<unknown> {
  return (await sandbox.call(method, path, body)).json();
}

test("a snapshot is saved, listed, compared, loaded, exported, imported elsewhere and deleted", async () => {
  const sandbox = await openInventedSandbox();
  expect(await ask(sandbox, "PUT", "snapshots/before")).toMatchObject({
    name: "before",
    at: "2026-01-01T00:00:00.000Z",
  });
  expect(await ask(sandbox, "GET", "snapshots")).toMatchObject({ items: [{ name: "before" }], total: 1 });
  expect(await ask(sandbox, "GET", "snapshots/before/diff")).toEqual({ items: [], total: 0 });
  await ask(sandbox, "POST", "clock/advance", { by: "181d" });
  const diff = await ask(sandbox, "GET", "snapshots/before/diff?limit=100");
  expect(diff).toMatchObject({
    items: expect.arrayContaining([
      { table: "esims", key: "esim-1", change: "changed", members: ["status"] },
      { table: "jobs", key: "expire-esim/esim-1", change: "removed", members: [] },
    ]),
  });
  expect(await ask(sandbox, "POST", "snapshots/before/load")).toMatchObject({ now: "2026-01-01T00:00:00.000Z" });
  expect(await ask(sandbox, "GET", "snapshots/before/diff")).toEqual({ items: [], total: 0 });
  const document = await ask(sandbox, "GET", "snapshots/before");
  expect(await ask(sandbox, "POST", "snapshots/copy/import?tenant=blue", document)).toMatchObject({
    tenant: "default",
  });
  expect(await ask(sandbox, "POST", "snapshots/copy/load?tenant=blue")).toMatchObject({ mode: "frozen" });
  expect(await ask(sandbox, "DELETE", "snapshots/before")).toEqual({ removed: 1 });
});

test.for([
  ["an unknown name", "POST", "snapshots/befor/load", {}, 404, "unknown-snapshot", "did you mean before?"],
  ["a name that leads elsewhere", "GET", "snapshots/..%2Fbefore", undefined, 404, "unknown-snapshot", "before"],
  ["a name that is no name", "PUT", "snapshots/UP", undefined, 422, "invalid-request", "lower-case"],
  [
    "a document without clock",
    "POST",
    "snapshots/x/import",
    emptyDocument({ tenant: [] }),
    422,
    "snapshot-misfit",
    "clock",
  ],
  [
    "an unknown table",
    "POST",
    "snapshots/x/import",
    emptyDocument({ esim: [] }),
    422,
    "snapshot-misfit",
    "did you mean esims?",
  ],
  [
    "a later format",
    "POST",
    "snapshots/x/import",
    { ...emptyDocument({}), format: 9 },
    422,
    "snapshot-newer",
    "later version",
  ],
] as const)("%s is refused and changes nothing", async ([, method, path, body, status, code, told]) => {
  const sandbox = await openInventedSandbox();
  await ask(sandbox, "PUT", "snapshots/before");
  const answer = await sandbox.call(method, path, body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code, detail: expect.stringContaining(told) });
  expect(await ask(sandbox, "GET", "snapshots")).toMatchObject({ total: 1 });
  expect(await ask(sandbox, "GET", "snapshots/before/diff")).toEqual({ items: [], total: 0 });
});

function emptyDocument(tables: object): object {
  return { format: 1, kind: "esim-sandbox-snapshot", tenant: "default", at: 0, tables };
}

test("a tenant is shown, forked and deleted; the default one stays", async () => {
  const sandbox = await openInventedSandbox();
  expect(await ask(sandbox, "GET", "tenants/blue")).toMatchObject({ id: "blue", seed: 1 });
  await ask(sandbox, "POST", "clock/advance", { by: "1h" });
  const fork = await ask(sandbox, "POST", "tenants/default/fork", { id: "what-if" });
  expect(fork).toMatchObject({ id: "what-if", seed: 1, clock: { now: "2026-01-01T01:00:00.000Z" } });
  expect(await ask(sandbox, "POST", "tenants/default/fork", { id: "blue" })).toMatchObject({ code: "tenant-exists" });
  await ask(sandbox, "POST", "clock/advance?tenant=what-if", { by: "181d" });
  expect(await ask(sandbox, "GET", "clock")).toMatchObject({ now: "2026-01-01T01:00:00.000Z" });
  expect(await ask(sandbox, "DELETE", "tenants/what-if")).toEqual({ removed: 1 });
  expect(await ask(sandbox, "GET", "clock?tenant=what-if")).toMatchObject({ code: "unknown-tenant" });
  expect(await ask(sandbox, "DELETE", "tenants/default")).toMatchObject({ code: "default-tenant", status: 409 });
});

test("whoever still holds a deleted tenant is refused", async () => {
  const sandbox = await openInventedSandbox();
  const { other } = sandbox;
  await ask(sandbox, "DELETE", "tenants/blue");
  await expect(other.transact(async () => 1)).rejects.toThrow("tenant blue was deleted");
  await expect(other.reset()).rejects.toThrow("tenant blue was deleted");
});

test("a part of a tenant begins anew and the others stay", async () => {
  const sandbox = await openInventedSandbox();
  const rule = { provider: "invented", phase: "before", effect: { kind: "reset" } };
  await ask(sandbox, "POST", "faults", rule);
  await ask(sandbox, "PATCH", "options", { invented: { strict: true } });
  await ask(sandbox, "POST", "clock/advance", { by: "181d" });
  await ask(sandbox, "POST", "clock/resume", { speed: 60 });
  expect(await ask(sandbox, "POST", "reset", { aspects: ["clock", "faults", "options", "journal"] })).toMatchObject({
    now: "2026-07-01T00:00:00.000Z",
    mode: "frozen",
  });
  expect(await ask(sandbox, "GET", "faults")).toEqual({ items: [], total: 0 });
  expect(sandbox.tenant.options("invented")).toEqual({});
  expect(await ask(sandbox, "GET", "journal")).toMatchObject({ written: 0 });
  expect(await ask(sandbox, "POST", "reset", { aspects: ["record"] })).toMatchObject({ code: "invalid-request" });
});

test("records begin anew at the present instant; rules and journal stay", async () => {
  const sandbox = await openInventedSandbox();
  await ask(sandbox, "POST", "faults", { provider: "invented", phase: "before", effect: { kind: "reset" } });
  await ask(sandbox, "POST", "clock/advance", { by: "1h" });
  await ask(sandbox, "POST", "esims/esim-1/download", {});
  await ask(sandbox, "POST", "reset", { aspects: ["outbox"] });
  expect(await ask(sandbox, "GET", "deliveries")).toMatchObject({ total: 0 });
  expect(await ask(sandbox, "GET", "esims/esim-1")).toMatchObject({ profile: "downloaded" });
  expect(await ask(sandbox, "POST", "reset", { aspects: ["records"] })).toMatchObject({
    now: "2026-01-01T01:00:00.000Z",
  });
  expect(await ask(sandbox, "GET", "esims/esim-1")).toMatchObject({ profile: "released" });
  expect(await ask(sandbox, "GET", "faults")).toMatchObject({ total: 1 });
  expect(sandbox.tenant.journal.list({ kind: "aspect-reset" })).toHaveLength(2);
});

/** A tenant whose webhook desk has a rule, a hold, a plan and a disabled address, and a webhook in the inbox. */
async function openBusyDesk(): Promise<Sandbox> {
  const sandbox = await openInventedSandbox();
  const early = { match: { type: "DONE" }, effect: { kind: "early" }, times: null };
  await ask(sandbox, "PUT", "webhooks/plan", { disableAfter: 1 });
  await sandbox.tenant.transact((tx) => tx.notify(done));
  await sandbox.tenant.idle();
  await ask(sandbox, "PATCH", "webhooks/endpoints", { url: done.url, isDisabled: true });
  await ask(sandbox, "POST", "webhooks/rules", early);
  await ask(sandbox, "PUT", "webhooks/hold", {});
  await sandbox.tenant.transact((tx) => tx.notify(done));
  await ask(sandbox, "POST", "faults", { provider: "invented", phase: "before", effect: { kind: "reset" } });
  await ask(sandbox, "POST", "clock/advance", { by: "1h" });
  await ask(sandbox, "POST", "esims/esim-1/download", {});
  return sandbox;
}

test("the webhook desk begins anew: rules, hold, plan and addresses; inbox, records, clock, faults and journal stay", async () => {
  const sandbox = await openBusyDesk();
  const before = Object(await ask(sandbox, "GET", "webhooks"));
  const touched = { hold: { types: null }, rules: 1, deliveries: { held: 1 }, endpoints: [{ isDisabled: true }] };
  expect(before).toMatchObject(touched);
  expect(sandbox.tenant.deliveries.hasEarlyRules).toBe(true);
  const written = sandbox.tenant.journal.list().length;
  expect(await ask(sandbox, "POST", "reset", { aspects: ["webhooks"] })).toMatchObject({
    now: "2026-01-01T01:00:00.000Z",
  });
  const { deliveries } = before; // of what came up already
  expect(await ask(sandbox, "GET", "webhooks")).toEqual({
    hold: null,
    plan: null,
    rules: 0,
    deliveries,
    endpoints: [],
  });
  expect(sandbox.tenant.deliveries.hasEarlyRules).toBe(false);
  expect(await ask(sandbox, "GET", "webhooks/inbox")).toMatchObject({ total: 1 });
  expect(await ask(sandbox, "GET", "esims/esim-1")).toMatchObject({ profile: "downloaded" });
  expect(await ask(sandbox, "GET", "faults")).toMatchObject({ total: 1 });
  expect(sandbox.tenant.journal.list()).toHaveLength(written + 1);
  expect(sandbox.tenant.journal.list({ kind: "aspect-reset" })).toMatchObject([{ aspect: "webhooks" }]);
});

test("the webhook desk stays while other parts begin anew", async () => {
  const sandbox = await openBusyDesk();
  const before = Object(await ask(sandbox, "GET", "webhooks"));
  await ask(sandbox, "POST", "reset", { aspects: ["records", "clock", "faults", "options", "outbox"] });
  expect(await ask(sandbox, "GET", "webhooks")).toEqual({ ...before, deliveries: {} });
  expect(sandbox.tenant.deliveries.hasEarlyRules).toBe(true);
  const next = await ask(sandbox, "POST", "webhooks/rules", { effect: { kind: "drop" } });
  expect(next).toMatchObject({ id: "webhook-rule-2" });
});

test.for([
  ["a later instant", "2026-07-01T00:00:00Z", { now: "2026-07-01T00:00:00.000Z", count: 1 }],
  ["the present one", "2026-01-01T00:00:00Z", { count: 0 }],
  ["an earlier one", "2025-12-31T23:59:59.999Z", { code: "instant-passed", status: 409 }],
  ["no day", "2026-02-30T00:00:00Z", { code: "wrong-instant", status: 422 }],
  ["no zone", "2026-07-01T00:00:00", { code: "wrong-instant" }],
] as const)("the clock is set to %s", async ([, to, answer]) => {
  expect(await ask(await openInventedSandbox(), "POST", "clock/set", { to })).toMatchObject(answer);
});
