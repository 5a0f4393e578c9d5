import type { Job, JobHandlers } from "../kernel/jobs.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { EpochMs } from "../kernel/time.ts";
import type { Transaction } from "../kernel/transaction.ts";
import {
  activate,
  applyDeviceEvent,
  canExpire,
  consume,
  type DeviceEvent,
  type DeviceRefused,
  type Esim,
  expire,
  report,
  startsValidity,
} from "./esim.ts";
import { drawEid } from "./identity.ts";
import { esimTable } from "./tables.ts";

/** How a provider reacts to what happens to its eSIMs; called inside the transaction, after the eSIM was stored. */
export interface EsimReactions {
  /** Milliseconds after which the operator reports what was consumed. */
  usageLagMs(tx: Transaction): number;
  /** A device event moved the profile; activation, if any, follows separately. */
  onProfileMoved(tx: Transaction, esim: Esim, event: DeviceEvent): Promise<void>;
  /** The status changed from that of `before`: activation, used up, expired. */
  onStatusChanged(tx: Transaction, esim: Esim, before: Esim): Promise<void>;
  /** The operator reported usage; the answer is stored, so that announced thresholds can be remembered. */
  onUsageReported(tx: Transaction, esim: Esim): Promise<Esim>;
  /** The end of the validity or shelf life was set or moved. */
  onExpiryPlanned(tx: Transaction, esim: Esim): Promise<void>;
}

export interface UnknownEsim {
  readonly code: "unknown-esim";
  readonly id: string;
}

/** No data flows: the profile is not enabled, or the eSIM is not in use. */
export interface NotConnected {
  readonly code: "esim-not-connected";
  readonly profile: string;
  readonly status: string;
}

const EXPIRE_JOB = "expire-esim";
const REPORT_JOB = "report-usage";

/** Stores a new eSIM and plans the end of its shelf life. */
export async function addEsim(tx: Transaction, esim: Esim, reactions: EsimReactions): Promise<void> {
  await tx.table(esimTable).put(esim);
  await planExpiry(tx, esim, reactions);
}

/** Plans the instant at which the eSIM ends, in place of an earlier plan. */
export async function planExpiry(tx: Transaction, esim: Esim, reactions: EsimReactions): Promise<void> {
  const id = `${EXPIRE_JOB}/${esim.id}`;
  await tx.schedule({ id, kind: EXPIRE_JOB, dueAt: esim.expiresAt, payload: { esimId: esim.id } });
  await reactions.onExpiryPlanned(tx, esim);
}

/** Takes back the planned end of an eSIM that has ended otherwise. */
export async function cancelExpiry(tx: Transaction, esimId: string): Promise<void> {
  await tx.unschedule(`${EXPIRE_JOB}/${esimId}`);
}

/**
 * Plays a device event; the first download draws an EID unless one is given. The validity starts where the package says so.
 * Refusals: the profile is not where that event can happen.
 */
export async function playDeviceEvent(
  tx: Transaction,
  played: { readonly esim: Esim; readonly event: DeviceEvent; readonly eid: string | null },
  reactions: EsimReactions,
): Promise<Result<Esim, DeviceRefused>> {
  const { esim, event } = played;
  const eid = played.eid ?? esim.eid ?? drawEid(tx.random(`eid/${esim.id}`));
  const moved = applyDeviceEvent(esim, event, { at: tx.at, eid });
  if (!moved.ok) return moved;
  const starts = startsValidity(moved.value, event);
  const after = starts ? activate(moved.value, tx.at) : moved.value;
  await tx.table(esimTable).put(after);
  tx.record({ kind: "device-event", esimId: esim.id, event, profile: after.profile, status: after.status });
  if (event !== "attach") await reactions.onProfileMoved(tx, after, event);
  if (starts) {
    await planExpiry(tx, after, reactions);
    await reactions.onStatusChanged(tx, after, esim);
  }
  return ok(after);
}

/** Lets the traveller consume data; the operator reports it after the lag. At most the allowance is served. */
export async function useData(
  tx: Transaction,
  used: { readonly esim: Esim; readonly bytes: number },
  reactions: EsimReactions,
): Promise<Result<Esim, NotConnected>> {
  const { esim, bytes } = used;
  if (esim.profile !== "enabled" || esim.status !== "in-use") {
    return err({ code: "esim-not-connected", profile: esim.profile, status: esim.status });
  }
  const after = consume(esim, bytes);
  await tx.table(esimTable).put(after);
  tx.record({
    kind: "data-used",
    esimId: esim.id,
    bytes: after.usedBytes - esim.usedBytes,
    usedBytes: after.usedBytes,
  });
  const dueAt: EpochMs = tx.at + reactions.usageLagMs(tx);
  const seq = await tx.next("usage-report");
  const payload = { esimId: esim.id, usedBytes: after.usedBytes };
  await tx.schedule({ id: `${REPORT_JOB}/${seq}`, kind: REPORT_JOB, dueAt, payload });
  return ok(after);
}

/** The jobs that every provider's eSIMs have in common. */
export function esimJobs(reactionsOf: (provider: string) => EsimReactions): JobHandlers {
  return {
    [EXPIRE_JOB]: async (tx: Transaction, job: Job) => {
      const esim = await tx.table(esimTable).get(String(job.payload["esimId"]));
      if (esim === null || !canExpire(esim)) return;
      const after = expire(esim);
      await tx.table(esimTable).put(after);
      tx.record({ kind: "esim-expired", esimId: esim.id, status: after.status });
      await reactionsOf(esim.provider).onStatusChanged(tx, after, esim);
    },
    [REPORT_JOB]: async (tx: Transaction, job: Job) => {
      const esim = await tx.table(esimTable).get(String(job.payload["esimId"]));
      if (esim === null) return;
      const reactions = reactionsOf(esim.provider);
      const reported = report(esim, Number(job.payload["usedBytes"]), tx.at);
      await tx.table(esimTable).put(reported);
      tx.record({ kind: "usage-reported", esimId: esim.id, reportedBytes: reported.reportedBytes });
      const after = await reactions.onUsageReported(tx, reported);
      if (after !== reported) await tx.table(esimTable).put(after);
      if (after.status !== esim.status) await reactions.onStatusChanged(tx, after, esim);
    },
  };
}
