import { expect, test } from "vitest";
import { Partner } from "../providers/esimaccess/testing/partner.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

const BUSY = {
  success: false,
  errorCode: "101013",
  errorMsg: "the system is busy, please try again later, [1]",
  obj: null,
};

/** Codes of so many calls, one after another. */
async function codesOf(shop: { readonly access: Partner }, calls: number): Promise<(string | null)[]> {
  const codes = [];
  for (let call = 0; call < calls; call += 1) codes.push(await shop.access.codeOf("balance/query"));
  return codes;
}

const eight = Array(8).fill("0");

async function closeSound(shop: Shop): Promise<void> {
  await expectSound(shop.handle);
  await shop.close();
}

test("the ninth call within a second of the tenant's clock is refused; a second later eight more are free", async () => {
  const shop = await openShop({ rateLimit: "enforce" });
  expect(await codesOf(shop, 8)).toEqual(eight);
  expect(await shop.access.call("balance/query")).toEqual(BUSY);
  await shop.handle.clock.advance("999ms");
  expect(await codesOf(shop, 1)).toEqual(["101013"]);
  await shop.handle.clock.advance("1ms");
  expect(await codesOf(shop, 9)).toEqual([...eight, "101013"]);
  await closeSound(shop);
});

test("the window slides: calls are counted from each instant, not from each full second", async () => {
  const shop = await openShop({ rateLimit: "enforce" });
  expect(await codesOf(shop, 4)).toEqual(eight.slice(4));
  await shop.handle.clock.advance("600ms");
  expect(await codesOf(shop, 5)).toEqual([...eight.slice(4), "101013"]);
  await shop.handle.clock.advance("400ms");
  expect(await codesOf(shop, 5)).toEqual([...eight.slice(4), "101013"]);
  await closeSound(shop);
});

test("a refused order is not executed, and the same order succeeds later", async () => {
  const shop = await openShop({ rateLimit: "enforce" });
  await codesOf(shop, 8);
  const order = { transactionId: "once", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] };
  expect(await shop.access.codeOf("esim/order", order)).toBe("101013");
  await shop.handle.clock.advance("1s");
  expect(await shop.access.balance()).toBe(10_000_000);
  expect(await shop.access.codeOf("esim/order", order)).toBe("0");
  await closeSound(shop);
});

test("each access code has a limit of its own, and FMS has none", async () => {
  const shop = await openShop({ rateLimit: "enforce" });
  const other = new Partner(await shop.sandbox.tenant("other"), shop.sandbox.fetch);
  expect(await codesOf(shop, 9)).toEqual([...eight, "101013"]);
  expect(await codesOf({ access: other }, 9)).toEqual([...eight, "101013"]);
  for (let call = 0; call < 12; call += 1)
    expect((await shop.fms.post("/package/countryPackageList", {})).code).toBe(0);
  await closeSound(shop);
});

test("when it is only reported, everything is answered and the journal tells of the ninth call", async () => {
  const shop = await openShop({ rateLimit: "report" });
  expect(await codesOf(shop, 9)).toEqual([...eight, "0"]);
  const entries = await shop.handle.journal.list({ kind: "rate-limit-exceeded" });
  expect(entries).toMatchObject([{ provider: "esimaccess", requestId: expect.any(String) }]);
  await closeSound(shop);
});

test("when it is off, nothing is refused or reported", async () => {
  const shop = await openShop({ rateLimit: "off" });
  expect(await codesOf(shop, 20)).toEqual(Array(20).fill("0"));
  expect(await shop.handle.journal.list({ kind: "rate-limit-exceeded" })).toEqual([]);
  await closeSound(shop);
});

test("by default it is reported while the clock stands and enforced while it runs", async () => {
  const shop = await openShop();
  expect(await codesOf(shop, 9)).toEqual([...eight, "0"]);
  expect(await shop.handle.journal.list({ kind: "rate-limit-exceeded" })).toHaveLength(1);
  await shop.handle.clock.advance("1s");
  await shop.handle.clock.resume(0.001); // a real second is a simulated millisecond
  expect(await codesOf(shop, 9)).toEqual([...eight, "101013"]);
  await shop.handle.clock.freeze();
  expect(await codesOf(shop, 1)).toEqual(["0"]);
  await closeSound(shop);
});

test.for([
  ["101013", 200, "101013"],
  ["900001", 200, "900001"],
  ["429", 429, "101013"],
] as const)(
  "the option rateLimitAnswer %s is answered with status %i",
  async ([rateLimitAnswer, status, errorCode]) => {
    const shop = await openShop({ rateLimit: "enforce", options: { esimaccess: { rateLimitAnswer } } });
    await codesOf(shop, 8);
    const response = await shop.access.send("balance/query", { body: "{}" });
    expect([response.status, await response.json()]).toMatchObject([status, { success: false, errorCode }]);
    await closeSound(shop);
  },
);

test("a reset forgives what was counted, also when the clock has not moved", async () => {
  const shop = await openShop({ rateLimit: "enforce" });
  for (let call = 0; call < 8; call += 1) await shop.access.call("balance/query");
  await shop.handle.reset();
  const code = await shop.access.codeOf("balance/query");
  await shop.close();
  expect(code).toBe("0");
});
