import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createControlClient } from "../../client/control-client.ts";
import type { TenantControl } from "../../client/tenant-control.ts";
import { Partner } from "../providers/esimaccess/testing/partner.ts";
import { type LoopbackReceiver, openLoopbackReceiver } from "./testing/loopback-receiver.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

let shop: Shop;
let tenant: TenantControl;
let access: Partner;
let receiver: LoopbackReceiver;

/** A sandbox behind a socket, driven over REST, whose webhooks end at a receiver behind another one. */
beforeEach(async () => {
  shop = await openShop({ rateLimit: "off" });
  const { url } = await shop.sandbox.listen();
  tenant = createControlClient({ fetch, url }).tenant();
  access = new Partner(shop.handle, (path, init) => fetch(url + path, init));
  receiver = await openLoopbackReceiver();
  expect(await access.codeOf("webhook/save", { webhook: receiver.url })).toBe("0");
  receiver.take();
});

afterEach(async () => {
  await expectSound(shop.handle);
  await shop.close();
  await receiver.close();
});

/** An eSIM in use, of which nothing is on its way any more. */
async function inUse(): Promise<string> {
  const { esimTranNo } = await access.esim("JP_1_7");
  await access.play(esimTranNo, "attach");
  await shop.handle.idle();
  receiver.take();
  return esimTranNo;
}

function lastHeard(): LoopbackReceiver["heard"][number] {
  const last = receiver.heard.at(-1);
  if (last === undefined) throw new Error("nothing was heard");
  return last;
}

describe("rules", () => {
  test("delay, duplicate and drop what a receiver gets", async () => {
    const id = await inUse();
    await tenant.webhooks.rules.put("late", { match: { type: "ESIM_STATUS" }, effect: { kind: "delay", by: "10m" } });
    await tenant.webhooks.rules.put("twice", {
      match: { type: "SMDP_EVENT" },
      effect: { kind: "duplicate", copies: 2 },
    });
    await tenant.emit("ESIM_STATUS", { for: id });
    await tenant.clock.advance("9m");
    expect(receiver.take()).toEqual([]);
    await tenant.clock.advance("1m");
    expect(receiver.take()).toEqual(["ESIM_STATUS IN_USE ENABLED"]);
    const { id: told } = await tenant.emit("SMDP_EVENT", { for: id });
    await shop.handle.idle();
    expect(receiver.take()).toHaveLength(3);
    expect(receiver.heard.slice(-3).map(({ notifyId }) => notifyId)).toEqual([told, told, told]);
    expect(new Set(receiver.heard.slice(-3).map(({ raw }) => raw)).size).toBe(1);
    await tenant.webhooks.rules.clear();
    await tenant.webhooks.rules.add({ match: { about: { esimId: id } }, effect: { kind: "drop" } });
    await tenant.emit("DATA_USAGE", { for: id });
    await tenant.emit("DATA_USAGE", { for: id });
    await shop.handle.idle();
    expect(receiver.take()).toEqual(["DATA_USAGE"]);
    expect(await tenant.deliveries.list({ state: "dropped" })).toHaveLength(1);
  });

  test("swap the events of a profile, and shuffle those of several eSIMs", async () => {
    const { esimTranNo } = await access.esim("JP_1_7");
    receiver.take();
    await tenant.webhooks.rules.add({ match: { type: "SMDP_EVENT" }, effect: { kind: "reorder", behind: 1 } });
    for (const event of ["download", "install", "enable"] as const) await tenant.esims.play(esimTranNo, event);
    await shop.handle.idle();
    expect(receiver.take()).toEqual([
      "SMDP_EVENT GOT_RESOURCE INSTALLATION",
      "SMDP_EVENT GOT_RESOURCE DOWNLOAD",
      "SMDP_EVENT GOT_RESOURCE ENABLED",
    ]);
    const by = { law: "uniform", minMs: 0, maxMs: "1m" } as const;
    await tenant.webhooks.rules.add({ effect: { kind: "delay", by, isOvertaken: true }, times: null });
    const ids: string[] = [];
    for (let count = 0; count < 8; count += 1) ids.push((await tenant.emit("ESIM_STATUS", { for: esimTranNo })).id);
    await tenant.clock.advance("1m");
    const came = receiver.heard.slice(-8).map(({ notifyId }) => notifyId);
    expect(came.toSorted()).toEqual(ids.toSorted());
    expect(came).not.toEqual(ids);
  });

  test("damage a body and sign it rightly or wrongly", async () => {
    const id = await inUse();
    const signature = (): { got: unknown; right: string } => {
      const { headers, raw } = lastHeard();
      const signed = `${headers["rt-timestamp"]}${headers["rt-requestid"]}${headers["rt-accesscode"]}${raw}`;
      const right = createHmac("sha256", "test-secret-key").update(signed).digest("hex");
      return { got: headers["rt-signature"], right };
    };
    for (const variant of ["signed", "wrong-signature"]) {
      await tenant.webhooks.rules.put("form", { effect: { kind: "corrupt", remove: ["/content/orderNo"], variant } });
      await tenant.emit("ESIM_STATUS", { for: id });
      await shop.handle.idle();
      expect(receiver.heard.at(-1)?.content).not.toHaveProperty("orderNo");
      const { got, right } = signature();
      expect(got === right).toBe(variant === "signed");
    }
    await tenant.webhooks.rules.put("form", { effect: { kind: "corrupt", retype: ["/content/esimStatus"] } });
    await tenant.emit("ESIM_STATUS", { for: id });
    await shop.handle.idle();
    expect(receiver.heard.at(-1)?.content["esimStatus"]).toBe(6);
  });

  test("let ORDER_STATUS come before the answer of its order, and its receiver ask for the eSIMs", async () => {
    await tenant.webhooks.rules.add({ match: { type: "ORDER_STATUS" }, effect: { kind: "early" } });
    const order: string[] = [];
    receiver.replies(async ({ content }) => {
      const { esimList } = (await access.call("esim/query", { orderNo: content["orderNo"] })).obj;
      order.push(`webhook with ${esimList.length} eSIM`);
      return 200;
    });
    await access.order("JP_1_7");
    order.push("answer");
    expect(order).toEqual(["webhook with 1 eSIM", "answer"]);
  });

  test("that want an early webhook wait no longer than its time-out", async () => {
    await access.set({ webhookTimeoutSeconds: 1 });
    await tenant.webhooks.rules.add({ match: { type: "ORDER_STATUS" }, effect: { kind: "early" } });
    receiver.replies(() => null);
    const begun = performance.now();
    await access.order("JP_1_7");
    const tookMs = performance.now() - begun;
    expect(tookMs).toBeGreaterThan(900);
    expect(tookMs).toBeLessThan(9000); // unless told otherwise it is ten seconds
    receiver.replies(() => 200);
    await tenant.clock.runUntilIdle();
    expect(await tenant.deliveries.list({ type: "ORDER_STATUS" })).toMatchObject([{ state: "delivered" }]);
  });
});

describe("by hand", () => {
  test("webhooks are held, reordered, edited, dropped, released and sent again", async () => {
    const id = await inUse();
    await tenant.webhooks.hold();
    const ids: string[] = [];
    for (const event of ["ESIM_STATUS", "DATA_USAGE", "VALIDITY_USAGE", "SMDP_EVENT"]) {
      ids.push((await tenant.emit(event, { for: id })).id);
    }
    const [status = "", usage = "", validity = "", smdp = ""] = ids;
    await tenant.clock.advance("1h");
    expect(receiver.take()).toEqual([]);
    await tenant.webhooks.reorder([smdp, usage]);
    await tenant.webhooks.drop(status);
    await tenant.webhooks.edit(validity, { body: { notifyType: "VALIDITY_USAGE", content: { remain: 0 } } });
    expect((await tenant.webhooks.inbox()).map((held) => held.id)).toEqual([smdp, usage, validity]);
    await tenant.webhooks.releaseAll();
    await shop.handle.idle();
    expect(receiver.take()).toEqual(["SMDP_EVENT IN_USE ENABLED", "DATA_USAGE", "VALIDITY_USAGE"]);
    expect(receiver.heard.at(-1)?.raw).toBe('{"notifyType":"VALIDITY_USAGE","content":{"remain":0}}');
    await tenant.webhooks.resend(usage);
    await tenant.webhooks.resend(status);
    await shop.handle.idle();
    expect(receiver.heard.slice(-2).map(({ notifyId }) => notifyId)).toEqual([usage, status]);
  });

  test("an address that fails is disabled by the plan and enabled again", async () => {
    const id = await inUse();
    await tenant.webhooks.retries({ delays: ["1s", "2s"], jitter: 0.5, disableAfter: 3 });
    receiver.replies(() => 503);
    await tenant.emit("ESIM_STATUS", { for: id });
    await tenant.clock.advance("1m");
    await tenant.emit("DATA_USAGE", { for: id });
    await shop.handle.idle();
    expect(receiver.take()).toHaveLength(3);
    const { endpoints } = await tenant.webhooks.show();
    expect(endpoints).toMatchObject([{ url: receiver.url, failures: 3, isDisabled: true }]);
    receiver.replies(() => 200);
    await tenant.webhooks.setDisabled(receiver.url, false);
    await tenant.emit("DATA_USAGE", { for: id });
    await shop.handle.idle();
    expect(receiver.take()).toEqual(["DATA_USAGE"]);
  });
});

test("events are triggered over REST, also a late payment through the real route", async () => {
  const done = await tenant.trigger("DATA_USAGE", { with: { threshold: 0.2 } });
  expect(done.steps.at(-1)?.step).toMatch(/^clock to /);
  expect(receiver.take()).toContain("DATA_USAGE");
  expect((await tenant.events()).map(({ event }) => event)).toContain("payment-notice");
  const orderId = await shop.fms.preOrder(await shop.fms.register());
  const late = await tenant.trigger("payment-notice", { for: orderId, with: { late: "1ms" } });
  expect(late.steps.at(-1)).toMatchObject({ status: 200, body: expect.stringContaining("6006") });
});

/** A run full of chance: laws, probabilities, jitter and failures. */
async function playByChance({ handle }: Shop, partner: Partner, url: string): Promise<string> {
  await partner.call("webhook/save", { webhook: url });
  const by = { law: "log-normal", medianMs: "2s", sigma: 1 } as const;
  await handle.webhooks.rules.put("late", { effect: { kind: "delay", by, isOvertaken: true }, times: null });
  await handle.webhooks.rules.put("lost", { match: { probability: 0.2 }, effect: { kind: "drop" } });
  await handle.webhooks.rules.put("twice", { match: { probability: 0.3 }, effect: { kind: "duplicate", gap: "3s" } });
  await handle.webhooks.retries({ delays: ["5s", "1m"], jitter: 0.4, disableAfter: 50 });
  for (const status of ["USED_UP", "CANCEL", "SUSPENDED"]) await handle.trigger("ESIM_STATUS", { with: { status } });
  await handle.clock.runUntilIdle();
  const entries = (await handle.journal.list()).map(({ wallMs: _wall, request: _text, ...told }) => told);
  return JSON.stringify([entries, await handle.webhooks.rules.list()]).replaceAll(url, "");
}

test("the same seed gives the same journal, whatever chance does; another seed another", async () => {
  const journalOf = async (seed: number): Promise<string> => {
    const other = await openShop({ rateLimit: "off", seed });
    const there = await openLoopbackReceiver();
    let count = 0;
    there.replies(() => {
      count += 1;
      return count % 4 === 0 ? 500 : 200;
    });
    const journal = await playByChance(other, other.access, there.url);
    await other.close();
    await there.close();
    return journal;
  };
  const first = await journalOf(1);
  for (let run = 1; run < 20; run += 1) expect(await journalOf(1)).toBe(first);
  expect(await journalOf(2)).not.toBe(first);
});
