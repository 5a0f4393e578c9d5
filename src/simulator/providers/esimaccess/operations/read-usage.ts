import type { Esim } from "../../../esim/esim.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { type EpochMs, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { allows, findEsims, requireEsim, stateForbids } from "./find-esim.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusals.ts";

/** What is known of an eSIM's use of data. */
export interface EsimUsage {
  readonly esim: Esim;
  /** Up to when use is counted (DEC-58). */
  readonly countedUpTo: EpochMs;
}

/** The reported usage of each known eSIM, in the order asked, each once (DEC-56). */
export async function readUsage(
  tx: Transaction,
  query: { readonly esimIds: readonly string[] },
  ports: Ports,
): Promise<Result<EsimUsage[], Refusal>> {
  const { omitUnusedFromUsage } = ports.options(tx);
  const usages: EsimUsage[] = [];
  for (const esimId of new Set(query.esimIds)) {
    const [esim] = await findEsims(tx, { esimId, iccid: null });
    if (esim === undefined || (omitUnusedFromUsage && esim.reportedBytes === 0)) continue;
    usages.push({ esim, countedUpTo: countedUpTo(tx, esim, ports) });
  }
  return ok(usages);
}

/** Up to when the reported usage of an eSIM counts: the report came after the network's lag. */
export function countedUpTo(tx: Transaction, esim: Esim, ports: Pick<Ports, "options">): EpochMs {
  if (esim.reportedAt === null) return esim.createdAt;
  return Math.max(esim.createdAt, esim.reportedAt - ports.options(tx).usageLagSeconds * SECOND_MS);
}

/** What the network itself says is left, without lag; for fixed plans only. */
export async function readRealtimeBalance(
  tx: Transaction,
  query: { readonly esimId: string },
  ports: Ports,
): Promise<Result<{ readonly remainingBytes: number; readonly at: EpochMs }, Refusal>> {
  const found = await requireEsim(tx, { esimId: query.esimId, iccid: null });
  if (!found.ok) return found;
  const esim = found.value;
  const isFixed = ports.catalogue.require(esim.packageCode).dataType === 1;
  if (!isFixed || !allows(esim, "realtime-balance")) return stateForbids(esim);
  return ok({ remainingBytes: esim.volumeBytes - esim.usedBytes, at: tx.at });
}
