import type { Tenant } from "../../kernel/tenant.ts";
import { isoOf } from "./listing.ts";
import type { Tail } from "./outbox.ts";

/** Which entries to list. */
export interface JournalQuery extends Tail {
  readonly kind?: string;
}

/** One entry: its number, instant and kind, and what belongs to that kind. */
export interface JournalView {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly [detail: string]: unknown;
}

/** Entries with the state of the journal, so that a reader notices what is gone. */
export interface JournalListing {
  readonly items: readonly JournalView[];
  /** Entries written since the start or the last reset; also the number of the latest. */
  readonly written: number;
  /** How many of them are gone, oldest first. */
  readonly dropped: number;
}

/** Lists what happened to the tenant, oldest first. */
export function listJournal(tenant: Tenant, query: JournalQuery): JournalListing {
  const items = tenant.journal.list(query).map((entry) => ({ ...entry, at: isoOf(entry.at) }));
  return { items, ...tenant.journal.counts };
}
