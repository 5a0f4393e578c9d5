import type { TableDefinition } from "./store.ts";

/** Whether the clock moves by itself while somebody waits for an entry of the journal, as it is stored. */
interface StoredAutoAdvance {
  readonly name: "auto-advance";
  readonly enabled: boolean;
}

export const autoAdvanceTable: TableDefinition<StoredAutoAdvance> = {
  name: "auto-advance",
  keyOf: (record) => record.name,
};
