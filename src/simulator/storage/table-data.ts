import type { TableDefinition } from "../kernel/store.ts";
import { Heap } from "./heap.ts";

/** A change of one record as it stands in a log: the new record, or null for a removal. */
export interface RecordChange {
  readonly table: string;
  readonly key: string;
  readonly record: unknown;
}

/** Index key to one primary key or, from the second on, several in order of creation. */
type IndexEntries = Map<string, string | string[]>;

/** The committed records of one table, with its indexes and its order. */
export class TableData<T> {
  readonly definition: TableDefinition<T>;
  readonly #records: Map<string, T>;
  readonly #indexes: ReadonlyMap<
    string,
    { readonly keyOf: (record: T) => string | null; readonly entries: IndexEntries }
  >;
  /** A rising number for each record of a table with indexes, by which their keys are kept in order of creation. */
  readonly #births = new Map<string, number>();
  #nextBirth = 0;
  /** Stays empty for a table that declares no order. */
  readonly #order: Heap<T>;

  /** Takes over `records`, in order of creation. */
  constructor(definition: TableDefinition<T>, records: Map<string, T> = new Map()) {
    this.definition = definition;
    this.#records = records;
    this.#order = new Heap(definition.comesBefore ?? (() => false));
    const indexes = Object.entries(definition.indexes ?? {});
    this.#indexes = new Map(indexes.map(([name, keyOf]) => [name, { keyOf, entries: new Map() }]));
    for (const [key, record] of records) {
      // Only a file changed by hand can hold a record under another key than its own.
      if (definition.keyOf(record) !== key)
        throw new Error(`table ${definition.name} holds another record under ${key}`);
      this.#enter(key, record, undefined);
    }
  }

  /** The records by key, in order of creation; to be read only. */
  get records(): Map<string, T> {
    return this.#records;
  }

  get size(): number {
    return this.#records.size;
  }

  get(key: string): T | undefined {
    return this.#records.get(key);
  }

  values(): IterableIterator<T> {
    return this.#records.values();
  }

  keysBy(index: string, key: string): readonly string[] {
    const entries = this.#indexes.get(index)?.entries;
    if (entries === undefined) throw new Error(`table ${this.definition.name} has no index ${index}`);
    const found = entries.get(key);
    if (found === undefined) return [];
    return typeof found === "string" ? [found] : found;
  }

  /** Where a record stands in the order of creation; null for an absent one. Known for tables with indexes. */
  birthOf(key: string): number | null {
    return this.#births.get(key) ?? null;
  }

  put(key: string, record: T): void {
    const former = this.#records.get(key);
    this.#records.set(key, record);
    this.#enter(key, record, former);
  }

  #enter(key: string, record: T, former: T | undefined): void {
    if (former === undefined && this.#indexes.size > 0) this.#births.set(key, this.#nextBirth++);
    for (const { keyOf, entries } of this.#indexes.values()) {
      const before = former === undefined ? null : keyOf(former);
      const after = keyOf(record);
      if (before === after) continue;
      if (before !== null) this.#unindex(entries, before, key);
      if (after !== null) this.#index(entries, after, key);
    }
    if (this.definition.comesBefore !== undefined) this.#order.push(record);
  }

  delete(key: string): void {
    const former = this.#records.get(key);
    if (former === undefined) return;
    this.#records.delete(key);
    for (const { keyOf, entries } of this.#indexes.values()) {
      const before = keyOf(former);
      if (before !== null) this.#unindex(entries, before, key);
    }
    this.#births.delete(key);
  }

  /** The records in the declared order, for as long as none is put or deleted; the cost depends on how many are taken, not on how many are stored. */
  *inOrder(): Generator<T, undefined> {
    this.#dropStale();
    for (const record of this.#order.inOrder()) if (this.#isCurrent(record)) yield record;
    return undefined;
  }

  /** Replaced and removed records are kept in the order until they come to the top or outnumber the others. */
  #dropStale(): void {
    const order = this.#order;
    for (let top = order.top; top !== undefined && !this.#isCurrent(top); top = order.top) order.pop();
    if (order.size >= 64 && order.size >= 2 * this.#records.size) order.keep((record) => this.#isCurrent(record));
  }

  #isCurrent(record: T): boolean {
    return this.#records.get(this.definition.keyOf(record)) === record;
  }

  #index(entries: IndexEntries, indexKey: string, key: string): void {
    const found = entries.get(indexKey);
    if (found === undefined) {
      entries.set(indexKey, key);
      return;
    }
    const keys = typeof found === "string" ? [found] : found;
    keys.splice(this.#placeOf(key, keys), 0, key);
    if (keys !== found) entries.set(indexKey, keys);
  }

  #unindex(entries: IndexEntries, indexKey: string, key: string): void {
    const found = entries.get(indexKey);
    if (found === undefined || typeof found === "string") {
      entries.delete(indexKey);
      return;
    }
    found.splice(this.#placeOf(key, found), 1);
    const [only] = found;
    if (found.length === 1 && only !== undefined) entries.set(indexKey, only);
  }

  /** The place of `key` among `keys`, which are in order of creation: where it stands or would stand. */
  #placeOf(key: string, keys: readonly string[]): number {
    const birth = this.#bornAt(key);
    let [low, high] = [0, keys.length];
    if (birth > this.#bornAt(keys[high - 1])) return high; // a new record, most often
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#bornAt(keys[middle]) < birth) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #bornAt(key: string | undefined): number {
    return (key === undefined ? undefined : this.#births.get(key)) ?? -1;
  }
}
