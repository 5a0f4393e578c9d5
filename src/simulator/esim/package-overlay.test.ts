import { expect, test } from "vitest";
import { MemoryStore } from "../storage/memory-store.ts";
import { overlayOf, returnStock, takeStock } from "./package-overlay.ts";
import { packageOverlayTable } from "./tables.ts";

const P1 = { provider: "parcels", code: "P1" } as const;

async function withStock(stock: number | null): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.transact((tables) => tables.table(packageOverlayTable).put({ ...P1, stock, onSale: true, price: null }));
  return store;
}

const stockIn = (store: MemoryStore) =>
  store.transact(async (tables) => (await overlayOf(tables, "parcels", "P1")).stock);

test("a package that nobody changed is on sale without a limit, at its own price", async () => {
  const overlay = await new MemoryStore().transact((tables) => overlayOf(tables, "parcels", "P1"));
  expect(overlay).toEqual({ ...P1, stock: null, onSale: true, price: null });
});

test.for([
  ["some of it", 5, 2, 3],
  ["the last of it", 2, 2, 0],
  ["what has no limit", null, 1000, null],
] as const)("stock gives %s", async ([, stock, count, left]) => {
  const store = await withStock(stock);
  expect(await store.transact((tables) => takeStock(tables, { ...P1, count }))).toEqual({ ok: true, value: null });
  expect(await stockIn(store)).toBe(left);
});

test("stock that does not suffice is left alone", async () => {
  const store = await withStock(1);
  expect(await store.transact((tables) => takeStock(tables, { ...P1, count: 2 }))).toEqual({
    ok: false,
    error: { code: "out-of-stock", package: "P1", stock: 1, needed: 2 },
  });
  expect(await stockIn(store)).toBe(1);
});

test.for([
  ["counts again", 0, 2, 2],
  ["makes no limit where there is none", null, 2, null],
] as const)("what is returned to stock %s", async ([, stock, count, left]) => {
  const store = await withStock(stock);
  await store.transact((tables) => returnStock(tables, { ...P1, count }));
  expect(await stockIn(store)).toBe(left);
});

test("packages of the same code belong to their provider", async () => {
  const store = await withStock(1);
  await store.transact((tables) => takeStock(tables, { provider: "letters", code: "P1", count: 9 }));
  expect(await stockIn(store)).toBe(1);
});
