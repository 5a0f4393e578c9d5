import { expect } from "vitest";
import type { TenantHandle } from "../../index.ts";

type Orders = Awaited<ReturnType<TenantHandle["orders"]["list"]>>;
type Esims = Awaited<ReturnType<TenantHandle["esims"]["list"]>>;

/** What a sandbox began with. */
export interface Beginning {
  readonly balance: number;
  /** Profiles in stock by `<provider> <package code>`. */
  readonly stock: ReadonlyMap<string, number>;
}

const EVERYTHING = { limit: 10_000 } as const;

/** States of an order of FMS that hold a profile. */
const HOLDING = new Set(["reserved", "paid", "stalled", "declined", "completed"]);

/** Fails unless money and stock are conserved and everything that was sold has its place. */
export async function expectConserved(handle: TenantHandle, beginning: Beginning): Promise<void> {
  const orders = await handle.orders.list(EVERYTHING);
  const esims = await handle.esims.list(EVERYTHING);
  expect(orders.length).toBeLessThan(EVERYTHING.limit);
  expect(esims.length).toBeLessThan(EVERYTHING.limit);
  const { balance } = await handle.account.get();
  expect(balance).toBe(beginning.balance - spentOf(orders, esims));
  expect(balance).toBeGreaterThanOrEqual(0);
  for (const { provider, code, stock } of await handle.packages.list(EVERYTHING)) {
    const key = `${provider} ${code}`;
    const began = beginning.stock.get(key);
    if (began === undefined) continue;
    expect([key, stock]).toEqual([key, began - soldOf(key, orders, esims)]);
    expect(stock).toBeGreaterThanOrEqual(0);
  }
  expectPlaced(orders, esims);
}

function spentOf(orders: Orders, esims: Esims): number {
  let spent = 0;
  for (const order of orders) if (order.provider === "esimaccess") spent += order.charged;
  for (const esim of esims) {
    if (esim.provider !== "esimaccess") continue;
    const toppedUp = esim.topUps.reduce((sum, { charged }) => sum + charged, 0);
    spent += toppedUp;
    if (esim.status === "cancelled") spent -= esim.charged + toppedUp;
  }
  return spent;
}

function soldOf(key: string, orders: Orders, esims: Esims): number {
  let sold = 0;
  for (const { provider, details, state } of orders) {
    if (provider === "esimaccess") {
      const lines: unknown = details["lines"];
      for (const { packageCode, count } of Array.isArray(lines) ? lines : []) {
        if (key === `esimaccess ${packageCode}`) sold += Number(count);
      }
    } else if (key === `fms ${String(details["packageCode"])}` && details["toppedUpOrderId"] === null) {
      sold += HOLDING.has(state) ? 1 : 0;
    }
  }
  for (const { provider, packageCode, status } of esims) {
    if (provider === "esimaccess" && key === `esimaccess ${packageCode}` && status === "cancelled") sold -= 1;
  }
  return sold;
}

function expectPlaced(orders: Orders, esims: Esims): void {
  expect(new Set(esims.map(({ iccid }) => iccid)).size).toBe(esims.length);
  expect(new Set(esims.map(({ id }) => id)).size).toBe(esims.length);
  // An order of a top-up names the eSIM that it added to, which another order has sold.
  const selling = orders.filter(({ details }) => typeof details["toppedUpOrderId"] !== "string");
  const owners = new Map(selling.flatMap(({ number, esimIds }) => esimIds.map((id) => [id, number] as const)));
  for (const { id, orderNumber, usedBytes, reportedBytes, volumeBytes } of esims) {
    expect([id, owners.get(id)]).toEqual([id, orderNumber]);
    expect(usedBytes).toBeLessThanOrEqual(volumeBytes);
    expect(reportedBytes).toBeLessThanOrEqual(usedBytes);
    expect(reportedBytes).toBeGreaterThanOrEqual(0);
  }
  for (const { number, provider, charged, details } of orders) {
    if (provider !== "esimaccess") continue;
    const lines: unknown = details["lines"];
    const sum = (Array.isArray(lines) ? lines : []).reduce(
      (all, { chargedEach, count }) => all + chargedEach * count,
      0,
    );
    expect([number, charged]).toEqual([number, sum]);
  }
}
