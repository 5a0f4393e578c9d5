import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { err } from "../../kernel/result.ts";
import type { Store, TableDefinition, Tables } from "../../kernel/store.ts";
import type { DataDirectory } from "../data-directory.ts";

/** How the suite gets the stores of one implementation. */
export interface StoresUnderTest {
  /** Stores without records. */
  readonly fresh: () => Promise<DataDirectory>;
  /** The same records in other objects, as after a restart; the given ones are used no more. */
  readonly reopen: (stores: DataDirectory, how: "clean" | "crash") => Promise<DataDirectory>;
}

interface Item {
  readonly id: string;
  readonly group: string | null;
  readonly rank: number;
}

const items: TableDefinition<Item> = {
  name: "items",
  keyOf: (item) => item.id,
  indexes: { group: (item) => item.group },
  comesBefore: (one, other) => one.rank < other.rank,
};

const item = (id: string, group: string | null = null, rank = 0): Item => ({ id, group, rank });

function put(store: Store, ...records: Item[]): Promise<void> {
  return store.transact(async (tables) => {
    for (const record of records) await tables.table(items).put(record);
  });
}

function remove(store: Store, ...ids: string[]): Promise<void> {
  return store.transact(async (tables) => {
    for (const id of ids) await tables.table(items).delete(id);
  });
}

const all = (store: Store): Promise<Item[]> => store.transact((tables) => tables.table(items).all());
const idsOf = (records: readonly Item[]): string[] => records.map(({ id }) => id);

async function inGroup(tables: Tables, group: string): Promise<string[]> {
  return idsOf(await tables.table(items).findBy("group", group));
}

/** The behaviour that every implementation of the store port has. */
export function describeStores(name: string, stores: StoresUnderTest): void {
  describe(`the ${name} store`, () => {
    const fresh = async (): Promise<Store> => (await stores.fresh()).store("default");
    describeTransactions(fresh);
    describeIndexes(fresh);
    describeOrder(fresh);
    describeTenants(stores);
    describeHistories(stores);
  });
}

function describeTransactions(fresh: () => Promise<Store>): void {
  test("a transaction sees its own writes, in lookups, listings and counts", async () => {
    const store = await fresh();
    await put(store, item("a", "x"), item("b"));
    const seen = await store.transact(async (tables) => {
      const table = tables.table(items);
      await table.put(item("a", null, 7));
      await table.put(item("c"));
      await table.delete("b");
      return [await table.get("a"), await table.get("b"), idsOf(await table.all()), await table.count()];
    });
    expect(seen).toEqual([item("a", null, 7), null, ["a", "c"], 2]);
  });

  test("a record that is put, removed and put again in one transaction is there once", async () => {
    const store = await fresh();
    await put(store, item("a"));
    await store.transact(async (tables) => {
      for (const id of ["a", "b"]) {
        await tables.table(items).put(item(id, null, 1));
        await tables.table(items).delete(id);
        await tables.table(items).put(item(id, null, 2));
      }
    });
    expect(await all(store)).toEqual([item("a", null, 2), item("b", null, 2)]);
  });

  test("a refusal leaves nothing and is handed on", async () => {
    const store = await fresh();
    await put(store, item("a"));
    const outcome = await store.transact(async (tables) => {
      await tables.table(items).put(item("b"));
      await tables.table(items).delete("a");
      return err({ code: "not-today" });
    });
    expect([outcome, await all(store)]).toEqual([{ ok: false, error: { code: "not-today" } }, [item("a")]]);
  });

  test("a throw leaves nothing, is handed on, and the next transaction runs", async () => {
    const store = await fresh();
    const failing = store.transact(async (tables) => {
      await tables.table(items).put(item("b"));
      throw new Error("a defect");
    });
    await expect(failing).rejects.toThrow("a defect");
    expect(await all(store)).toEqual([]);
  });

  test("transactions that are begun together run one after another", async () => {
    const store = await fresh();
    const increment = () =>
      store.transact(async (tables) => {
        const rank = (await tables.table(items).get("a"))?.rank ?? 0;
        await Promise.resolve();
        await tables.table(items).put(item("a", null, rank + 1));
        return rank;
      });
    expect(await Promise.all([increment(), increment(), increment()])).toEqual([0, 1, 2]);
    expect(await all(store)).toEqual([item("a", null, 3)]);
  });

  test("an absent record is null when asked for and an error when required", async () => {
    const store = await fresh();
    expect(await store.transact((tables) => tables.table(items).get("a"))).toBeNull();
    await expect(store.transact((tables) => tables.table(items).require("a"))).rejects.toThrow("items has no record a");
  });
}

function describeIndexes(fresh: () => Promise<Store>): void {
  test("an index follows replacements and removals, committed or not", async () => {
    const store = await fresh();
    await put(store, item("a", "x"), item("b", "x"), item("c", "y"), item("d"));
    const within = await store.transact(async (tables) => {
      await tables.table(items).put(item("a", "y"));
      await tables.table(items).put(item("e", "x"));
      await tables.table(items).delete("c");
      return [await inGroup(tables, "x"), await inGroup(tables, "y"), await inGroup(tables, "z")];
    });
    const after = await store.transact(async (tables) => [await inGroup(tables, "x"), await inGroup(tables, "y")]);
    expect({ within, after }).toEqual({ within: [["b", "e"], ["a"], []], after: [["b", "e"], ["a"]] });
  });

  test("an index gives records in order of creation, whenever they came under its key", async () => {
    const store = await fresh();
    await put(store, item("a"), item("b", "x"), item("c"), item("d", "x"));
    const within = await store.transact(async (tables) => {
      await tables.table(items).put(item("e", "x"));
      await tables.table(items).put(item("c", "x"));
      await tables.table(items).put(item("a", "x"));
      return inGroup(tables, "x");
    });
    const after = await store.transact((tables) => inGroup(tables, "x"));
    expect({ within, after }).toEqual({ within: ["a", "b", "c", "d", "e"], after: ["a", "b", "c", "d", "e"] });
  });

  test("a key of an index that is also the name of a built-in property finds nothing by itself", async () => {
    const store = await fresh();
    await put(store, item("__proto__", "constructor"));
    expect(await store.transact((tables) => inGroup(tables, "constructor"))).toEqual(["__proto__"]);
    expect(await store.transact((tables) => inGroup(tables, "__proto__"))).toEqual([]);
  });

  test("an index that was not declared is an error", async () => {
    const store = await fresh();
    const asking = store.transact((tables) => tables.table(items).findBy("colour", "red"));
    await expect(asking).rejects.toThrow("items has no index colour");
  });
}

function describeOrder(fresh: () => Promise<Store>): void {
  const firstId = async (tables: Tables): Promise<string | null> => (await tables.table(items).first())?.id ?? null;

  test("the first record is the one with the smallest rank, whatever was replaced or removed", async () => {
    const store = await fresh();
    await put(store, item("a", null, 3), item("b", null, 1), item("c", null, 2));
    expect(await store.transact(firstId)).toBe("b");
    await put(store, item("b", null, 9));
    expect(await store.transact(firstId)).toBe("c");
    await remove(store, "c", "a");
    expect(await store.transact(firstId)).toBe("b");
    await remove(store, "b");
    expect(await store.transact(firstId)).toBeNull();
  });

  test("inside a transaction the first record takes its own writes into account", async () => {
    const store = await fresh();
    await put(store, item("a", null, 1), item("b", null, 2), item("c", null, 3));
    const firsts = await store.transact(async (tables) => {
      const table = tables.table(items);
      const seen: (string | null)[] = [];
      await table.delete("a");
      seen.push(await firstId(tables));
      await table.put(item("b", null, 8));
      seen.push(await firstId(tables));
      await table.put(item("d", null, 0));
      seen.push(await firstId(tables));
      for (const id of ["b", "c", "d"]) await table.delete(id);
      seen.push(await firstId(tables));
      return seen;
    });
    expect(firsts).toEqual(["b", "c", "d", null]);
  });
}

function describeTenants(stores: StoresUnderTest): void {
  test("a tenant sees nothing of another, and clearing one leaves the other", async () => {
    const directory = await stores.fresh();
    await put(directory.store("one"), item("a"));
    await put(directory.store("two"), item("b"));
    await directory.store("one").clear();
    const seen = [await all(directory.store("one")), await all(directory.store("two")), directory.tenantIds()];
    expect(seen).toEqual([[], [item("b")], ["two"]]);
  });

  test("a tenant has one store, and is listed once it has records", async () => {
    const directory = await stores.fresh();
    const store = directory.store("one");
    expect([directory.store("one") === store, directory.tenantIds()]).toEqual([true, []]);
    await put(store, item("a"));
    expect(directory.tenantIds()).toEqual(["one"]);
  });

  test("a cleared store is used again from the beginning", async () => {
    const store = (await stores.fresh()).store("default");
    await put(store, item("a", "x"));
    await store.clear();
    await put(store, item("b", "x"));
    expect(await store.transact((tables) => inGroup(tables, "x"))).toEqual(["b"]);
  });
}

type Step =
  | { readonly do: "put"; readonly record: Item }
  | { readonly do: "delete"; readonly id: string }
  | { readonly do: "refuse" | "commit" | "clear" | "clean" | "crash" };

const ids = fc.constantFrom("a", "b", "c", "2", "1", "__proto__", 'quote"\\', "line\nend", "é\ud800");
const groups = fc.constantFrom(null, "x", "y", "__proto__");
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("put"), record: itemArbitrary() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("delete"), id: ids }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("commit") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("refuse", "clear", "clean", "crash") }) },
);

function itemArbitrary(): fc.Arbitrary<Item> {
  return fc.record({ id: ids, group: groups, rank: fc.integer({ min: 0, max: 999 }) });
}

function describeHistories(stores: StoresUnderTest): void {
  test("any history gives what a plain map gives, restarts included", async () => {
    const history = fc.array(steps, { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(history, async (taken) => {
        await compareWithMap(stores, taken);
      }),
      { numRuns: 60 },
    );
  });
}

/** Runs a history on a store and on a map of committed records, comparing them after each transaction. */
async function compareWithMap(stores: StoresUnderTest, history: readonly Step[]): Promise<void> {
  let directory = await stores.fresh();
  const model = new Map<string, Item>();
  let pending: Step[] = [];
  for (const step of [...history, { do: "commit" } as const]) {
    if (step.do === "put" || step.do === "delete") {
      pending.push(step);
      continue;
    }
    const store = directory.store("default");
    if (step.do === "commit" || step.do === "refuse") await run(store, pending, step.do === "refuse");
    if (step.do === "commit") applyTo(model, pending);
    if (step.do === "clear") await store.clear();
    if (step.do === "clear") model.clear();
    if (step.do === "clean" || step.do === "crash") directory = await stores.reopen(directory, step.do);
    pending = [];
    await expectSame(directory.store("default"), model);
  }
}

function run(store: Store, pending: readonly Step[], isRefused: boolean): Promise<unknown> {
  return store.transact(async (tables) => {
    for (const step of pending) {
      if (step.do === "put") await tables.table(items).put(step.record);
      if (step.do === "delete") await tables.table(items).delete(step.id);
    }
    return isRefused ? err({ code: "refused" }) : null;
  });
}

/** What a transaction leaves: a record that was there keeps its place, a new one stands where it was last created. */
function applyTo(model: Map<string, Item>, pending: readonly Step[]): void {
  const written = new Map<string, Item | null>();
  for (const step of pending) {
    if (step.do === "put") written.set(step.record.id, step.record);
    if (step.do === "delete" && model.has(step.id)) written.set(step.id, null);
    if (step.do === "delete" && !model.has(step.id)) written.delete(step.id);
  }
  for (const [id, record] of written) {
    if (record === null) model.delete(id);
    else model.set(id, record);
  }
}

async function expectSame(store: Store, model: ReadonlyMap<string, Item>): Promise<void> {
  const records = [...model.values()];
  await store.transact(async (tables) => {
    const table = tables.table(items);
    expect(await table.all()).toEqual(records);
    expect(await table.count()).toBe(records.length);
    for (const group of ["x", "y", "__proto__"]) {
      expect(await table.findBy("group", group)).toEqual(records.filter((record) => record.group === group));
    }
    const ranks = records.map(({ rank }) => rank);
    expect((await table.first())?.rank ?? null).toBe(ranks.length === 0 ? null : Math.min(...ranks));
  });
}
