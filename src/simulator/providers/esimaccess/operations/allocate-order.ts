import type { Esim } from "../../../esim/esim.ts";
import { addEsim } from "../../../esim/esim-life.ts";
import { profileIdentity, taggedKey } from "../../../esim/identity.ts";
import { DAY_MS, type EpochMs } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Ports } from "./ports.ts";
import { ACCOUNT_ID, type Order, type OrderLine, orderTable, PROVIDER } from "./records.ts";

/**
 * How many eSIMs of an order are ready at an instant: they come one after another, spread evenly over the delay (DEC-30, DEC-59).
 * The eSIMs themselves are stored with the last one, since nothing shows them before the whole batch is ready.
 */
export function readyCount(order: Order, at: EpochMs): number {
  const total = order.esimIds.length;
  if (order.isAllocated) return total;
  const passed = order.allocationMs === 0 ? 0 : (at - order.createdAt) / order.allocationMs;
  return Math.max(0, Math.min(total - 1, Math.floor(passed * total)));
}

/** Allocates the whole batch of an order and says so. */
export async function allocateOrder(tx: Transaction, orderNumber: string, ports: Ports): Promise<void> {
  const order = await tx.table(orderTable).get(orderNumber);
  if (order === null || order.isAllocated) return;
  const ids = order.esimIds[Symbol.iterator]();
  for (const line of order.lines) {
    for (let index = 0; index < line.count; index += 1) {
      const id = ids.next();
      if (id.done === true) throw new Error(`order ${orderNumber} has fewer numbers than eSIMs`);
      await addEsim(tx, await createEsim(tx, { order, line, id: id.value }, ports), ports.reactions);
    }
  }
  const allocated: Order = { ...order, isAllocated: true };
  await tx.table(orderTable).put(allocated);
  tx.record({ kind: "order-allocated", provider: PROVIDER, orderNumber, esimIds: order.esimIds });
  await ports.announcer.orderAllocated(tx, allocated);
}

async function createEsim(
  tx: Transaction,
  wanted: { readonly order: Order; readonly line: OrderLine; readonly id: string },
  ports: Ports,
): Promise<Esim> {
  const { order, line, id } = wanted;
  const entry = ports.catalogue.require(line.packageCode);
  const { iccid, imsi, matchingId, pin, puk } = profileIdentity(await tx.next("profile"), tx.random(`profile/${id}`));
  const volumeDays = ports.options(tx).dayPassVolumes === "per-day" ? 1 : line.days; // DEC-39
  return {
    id,
    provider: PROVIDER,
    accountId: ACCOUNT_ID,
    orderNumber: order.number,
    transactionId: order.transactionId,
    packageCode: entry.code,
    iccid,
    imsi,
    matchingId,
    pin,
    puk,
    qrKey: taggedKey(tx.tenantId, tx.random(`qr/${id}`)),
    eid: null,
    profile: "released",
    status: "unused",
    resumesTo: null,
    activatesOn: entry.activeType === 1 ? "installation" : "attach",
    volumeBytes: entry.volumeBytes * volumeDays,
    usedBytes: 0,
    reportedBytes: 0,
    reportedAt: null,
    validityDays: entry.validityDays * line.days,
    charged: line.chargedEach,
    createdAt: order.createdAt, // the shelf life counts from the order, to the second as observed
    installedAt: null,
    activatedAt: null,
    expiresAt: order.createdAt + entry.unusedValidDays * DAY_MS,
    topUps: [],
    announced: [],
  };
}
