import { applyTopUp, type Esim } from "../../../esim/esim.ts";
import { addEsim } from "../../../esim/esim-life.ts";
import { taggedKey } from "../../../esim/identity.ts";
import { esimTable } from "../../../esim/tables.ts";
import type { Job } from "../../../kernel/jobs.ts";
import { DAY_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { FmsOptions } from "../options.ts";
import type { Catalogue, Package } from "./catalogue.ts";
import { MEGABYTE } from "./catalogue.ts";
import { countSale, FMS } from "./offers.ts";
import { type Order, orderTable, reservedProfile } from "./orders.ts";
import { reactions } from "./reactions.ts";

/** The kind of job that completes a paid order. */
export const PROVISION_JOB = "fms-provision";

/** Days until an eSIM that was never used is over; the sources name none. */
const SHELF_LIFE_DAYS = 180;

/** Completes a paid order, or lets it stall where provisioning is stuck (FMS-P30). */
export async function provision(tx: Transaction, job: Job, rules: ProvisioningRules): Promise<void> {
  const order = await tx.table(orderTable).get(String(job.payload["orderId"]));
  if (order === null || order.state !== "paid") return;
  if (rules.options.provisioningStuck) await tx.table(orderTable).put({ ...order, state: "stalled" });
  else await complete(tx, order, rules.catalogue);
}

/** What provisioning goes by: the packages, and the options in force. */
export interface ProvisioningRules {
  readonly catalogue: Catalogue;
  readonly options: FmsOptions;
}

/**
 * Completes an order that stalled, now that provisioning works again; gives any other order back unchanged. Called when somebody asks
 * for the order, because a job that looked again and again would keep an idle clock busy for ever.
 */
export async function resumeStalled(tx: Transaction, order: Order, rules: ProvisioningRules): Promise<Order> {
  if (order.state !== "stalled" || rules.options.provisioningStuck) return order;
  return complete(tx, order, rules.catalogue);
}

async function complete(tx: Transaction, order: Order, catalogue: Catalogue): Promise<Order> {
  const item = catalogue.byCode(order.packageCode);
  if (item === null)
    throw new Error(`order ${order.id} is for package ${order.packageCode}, which the catalogue lacks`);
  if (order.toppedUpOrderId !== null) await topUp(tx, order, item);
  else await addEsim(tx, newEsim(tx, order, item), reactions);
  const completed: Order = { ...order, state: "completed", changedAt: tx.at };
  await tx.table(orderTable).put(completed);
  await countSale(tx, item.code);
  tx.record({ kind: "fms-order-completed", orderId: order.id });
  return completed;
}

/** Adds the volume only: the sources speak of no change of the validity (FMS-P19). */
async function topUp(tx: Transaction, order: Order, item: Package): Promise<void> {
  const esim = await tx.table(esimTable).require(String(order.toppedUpOrderId));
  const added = applyTopUp(esim, {
    id: order.id,
    packageCode: item.code,
    transactionId: null,
    charged: order.amount,
    volumeBytes: item.volumeMb * MEGABYTE,
    validityDays: 0,
    at: tx.at,
  });
  await tx.table(esimTable).put(added);
}

function newEsim(tx: Transaction, order: Order, item: Package): Esim {
  const serial = order.profileSerial;
  if (serial === null) throw new Error(`order ${order.id} has no reserved profile`);
  return {
    id: order.id,
    provider: FMS,
    accountId: FMS,
    orderNumber: order.id,
    transactionId: null,
    packageCode: item.code,
    ...reservedProfile(tx, serial),
    qrKey: taggedKey(tx.tenantId, tx.random(`fms/qr/${serial}`)),
    eid: null,
    profile: "released",
    status: "unused",
    resumesTo: null,
    activatesOn: "attach",
    volumeBytes: item.volumeMb * MEGABYTE,
    usedBytes: 0,
    reportedBytes: 0,
    reportedAt: null,
    validityDays: item.validityDays,
    charged: order.amount,
    createdAt: tx.at,
    installedAt: null,
    activatedAt: null,
    expiresAt: tx.at + SHELF_LIFE_DAYS * DAY_MS,
    topUps: [],
    announced: [],
  };
}
