import { atPath, isSuccess, joined, onSuccess, type Refused, secondTry, serving } from "./behaviours.ts";
import { overspending, showingDebts } from "./debts.ts";
import { type Behaviour, breaks, type Mutant, Remembered, type Serving } from "./mutant.ts";
import {
  at,
  changeAt,
  jsonOf,
  listOf,
  membersOf,
  numberAt,
  putAt,
  textAt,
  type WireAnswer,
  withValue,
} from "./wire-message.ts";
import {
  balanceOf,
  chargedFor,
  countIn,
  credit,
  type EsimSeen,
  esimNamed,
  type OrderSeen,
  orderOf,
  placedIn,
} from "./world.ts";

const MONEY = "states effects races model flows";
const NOTICES = "paymentWebhook paymentWebhookV11";
const PRE_ORDERS = "preOrderPackage preOrderPackageV11";

/** The units of eSIM Access in a cent and in a dollar. */
const CENT = 100;
const DOLLAR = 10_000;

const CACHE_MS = 30_000;

const charged = new Remembered(() => new Set<string>());
const cached = new Remembered(() => ({ at: Number.NEGATIVE_INFINITY, balance: 0 }));
/** A balance as a binary fraction of dollars, and as it was last shown. */
const fractions = new Remembered(() => ({ dollars: 0, shown: Number.NaN }));
const bargains = new Remembered(() => new Map<string, number>());

/** Orders that are not charged as they must be. */
export const money: readonly Mutant[] = [
  {
    id: "MON-01",
    says: "an order is not debited",
    rules: breaks("esimOrder", MONEY),
    on: { esimaccess: onOrder((order, context) => credit(context, order.charged)) },
  },
  {
    id: "MON-02",
    says: "an order is debited twice",
    rules: breaks("esimOrder", MONEY),
    on: { esimaccess: onOrder((order, context) => credit(context, -order.charged)) },
  },
  {
    id: "MON-04",
    says: "a cancellation is refunded twice",
    rules: breaks("esimCancel", MONEY),
    on: { esimaccess: onCancel((esim, context) => credit(context, chargedFor(esim))) },
  },
  {
    id: "MON-05",
    says: "a refund is rounded down to whole cents",
    rules: breaks("esimCancel", MONEY),
    on: { esimaccess: onCancel((esim, context) => credit(context, -(chargedFor(esim) % CENT))) },
  },
  {
    id: "MON-06",
    says: "several eSIMs of one order are charged as one",
    rules: breaks("esimOrder", MONEY),
    on: {
      esimaccess: onOrder((order, context) =>
        credit(context, order.charged - order.charged / Math.max(1, countIn(context.body))),
      ),
    },
  },
  {
    id: "MON-08",
    says: "one operation gives money in another unit",
    rules: breaks(
      `balanceQuery esimOrder esimCancel esimTopup ${PRE_ORDERS} ${NOTICES}`,
      `${MONEY} responses states positives examples`,
    ),
    on: {
      esimaccess: atPath("balanceQuery", "obj.balance", (old) => Math.round(Number(old) / DOLLAR)),
      fms: atPath("preOrderPackage", "data.money", (old) => Number(old) * CENT),
    },
  },
  {
    id: "MON-09",
    says: "an order above the balance is accepted, and the balance falls below zero",
    rules: breaks("esimOrder balanceQuery", `negatives responses ${MONEY}`),
    on: {
      esimaccess: joined(showingDebts, secondTry("esimOrder", overspending)),
    },
  },
  {
    id: "MON-11",
    says: "a lower price that the client sends is honoured",
    rules: breaks(`esimOrder ${PRE_ORDERS} ${NOTICES}`, `negatives ${MONEY}`),
    on: {
      esimaccess: secondTry("esimOrder", bargained),
      fms: joined(payingBargain(), secondTry(PRE_ORDERS, bargainedOrder)),
    },
  },
  {
    id: "MON-12",
    says: "in one country more is charged than is listed",
    rules: breaks("esimOrder packageList", MONEY),
    on: {
      esimaccess: onOrder(async (order, context) => {
        const [line] = listOf(order.details["lines"]);
        const [item] = await context.tenant.packages.list({
          provider: "esimaccess",
          code: textAt(line, "packageCode"),
        });
        if (item?.alias?.startsWith("AD_") === true) await credit(context, -5 * CENT);
      }),
    },
  },
  {
    id: "MON-13",
    says: "a top-up is free",
    rules: breaks("esimTopup", MONEY),
    on: {
      esimaccess: onSuccess("esimTopup", async (value, context) => {
        const id = textAt(value, "obj.topUpEsimTranNo");
        const topUp = (await esimNamed(context))?.topUps.find((known) => known.id === id);
        if (topUp !== undefined && isFirst(context, id)) await credit(context, topUp.charged);
        return value;
      }),
    },
  },
  {
    id: "MON-15",
    says: "the balance comes from a cache for 30 seconds",
    rules: breaks("balanceQuery esimOrder esimCancel esimTopup", `responses states ${MONEY}`),
    on: {
      esimaccess: atPath("balanceQuery", "obj.balance", (old, _owner, { memory, tenant }) => {
        const kept = cached.of(memory);
        const now = tenant.clock.now();
        if (now - kept.at >= CACHE_MS) Object.assign(kept, { at: now, balance: Number(old) });
        return kept.balance;
      }),
    },
  },
  {
    id: "MON-16",
    says: "the balance is kept in binary fractions and drifts",
    rules: breaks("esimOrder", MONEY),
    on: {
      esimaccess: onOrder(async (order, context) => {
        const wallet = fractions.of(context.memory);
        const after = await balanceOf(context);
        if (after + order.charged !== wallet.shown) wallet.dollars = (after + order.charged) / DOLLAR;
        wallet.dollars -= order.charged / DOLLAR;
        wallet.shown = Math.floor(wallet.dollars * DOLLAR);
        await credit(context, wallet.shown - after);
      }),
    },
  },
  {
    id: "MON-17",
    says: "a payment of another amount than the order's is accepted",
    rules: breaks(NOTICES, `negatives ${MONEY} states`),
    on: {
      fms: secondTry(NOTICES, async ({ code, context, request }) => {
        const order = code === "10009" ? await orderOf(context, textAt(context.body, "orderId")) : null;
        if (order === null) return null;
        const due = { payAmount: amountDue(order), payCurrency: order.currency };
        return withValue(request, { ...membersOf(context.body), ...due });
      }),
    },
  },
];

function amountDue(order: OrderSeen): number {
  return numberAt(order.details, "amount") / DOLLAR;
}

/** Whether something is met for the first time in this life. */
function isFirst(context: Serving, id: string): boolean {
  const known = charged.of(context.memory);
  if (known.has(id)) return false;
  known.add(id);
  return true;
}

/** Does something once per order that was placed; a replay is none. */
function onOrder(react: (order: OrderSeen, context: Serving) => Promise<void>): Behaviour {
  return onSuccess("esimOrder", async (value, context) => {
    const number = placedIn(value);
    const order = number !== "" && isFirst(context, number) ? await orderOf(context, number) : null;
    if (order !== null) await react(order, context);
    return value;
  });
}

/** Does something after an eSIM was cancelled. */
function onCancel(react: (esim: EsimSeen, context: Serving) => Promise<void>): Behaviour {
  return onSuccess("esimCancel", async (value, context) => {
    const esim = await esimNamed(context);
    if (esim !== null) await react(esim, context);
    return value;
  });
}

/** Places an order whose prices were refused at the prices that came, when they are lower. */
async function bargained({ code, context, request, forward }: Refused): Promise<WireAnswer | null> {
  if (code !== "200005" && code !== "200006") return null;
  const lines = listOf(at(context.body, "packageInfoList"));
  const asked = numberAt(context.body, "amount") || sumOf(lines);
  if (!(asked < (await listedSum(lines, context)))) return null;
  const unpriced = lines.map((line) => ({ ...membersOf(line), price: null }));
  const next = { ...membersOf(context.body), amount: null, packageInfoList: unpriced };
  const answer = await forward(withValue(request, next));
  const order = await orderOf(context, placedIn(jsonOf(answer)));
  if (order !== null) await credit(context, order.charged - asked);
  return answer;
}

function sumOf(lines: readonly unknown[]): number {
  return lines.reduce<number>((sum, line) => sum + numberAt(line, "price") * numberAt(line, "count"), 0);
}

async function listedSum(lines: readonly unknown[], { tenant }: Serving): Promise<number> {
  let sum = 0;
  for (const line of lines) {
    const [item] = await tenant.packages.list({ provider: "esimaccess", code: textAt(line, "packageCode") });
    sum += (item?.price ?? 0) * numberAt(line, "count") * (Number(textAt(line, "periodNum")) || 1);
  }
  return sum;
}

/** Places an order of FMS at the lower amount that came. */
async function bargainedOrder({ code, context, request, forward }: Refused): Promise<WireAnswer | null> {
  const { id, currencyId, money: asked } = membersOf(context.body);
  if (code !== "10009") return null;
  const url = new URL(`/package/detail?id=${String(id)}`, request.url);
  const detail = await forward({ ...request, method: "GET", url: url.href, bytes: new Uint8Array(0) });
  const prices = listOf(at(jsonOf(detail), "data.currencyInfos"));
  const price = numberAt(
    prices.find((entry) => textAt(entry, "currencyId") === String(currencyId)),
    "price",
  );
  if (!(Number(asked) < price)) return null;
  const answer = await forward(withValue(request, putAt(context.body, "money", price)));
  const value = jsonOf(answer);
  if (!isSuccess("fms", value)) return answer;
  bargains.of(context.memory).set(textAt(value, "data.id"), Number(asked));
  return withValue(
    answer,
    changeAt(value, "data.money", () => Number(asked)),
  );
}

function payingBargain(): Behaviour {
  return serving(NOTICES, async (context, request, forward) => {
    const orderId = textAt(context.body, "orderId");
    const isBargain = bargains.of(context.memory).get(orderId) === Number(at(context.body, "payAmount"));
    const order = isBargain ? await orderOf(context, orderId) : null;
    return forward(order === null ? request : withValue(request, putAt(context.body, "payAmount", amountDue(order))));
  });
}
