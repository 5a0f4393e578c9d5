import { limits } from "./limits.ts";
import type { EpochMs } from "./time.ts";

/** What happened, before the journal gave it a number and an instant. */
export interface JournalEvent {
  /** Exchange, domain event, delivery, fault, clock move, job failure, contract violation and so on; kebab-case. */
  readonly kind: string;
  readonly [detail: string]: unknown;
}

export interface JournalEntry extends JournalEvent {
  readonly seq: number;
  readonly at: EpochMs;
}

/**
 * The bounded record of what happened to one tenant, in order. It is held in memory only and begins anew at each start.
 * Callers redact: nothing secret may be handed in.
 */
export class Journal {
  /** A ring that grows with its use: a thousand tenants that do little must not take the room of as many full journals. */
  #entries: (JournalEntry | undefined)[] = [];
  #sizes: number[] = [];
  #oldest = 1;
  #next = 1;
  #characters = 0;

  /** Appends an event; `characters` is the approximate size of what it holds, by default estimated from its texts. */
  append(at: EpochMs, event: JournalEvent, characters = sizeOf(event)): JournalEntry {
    const entry: JournalEntry = { seq: this.#next, at, ...event };
    const slot = this.#next % limits.journalEntries; // the first time round this appends
    if (this.#next - this.#oldest >= limits.journalEntries) this.#dropOldest();
    this.#entries[slot] = entry;
    this.#sizes[slot] = characters;
    this.#characters += characters;
    this.#next += 1;
    while (this.#characters > limits.journalCharacters && this.#oldest < this.#next - 1) this.#dropOldest();
    return entry;
  }

  /** Entries after `since` (a sequence number), oldest first, at most `limit`, filtered by kind when given. */
  list(query: { since?: number; kind?: string; limit?: number } = {}): JournalEntry[] {
    const found: JournalEntry[] = [];
    const most = query.limit ?? limits.journalEntries;
    for (let seq = Math.max(this.#oldest, (query.since ?? 0) + 1); seq < this.#next && found.length < most; seq += 1) {
      const entry = this.#entries[seq % limits.journalEntries];
      if (entry !== undefined && (query.kind === undefined || entry.kind === query.kind)) found.push(entry);
    }
    return found;
  }

  /** How many entries were written and how many of them are gone. */
  get counts(): { written: number; dropped: number } {
    return { written: this.#next - 1, dropped: this.#oldest - 1 };
  }

  clear(): void {
    this.#entries = [];
    this.#sizes = [];
    this.#oldest = 1;
    this.#next = 1;
    this.#characters = 0;
  }

  #dropOldest(): void {
    const slot = this.#oldest % limits.journalEntries;
    this.#entries[slot] = undefined;
    this.#characters -= this.#sizes[slot] ?? 0;
    this.#oldest += 1;
  }
}

function sizeOf(event: JournalEvent): number {
  let characters = 200;
  for (const detail of Object.values(event)) if (typeof detail === "string") characters += detail.length;
  return characters;
}
