import { type OutOfStock, takeStock } from "../../../esim/package-overlay.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { MINUTE_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { FmsOptions } from "../options.ts";
import type { Catalogue } from "./catalogue.ts";
import { EXPIRE_ORDER_JOB } from "./expire-order.ts";
import { type PackageNotOffered, showPackage } from "./find-packages.ts";
import { FMS, type Offer } from "./offers.ts";
import { esimIdOf, findOrder, type Order, type OrderNotFound, orderIdOf, orderTable } from "./orders.ts";
import { mayBeAdded } from "./top-ups.ts";

/** What an end user is about to pay for, as the client repeats it from the catalogue. */
export interface Purchase {
  readonly packageId: number;
  /** Null when the client leaves it out. */
  readonly packageCode: string | null;
  readonly currencyId: number;
  readonly currency: string;
  readonly validityDays: number;
  /** Ten-thousandths of the currency unit. */
  readonly amount: number;
}

/** Who buys, and by which rules. */
export interface Buying {
  readonly userId: string;
  readonly catalogue: Catalogue;
  readonly options: FmsOptions;
}

interface PackageCodeMismatch {
  readonly code: "package-code-mismatch";
}

interface PriceEntryUnknown {
  readonly code: "price-entry-unknown";
}

interface PeriodMismatch {
  readonly code: "period-mismatch";
  readonly validityDays: number;
}

interface PriceMismatch {
  readonly code: "price-mismatch";
  readonly price: number;
  readonly got: number;
}

/** The package does not cover what the eSIM covers, or the eSIM is over. */
export interface PackageNotAddable {
  readonly code: "package-not-addable";
  readonly orderId: string;
}

/** What is wrong with a purchase. */
export type PurchaseRefused =
  | PackageNotOffered
  | PackageCodeMismatch
  | PriceEntryUnknown
  | PeriodMismatch
  | PriceMismatch;

/**
 * Compares what the client wants to pay with what is offered. The order of the checks is part of the contract (FMS-P14): package
 * code, price entry, period, then the amount, the only one with a code of its own.
 */
function checkPurchase(purchase: Purchase, offer: Offer): Result<null, PurchaseRefused> {
  const { validityDays, code } = offer.package;
  if (purchase.packageCode !== null && purchase.packageCode !== code) return err({ code: "package-code-mismatch" });
  const price = offer.prices.find((entry) => entry.currencyId === purchase.currencyId);
  if (price === undefined || price.currency !== purchase.currency) return err({ code: "price-entry-unknown" });
  if (purchase.validityDays !== validityDays) return err({ code: "period-mismatch", validityDays });
  if (purchase.amount !== price.amount)
    return err({ code: "price-mismatch", price: price.amount, got: purchase.amount });
  return ok(null);
}

/** Places an order before its payment and reserves one profile for it; refused as above or when no profile is free. */
export async function placeOrder(
  tx: Transaction,
  purchase: Purchase,
  buying: Buying,
): Promise<Result<Order, PurchaseRefused | OutOfStock>> {
  const offered = await showPackage(tx, purchase, buying.catalogue);
  if (!offered.ok) return offered;
  const checked = checkPurchase(purchase, offered.value);
  if (!checked.ok) return checked;
  const { code } = offered.value.package;
  const taken = await takeStock(tx, { provider: FMS, code, count: 1 });
  if (!taken.ok) return taken;
  const profileSerial = await tx.next("profile");
  return ok(await storeOrder(tx, { purchase, buying, packageCode: code, profileSerial, toppedUpOrderId: null }));
}

/** Places an order that adds a package to the eSIM of a completed order; it reserves no profile (FMS-P19). */
export async function placeTopUp(
  tx: Transaction,
  command: Purchase & { readonly orderId: string },
  buying: Buying,
): Promise<Result<Order, PurchaseRefused | OrderNotFound | PackageNotAddable>> {
  const { orderId } = command;
  const found = await findOrder(tx, { orderId, userId: buying.userId });
  if (!found.ok) return found;
  if (found.value.state !== "completed") return err({ code: "order-not-found", orderId });
  const offered = await showPackage(tx, command, buying.catalogue);
  if (!offered.ok) return offered;
  const checked = checkPurchase(command, offered.value);
  if (!checked.ok) return checked;
  const item = offered.value.package;
  if (!(await mayBeAdded(tx, item, found.value, buying.catalogue)))
    return err({ code: "package-not-addable", orderId });
  const toppedUpOrderId = esimIdOf(found.value);
  return ok(
    await storeOrder(tx, { purchase: command, buying, packageCode: item.code, profileSerial: null, toppedUpOrderId }),
  );
}

async function storeOrder(
  tx: Transaction,
  draft: {
    readonly purchase: Purchase;
    readonly buying: Buying;
    readonly packageCode: string;
    readonly profileSerial: number | null;
    readonly toppedUpOrderId: string | null;
  },
): Promise<Order> {
  const { purchase, buying, packageCode, profileSerial, toppedUpOrderId } = draft;
  const id = orderIdOf(await tx.next("fms-order"));
  const payableUntil = tx.at + buying.options.preOrderTimeoutMinutes * MINUTE_MS;
  const order: Order = {
    id,
    userId: buying.userId,
    toppedUpOrderId,
    packageCode,
    currency: purchase.currency,
    amount: purchase.amount,
    profileSerial,
    state: "reserved",
    placedAt: tx.at,
    payableUntil,
    changedAt: tx.at,
    paymentReference: null,
    isMailed: false,
  };
  await tx.table(orderTable).put(order);
  // "More than" the limit is late, so a notice at exactly the limit is in time and the order ends a millisecond later.
  const dueAt = payableUntil + 1;
  await tx.schedule({ id: `${EXPIRE_ORDER_JOB}/${id}`, kind: EXPIRE_ORDER_JOB, dueAt, payload: { orderId: id } });
  tx.record({ kind: "fms-order-placed", orderId: id, packageCode, toppedUpOrderId, payableUntil });
  return order;
}
