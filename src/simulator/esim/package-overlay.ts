import { err, ok, type Result } from "../kernel/result.ts";
import type { Tables } from "../kernel/store.ts";
import { packageOverlayTable } from "./tables.ts";

/** What a tenant changes about a package of the shared catalogue. */
export interface PackageOverlay {
  readonly provider: string;
  readonly code: string;
  /** Profiles left; null when there is no limit. */
  readonly stock: number | null;
  readonly onSale: boolean;
  /** Price in ten-thousandths instead of the catalogue's; null keeps that. */
  readonly price: number | null;
}

export interface OutOfStock {
  readonly code: "out-of-stock";
  readonly package: string;
  readonly stock: number;
  readonly needed: number;
}

/** The overlay of a package: unlimited stock, on sale and at the catalogue's price until somebody changes it. */
export async function overlayOf(tables: Tables, provider: string, code: string): Promise<PackageOverlay> {
  const stored = await tables.table(packageOverlayTable).get(`${provider}/${code}`);
  return stored ?? { provider, code, stock: null, onSale: true, price: null };
}

/** Takes `count` profiles from stock, or refuses when fewer are left. */
export async function takeStock(
  tables: Tables,
  from: { readonly provider: string; readonly code: string; readonly count: number },
): Promise<Result<null, OutOfStock>> {
  const overlay = await overlayOf(tables, from.provider, from.code);
  if (overlay.stock === null) return ok(null);
  if (overlay.stock < from.count) {
    return err({ code: "out-of-stock", package: from.code, stock: overlay.stock, needed: from.count });
  }
  await tables.table(packageOverlayTable).put({ ...overlay, stock: overlay.stock - from.count });
  return ok(null);
}

/** Gives `count` profiles back to stock. */
export async function returnStock(
  tables: Tables,
  to: { readonly provider: string; readonly code: string; readonly count: number },
): Promise<void> {
  const overlay = await overlayOf(tables, to.provider, to.code);
  if (overlay.stock === null) return;
  await tables.table(packageOverlayTable).put({ ...overlay, stock: overlay.stock + to.count });
}
