import { compileMatch, type JournalMatch, nearestEntries } from "../../kernel/journal-query.ts";
import { type WaitEnd, type Waited, type Waiting, waitForEntry, waitsOf } from "../../kernel/journal-wait.ts";
import { limits } from "../../kernel/limits.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { parseDuration } from "../../kernel/time.ts";
import { showAutoAdvance } from "./auto-advance.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import { entryView, type JournalView, type NearView, nearView } from "./journal.ts";
import { readMatch } from "./journal-terms.ts";
import { isoOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** What to wait for, and how long. */
export interface JournalWait {
  readonly match: JournalMatch;
  /** Entries up to this number do not count; `now` for none of those that are there. Default 0: one that is there counts. */
  readonly since?: number | "now";
  /** How long on the tenant's clock, as a duration; no bound when left out. */
  readonly withinVirtual?: string;
  /** How long in real milliseconds; default 30,000. */
  readonly timeoutMs?: number;
  /** Whether the clock moves on while this wait lasts; as the tenant has it when left out. */
  readonly autoAdvance?: boolean;
}

/** How a wait ended. */
export interface WaitView {
  readonly found: boolean;
  /** Why there is no entry: the real time is over, the virtual time is over, a reset, or the end of the sandbox. */
  readonly reason: WaitEnd | null;
  readonly entry: JournalView | null;
  /** Where nothing was found: the entries that came nearest. */
  readonly nearest: readonly NearView[];
  /** The tenant's clock at the end. */
  readonly now: string;
  readonly nowMs: number;
  /** What fired while the clock was moved for this wait, in order; at most 10,000 are listed. */
  readonly fired: readonly { readonly at: string; readonly kind: string; readonly id: string }[];
  readonly count: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Waits for an entry by what it is. Real time bounds it; nothing polls. */
export async function waitForJournal(
  tenant: Tenant,
  wait: JournalWait,
  { ports, signal = null }: { readonly ports: ControlPorts; readonly signal?: AbortSignal | null },
): Promise<Controlled<WaitView>> {
  const read = readMatch(wait.match, "body.match", { tenant, ports });
  if (!read.ok) return read;
  const timeoutMs = wait.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  if (!isWithin(timeoutMs, bounds.waitMs)) {
    return refuseValue({ path: "body.timeoutMs", expected: wholeNumber(bounds.waitMs), got: timeoutMs });
  }
  const withinMs = wait.withinVirtual === undefined ? null : parseDuration(wait.withinVirtual);
  if (wait.withinVirtual !== undefined && withinMs === null) {
    const expected = "a duration such as 500ms, 30s, 2h, 180d or ISO 8601 (PT1H30M)";
    return refuseValue({ path: "body.withinVirtual", expected, got: wait.withinVirtual }, "wrong-duration");
  }
  const autoAdvance = wait.autoAdvance ?? (await showAutoAdvance(tenant)).enabled;
  if (waitsOf(tenant) >= limits.journalWaiters) {
    return refuse("too-many-waits", `at most ${limits.journalWaiters} requests may wait at once for this tenant`);
  }
  const since = wait.since === "now" ? tenant.journal.counts.written : (wait.since ?? 0);
  const until = withinMs === null ? null : tenant.clock.now() + withinMs;
  const match = compileMatch(read.value);
  const waiting = waitForEntry(tenant, { match, since, until, autoAdvance }, { breathe, isoOf });
  const waited = await bounded(waiting, { tenant, timeoutMs, until, signal });
  const entries = waited.entry === null ? tenant.journal.list({ since }) : [];
  const near = nearestEntries(match, entries, { context: { tenantId: tenant.id } });
  return ok(viewOf(tenant, waited, near.map(nearView)));
}

/** Waits for an entry and gives it; refused with what came nearest when it does not come. */
export async function nextEntry(
  tenant: Tenant,
  wait: JournalWait,
  ports: Parameters<typeof waitForJournal>[2],
): Promise<Controlled<JournalView>> {
  const waited = await waitForJournal(tenant, wait, ports);
  if (!waited.ok) return waited;
  const { entry, reason, nearest, now } = waited.value;
  if (entry !== null) return ok(entry);
  const near = nearest.map(({ entry: one, misses }) => {
    const told = misses.map(({ path, expected, got }) => `${path} ${expected}, got ${JSON.stringify(got)}`);
    return `number ${one.seq} (${one.kind}): ${told.join("; ")}`;
  });
  const told = near.length === 0 ? "nothing came near" : `nearest ${near.join(" | ")}`;
  return refuse("entry-missing", `no entry like this came (${reason}, the clock shows ${now}); ${told}`);
}

/** Lets timers and sockets have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Ends a wait with its real time, with the clock that passes its bound by itself, and with whoever listened. */
async function bounded(
  waiting: Waiting,
  bound: {
    readonly tenant: Tenant;
    readonly timeoutMs: number;
    readonly until: number | null;
    readonly signal: AbortSignal | null;
  },
): Promise<Waited> {
  const { tenant, timeoutMs, until, signal } = bound;
  const timer = setTimeout(() => waiting.stop("time-out"), timeoutMs);
  const leftMs = until === null ? null : tenant.clock.wallMsUntil(until + 1);
  const passing = leftMs === null || leftMs > timeoutMs ? null : setTimeout(() => waiting.checkBound(), leftMs + 1);
  const leave = (): void => waiting.stop("gone");
  signal?.addEventListener("abort", leave);
  if (signal?.aborted === true) leave();
  try {
    return await waiting.ended;
  } finally {
    clearTimeout(timer);
    if (passing !== null) clearTimeout(passing);
    signal?.removeEventListener("abort", leave);
  }
}

function viewOf(tenant: Tenant, waited: Waited, nearest: readonly NearView[]): WaitView {
  const { entry, reason, firedCount: count } = waited;
  const nowMs = tenant.clock.now();
  const fired = waited.fired.map(({ at, kind, id }) => ({ at: isoOf(at), kind, id }));
  const shownEntry = entry === null ? null : entryView(entry);
  return { found: entry !== null, reason, entry: shownEntry, nearest, now: isoOf(nowMs), nowMs, fired, count };
}
