import type { Fired } from "./fired.ts";
import { limits } from "./limits.ts";
import {
  beginAttempt,
  type DeliveryAttempt,
  endAttempt,
  type Notification,
  type NotificationSender,
  resumeInterrupted,
} from "./outbox.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import { webhookRuleTable } from "./webhook-desk.ts";

interface Host {
  readonly clock: { readonly isRunning: boolean };
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  fired(fired: Fired): void;
}

/** An attempt that has begun: what is sent, when, and behind which other attempt its outcome is recorded. */
interface Begun {
  readonly notification: Notification;
  readonly at: EpochMs;
  readonly life: number;
  readonly turn: Promise<void>;
  /** To be called once the outcome stands in line. */
  readonly passTurn: () => void;
  /** To be called once the outcome was dealt with. */
  readonly ended: () => void;
}

/** The outcome of an attempt, to be recorded. */
interface Outcome {
  readonly id: string;
  readonly attempt: DeliveryAttempt;
  readonly life: number;
}

/** Carries notifications out: attempts run outside any transaction, a bounded number at once. */
export class Deliveries {
  readonly #host: Host;
  readonly #send: NotificationSender;
  readonly #running = new Set<Promise<void>>();
  readonly #held: Begun[] = [];
  /** Called once no attempt is in flight. */
  #waiting: (() => void)[] = [];
  /** Outcomes that wait for the transaction that takes them all, whether there is one to come, and its end. */
  #outcomes: Outcome[] = [];
  #isAwaited = false;
  #recording: Promise<void> = Promise.resolve();
  /** Outcomes that the store would not take; they are handed in again with the next transaction. */
  #unrecorded: Outcome[] = [];
  /** Resolved once the outcome of the attempt begun last stands in line. */
  #lastTurn: Promise<void> = Promise.resolve();
  /** Counts lives: what an attempt of an earlier life brings is dropped. */
  #life = 0;
  #isStopped = false;
  #early = new Map<number, { readonly ended: Promise<void>; readonly end: () => void }>();
  #earlyBegun = 0;
  #hasEarlyRules = false;

  constructor(host: Host, send: NotificationSender) {
    this.#host = host;
    this.#send = send;
  }

  get inFlight(): number {
    return this.#running.size + this.#held.length;
  }

  /** Whether a rule wants notifications sent before the answers of their causes. */
  get hasEarlyRules(): boolean {
    return this.#hasEarlyRules;
  }

  /** How many early attempts have begun so far. */
  get earlyBegun(): number {
    return this.#earlyBegun;
  }

  /** Waits until the early attempts after the `begun`-th have ended. */
  async earlyEnded(begun: number): Promise<void> {
    const later = [...this.#early].filter(([number]) => number > begun);
    await Promise.all(later.map(([, { ended }]) => ended));
  }

  /** Takes up a stored life: attempts that were cut off, and what its rules ask for. */
  async resume(tx: Transaction): Promise<void> {
    await resumeInterrupted(tx);
    await this.rulesChanged(tx);
  }

  /** Looks again at the rules; to be called in each transaction that changes them. */
  async rulesChanged(tx: Transaction): Promise<void> {
    const rules = await tx.table(webhookRuleTable).all();
    const hasEarlyRules = rules.some(({ effect }) => effect.kind === "early");
    tx.afterCommit(() => {
      this.#hasEarlyRules = hasEarlyRules;
    });
  }

  /** Begins the attempt of a due job; the sending itself starts after the commit. */
  async begin(tx: Transaction, id: string): Promise<void> {
    const notification = await beginAttempt(tx, id);
    if (notification !== null) tx.afterCommit(() => this.#line(notification, tx.at));
  }

  /** Waits until no attempt is in flight. */
  ended(): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Forgets attempts in flight: their outcome belongs to a life that is over, and nobody waits for it. */
  forget(): void {
    this.#life += 1;
    this.#held.length = 0;
    this.#running.clear();
    this.#unrecorded = [];
    this.#outcomes = [];
    this.#isAwaited = false;
    this.#lastTurn = Promise.resolve();
    this.#hasEarlyRules = false;
    this.#tellWaiting();
    this.#nobodyIsEarly();
  }

  /** Starts nothing further: what is held back stays marked as being sent, and the next start resumes it. */
  stop(): void {
    this.#isStopped = true;
    this.#held.length = 0;
    this.#nobodyIsEarly();
  }

  #nobodyIsEarly(): void {
    for (const { end } of this.#early.values()) end();
    this.#early.clear();
  }

  /** Hands in again what the store would not take, in order. Does nothing when there is nothing. */
  retryRecording(): void {
    if (this.#unrecorded.length === 0) return;
    const outcomes = this.#unrecorded;
    this.#unrecorded = [];
    for (const outcome of outcomes) this.#watch(this.#record(outcome));
  }

  #tellWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #line(notification: Notification, at: EpochMs): void {
    const ended = notification.handling?.isEarly === true ? this.#markEarly() : null;
    const turn = this.#lastTurn;
    let passTurn = (): void => undefined;
    this.#lastTurn = new Promise((resolve) => {
      passTurn = resolve;
    });
    const begun: Begun = { notification, at, life: this.#life, turn, passTurn, ended: ended ?? (() => undefined) };
    if (this.#running.size >= limits.deliveriesInFlight) this.#held.push(begun);
    else this.#start(begun);
  }

  /** Gives what ends the waiting for one early attempt. */
  #markEarly(): () => void {
    this.#earlyBegun += 1;
    const number = this.#earlyBegun;
    let resolved = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      resolved = resolve;
    });
    const end = (): void => {
      this.#early.delete(number);
      resolved();
    };
    this.#early.set(number, { ended, end });
    return end;
  }

  #start(begun: Begun): void {
    if (this.#isStopped) return;
    this.#watch(this.#attempt(begun));
  }

  #watch(work: Promise<void>): void {
    const watched = work.finally(() => {
      if (!this.#running.delete(watched)) return; // of an earlier life
      const next = this.#held.shift();
      if (next !== undefined) this.#start(next);
      if (this.#running.size === 0) this.#tellWaiting();
    });
    this.#running.add(watched);
  }

  async #attempt(begun: Begun): Promise<void> {
    const { notification, at, life } = begun;
    const result = await this.#sendSafely(notification);
    // While the clock stands, receivers that answer in another order must not change what the journal says.
    if (!this.#host.clock.isRunning) await begun.turn;
    const recorded = this.#record({ id: notification.id, attempt: { at, ...result }, life });
    begun.passTurn();
    await recorded;
    begun.ended();
  }

  async #sendSafely(notification: Notification): Promise<Omit<DeliveryAttempt, "at">> {
    try {
      return await this.#send(notification);
    } catch (error) {
      // Senders promise not to throw; one that does must not leave its notification without an outcome.
      const detail = error instanceof Error ? error.message : String(error);
      return { outcome: "failed", status: null, detail, wallMs: 0 };
    }
  }

  /** Outcomes that come while others wait for their transaction share it, in the order in which they came. */
  #record(outcome: Outcome): Promise<void> {
    if (outcome.life !== this.#life) return Promise.resolve();
    this.#outcomes.push(outcome);
    if (!this.#isAwaited) {
      this.#isAwaited = true;
      this.#recording = this.#recordAll(); // its transaction may have taken them when this returns
    }
    return this.#recording;
  }

  async #recordAll(): Promise<void> {
    let taken: readonly Outcome[] | null = null;
    try {
      await this.#host.transact(async (tx) => {
        taken = this.#takeOutcomes();
        for (const outcome of taken) await this.#settle(tx, outcome);
      });
    } catch {
      // Only the store can refuse here. Outcomes are kept, so that notifications do not stay "being sent" for ever.
      const refused = taken ?? this.#takeOutcomes();
      this.#unrecorded.push(...refused.filter(({ life }) => life === this.#life));
    }
  }

  /** What comes from now on has a transaction of its own. */
  #takeOutcomes(): readonly Outcome[] {
    const outcomes = this.#outcomes;
    this.#outcomes = [];
    this.#isAwaited = false;
    return outcomes;
  }

  async #settle(tx: Transaction, outcome: Outcome): Promise<void> {
    const { id, attempt, life } = outcome;
    if (life !== this.#life) return; // a reset came between the answer and this transaction
    const ended = await endAttempt(tx, id, attempt);
    if (ended === null) return;
    const { provider, type, about, url, body, state, attempts } = ended;
    const { wallMs: _wallMs, at: _at, ...told } = attempt;
    const what = { provider, notificationId: id, type, about, url, body };
    tx.record({ kind: "delivery", ...what, attempt: attempts.length, state, ...told });
    tx.afterCommit(() => this.#host.fired({ at: tx.at, kind: `delivery:${type}:${told.outcome}`, id }));
  }
}
