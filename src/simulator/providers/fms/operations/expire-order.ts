import { returnStock } from "../../../esim/package-overlay.ts";
import type { Job } from "../../../kernel/jobs.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { FMS } from "./offers.ts";
import { type Order, orderTable } from "./orders.ts";

/** The kind of job that ends an unpaid order at its time limit. */
export const EXPIRE_ORDER_JOB = "fms-expire-order";

/** Gives the reserved profile back to the pool; a top-up has none. */
export async function releaseProfile(tx: Transaction, order: Order): Promise<void> {
  if (order.profileSerial === null) return;
  await returnStock(tx, { provider: FMS, code: order.packageCode, count: 1 });
}

/** Ends an order whose time limit has passed without a successful payment, and releases its profile (FMS-P25). */
export async function expireOrder(tx: Transaction, job: Job): Promise<void> {
  const order = await tx.table(orderTable).get(String(job.payload["orderId"]));
  if (order === null || (order.state !== "reserved" && order.state !== "declined")) return;
  await tx.table(orderTable).put({ ...order, state: "expired", changedAt: tx.at });
  await releaseProfile(tx, order);
  tx.record({ kind: "fms-order-expired", orderId: order.id });
}

/** Takes back the planned end of an order that has been settled. */
export async function keepOrder(tx: Transaction, orderId: string): Promise<void> {
  await tx.unschedule(`${EXPIRE_ORDER_JOB}/${orderId}`);
}
