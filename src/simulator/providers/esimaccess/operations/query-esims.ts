import type { Esim } from "../../../esim/esim.ts";
import { esimTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type EpochMs, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { readyCount } from "./allocate-order.ts";
import { type EsimKeys, findEsims } from "./find-esim.ts";
import { orderTable, PROVIDER } from "./records.ts";
import type { Refusal } from "./refusals.ts";

export interface QueryEsims extends EsimKeys {
  readonly orderNumber: string | null;
  /** Order time, both ends included, compared to the second; null for an open end. */
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  readonly pageSize: number;
  /** Counted from 1. */
  readonly pageNumber: number;
}

export interface EsimPage {
  readonly esims: readonly Esim[];
  readonly total: number;
  readonly pageSize: number;
  readonly pageNumber: number;
}

/**
 * Finds eSIMs, the newest order first, then by number (DEC-49). Refusals: an unknown order, one that is still being allocated, an
 * ICCID outside the named order. Keys that fit nothing give an empty page (DEC-20).
 */
export async function queryEsims(tx: Transaction, query: QueryEsims): Promise<Result<EsimPage, Refusal>> {
  const { pageSize, pageNumber } = query;
  const found = await candidates(tx, query);
  if (!found.ok) return found;
  const inTime = found.value.filter((esim) => isInTime(esim, query)).sort(byOrderTime);
  const start = (pageNumber - 1) * pageSize;
  return ok({ esims: inTime.slice(start, start + pageSize), total: inTime.length, pageSize, pageNumber });
}

async function candidates(tx: Transaction, query: QueryEsims): Promise<Result<Esim[], Refusal>> {
  const { orderNumber, esimId, iccid } = query;
  if (orderNumber !== null) return ofOrder(tx, orderNumber, query);
  if (esimId !== null || iccid !== null) return ok(await findEsims(tx, query));
  const all = await tx.table(esimTable).all();
  return ok(all.filter((esim) => esim.provider === PROVIDER));
}

async function ofOrder(tx: Transaction, orderNumber: string, keys: EsimKeys): Promise<Result<Esim[], Refusal>> {
  const order = await tx.table(orderTable).get(orderNumber);
  if (order === null) return err({ code: "order-unknown", orderNumber });
  if (!order.isAllocated) {
    return err({ code: "order-allocating", total: order.esimIds.length, ready: readyCount(order, tx.at) });
  }
  const esims = await tx.table(esimTable).findBy("order", orderNumber);
  if (keys.iccid !== null && !esims.some((esim) => esim.iccid === keys.iccid)) {
    return err({ code: "esim-outside-order", orderNumber });
  }
  return ok(
    esims.filter(
      (esim) =>
        esim.provider === PROVIDER &&
        (keys.iccid === null || esim.iccid === keys.iccid) &&
        (keys.esimId === null || esim.id === keys.esimId),
    ),
  );
}

function isInTime(esim: Esim, { from, to }: QueryEsims): boolean {
  const second = esim.createdAt - (esim.createdAt % SECOND_MS); // what the client has seen of it
  return (from === null || second >= from) && (to === null || second <= to);
}

function byOrderTime(a: Esim, b: Esim): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
