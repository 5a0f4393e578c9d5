import type { Shape } from "./shape.ts";
import type { TableDefinition } from "./store.ts";

/** A table as snapshots know it: what its records must look like, and under which key each stands. */
export interface StoredTable {
  readonly name: string;
  readonly shape: Shape;
  /** The key of a record that has the table's shape. */
  readonly keyOf: (record: unknown) => string;
}

/** Describes a table for snapshots. A table that is not described anywhere could be saved and never be loaded. */
export function storedTable<T>(definition: TableDefinition<T>, shape: Shape): StoredTable {
  const keyOf = (record: unknown): string => definition.keyOf(record as T); // a record of the table's shape, by contract
  return { name: definition.name, shape, keyOf };
}
