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

/** What a list shows. Two lists with equal keys have equal rows, so their text can be kept. */
export interface PackageListing {
  readonly key: string;
  rows(): PricedOffer[];
}

/**
 * Selects packages that are on sale. Top-ups need a subject, else the list is empty. Refusals: an unknown package, an eSIM that is
 * not the account's.
 */
export async function listPackages(
  tx: Transaction,
  query: ListPackages,
  ports: Ports,
): Promise<Result<PackageListing, Refusal>> {
  const { catalogue } = ports;
  const subject = await subjectOf(tx, query, catalogue);
  if (!subject.ok) return subject;
  const changes = new Map<string, number | null>();
  for (const overlay of await tx.table(packageOverlayTable).all()) {
    if (overlay.provider !== PROVIDER || (overlay.onSale && overlay.price === null)) continue;
    changes.set(overlay.code, overlay.onSale ? overlay.price : null);
  }
  const { includeRegionalPackages } = ports.options(tx);
  const { type, locationCode, dataType } = query;
  const named = subject.value;
  const filter = { type, locationCode, dataType, named: named?.key ?? null, includeRegionalPackages };
  const fits = locationFilter(catalogue, locationCode, includeRegionalPackages);
  return ok({
    key: JSON.stringify([filter, changes.size === 0 ? "" : [...changes]]),
    rows: () => {
      const offers = type === "base" ? (named?.offers ?? catalogue.bases) : (named?.offers ?? []);
      return offers
        .filter(({ entry }) => fits(entry) && (dataType === null || entry.dataType === dataType))
        .flatMap((offer) => {
          const price = changes.has(offer.code) ? (changes.get(offer.code) ?? null) : offer.price;
          return price === null ? [] : [{ offer, price }];
        });
    },
  });
}

interface Subject {
  readonly key: string;
  readonly offers: readonly Offer[];
}

/** The package or eSIM that a list is about; null when none is named. */
async function subjectOf(
  tx: Transaction,
  query: ListPackages,
  catalogue: Catalogue,
): Promise<Result<Subject | null, Refusal>> {
  if (query.type === "top-up" && (query.esimId !== null || query.iccid !== null)) {
    const esim = await requireEsim(tx, query);
    return esim.ok ? ok(topUpsOf(catalogue, catalogue.require(esim.value.packageCode))) : esim;
  }
  if (query.package === null) return ok(null);
  const base = catalogue.base(query.package);
  if (query.type === "top-up") {
    const exact = base === null ? catalogue.topUp(query.package) : null;
    if (exact !== null) return ok({ key: exact.code, offers: [exact] });
    return base === null ? unknown(query.package) : ok(topUpsOf(catalogue, base.entry));
  }
  return base === null ? unknown(query.package) : ok({ key: base.code, offers: [base] });
}

function topUpsOf(catalogue: Catalogue, entry: PackageEntry): Subject {
  return { key: `of ${entry.code}`, offers: catalogue.topUpsOf(entry) };
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
