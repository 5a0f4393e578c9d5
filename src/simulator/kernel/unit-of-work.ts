import type { ClockState } from "./clock.ts";
import { jobTable, type NewJob } from "./jobs.ts";
import type { JournalEvent } from "./journal.ts";
import { limits } from "./limits.ts";
import type { OptionValue } from "./options.ts";
import { drawNotificationId, mailTable, type NewMail, type NewNotification, queueNotification } from "./outbox.ts";
import { randomStream } from "./random.ts";
import type { Table, TableDefinition, Tables, WrittenRecord } from "./store.ts";
import type { ChosenBeginning } from "./tenant-beginning.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";

interface Counter {
  readonly name: string;
  readonly value: number;
}

export const counterTable: TableDefinition<Counter> = { name: "counters", keyOf: (counter) => counter.name };

/** What a tenant stores about itself. */
export interface TenantSettings {
  readonly name: "settings";
  readonly seed: number;
  readonly createdAt: EpochMs;
  /** Options set while running, by provider; they stand above those given at start. */
  readonly options: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  /** How the lives of this tenant are to begin; absent in what was stored before this could be chosen. */
  readonly beginning?: ChosenBeginning;
}

export interface StoredClock {
  readonly name: "clock";
  readonly state: ClockState;
}

export const tenantTable: TableDefinition<TenantSettings | StoredClock> = {
  name: "tenant",
  keyOf: (record) => record.name,
};

const NONE: Readonly<Record<string, OptionValue>> = {};

/** Sees a unit of work when its own work is done and before it is stored; `outcome` is what the work gave. */
export type UnitWatch = (unit: UnitOfWork, outcome: unknown) => void;

/** The transaction that a tenant hands to its operations and jobs. */
export class UnitOfWork implements Transaction {
  readonly at: EpochMs;
  readonly events: JournalEvent[] = [];
  readonly afterwards: (() => void)[] = [];
  /** Whether jobs were added or removed, so that the next due instant must be read again. */
  touchedJobs = false;
  readonly tenantId: string;
  readonly #tables: Tables;
  readonly #settings: TenantSettings;

  constructor(
    tables: Tables,
    context: { readonly at: EpochMs; readonly tenantId: string; readonly settings: TenantSettings },
  ) {
    this.#tables = tables;
    this.at = context.at;
    this.tenantId = context.tenantId;
    this.#settings = context.settings;
  }

  options(provider: string): Readonly<Record<string, OptionValue>> {
    return this.#settings.options[provider] ?? NONE;
  }

  table<T>(definition: TableDefinition<T>): Table<T> {
    return this.#tables.table(definition);
  }

  written(): WrittenRecord[] {
    return this.#tables.written?.() ?? [];
  }

  async next(counter: string): Promise<number> {
    const counters = this.table(counterTable);
    const value = ((await counters.get(counter))?.value ?? 0) + 1;
    await counters.put({ name: counter, value });
    return value;
  }

  random(purpose: string): ReturnType<typeof randomStream> {
    return randomStream(this.#settings.seed, purpose);
  }

  async schedule(job: NewJob): Promise<void> {
    this.touchedJobs = true;
    const jobs = this.table(jobTable);
    if ((await jobs.count()) >= limits.jobsWaiting) throw new Error(`more than ${limits.jobsWaiting} jobs are waiting`);
    const { id, kind, dueAt, payload } = job;
    const seq = await this.next("job");
    await jobs.put({ id, kind, dueAt, seq, payload }); // written out, so that all jobs share one shape in memory
  }

  async unschedule(jobId: string): Promise<void> {
    this.touchedJobs = true;
    await this.table(jobTable).delete(jobId);
  }

  async notify(notification: NewNotification): Promise<string> {
    const { id, seq } = await drawNotificationId(this);
    await queueNotification(this, { id, seq, notification });
    return id;
  }

  async mail(mail: NewMail): Promise<void> {
    const seq = await this.next("mail");
    const mails = this.table(mailTable);
    for (const old of await mails.findBy("seq", String(seq - limits.outboxMessages))) await mails.delete(old.id);
    const id = this.random(`mail/${seq}`).hex(32);
    await mails.put({ ...mail, id, seq, sentAt: this.at });
    this.record({ kind: "mail-sent", mailId: id, to: mail.to, subject: mail.subject });
  }

  record(event: JournalEvent): void {
    this.events.push(event);
  }

  afterCommit(action: () => void): void {
    this.afterwards.push(action);
  }
}
