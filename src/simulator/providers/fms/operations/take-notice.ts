import { assertNever, err, ok, type Result } from "../../../kernel/result.ts";
import { type EpochMs, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { FmsOptions } from "../options.ts";
import { keepOrder, releaseProfile } from "./expire-order.ts";
import { type Order, type OrderNotFound, orderTable } from "./orders.ts";
import { PROVISION_JOB } from "./provision.ts";

/** What the partner tells about a payment. */
export interface PaymentNotice {
  readonly orderId: string;
  readonly isPaid: boolean;
  /** Ten-thousandths of the currency unit. */
  readonly amount: number;
  readonly currency: string;
  readonly reference: string | null;
}

/** The order has been settled by an earlier notice. */
export interface NoticeRepeated {
  readonly code: "notice-repeated";
  readonly orderId: string;
}

/** The notice came after the time limit. */
export interface PreOrderTimedOut {
  readonly code: "pre-order-timed-out";
  readonly orderId: string;
}

/** Another amount or currency was paid than the order asks for. */
export interface PaymentMismatch {
  readonly code: "payment-mismatch";
  readonly amount: number;
  readonly currency: string;
}

/**
 * Decides what a notice does to an order. Order of the checks (FMS-P22): settled already, time limit, amount and currency; the last
 * for a success only. Gives the order unchanged when a second notice is to have no effect.
 */
function applyNotice(
  order: Order,
  notice: PaymentNotice,
  rules: { readonly at: EpochMs; readonly options: FmsOptions },
): Result<Order, NoticeRepeated | PreOrderTimedOut | PaymentMismatch> {
  const { at, options } = rules;
  const { amount, currency } = order;
  switch (order.state) {
    case "paid":
    case "stalled":
    case "completed":
    case "failed":
      // FMS-P23: a second notice is refused, so that clients notice double sending.
      if (options.duplicateNotification === "idempotent") return ok(order);
      return err({ code: "notice-repeated", orderId: order.id });
    case "expired":
      return err({ code: "pre-order-timed-out", orderId: order.id });
    case "reserved":
    case "declined":
      if (!notice.isPaid) {
        const state = options.failedPayment === "retryable" ? "declined" : "failed";
        return ok({ ...order, state, paymentReference: notice.reference, changedAt: at });
      }
      if (notice.amount !== amount || notice.currency !== currency) {
        return err({ code: "payment-mismatch", amount, currency });
      }
      return ok({ ...order, state: "paid", paymentReference: notice.reference, changedAt: at });
    default:
      return assertNever(order.state);
  }
}

/** Takes the result of a payment: assigns the profile, or releases it after a final failure. */
export async function takeNotice(
  tx: Transaction,
  notice: PaymentNotice,
  options: FmsOptions,
): Promise<Result<null, OrderNotFound | NoticeRepeated | PreOrderTimedOut | PaymentMismatch>> {
  const order = await tx.table(orderTable).get(notice.orderId);
  if (order === null) return err({ code: "order-not-found", orderId: notice.orderId });
  const applied = applyNotice(order, notice, { at: tx.at, options });
  if (!applied.ok) return applied;
  const after = applied.value;
  if (after === order) return ok(null);
  await tx.table(orderTable).put(after);
  tx.record({ kind: "fms-payment-noticed", orderId: order.id, state: after.state });
  if (after.state === "paid") {
    await keepOrder(tx, order.id);
    const dueAt = tx.at + options.provisioningDelaySeconds * SECOND_MS;
    await tx.schedule({
      id: `${PROVISION_JOB}/${order.id}`,
      kind: PROVISION_JOB,
      dueAt,
      payload: { orderId: order.id },
    });
  }
  if (after.state === "failed") {
    await keepOrder(tx, order.id);
    await releaseProfile(tx, order);
  }
  return ok(null);
}
