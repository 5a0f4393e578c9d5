import type { Esim } from "../../../esim/esim.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Package } from "./catalogue.ts";
import type { MailTexts } from "./mail-texts.ts";
import {
  activationCodeOf,
  esimOf,
  findOrder,
  type Order,
  type OrderNotFound,
  type OrderState,
  orderTable,
  reservedProfile,
} from "./orders.ts";
import { type ProvisioningRules, resumeStalled } from "./provision.ts";
import { userTable } from "./users.ts";

/** The order is completed, but its eSIM has no QR code. */
export interface QrCodeMissing {
  readonly code: "qr-code-missing";
  readonly orderId: string;
}

/** What a client is told while it waits for its order. */
export interface OrderStatus {
  readonly state: OrderState;
  /** Null unless the order is completed. */
  readonly activationCode: string | null;
}

/** What an app shows about the eSIM of an order. */
export interface OrderedEsim {
  readonly order: Order;
  readonly package: Package;
  /** Null until a profile has been assigned by a successful payment. */
  readonly iccid: string | null;
  /** The eSIM; null unless the order is completed. */
  readonly esim: Esim | null;
}

/** Tells where an order stands; the first time that it is completed, the QR code is mailed to the user too (FMS-P16). */
export async function askStatus(
  tx: Transaction,
  command: { readonly orderId: string; readonly userId: string },
  rules: ProvisioningRules & { readonly mails: MailTexts },
): Promise<Result<OrderStatus, OrderNotFound | QrCodeMissing>> {
  const found = await findOrder(tx, command);
  if (!found.ok) return found;
  const order = await resumeStalled(tx, found.value, rules);
  if (order.state !== "completed") return ok({ state: order.state, activationCode: null });
  const esim = await esimOf(tx, order);
  if (esim === null) return err({ code: "qr-code-missing", orderId: order.id });
  const activationCode = activationCodeOf(esim);
  const isFirst = !order.isMailed && order.toppedUpOrderId === null;
  if (isFirst) {
    await tx.table(orderTable).put({ ...order, isMailed: true });
    const user = await tx.table(userTable).require(order.userId);
    const packageName = rules.catalogue.byCode(order.packageCode)?.showName ?? order.packageCode;
    const { qrKey } = esim;
    await tx.mail(rules.mails.qrCode({ to: user.email, orderId: order.id, packageName, activationCode, qrKey }));
  }
  return ok({ state: order.state, activationCode });
}

/** Shows the eSIM of an order, in any state of the order. */
export async function showEsim(
  tx: Transaction,
  command: { readonly orderId: string; readonly userId: string },
  rules: ProvisioningRules,
): Promise<Result<OrderedEsim, OrderNotFound>> {
  const found = await findOrder(tx, command);
  if (!found.ok) return found;
  const order = await resumeStalled(tx, found.value, rules);
  const item = rules.catalogue.byCode(order.packageCode);
  if (item === null)
    throw new Error(`order ${order.id} is for package ${order.packageCode}, which the catalogue lacks`);
  const isAssigned = order.state === "paid" || order.state === "stalled" || order.state === "completed";
  const esim = isAssigned ? await esimOf(tx, order) : null;
  const serial = isAssigned ? order.profileSerial : null;
  const iccid = esim?.iccid ?? (serial === null ? null : reservedProfile(tx, serial).iccid);
  return ok({ order, package: item, iccid, esim: order.state === "completed" ? esim : null });
}
