import type { Esim } from "../../../esim/esim.ts";
import type { EsimReactions } from "../../../esim/esim-life.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { EsimAccessOptions } from "../options.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Order } from "./records.ts";

/** Tells the partner what happened; each event goes to the saved address, or nowhere when there is none. */
export interface Announcer {
  orderAllocated(tx: Transaction, order: Order): Promise<void>;
  statusChanged(tx: Transaction, esim: Esim): Promise<void>;
  profileMoved(tx: Transaction, esim: Esim): Promise<void>;
  /** `fraction` is what is left of the volume; null for a threshold that is an absolute volume. */
  dataThresholdCrossed(
    tx: Transaction,
    crossed: { readonly esim: Esim; readonly fraction: number | null },
  ): Promise<void>;
  validityEnding(tx: Transaction, esim: Esim): Promise<void>;
}

/** What the operations of this provider need besides a transaction. */
export interface Ports {
  readonly catalogue: Catalogue;
  options(tx: Transaction): EsimAccessOptions;
  readonly announcer: Announcer;
  readonly reactions: EsimReactions;
}
