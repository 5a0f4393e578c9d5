import type { EpochMs } from "../../kernel/time.ts";

/** One page of a listing. `total` counts what the filters leave, on all pages. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Which part of a listing is wanted: from `offset` on, at most `limit`; everything when left out. */
export interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

/** Cuts a page out of what was found; only its records are turned into views. */
export function pageOf<T, V>(found: readonly T[], page: Page, view: (record: T) => V): Listing<V> {
  const offset = page.offset ?? 0;
  const items = found.slice(offset, offset + (page.limit ?? found.length)).map(view);
  return { items, total: found.length };
}

/** An instant as ISO 8601 with milliseconds, in UTC. */
export function isoOf(at: EpochMs): string {
  return new Date(at).toISOString();
}

/** An instant that may be absent. */
export function isoOrNull(at: EpochMs | null): string | null {
  return at === null ? null : isoOf(at);
}
