import type { Deliveries } from "./deliveries.ts";
import type { Fired } from "./fired.ts";
import { type Job, type JobHandlers, jobTable } from "./jobs.ts";
import { limits } from "./limits.ts";
import { DELIVER_JOB } from "./outbox.ts";
import type { Tables } from "./store.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import type { UnitOfWork } from "./unit-of-work.ts";

/** Jobs that were run together. */
export interface JobBatch {
  /** One unit of work per job, each at the job's own instant, in order. */
  readonly units: readonly UnitOfWork[];
  /** The instant of the next job that waits, or null. */
  readonly nextDue: EpochMs | null;
}

/** A job that threw. It takes the whole batch with it, so that whoever runs jobs goes on one by one. */
export class JobFailed extends Error {
  override readonly name = "JobFailed";
  readonly job: Job;

  constructor(job: Job, cause: unknown) {
    super(`job ${job.id} failed`, { cause });
    this.job = job;
  }
}

/**
 * Runs what is due by `until` in one transaction of the store, at most `most` jobs: one append serves them all. Jobs that they plan for
 * the same time are run as well.
 */
export async function runJobBatch(
  tables: Tables,
  due: { readonly until: EpochMs; readonly most?: number },
  run: { readonly unitAt: (at: EpochMs) => UnitOfWork; readonly handle: (unit: UnitOfWork, job: Job) => Promise<void> },
): Promise<JobBatch> {
  const jobs = tables.table(jobTable);
  const units: UnitOfWork[] = [];
  let next = await jobs.first();
  while (next !== null && next.dueAt <= due.until && units.length < (due.most ?? limits.jobsPerTransaction)) {
    const unit = run.unitAt(next.dueAt);
    await unit.unschedule(next.id);
    try {
      await run.handle(unit, next);
    } catch (error) {
      throw new JobFailed(next, error); // the transaction of the store is rolled back by it
    }
    units.push(unit);
    next = await jobs.first();
  }
  return { units, nextDue: next?.dueAt ?? null };
}

/** Does the work of one job: an attempt to deliver, or what its kind's handler does. */
export async function handleJob(
  tx: Transaction,
  job: Job,
  by: {
    readonly handlers: JobHandlers;
    readonly tenant: { readonly deliveries: Deliveries; fired(fired: Fired): void };
  },
): Promise<void> {
  const { handlers, tenant } = by;
  if (job.kind === DELIVER_JOB) return tenant.deliveries.begin(tx, String(job.payload["notificationId"]));
  const handler = handlers[job.kind];
  if (handler === undefined) throw new Error(`no handler for jobs of kind ${job.kind}`);
  await handler(tx, job);
  tx.afterCommit(() => tenant.fired({ at: tx.at, kind: job.kind, id: job.id }));
}

/** A job that throws is a defect of ours: it is journalled and removed, so that the others go on. */
export async function discardJob(tx: Transaction, { job, cause: error }: JobFailed): Promise<void> {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await tx.unschedule(job.id);
  tx.record({ kind: "job-failed", jobId: job.id, jobKind: job.kind, cause });
}
