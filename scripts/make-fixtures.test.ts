import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderFixtures } from "./fixtures/render-fixtures.ts";

interface EsimAccessCatalogue {
  locations: { code: string; name: string; type: number; members: string[] | null; listed: boolean }[];
  operators: Record<string, { name: string; networkType: string }[]>;
  packages: {
    code: string;
    slug: string;
    name: string;
    price: number;
    retailPrice: number;
    volumeBytes: number;
    validityDays: number;
    dataType: number;
    activeType: number;
    topUpType: number;
    smsStatus: number;
    ipExport: string;
    locationCode: string;
    topUp: { code: string; price: number } | null;
  }[];
}

interface FmsCatalogue {
  currencies: { currencyId: number; abbr: string; digits: number }[];
  packages: {
    id: number;
    packageCode: string;
    showName: string;
    saleCount: number;
    flowMb: number;
    periodDays: number;
    coverMccs: string[];
    listedMccs: string[];
    prices: { currencyId: number; price: number }[];
  }[];
}

interface CountryTable {
  countries: { iso: string; name: string; mcc: string; mnc: string; continent: string; mccHolder: boolean }[];
}

function readCommitted(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
}

const esimAccess: EsimAccessCatalogue = JSON.parse(readCommitted("fixtures/catalogues/esimaccess.json"));
const fms: FmsCatalogue = JSON.parse(readCommitted("fixtures/catalogues/fms.json"));
const { countries }: CountryTable = JSON.parse(readCommitted("fixtures/countries.json"));
const packageBySlug = new Map(esimAccess.packages.map((row) => [row.slug, row]));

// slug, code, name, price, volume in bytes, days, dataType, activeType, topUpType, text messages, data exit
const sampleRows = `
ES_1_7|CKH245|Spain 1GB 7Days|7000|1073741824|7|1|2|2|no|NL
ES_3_30|CKH002|Spain 3GB 30Days|18000|3221225472|30|1|2|2|no|NL/FR
ES_5_30|CKH003|Spain 5GB 30Days|27000|5368709120|30|1|2|2|no|NL
JP_1_7|JC063|Japan 1GB 7Days|7000|1073741824|7|1|2|2|api|HK
JP_3_30|P2AJZD4YX|Japan 3GB 30Days|18000|3221225472|30|1|2|2|api|HK
JP_5_30|JC065|Japan 5GB 30Days|27000|5368709120|30|1|2|2|api|HK
JP_10_30|JC066|Japan 10GB 30Days|47000|10737418240|30|1|2|2|api|HK
JP_5_30_IIJ|PYTKZG843|Japan 5GB 30Days (IIJ)|27000|5368709120|30|1|2|2|no|JP
JP_1_Daily|P9TF1FXDA|Japan 1GB/Day|10000|1073741824|1|2|2|3|api|HK
US_1_7|PHAJHEAYP|United States 1GB 7Days|9000|1073741824|7|1|2|2|api|HK
US_5_30|PKJNMJIIU|United States 5GB 30Days|34000|5368709120|30|1|2|2|api|HK
US_10_30|PCRKRUHIL|United States 10GB 30Days|61000|10737418240|30|1|2|2|api|HK
US_20_30|CKH533|United States 20GB 30Days|119000|21474836480|30|1|2|2|api|HK
US_1_Daily|P5NHFJKUS|United States 1GB/Day|13000|1073741824|1|2|2|3|api|HK
FR_1_7|CKH990|France 1GB 7Days|7000|1073741824|7|1|2|2|no|NL
DE_1_7|CKH993|Germany 1GB 7Days|7000|1073741824|7|1|2|2|api|UK
GB_5_30|CKH143|United Kingdom 5GB 30Days|27000|5368709120|30|1|2|2|api|UK
TR_1_7|CKH265|Turkey 1GB 7Days|4600|1073741824|7|1|2|2|no|FR
CN_1_7|JC052|China 1GB 7Days|7000|1073741824|7|1|2|2|api|HK
TH_1_7|JC045|Thailand 1GB 7Days|7000|1073741824|7|1|2|2|api|HK
TH_5_30|JC014|Thailand 5GB 30Days|27000|5368709120|30|1|2|2|api|HK
KR_1_7|JC072|South Korea 1GB 7Days|7000|1073741824|7|1|2|2|api|HK
AU_1_7|JC018|Australia 1GB 7Days|7000|1073741824|7|1|2|2|api|HK
VN_0.1_7|PIK0SW14Q|Vietnam 100MB 7Days|900|104857600|7|1|1|2|no|HK
AE_1_7|CKH527|United Arab Emirates 1GB 7Days|19500|1073741824|7|1|2|2|api|UK
AE_10_60|CKH694|United Arab Emirates 10GB 60Days|149800|10737418240|60|1|2|2|api|UK
IE_500M_3|PC3TTT87P|Ireland 500MB 3Days|6000|524288000|3|1|2|2|api|UK
GE_1_7|CKH511|Georgia 1GB 7Days|15000|1073741824|7|1|2|2|no|FR
GE_1_Daily_1Mbps|P1X57VWMR|Georgia 1GB/Day FUP1Mbps|9000|1073741824|1|2|2|3|no|FR
SG_1_Daily|P7YECLII9|Singapore 1GB/Day|9000|1073741824|1|2|2|3|api|HK
NA-3_1_7|CKH491|North America 1GB 7Days|23000|1073741824|7|1|2|2|api|UK
SGMYTH-3_5_30|PYX2W95MR|Singapore & Malaysia & Thailand 5GB 30Days|44000|5368709120|30|1|2|2|api|HK
AS-7_1_7|JC165|Asia (7 areas) 1GB 7Days|18000|1073741824|7|1|2|2|api|HK
EU-30_1_7|PV048NCRG|Europe(30+ areas) 1GB 7Days|10000|1073741824|7|1|2|2|api|UK
EU-42_1_7|CKH484|Europe 1GB 7Days|29000|1073741824|7|1|2|2|api|UK
EU-42_5_30|CKH007|Europe 5GB 30Days|110000|5368709120|30|1|2|2|api|UK
EU-42_10_30|CKH486|Europe 10GB 30Days|190000|10737418240|30|1|2|2|api|UK
EU-42_1_Daily|PRXI4V4TF|Europe 1GB/Day|28000|1073741824|1|2|2|3|api|UK
EU-42_50_180|PGXJN6W2T|Europe 50GB 180Days|780000|53687091200|180|1|2|2|api|UK
GL-139_1_7|CKH823|Global139 1GB 7Days|76000|1073741824|7|1|2|2|api|UK
GL-139_1_365|PCQXBW5UJ|Global139 1GB 365Days|146000|1073741824|365|1|2|2|api|UK
GL-120_20_30|PR3JZMC20|Global (120+ areas) 20GB 30Days|600000|21474836480|30|1|2|2|api|UK
GL-120_20_90|PB83STJL6|Global (120+ areas) 20GB 90Days|665000|21474836480|90|1|2|2|api|UK
GM_20_30|PMKMSXOBE|Gambia 20GB 30Days|1383400|21474836480|30|1|2|2|no|
`;

test.for(renderFixtures())("$path is what the generator writes", ({ path, text }) => {
  expect(readCommitted(path) === text).toBe(true);
  expect(text.endsWith("\n")).toBe(true);
});

test("two runs in one process write the same bytes", () => {
  expect(renderFixtures()).toEqual(renderFixtures());
});

test("all fixtures together stay below one megabyte", () => {
  const bytes = renderFixtures().reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
  expect(bytes).toBeLessThan(1_000_000);
});

test.for(sampleRows.trim().split("\n"))("the known package %s stands in the catalogue", (line) => {
  const row = packageBySlug.get(line.slice(0, line.indexOf("|")));
  const fields = [row?.slug, row?.code, row?.name, row?.price, row?.volumeBytes, row?.validityDays, row?.dataType];
  const sms = row?.smsStatus === 0 ? "no" : "api";
  expect([...fields, row?.activeType, row?.topUpType, sms, row?.ipExport].join("|")).toBe(line);
});

test("the fully recorded package has every field", () => {
  expect(packageBySlug.get("ES_3_30")).toEqual({
    code: "CKH002",
    slug: "ES_3_30",
    name: "Spain 3GB 30Days",
    price: 18000,
    volumeBytes: 3221225472,
    validityDays: 30,
    unusedValidDays: 180,
    dataType: 1,
    activeType: 2,
    topUpType: 2,
    smsStatus: 0,
    speed: "3G/4G/5G",
    ipExport: "NL/FR",
    fupPolicy: "",
    locationCode: "ES",
    retailPrice: 36000,
    topUp: { code: "TOPUP_CKH002", price: 18000 },
  });
});

test.for([
  ["an older code follows the package code", "JP_10_30", "TOPUP_JC066", 47000],
  ["another older family follows it too", "ZA_1_7", "TOPUP_MB026", 12500],
  ["a numbered code beyond three digits", "PT_1_7", "TOPUP_CKH1002", 5700],
  ["a newer code has one of its own", "EU-30_1_7", "TOPUP_W962SFTU", 10000],
  ["a newer code of another region", "EU-35_1_7", "TOPUP_P7QP3XCU9", 6200],
  ["a package known by its top-up only", "AO_1_7", "TOPUP_INO67E58", 93300],
  ["a day pass is topped up with itself", "GE_1_Daily_1Mbps", "P1X57VWMR", 9000],
] as const)("top-up codes: %s", ([, slug, code, price]) => {
  expect(packageBySlug.get(slug)?.topUp).toEqual({ code, price });
});

test("the catalogue has the size and the mixture of the real one", () => {
  const passes = esimAccess.packages.filter((row) => row.slug.includes("_Daily"));
  const regional = esimAccess.packages.filter((row) => row.locationCode.includes("-"));
  expect(esimAccess.packages.length).toBeGreaterThanOrEqual(2100);
  expect(passes.length / esimAccess.packages.length).toBeCloseTo(0.34, 1);
  expect(regional.length).toBeGreaterThan(200);
  expect(passes.every((row) => row.dataType >= 2 && row.validityDays === 1 && row.topUpType !== 2)).toBe(true);
  expect(new Set(esimAccess.packages.map((row) => row.dataType))).toEqual(new Set([1, 2, 3, 4]));
  expect(new Set(esimAccess.packages.map((row) => row.smsStatus))).toEqual(new Set([0, 1, 2]));
});

test("codes, slugs and top-up codes are unique and keep to their grammar", () => {
  const rows = esimAccess.packages;
  const topUps = rows.flatMap((row) => (row.topUp?.code.startsWith("TOPUP_") ? [row.topUp.code] : []));
  expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  expect(new Set(rows.map((row) => row.slug)).size).toBe(rows.length);
  expect(new Set(topUps).size).toBe(topUps.length);
  expect(rows.filter((row) => !/^[A-Z0-9]{5,9}$/.test(row.code))).toEqual([]);
  expect(topUps.filter((code) => !/^TOPUP_[A-Z0-9]{5,9}$/.test(code))).toEqual([]);
});

test("prices are whole hundreds from nine cents on, and the retail price is twice the price", () => {
  expect(esimAccess.packages.filter((row) => row.price < 900 || row.price % 100 !== 0)).toEqual([]);
  expect(esimAccess.packages.filter((row) => row.retailPrice !== 2 * row.price)).toEqual([]);
});

test("a package that cannot be topped up has no top-up, every other has one", () => {
  expect(esimAccess.packages.filter((row) => (row.topUpType === 1) !== (row.topUp === null))).toEqual([]);
});

test("packages are sorted by location, volume, validity and code", () => {
  const keys = esimAccess.packages.map((row) => {
    const volume = String(row.volumeBytes).padStart(12, "0");
    return [row.locationCode, volume, String(row.validityDays).padStart(3, "0"), row.code].join(" ");
  });
  expect(keys).toEqual([...keys].sort());
});

test("the provider's list shows 140 countries and 19 regions", () => {
  const listed = esimAccess.locations.filter((location) => location.listed);
  expect(listed.filter((location) => location.type === 1)).toHaveLength(140);
  expect(listed.filter((location) => location.type === 2)).toHaveLength(19);
  expect(listed[0]).toEqual({ code: "ES", name: "Spain", type: 1, members: null, listed: true });
});

test.for([
  ["EU-42", 42],
  ["SA-18", 17],
  ["AF-29", 29],
  ["AS-31", 31],
  ["GL-144", 144],
  ["GL-139", 137],
  ["ME-13", 11],
  ["AS-20", 20],
  ["EU-30", 34],
  ["GL-120", 120],
  ["CB-25", 25],
  ["EU-35", 35],
] as const)("region %s has %i different members", ([code, count]) => {
  const members = esimAccess.locations.find((location) => location.code === code)?.members;
  expect(new Set(members).size).toBe(count);
  expect(members).toHaveLength(count);
});

test("every location of a package is known, and every country in it has networks", () => {
  const codes = new Set(esimAccess.locations.map((location) => location.code));
  expect(codes.size).toBe(esimAccess.locations.length);
  expect(esimAccess.packages.filter((row) => !codes.has(row.locationCode))).toEqual([]);
  const members = esimAccess.locations.flatMap((location) => location.members ?? [location.code]);
  expect(members.filter((code) => (esimAccess.operators[code] ?? []).length === 0)).toEqual([]);
  const isos = new Set(countries.map((country) => country.iso));
  const subAreas = ["GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "TRNC", "WS-S"];
  expect(members.filter((code) => !isos.has(code) && !subAreas.includes(code))).toEqual([]);
});

test("every country has its numbers, and each mobile country code stands for one country", () => {
  expect(countries.filter((country) => !/^[2-7]\d\d$/.test(country.mcc))).toEqual([]);
  expect(countries.filter((country) => !/^\d{2,3}$/.test(country.mnc))).toEqual([]);
  expect(countries.filter((country) => !/^(AF|AN|AS|EU|NA|OC|SA)$/.test(country.continent))).toEqual([]);
  const held = countries.filter((country) => country.mccHolder).map((country) => country.mcc);
  expect(held.toSorted()).toEqual([...new Set(countries.map((country) => country.mcc))].sort());
});

test("the first FMS package is 5 GB in China for 12.50 dollars", () => {
  expect(fms.packages[0]).toMatchObject({ id: 1001, packageCode: "PKG-CN-5", flowMb: 5120, periodDays: 7 });
  expect(fms.packages[0]).toMatchObject({ coverMccs: ["460"], listedMccs: ["460"] });
  expect(fms.packages[0]?.prices).toContainEqual({ currencyId: 2, price: 125000 });
});

test("the FMS catalogue has enough packages, countries and different sales", () => {
  expect(fms.packages.length).toBeGreaterThanOrEqual(80);
  expect(new Set(fms.packages.flatMap((row) => row.listedMccs)).size).toBeGreaterThanOrEqual(45);
  expect(new Set(fms.packages.map((row) => row.packageCode)).size).toBe(fms.packages.length);
  expect(new Set(fms.packages.map((row) => row.saleCount)).size).toBe(fms.packages.length);
  expect(fms.packages.filter((row) => row.coverMccs.length > 1).length).toBeGreaterThan(10);
});

test("one FMS package covers 67 countries and is shown under three of them", () => {
  const worldwide = fms.packages.filter((row) => new Set(row.coverMccs).size === 67);
  expect(worldwide.map((row) => row.listedMccs)).toEqual([["234", "310", "460"]]);
});

test("FMS packages name mobile country codes that stand for a country", () => {
  const held = new Set(countries.filter((country) => country.mccHolder).map((country) => country.mcc));
  expect(fms.packages.flatMap((row) => row.coverMccs).filter((mcc) => !held.has(mcc))).toEqual([]);
  expect(fms.packages.filter((row) => row.listedMccs.some((mcc) => !row.coverMccs.includes(mcc)))).toEqual([]);
});

test("every FMS package has a dollar price, and no price has more decimals than its currency", () => {
  const unitOf = new Map(fms.currencies.map((currency) => [currency.currencyId, 10 ** (4 - currency.digits)]));
  const prices = fms.packages.flatMap((row) => row.prices);
  expect(fms.packages.filter((row) => !row.prices.some((price) => price.currencyId === 2))).toEqual([]);
  expect(prices.filter(({ currencyId, price }) => price <= 0 || price % (unitOf.get(currencyId) ?? 0) !== 0)).toEqual(
    [],
  );
});
