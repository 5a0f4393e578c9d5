import { expect, test } from "vitest";
import { faultTable } from "../kernel/faults.ts";
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

test("a fault is put under an id of one's choice, and the same again changes nothing", async () => {
  const sandbox = await openInventedSandbox();
  const body = {
    operationId: "buyEsim",
    match: { body: { "/reference": "r-1" } },
    effect: { kind: "reset" },
    ttl: "1h",
  };
  const put = async (sent: object): Promise<unknown> => (await sandbox.call("PUT", "faults/lost", sent)).json();
  const first = await put(body);
  expect(first).toMatchObject({
    id: "lost",
    provider: "invented",
    phase: "before",
    times: 1,
    expiresAt: "2026-01-01T01:00:00.000Z",
  });
  await sandbox.call("POST", "clock/advance", { by: "30m" });
  const { effect, ttl, match, operationId } = body;
  expect(await put({ ttl, match, operationId, effect })).toEqual(first);
  const other = await put({ ...body, effect: { kind: "hang" } });
  expect(other).toMatchObject({ effect: { kind: "hang" }, createdAt: "2026-01-01T00:30:00.000Z" });
  expect(await (await sandbox.call("GET", "faults/lost")).json()).toEqual(other);
  expect(await (await sandbox.call("GET", "faults")).json()).toEqual({ items: [other], total: 1 });
  await sandbox.call("POST", "clock/advance", { by: "1h" });
  expect(await (await sandbox.call("GET", "faults/lost")).json()).toMatchObject({ state: "expired" });
  expect(sandbox.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
});

test("a listing can be narrowed to what has not struck", async () => {
  const sandbox = await openInventedSandbox();
  await sandbox.call("PUT", "faults/one", { provider: "invented", effect: { kind: "reset" } });
  await sandbox.call("PUT", "faults/two", { provider: "invented", effect: { kind: "reset" } });
  await sandbox.tenant.changeFaults(async (tx) => {
    await tx.table(faultTable).put({ ...(await tx.table(faultTable).require("one")), hits: 1 });
  });
  expect(await (await sandbox.call("GET", "faults?unfired=true")).json()).toMatchObject({
    items: [{ id: "two" }],
    total: 1,
  });
  expect(await (await sandbox.call("GET", "faults/three")).json()).toMatchObject({ code: "unknown-fault" });
});

const buy = { operationId: "buyEsim", effect: { kind: "reset" } } as const;
const matching = (match: object): object => ({ ...buy, match });
const doing = (effect: object, more: object = {}): object => ({ ...buy, effect, ...more });

test.for<readonly [string, object, object]>([
  [
    "a value instead of a predicate",
    matching({ body: { "/kind": "gift" } }),
    { match: { body: { "/kind": { eq: "gift" } } } },
  ],
  ["any element of a list", matching({ body: { "/offers/*/count": { gt: 2 } } }), { times: 1 }],
  [
    "a header under any letters",
    matching({ header: { "X-Agent": { matches: "bot" } } }),
    { match: { header: { "x-agent": { matches: "bot" } } } },
  ],
  [
    "a state as the provider writes it",
    matching({ state: { "esim.status": "IN_USE" } }),
    { match: { state: { "esim.status": { eq: "in-use" } } } },
  ],
  ["several calls", matching({ nth: [2, 5] }), { match: { nth: [2, 5] }, times: 2 }],
  ["one call", matching({ nth: 3 }), { match: { nth: [3] }, times: 1 }],
  ["the first calls", matching({ firstN: 3 }), { times: 3 }],
  ["each call of an entity", matching({ everyN: 2, key: "/reference" }), { times: null }],
  ["a share of the calls", matching({ probability: 0.5 }), { times: null }],
  [
    "the operation inside of match",
    { provider: "invented", match: { operationId: "buyEsim" }, effect: { kind: "reset" } },
    { operationId: "buyEsim", match: {} },
  ],
  [
    "a recurring window",
    matching({ window: { from: "10m", until: "2026-01-02T00:00:00Z", every: "1h", for: "5m" } }),
    {
      match: {
        window: {
          from: "2026-01-01T00:10:00.000Z",
          until: "2026-01-02T00:00:00.000Z",
          everyMs: 3_600_000,
          forMs: 300_000,
        },
      },
    },
  ],
  ["a member of the answer", doing({ kind: "drop-member", pointer: "/esim/id" }), { phase: "committed" }],
  [
    "a table of percentiles",
    doing({ kind: "latency", law: { law: "percentiles", p50Ms: 1, p90Ms: 2, p99Ms: 3, maxMs: 3 } }),
    { phase: "before" },
  ],
  ["a refusal by its name", doing({ kind: "provider-error", code: "E2" }), { phase: "before" }],
])("a fault may have %s", async ([, body, view]) => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call("POST", "faults", body);
  expect([answer.status, await answer.json()]).toMatchObject([201, view]);
  expect(sandbox.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
});

test.for<readonly [string, object, string, string]>([
  [
    "a member that requests do not have",
    matching({ body: { "/referense": "r" } }),
    "impossible-fault",
    "did you mean reference?",
  ],
  ["a member of no element", matching({ body: { "/offers/*/cod": "x" } }), "impossible-fault", "did you mean code?"],
  ["a pointer that is none", matching({ body: { reference: "r" } }), "impossible-fault", "a JSON pointer"],
  [
    "a member of an operation without a body",
    { ...matching({ body: { "/id": 1 } }), operationId: "showEsim" },
    "impossible-fault",
    "nothing is there",
  ],
  ["a query parameter that is not there", matching({ query: { id: "1" } }), "impossible-fault", "body.match.query.id"],
  [
    "a fact that nobody knows",
    matching({ state: { "esim.state": "in-use" } }),
    "impossible-fault",
    "did you mean esim.status?",
  ],
  [
    "a value that the fact never has",
    matching({ state: { "esim.status": "inuse" } }),
    "impossible-fault",
    "did you mean in-use?",
  ],
  [
    "a text where the fact is a number",
    matching({ state: { "account.balance": "much" } }),
    "impossible-fault",
    "number",
  ],
  [
    "a value that the member never has",
    matching({ body: { "/kind": "gifd" } }),
    "impossible-fault",
    "did you mean gift?",
  ],
  ["a text where the member is a boolean", matching({ body: { "/isUrgent": "yes" } }), "impossible-fault", "boolean"],
  [
    "a comparison of what has no order",
    matching({ body: { "/isUrgent": { lt: 3 } } }),
    "impossible-fault",
    "no comparison",
  ],
  [
    "an empty range",
    matching({ body: { "/offers/0/count": { gt: 3, lt: 3 } } }),
    "impossible-fault",
    "nothing is greater than 3",
  ],
  ["a predicate without a condition", matching({ body: { "/kind": {} } }), "impossible-fault", "no condition"],
  [
    "a condition of another name",
    matching({ body: { "/kind": { equals: "gift" } } }),
    "invalid-request",
    "known are eq, ne",
  ],
  [
    "a pattern that is none",
    matching({ body: { "/kind": { matches: "(" } } }),
    "impossible-fault",
    "no regular expression",
  ],
  ["no probability", matching({ probability: 0 }), "incomplete-fault", "greater than 0"],
  ["more than certainty", matching({ probability: 1.1 }), "incomplete-fault", "at most 1"],
  ["a call before the first", matching({ nth: 0 }), "incomplete-fault", "from 1"],
  ["counts that never meet", matching({ nth: 5, firstN: 3 }), "impossible-fault", "no call is among"],
  ["a period beyond the first calls", matching({ everyN: 5, firstN: 3 }), "impossible-fault", "no call is among"],
  ["a key that counts nothing", matching({ key: "/reference" }), "impossible-fault", "counts nothing"],
  ["a key that requests do not have", matching({ nth: 1, key: "/ref" }), "impossible-fault", "body.match.key"],
  ["a window that is over", matching({ window: { until: "2025-12-31T00:00:00Z" } }), "impossible-fault", "never open"],
  ["a window turned round", matching({ window: { from: "2h", until: "1h" } }), "impossible-fault", "never open"],
  ["a window without a meaning", matching({ window: { from: "tomorrow" } }), "wrong-duration", "an instant such as"],
  ["a period without its part", matching({ window: { every: "1h" } }), "wrong-duration", "every and for both"],
  [
    "a part as long as its period",
    matching({ window: { every: "1h", for: "1h" } }),
    "impossible-fault",
    "shorter than every",
  ],
  [
    "a life that ends before its window",
    { ...matching({ window: { from: "2h" } }), ttl: "1h" },
    "impossible-fault",
    "body.ttl",
  ],
  ["no life", { ...buy, ttl: "0s" }, "wrong-duration", "greater than 0"],
  ["two operations", { ...matching({ operationId: "showEsim" }) }, "impossible-fault", "the same as operationId"],
  ["neither provider nor operation", { effect: { kind: "reset" } }, "invalid-request", "body.provider"],
  [
    "an operation of nobody",
    { operationId: "buyEsm", effect: { kind: "reset" } },
    "unknown-operation",
    "did you mean buyEsim?",
  ],
  ["an effect of nobody", doing({ kind: "resett" }), "invalid-request", "did you mean reset?"],
  [
    "damage before there is an answer",
    doing({ kind: "malformed-json" }, { phase: "before" }),
    "impossible-fault",
    "committed for this effect",
  ],
  [
    "a broken body after the answer",
    doing({ kind: "reset", at: "mid-body" }, { phase: "after" }),
    "impossible-fault",
    "committed",
  ],
  [
    "bytes before the headers",
    doing({ kind: "hang", at: "after-headers", afterBytes: 4 }),
    "impossible-fault",
    "mid-body",
  ],
  [
    "a member that answers do not have",
    doing({ kind: "drop-member", pointer: "/esim/iid" }),
    "impossible-fault",
    "did you mean id?",
  ],
  [
    "a member into no type",
    doing({ kind: "retype-member", pointer: "/code", to: "text" }),
    "incomplete-fault",
    "one of string",
  ],
  ["no law", doing({ kind: "latency", law: { law: "gaussian" } }), "invalid-request", "one of fixed, uniform"],
  [
    "a law without its parts",
    doing({ kind: "latency", law: { law: "normal", meanMs: 5 } }),
    "invalid-request",
    "body.effect.law.deviationMs",
  ],
  [
    "a law turned round",
    doing({ kind: "latency", law: { law: "uniform", minMs: 5, maxMs: 4 } }),
    "invalid-request",
    "at least minMs, 5",
  ],
  [
    "a table that falls",
    doing({ kind: "latency", law: { law: "percentiles", p50Ms: 9, p90Ms: 2, p99Ms: 3, maxMs: 4 } }),
    "invalid-request",
    "at least p50Ms, 9",
  ],
  ["two latencies", doing({ kind: "latency", ms: 5, law: { law: "fixed", ms: 5 } }), "incomplete-fault", "or else law"],
  [
    "two paces",
    doing({ kind: "slow-body", bytesPerSecond: 5, chunks: 2, overMs: 5 }),
    "incomplete-fault",
    "not all of them",
  ],
  ["half a pace", doing({ kind: "slow-body", chunks: 2 }), "incomplete-fault", "both chunks and overMs"],
  ["a length that is right", doing({ kind: "wrong-content-length", by: 0 }), "incomplete-fault", "but 0"],
  [
    "a header that breaks the answer",
    doing({ kind: "wrong-content-type", contentType: "a\r\nb: c" }),
    "incomplete-fault",
    "body.effect.contentType",
  ],
  ["a status of nobody", doing({ kind: "status", status: 99 }), "incomplete-fault", "from 200 to 599"],
  [
    "a page of a status that proxies have not",
    doing({ kind: "proxy-page", status: 500 }),
    "incomplete-fault",
    "502, 503 or 504",
  ],
])("a fault with %s is refused, and nothing is armed", async ([, body, code, told]) => {
  const sandbox = await openInventedSandbox();
  for (const [method, path] of [
    ["POST", "faults"],
    ["PUT", "faults/mine"],
  ] as const) {
    const answer = await sandbox.call(method, path, body);
    const problem = { code, detail: expect.stringContaining(told) };
    expect([answer.status, await answer.json()]).toMatchObject([422, problem]);
  }
  expect(sandbox.tenant.faults).toEqual([]);
});

test.for([["-lead"], ["with%20space"], ["x".repeat(81)]] as const)("an id such as %s is refused", async ([id]) => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call("PUT", `faults/${id}`, buy);
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path: "path.faultId" }] }]);
});

test("a fault that is too long to be kept is refused", async () => {
  const sandbox = await openInventedSandbox();
  const list = Array.from({ length: 100 }, (_, n) => `${n}`.repeat(100));
  const answer = await sandbox.call("POST", "faults", matching({ body: { "/reference": { in: list } } }));
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { code: "invalid-request", detail: expect.stringContaining("16384") },
  ]);
});
