import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MagicValue } from "../http/provider.ts";
import type { NewFault } from "../index.ts";
import { magicValues as accessMagic } from "../providers/esimaccess/wire/magic.ts";
import { magicValues as fmsMagic } from "../providers/fms/wire/magic.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

let shop: Shop;

beforeEach(async () => {
  shop = await openShop({ prefer: true, magic: true });
});

afterEach(async () => {
  await expectSound(shop.handle);
  await shop.close();
});

const hitsOf = async (id: string): Promise<number> => (await shop.handle.faults.get(id)).hits;

describe("a rule by state of eSIM Access", () => {
  test("knows the eSIM by any of its keys, and says why it missed", async () => {
    const esim = await shop.access.esim("JP_1_7");
    const fault = {
      operationId: "esimSuspend",
      match: { state: { "esim.profile": "ENABLED" } },
      effect: { kind: "provider-error", code: "900001" },
    } as const;
    await shop.handle.faults.put("busy", fault);
    expect(await shop.access.codeOf("esim/suspend", { iccid: esim.iccid })).toBe("200002");
    expect((await shop.handle.faults.unfired())[0]).toMatchObject({
      id: "busy",
      lastMisses: [{ reason: "state", detail: 'esim.profile must be {"eq":"enabled"}, was "released"' }],
    });
    for (const event of ["download", "install", "enable"] as const) await shop.handle.esims[event](esim.iccid);
    expect(await shop.access.codeOf("esim/suspend", { esimTranNo: esim.esimTranNo })).toBe("900001");
    expect(await shop.handle.faults.unfired()).toEqual([]);
  });

  test("knows the wallet and the order before the operation", async () => {
    const order = await shop.access.order("JP_1_7");
    const { balance } = await shop.handle.account.get();
    const late = {
      operationId: "esimQuery",
      match: { state: { "order.state": "allocated" } },
      effect: { kind: "provider-error", code: "200010" },
    } as const;
    const poor = {
      operationId: "esimOrder",
      match: { state: { "account.balance": { lt: balance } } },
      effect: { kind: "provider-error", code: "insufficient-balance" },
    } as const;
    await shop.handle.faults.put("late", late);
    await shop.handle.faults.put("poor", poor);
    await shop.access.call("esim/query", { orderNo: order });
    await shop.access.order("JP_1_7");
    expect([await hitsOf("late"), await hitsOf("poor")]).toEqual([0, 0]);
    await shop.handle.clock.advance("2s");
    expect(await shop.access.codeOf("esim/query", { orderNo: order })).toBe("200010");
    const body = { transactionId: "third", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] };
    expect(await shop.access.codeOf("esim/order", body)).toBe("200007");
  });
});

test("a window and a time to live are on the tenant's clock", async () => {
  const body: NewFault = {
    operationId: "balanceQuery",
    match: { window: { every: "1h", for: "10m" } },
    effect: { kind: "provider-error", code: "900001" },
    times: null,
    ttl: "3h",
  };
  await shop.handle.faults.put("hourly", body);
  const codes: (string | null)[] = [];
  for (const by of ["0s", "10m", "50m", "9m", "2h"]) {
    await shop.handle.clock.advance(by);
    codes.push(await shop.access.codeOf("balance/query"));
  }
  expect(codes).toEqual(["900001", "0", "900001", "900001", "0"]);
  expect(await shop.handle.faults.get("hourly")).toMatchObject({ state: "expired", hits: 3 });
});

test("the same seed strikes the same calls with the same delays", async () => {
  const runOnce = async (): Promise<unknown> => {
    await shop.handle.reset();
    const match = { probability: 0.4 };
    await shop.handle.faults.add({
      operationId: "balanceQuery",
      match,
      effect: { kind: "provider-error", code: "900001" },
    });
    const law = { law: "exponential", meanMs: 1 } as const;
    await shop.handle.faults.add({ operationId: "balanceQuery", effect: { kind: "latency", law }, times: null });
    const codes: (string | null)[] = [];
    for (let n = 0; n < 20; n += 1) codes.push(await shop.access.codeOf("balance/query"));
    const delays = (await shop.handle.journal.list({ kind: "fault-applied" })).map(({ delayMs }) => delayMs);
    return { codes, delays };
  };
  const first = await runOnce();
  expect(await runOnce()).toEqual(first);
});

test("a fault in code rejects fetch as a lost connection does, and the order stands", async () => {
  await shop.handle.faults.add({ operationId: "esimOrder", phase: "committed", effect: { kind: "reset" } });
  await expect(shop.access.order("JP_1_7")).rejects.toThrow(TypeError);
  expect(await shop.handle.orders.list()).toHaveLength(1);
});

test("a hang in code lasts until the caller gives up", async () => {
  await shop.handle.faults.add({ operationId: "balanceQuery", effect: { kind: "hang" } });
  const giving = new AbortController();
  const hanging = shop.access.send("balance/query", { body: "{}", signal: giving.signal });
  giving.abort(new Error("enough"));
  await expect(hanging).rejects.toThrow("enough");
});

test.for<readonly [string, (sandbox: Shop) => Promise<unknown>]>([
  ["its rule is removed", ({ handle }) => handle.faults.remove("silence")],
  ["all rules are removed", ({ handle }) => handle.faults.clear()],
  ["the faults begin anew", ({ handle }) => handle.reset("faults")],
  ["the tenant begins anew", ({ handle }) => handle.reset()],
  ["the sandbox stops", ({ sandbox }) => sandbox.close()],
])("a hang in code ends when %s", async ([, happen]) => {
  const own = await openShop({});
  await own.handle.faults.put("silence", { operationId: "balanceQuery", effect: { kind: "hang" } });
  const hanging = own.access.send("balance/query", { body: "{}" });
  await own.handle.journal.next({ kind: "fault-applied" });
  const [ended] = await Promise.allSettled([hanging, happen(own)]);
  expect(ended).toMatchObject({ reason: { message: "fetch failed" } });
  await own.close();
});

test("a caller asks for a fault by header, in either dialect", async () => {
  const access = await shop.access.send("balance/query", { body: "{}", headers: { "x-sim-prefer": "error=200007" } });
  expect(await access.json()).toMatchObject({ success: false, errorCode: "200007" });
  const headers = { "x-sim-prefer": "error=out-of-stock", "content-type": "application/json" };
  const fms = await shop.sandbox.fetch("/package/queryCountry", {
    method: "POST",
    headers,
    body: '{"partnerCode":"P001101"}',
  });
  expect(await fms.json()).toEqual({ code: 3004, data: null, message: "order system exception: no free profile" });
});

const magic: readonly (readonly [provider: string, path: string, value: MagicValue])[] = [
  ...accessMagic.map(
    (value) => ["esimaccess", value.operations[0] === "esimTopup" ? "topup" : "order", value] as const,
  ),
  ...fmsMagic.map((value) => ["fms", value.pointer === "/email" ? "login" : "preOrder", value] as const),
];

const REQUESTS: Readonly<Record<string, (value: MagicValue) => readonly [path: string, body: object]>> = {
  order: ({ pointer, value }) => {
    const isId = pointer === "/transactionId";
    const packageInfoList = [{ packageCode: isId ? "JP_1_7" : value, count: 1 }];
    return ["/api/v1/open/esim/order", { transactionId: isId ? value : "t-1", packageInfoList }];
  },
  topup: ({ value }) => ["/api/v1/open/esim/topup", { transactionId: "t-1", esimTranNo: "1", packageCode: value }],
  login: ({ value }) => [
    "/user/emailRegister",
    { email: value, passwd: "3cb4e732631f47e6eb961f34554b7cde", partnerCode: "P001101" },
  ],
  preOrder: ({ value }) => ["/package/preOrderPackage", { packageCode: value, partnerCode: "P001101" }],
};

test.for(magic)("%s: the magic value of a %s does what its fault says: $2.value", async ([, form, value]) => {
  const [path, body] = REQUESTS[form]?.(value) ?? ["", {}];
  const headers = { "RT-AccessCode": "test-access-code", "content-type": "application/json" };
  const giving = new AbortController();
  const call = shop.sandbox.fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal: giving.signal });
  const ended = call.then(
    () => undefined,
    () => undefined,
  );
  const applied = (): Promise<readonly unknown[]> => shop.handle.journal.list({ kind: "fault-applied" });
  // Some of them take long: what they do is told before, after a few turns of the event loop.
  for (let turns = 0; turns < 1000 && (await applied()).length === 0; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await applied()).toMatchObject([{ faultId: value.name, effect: value.effect.kind, phase: value.phase }]);
  giving.abort(new Error("enough"));
  await ended;
});

test.for([
  ["esimaccess", accessMagic],
  ["fms", fmsMagic],
] as const)("the magic values of %s are those that its README lists", ([provider, values]) => {
  const readme = readFileSync(join(import.meta.dirname, "../providers", provider, "README.md"), "utf8");
  const listed = [...readme.matchAll(/^\| `((?:MAGIC_|magic-)[^`]*)` \|/gm)].map(([, value]) => value);
  expect(new Set(listed)).toEqual(new Set(values.map(({ value }) => value)));
});
