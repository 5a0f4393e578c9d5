/**
 * A kind of record: its table, its primary key and the indexes by which it can be found. Records are JSON-safe values
 * that are replaced, never mutated.
 */
export interface TableDefinition<T> {
  readonly name: string;
  readonly keyOf: (record: T) => string;
  /** Index name to index key; a record with key null is not in that index. */
  readonly indexes?: Readonly<Record<string, (record: T) => string | null>>;
  /** When present, `first()` gives the record that comes before all others. Two records never come before each other. */
  readonly comesBefore?: (one: T, other: T) => boolean;
}

/** Access to one table inside a transaction. A transaction sees its own writes. */
export interface Table<T> {
  get(key: string): Promise<T | null>;
  /** Like `get`, for a record whose absence is a programmer error. */
  require(key: string): Promise<T>;
  /** Creates or replaces the record under its own key. */
  put(record: T): Promise<void>;
  /** Removes the record; an absent key is no error. */
  delete(key: string): Promise<void>;
  /** All records with that index key, in order of creation. */
  findBy(index: string, key: string): Promise<T[]>;
  /** All records in order of creation; for listings, not for lookups. */
  all(): Promise<T[]>;
  /** The first record by the table's declared order. */
  first(): Promise<T | null>;
  count(): Promise<number>;
}

/** The tables of one tenant within one transaction. */
export interface Tables {
  table<T>(definition: TableDefinition<T>): Table<T>;
  /** What the transaction has written so far; nothing where a store does not tell. */
  written?(): WrittenRecord[];
}

/** A record as it was before a transaction and as that leaves it; null where it was not, or is gone. */
export interface WrittenRecord {
  readonly table: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Records by table and key, in order of creation. */
export type StoredRecords = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/**
 * The records of one tenant. Implementations live in `storage/` and pass `store-contract.ts`. Nothing above this port
 * may assume that it is alone with the records between two transactions.
 */
export interface Store {
  /**
   * Runs `work` alone. Its writes become visible and durable together when it ends; nothing of them remains when it throws
   * or returns a refusal (`{ ok: false }`).
   * @throws StoreUnavailable when the writes could not be made durable; then nothing of them remains either.
   */
  transact<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** Every committed record; later transactions change nothing in what is given. */
  read(): Promise<StoredRecords>;
  /** Puts these records in the place of all there are, durably and at once. */
  replace(records: StoredRecords): Promise<void>;
  /** Forgets every record of the tenant, durably. */
  clear(): Promise<void>;
}

/** The medium refused a write: a full disk, a lost directory. The transaction left no trace. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/** Says whether a transaction's outcome asks for a rollback. */
export function isRefusal(outcome: unknown): boolean {
  return typeof outcome === "object" && outcome !== null && "ok" in outcome && outcome.ok === false;
}
