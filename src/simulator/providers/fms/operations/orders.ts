import type { Esim } from "../../../esim/esim.ts";
import { activationCode, type ProfileIdentity, profileIdentity } from "../../../esim/identity.ts";
import { esimTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { TableDefinition } from "../../../kernel/store.ts";
import type { EpochMs } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";

/**
 * Where an order stands (FMS-P21). `declined` is a failed payment whose profile is kept for another try; `stalled` a paid order
 * whose provisioning did not end.
 */
export type OrderState = "reserved" | "declined" | "paid" | "stalled" | "completed" | "failed" | "expired";

/** One purchase by an end user: of an eSIM, or of a top-up to one. */
export interface Order {
  /** Digits; the number that all later calls send. */
  readonly id: string;
  readonly userId: string;
  /** The order whose eSIM is topped up; null for the purchase of an eSIM. */
  readonly toppedUpOrderId: string | null;
  readonly packageCode: string;
  readonly currency: string;
  /** What is to be paid, in ten-thousandths of the currency unit. */
  readonly amount: number;
  /** Number of the reserved profile within the tenant; null for a top-up. */
  readonly profileSerial: number | null;
  readonly state: OrderState;
  readonly placedAt: EpochMs;
  /** The last instant at which a payment notice is in time. */
  readonly payableUntil: EpochMs;
  readonly changedAt: EpochMs;
  /** The payment provider's reference from the notice. */
  readonly paymentReference: string | null;
  readonly isMailed: boolean;
}

/** No order of the caller has that id. */
export interface OrderNotFound {
  readonly code: "order-not-found";
  readonly orderId: string;
}

/** Twelve digits, far from package numbers, so that a mix-up of the two is noticed. */
const FIRST_ORDER_NUMBER = 700_000_000_000;

/** The host that devices download FMS profiles from. */
const SMDP_HOST = "smdp.example.com";

/** The orders of a tenant. */
export const orderTable: TableDefinition<Order> = {
  name: "fms-orders",
  keyOf: (order) => order.id,
};

/** The number of the tenant's `serial`-th order (1, 2, 3 and so on). */
export function orderIdOf(serial: number): string {
  return String(FIRST_ORDER_NUMBER + serial);
}

/** Which of the tenant's orders it is: 1, 2, 3 and so on. */
export function orderSerialOf(orderId: string): number {
  return Number(orderId) - FIRST_ORDER_NUMBER;
}

/** The id of the eSIM that an order sold or topped up: that of the order which sold it. */
export function esimIdOf(order: Order): string {
  return order.toppedUpOrderId ?? order.id;
}

/** The profile that is reserved for an order. It follows from its serial, so that only that has to be kept. */
export function reservedProfile(tx: Transaction, serial: number): ProfileIdentity {
  return profileIdentity(serial, tx.random(`fms/profile/${serial}`));
}

/** The text inside the QR code of an FMS eSIM. */
export function activationCodeOf(esim: Pick<Esim, "matchingId">): string {
  return activationCode({ smdpHost: SMDP_HOST, matchingId: esim.matchingId });
}

/** An order of a user; an order of somebody else is not found either. */
export async function findOrder(
  tx: Transaction,
  sought: { readonly orderId: string; readonly userId: string },
): Promise<Result<Order, OrderNotFound>> {
  const order = await tx.table(orderTable).get(sought.orderId);
  if (order === null || order.userId !== sought.userId)
    return err({ code: "order-not-found", orderId: sought.orderId });
  return ok(order);
}

/** The eSIM behind an order, or null while none has been provisioned. */
export function esimOf(tx: Transaction, order: Order): Promise<Esim | null> {
  return tx.table(esimTable).get(esimIdOf(order));
}
