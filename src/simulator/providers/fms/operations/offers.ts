import type { PackageOverlay } from "../../../esim/package-overlay.ts";
import { overlayOf } from "../../../esim/package-overlay.ts";
import { packageOverlayTable } from "../../../esim/tables.ts";
import type { TableDefinition, Tables } from "../../../kernel/store.ts";
import type { Package, Price } from "./catalogue.ts";

/** The provider's name, under which its records and options are kept. */
export const FMS = "fms";

/** The currency in which every package has a price, and which the tenant's own price replaces. */
export const BASE_CURRENCY = "USD";

/** How often a tenant has sold a package. */
export interface Sales {
  readonly packageCode: string;
  readonly count: number;
}

export const salesTable: TableDefinition<Sales> = {
  name: "fms-sales",
  keyOf: (sales) => sales.packageCode,
};

/** A package as one tenant offers it. */
export interface Offer {
  readonly package: Package;
  readonly prices: readonly Price[];
  readonly sold: number;
  /** True while nothing differs from the shared catalogue. */
  readonly isUntouched: boolean;
}

/** The package as the tenant offers it, or null while it is off sale. */
export async function offerOf(tables: Tables, item: Package): Promise<Offer | null> {
  const overlay = await overlayOf(tables, FMS, item.code);
  return overlay.onSale ? makeOffer(item, overlay, await tables.table(salesTable).get(item.code)) : null;
}

/** Those of the packages that are on sale, as the tenant offers them; in the given order. */
export async function offersOf(tables: Tables, packages: readonly Package[]): Promise<Offer[]> {
  const overlays = new Map<string, PackageOverlay>();
  for (const overlay of await tables.table(packageOverlayTable).all()) {
    if (overlay.provider === FMS) overlays.set(overlay.code, overlay);
  }
  const sales = new Map((await tables.table(salesTable).all()).map((entry) => [entry.packageCode, entry]));
  const offers: Offer[] = [];
  for (const item of packages) {
    const overlay = overlays.get(item.code) ?? null;
    if (overlay?.onSale !== false) offers.push(makeOffer(item, overlay, sales.get(item.code) ?? null));
  }
  return offers;
}

/** Counts one more sale of a package. */
export async function countSale(tables: Tables, packageCode: string): Promise<void> {
  const sales = tables.table(salesTable);
  const count = ((await sales.get(packageCode))?.count ?? 0) + 1;
  await sales.put({ packageCode, count });
}

/** The base price after the tenant's own price, in ten-thousandths. */
export function basePrice(prices: readonly Price[]): number {
  return prices.find((price) => price.currency === BASE_CURRENCY)?.amount ?? 0;
}

function makeOffer(item: Package, overlay: PackageOverlay | null, sales: Sales | null): Offer {
  const ownPrice = overlay?.price ?? null;
  return {
    package: item,
    prices: ownPrice === null ? item.prices : item.prices.map((price) => withOwnPrice(price, ownPrice)),
    sold: item.soldBefore + (sales?.count ?? 0),
    isUntouched: ownPrice === null && sales === null,
  };
}

function withOwnPrice(price: Price, amount: number): Price {
  return price.currency === BASE_CURRENCY ? { ...price, amount } : price;
}
