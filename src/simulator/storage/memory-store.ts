import { SerialQueue } from "../kernel/serial-queue.ts";
import {
  isRefusal,
  type Store,
  type StoredRecords,
  type Table,
  type TableDefinition,
  type Tables,
  type WrittenRecord,
} from "../kernel/store.ts";
import { type RecordChange, TableData } from "./table-data.ts";

/** Records of one tenant, by table and by key, in order of creation. */
export type TenantRecords = Map<string, Map<string, unknown>>;

/** Makes a transaction durable before it becomes visible; throws StoreUnavailable to refuse it. */
export type Persist = (changes: readonly RecordChange[]) => void;

/** Forgets a tenant durably. */
export type PersistClear = () => void;

/** Records of one tenant in memory; the file store adds durability by its `persist` functions. */
export class MemoryStore implements Store {
  readonly #tables = new Map<string, TableData<unknown>>();
  /** Records read from a file whose table nobody has asked for yet. */
  readonly #unclaimed: TenantRecords;
  readonly #queue = new SerialQueue();
  readonly #persist: Persist | null;
  readonly #persistClear: PersistClear | null;

  constructor(
    durability: { readonly persist: Persist; readonly clear: PersistClear } | null = null,
    records: TenantRecords = new Map(),
  ) {
    this.#persist = durability?.persist ?? null;
    this.#persistClear = durability?.clear ?? null;
    this.#unclaimed = records;
  }

  transact<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const overlay = new Overlay(this);
      const outcome = await work(overlay);
      if (isRefusal(outcome)) return outcome;
      const changes = overlay.changes();
      if (changes.length === 0) return outcome;
      this.#persist?.(changes);
      for (const { table, key, record } of changes) this.#apply(table, key, record);
      return outcome;
    });
  }

  clear(): Promise<void> {
    return this.#queue.run(async () => {
      this.#persistClear?.();
      this.#tables.clear();
      this.#unclaimed.clear();
    });
  }

  read(): Promise<StoredRecords> {
    return this.#queue.run(async () => copyOf(this.records()));
  }

  replace(records: StoredRecords): Promise<void> {
    return this.#queue.run(async () => {
      const next = copyOf(records);
      this.#persist?.([...changesOf(this.records(), () => null), ...changesOf(next, (record) => record)]);
      this.#tables.clear();
      this.#unclaimed.clear();
      for (const [table, own] of next) this.#unclaimed.set(table, own);
    });
  }

  /** Whether no table holds a record. */
  get isEmpty(): boolean {
    for (const data of this.#tables.values()) if (data.size > 0) return false;
    for (const records of this.#unclaimed.values()) if (records.size > 0) return false;
    return true;
  }

  /** Every record by table, for a snapshot; records in order of creation. To be read only. */
  records(): TenantRecords {
    const all: TenantRecords = new Map(this.#unclaimed);
    for (const [name, data] of this.#tables) all.set(name, data.records);
    return all;
  }

  /** The committed records of a table. For this folder only. */
  data<T>(definition: TableDefinition<T>): TableData<T> {
    const known = this.#tables.get(definition.name);
    if (known !== undefined) return known as unknown as TableData<T>; // a table's name belongs to one definition
    const records = this.#unclaimed.get(definition.name) as Map<string, T> | undefined; // written by this definition
    const data = new TableData(definition, records);
    this.#unclaimed.delete(definition.name);
    this.#tables.set(definition.name, data as unknown as TableData<unknown>);
    return data;
  }

  #apply(table: string, key: string, record: unknown): void {
    const data = this.#tables.get(table);
    if (data === undefined) throw new Error(`table ${table} was written without being opened`);
    if (record === null) data.delete(key);
    else data.put(key, record);
  }
}

/** Records are never mutated, so that a copy can share them. */
function copyOf(records: StoredRecords): TenantRecords {
  return new Map([...records].map(([table, own]) => [table, new Map(own)]));
}

function changesOf(records: StoredRecords, become: (record: unknown) => unknown): RecordChange[] {
  return [...records].flatMap(([table, own]) =>
    [...own].map(([key, record]) => ({ table, key, record: become(record) })),
  );
}

/** The tables as one transaction sees them: committed records with its own writes on top. */
class Overlay implements Tables {
  readonly #store: MemoryStore;
  readonly #open = new Map<string, OverlayTable<unknown>>();

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  table<T>(definition: TableDefinition<T>): Table<T> {
    const open = this.#open.get(definition.name);
    if (open !== undefined) return open as unknown as OverlayTable<T>; // a table's name belongs to one definition
    const table = new OverlayTable(this.#store.data(definition));
    this.#open.set(definition.name, table as unknown as OverlayTable<unknown>);
    return table;
  }

  written(): WrittenRecord[] {
    const all: WrittenRecord[] = [];
    for (const [table, open] of this.#open) {
      for (const [key, after] of open.written) all.push({ table, key, before: open.committed(key), after });
    }
    return all;
  }

  changes(): RecordChange[] {
    const all: RecordChange[] = [];
    for (const [table, { written }] of this.#open) {
      for (const [key, record] of written) all.push({ table, key, record });
    }
    return all;
  }
}

const DONE = Promise.resolve();

/** The tables are in memory, so that nothing here waits; plain functions that give promises take half the time of asynchronous ones. */
class OverlayTable<T> implements Table<T> {
  readonly written = new Map<string, T | null>();
  readonly #data: TableData<T>;
  /** The committed records in the declared order, from `#next` on; begun when somebody asks for the first, and `#next` is null at the end. */
  #inOrder: Iterator<T, undefined> | undefined;
  #next: T | null | undefined;

  constructor(data: TableData<T>) {
    this.#data = data;
  }

  get(key: string): Promise<T | null> {
    const written = this.written.get(key);
    return Promise.resolve(written === undefined ? this.committed(key) : written);
  }

  /** The record before this transaction, or null. */
  committed(key: string): T | null {
    return this.#data.get(key) ?? null;
  }

  async require(key: string): Promise<T> {
    const record = await this.get(key);
    if (record === null) throw new Error(`table ${this.#data.definition.name} has no record ${key}`);
    return record;
  }

  put(record: T): Promise<void> {
    this.written.set(this.#data.definition.keyOf(record), record);
    return DONE;
  }

  delete(key: string): Promise<void> {
    if (this.#data.get(key) === undefined) this.written.delete(key);
    else this.written.set(key, null);
    return DONE;
  }

  findBy(index: string, key: string): Promise<T[]> {
    return Promise.resolve(this.#recordsBy(index, key));
  }

  #recordsBy(index: string, key: string): T[] {
    const keyOf = this.#data.definition.indexes?.[index];
    const committed = this.#data.keysBy(index, key);
    if (keyOf === undefined) throw new Error(`table ${this.#data.definition.name} has no index ${index}`);
    if (this.written.size === 0) return committed.flatMap((primary) => this.#data.get(primary) ?? []);
    const found: T[] = [];
    for (const primary of committed) {
      const record = this.written.has(primary) ? undefined : this.#data.get(primary);
      if (record !== undefined) found.push(record);
    }
    const unwritten = found.length;
    for (const record of this.written.values()) if (record !== null && keyOf(record) === key) found.push(record);
    const isMixed = found.length > unwritten && found.length > 1;
    return isMixed ? found.sort((a, b) => this.#birthOf(a) - this.#birthOf(b)) : found;
  }

  /** New records stand behind all others, in the order of writing. */
  #birthOf(record: T): number {
    return this.#data.birthOf(this.#data.definition.keyOf(record)) ?? Number.MAX_SAFE_INTEGER;
  }

  async all(): Promise<T[]> {
    if (this.written.size === 0) return [...this.#data.values()];
    const { keyOf } = this.#data.definition;
    const all: T[] = [];
    for (const record of this.#data.values()) {
      const written = this.written.get(keyOf(record));
      if (written === undefined) all.push(record);
      else if (written !== null) all.push(written);
    }
    for (const [key, record] of this.written) {
      if (record !== null && this.#data.get(key) === undefined) all.push(record);
    }
    return all;
  }

  first(): Promise<T | null> {
    const { comesBefore } = this.#data.definition;
    if (comesBefore === undefined) throw new Error(`table ${this.#data.definition.name} declares no order`);
    let first = this.#firstUnwritten();
    for (const record of this.written.values()) {
      if (record === null) continue;
      if (first === null || comesBefore(record, first)) first = record;
    }
    return Promise.resolve(first);
  }

  /** Committed records do not change while the transaction goes on, and what it has written stays written: the way in order is never gone back. */
  #firstUnwritten(): T | null {
    const { keyOf } = this.#data.definition;
    this.#inOrder ??= this.#data.inOrder();
    while (this.#next === undefined || (this.#next !== null && this.written.has(keyOf(this.#next)))) {
      this.#next = this.#inOrder.next().value ?? null;
    }
    return this.#next;
  }

  count(): Promise<number> {
    let count = this.#data.size;
    for (const [key, record] of this.written) {
      const existed = this.#data.get(key) !== undefined;
      if (record === null && existed) count -= 1;
      if (record !== null && !existed) count += 1;
    }
    return Promise.resolve(count);
  }
}
