import { expect, test } from "vitest";
import type { TenantHandle } from "../index.ts";
import { Partner } from "../providers/esimaccess/testing/partner.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

/** Runs in sandboxes of their own, and lives of one sandbox, which knows its validators already and so takes less time. */
const SANDBOXES = 4;
const LIVES = 16;

/** Some sixty calls of both providers with clock moves, device events, control calls and faults between them. */
async function play(shop: Shop): Promise<void> {
  await playAccess(shop);
  await playFms(shop);
}

async function playAccess({ access, handle }: Shop): Promise<void> {
  for (const packageCode of ["JP_1_7", "US_1_7", "JP_1_Daily", "nothing"]) {
    await access.call("package/list", { packageCode });
  }
  const used = await access.esim("JP_1_7");
  const daily = await access.esim("JP_1_Daily", { periodNum: 3 });
  for (const event of ["download", "install", "enable", "attach"] as const) {
    await handle.esims[event](used.esimTranNo);
    await access.row(used.esimTranNo);
  }
  for (const bytes of [600_000_000, 300_000_000, 173_741_824]) {
    await handle.esims.use(used.esimTranNo, bytes);
    await handle.clock.advance("1h");
    await access.call("esim/usage/query", { esimTranNoList: [used.esimTranNo, daily.esimTranNo] });
  }
  await handle.clock.runUntilIdle();
  const batch = await access.order("US_1_7", { count: 5 });
  await access.call("esim/query", { orderNo: batch });
  await handle.faults.add({
    provider: "esimaccess",
    operationId: "balanceQuery",
    phase: "before",
    effect: { kind: "provider-error", code: "900001" },
  });
  for (let call = 0; call < 12; call += 1) await access.call("balance/query");
  await handle.clock.next();
  const { esimList } = (await access.call("esim/query", { orderNo: batch })).obj;
  for (const { esimTranNo } of esimList) {
    await access.topUp(esimTranNo, "US_1_7");
    await access.call("esim/cancel", { esimTranNo });
  }
  await access.call("esim/suspend", { esimTranNo: daily.esimTranNo });
  await access.call("webhook/query");
  await access.call("location/list");
  await access.call("esim/revoke", { esimTranNo: daily.esimTranNo });
  await access.call("esim/sendSms", { esimTranNo: used.esimTranNo, message: "hello" });
}

async function playFms({ fms, handle }: Shop): Promise<void> {
  await fms.post("/user/emailVerificationCode", { email: "traveller@example.com" });
  const { token, orderId } = await fms.buy();
  for (let poll = 0; poll < 3; poll += 1) await fms.status(orderId, token);
  await fms.post("/order/myEsimDetail", { orderId }, token);
  await fms.post("/package/selectTopUpList", { orderId }, token);
  for (const [type, countryCode] of [
    [1, 460],
    [2, 440],
    [3, 460],
  ]) {
    await fms.post("/package/packageList", { type, countryCode });
  }
  const open = await fms.preOrder(token);
  await handle.clock.advance("61m");
  await fms.notify(open);
  await fms.notify(orderId);
}

/** The journal as text, without what real time decides. */
async function journalOf(handle: TenantHandle): Promise<string> {
  const entries = await handle.journal.list({ limit: 10_000 });
  return entries.map((entry) => JSON.stringify(entry, (name, value) => (name === "wallMs" ? 0 : value))).join("\n");
}

async function run(seed: number): Promise<{ readonly journal: string; readonly calls: number }> {
  const shop = await openShop({ seed });
  await play(shop);
  await expectSound(shop.handle);
  const calls = await shop.handle.journal.list({ kind: "exchange", limit: 10_000 });
  const journal = await journalOf(shop.handle);
  await shop.close();
  return { journal, calls: calls.length };
}

/** Plays once more in a sandbox that has been played in. */
async function runAgain(shop: Shop): Promise<string> {
  await shop.handle.reset();
  await play({ ...shop, access: new Partner(shop.handle, shop.sandbox.fetch) });
  return journalOf(shop.handle);
}

test("the same seed and the same calls give the same journal, byte for byte, in each of 20 runs", async () => {
  const first = await run(7);
  expect(first.calls).toBeGreaterThanOrEqual(60);
  for (let again = 1; again < SANDBOXES; again += 1) expect((await run(7)).journal).toBe(first.journal);
  const shop = await openShop({ seed: 7 });
  for (let life = 0; life < LIVES; life += 1) expect(await runAgain(shop)).toBe(first.journal);
  await shop.close();
});

test("another seed gives other identifiers in the same calls", async () => {
  const [one, other] = [await run(7), await run(8)];
  expect(other.journal).not.toBe(one.journal);
  expect(other.calls).toBe(one.calls);
});
