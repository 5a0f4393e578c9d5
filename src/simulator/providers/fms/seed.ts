import type { Transaction } from "../../kernel/transaction.ts";
import { Catalogue, type Country, type Package, type Price } from "./operations/catalogue.ts";

/** The shape of `fixtures/catalogues/fms.json`. */
interface CatalogueFile {
  readonly currencies: readonly {
    readonly currencyId: number;
    readonly abbr: string;
    readonly name: string;
    readonly symbol: string;
    readonly digits: number;
  }[];
  readonly packages: readonly {
    readonly id: number;
    readonly packageId: string;
    readonly packageCode: string;
    readonly showName: string;
    readonly shortDesc: string;
    readonly desc: string;
    readonly flowMb: number;
    readonly periodDays: number;
    readonly saleCount: number;
    readonly coverMccs: readonly string[];
    readonly listedMccs: readonly string[];
    readonly prices: readonly { readonly currencyId: number; readonly price: number }[];
    readonly updateTime: string;
  }[];
}

/** The shape of `fixtures/countries.json`. */
interface CountriesFile {
  readonly countries: readonly {
    readonly name: string;
    readonly mcc: string;
    readonly continent: string;
    readonly mccHolder: boolean;
  }[];
}

/** Makes the catalogue from the contents of the two fixture files. Of countries that share a code, the one that holds it counts. */
export function loadCatalogue(catalogueFile: unknown, countriesFile: unknown): Catalogue {
  const { currencies, packages } = catalogueFile as CatalogueFile; // our own generated files,
  const { countries } = countriesFile as CountriesFile; // whose shape the check of the fixtures keeps
  const currencyById = new Map(currencies.map((currency) => [currency.currencyId, currency]));
  const priceOf = ({ currencyId, price }: { readonly currencyId: number; readonly price: number }): Price => {
    const currency = currencyById.get(currencyId);
    if (currency === undefined) throw new Error(`the FMS catalogue has a price in the unknown currency ${currencyId}`);
    const { abbr, name, symbol, digits } = currency;
    return { currencyId, currency: abbr, currencyName: name, symbol, digits, amount: price };
  };
  const items = packages.map(
    (entry): Package => ({
      id: entry.id,
      packageId: entry.packageId,
      code: entry.packageCode,
      showName: entry.showName,
      shortDescription: entry.shortDesc,
      description: entry.desc,
      volumeMb: entry.flowMb,
      validityDays: entry.periodDays,
      soldBefore: entry.saleCount,
      coverage: entry.coverMccs,
      listing: entry.listedMccs,
      prices: entry.prices.map(priceOf),
      updatedAt: entry.updateTime,
    }),
  );
  const holders = countries.filter((country) => country.mccHolder);
  return new Catalogue(
    items,
    holders.map(({ mcc, name, continent }): Country => ({ mcc, name, continent })),
  );
}

/** A new tenant needs no records of FMS: its partner follows from its id, and end users register themselves. */
export async function seed(_tx: Transaction): Promise<void> {}
