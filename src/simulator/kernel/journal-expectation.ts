import type { JournalEntry } from "./journal.ts";
import {
  type CompiledMatch,
  candidatesFor,
  compileMatch,
  isMatch,
  type JournalMatch,
  type MatchContext,
  type NearMiss,
  nearestEntries,
} from "./journal-query.ts";
import type { EpochMs } from "./time.ts";

/** How many entries are expected: exactly, or between bounds. */
export type ExpectedCount = number | { readonly atLeast?: number; readonly atMost?: number };

/**
 * What is expected of a journal. Exactly one of `match`, `order`, `never` and `expect` says what; `expect` needs the cause in `after`, and
 * `never` may have one. `withinMs` is time on the tenant's clock.
 */
export interface Expectation {
  /** What it means, for a person. */
  readonly says?: string;
  readonly match?: JournalMatch;
  /** How many entries match; at least one when left out. With `withinMs`: how many at most in any stretch of that length. */
  readonly count?: ExpectedCount;
  /** Entries that follow each other in this order, others in between. */
  readonly order?: readonly JournalMatch[];
  /** No entry like this: at all, or after each cause, as long as `withinMs` says. */
  readonly never?: JournalMatch;
  /** The cause. Each entry like this counts; one at least must be there unless `causeOptional`. */
  readonly after?: JournalMatch;
  /** The effect that each cause must have. */
  readonly expect?: JournalMatch;
  readonly withinMs?: number;
  readonly causeOptional?: boolean;
}

/** What an expectation is judged by. */
export interface JournalSeen {
  /** In order. */
  readonly entries: readonly JournalEntry[];
  /** The present instant of the tenant's clock: whether a time limit is over. */
  readonly now: EpochMs;
  readonly tenantId?: string;
}

/** How an expectation was met. */
export interface Judged {
  readonly isMet: boolean;
  /** Whether what is still to come could turn the verdict: the time limit of a cause is not over, or nothing limits it. */
  readonly isOpen: boolean;
  /** What was seen, in a sentence. */
  readonly seen: string;
  /** The entries that decided: those that matched, or those that must not be there. */
  readonly entries: readonly JournalEntry[];
  /** When something was missing: the entries that came nearest. */
  readonly nearest: readonly NearMiss[];
}

/** Judges an expectation that `checkExpectation` has accepted. */
export function judgeExpectation(expectation: Expectation, seen: JournalSeen): Judged {
  const { match, order, never, after, expect } = expectation;
  if (after !== undefined && expect !== undefined) return judgeEffect(pairOf(after, expect, seen), expectation, seen);
  if (after !== undefined && never !== undefined) return judgeNeverAfter(pairOf(after, never, seen), expectation, seen);
  if (order !== undefined) return judgeOrder(order.map(compileMatch), expectation, seen);
  if (never !== undefined) return judgeNever(compileMatch(never), seen);
  return judgeCount(compileMatch(match ?? {}), expectation, seen);
}

/** The most entries that a verdict lists. */
const MOST_LISTED = 20;

function judgeCount(match: CompiledMatch, { count, withinMs }: Expectation, seen: JournalSeen): Judged {
  const found = seen.entries.filter((entry) => isMatch(match, entry, contextOf(seen)));
  const number = withinMs === undefined ? found.length : mostWithin(found, withinMs);
  const [atLeast, atMost] = boundsOf(count);
  const isMet = number >= atLeast && number <= atMost;
  const stretch = withinMs === undefined ? "" : ` within ${durationText(withinMs)}`;
  return {
    isMet,
    isOpen: number <= atMost && (number < atLeast || atMost !== Number.POSITIVE_INFINITY),
    seen: `${entriesText(number)}${stretch} instead of ${boundsText(atLeast, atMost)}`.replace(
      isMet ? / instead of .*/ : "",
      "",
    ),
    entries: found.slice(0, MOST_LISTED),
    nearest: number < atLeast ? nearestEntries(match, seen.entries, { context: contextOf(seen) }) : [],
  };
}

function mostWithin(found: readonly JournalEntry[], withinMs: number): number {
  let most = 0;
  let first = 0;
  found.forEach((entry, index) => {
    while (entry.at - (found[first]?.at ?? 0) > withinMs) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

function judgeOrder(steps: readonly CompiledMatch[], { withinMs }: Expectation, seen: JournalSeen): Judged {
  const context = contextOf(seen);
  let best: JournalEntry[] = [];
  const starts = seen.entries.flatMap((entry, index) =>
    steps[0] !== undefined && isMatch(steps[0], entry, context) ? [index] : [],
  );
  for (const start of starts) {
    const found = followFrom(start, steps, { seen, until: (seen.entries[start]?.at ?? 0) + (withinMs ?? Infinity) });
    if (found.length > best.length) best = found;
    if (best.length === steps.length || withinMs === undefined) break; // without a limit the first start reaches furthest
  }
  const isMet = best.length === steps.length;
  const missing = steps[best.length];
  const last = best.at(-1);
  const where = last === undefined ? "" : ` after number ${last.seq}`;
  return {
    isMet,
    isOpen: !isMet,
    seen: isMet ? `in this order` : `the ${ordinal(best.length + 1)} of ${steps.length} is missing${where}`,
    entries: best.slice(0, MOST_LISTED),
    nearest: isMet || missing === undefined ? [] : nearestEntries(missing, seen.entries, { context }),
  };
}

function followFrom(
  start: number,
  steps: readonly CompiledMatch[],
  { seen, until }: { readonly seen: JournalSeen; readonly until: EpochMs },
): JournalEntry[] {
  const found: JournalEntry[] = [];
  for (const entry of seen.entries.slice(start)) {
    const step = steps[found.length];
    if (step === undefined || entry.at > until) break;
    if (isMatch(step, entry, contextOf(seen))) found.push(entry);
  }
  return found;
}

function judgeNever(never: CompiledMatch, seen: JournalSeen): Judged {
  const found = seen.entries.filter((entry) => isMatch(never, entry, contextOf(seen)));
  return {
    isMet: found.length === 0,
    isOpen: found.length === 0,
    seen: entriesText(found.length),
    entries: found.slice(0, MOST_LISTED),
    nearest: [],
  };
}

interface CauseAndEffect {
  readonly cause: CompiledMatch;
  readonly effect: CompiledMatch;
  /** Entries that can be an effect, whatever the cause. */
  readonly candidates: readonly JournalEntry[];
}

function pairOf(after: JournalMatch, then: JournalMatch, seen: JournalSeen): CauseAndEffect {
  const effect = compileMatch(then);
  return { cause: compileMatch(after), effect, candidates: candidatesFor(effect, seen.entries, contextOf(seen)) };
}

function judgeEffect(pair: CauseAndEffect, expectation: Expectation, seen: JournalSeen): Judged {
  const withinMs = expectation.withinMs ?? Number.POSITIVE_INFINITY;
  const causes = causesOf(pair, seen);
  if (causes.length === 0) return withoutCause(pair, expectation, seen);
  const effects = causes.map((cause) => effectOf(cause, pair, { withinMs, seen }));
  const unanswered = causes.filter((_, index) => effects[index] === null);
  const [first] = unanswered;
  const isWaiting = unanswered.some((cause) => cause.at + withinMs >= seen.now);
  if (first === undefined) {
    const told = effects.flatMap((effect) => effect ?? []);
    const seenText = `each of ${causesText(causes.length)} had its effect`;
    return { isMet: true, isOpen: true, seen: seenText, entries: told.slice(0, MOST_LISTED), nearest: [] };
  }
  const context = { ...contextOf(seen), cause: first };
  const later = seen.entries.filter(({ seq }) => seq > first.seq);
  const limit = withinMs === Number.POSITIVE_INFINITY ? "" : ` within ${durationText(withinMs)}`;
  const passed = isWaiting ? `; ${durationText(seen.now - first.at)} have passed` : "";
  return {
    isMet: false,
    isOpen: isWaiting,
    seen: `${unanswered.length} of ${causesText(causes.length)} had no effect${limit}, first number ${first.seq}${passed}`,
    entries: unanswered.slice(0, MOST_LISTED),
    nearest: [...lateOnes(first, pair, seen), ...nearestEntries(pair.effect, later, { context })].slice(0, 3),
  };
}

/** An effect that came, but too late, is what a person looks for first. */
function lateOnes(cause: JournalEntry, pair: CauseAndEffect, seen: JournalSeen): NearMiss[] {
  const late = effectOf(cause, pair, { withinMs: Number.POSITIVE_INFINITY, seen });
  if (late === null) return [];
  const got = `${durationText(late.at - cause.at)} after it`;
  return [{ entry: late, misses: [{ path: "within", expected: "in time after the cause", got }] }];
}

function judgeNeverAfter(pair: CauseAndEffect, expectation: Expectation, seen: JournalSeen): Judged {
  const withinMs = expectation.withinMs ?? Number.POSITIVE_INFINITY;
  const causes = causesOf(pair, seen);
  if (causes.length === 0) return withoutCause(pair, expectation, seen);
  const found = causes.flatMap((cause) => effectOf(cause, pair, { withinMs, seen }) ?? []);
  const isOpen = found.length === 0 && causes.some((cause) => cause.at + withinMs >= seen.now);
  const told = found.length === 0 ? "none" : `${entriesText(found.length)}, first number ${found[0]?.seq}`;
  return {
    isMet: found.length === 0,
    isOpen,
    seen: `${told} after ${causesText(causes.length)}`,
    entries: found.slice(0, MOST_LISTED),
    nearest: [],
  };
}

/** Without its cause an expectation has tested nothing: that is not met unless somebody said that it may be so. */
function withoutCause({ cause }: CauseAndEffect, { causeOptional }: Expectation, seen: JournalSeen): Judged {
  return {
    isMet: causeOptional === true,
    isOpen: true,
    seen: "the cause is missing",
    entries: [],
    nearest: causeOptional === true ? [] : nearestEntries(cause, seen.entries, { context: contextOf(seen) }),
  };
}

function causesOf({ cause }: CauseAndEffect, seen: JournalSeen): JournalEntry[] {
  return seen.entries.filter((entry) => isMatch(cause, entry, contextOf(seen)));
}

function effectOf(
  cause: JournalEntry,
  { effect, candidates }: CauseAndEffect,
  { withinMs, seen }: { readonly withinMs: number; readonly seen: JournalSeen },
): JournalEntry | null {
  const context = { ...contextOf(seen), cause };
  for (let index = firstAfter(cause.seq, candidates); index < candidates.length; index += 1) {
    const entry = candidates[index];
    if (entry === undefined || entry.at - cause.at > withinMs) return null;
    if (isMatch(effect, entry, context)) return entry;
  }
  return null;
}

/** The position of the first entry with a higher number; entries are in order. */
function firstAfter(seq: number, entries: readonly JournalEntry[]): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.seq ?? 0) > seq) high = middle;
    else low = middle + 1;
  }
  return low;
}

function contextOf({ tenantId }: JournalSeen): MatchContext {
  return tenantId === undefined ? {} : { tenantId };
}

function boundsOf(count: ExpectedCount | undefined): readonly [atLeast: number, atMost: number] {
  if (count === undefined) return [1, Number.POSITIVE_INFINITY];
  if (typeof count === "number") return [count, count];
  return [count.atLeast ?? 0, count.atMost ?? Number.POSITIVE_INFINITY];
}

function boundsText(atLeast: number, atMost: number): string {
  if (atLeast === atMost) return String(atLeast);
  if (atMost === Number.POSITIVE_INFINITY) return `at least ${atLeast}`;
  return atLeast === 0 ? `at most ${atMost}` : `${atLeast} to ${atMost}`;
}

function entriesText(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}

function causesText(count: number): string {
  return count === 1 ? "1 cause" : `${count} causes`;
}

function durationText(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}

function ordinal(place: number): string {
  return ["first", "second", "third"][place - 1] ?? `${place}th`;
}
