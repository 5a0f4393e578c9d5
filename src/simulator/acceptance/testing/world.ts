import { nodeOf } from "./recipes.ts";
import type { Shop } from "./shop.ts";

/** What exists at a moment, for requests that name real things. */
export interface World {
  readonly esimIds: readonly string[];
  readonly iccids: readonly string[];
  readonly accessOrders: readonly string[];
  readonly transactionIds: readonly unknown[];
  readonly packageCodes: readonly string[];
  /** eSIMs with the code of a top-up that fits them. */
  readonly toppable: readonly { readonly esimTranNo: string; readonly packageCode: string }[];
  readonly suspended: readonly string[];
  readonly fmsOrders: readonly string[];
  readonly unpaid: readonly { readonly orderId: string; readonly payAmount: number; readonly payCurrency: string }[];
  /** What belongs together in a purchase of FMS. */
  readonly offers: readonly object[];
  readonly tokens: readonly string[];
  readonly webhookUrls: readonly string[];
}

/** What a test knows without looking. */
export interface Known extends Pick<World, "tokens" | "webhookUrls" | "packageCodes"> {
  /** By package code, what tops an eSIM of that package up. */
  readonly topUpCodes: ReadonlyMap<string, string>;
}

/** How many of the youngest things are picked from: old ones are in a final state. */
const YOUNGEST = 40;

/** Looks around in a sandbox, through the control API. */
export async function lookAround(shop: Shop, fixed: Known): Promise<World> {
  const { handle } = shop;
  const access = (await handle.orders.list({ provider: "esimaccess", limit: 10_000 })).slice(-YOUNGEST);
  const all = await handle.orders.list({ provider: "fms", limit: 10_000 });
  const [orders, completed] = [all.slice(-YOUNGEST), all.filter(({ state }) => state === "completed")];
  const everyEsim = await handle.esims.list({ limit: 10_000 });
  const esims = everyEsim.slice(-YOUNGEST);
  const unpaid = orders.filter(({ state }) => state === "reserved");
  return {
    ...fixed,
    esimIds: esims.map(({ id }) => id),
    iccids: esims.map(({ iccid }) => iccid),
    accessOrders: access.map(({ number }) => number),
    transactionIds: access.map(({ details }) => details["transactionId"]),
    toppable: esims
      .filter(({ provider }) => provider === "esimaccess")
      .map(({ id, packageCode }) => ({ esimTranNo: id, packageCode: fixed.topUpCodes.get(packageCode) ?? "" })),
    suspended: everyEsim.filter(({ status }) => status === "suspended").map(({ id }) => id),
    fmsOrders: [...completed.slice(-YOUNGEST), ...orders].map(({ number }) => number),
    unpaid: unpaid.map(({ number, details, currency }) => ({
      orderId: number,
      payAmount: Number(details["amount"]) / 10_000,
      payCurrency: currency,
    })),
    offers: await offersOf(shop),
  };
}

async function offersOf({ fms }: Shop): Promise<object[]> {
  const listed = await fms.post("/package/packageList", { countryCode: 460, type: 1 });
  return [...listed.data].map((item) => {
    const prices: unknown = item["currencyInfos"];
    const [price] = Array.isArray(prices) ? prices : [];
    const { currencyAbbr, currencyId, price: money } = nodeOf(price);
    return { id: item["id"], currency: currencyAbbr, currencyId, money, periodNum: item["period"], deviceType: "10" };
  });
}
