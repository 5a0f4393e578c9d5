import { limits } from "./limits.ts";
import { beginAttempt, endAttempt, type Notification, type NotificationSender } from "./outbox.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import type { Fired } from "./tenant.ts";

interface Host {
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  fired(fired: Fired): void;
}

/** Carries notifications out: attempts run outside any transaction, a bounded number at once. */
export class Deliveries {
  readonly #host: Host;
  readonly #send: NotificationSender;
  readonly #running = new Set<Promise<void>>();
  readonly #held: (() => void)[] = [];
  /** Counts lives: what an attempt of an earlier life brings is dropped. */
  #life = 0;

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
    if (notification !== null) tx.afterCommit(() => this.#start(notification, tx.at));
  }

  /** Waits until no attempt is in flight. */
  async ended(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Forgets attempts in flight: their outcome belongs to a life that is over. */
  forget(): void {
    this.#life += 1;
    this.#held.length = 0;
  }

  #start(notification: Notification, at: EpochMs): void {
    if (this.#running.size >= limits.deliveriesInFlight) {
      this.#held.push(() => this.#start(notification, at));
      return;
    }
    const attempt = this.#attempt(notification, at, this.#life).finally(() => {
      this.#running.delete(attempt);
      this.#held.shift()?.();
    });
    this.#running.add(attempt);
  }

  async #attempt(notification: Notification, at: EpochMs, life: number): Promise<void> {
    const { id } = notification;
    const result = await this.#send(notification);
    if (life !== this.#life) return;
    await this.#host.transact(async (tx) => {
      const ended = await endAttempt(tx, id, { at, ...result });
      if (ended === null) return;
      const { type, state, attempts } = ended;
      const { wallMs: _wallMs, ...outcome } = result;
      tx.record({ kind: "delivery", notificationId: id, type, attempt: attempts.length, state, ...outcome });
      tx.afterCommit(() => this.#host.fired({ at: tx.at, kind: `delivery:${type}:${result.outcome}`, id }));
    });
  }
}
