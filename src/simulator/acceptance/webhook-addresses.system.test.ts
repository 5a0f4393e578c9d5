import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TenantHandle } from "../index.ts";
import { Partner } from "../providers/esimaccess/testing/partner.ts";
import { type LoopbackReceiver, openLoopbackReceiver } from "./testing/loopback-receiver.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

let shop: Shop;
let handle: TenantHandle;
let access: Partner;
let receiver: LoopbackReceiver;
let base = "";

beforeEach(async () => {
  shop = await openShop({ rateLimit: "off" });
  handle = shop.handle;
  base = (await shop.sandbox.listen()).url;
  access = new Partner(handle, (path, init) => fetch(base + path, init));
  receiver = await openLoopbackReceiver();
});

afterEach(async () => {
  await expectSound(handle);
  await shop.close();
  await receiver.close();
});

async function save(webhook = receiver.url): Promise<string | null> {
  return access.codeOf("webhook/save", { webhook });
}

async function saved(): Promise<unknown> {
  return (await access.call("webhook/query")).obj.webhook;
}

async function admin(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`${base}/__admin/${path}`, body === undefined ? {} : init);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

describe("which addresses are saved", () => {
  test.for([
    ["answers 500", 500],
    ["answers 404", 404],
    ["redirects", 302],
  ] as const)("one that %s is refused, and the one before stays", async ([, status]) => {
    await save();
    const other = await openLoopbackReceiver();
    other.replies(() => status);
    other.redirectsTo(receiver.url);
    receiver.take();
    expect(await access.call("webhook/save", { webhook: other.url })).toMatchObject({
      success: false,
      errorCode: "000001",
      obj: null,
    });
    expect(other.take()).toEqual(["CHECK_HEALTH"]);
    expect(receiver.take()).toEqual([]);
    expect(await saved()).toBe(receiver.url);
    await other.close();
  });

  test("one that takes longer than five seconds is refused after five, though the clock stands", async () => {
    const startedAt = performance.now();
    receiver.replies(() => null);
    expect(await save()).toBe("000001");
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThanOrEqual(4900);
    expect(tookMs).toBeLessThan(9500); // a delivery waits for ten
    expect(await saved()).toBeNull();
  });

  test("the sandbox answers others while a check is on its way", async () => {
    let release = (): void => undefined;
    receiver.replies(() => {
      return new Promise((resolve) => {
        release = () => resolve(200);
      });
    });
    const saving = save();
    await expect.poll(() => receiver.heard.length).toBe(1);
    expect(await access.balance()).toBe(10_000_000);
    expect(await access.order("JP_1_7")).toMatch(/^B/);
    expect((await admin("clock/advance", { by: "2s" })).status).toBe(200);
    release();
    expect(await saving).toBe("0");
  });

  test.for([
    ["a closed port", "http://127.0.0.1:1/"],
    ["a host outside", "http://192.0.2.1/hook"],
    ["a private address", "http://10.0.0.1/hook"],
    ["the address of everything", "http://0.0.0.0:9/"],
    ["an address inside IPv6", "http://[::ffff:192.0.2.1]/hook"],
  ] as const)("%s is refused", async ([, url]) => {
    expect(await save(url)).toBe("000001");
    expect(await saved()).toBeNull();
    expect((await handle.webhooks.list()).at(-1)).toMatchObject({ type: "CHECK_HEALTH", state: "given-up" });
  });

  test("the sandbox's own address is refused", async () => {
    const { port } = new URL(base);
    for (const host of ["127.0.0.1", "localhost", "[::1]", "127.0.0.2"]) {
      expect([host, await save(`http://${host}:${port}/api/v1/open/esim/order`)]).toEqual([host, "000001"]);
    }
  });

  test("every save is checked, and saving replaces", async () => {
    const other = await openLoopbackReceiver();
    await save();
    await save(other.url);
    await save(other.url);
    expect([receiver.heard.length, other.heard.length]).toEqual([1, 2]);
    expect(await saved()).toBe(other.url);
    await access.esim("JP_1_7");
    expect([receiver.heard.length, other.heard.length]).toEqual([1, 3]);
    await other.close();
  });
});

test("a host outside is named together with the flag that admits it", async () => {
  const lines: string[] = [];
  const told = await openShop({ report: (line) => lines.push(line) });
  expect(await told.access.codeOf("webhook/save", { webhook: "http://192.0.2.1/" })).toBe("000001");
  expect(lines.join("\n")).toContain("--allow-webhook-host 192.0.2.1");
  await told.close();
});
