import type { NewJob } from "./jobs.ts";
import type { JournalEvent } from "./journal.ts";
import type { OptionValue } from "./options.ts";
import type { NewMail, NewNotification } from "./outbox.ts";
import type { RandomStream } from "./random.ts";
import type { Tables } from "./store.ts";
import type { EpochMs } from "./time.ts";

/**
 * One unit of work of a tenant: what it reads, writes, plans and sends takes effect together or not at all. `at` is the one
 * instant at which all of it happens.
 */
export interface Transaction extends Tables {
  readonly at: EpochMs;
  readonly tenantId: string;
  /** Options of a provider that were set while running; they stand above those given at start. */
  options(provider: string): Readonly<Record<string, OptionValue>>;
  /** The next number of a counter: 1, 2, 3 and so on for the life of the tenant. */
  next(counter: string): Promise<number>;
  /** The random stream of a purpose; the same purpose gives the same values. */
  random(purpose: string): RandomStream;
  schedule(job: NewJob): Promise<void>;
  unschedule(jobId: string): Promise<void>;
  /** Hands a notification to the outbox; it leaves after the commit. Gives its id, which stays over retries. */
  notify(notification: NewNotification): Promise<string>;
  /** Puts a mail into the tenant's mailbox. */
  mail(mail: NewMail): Promise<void>;
  /** Journals a domain event once the transaction has been committed. */
  record(event: JournalEvent): void;
  /** Runs `action` once the transaction has been committed. */
  afterCommit(action: () => void): void;
}
