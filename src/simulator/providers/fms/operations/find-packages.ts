import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { type Catalogue, type Country, coversOnly, type Package } from "./catalogue.ts";
import { type Offer, offerOf, offersOf } from "./offers.ts";

/** `shown`: every package listed under the country; `only`: those that cover this country and no other (FMS-P11). */
export type SearchScope = "shown" | "only";

/** A country by code or name; the code wins. */
export interface CountrySearch {
  readonly mcc: string | null;
  readonly name: string | null;
  readonly scope: SearchScope;
}

/** A search by country that names none. */
export interface CountryMissing {
  readonly code: "country-missing";
}

/** No package has that id, or it is off sale. */
export interface PackageNotOffered {
  readonly code: "package-not-offered";
  readonly packageId: number;
}

/** Popular packages that are listed; a front page has room for about that many. */
const HOT_PACKAGES = 10;

/** Lists the packages shown under a country; an unknown country has none. Refused without code and name. */
export async function listPackages(
  tx: Transaction,
  search: CountrySearch,
  catalogue: Catalogue,
): Promise<Result<Offer[], CountryMissing>> {
  if (search.mcc === null && search.name === null) return err({ code: "country-missing" });
  const mcc = search.mcc ?? catalogue.countryByName(search.name ?? "")?.mcc ?? "";
  const found = catalogue.listedUnder(mcc).filter((item) => isWithin(item, mcc, search.scope));
  return ok(await offersOf(tx, found));
}

/** Lists the countries under which something on sale is shown, by name; `mcc` and `scope` narrow them down. */
export async function listCountries(
  tx: Transaction,
  search: { readonly mcc: string | null; readonly scope: SearchScope | null },
  catalogue: Catalogue,
): Promise<Country[]> {
  const offered = new Set((await offersOf(tx, catalogue.packages)).map((offer) => offer.package.id));
  const scope = search.scope ?? "shown";
  return catalogue.countries.filter(
    ({ mcc }) =>
      (search.mcc === null || search.mcc === mcc) &&
      catalogue.listedUnder(mcc).some((item) => offered.has(item.id) && isWithin(item, mcc, scope)),
  );
}

/** Shows one package; refused when there is none with that id on sale. */
export async function showPackage(
  tx: Transaction,
  command: { readonly packageId: number },
  catalogue: Catalogue,
): Promise<Result<Offer, PackageNotOffered>> {
  const item = catalogue.byId(command.packageId);
  const offer = item === null ? null : await offerOf(tx, item);
  return offer === null ? err({ code: "package-not-offered", packageId: command.packageId }) : ok(offer);
}

/** Lists the packages that cover at least one country of a continent. */
export function listContinentPackages(
  tx: Transaction,
  search: { readonly continent: string },
  catalogue: Catalogue,
): Promise<Offer[]> {
  return offersOf(tx, catalogue.onContinent(search.continent));
}

/** Lists the packages that sold best, at most ten; of equals the lower id comes first. */
export async function listHotPackages(tx: Transaction, catalogue: Catalogue): Promise<Offer[]> {
  const offers = await offersOf(tx, catalogue.packages);
  return offers.sort((a, b) => b.sold - a.sold || a.package.id - b.package.id).slice(0, HOT_PACKAGES);
}

function isWithin(item: Package, mcc: string, scope: SearchScope): boolean {
  return scope === "shown" || coversOnly(item, mcc);
}
