import { packageOverlayTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Catalogue, Offer, PackageEntry } from "./catalogue.ts";
import { type EsimKeys, requireEsim } from "./find-esim.ts";
import type { Ports } from "./ports.ts";
import { PROVIDER } from "./records.ts";
import type { Refusal } from "./refusals.ts";

/** Filters of the catalogue; null for one that is absent or blank. */
export interface ListPackages extends EsimKeys {
  readonly type: "base" | "top-up";
  /** A country or region code, `!RG` for all regions but global ones, `!GL` for global ones (DEC-10). */
  readonly locationCode: string | null;
  /** A code, a slug or, for top-ups, the code of a top-up. */
  readonly package: string | null;
  readonly dataType: number | null;
}

/** An offer with the price that the tenant pays. */
export interface PricedOffer {
  readonly offer: Offer;
  readonly price: number;
}

/** What a tenant changes about the catalogue as far as a list shows it. */
export interface SaleState {
  /** Equal keys mean equal changes; empty for none. */
  readonly key: string;
  /** Prices by code; null for a package that is not on sale. */
  readonly changes: ReadonlyMap<string, number | null>;
}

const NO_CHANGES: SaleState = { key: "", changes: new Map() };

/** Reads prices and sale states that differ from the catalogue's. */
export async function saleStateOf(tx: Transaction): Promise<SaleState> {
  const overlays = await tx.table(packageOverlayTable).all();
  if (overlays.length === 0) return NO_CHANGES;
  const changes = new Map<string, number | null>();
  for (const overlay of overlays) {
    if (overlay.provider !== PROVIDER || (overlay.onSale && overlay.price === null)) continue;
    changes.set(overlay.code, overlay.onSale ? overlay.price : null);
  }
  return changes.size === 0 ? NO_CHANGES : { key: JSON.stringify([...changes]), changes };
}

/**
 * Lists the packages that are on sale, with the prices that the tenant pays. Top-ups need a subject, else the list is empty. Refusals:
 * an unknown package, an eSIM that is not the account's.
 */
export async function listPackages(
  tx: Transaction,
  query: ListPackages,
  sale: SaleState,
  ports: Ports,
): Promise<Result<PricedOffer[], Refusal>> {
  const { catalogue } = ports;
  const subject = await subjectOf(tx, query, catalogue);
  if (!subject.ok) return subject;
  const { type, locationCode, dataType } = query;
  const offers = type === "base" ? (subject.value ?? catalogue.bases) : (subject.value ?? []);
  const fits = locationFilter(catalogue, locationCode, ports.options(tx).includeRegionalPackages);
  return ok(
    offers
      .filter(({ entry }) => fits(entry) && (dataType === null || entry.dataType === dataType))
      .flatMap((offer) => {
        const changed = sale.changes.get(offer.code);
        if (changed === null) return [];
        return [{ offer, price: changed ?? offer.price }];
      }),
  );
}

/** What the package or eSIM that a list is about has to offer; null when none is named. */
async function subjectOf(
  tx: Transaction,
  query: ListPackages,
  catalogue: Catalogue,
): Promise<Result<readonly Offer[] | null, Refusal>> {
  if (query.type === "top-up" && (query.esimId !== null || query.iccid !== null)) {
    const esim = await requireEsim(tx, query);
    return esim.ok ? ok(catalogue.topUpsOf(catalogue.require(esim.value.packageCode))) : esim;
  }
  if (query.package === null) return ok(null);
  const base = catalogue.base(query.package);
  if (query.type === "top-up") {
    const exact = base === null ? catalogue.topUp(query.package) : null;
    if (exact !== null) return ok([exact]);
    return base === null ? unknown(query.package) : ok(catalogue.topUpsOf(base.entry));
  }
  return base === null ? unknown(query.package) : ok([base]);
}

function unknown(packageCode: string): { readonly ok: false; readonly error: Refusal } {
  return err({ code: "package-code-unknown", packageCode });
}

function locationFilter(
  catalogue: Catalogue,
  locationCode: string | null,
  includeRegional: boolean,
): (entry: PackageEntry) => boolean {
  if (locationCode === null) return () => true;
  if (locationCode === "!GL") return (entry) => entry.locationCode.startsWith("GL-");
  if (locationCode === "!RG") {
    return (entry) => catalogue.isRegion(entry.locationCode) && !entry.locationCode.startsWith("GL-");
  }
  if (!includeRegional) return (entry) => entry.locationCode === locationCode;
  return (entry) => {
    return entry.locationCode === locationCode || catalogue.membersOf(entry.locationCode).includes(locationCode);
  };
}
