import type { Fired } from "./fired.ts";
import type { JournalEntry } from "./journal.ts";
import { type CompiledMatch, isMatch } from "./journal-query.ts";
import { limits } from "./limits.ts";
import type { Tenant } from "./tenant.ts";
import type { EpochMs } from "./time.ts";
import { advanceBy } from "./time-commands.ts";

/** What somebody waits for. */
export interface WaitFor {
  readonly match: CompiledMatch;
  /** Entries up to this number do not count. */
  readonly since: number;
  /** The instant of the tenant's clock after which an entry comes too late; null for no bound. */
  readonly until: EpochMs | null;
  /** Whether the clock moves on to what is due next as long as this wait lasts. */
  readonly autoAdvance: boolean;
}

/** Why a wait ended without the entry. */
export type WaitEnd = "time-out" | "virtual-bound" | "reset" | "closed" | "gone";

/** How a wait ended, and what fired while the clock was moved for it. */
export interface Waited {
  readonly entry: JournalEntry | null;
  /** Null when the entry is there. */
  readonly reason: WaitEnd | null;
  readonly fired: readonly Fired[];
  /** How many fired, listed or not. */
  readonly firedCount: number;
}

/** A wait that has begun. */
export interface Waiting {
  readonly ended: Promise<Waited>;
  /** Ends it from outside: its wall time is over, or nobody listens any more. */
  stop(reason: WaitEnd): void;
  /** Ends it when the clock has passed its bound; for a clock that runs by itself. */
  checkBound(): void;
}

/** What moving the clock for waits needs from outside. */
export interface WaitPorts {
  /** Lets the rest of the process go on; called now and then. */
  readonly breathe: () => Promise<void>;
  /** An instant as the journal writes it. */
  readonly isoOf: (at: EpochMs) => string;
}

/** How many waits a tenant has at the moment. */
export function waitsOf(tenant: Tenant): number {
  return boards.get(tenant)?.waits.size ?? 0;
}

/**
 * Waits for an entry by what it is: one that is there already counts. While the clock is moved for waits it goes from instant to
 * instant, and at most to the earliest bound of a wait.
 */
export function waitForEntry(tenant: Tenant, wanted: WaitFor, ports: WaitPorts): Waiting {
  const board = boards.get(tenant) ?? { waits: new Set<Wait>(), settling: [], isMoving: false };
  boards.set(tenant, board);
  const wait = new Wait(tenant, wanted, board);
  if (wanted.autoAdvance && !wait.isOver && !board.isMoving) {
    board.isMoving = true;
    moveForWaits(tenant, board, ports).catch((error: unknown) => {
      // Only the store can refuse here. Whoever waits is left to the wall clock.
      tenant.journal.append(tenant.clock.now(), { kind: "jobs-halted", cause: String(error) });
    });
  }
  return wait;
}

/** The waits of a tenant. */
interface Board {
  readonly waits: Set<Wait>;
  /** Told once the step in which they ended is complete: what else happens at that instant has happened then. */
  settling: (() => void)[];
  isMoving: boolean;
}

const boards = new WeakMap<Tenant, Board>();

class Wait implements Waiting {
  readonly ended: Promise<Waited>;
  readonly wanted: WaitFor;
  readonly #tenant: Tenant;
  readonly #board: Board;
  readonly #fired: Fired[] = [];
  #firedCount = 0;
  #resolve: (waited: Waited) => void = () => undefined;
  #stopWatching: () => void = () => undefined;
  #hasBegun = false;
  isOver = false;

  constructor(tenant: Tenant, wanted: WaitFor, board: Board) {
    this.#tenant = tenant;
    this.#board = board;
    this.wanted = wanted;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    board.waits.add(this);
    for (const entry of tenant.journal.list({ since: wanted.since })) this.#look(entry);
    if (!this.isOver) this.#stopWatching = tenant.journal.watch((entry) => this.#look(entry));
    if (!this.isOver) this.checkBound();
    this.#hasBegun = true;
  }

  stop(reason: WaitEnd): void {
    this.#end(null, reason);
  }

  saw(fired: Fired): void {
    this.#firedCount += 1;
    if (this.#fired.length < limits.firedListed) this.#fired.push(fired);
  }

  /** Ends the wait when its bound has passed; at the instant itself something may still come. */
  checkBound(): void {
    const { until } = this.wanted;
    if (until !== null && this.#tenant.clock.now() > until) this.#end(null, "virtual-bound");
  }

  #look(entry: JournalEntry | null): void {
    if (this.isOver) return;
    if (entry === null) {
      this.#end(null, this.#tenant.journal.isReleased ? "closed" : "reset");
      return;
    }
    const { until, match } = this.wanted;
    const isInTime = until === null || entry.at <= until;
    if (isInTime && isMatch(match, entry, { tenantId: this.#tenant.id })) this.#end(entry, null);
    else if (!isInTime) this.#end(null, "virtual-bound");
  }

  #end(entry: JournalEntry | null, reason: WaitEnd | null): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#stopWatching();
    this.#board.waits.delete(this);
    const tell = (): void => this.#resolve({ entry, reason, fired: this.#fired, firedCount: this.#firedCount });
    const isInStep = this.#hasBegun && this.wanted.autoAdvance && this.#board.isMoving;
    if (isInStep && (reason === null || reason === "virtual-bound")) this.#board.settling.push(tell);
    else tell();
  }
}

/** Steps between two breaths: short enough for other requests, long enough to cost nothing. */
const STEPS_PER_BREATH = 32;

async function moveForWaits(tenant: Tenant, board: Board, ports: WaitPorts): Promise<void> {
  const from = tenant.clock.now();
  let fired = 0;
  try {
    for (let step = 1; !tenant.isClosed && movedFor(board).length > 0; step += 1) {
      fired += await moveOnce(tenant, board);
      if (movedFor(board).length > 0) settle(board); // the last ones are told once the move is journalled
      if (step % STEPS_PER_BREATH === 0) await ports.breathe();
    }
  } finally {
    board.isMoving = false;
    const to = tenant.clock.now();
    const span = { from: ports.isoOf(from), to: ports.isoOf(to) };
    const moved = { kind: "clock-moved", command: "auto-advance", ...span, fired };
    if (to !== from || fired > 0) tenant.journal.append(to, moved);
    settle(board);
  }
}

function settle(board: Board): void {
  const ended = board.settling;
  board.settling = [];
  for (const tell of ended) tell();
}

/** The waits for which the clock moves. */
function movedFor(board: Board): Wait[] {
  return [...board.waits].filter(({ wanted }) => wanted.autoAdvance);
}

/** Moves to the next instant at which something is due or a wait is over; gives how much fired. */
async function moveOnce(tenant: Tenant, board: Board): Promise<number> {
  await tenant.idle();
  const waits = movedFor(board);
  if (waits.length === 0) return 0;
  const bound = Math.min(...waits.map(({ wanted }) => wanted.until ?? Number.POSITIVE_INFINITY));
  const now = tenant.clock.now();
  const due = tenant.nextDue ?? Number.POSITIVE_INFINITY;
  if (due > bound && now >= bound) {
    for (const wait of waits) if ((wait.wanted.until ?? Number.POSITIVE_INFINITY) <= bound) wait.stop("virtual-bound");
    return 0;
  }
  const target = Math.min(due, bound);
  if (target === Number.POSITIVE_INFINITY) {
    await nextEntryOf(tenant, waits); // nothing will come by itself: somebody must do something
    return 0;
  }
  const moved = await advanceBy(tenant, Math.max(0, target - now));
  if (!moved.ok) {
    await nextEntryOf(tenant, waits); // another clock command runs; it ends with an entry
    return 0;
  }
  for (const event of moved.value.fired) for (const wait of waits) wait.saw(event);
  for (const wait of movedFor(board)) wait.checkBound();
  return moved.value.firedCount;
}

/** Waits for the next entry, or until one of the waits has ended. */
function nextEntryOf(tenant: Tenant, waits: readonly Wait[]): Promise<unknown> {
  let stop = (): void => undefined;
  const entry = new Promise<void>((resolve) => {
    stop = tenant.journal.watch(() => resolve());
  });
  return Promise.race([entry, ...waits.map(({ ended }) => ended)]).finally(() => stop());
}
