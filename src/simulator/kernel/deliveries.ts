import { limits } from "./limits.ts";
import {
  beginAttempt,
  type DeliveryAttempt,
  endAttempt,
  type Notification,
  type NotificationSender,
} from "./outbox.ts";
import type { Fired } from "./tenant.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";

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
  readonly done: () => void;
}

/** Carries notifications out: attempts run outside any transaction, a bounded number at once. */
export class Deliveries {
  readonly #host: Host;
  readonly #send: NotificationSender;
  readonly #running = new Set<Promise<void>>();
  readonly #held: Begun[] = [];
  readonly #waiting = new Set<() => void>();
  /** Outcomes that the store would not take; they are handed in again with the next transaction. */
  #unrecorded: (() => Promise<void>)[] = [];
  /** Resolved once the outcome of the attempt begun last has been dealt with. */
  #lastTurn: Promise<void> = Promise.resolve();
  /** Counts lives: what an attempt of an earlier life brings is dropped. */
  #life = 0;
  #isStopped = false;

  constructor(host: Host, send: NotificationSender) {
    this.#host = host;
    this.#send = send;
  }

  get inFlight(): number {
    return this.#running.size + this.#held.length;
  }

  /** Begins the attempt of a due job; the sending itself starts after the commit. */
  async begin(tx: Transaction, id: string): Promise<void> {
    const notification = await beginAttempt(tx, id);
    if (notification !== null) tx.afterCommit(() => this.#line(notification, tx.at));
  }

  /** Waits until no attempt is in flight. */
  async ended(): Promise<void> {
    while (this.#running.size > 0) await this.#theseEnded();
  }

  /** Forgets attempts in flight: their outcome belongs to a life that is over, and nobody waits for it. */
  forget(): void {
    this.#life += 1;
    this.#held.length = 0;
    this.#running.clear();
    this.#unrecorded = [];
    this.#lastTurn = Promise.resolve();
    for (const end of [...this.#waiting]) end();
  }

  /** Starts nothing further: what is held back stays marked as being sent, and the next start resumes it. */
  stop(): void {
    this.#isStopped = true;
    this.#held.length = 0;
  }

  /** Hands in again what the store would not take, in order. Does nothing when there is nothing. */
  retryRecording(): void {
    if (this.#unrecorded.length === 0) return;
    const outcomes = this.#unrecorded;
    this.#unrecorded = [];
    for (const record of outcomes) this.#watch(record());
  }

  #theseEnded(): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        this.#waiting.delete(end);
        resolve();
      };
      this.#waiting.add(end);
      Promise.all(this.#running).then(end, end);
    });
  }

  #line(notification: Notification, at: EpochMs): void {
    const turn = this.#lastTurn;
    let done = (): void => undefined;
    this.#lastTurn = new Promise((resolve) => {
      done = resolve;
    });
    const begun: Begun = { notification, at, life: this.#life, turn, done };
    if (this.#running.size >= limits.deliveriesInFlight) this.#held.push(begun);
    else this.#start(begun);
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
    });
    this.#running.add(watched);
  }

  async #attempt(begun: Begun): Promise<void> {
    const { notification, at, life } = begun;
    const result = await this.#sendSafely(notification);
    // While the clock stands, receivers that answer in another order must not change what the journal says.
    if (!this.#host.clock.isRunning) await begun.turn;
    await this.#record(notification.id, { at, ...result }, life);
    begun.done();
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

  async #record(id: string, attempt: DeliveryAttempt, life: number): Promise<void> {
    if (life !== this.#life) return;
    try {
      await this.#host.transact((tx) => this.#settle(tx, { id, attempt, life }));
    } catch {
      // Only the store can refuse here. The outcome is kept, so that the notification does not stay "being sent" for ever.
      if (life === this.#life) this.#unrecorded.push(() => this.#record(id, attempt, life));
    }
  }

  async #settle(
    tx: Transaction,
    outcome: { readonly id: string; readonly attempt: DeliveryAttempt; readonly life: number },
  ): Promise<void> {
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
