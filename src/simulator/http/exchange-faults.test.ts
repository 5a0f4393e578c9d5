import { describe, expect, test } from "vitest";
import { missesOf } from "../kernel/fault-misses.ts";
import type { NewFaultRule } from "../kernel/faults.ts";
import { advanceBy } from "../kernel/time-commands.ts";
import { type CounterService, openCounter } from "./testing/counter-provider.ts";
import { transportFaultOf } from "./transport-fault.ts";

type Effect = NewFaultRule["effect"];

const COMMITTED = { phase: "committed", operationId: "countUp" } as const;

const whenLifted = expect.any(Function);

async function answered(
  service: CounterService,
  body = "{}",
): Promise<{ status: number; text: string; type: string | null }> {
  const response = await service.call("/count/up", body);
  return { status: response.status, text: await response.text(), type: response.headers.get("content-type") };
}

const reasons = (service: CounterService, id: string): string[] =>
  missesOf(service.tenant)
    .of(id)
    .last.map(({ reason }) => reason);

describe("instead of the provider's answer comes", () => {
  test.for<readonly [string, Effect, number, string, string]>([
    [
      "a status with its usual text",
      { kind: "status", status: 503 },
      503,
      "Service Unavailable",
      "text/plain; charset=utf-8",
    ],
    [
      "a status with a body",
      { kind: "status", status: 418, body: "tea", contentType: "text/tea" },
      418,
      "tea",
      "text/tea",
    ],
    ["a status that has no body", { kind: "status", status: 204 }, 204, "", "text/plain; charset=utf-8"],
  ])("%s", async ([, effect, status, text, type]) => {
    const service = await openCounter();
    await service.addFault({ effect, times: 1 });
    expect(await answered(service)).toEqual({ status, text, type });
    expect(await service.value()).toBe(0);
    expect(service.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
  });

  test("the page of a proxy", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "proxy-page", status: 502 } });
    const { status, text, type } = await answered(service);
    expect([status, type, text.includes("<title>502 Bad Gateway</title>")]).toEqual([502, "text/html", true]);
  });

  test("a status that says when to come again", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "status", status: 429, retryAfterSeconds: 7 } });
    expect((await service.call("/count/up")).headers.get("retry-after")).toBe("7");
  });

  test("garbage, the same at each repetition", async () => {
    const drawn = await Promise.all(
      [1, 2].map(async () => {
        const service = await openCounter();
        await service.addFault({ ...COMMITTED, effect: { kind: "garbage", bytes: 40 } });
        return [...new Uint8Array(await (await service.call("/count/up")).arrayBuffer())];
      }),
    );
    expect([drawn[0]?.length, drawn[0]]).toEqual([40, drawn[1]]);
  });
});

describe("the answer of an operation that happened is damaged", () => {
  test.for<readonly [string, Effect, string]>([
    ["into broken JSON", { kind: "malformed-json" }, '{"code":"0","value":1,'],
    ["by a mark of byte order", { kind: "bom" }, '\uFEFF{"code":"0","value":1}'],
    ["by a lost member", { kind: "drop-member", pointer: "/value" }, '{"code":"0"}'],
    ["by a member of another name", { kind: "rename-member", pointer: "/value", to: "val" }, '{"code":"0","val":1}'],
    ["by a number as text", { kind: "retype-member", pointer: "/value", to: "string" }, '{"code":"0","value":"1"}'],
    ["by a text as number", { kind: "retype-member", pointer: "/code", to: "number" }, '{"code":0,"value":1}'],
    ["by a number as list", { kind: "retype-member", pointer: "/value", to: "array" }, '{"code":"0","value":[1]}'],
    [
      "by a number as object",
      { kind: "retype-member", pointer: "/value", to: "object" },
      '{"code":"0","value":{"value":1}}',
    ],
    [
      "by a number as boolean",
      { kind: "retype-member", pointer: "/value", to: "boolean" },
      '{"code":"0","value":true}',
    ],
    ["by null", { kind: "retype-member", pointer: "/value", to: "null" }, '{"code":"0","value":null}'],
  ])("%s", async ([, effect, text]) => {
    const service = await openCounter();
    const id = await service.addFault({ ...COMMITTED, effect, times: 1 });
    const response = await service.call("/count/up");
    const bytes = await response.arrayBuffer();
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(text);
    expect(response.headers.get("x-sim-fault")).toBe(id);
    expect(await service.value()).toBe(1);
    expect(service.tenant.journal.list({ kind: "exchange" })).toMatchObject([
      { response: text, faults: [id], code: "0" },
    ]);
    expect(service.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
  });

  test("by another content type", async () => {
    const service = await openCounter();
    await service.addFault({ ...COMMITTED, effect: { kind: "wrong-content-type" } });
    expect(await answered(service)).toEqual({ status: 200, text: '{"code":"0","value":1}', type: "text/html" });
  });

  test("by several faults at once, in order", async () => {
    const service = await openCounter();
    await service.addFault({ ...COMMITTED, effect: { kind: "drop-member", pointer: "/code" } });
    await service.addFault({ ...COMMITTED, effect: { kind: "rename-member", pointer: "/value", to: "v" } });
    expect((await answered(service)).text).toBe('{"v":1}');
  });

  test("never into showing a secret in the journal", async () => {
    const service = await openCounter();
    await service.addFault({ phase: "committed", effect: { kind: "rename-member", pointer: "/code", to: "c" } });
    await service.call("/count/login");
    expect(JSON.stringify(service.tenant.journal.list())).not.toContain("answered-token");
  });

  test("not where there is nothing to damage: the hit is kept", async () => {
    const service = await openCounter();
    const id = await service.addFault({ ...COMMITTED, effect: { kind: "drop-member", pointer: "/token" }, times: 1 });
    expect((await answered(service)).text).toBe('{"code":"0","value":1}');
    expect([service.tenant.faults[0]?.hits, reasons(service, id)]).toEqual([0, ["nothing-to-damage"]]);
  });
});

describe("the connection of an answer", () => {
  test.for<readonly [string, Effect, object]>([
    ["is closed without one", { kind: "empty-reply" }, { kind: "close", when: "instead" }],
    ["hangs without one", { kind: "hang" }, { kind: "hang", when: "instead", forMs: 600_000, whenLifted }],
    [
      "hangs after the headers",
      { kind: "hang", at: "after-headers", forMs: 5 },
      { kind: "hang", when: "within", afterBytes: 0, forMs: 5, whenLifted },
    ],
    ["breaks in the middle", { kind: "reset", at: "mid-body" }, { kind: "reset", when: "within", afterBytes: null }],
    ["breaks after some bytes", { kind: "reset", afterBytes: 3 }, { kind: "reset", when: "within", afterBytes: 3 }],
    ["ends too early", { kind: "truncated-body", afterBytes: 9 }, { kind: "close", when: "within", afterBytes: 9 }],
    ["announces too much", { kind: "wrong-content-length" }, { kind: "length", when: "within", by: 7 }],
    [
      "is slow by chunks",
      { kind: "slow-body", chunks: 4, overMs: 80 },
      { kind: "slow", when: "within", chunks: 4, overMs: 80 },
    ],
    [
      "is slow by pace",
      { kind: "slow-body", bytesPerSecond: 100 },
      { kind: "slow", when: "within", chunkBytes: 2, everyMs: 20 },
    ],
  ])("%s", async ([, effect, transport]) => {
    const service = await openCounter();
    await service.addFault({ ...COMMITTED, effect });
    const response = await service.call("/count/up");
    expect(transportFaultOf(response)).toEqual(transport);
    expect(await service.value()).toBe(1);
    const status = "when" in transport && transport.when === "instead" ? null : 200;
    expect(service.log).toMatchObject([{ status, isSuccess: true }]);
  });

  test("carries bytes that are no HTTP", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "garbage", at: "connection", bytes: 8 } });
    const noise = { kind: "noise", when: "instead", hex: expect.stringMatching(/^[0-9a-f]{16}$/) };
    expect(transportFaultOf(await service.call("/count/up"))).toEqual(noise);
    expect(await service.value()).toBe(0);
  });

  test("can be slow for an answer that is damaged", async () => {
    const service = await openCounter();
    await service.addFault({ ...COMMITTED, effect: { kind: "malformed-json" } });
    await service.addFault({ ...COMMITTED, effect: { kind: "slow-body", chunks: 2, overMs: 10 } });
    const response = await service.call("/count/up");
    expect([transportFaultOf(response)?.kind, await response.text()]).toEqual(["slow", '{"code":"0","value":1,']);
  });
});

describe("a stale read", () => {
  const stale = { operationId: "countUp", effect: { kind: "stale-read", olderThanMs: 60_000 }, times: null } as const;

  test("repeats the last answer to the same call that is old enough", async () => {
    const service = await openCounter();
    await service.call("/count/up", '{"by":1}');
    await service.call("/count/up", '{"by":2}');
    await advanceBy(service.tenant, 60_000);
    await service.call("/count/up", '{"by":1}');
    await service.addFault(stale);
    const text = async (body: string): Promise<string> => (await answered(service, body)).text;
    expect(await text('{"by":1}')).toBe('{"code":"0","value":1}');
    expect(await text('{"by":2}')).toBe('{"code":"0","value":2}');
    await advanceBy(service.tenant, 60_000);
    expect(await text('{"by":1}')).toBe('{"code":"0","value":3}');
    expect(await service.value()).toBe(3);
  });

  test("is the present answer where none is old enough, or the journal kept none whole", async () => {
    const service = await openCounter();
    const id = await service.addFault({ ...stale, operationId: null });
    expect((await answered(service)).text).toBe('{"code":"0","value":1}');
    await service.call("/count/login");
    await advanceBy(service.tenant, 60_000);
    expect(await (await service.call("/count/login")).json()).toEqual({ code: "0", token: "answered-token" });
    expect(reasons(service, id)).toEqual(["nothing-to-damage", "nothing-to-damage", "nothing-to-damage"]);
  });
});

describe("a latency by law", () => {
  test("is drawn for each strike, and written down", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "latency", law: { law: "uniform", minMs: 10, maxMs: 20 } } });
    for (let n = 0; n < 3; n += 1) await service.call("/count/up");
    expect(new Set(service.slept).size).toBe(3);
    expect(service.slept.every((ms) => ms >= 10 && ms < 20)).toBe(true);
    const applied = service.tenant.journal.list({ kind: "fault-applied" }).map(({ delayMs }) => delayMs);
    expect(applied).toEqual(service.slept);
  });
});

describe("a rule that asks for the provider's state", () => {
  test("sees it as it was before the operation, in every phase", async () => {
    const service = await openCounter();
    const match = { state: { "tally.value": { gt: 1 } } };
    const id = await service.addFault({ ...COMMITTED, effect: { kind: "provider-error", code: "late" }, match });
    const codes: string[] = [];
    for (let n = 0; n < 3; n += 1) codes.push((await answered(service)).text);
    expect(codes).toEqual(['{"code":"0","value":1}', '{"code":"0","value":2}', '{"code":"late"}']);
    expect(missesOf(service.tenant).of(id)).toMatchObject({
      count: 2,
      last: [{ reason: "state", detail: 'tally.value must be {"gt":1}, was 0' }, { reason: "state" }],
    });
  });

  test("does not strike when the state cannot be read, and the call is served as it can be", async () => {
    const service = await openCounter();
    await service.addFault({ match: { state: { "tally.value": { eq: 0 } } }, effect: { kind: "reset" } });
    service.parcels.disk.isFull = true;
    expect((await service.call("/count/login")).status).toBe(200);
  });
});

describe("of what did not happen", () => {
  test.for([
    ["an operation that was refused", "committed", "operation-refused", { "x-stranger": "1" }],
    ["another operation", "before", "other-operation", {}],
  ] as const)("%s is told", async ([, phase, reason, headers]) => {
    const service = await openCounter();
    const operationId = reason === "other-operation" ? "logIn" : "countUp";
    const id = await service.addFault({ phase, operationId, effect: { kind: "reset" }, times: 1 });
    await service.call("/count/up", "{}", headers);
    expect(reasons(service, id)).toEqual([reason]);
  });

  test("faults before the others are told", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "provider-error", code: "late" } });
    const second = await service.addFault({ effect: { kind: "reset" } });
    const third = await service.addFault({ ...COMMITTED, effect: { kind: "reset" } });
    await service.call("/count/up");
    expect([reasons(service, second), reasons(service, third)]).toEqual([["other-fault"], ["operation-not-run"]]);
  });

  test("the last are kept, those of the rule's own operation first", async () => {
    const service = await openCounter();
    const id = await service.addFault({
      operationId: "countUp",
      match: { body: { "/by": { eq: 9 } } },
      effect: { kind: "reset" },
    });
    for (let by = 1; by <= 12; by += 1) {
      await service.call("/count/up", `{"by":${by === 9 ? 0 : by}}`);
      await service.call("/count/login");
    }
    const { count, last } = missesOf(service.tenant).of(id);
    expect(count).toBe(24);
    expect(last.map(({ operationId }) => operationId)).toEqual([...new Array(8).fill("countUp"), "logIn", "logIn"]);
    expect(last[7]).toMatchObject({ requestId: "default-23", reason: "body", detail: '/by must be {"eq":9}, was 12' });
  });

  test("nothing is remembered over a reset", async () => {
    const service = await openCounter();
    const id = await service.addFault({ operationId: "countUp", effect: { kind: "reset" } });
    await service.call("/count/login");
    await service.tenant.reset();
    expect(missesOf(service.tenant).of(id)).toEqual({ count: 0, last: [] });
  });
});

test("calls of one entity are counted for themselves, also when they come at the same time", async () => {
  const service = await openCounter();
  await service.addFault({
    operationId: "countUp",
    match: { nth: [2], key: "/id" },
    effect: { kind: "provider-error", code: "late" },
  });
  const calls = ["a", "b", "a", "c", "b", "a"].map((id) => answered(service, `{"id":"${id}"}`));
  const late = (await Promise.all(calls)).map(({ text }) => text === '{"code":"late"}');
  expect(late.filter((isLate) => isLate)).toHaveLength(2);
  expect(service.tenant.faults).toMatchObject([{ hits: 2, seen: 6, seenByKey: { "=a": 3, "=b": 2, "=c": 1 } }]);
});

describe("what a caller prefers by header", () => {
  const asking = { callerFaults: { prefer: true, magic: false } };
  const prefer = (service: CounterService, wish: string): Promise<Response> =>
    service.call("/count/up", "{}", { "x-sim-prefer": wish });

  test("is done once, and names itself", async () => {
    const service = await openCounter(asking);
    const response = await prefer(service, "error=late, delay=2s");
    expect([await response.json(), service.slept]).toEqual([{ code: "late" }, [2000]]);
    expect(response.headers.get("x-sim-fault")).toBe("prefer,prefer-2");
    expect([(await answered(service)).text, service.tenant.faults]).toEqual(['{"code":"0","value":1}', []]);
  });

  test.for([
    ["a lost answer", "reset, phase=committed", { kind: "reset", when: "instead" }, 1],
    ["a reset", "reset", { kind: "reset", when: "instead" }, 0],
    ["silence", "hang", { kind: "hang", when: "instead", forMs: 600_000, whenLifted }, 0],
    ["nothing at all", "empty;", { kind: "close", when: "instead" }, 0],
  ] as const)("can be %s", async ([, wish, transport, value]) => {
    const service = await openCounter(asking);
    expect(transportFaultOf(await prefer(service, wish))).toEqual(transport);
    expect(await service.value()).toBe(value);
  });

  test.for([
    ["an unknown wish", "eror=late", "did you mean error?"],
    ["an unknown code", "error=lat", "did you mean late?"],
    ["no duration", "delay=2", "a duration from 1ms to 10m"],
    ["no status", "status=99", "from 200 to 599"],
    ["an unknown phase", "reset, phase=during", "before, committed or after"],
    ["a phase in which nothing is left to hang", "hang, phase=after", "before or committed for hang"],
  ] as const)("is left alone as a whole with %s, and that is told", async ([, wish, detail]) => {
    const service = await openCounter(asking);
    const response = await prefer(service, wish);
    expect([response.status, await response.json()]).toEqual([200, { code: "0", value: 1 }]);
    expect(response.headers.get("x-sim-prefer-refused")).toContain(detail);
    expect(service.tenant.journal.list({ kind: "prefer-refused" })).toHaveLength(1);
  });

  test("is not looked at unless that is switched on", async () => {
    const service = await openCounter({ callerFaults: { prefer: false, magic: true } });
    expect(await (await prefer(service, "error=late")).json()).toEqual({ code: "0", value: 1 });
  });
});

test("a magic value brings about its fault while that is switched on, and only there", async () => {
  const on = await openCounter({ callerFaults: { prefer: false, magic: true } });
  expect((await answered(on, '{"word":"MAGIC_LATE"}')).text).toBe('{"code":"late"}');
  expect((await answered(on, '{"other":"MAGIC_LATE"}')).text).toBe('{"code":"0","value":1}');
  const off = await openCounter();
  expect((await answered(off, '{"word":"MAGIC_LATE"}')).text).toBe('{"code":"0","value":1}');
});
