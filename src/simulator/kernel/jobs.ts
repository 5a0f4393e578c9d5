import type { TableDefinition } from "./store.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Work for a later instant, stored with the tenant. Jobs run in order of `dueAt`, then of creation (`seq`). */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: EpochMs;
  readonly seq: number;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** A job before it is stored. An id that is already taken is replaced: that is how work is put off. */
export type NewJob = Omit<Job, "seq">;

/** Does the work of one kind of job, in a transaction whose instant is the job's `dueAt`. */
type JobHandler = (tx: Transaction, job: Job) => Promise<void>;

export type JobHandlers = Readonly<Record<string, JobHandler>>;

export const jobTable: TableDefinition<Job> = {
  name: "jobs",
  keyOf: (job) => job.id,
  comesBefore: (one, other) => one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.seq < other.seq),
};
