import type { JournalEntry } from "../../kernel/journal.ts";
import { compileMatch, isMatch, type JournalMatch, type Miss, type NearMiss } from "../../kernel/journal-query.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { readMatch } from "./journal-terms.ts";
import { isoOf } from "./listing.ts";
import type { Tail } from "./outbox.ts";
import type { ControlPorts } from "./ports.ts";
import type { Controlled } from "./refusal.ts";

/** Which entries to list, by the members that are asked for most; `about` is the id of anything that an entry is about. */
export interface JournalQuery extends Tail {
  readonly kind?: string;
  readonly provider?: string;
  readonly operationId?: string;
  readonly code?: string;
  readonly status?: string;
  readonly requestId?: string;
  readonly type?: string;
  readonly about?: string;
}

/** Which entries to find, by a predicate. */
export interface JournalSearch extends Tail {
  readonly match: JournalMatch;
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

/** What a predicate found. */
export interface JournalFound extends JournalListing {
  /** How many entries match, listed or not. */
  readonly total: number;
}

/** An entry that nearly matched, and what was missing. */
export interface NearView {
  readonly entry: JournalView;
  readonly misses: readonly Miss[];
}

/** Lists what happened to the tenant, oldest first. */
export function listJournal(tenant: Tenant, query: JournalQuery): JournalListing {
  const { since = 0, limit, kind, about, ...members } = query;
  const match = compileMatch({
    ...(kind === undefined ? {} : { kind }),
    ...(about === undefined ? {} : { "about.*": about }),
    ...members,
  });
  const context = { tenantId: tenant.id };
  const isPlain = match.tests.length === (kind === undefined ? 0 : 1);
  const found = isPlain
    ? tenant.journal.list({ since, ...(kind === undefined ? {} : { kind }), ...(limit === undefined ? {} : { limit }) })
    : tenant.journal.list({ since }).filter((entry) => isMatch(match, entry, context));
  return { items: found.slice(0, limit).map(entryView), ...tenant.journal.counts };
}

/** Finds entries by a predicate, oldest first; `limit` bounds what is listed, not what is counted. */
export function queryJournal(tenant: Tenant, search: JournalSearch, ports: ControlPorts): Controlled<JournalFound> {
  const read = readMatch(search.match, "body.match", { tenant, ports });
  if (!read.ok) return read;
  const match = compileMatch(read.value);
  const { since = 0, limit } = search;
  const found = tenant.journal.list({ since }).filter((entry) => isMatch(match, entry, { tenantId: tenant.id }));
  return ok({ items: found.slice(0, limit).map(entryView), total: found.length, ...tenant.journal.counts });
}

/** An entry as it is shown. */
export function entryView(entry: JournalEntry): JournalView {
  return { ...entry, at: isoOf(entry.at) };
}

/** A near miss as it is shown. */
export function nearView({ entry, misses }: NearMiss): NearView {
  return { entry: entryView(entry), misses };
}
