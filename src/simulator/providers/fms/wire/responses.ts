import type { Esim } from "../../../esim/esim.ts";
import { decimalOf } from "../../../esim/money.ts";
import type { EpochMs } from "../../../kernel/time.ts";
import type { Session } from "../operations/accounts.ts";
import { type Continent, type Country, MEGABYTE, type Package, type Price } from "../operations/catalogue.ts";
import type { Offer } from "../operations/offers.ts";
import { activationCodeOf, type Order, type OrderState, orderSerialOf } from "../operations/orders.ts";
import type { OrderedEsim, OrderStatus } from "../operations/show-order.ts";
import type { components } from "./generated.ts";

type Schemas = components["schemas"];

const PAY_STATUS = {
  reserved: 0,
  paid: 0,
  stalled: 0,
  completed: 1,
  declined: 2,
  failed: 2,
  expired: 3,
} as const satisfies Record<OrderState, 0 | 1 | 2 | 3>;

const untouched = new WeakMap<Package, Schemas["Package"]>();

/** A package as all catalogue operations show it; one that the tenant has not changed is made once. */
export function packageView(offer: Offer): Schemas["Package"] {
  if (!offer.isUntouched) return makePackage(offer);
  const known = untouched.get(offer.package);
  if (known !== undefined) return known;
  const made = makePackage(offer);
  untouched.set(offer.package, made);
  return made;
}

/** The packages of a list. */
export function packageViews(offers: readonly Offer[]): Schemas["Package"][] {
  return offers.map(packageView);
}

/** The countries under which packages are shown. */
export function listedCountries(countries: readonly Country[]): Schemas["ListedCountry"][] {
  return countries.map(({ mcc, name }) => ({ countryCode: Number(mcc), isoCountryName: name, logo: null }));
}

/** The dictionary of all countries. */
export function dictionary(countries: readonly Country[]): Schemas["Country"][] {
  return countries.map(({ mcc, name, continent }) => ({
    countryCode: Number(mcc),
    isoCountryName: name,
    continentsCode: continent as Schemas["ContinentCode"], // the fixture has these seven only; a test looks
  }));
}

/** The list of continents. */
export function continentList(continents: readonly Continent[]): Schemas["Continent"][] {
  return continents.map(({ code, name }) => ({
    continentsCode: code as Schemas["ContinentCode"], // the seven of the catalogue
    continentsName: name,
  }));
}

/** A session; the token stands in the header of the same name too (FMS-P07). */
export function sessionView(session: Session): Schemas["Session"] {
  return {
    "x-access-token": session.token,
    email: session.email,
    userType: session.userType as Schemas["Session"]["userType"], // 1 to 4 by the contract of the registration
  };
}

/** The headers that come with a session. */
export function sessionHeaders(session: Session): Readonly<Record<string, string>> {
  return { "x-access-token": session.token };
}

/** A new order and what is to be paid for it. */
export function placedOrder(order: Order): Schemas["PlacedOrder"] {
  const { id, currency, amount } = order;
  return { id, orderNo: displayNumber(order), orderPayStatus: 0, currency, money: decimalOf(amount) };
}

/** Where an order stands; the QR code comes with status 1 only. */
export function statusView(status: OrderStatus): Schemas["OpenOrderStatus"] | Schemas["CompletedOrderStatus"] {
  if (status.activationCode !== null) return { orderPayStatus: 1, qrCode: status.activationCode };
  const orderPayStatus = PAY_STATUS[status.state];
  if (orderPayStatus === 1) throw new Error("a completed order without its activation code");
  return { orderPayStatus };
}

/** The eSIM of an order. */
export function esimView({ order, package: item, iccid, esim }: OrderedEsim): Schemas["EsimDetail"] {
  return {
    id: order.id,
    orderNo: displayNumber(order),
    orderPayStatus: PAY_STATUS[order.state],
    qrCode: esim === null ? null : activationCodeOf(esim),
    iccid,
    packageCode: item.code,
    packageShowName: item.showName,
    packageShortDesc: item.shortDescription,
    packageDesc: item.description,
    logo: "",
    packageFlow: item.volumeMb,
    surplusFlow: esim === null ? String(item.volumeMb) : megabytes(esim.volumeBytes - esim.reportedBytes),
    period: item.validityDays,
    periodUnit: "day",
    coverCountrys: coverage(item),
    updateTime: timeText(lastChange(order, esim)),
  };
}

/** The order's number for people: day of the order in UTC and its serial, of at least four digits. */
export function displayNumber(order: Order): string {
  const day = new Date(order.placedAt).toISOString().slice(0, 10).replaceAll("-", "");
  return `SIM-${day}-${String(orderSerialOf(order.id)).padStart(4, "0")}`;
}

/** Bytes as megabytes with at most two decimal places, rounded down; never in exponent form. */
export function megabytes(bytes: number): string {
  return String(Math.floor((bytes * 100) / MEGABYTE) / 100);
}

/** An instant as FMS prints times, in UTC. */
export function timeText(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

function makePackage({ package: item, prices, sold }: Offer): Schemas["Package"] {
  return {
    buyType: 2,
    configFlag: "0",
    coverCountrys: coverage(item),
    currencyIds: prices.map((price) => price.currencyId).join(","),
    currencyInfos: prices.map(currencyInfo),
    id: item.id,
    logo: "",
    maxOrderPeriod: item.validityDays,
    minOrderPeriod: item.validityDays,
    packageCode: item.code,
    packageDesc: item.description,
    packageFlow: item.volumeMb,
    packageId: item.packageId,
    packageShortDesc: item.shortDescription,
    packageShowName: item.showName,
    packageType: 2,
    period: item.validityDays,
    periodUnit: "day",
    priceType: 2,
    saleCount: String(sold),
    surplusFlow: String(item.volumeMb),
    updateTime: item.updatedAt,
  };
}

function currencyInfo(price: Price): Schemas["CurrencyInfo"] {
  return {
    currencyAbbr: price.currency,
    currencyId: price.currencyId,
    currencyName: price.currencyName,
    currencySymbol: price.symbol,
    digitsNum: String(price.digits),
    price: decimalOf(price.amount),
    unit: price.currency,
  };
}

/** FMS-P26: a number for one country, else text with the codes parted by commas. */
function coverage(item: Package): number | string {
  const [only, ...more] = item.coverage;
  return more.length === 0 ? Number(only) : item.coverage.join(",");
}

function lastChange(order: Order, esim: Esim | null): EpochMs {
  if (esim === null) return order.changedAt;
  const happened = [esim.installedAt, esim.activatedAt, esim.reportedAt, ...esim.topUps.map((topUp) => topUp.at)];
  return Math.max(order.changedAt, ...happened.map((at) => at ?? 0));
}
