import type { DeviceEvent, Esim } from "../../../esim/esim.ts";
import type { EsimReactions } from "../../../esim/esim-life.ts";
import { esimTable } from "../../../esim/tables.ts";
import { DAY_MS, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { EsimAccessOptions } from "../options.ts";
import type { Announcer } from "./ports.ts";

/** The kind of job that announces the approaching end of a plan. */
export const VALIDITY_ENDING_JOB = "esimaccess-validity-ending";

/** The size of the oldest threshold: what is left, in bytes (DEC-16). */
export const ABSOLUTE_THRESHOLD_BYTES = 104_857_600;

/** The announcement of an eSIM's approaching end; there is at most one planned for each. */
export function validityEndingJobId(esimId: string): string {
  return `validity-ending/${esimId}`;
}

/** What this provider does when something happens to one of its eSIMs. */
export function reactToEsims(optionsOf: (tx: Transaction) => EsimAccessOptions, announcer: Announcer): EsimReactions {
  return {
    usageLagMs: (tx) => optionsOf(tx).usageLagSeconds * SECOND_MS,
    onProfileMoved: async (tx, esim, event) => {
      await announcer.profileMoved(tx, esim);
      if (isToggle(event) && esim.status === "in-use") await announcer.statusChanged(tx, esim);
    },
    onStatusChanged: async (tx, esim, before) => {
      await announcer.statusChanged(tx, esim);
      // An attach moves no profile, yet the fourth event of the documented sequence repeats ENABLED with the new status.
      const isByAttach = before.status === "unused" && esim.status === "in-use" && esim.activatesOn === "attach";
      if (isByAttach) await announcer.profileMoved(tx, esim);
    },
    onUsageReported: (tx, esim) => announceThresholds(tx, esim, { options: optionsOf(tx), announcer }),
    onExpiryPlanned: async (tx, esim) => {
      if (esim.activatedAt === null) return; // the end of the shelf life is not announced
      const dueAt = Math.max(tx.at, esim.expiresAt - DAY_MS);
      const payload = { esimId: esim.id };
      await tx.schedule({ id: validityEndingJobId(esim.id), kind: VALIDITY_ENDING_JOB, dueAt, payload });
    },
  };
}

/** Announces that a running plan ends within a day. */
export async function announceValidityEnding(tx: Transaction, esimId: string, announcer: Announcer): Promise<void> {
  const esim = await tx.table(esimTable).get(esimId);
  if (esim === null || esim.activatedAt === null || !isRunning(esim)) return;
  await announcer.validityEnding(tx, esim);
}

function isToggle(event: DeviceEvent): boolean {
  return event === "enable" || event === "disable" || event === "delete";
}

function isRunning({ status }: Esim): boolean {
  return status === "in-use" || status === "used-up" || status === "suspended";
}

/** Announces each threshold once until a top-up raises the total (DEC-16). */
async function announceThresholds(
  tx: Transaction,
  esim: Esim,
  by: { readonly options: EsimAccessOptions; readonly announcer: Announcer },
): Promise<Esim> {
  if (!isRunning(esim)) return esim;
  const crossed = crossedThresholds(esim, by.options.dataThresholds);
  if (crossed.length === 0) return esim;
  for (const { fraction } of crossed) await by.announcer.dataThresholdCrossed(tx, { esim, fraction });
  return { ...esim, announced: [...esim.announced, ...crossed.map(({ name }) => name)] };
}

interface Threshold {
  readonly name: string;
  readonly fraction: number | null;
}

/** The thresholds that reported usage has reached and that were not announced, the largest first. */
function crossedThresholds(esim: Esim, setting: EsimAccessOptions["dataThresholds"]): Threshold[] {
  const left = esim.volumeBytes - esim.reportedBytes;
  if (setting === "100MB") {
    const isCrossed = left <= ABSOLUTE_THRESHOLD_BYTES && esim.volumeBytes > ABSOLUTE_THRESHOLD_BYTES;
    return isCrossed && !esim.announced.includes(setting) ? [{ name: setting, fraction: null }] : [];
  }
  return setting
    .split(",")
    .map((name) => ({ name, fraction: Number(name) }))
    .filter(({ name, fraction }) => left <= esim.volumeBytes * fraction && !esim.announced.includes(name));
}
