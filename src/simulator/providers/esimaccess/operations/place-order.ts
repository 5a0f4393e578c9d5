import { debit } from "../../../esim/money.ts";
import { overlayOf, takeStock } from "../../../esim/package-overlay.ts";
import { accountTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Offer } from "./catalogue.ts";
import { drawNumbers } from "./numbering.ts";
import type { Ports } from "./ports.ts";
import { accountOf, type Order, type OrderLine, orderTable, PROVIDER } from "./records.ts";
import type { Refusal } from "./refusals.ts";

/** The most eSIMs of one order (DEC-42). */
const MOST_ESIMS = 30;

/** The longest a day pass can be bought for. */
const MOST_DAYS = 365;

/** The kind of job that allocates the eSIMs of an order. */
export const ALLOCATE_JOB = "esimaccess-allocate-order";

/** A line as it was asked for. */
interface WantedLine {
  readonly packageCode: string;
  readonly count: number;
  /** The unit price that the client expects, per day for a day pass; null skips the comparison (DEC-12). */
  readonly price: number | null;
  /** Days of a day pass; null means one day, NaN something that is no number of days. */
  readonly days: number | null;
}

export interface PlaceOrder {
  /** Exactly as it was sent. */
  readonly transactionId: string;
  /** The total that the client expects; null skips the comparison. */
  readonly amount: number | null;
  readonly lines: readonly WantedLine[];
}

interface PricedLine extends OrderLine {
  readonly listedTotal: number;
}

/**
 * Places an order: debits the wallet, takes stock and plans the allocation. A transaction id that was used before gives the first
 * order again. Refusals, in this order: too many eSIMs, then line by line unknown or withdrawn package, days, unit price; then
 * total, wallet, stock. A refused order leaves no trace (DEC-50).
 */
export async function placeOrder(tx: Transaction, command: PlaceOrder, ports: Ports): Promise<Result<Order, Refusal>> {
  const options = ports.options(tx);
  const [earlier] = await tx.table(orderTable).findBy("transaction", command.transactionId);
  if (earlier !== undefined) return options.strictDuplicates ? err({ code: "transaction-id-used" }) : ok(earlier);
  const count = command.lines.reduce((sum, line) => sum + line.count, 0);
  if (count > MOST_ESIMS) return err({ code: "too-many-esims", count, most: MOST_ESIMS });
  const priced = await priceLines(tx, command.lines, ports);
  if (!priced.ok) return priced;
  const lines = priced.value;
  const listed = lines.reduce((sum, line) => sum + line.listedTotal, 0);
  if (command.amount !== null && command.amount !== listed) {
    return err({ code: "order-amount-differs", expected: command.amount, amount: listed });
  }
  const charged = lines.reduce((sum, line) => sum + line.chargedEach * line.count, 0);
  const account = debit(await accountOf(tx), charged);
  if (!account.ok) return account;
  for (const line of lines) {
    const taken = await takeStock(tx, { provider: PROVIDER, code: line.packageCode, count: line.count });
    if (!taken.ok) return taken;
  }
  await tx.table(accountTable).put(account.value);
  return ok(
    await storeOrder(tx, { command, lines, charged, allocationMs: options.allocationDelaySeconds * SECOND_MS }),
  );
}

async function storeOrder(
  tx: Transaction,
  placed: {
    readonly command: PlaceOrder;
    readonly lines: readonly PricedLine[];
    readonly charged: number;
    readonly allocationMs: number;
  },
): Promise<Order> {
  const { command, charged, allocationMs } = placed;
  const lines = placed.lines.map(({ packageCode, count, days, chargedEach }) => ({
    packageCode,
    count,
    days,
    chargedEach,
  }));
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const drawn = await drawNumbers(tx, 1 + count);
  const [digits = ""] = drawn;
  const order: Order = {
    number: ["B", digits].join(""), // one piece in memory
    transactionId: command.transactionId,
    createdAt: tx.at,
    allocationMs,
    isAllocated: false,
    lines,
    charged,
    esimIds: drawn.slice(1),
  };
  await tx.table(orderTable).put(order);
  const { number } = order;
  await tx.schedule({ id: `allocate/${number}`, kind: ALLOCATE_JOB, dueAt: tx.at + allocationMs, payload: { number } });
  tx.record({ kind: "order-placed", provider: PROVIDER, orderNumber: number, charged, count });
  return order;
}

async function priceLines(
  tx: Transaction,
  wanted: readonly WantedLine[],
  ports: Ports,
): Promise<Result<PricedLine[], Refusal>> {
  const { chargeFactor } = ports.options(tx);
  const lines: PricedLine[] = [];
  for (const [line, { packageCode, count, price, days }] of wanted.entries()) {
    const offer = ports.catalogue.base(packageCode);
    if (offer === null) return err({ code: "package-code-unknown", packageCode });
    const listed = await priceOf(tx, offer);
    if (listed === null) return err({ code: "package-withdrawn", packageCode });
    const charged = daysCharged(offer, days);
    if (charged === null) return err({ code: "day-count-out-of-range", line });
    if (price !== null && price !== listed) return err({ code: "unit-price-differs", expected: price, price: listed });
    const chargedEach = chargeOf(listed * charged, chargeFactor);
    lines.push({ packageCode: offer.code, count, days: charged, chargedEach, listedTotal: listed * count * charged });
  }
  return ok(lines);
}

/** What the tenant pays for an offer, in ten-thousandths, per day for a day pass; null when it is not on sale. */
export async function priceOf(tx: Transaction, offer: Offer): Promise<number | null> {
  const overlay = await overlayOf(tx, PROVIDER, offer.code);
  return overlay.onSale ? (overlay.price ?? offer.price) : null;
}

/** The days that are charged: 1 for a fixed plan whatever was asked (DEC-38), null when a day pass cannot have so many. */
export function daysCharged(offer: Offer, wanted: number | null): number | null {
  if (offer.entry.dataType === 1 || wanted === null) return 1;
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_DAYS ? wanted : null;
}

/** What is charged for a listed price (DEC-07). */
export function chargeOf(listed: number, factor: number): number {
  return factor === 1 ? listed : Math.round(listed * factor);
}
