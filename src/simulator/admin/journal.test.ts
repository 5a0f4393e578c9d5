import { describe, expect, test } from "vitest";
import { type InventedSandbox, openInventedSandbox } from "./testing/invented-sandbox.ts";

type Json = Record<string, unknown>;

async function json(response: Promise<Response>): Promise<Json> {
  return JSON.parse(await (await response).text());
}

/** A sandbox with a wallet that was set twice, and a call of an operation. */
async function withEntries(): Promise<InventedSandbox> {
  const sandbox = await openInventedSandbox();
  for (const balance of [5, 7]) await sandbox.call("PATCH", "account", { balance });
  sandbox.tenant.journal.append(sandbox.tenant.clock.now(), {
    kind: "exchange",
    requestId: "default-1",
    provider: "invented",
    operationId: "buyEsim",
    method: "POST",
    path: "/order",
    status: 200,
    code: "0",
    request: '{"number":"N1","lines":[{"count":3}]}',
    response: '{"ac":"LPA:1$rsp.example.com$0A1B"}',
    faults: [],
    wallMs: 2,
  });
  return sandbox;
}

const numbersIn = ({ items }: Json): unknown => (Array.isArray(items) ? items.map(({ seq }) => seq) : null);

describe("entries", () => {
  test.for([
    ["a kind", "kind=account-changed", [1, 2]],
    ["an operation", "operationId=buyEsim", [3]],
    ["a code and a status", "code=0&status=200", [3]],
    ["a request", "requestId=default-1", [3]],
    ["another provider", "provider=other", []],
    ["a part of them", "provider=invented&since=1&limit=1", [2]],
  ] as const)("are listed by %s", async ([, query, numbers]) => {
    const sandbox = await withEntries();
    expect(numbersIn(await json(sandbox.call("GET", `journal?${query}`)))).toEqual(numbers);
  });

  test.for([
    ["a member of a body", { "request.lines.*.count": { gte: 3 } }, [3], 1],
    ["bounds of a number", { balance: { gt: 5 } }, [2], 1],
    ["either of two", { any: [{ balance: 5 }, { kind: "exchange" }] }, [1, 3], 2],
  ] as const)("are found by %s", async ([, match, numbers, total]) => {
    const sandbox = await withEntries();
    const found = await json(sandbox.call("POST", "journal/query", { match }));
    expect([numbersIn(found), found["total"]]).toEqual([numbers, total]);
  });

  test("are counted beyond what is listed", async () => {
    const sandbox = await withEntries();
    const found = await json(sandbox.call("POST", "journal/query", { match: { provider: "invented" }, limit: 0 }));
    expect(found).toEqual({ items: [], total: 3, written: 3, dropped: 0 });
  });

  test("of a misspelt operation are refused with the nearest name", async () => {
    const sandbox = await withEntries();
    const response = await sandbox.call("POST", "journal/query", { match: { not: { operationId: "buyEsin" } } });
    expect([response.status, await json(Promise.resolve(response))]).toMatchObject([
      422,
      { code: "wrong-query", errors: [{ path: "body.match.not.operationId", got: '"buyEsin"' }] },
    ]);
  });

  test("of a kind that nobody declared can be asked for once one is there", async () => {
    const { call, tenant } = await openInventedSandbox();
    const ask = () => call("POST", "journal/query", { match: { kind: "new-thing", weight: 3 } });
    expect((await ask()).status).toBe(422);
    tenant.journal.append(0, { kind: "new-thing", weight: 3 });
    expect(await json(ask())).toMatchObject({ total: 1 });
  });
});

describe("a wait", () => {
  test("answers with the entry that is there already", async () => {
    const sandbox = await withEntries();
    const waited = await json(sandbox.call("POST", "journal/wait", { match: { balance: 7 } }));
    expect(waited).toMatchObject({ found: true, reason: null, entry: { seq: 2 }, fired: [], count: 0 });
  });

  test("that is over says what came nearest", async () => {
    const sandbox = await withEntries();
    const match = { kind: "account-changed", balance: 9 };
    const waited = await json(sandbox.call("POST", "journal/wait", { match, timeoutMs: 0 }));
    expect(waited).toMatchObject({
      found: false,
      reason: "time-out",
      entry: null,
      nearest: [{ entry: { seq: 2 }, misses: [{ path: "balance", expected: "9", got: 7 }] }, { entry: { seq: 1 } }],
    });
  });

  test("from now on passes over what is there", async () => {
    const sandbox = await withEntries();
    const body = { match: { balance: 7 }, since: "now", timeoutMs: 0 };
    expect(await json(sandbox.call("POST", "journal/wait", body))).toMatchObject({ found: false, nearest: [] });
  });

  test("moves the clock when the tenant says so, and a single one can decline", async () => {
    const { call, tenant } = await openInventedSandbox();
    expect(await json(call("GET", "clock/auto-advance"))).toEqual({ enabled: false });
    expect(await json(call("POST", "clock/auto-advance", { enabled: true }))).toEqual({ enabled: true });
    const from = tenant.clock.now();
    const bounded = { match: { kind: "esim-expired" }, withinVirtual: "2h" };
    const declined = await json(call("POST", "journal/wait", { ...bounded, autoAdvance: false, timeoutMs: 0 }));
    expect([declined["reason"], tenant.clock.now()]).toEqual(["time-out", from]);
    const moved = await json(call("POST", "journal/wait", bounded));
    expect([moved["reason"], moved["nowMs"]]).toEqual(["virtual-bound", from + 7_200_000]);
    await call("POST", "reset");
    expect(await json(call("GET", "clock/auto-advance"))).toEqual({ enabled: false });
  });

  test.for([
    ["a duration that is none", { match: { kind: "exchange" }, withinVirtual: "soon" }, "wrong-duration"],
    ["a wrong predicate", { match: { knd: 1 } }, "wrong-query"],
    ["a time beyond its bound", { match: { kind: "exchange" }, timeoutMs: 600_001 }, "invalid-request"],
  ] as const)("with %s is refused", async ([, body, code]) => {
    const { call } = await openInventedSandbox();
    expect(await json(call("POST", "journal/wait", body))).toMatchObject({ status: 422, code });
  });

  test("is refused when too many wait already", async () => {
    const { call, tenant } = await openInventedSandbox();
    const ask = () => json(call("POST", "journal/wait", { match: { kind: "exchange" } }));
    const waiting = Array.from({ length: 100 }, ask);
    await tenant.idle();
    expect(await ask()).toMatchObject({ status: 409, code: "too-many-waits" });
    await tenant.reset();
    expect(await Promise.all(waiting)).toMatchObject(waiting.map(() => ({ reason: "reset" })));
  });
});

describe("an export", () => {
  test("as lines has one entry per line", async () => {
    const sandbox = await withEntries();
    const response = await sandbox.call("GET", "journal/export?since=1");
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { seq: 2, balance: 7 },
      { seq: 3, kind: "exchange" },
    ]);
  });

  test.for([
    ["", /LPA:1\$rsp/],
    ["&hideActivationCodes=true", /LPA:1\$\*\*\*/],
  ] as const)("with %j shows activation codes or not", async ([query, expected]) => {
    const sandbox = await withEntries();
    for (const format of ["har", "ndjson"]) {
      const response = await sandbox.call("GET", `journal/export?format=${format}${query}`);
      expect(await response.text()).toMatch(expected);
    }
  });
});

describe("a verification", () => {
  const orders = { says: "one order", match: { operationId: "buyEsim" }, count: 1 };

  test("tells for each expectation what was seen", async () => {
    const sandbox = await withEntries();
    const expectations = [orders, { order: [{ balance: 7 }, { balance: 5 }] }];
    expect(await json(sandbox.call("POST", "verify", { expectations }))).toMatchObject({
      passed: false,
      expectations: [
        { says: "one order", passed: true, seen: "1 entry", entries: [{ seq: 3 }] },
        { says: "expectation 2", passed: false, seen: "the second of 2 is missing after number 2" },
      ],
      unfiredFaults: { mode: "fail", passed: true, faults: [] },
      warnings: [],
    });
  });

  test("is refused with every place that is wrong", async () => {
    const sandbox = await withEntries();
    const expectations = [orders, { match: { operationId: "buyEsin" }, cuont: 1 }];
    expect(await json(sandbox.call("POST", "verify", { expectations }))).toMatchObject({
      status: 422,
      errors: [{ path: "body.expectations.1.cuont" }, { path: "body.expectations.1.match.operationId" }],
    });
  });

  test.for([
    ["fail", false],
    ["warn", true],
  ] as const)("that is told to %s names the fault that never fired", async ([unfiredFaults, passed]) => {
    const sandbox = await withEntries();
    const fault = { provider: "invented", operationId: "buyEsim", phase: "committed", effect: { kind: "reset" } };
    expect((await sandbox.call("POST", "faults", fault)).status).toBe(201);
    expect(await json(sandbox.call("POST", "verify", { expectations: [orders], unfiredFaults }))).toMatchObject({
      passed,
      unfiredFaults: { passed, faults: [{ faultId: "fault-1", reasons: ["invented was not called since"] }] },
    });
  });

  test("that is told to ignore faults does not look at them", async () => {
    const sandbox = await withEntries();
    await sandbox.call("POST", "faults", { provider: "invented", phase: "before", effect: { kind: "reset" } });
    expect(await json(sandbox.call("POST", "verify", { unfiredFaults: "ignore" }))).toMatchObject({
      passed: true,
      unfiredFaults: { faults: [] },
    });
  });

  test("warns of entries that are gone", async () => {
    const sandbox = await withEntries();
    for (let n = 0; n < 10_000; n += 1) sandbox.tenant.journal.append(0, { kind: "sms-sent" });
    const verified = await json(sandbox.call("POST", "verify", { expectations: [{ never: { balance: 5 } }] }));
    expect(verified["warnings"]).toEqual(["3 entries are gone from the journal: what they held was not judged"]);
  });
});

test("a trace of an unknown request is refused", async () => {
  const { call } = await openInventedSandbox();
  expect(await json(call("GET", "journal/default-9/trace"))).toMatchObject({ status: 404, code: "unknown-trace" });
});
