import { expect, test } from "vitest";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

const fault = { provider: "invented", operationId: "buyEsim", phase: "before", effect: { kind: "reset" } };

test.for([
  ["malformed JSON", "PATCH", "account", '{"balance":', 400, "malformed-body", null],
  ["no body where one is needed", "PATCH", "account", undefined, 400, "malformed-body", null],
  ["an array", "PATCH", "account", [], 400, "malformed-body", null],
  ["a scalar", "POST", "reset", "1", 400, "malformed-body", null],
  ["more than a MiB", "PATCH", "account", `{"balance":1}${" ".repeat(1_048_576)}`, 413, "body-too-large", null],
  ["a missing member", "PATCH", "account", {}, 422, "invalid-request", "body.balance"],
  ["an unknown member", "PATCH", "account", { balance: 1, balnce: 1 }, 422, "invalid-request", "body.balnce"],
  ["a prototype member", "PATCH", "account", '{"balance":1,"__proto__":{}}', 422, "invalid-request", "body.__proto__"],
  ["a negative balance", "PATCH", "account", { balance: -1 }, 422, "invalid-request", "body.balance"],
  ["half a ten-thousandth", "PATCH", "account", { balance: 0.5 }, 422, "invalid-request", "body.balance"],
  ["a balance beyond the bound", "PATCH", "account", { balance: 1e16 }, 422, "invalid-request", "body.balance"],
  ["a balance as text", "PATCH", "account", { balance: "1" }, 422, "invalid-request", "body.balance"],
  [
    "an unknown provider in the query",
    "GET",
    "packages?provider=inventd",
    undefined,
    422,
    "unknown-provider",
    "query.provider",
  ],
  ["an unknown query parameter", "GET", "packages?ofset=1", undefined, 422, "invalid-request", "query.ofset"],
  ["a page of nothing", "GET", "packages?limit=0", undefined, 422, "invalid-request", "query.limit"],
  ["a page of too much", "GET", "packages?limit=10001", undefined, 422, "invalid-request", "query.limit"],
  ["an offset that is no number", "GET", "packages?offset=1e3", undefined, 422, "invalid-request", "query.offset"],
  ["an unknown status", "GET", "esims?status=active", undefined, 422, "invalid-request", "query.status"],
  ["a package of nobody", "PATCH", "packages/other/P1", { stock: 1 }, 404, "unknown-package", "path.provider"],
  ["an unknown package", "PATCH", "packages/invented/P9", { stock: 1 }, 404, "unknown-package", "path.code"],
  ["a change of nothing", "PATCH", "packages/invented/P1", {}, 422, "invalid-request", "body"],
  ["a negative stock", "PATCH", "packages/invented/P1", { stock: -1 }, 422, "invalid-request", "body.stock"],
  ["a sale state of null", "PATCH", "packages/invented/P1", { onSale: null }, 422, "invalid-request", "body.onSale"],
  ["options of nobody", "PATCH", "options", { other: { strict: true } }, 422, "unknown-provider", "body"],
  ["an unknown option", "PATCH", "options", { invented: { strct: true } }, 422, "unknown-option", "body.invented"],
  [
    "a wrong value",
    "PATCH",
    "options",
    { invented: { strict: "yes" } },
    422,
    "wrong-option-value",
    "body.invented.strict",
  ],
  ["no options", "PATCH", "options", {}, 422, "invalid-request", "body"],
  ["no options of a provider", "PATCH", "options", { invented: {} }, 422, "invalid-request", "body.invented"],
  ["a duration without a unit", "POST", "clock/advance", { by: "2" }, 422, "wrong-duration", "body.by"],
  ["a duration in months", "POST", "clock/advance", { by: "P1M" }, 422, "wrong-duration", "body.by"],
  ["a way back", "POST", "clock/advance", { by: "-2h" }, 422, "wrong-duration", "body.by"],
  ["a way past the year 9999", "POST", "clock/advance", { by: "3000000d" }, 422, "clock-beyond-range", null],
  ["a speed of nothing", "POST", "clock/resume", { speed: 0 }, 422, "invalid-request", "body.speed"],
  ["settings where there are none", "POST", "clock/freeze", { by: "1s" }, 422, "invalid-request", "body.by"],
  ["an unknown eSIM", "GET", "esims/nobody", undefined, 404, "unknown-esim", "path.id"],
  ["an event of an unknown eSIM", "POST", "esims/nobody/download", undefined, 404, "unknown-esim", "path.id"],
  [
    "an EID with wrong check digits",
    "POST",
    "esims/esim-1/download",
    { eid: "8".repeat(32) },
    422,
    "invalid-request",
    "body.eid",
  ],
  ["an EID that is too short", "POST", "esims/esim-1/download", { eid: "89" }, 422, "invalid-request", "body.eid"],
  ["an event out of turn", "POST", "esims/esim-1/enable", undefined, 409, "impossible-device-event", null],
  ["use before any network", "POST", "esims/esim-1/usage", { bytes: 1 }, 409, "esim-not-connected", null],
  ["use of nothing", "POST", "esims/esim-1/usage", { bytes: 0 }, 422, "invalid-request", "body.bytes"],
  ["use beyond exact numbers", "POST", "esims/esim-1/usage", { bytes: 2 ** 53 }, 422, "invalid-request", "body.bytes"],
  ["a fault of nobody", "POST", "faults", { ...fault, provider: "Invent" }, 422, "unknown-provider", "body.provider"],
  [
    "a fault of an unknown operation",
    "POST",
    "faults",
    { ...fault, operationId: "buyEsm" },
    422,
    "unknown-operation",
    "body.operationId",
  ],
  ["a phase of its own", "POST", "faults", { ...fault, phase: "during" }, 422, "invalid-request", "body.phase"],
  ["a fault that never strikes", "POST", "faults", { ...fault, times: 0 }, 422, "invalid-request", "body.times"],
  [
    "a latency without a time",
    "POST",
    "faults",
    { ...fault, effect: { kind: "latency" } },
    422,
    "incomplete-fault",
    "body.effect.ms",
  ],
  [
    "a latency beyond the bound",
    "POST",
    "faults",
    { ...fault, effect: { kind: "latency", ms: 600_001 } },
    422,
    "invalid-request",
    "body.effect.ms",
  ],
  [
    "an error without a code",
    "POST",
    "faults",
    { ...fault, effect: { kind: "provider-error" } },
    422,
    "incomplete-fault",
    "body.effect.code",
  ],
  [
    "an error with an unknown code",
    "POST",
    "faults",
    { ...fault, effect: { kind: "provider-error", code: "E9" } },
    422,
    "unknown-provider-code",
    "body.effect.code",
  ],
  [
    "an effect with another's member",
    "POST",
    "faults",
    { ...fault, effect: { kind: "reset", ms: 5 } },
    422,
    "incomplete-fault",
    "body.effect.ms",
  ],
  [
    "an unknown effect",
    "POST",
    "faults",
    { ...fault, effect: { kind: "explode" } },
    422,
    "invalid-request",
    "body.effect.kind",
  ],
  ["an unknown fault", "DELETE", "faults/fault-9", undefined, 404, "unknown-fault", "path.faultId"],
  ["an unknown tenant", "GET", "clock?tenant=green", undefined, 404, "unknown-tenant", "tenant"],
  ["an unknown path", "GET", "clocks", undefined, 404, "unknown-path", "path"],
  ["a wrong method", "PUT", "clock", undefined, 405, "wrong-method", null],
] as const)("%s is refused", async ([, method, path, body, status, code, place]) => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call(method, path, body);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const errors = place === null ? [] : [{ path: place }];
  expect(await answer.json()).toMatchObject({ type: `urn:esim-sandbox:problem:${code}`, status, code, errors });
  expect(answer.status).toBe(status);
  const untouched = await (await sandbox.call("GET", "account")).json();
  expect(untouched).toEqual({ provider: "invented", balance: 10_000_000, currency: "USD" });
  expect(sandbox.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
});

test.for([
  ["text", "text/plain"],
  ["a form", "application/x-www-form-urlencoded"],
  ["another JSON dialect", "application/problem+json"],
  ["no type", ""],
] as const)("a body sent as %s is refused with 415", async ([, type]) => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call("PATCH", "account", { balance: 1 }, { "content-type": type });
  expect([answer.status, await answer.json()]).toMatchObject([415, { code: "not-json" }]);
});

test("a refusal names every place, what is accepted there and the likely name", async () => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call("POST", "faults", {
    provider: "invented",
    phase: "befor",
    efect: { kind: "reset" },
  });
  expect(await answer.json()).toEqual({
    type: "urn:esim-sandbox:problem:invalid-request",
    title: "Invalid request",
    status: 422,
    detail: "body.effect must be given, got nothing (and 2 more)",
    code: "invalid-request",
    errors: [
      { path: "body.effect", expected: "given", got: null },
      {
        path: "body.efect",
        expected: "left out; known are provider, operationId, match, phase, effect, times, ttl; did you mean effect?",
        got: '"efect"',
      },
      { path: "body.phase", expected: "one of before, committed, after; did you mean before?", got: '"befor"' },
    ],
  });
});

test("a wrong method names the right ones", async () => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call("PUT", "faults", fault);
  expect(answer.headers.get("allow")).toBe("GET, POST, DELETE");
  expect((await sandbox.call("POST", "health")).headers.get("allow")).toBe("GET");
});
