import { expect, test } from "vitest";
import { faultOfFlags } from "./fault-flags.ts";
import type { GivenFlags } from "./flags.ts";

const reset = { kind: "reset" };

test.for<readonly [string, string | null, GivenFlags, object]>([
  [
    "the lost answer",
    "esimOrder",
    { phase: "committed", reset: true },
    { operationId: "esimOrder", phase: "committed", effect: reset },
  ],
  [
    "a reset after bytes",
    null,
    { provider: "fms", reset: "12" },
    { provider: "fms", effect: { kind: "reset", afterBytes: 12 } },
  ],
  ["a hang somewhere", "a", { hang: "after-headers" }, { effect: { kind: "hang", at: "after-headers" } }],
  ["no answer", "a", { empty: true, always: true }, { effect: { kind: "empty-reply" }, times: null }],
  ["a fixed latency", "a", { latency: "1.5s" }, { effect: { kind: "latency", ms: 1500 } }],
  [
    "a law",
    "a",
    { latency: "percentiles:p50=100,p90=300ms,p99=1s,max=2s" },
    { effect: { kind: "latency", law: { law: "percentiles", p50Ms: 100, p90Ms: "300ms", p99Ms: "1s", maxMs: "2s" } } },
  ],
  ["an error", "a", { error: "200007", times: "3" }, { effect: { kind: "provider-error", code: "200007" }, times: 3 }],
  ["a status", "a", { status: "503" }, { effect: { kind: "status", status: 503 } }],
  ["a stale answer", "a", { stale: "30s" }, { effect: { kind: "stale-read", olderThanMs: 30_000 } }],
  [
    "any effect",
    "a",
    { effect: "retype-member:pointer=/obj/0,to=number" },
    { effect: { kind: "retype-member", pointer: "/obj/0", to: "number" } },
  ],
  [
    "any effect with times",
    "a",
    { effect: "slow-body:chunks=4,overMs=2s" },
    { effect: { kind: "slow-body", chunks: 4, overMs: 2000 } },
  ],
  [
    "a text with commas",
    "a",
    { effect: 'status:status=500,body={"a":1,"b":2}' },
    { effect: { kind: "status", status: 500, body: '{"a":1,"b":2}' } },
  ],
  ["an effect without members", "a", { effect: "bom" }, { effect: { kind: "bom" } }],
  [
    "predicates",
    "a",
    { reset: true, body: ["/x=5", "/y!=a", "/z>1", "/z<9", "/w~^t", "/v?", "/u=a|b"], header: ["x-a=5"] },
    {
      match: {
        body: {
          "/x": { eq: 5 },
          "/y": { ne: "a" },
          "/z": { gt: 1, lt: 9 },
          "/w": { matches: "^t" },
          "/v": { exists: true },
          "/u": { in: ["a", "b"] },
        },
        header: { "x-a": { eq: "5" } },
      },
    },
  ],
  [
    "counts",
    "a",
    { reset: true, nth: "2,5", key: "/orderNo", probability: "0.5", state: ["esim.status=IN_USE"] },
    { match: { nth: [2, 5], key: "/orderNo", probability: 0.5, state: { "esim.status": { eq: "IN_USE" } } } },
  ],
  ["first and every", "a", { reset: true, first: "3", every: "2" }, { match: { firstN: 3, everyN: 2 } }],
  [
    "a window",
    "a",
    { reset: true, ttl: "1h", window: "from=2026-01-01T00:00:00Z,every=1h,for=10m" },
    { ttl: "1h", match: { window: { from: "2026-01-01T00:00:00Z", every: "1h", for: "10m" } } },
  ],
  [
    "JSON, and flags above it",
    "b",
    { rule: '{"operationId":"a","effect":{"kind":"bom"},"times":2}' },
    { operationId: "b", effect: { kind: "bom" }, times: 2 },
  ],
  [
    "numbers that are none as texts",
    "a",
    { reset: true, body: ["/id=007", "/no=12345678901234567890"] },
    { match: { body: { "/id": { eq: "007" }, "/no": { eq: "12345678901234567890" } } } },
  ],
])("flags say %s", async ([, operation, flags, fault]) => {
  expect(await faultOfFlags(flags, operation)).toMatchObject(fault);
});

test.for<readonly [string, GivenFlags, string]>([
  ["no effect", {}, "one effect must be given, such as --reset"],
  ["two effects", { reset: true, error: "1" }, "got --reset and --error"],
  ["a predicate without a sign", { reset: true, body: ["/x"] }, '--body must be PLACE=VALUE, got "/x"'],
  ["a count that is none", { reset: true, times: "twice" }, '--times must be a number, got "twice"'],
  ["a rule that is no JSON", { rule: "{" }, "--rule must be JSON"],
  ["a rule in no file", { rule: "@/nowhere/rule.json" }, "/nowhere/rule.json must be readable"],
])("flags with %s are refused before anything is asked", async ([, flags, told]) => {
  await expect(faultOfFlags(flags, "a")).rejects.toThrow(told);
});
