import type { TableDefinition } from "../kernel/store.ts";

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
  readonly #heap: T[] = [];

  /** Takes over `records`, in order of creation. */
  constructor(definition: TableDefinition<T>, records: Map<string, T> = new Map()) {
    this.definition = definition;
    this.#records = records;
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
    if (this.definition.comesBefore !== undefined) this.#push(record);
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

  /**
   * The first record by the declared order among those for which `isLive` says yes. Only the children of records that are
   * out of the question are looked at, so the cost depends on their number, not on how much is stored.
   */
  first(isLive: (key: string) => boolean): T | undefined {
    this.#dropStale();
    const top = this.#heap[0];
    if (top === undefined || isLive(this.definition.keyOf(top))) return top;
    const before = orderOf(this.definition);
    let first: T | undefined;
    const open = [0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const record = this.#heap[at];
      if (record === undefined) continue;
      if (this.#isCurrent(record) && isLive(this.definition.keyOf(record))) {
        if (first === undefined || before(record, first)) first = record;
      } else {
        open.push(2 * at + 1, 2 * at + 2);
      }
    }
    return first;
  }

  /** The heap keeps replaced and removed records until they come to the top or outnumber the others. */
  #dropStale(): void {
    while (this.#heap[0] !== undefined && !this.#isCurrent(this.#heap[0])) this.#pop();
    if (this.#heap.length < 64 || this.#heap.length < 2 * this.#records.size) return;
    const current = this.#heap.filter((record) => this.#isCurrent(record));
    const before = orderOf(this.definition);
    current.sort((a, b) => (before(a, b) ? -1 : 1));
    this.#heap.length = 0;
    for (const record of current) this.#heap.push(record); // a sorted list is a heap
  }

  #isCurrent(record: T): boolean {
    return this.#records.get(this.definition.keyOf(record)) === record;
  }

  #push(record: T): void {
    const heap = this.#heap;
    const before = orderOf(this.definition);
    let child = heap.push(record) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const above = heap[parent] ?? record;
      if (!before(record, above)) break;
      heap[child] = above;
      child = parent;
    }
    heap[child] = record;
  }

  #pop(): void {
    const heap = this.#heap;
    const before = orderOf(this.definition);
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let smaller = left;
      if (right !== undefined && before(right, left)) {
        smaller = right;
        child += 1;
      }
      if (!before(smaller, last)) break;
      heap[parent] = smaller;
      parent = child;
    }
    heap[parent] = last;
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

/** The declared order of a table; without one no record comes before another. */
function orderOf<T>(definition: TableDefinition<T>): (one: T, other: T) => boolean {
  return definition.comesBefore ?? (() => false);
}
