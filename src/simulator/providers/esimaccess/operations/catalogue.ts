/** A package as the catalogue file has it. Money is ten-thousandths of a US dollar; a day pass has price and volume per day. */
export interface PackageEntry {
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly price: number;
  readonly retailPrice: number;
  readonly volumeBytes: number;
  readonly validityDays: number;
  /** Days an eSIM may wait unused. */
  readonly unusedValidDays: number;
  /** 1 is a fixed plan; 2, 3 and 4 are day passes that slow down, stop or go on after the daily volume. */
  readonly dataType: 1 | 2 | 3 | 4;
  /** What starts the validity: 1 installation, 2 the first network attach. */
  readonly activeType: 1 | 2;
  /** 1 cannot be topped up, 2 can be, 3 can be by days. */
  readonly topUpType: 1 | 2 | 3;
  readonly smsStatus: 0 | 1 | 2;
  readonly speed: string;
  readonly ipExport: string;
  readonly fupPolicy: string;
  readonly locationCode: string;
  /** The row by which eSIMs of this size and place are topped up; null when there is none. */
  readonly topUp: { readonly code: string; readonly price: number } | null;
}

/** A country (no members) or a region. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly members: readonly string[] | null;
  /** Whether the list of locations shows it; others occur in packages only. */
  readonly listed: boolean;
}

/** A mobile network. */
export interface Operator {
  readonly name: string;
  readonly networkType: string;
}

/** The catalogue file. */
export interface CatalogueData {
  readonly locations: readonly Place[];
  readonly subAreas: readonly { readonly code: string; readonly name: string }[];
  readonly operators: Readonly<Record<string, readonly Operator[]>>;
  readonly packages: readonly PackageEntry[];
}

/** Something that is sold: a base package, or the same package as a top-up under a code and price of its own. */
export interface Offer {
  readonly code: string;
  /** The listed price in ten-thousandths, before a tenant's overlay. */
  readonly price: number;
  readonly entry: PackageEntry;
  readonly isTopUp: boolean;
}

/** Members of regions that the catalogue has no place of their own for. */
const FURTHER_PLACES = {
  AI: "Anguilla",
  AN: "Netherlands Antilles",
  DM: "Dominica",
  GF: "French Guiana",
  KN: "Saint Kitts and Nevis",
  MQ: "Martinique",
  MS: "Montserrat",
  TC: "Turks and Caicos Islands",
  VC: "Saint Vincent and the Grenadines",
  VG: "British Virgin Islands",
} as const;

/** The shared, immutable catalogue with its lookups. Rows are ordered by location, volume, validity and code (DEC-49). */
export class Catalogue {
  readonly bases: readonly Offer[];
  readonly places: readonly Place[];
  readonly #operators: ReadonlyMap<string, readonly Operator[]>;
  readonly #placeNames = new Map<string, string>(Object.entries(FURTHER_PLACES));
  readonly #places = new Map<string, Place>();
  readonly #baseByCode = new Map<string, Offer>();
  readonly #baseBySlug = new Map<string, Offer>();
  readonly #baseByFoldedSlug = new Map<string, Offer>();
  readonly #topUpByCode = new Map<string, Offer>();
  readonly #topUpsByPlace = new Map<string, Offer[]>();

  constructor(data: CatalogueData) {
    this.places = data.locations;
    this.#operators = new Map(Object.entries(data.operators));
    for (const area of data.subAreas) this.#placeNames.set(area.code, area.name);
    for (const place of data.locations) {
      this.#places.set(place.code, place);
      this.#placeNames.set(place.code, place.name);
    }
    this.bases = data.packages.map((entry) => ({ code: entry.code, price: entry.price, entry, isTopUp: false }));
    this.bases = this.bases.toSorted(byPlaceAndSize);
    for (const offer of this.bases) this.#add(offer);
    for (const offers of this.#topUpsByPlace.values()) offers.sort(byPlaceAndSize);
  }

  /** Top-ups with a code of their own, in the order of their packages. */
  get topUps(): readonly Offer[] {
    return [...this.#topUpByCode.values()].filter(({ code, entry }) => code !== entry.code);
  }

  /** The base package of a code or slug: exact spelling first, then a slug in any letter case (DEC-52). */
  base(codeOrSlug: string): Offer | null {
    const exact = this.#baseByCode.get(codeOrSlug) ?? this.#baseBySlug.get(codeOrSlug);
    return exact ?? this.#baseByFoldedSlug.get(codeOrSlug.toLowerCase()) ?? null;
  }

  /** The package that an eSIM was sold as, by its code. */
  require(code: string): PackageEntry {
    const entry = this.#baseByCode.get(code)?.entry ?? this.#topUpByCode.get(code)?.entry;
    if (entry === undefined) throw new Error(`the catalogue no longer has the package ${code}`);
    return entry;
  }

  /** The top-up of a code; day passes are topped up by their own code. */
  topUp(code: string): Offer | null {
    return this.#topUpByCode.get(code) ?? null;
  }

  /**
   * What eSIMs of a package can be topped up with: nothing, the day pass itself, or every fixed top-up of the same place.
   */
  topUpsOf(entry: PackageEntry): readonly Offer[] {
    if (entry.topUpType === 1) return [];
    if (entry.dataType !== 1) {
      const own = entry.topUp === null ? null : this.topUp(entry.topUp.code);
      return own === null ? [] : [own];
    }
    return this.#topUpsByPlace.get(entry.locationCode) ?? [];
  }

  /** The codes of the countries that a place covers. */
  membersOf(locationCode: string): readonly string[] {
    return this.#places.get(locationCode)?.members ?? [locationCode];
  }

  isRegion(locationCode: string): boolean {
    return (this.#places.get(locationCode)?.members ?? null) !== null;
  }

  placeName(code: string): string {
    return this.#placeNames.get(code) ?? code;
  }

  operatorsOf(code: string): readonly Operator[] {
    return this.#operators.get(code) ?? [];
  }

  #add(offer: Offer): void {
    const { entry } = offer;
    this.#baseByCode.set(offer.code, offer);
    this.#baseBySlug.set(entry.slug, offer);
    const folded = entry.slug.toLowerCase();
    if (!this.#baseByFoldedSlug.has(folded)) this.#baseByFoldedSlug.set(folded, offer);
    if (entry.topUp === null) return;
    const topUp: Offer = { code: entry.topUp.code, price: entry.topUp.price, entry, isTopUp: true };
    this.#topUpByCode.set(topUp.code, topUp);
    if (entry.dataType !== 1) return;
    const samePlace = this.#topUpsByPlace.get(entry.locationCode);
    if (samePlace === undefined) this.#topUpsByPlace.set(entry.locationCode, [topUp]);
    else samePlace.push(topUp);
  }
}

function byPlaceAndSize(a: Offer, b: Offer): number {
  return (
    compareText(a.entry.locationCode, b.entry.locationCode) ||
    a.entry.volumeBytes - b.entry.volumeBytes ||
    a.entry.validityDays - b.entry.validityDays ||
    compareText(a.code, b.code)
  );
}

/** Compares by code units, so that the order depends on no locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
