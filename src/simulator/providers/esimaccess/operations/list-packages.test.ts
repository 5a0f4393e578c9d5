import { expect, test } from "vitest";
import { type Answered, type Partner, partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });

async function list(partner: Partner, filters: object): Promise<Answered["obj"][]> {
  const answer = await partner.call("package/list", filters);
  expect(answer.errorMsg).toBeNull();
  return answer.obj.packageList;
}

const slugsOf = (rows: Answered["obj"][]): string[] => rows.map((row) => row.slug);
const codesOf = (rows: Answered["obj"][]): string[] => rows.map((row) => row.packageCode);

test("a row shows everything about a package", async () => {
  const partner = await open();
  expect(await list(partner, { packageCode: "CKH002" })).toEqual([
    {
      packageCode: "CKH002",
      slug: "ES_3_30",
      name: "Spain 3GB 30Days",
      price: 18000,
      currencyCode: "USD",
      volume: 3221225472,
      smsStatus: 0,
      dataType: 1,
      unusedValidTime: 180,
      duration: 30,
      durationUnit: "DAY",
      location: "ES",
      locationCode: "ES",
      description: "Spain 3GB 30Days",
      activeType: 2,
      favorite: false,
      retailPrice: 36000,
      speed: "3G/4G/5G",
      ipExport: "NL/FR",
      supportTopUpType: 2,
      fupPolicy: "",
      locationNetworkList: [
        {
          locationName: "Spain",
          locationLogo: "/img/flags/es.png",
          locationCode: "ES",
          operatorList: expect.any(Array),
        },
      ],
    },
  ]);
});

test("without filters the whole catalogue comes, by location, volume, duration and code", async () => {
  const partner = await open();
  const rows = await list(partner, {});
  expect(rows.length).toBeGreaterThanOrEqual(2000);
  const keys = rows.map((r) => [
    r.locationCode,
    String(r.volume).padStart(12),
    String(r.duration).padStart(3),
    r.packageCode,
  ]);
  expect(keys).toEqual(keys.toSorted((a, b) => (a.join("\u0000") < b.join("\u0000") ? -1 : 1)));
  for (const filters of [
    { locationCode: "", type: "", packageCode: "", slug: "", iccid: "" },
    { dataType: null, type: null },
  ]) {
    expect(await list(partner, filters)).toHaveLength(rows.length);
  }
  expect(await list(partner, { pager: { pageNum: 2, pageSize: 5 }, pageNum: 2 })).toHaveLength(rows.length);
});

test.for([
  ["a country", { locationCode: "JP" }, (row: Answered["obj"]) => row.locationCode === "JP"],
  ["a region", { locationCode: "EU-42" }, (row: Answered["obj"]) => row.locationCode === "EU-42"],
  [
    "all regions but global ones",
    { locationCode: "!RG" },
    (row: Answered["obj"]) => /^(?!GL)[A-Z]+-\d+$/.test(row.locationCode),
  ],
  ["global packages", { locationCode: "!GL" }, (row: Answered["obj"]) => row.locationCode.startsWith("GL-")],
  ["fixed plans", { dataType: "1" }, (row: Answered["obj"]) => row.dataType === 1],
  ["day passes by number", { dataType: 2, locationCode: "US" }, (row: Answered["obj"]) => row.dataType === 2],
] as const)("a filter finds %s only", async ([, filters, fits]) => {
  const rows = await list(await open(), filters);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(fits)).toBe(true);
});

test("a country filter finds regional packages by option only", async () => {
  const alone = await list(await open(), { locationCode: "ES" });
  const together = await list(await open({ includeRegionalPackages: true }), { locationCode: "ES" });
  expect(alone.every((row) => row.locationCode === "ES")).toBe(true);
  expect(together.length).toBeGreaterThan(alone.length);
  expect(together.every((row) => row.location.split(",").includes("ES"))).toBe(true);
});

test.for([
  ["a code", { packageCode: "CKH002" }, ["ES_3_30"]],
  ["a slug in the place of a code", { packageCode: "ES_3_30" }, ["ES_3_30"]],
  ["a slug in other letter case", { slug: "es_3_30" }, ["ES_3_30"]],
  ["a slug with a decimal", { slug: "VN_0.1_7" }, ["VN_0.1_7"]],
  ["a package of another country", { slug: "ES_3_30", locationCode: "JP" }, []],
  ["an unknown country", { locationCode: "XX" }, []],
  ["a country in lower case", { locationCode: "jp" }, []],
  ["a sub-area of the location list", { locationCode: "GB-NIR" }, []],
  ["what is no code at all", { locationCode: "japan" }, []],
  ["top-ups without a subject", { type: "TOPUP", locationCode: "ES" }, []],
] as const)("%s gives the rows it names", async ([, filters, slugs]) => {
  expect(slugsOf(await list(await open(), filters))).toEqual(slugs);
});

test("top-ups of a package are those of its place, with codes of their own and the base slugs", async () => {
  const partner = await open();
  const rows = await list(partner, { type: "TOPUP", packageCode: "CKH002" });
  expect(rows.every((row) => row.locationCode === "ES" && row.packageCode.startsWith("TOPUP_"))).toBe(true);
  expect(rows.find((row) => row.slug === "ES_5_30")).toMatchObject({
    packageCode: "TOPUP_CKH003",
    price: 27000,
    retailPrice: 54000,
  });
  expect(await list(partner, { type: "TOPUP", slug: "EU-30_1_7" })).toContainEqual(
    expect.objectContaining({ packageCode: "TOPUP_W962SFTU", slug: "EU-30_1_7" }),
  );
  expect(codesOf(await list(partner, { type: "TOPUP", packageCode: "TOPUP_CKH003" }))).toEqual(["TOPUP_CKH003"]);
});

test("a day pass is topped up by itself, and a package without top-ups by nothing", async () => {
  const partner = await open();
  const [row, ...others] = await list(partner, { type: "TOPUP", packageCode: "JP_1_Daily" });
  expect(others).toEqual([]);
  expect(row).toMatchObject({ packageCode: "P9TF1FXDA", slug: "JP_1_Daily", supportTopUpType: 3 });
  expect(await list(partner, { type: "TOPUP", packageCode: "AT_5_30" })).toEqual([]);
});

test("the top-ups of an eSIM are found by either key, whatever package is named besides", async () => {
  const partner = await open();
  const esim = await partner.esim("ES_3_30");
  const byPackage = codesOf(await list(partner, { type: "TOPUP", packageCode: "ES_3_30" }));
  for (const keys of [
    { esimTranNo: esim.esimTranNo },
    { iccid: esim.iccid },
    { iccid: esim.iccid, packageCode: "JP_1_7" },
  ]) {
    expect(codesOf(await list(partner, { type: "TOPUP", ...keys }))).toEqual(byPackage);
  }
});

test.for([
  ["an unknown package", { packageCode: "XX_1_7" }, "310241", "base data plan code:[XX_1_7] doesn`t exist."],
  [
    "an unknown top-up subject",
    { type: "TOPUP", slug: "XX_1_7" },
    "310241",
    "base data plan code:[XX_1_7] doesn`t exist.",
  ],
  [
    "an eSIM of somebody else",
    { type: "TOPUP", iccid: "8999001000000000000" },
    "310409",
    "merchant doesn't have valid iccid",
  ],
  ["a wrong type", { type: "ALL" }, "000105", "type:must be BASE or TOPUP"],
  ["a type that is a number", { type: 1 }, "000104", "request json invalid"],
  ["a wrong data type", { dataType: "5" }, "000105", "dataType:must be 1, 2, 3 or 4"],
] as const)("%s is refused", async ([, filters, errorCode, errorMsg]) => {
  expect(await (await open()).call("package/list", filters)).toEqual({
    success: false,
    errorCode,
    errorMsg,
    obj: null,
  });
});

test("price and sale state of one tenant change its list and nobody else's", async () => {
  const partner = await open();
  const other = await open();
  await partner.handle.packages.change("esimaccess", "CKH002", { price: 12345 });
  await partner.handle.packages.change("esimaccess", "ES_1_7", { onSale: false });
  await partner.handle.packages.change("esimaccess", "TOPUP_CKH003", { price: 111 });
  const rows = await list(partner, { locationCode: "ES" });
  expect(rows.find((row) => row.packageCode === "CKH002").price).toBe(12345);
  expect(slugsOf(rows)).not.toContain("ES_1_7");
  expect(rows.find((row) => row.slug === "ES_5_30").price).toBe(27000);
  const topUps = await list(partner, { type: "TOPUP", packageCode: "CKH002" });
  expect(topUps.find((row) => row.packageCode === "TOPUP_CKH003").price).toBe(111);
  expect(slugsOf(await list(other, { locationCode: "ES" }))).toContain("ES_1_7");
});

test("a repeated list is the same text", async () => {
  const partner = await open();
  const read = async (): Promise<string> =>
    (await partner.send("package/list", { body: '{"locationCode":"FR"}' })).text();
  expect(await read()).toBe(await read());
});

test("locations are countries, and regions with their members", async () => {
  const partner = await open();
  const { locationList } = (await partner.call("location/list", { type: "" })).obj;
  expect(locationList).toHaveLength(159);
  expect(locationList[0]).toEqual({ code: "ES", name: "Spain", type: 1, subLocationList: null });
  expect(locationList.find((place: Answered["obj"]) => place.code === "NA-3")).toEqual({
    code: "NA-3",
    name: "North America (3 areas)",
    type: 2,
    subLocationList: [
      { code: "US", name: "United States" },
      { code: "CA", name: "Canada" },
      { code: "MX", name: "Mexico" },
    ],
  });
});
