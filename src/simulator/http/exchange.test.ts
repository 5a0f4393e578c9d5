import { describe, expect, test } from "vitest";
import { COUNTER_AT, openCounter } from "./testing/counter-provider.ts";
import { transportFaultOf } from "./transport-fault.ts";

const kinds = (service: Awaited<ReturnType<typeof openCounter>>) =>
  service.tenant.journal.list().map(({ kind }) => kind);

async function codeOf(response: Response): Promise<unknown> {
  return Object(await response.json()).code;
}

describe("a call", () => {
  test("is answered, journalled and told to the log", async () => {
    const service = await openCounter();
    const response = await service.call("/count/up", '{"by":1}');
    expect([response.status, await response.json()]).toEqual([200, { code: "0", value: 1 }]);
    expect(service.tenant.journal.list()).toEqual([
      {
        seq: 1,
        at: COUNTER_AT,
        kind: "exchange",
        requestId: "default-1",
        provider: "counter",
        operationId: "countUp",
        method: "POST",
        path: "/count/up",
        status: 200,
        code: "0",
        request: '{"by":1}',
        response: '{"code":"0","value":1}',
        requestHeaders: { "content-type": "text/plain;charset=UTF-8" },
        responseHeaders: { "content-type": "application/json", "x-sim-evidence": "documented" },
        faults: [],
        wallMs: 0,
      },
    ]);
    expect(service.log).toEqual([
      {
        tenantId: "default",
        provider: "counter",
        operationId: "countUp",
        method: "POST",
        path: "/count/up",
        status: 200,
        code: "0",
        isSuccess: true,
        wallMs: 0,
      },
    ]);
  });

  test.for([
    ["a documented operation", "/count/up", { "x-sim-request-id": "default-1", "x-sim-evidence": "documented" }],
    ["an operation without evidence", "/count/lie", { "x-sim-request-id": "default-1", "x-sim-evidence": "proposed" }],
  ] as const)("to %s says so in removable headers", async ([, path, headers]) => {
    const shown = (response: Response) =>
      Object.fromEntries([...response.headers].filter(([name]) => name.startsWith("x-sim")));
    expect(shown(await (await openCounter()).call(path))).toEqual(headers);
    expect(shown(await (await openCounter({ simHeaders: false })).call(path))).toEqual({});
  });

  test.for([
    ["a path that is not served", "/count/nowhere", "404", "unknownPath"],
    ["an operation that its option hides", "/count/hidden", "404", "hidden"],
  ] as const)("to %s is refused in the provider's dialect and journalled", async ([, path, code, operationId]) => {
    const service = await openCounter();
    expect(await (await service.call(path)).json()).toEqual({ code });
    expect(service.tenant.journal.list()).toMatchObject([{ kind: "exchange", operationId, code }]);
  });

  test("without credentials is refused before the operation", async () => {
    const service = await openCounter();
    expect(await (await service.call("/count/up", "{}", { "x-stranger": "1" })).json()).toEqual({ code: "stranger" });
    expect(await service.value()).toBe(0);
  });

  test.for([
    ["the operation", {}, "a defect"],
    ["the search for the tenant", { "x-broken": "1" }, "the search broke"],
  ] as const)("gets the system error when %s throws, and the journal the cause", async ([, headers, cause]) => {
    const service = await openCounter();
    const response = await service.call("/count/break", "{}", headers);
    expect([response.status, await response.json()]).toEqual([500, { code: "system" }]);
    expect(service.tenant.journal.list()[0]).toMatchObject({
      kind: "internal-error",
      cause: expect.stringContaining(cause),
    });
    expect(kinds(service)).toContain("exchange");
  });

  test("gets the system error when the store refuses the write, and leaves no trace", async () => {
    const service = await openCounter();
    service.parcels.disk.isFull = true;
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "system" });
    service.parcels.disk.isFull = false;
    expect(await service.value()).toBe(0);
  });
});

describe("the check against the contract", () => {
  test("journals a violation and leaves the answer as it is", async () => {
    const service = await openCounter();
    expect(await (await service.call("/count/lie")).json()).toEqual({ code: "0", surprise: 1 });
    expect(service.tenant.journal.list({ kind: "contract-violation" })).toMatchObject([
      { requestId: "default-1", operationId: "lie", detail: expect.stringContaining("additional properties") },
    ]);
  });

  test("also sees a status that is not described", async () => {
    const service = await openCounter();
    await service.call("/count/break");
    expect(service.tenant.journal.list({ kind: "contract-violation" })).toMatchObject([
      { detail: "status 500 is not described" },
    ]);
  });

  test("can be switched off", async () => {
    const service = await openCounter({ selfCheck: false });
    await service.call("/count/lie");
    expect(kinds(service)).toEqual(["exchange"]);
  });
});

test.for([
  ["by name", '{"passwd":"hunter2"}'],
  ["inside lists and objects", '{"a":[{"x-access-token":"hunter2"}]}'],
  ["by a name with escapes", '{"p\\u0061sswd":"hunter2"}'],
  ["in a body that is no JSON", "passwd=hunter2"],
] as const)("a secret never comes into the journal: %s", async ([, body]) => {
  const service = await openCounter();
  await service.call("/count/login", body);
  const text = JSON.stringify(service.tenant.journal.list());
  expect(text).not.toContain("hunter2");
  expect(text).not.toContain("answered-token");
});

describe("a fault before the operation", () => {
  test("of latency waits and then lets it happen", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "latency", ms: 1500 } });
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "0", value: 1 });
    expect(service.slept).toEqual([1500]);
  });

  test("of a provider error answers in its place, and names itself", async () => {
    const service = await openCounter();
    const id = await service.addFault({ effect: { kind: "provider-error", code: "late" } });
    const response = await service.call("/count/up");
    expect([await response.json(), response.headers.get("x-sim-fault")]).toEqual([{ code: "late" }, id]);
    expect(await service.value()).toBe(0);
  });

  test("of a reset leaves the caller without an answer", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "reset" } });
    const response = await service.call("/count/up");
    expect(transportFaultOf(response)).toEqual({ kind: "reset", when: "instead" });
    expect(await service.value()).toBe(0);
    expect(service.log).toMatchObject([{ status: null }]);
  });

  test("stands before authentication", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "provider-error", code: "late" } });
    expect(await (await service.call("/count/up", "{}", { "x-stranger": "1" })).json()).toEqual({ code: "late" });
  });
});

describe("a fault once the operation is committed", () => {
  test.for([
    ["latency", { kind: "latency", ms: 700 }, { code: "0", value: 1 }, undefined],
    ["a provider error", { kind: "provider-error", code: "late" }, { code: "late" }, undefined],
    ["a reset", { kind: "reset" }, null, { kind: "reset", when: "instead" }],
  ] as const)("of %s leaves the effect", async ([, effect, body, transport]) => {
    const service = await openCounter();
    await service.addFault({ phase: "committed", effect });
    const response = await service.call("/count/up");
    expect(await service.value()).toBe(1);
    expect(transportFaultOf(response)).toEqual(transport);
    if (body !== null) expect(await response.json()).toEqual(body);
    expect(service.slept).toEqual(effect.kind === "latency" ? [700] : []);
  });

  test("keeps its hits for calls that have an effect", async () => {
    const service = await openCounter();
    await service.addFault({ phase: "committed", effect: { kind: "provider-error", code: "late" }, times: 1 });
    await service.call("/count/up", "{}", { "x-stranger": "1" });
    expect(service.tenant.faults).toMatchObject([{ hits: 0 }]);
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "late" });
  });
});

describe("a fault after the answer", () => {
  test("of latency holds the end of the answer back", async () => {
    const service = await openCounter();
    await service.addFault({ phase: "after", effect: { kind: "latency", ms: 900 } });
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "0", value: 1 });
    expect(service.slept).toEqual([900]);
  });

  test("of a reset sends the answer first", async () => {
    const service = await openCounter();
    await service.addFault({ phase: "after", effect: { kind: "reset" } });
    const response = await service.call("/count/up");
    expect(transportFaultOf(response)).toEqual({ kind: "reset", when: "sent" });
    expect(await response.json()).toEqual({ code: "0", value: 1 });
  });

  test("of a provider error meets the next call of the operation", async () => {
    const service = await openCounter();
    await service.addFault({ phase: "after", effect: { kind: "provider-error", code: "late" }, times: 1 });
    const bodies: unknown[] = [];
    for (const path of ["/count/up", "/count/login", "/count/up", "/count/up"]) {
      bodies.push(await codeOf(await service.call(path)));
    }
    expect(bodies).toEqual(["0", "0", "late", "0"]);
  });

  test("does not pile up however often it strikes", async () => {
    const service = await openCounter();
    await service.addFault({ phase: "after", effect: { kind: "provider-error", code: "late" } });
    for (let n = 0; n < 20; n += 1) await service.call("/count/up");
    expect(service.tenant.faults).toHaveLength(2);
    expect(await service.value()).toBe(1);
  });
});

describe("several faults", () => {
  test("strike one call as long as they do not contradict one another; the others keep their hits", async () => {
    const service = await openCounter();
    await service.addFault({ effect: { kind: "provider-error", code: "late" }, times: 1 });
    await service.addFault({ effect: { kind: "reset" }, times: 1 });
    await service.addFault({ effect: { kind: "latency", ms: 10 }, times: 1 });
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "late" });
    expect(service.slept).toEqual([10]);
    expect(transportFaultOf(await service.call("/count/up"))).toEqual({ kind: "reset", when: "instead" });
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "0", value: 1 });
  });

  test("are counted exactly when calls come at the same time", async () => {
    const service = await openCounter();
    const id = await service.addFault({ effect: { kind: "provider-error", code: "late" }, times: 7 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.call("/count/up")));
    const codes = await Promise.all(answers.map(codeOf));
    expect(codes.filter((code) => code === "late")).toHaveLength(7);
    expect(await service.value()).toBe(13);
    expect(service.tenant.faults).toMatchObject([{ id, hits: 7 }]);
    expect(service.tenant.journal.list({ kind: "fault-applied" })).toHaveLength(7);
  });

  test("for other operations leave a call alone", async () => {
    const service = await openCounter();
    await service.addFault({ operationId: "logIn" });
    await service.addFault({ provider: "letters" });
    expect(await (await service.call("/count/up")).json()).toEqual({ code: "0", value: 1 });
  });
});

test("a fault that cannot be counted does not strike, and the call is served", async () => {
  const service = await openCounter();
  await service.addFault({ effect: { kind: "provider-error", code: "late" } });
  service.parcels.disk.isFull = true;
  expect(await (await service.call("/count/login")).json()).toEqual({ code: "0", token: "answered-token" });
  expect(kinds(service)).toContain("internal-error");
});
