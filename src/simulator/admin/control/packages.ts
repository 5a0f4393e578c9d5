import { overlayOf, type PackageOverlay } from "../../esim/package-overlay.ts";
import { packageOverlayTable } from "../../esim/tables.ts";
import type { PackageView, Provider } from "../../http/provider.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import { type Listing, type Page, pageOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { namedProviders } from "./providers.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** Which packages to list; a code may be an alias. */
export interface PackageQuery extends Page {
  readonly provider?: string;
  readonly code?: string;
}

/** What to change of a package; members that are left out stay as they are. */
export interface PackageChange {
  /** Profiles left; null for no limit. */
  readonly stock?: number | null;
  readonly onSale?: boolean;
  /** Price in ten-thousandths; null for the catalogue's. */
  readonly price?: number | null;
}

/** Lists packages as the tenant sees them: the catalogue's with the tenant's stock, sale state and price. */
export async function listPackages(
  tenant: Tenant,
  query: PackageQuery,
  ports: ControlPorts,
): Promise<Controlled<Listing<PackageView>>> {
  const named = namedProviders(query.provider, ports);
  if (!named.ok) return named;
  const found = await tenant.transact(async (tx) => {
    const listed: PackageView[] = [];
    for (const provider of named.value) listed.push(...(await packagesOf(tx, provider, query.code)));
    return listed;
  });
  return ok(pageOf(found, query, (view) => view));
}

/** Changes stock, sale state or price of a package for this tenant. */
export async function changePackage(
  tenant: Tenant,
  changed: { readonly provider: string; readonly code: string; readonly change: PackageChange },
  ports: ControlPorts,
): Promise<Controlled<PackageView>> {
  const { change } = changed;
  const valid = checkChange(change);
  if (!valid.ok) return valid;
  const provider = ports.providers.find(({ name }) => name === changed.provider);
  if (provider === undefined) {
    const expected = validNames(
      changed.provider,
      ports.providers.map(({ name }) => name),
    );
    return refuseValue({ path: "path.provider", expected, got: changed.provider }, "unknown-package");
  }
  const code = provider.control.packageCode(changed.code);
  if (code === null) {
    const expected = `a package code or alias of ${provider.name}, as GET packages lists them`;
    return refuseValue({ path: "path.code", expected, got: changed.code }, "unknown-package");
  }
  return tenant.transact(async (tx) => {
    const overlay = await overlayOf(tx, provider.name, code);
    const next: PackageOverlay = {
      ...overlay,
      stock: change.stock === undefined ? overlay.stock : change.stock,
      onSale: change.onSale ?? overlay.onSale,
      price: change.price === undefined ? overlay.price : change.price,
    };
    await tx.table(packageOverlayTable).put(next);
    tx.record({ kind: "package-changed", ...next });
    const [view] = await packagesOf(tx, provider, code);
    return view === undefined ? refuse("unknown-package", `${provider.name} does not list package ${code}`) : ok(view);
  });
}

async function packagesOf(tx: Transaction, provider: Provider, sought: string | undefined): Promise<PackageView[]> {
  if (sought === undefined) return provider.control.packages(tx);
  const code = provider.control.packageCode(sought);
  if (code === null) return [];
  return (await provider.control.packages(tx)).filter((view) => view.code === code);
}

function checkChange(change: PackageChange): Controlled<null> {
  const { stock, onSale, price } = change;
  if (stock === undefined && onSale === undefined && price === undefined) {
    return refuseValue({ path: "body", expected: "an object with stock, onSale or price", got: change });
  }
  if (stock !== undefined && stock !== null && !isWithin(stock, bounds.stock)) {
    return refuseValue({ path: "body.stock", expected: `${wholeNumber(bounds.stock)}, or null`, got: stock });
  }
  if (onSale !== undefined && typeof onSale !== "boolean") {
    return refuseValue({ path: "body.onSale", expected: "true or false", got: onSale });
  }
  if (price !== undefined && price !== null && !isWithin(price, bounds.price)) {
    return refuseValue({ path: "body.price", expected: `${wholeNumber(bounds.price)}, or null`, got: price });
  }
  return ok(null);
}
