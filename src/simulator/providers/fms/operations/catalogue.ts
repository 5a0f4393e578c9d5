/** A country or territory that can be looked up by its mobile country code. */
export interface Country {
  /** ITU-T E.212, three digits. */
  readonly mcc: string;
  readonly name: string;
  readonly continent: string;
}

/** A continent by which packages can be searched. */
export interface Continent {
  readonly code: string;
  readonly name: string;
}

/** What a package costs in one currency. */
export interface Price {
  readonly currencyId: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly currencyName: string;
  readonly symbol: string;
  /** Decimal places of the currency. */
  readonly digits: number;
  /** Ten-thousandths of the currency unit. */
  readonly amount: number;
}

/** A package as all tenants share it; what a tenant changes lies in its overlay. */
export interface Package {
  readonly id: number;
  readonly packageId: string;
  readonly code: string;
  readonly showName: string;
  readonly shortDescription: string;
  readonly description: string;
  readonly volumeMb: number;
  readonly validityDays: number;
  /** How many had been sold before the tenant's life began. */
  readonly soldBefore: number;
  /** Mobile country codes of the countries in which it works. */
  readonly coverage: readonly string[];
  /** Mobile country codes of the countries under which it is shown; need not be covered. */
  readonly listing: readonly string[];
  readonly prices: readonly Price[];
  /** Time of the last change, as the provider prints it. */
  readonly updatedAt: string;
}

/** Codes and names of the continents, in the order in which they are listed. */
export const continents: readonly Continent[] = [
  { code: "AF", name: "Africa" },
  { code: "AN", name: "Antarctica" },
  { code: "AS", name: "Asia" },
  { code: "EU", name: "Europe" },
  { code: "NA", name: "North America" },
  { code: "OC", name: "Oceania" },
  { code: "SA", name: "South America" },
];

/** Bytes in the megabyte in which FMS counts volumes. */
export const MEGABYTE = 1_048_576;

/** The immutable catalogue of all tenants, with its lookups. */
export class Catalogue {
  /** By id, ascending. */
  readonly packages: readonly Package[];
  /** Those that hold a mobile country code, by name. */
  readonly countries: readonly Country[];
  readonly #byId = new Map<number, Package>();
  readonly #byCode = new Map<string, Package>();
  readonly #listedUnder = new Map<string, Package[]>();
  readonly #onContinent = new Map<string, Package[]>();
  readonly #byMcc = new Map<string, Country>();
  readonly #byName = new Map<string, Country>();

  constructor(packages: readonly Package[], countries: readonly Country[]) {
    this.packages = [...packages].sort((a, b) => a.id - b.id);
    this.countries = [...countries].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const country of this.countries) {
      this.#byMcc.set(country.mcc, country);
      this.#byName.set(country.name.toLowerCase(), country);
    }
    for (const item of this.packages) this.#enter(item);
  }

  byId(id: number): Package | null {
    return this.#byId.get(id) ?? null;
  }

  byCode(code: string): Package | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The packages shown under a country, whatever they cover. */
  listedUnder(mcc: string): readonly Package[] {
    return this.#listedUnder.get(mcc) ?? [];
  }

  /** The packages that cover at least one country of a continent. */
  onContinent(continent: string): readonly Package[] {
    return this.#onContinent.get(continent) ?? [];
  }

  countryByMcc(mcc: string): Country | null {
    return this.#byMcc.get(mcc) ?? null;
  }

  /** By English name, in any letter case. */
  countryByName(name: string): Country | null {
    return this.#byName.get(name.toLowerCase()) ?? null;
  }

  #enter(item: Package): void {
    this.#byId.set(item.id, item);
    this.#byCode.set(item.code, item);
    for (const mcc of item.listing) append(this.#listedUnder, mcc, item);
    const reached = new Set(item.coverage.map((mcc) => this.#byMcc.get(mcc)?.continent));
    for (const continent of reached) if (continent !== undefined) append(this.#onContinent, continent, item);
  }
}

/** Says whether a package works in one country only, and that is this one. */
export function coversOnly(item: Package, mcc: string): boolean {
  return item.coverage.length === 1 && item.coverage[0] === mcc;
}

function append(lists: Map<string, Package[]>, key: string, item: Package): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
