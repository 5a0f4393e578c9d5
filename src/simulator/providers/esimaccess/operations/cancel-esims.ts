import type { Esim } from "../../../esim/esim.ts";
import { cancelExpiry } from "../../../esim/esim-life.ts";
import { credit } from "../../../esim/money.ts";
import { returnStock } from "../../../esim/package-overlay.ts";
import { accountTable, esimTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { allows, type EsimKeys, requireAllowed } from "./find-esim.ts";
import type { Ports } from "./ports.ts";
import { accountOf, orderTable, PROVIDER } from "./records.ts";
import type { Refusal } from "./refusals.ts";

export interface CancelEsims extends EsimKeys {
  readonly orderNumber: string | null;
}

/**
 * Cancels an eSIM that nobody has downloaded: the wallet gets its price and that of its top-ups back (DEC-61), the stock its
 * profile. An order number alone cancels every new eSIM of the order, but only by option (DEC-18).
 */
export async function cancelEsims(tx: Transaction, command: CancelEsims, ports: Ports): Promise<Result<null, Refusal>> {
  const isByOrder = command.esimId === null && command.iccid === null && command.orderNumber !== null;
  if (isByOrder && ports.options(tx).cancelByOrder) return cancelOrder(tx, command.orderNumber, ports);
  const esim = await requireAllowed(tx, command, "cancel");
  if (!esim.ok) return esim;
  await cancel(tx, esim.value, ports);
  return ok(null);
}

async function cancelOrder(tx: Transaction, orderNumber: string, ports: Ports): Promise<Result<null, Refusal>> {
  const order = await tx.table(orderTable).get(orderNumber);
  if (order === null) return err({ code: "order-unknown", orderNumber });
  const esims = await tx.table(esimTable).findBy("order", orderNumber);
  const fresh = esims.filter((esim) => esim.provider === PROVIDER && allows(esim, "cancel"));
  if (fresh.length === 0) return err({ code: "esim-state-forbids", status: "none is new", profile: "" });
  for (const esim of fresh) await cancel(tx, esim, ports);
  return ok(null);
}

async function cancel(tx: Transaction, esim: Esim, ports: Ports): Promise<void> {
  const refund = esim.topUps.reduce((sum, topUp) => sum + topUp.charged, esim.charged);
  await tx.table(accountTable).put(credit(await accountOf(tx), refund));
  await returnStock(tx, { provider: PROVIDER, code: esim.packageCode, count: 1 });
  const cancelled: Esim = { ...esim, status: "cancelled" };
  await tx.table(esimTable).put(cancelled);
  await cancelExpiry(tx, esim.id);
  tx.record({ kind: "esim-cancelled", esimId: esim.id, refund });
  await ports.announcer.statusChanged(tx, cancelled);
}
