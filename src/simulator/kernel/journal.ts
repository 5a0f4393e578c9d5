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

/** Who watches is told of each entry, and of null when none will come any more. */
type JournalWatcher = (entry: JournalEntry | null) => void;

/**
 * The bounded record of what happened to one tenant, in order. It is held in memory only and begins anew at each start.
 * Callers redact: nothing secret may be handed in.
 */
export class Journal {
  /**
   * Rings that grow with their use: a thousand tenants that do little must not take the room of as many full journals. Events are kept as
   * they came, and instants beside them: a copy with both takes twice the room.
   */
  #events: (JournalEvent | undefined)[] = [];
  #instants: EpochMs[] = [];
  #sizes: number[] = [];
  #oldest = 1;
  #next = 1;
  #characters = 0;
  readonly #watchers = new Set<JournalWatcher>();
  #isReleased = false;

  /** Appends an event; `characters` is the approximate size of what it holds, by default estimated from its texts. */
  append(at: EpochMs, event: JournalEvent, characters = sizeOf(event)): void {
    const seq = this.#next;
    const slot = this.#next % limits.journalEntries; // the first time round this appends
    if (this.#next - this.#oldest >= limits.journalEntries) this.#dropOldest();
    this.#events[slot] = event;
    this.#instants[slot] = at;
    this.#sizes[slot] = characters;
    this.#characters += characters;
    this.#next += 1;
    while (this.#characters > limits.journalCharacters && this.#oldest < this.#next - 1) this.#dropOldest();
    if (this.#watchers.size > 0) this.#tell({ seq, at, ...event });
  }

  /** Tells `watcher` each further entry until the returned function is called; null when no more will come. */
  watch(watcher: JournalWatcher): () => void {
    if (this.#isReleased) watcher(null);
    else this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Whether all watching has ended for good. */
  get isReleased(): boolean {
    return this.#isReleased;
  }

  /** Ends all watching for good: the sandbox stops, and whoever waits shall not hold it up. */
  release(): void {
    this.#isReleased = true;
    this.#tell(null);
  }

  /** Entries after `since` (a sequence number), oldest first, at most `limit`, filtered by kind when given. */
  list(query: { since?: number; kind?: string; limit?: number } = {}): JournalEntry[] {
    const found: JournalEntry[] = [];
    const most = query.limit ?? limits.journalEntries;
    for (let seq = Math.max(this.#oldest, (query.since ?? 0) + 1); seq < this.#next && found.length < most; seq += 1) {
      const slot = seq % limits.journalEntries;
      const [event, at = 0] = [this.#events[slot], this.#instants[slot]];
      if (event === undefined || (query.kind !== undefined && event.kind !== query.kind)) continue;
      found.push({ seq, at, ...event });
    }
    return found;
  }

  /** How many entries were written and how many of them are gone. */
  get counts(): { written: number; dropped: number } {
    return { written: this.#next - 1, dropped: this.#oldest - 1 };
  }

  /** Forgets everything. Whoever watches is told that this journal is over. */
  clear(): void {
    this.#events = [];
    this.#instants = [];
    this.#sizes = [];
    this.#oldest = 1;
    this.#next = 1;
    this.#characters = 0;
    this.#tell(null);
  }

  /** A watcher may stop watching, or begin to, while it is told. */
  #tell(entry: JournalEntry | null): void {
    const watchers = [...this.#watchers];
    if (entry === null) this.#watchers.clear();
    for (const watcher of watchers) watcher(entry);
  }

  #dropOldest(): void {
    const slot = this.#oldest % limits.journalEntries;
    this.#events[slot] = undefined;
    this.#characters -= this.#sizes[slot] ?? 0;
    this.#oldest += 1;
  }
}

function sizeOf(event: object): number {
  let characters = 200;
  for (const detail of Object.values(event)) {
    if (typeof detail === "string") characters += detail.length;
    else if (typeof detail === "object" && detail !== null) characters += sizeOf(detail);
  }
  return characters;
}
