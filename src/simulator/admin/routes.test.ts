import { expect, test } from "vitest";
import { type InventedSandbox, openInventedSandbox } from "./testing/invented-sandbox.ts";

async function json(answer: Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

function violations(sandbox: InventedSandbox): unknown[] {
  return sandbox.tenant.journal.list({ kind: "contract-violation" });
}

test("health says version, uptime, providers and tenants", async () => {
  const sandbox = await openInventedSandbox();
  const health = await json(sandbox.call("GET", "health"));
  expect(health).toEqual({ status: "ok", version: "1.2.3", uptimeSeconds: 12, providers: ["invented"], tenants: 2 });
  expect(sandbox.contract.answerViolation("getHealth", 200, health)).toBeNull();
});

test("ready answers 503 until the sandbox serves", async () => {
  let isReady = false;
  const sandbox = await openInventedSandbox({ isReady: () => isReady });
  const starting = await sandbox.call("GET", "ready");
  expect([starting.status, starting.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await starting.json()).toEqual({
    type: "urn:esim-sandbox:problem:not-ready",
    title: "Not ready",
    status: 503,
    detail: "the sandbox is starting or stopping; ask again",
    code: "not-ready",
    errors: [],
  });
  isReady = true;
  expect(await json(sandbox.call("GET", "ready"))).toEqual({ status: "ready" });
});

test("a reset gives the tenant its first state and instant again", async () => {
  const sandbox = await openInventedSandbox();
  await sandbox.call("PATCH", "account", { balance: 5 });
  await sandbox.call("PATCH", "options", { invented: { strict: true } });
  await sandbox.call("POST", "faults", { provider: "invented", phase: "before", effect: { kind: "reset" } });
  await sandbox.call("POST", "clock/advance", { by: "200d" });
  expect(await json(sandbox.call("POST", "reset"))).toEqual({
    now: "2026-01-01T00:00:00.000Z",
    nowMs: 1_767_225_600_000,
    mode: "frozen",
    speed: null,
    nextDue: "2026-06-30T00:00:00.000Z",
  });
  expect(await json(sandbox.call("GET", "account"))).toMatchObject({ balance: 10_000_000 });
  expect(await json(sandbox.call("GET", "faults"))).toEqual({ items: [], total: 0 });
  expect(await json(sandbox.call("GET", "journal"))).toEqual({ items: [], written: 0, dropped: 0 });
});

test("the wallet is shown without its id and set in ten-thousandths", async () => {
  const sandbox = await openInventedSandbox();
  expect(await json(sandbox.call("GET", "account"))).toEqual({
    provider: "invented",
    balance: 10_000_000,
    currency: "USD",
  });
  const changed = await json(sandbox.call("PATCH", "account", { balance: 1_000_000_000_000_000 }));
  expect(changed).toEqual({ provider: "invented", balance: 1_000_000_000_000_000, currency: "USD" });
});

test("packages are listed by page and changed by code or alias", async () => {
  const sandbox = await openInventedSandbox();
  const first = {
    provider: "invented",
    code: "P1",
    alias: "one/small pack",
    name: "One",
    price: 12_000,
    currency: "USD",
    stock: null,
    onSale: true,
  };
  const second = {
    provider: "invented",
    code: "P2",
    alias: null,
    name: "Two",
    price: 34_000,
    currency: "USD",
    stock: null,
    onSale: true,
  };
  expect(await json(sandbox.call("GET", "packages"))).toEqual({ items: [first, second], total: 2 });
  expect(await json(sandbox.call("GET", "packages?limit=1&offset=1"))).toEqual({ items: [second], total: 2 });
  expect(await json(sandbox.call("GET", "packages?code=one%2Fsmall%20pack"))).toEqual({ items: [first], total: 1 });
  expect(await json(sandbox.call("GET", "packages?code=P9"))).toEqual({ items: [], total: 0 });
  const change = { stock: 0, onSale: false, price: 1 };
  expect(await json(sandbox.call("PATCH", "packages/invented/one%2Fsmall%20pack", change))).toEqual({
    ...first,
    ...change,
  });
  expect(await json(sandbox.call("PATCH", "packages/invented/one/small%20pack", { onSale: true }))).toEqual({
    ...first,
    stock: 0,
    price: 1,
  });
  expect(await json(sandbox.call("PATCH", "packages/invented/P1", { stock: null, price: null }))).toEqual(first);
});

test("options show start values and take changes of the tenant", async () => {
  const sandbox = await openInventedSandbox();
  const strict = {
    provider: "invented",
    name: "strict",
    value: false,
    default: false,
    kind: { type: "boolean" },
    decision: "INV-1",
    says: "Refuses what is usually let pass.",
  };
  const delay = {
    provider: "invented",
    name: "delaySeconds",
    value: 5,
    default: 2,
    kind: { type: "integer", minimum: 0, maximum: 60 },
    decision: "INV-2",
    says: "Seconds until an order is done.",
  };
  expect(await json(sandbox.call("GET", "options"))).toEqual({ items: [strict, delay], total: 2 });
  const changed = await json(sandbox.call("PATCH", "options", { invented: { strict: true, delaySeconds: 0 } }));
  expect(changed).toEqual({
    items: [
      { ...strict, value: true },
      { ...delay, value: 0 },
    ],
    total: 2,
  });
  expect(await json(sandbox.call("GET", "options?tenant=blue"))).toEqual({ items: [strict, delay], total: 2 });
});

test("options are set all or none", async () => {
  const sandbox = await openInventedSandbox();
  const refused = await sandbox.call("PATCH", "options", { invented: { strict: true, delaySeconds: 61 } });
  expect([refused.status, await refused.json()]).toEqual([
    422,
    {
      type: "urn:esim-sandbox:problem:wrong-option-value",
      title: "Wrong option value",
      status: 422,
      detail: "body.invented.delaySeconds must be a whole number from 0 to 60, got 61",
      code: "wrong-option-value",
      errors: [{ path: "body.invented.delaySeconds", expected: "a whole number from 0 to 60", got: "61" }],
    },
  ]);
  expect(await json(sandbox.call("GET", "options"))).toMatchObject({ items: [{ value: false }, { value: 5 }] });
});

test("orders are listed with what the provider keeps about them", async () => {
  const sandbox = await openInventedSandbox();
  const order = {
    provider: "invented",
    number: "order-1",
    state: "done",
    createdAt: "2026-01-01T00:00:00.000Z",
    charged: 12_000,
    currency: "USD",
    esimIds: ["esim-1"],
    details: { gift: true },
  };
  expect(await json(sandbox.call("GET", "orders"))).toEqual({ items: [order], total: 1 });
  expect(await json(sandbox.call("GET", "orders?state=open"))).toEqual({ items: [], total: 0 });
});

test("mails are listed with absolute attachments and found by address and number", async () => {
  const sandbox = await openInventedSandbox();
  const attachments = [{ name: "esim.png", contentType: "image/png", path: "/qr/0123.png" }];
  await sandbox.tenant.transact(async (tx) => {
    await tx.mail({ provider: "invented", to: "one@example.com", subject: "Code", text: "1234", attachments: [] });
    await tx.mail({ provider: "invented", to: "two@example.com", subject: "QR", text: "See file", attachments });
  });
  expect(await json(sandbox.call("GET", "mails?to=TWO@example.com"))).toEqual({
    items: [
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        seq: 2,
        provider: "invented",
        sentAt: "2026-01-01T00:00:00.000Z",
        to: "two@example.com",
        subject: "QR",
        text: "See file",
        attachments: [{ name: "esim.png", contentType: "image/png", url: "http://127.0.0.1:4747/qr/0123.png" }],
      },
    ],
    total: 1,
  });
  expect(await json(sandbox.call("GET", "mails?since=1"))).toMatchObject({ total: 1, items: [{ seq: 2 }] });
});

test("deliveries are listed with their attempts and without credentials", async () => {
  const sandbox = await openInventedSandbox();
  await sandbox.tenant.transact((tx) =>
    tx.notify({
      provider: "invented",
      type: "DONE",
      url: "http://127.0.0.1:8080/hook",
      headers: { "content-type": "application/json", "X-Access-Code": "hidden", "x-signature": "hidden" },
      bodyOf: (id) => JSON.stringify({ id }),
      lane: "esim-1",
      policy: { retryDelaysMs: [], timeoutMs: 1000, accepts: "2xx" },
      about: { esimId: "esim-1" },
    }),
  );
  await sandbox.tenant.idle();
  const listed = {
    items: [
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        seq: 1,
        provider: "invented",
        type: "DONE",
        url: "http://127.0.0.1:8080/hook",
        state: "delivered",
        createdAt: "2026-01-01T00:00:00.000Z",
        headers: { "content-type": "application/json", "X-Access-Code": "***", "x-signature": "***" },
        body: expect.stringMatching(/^\{"id":"[0-9a-f]{32}"\}$/),
        about: { esimId: "esim-1" },
        attempts: [{ at: "2026-01-01T00:00:00.000Z", outcome: "accepted", status: 200, detail: null, wallMs: 3 }],
        treatments: [],
        isEdited: false,
        copiesLeft: 0,
      },
    ],
    total: 1,
  };
  expect(await json(sandbox.call("GET", "deliveries?state=delivered&type=DONE&about=esim-1"))).toEqual(listed);
  expect(await json(sandbox.call("GET", "deliveries?about=esim-2"))).toEqual({ items: [], total: 0 });
  expect(violations(sandbox)).toEqual([]);
});

test("the journal is listed by kind, from a number on", async () => {
  const sandbox = await openInventedSandbox();
  await sandbox.call("PATCH", "account", { balance: 1 });
  await sandbox.call("POST", "clock/advance", { by: "1s" });
  await sandbox.call("PATCH", "account", { balance: 2 });
  const changed = { kind: "account-changed", provider: "invented" };
  expect(await json(sandbox.call("GET", "journal?kind=account-changed"))).toEqual({
    items: [
      { seq: 1, at: "2026-01-01T00:00:00.000Z", ...changed, balance: 1 },
      { seq: 3, at: "2026-01-01T00:00:01.000Z", ...changed, balance: 2 },
    ],
    written: 3,
    dropped: 0,
  });
  expect(await json(sandbox.call("GET", "journal?since=1&limit=1"))).toMatchObject({
    items: [{ seq: 2, kind: "clock-moved" }],
  });
});

test.for([
  ["the query", "account?tenant=blue", {}, 7],
  ["the header", "account", { "x-sim-tenant": "blue" }, 7],
  ["the query before the header", "account?tenant=default", { "x-sim-tenant": "blue" }, 10_000_000],
  ["neither", "account", {}, 10_000_000],
] as const)("%s chooses the tenant", async ([, path, headers, balance]) => {
  const sandbox = await openInventedSandbox();
  await sandbox.call("PATCH", "account?tenant=blue", { balance: 7 });
  expect(await json(sandbox.call("GET", path, undefined, headers))).toMatchObject({ balance });
});

test("a handler that breaks answers 500 and leaves the cause in the journal", async () => {
  const sandbox = await openInventedSandbox();
  sandbox.tenant.transact = () => Promise.reject(new Error("broken on purpose"));
  const answer = await sandbox.call("GET", "account");
  expect([answer.status, await answer.json()]).toMatchObject([500, { code: "internal-error" }]);
  expect(sandbox.tenant.journal.list({ kind: "internal-error" })).toMatchObject([
    { cause: expect.stringContaining("broken on purpose") },
  ]);
});
