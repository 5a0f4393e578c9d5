import { describe, expect, test } from "vitest";
import { CHINA, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();

const CHINA_5_GB = {
  buyType: 2,
  configFlag: "0",
  coverCountrys: 460,
  currencyIds: "2,6",
  currencyInfos: [
    {
      currencyAbbr: "USD",
      currencyId: 2,
      currencyName: "US Dollar",
      currencySymbol: "$",
      digitsNum: "2",
      price: 12.5,
      unit: "USD",
    },
    {
      currencyAbbr: "GBP",
      currencyId: 6,
      currencyName: "Pound Sterling",
      currencySymbol: "£",
      digitsNum: "2",
      price: 9.88,
      unit: "GBP",
    },
  ],
  id: 1001,
  logo: "",
  maxOrderPeriod: 7,
  minOrderPeriod: 7,
  packageCode: "PKG-CN-5",
  packageDesc: "5 GB of data in China, valid for 7 days.",
  packageFlow: 5120,
  packageId: "8fdccd6cacafd7e98986d9fe497bdde5",
  packageShortDesc: "Asia",
  packageShowName: "China 5 GB 7 Days",
  packageType: 2,
  period: 7,
  periodUnit: "day",
  priceType: 2,
  saleCount: "1761",
  surplusFlow: "5120",
  updateTime: "2026-01-01 08:00:00",
};

const codesOf = (data: Iterable<Readonly<Record<string, unknown>>>): unknown[] =>
  [...data].map((item) => item["packageCode"]);

describe("package detail", () => {
  test.for(["/package/detail", "/v1.1/package/detail"])(
    "GET %s shows all 22 members, as FMS-P28 fills them",
    async (path) => {
      const shop = await sandbox.open();
      const answer = await shop.get(`${path}?id=1001&orderNum=1&orderNumber=2`);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ code: 0, data: CHINA_5_GB, message: "success", messageSourceHandler: {} });
    },
  );

  test.for([
    ["a number", 1001],
    ["text", "1001"],
  ] as const)("a POST with the id as %s is tolerated (FMS-P12)", async ([, id]) => {
    const shop = await sandbox.open();
    expect((await shop.post("/package/detail", { id, orderNumber: 1 })).data).toEqual(CHINA_5_GB);
    expect((await shop.post("/v1.1/package/detail", { id })).data).toEqual(CHINA_5_GB);
  });

  test("members without effect are not looked at, whatever they hold", async () => {
    const shop = await sandbox.open();
    const answer = await shop.send("/package/detail?id=1001&orderNum=x&orderNumber=-1", { method: "GET" });
    expect(answer.data).toEqual(CHINA_5_GB);
    const list = { partnerCode: shop.partnerCode, countryCode: 460, type: 1 };
    const plain = await shop.post("/package/packageList", list);
    expect((await shop.post("/package/packageList", { ...list, pageNum: "x", pageSize: -1.5 })).data).toEqual(
      plain.data,
    );
  });

  test.for(["", "?id=", "?id=abc", "?id=-1", "?id=1.5", "?id=999999"])(
    "GET with %s is refused with 2",
    async (query) => {
      const shop = await sandbox.open();
      expect((await shop.get(`/package/detail${query}`)).code).toBe(2);
    },
  );

  test.for([{}, { id: null }, { id: true }, { id: {} }, { id: 1e300 }, []])(
    "POST %j is refused with 2",
    async (body) => {
      const shop = await sandbox.open();
      expect((await shop.post("/package/detail", body)).code).toBe(2);
    },
  );

  test("several countries are one text, parted by commas (FMS-P26)", async () => {
    const shop = await sandbox.open();
    const answer = await shop.get("/package/detail?id=1095");
    expect(answer.data["coverCountrys"]).toBe("635,639,640,641");
  });
});

describe("packages of a country (FMS-P11)", () => {
  test.for(["/package/packageList", "/v1.1/package/packageList"])(
    "%s lists what is shown there, or covers it only",
    async (path) => {
      const shop = await sandbox.open();
      const shown = await shop.post(path, { countryCode: 460, type: 1, pageNum: 5, pageSize: 1, languageId: "en" });
      const only = await shop.post(path, { countryCode: "460", type: "2" });
      expect(codesOf(shown.data)).toContain("PKG-GLB67-10");
      expect(codesOf(only.data)).not.toContain("PKG-GLB67-10");
      expect(codesOf(only.data).every((code) => String(code).startsWith("PKG-CN-"))).toBe(true);
      expect([...only.data][0]).toEqual(CHINA_5_GB);
    },
  );

  test("a country that the global package covers, but is not shown under, does not list it", async () => {
    const shop = await sandbox.open();
    const japan = await shop.post("/package/packageList", { countryCode: 440, type: 1 });
    expect(codesOf(japan.data)).not.toContain("PKG-GLB67-10");
  });

  test("the country code wins over the name", async () => {
    const shop = await sandbox.open();
    const byName = await shop.post("/package/packageList", { isoCountryName: "china", type: 2 });
    const byBoth = await shop.post("/package/packageList", { isoCountryName: "China", countryCode: 440, type: 2 });
    expect(codesOf(byName.data)).toContain("PKG-CN-5");
    expect(codesOf(byBoth.data)).not.toContain("PKG-CN-5");
    expect(codesOf(byBoth.data)).toContain("PKG-JP-1");
  });

  test.for([{ countryCode: 999 }, { isoCountryName: "Atlantis" }])(
    "%j finds nothing, which is no error",
    async (body) => {
      const shop = await sandbox.open();
      expect((await shop.post("/package/packageList", { ...body, type: 1 })).body).toEqual({
        code: 0,
        data: [],
        message: "success",
        messageSourceHandler: {},
      });
    },
  );

  test.for([
    ["no type", { countryCode: 460 }],
    ["another type", { countryCode: 460, type: 3 }],
    ["neither country", { type: 1 }],
    ["an empty name", { type: 1, isoCountryName: "", countryCode: null }],
  ] as const)("%s is refused with 2", async ([, body]) => {
    const shop = await sandbox.open();
    expect((await shop.post("/package/packageList", body)).code).toBe(2);
  });
});

describe("countries", () => {
  test("the list holds every country under which something is shown, by name", async () => {
    const shop = await sandbox.open();
    const answer = await shop.post("/package/countryPackageList", {});
    const names = [...answer.data].map((country) => String(country["isoCountryName"]));
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(names).toEqual([...names].sort());
    expect([...answer.data]).toContainEqual({ countryCode: 460, isoCountryName: "China", logo: null });
  });

  test("code and type narrow the list down; empty ones do not count", async () => {
    const shop = await sandbox.open();
    const list = async (body: object): Promise<unknown> => (await shop.post("/package/countryPackageList", body)).data;
    const china = [{ countryCode: 460, isoCountryName: "China", logo: null }];
    expect(await list({ countryCode: 460, type: 2 })).toEqual(china);
    expect(await list({ countryCode: "460", type: "1" })).toEqual(china);
    expect(await list({ countryCode: 999 })).toEqual([]);
    expect(await list({ countryCode: "", type: null })).toEqual(await list({}));
  });

  test("a country whose packages are off sale is not listed", async () => {
    const shop = await sandbox.open();
    const listed = await shop.handle.packages.list({ provider: "fms" });
    for (const { code } of listed) await shop.handle.packages.change("fms", code, { onSale: code === "PKG-JP-1" });
    const countries = await shop.post("/package/countryPackageList", {});
    expect(countries.data).toEqual([{ countryCode: 440, isoCountryName: "Japan", logo: null }]);
  });

  test("the dictionary has every country once, with its continent", async () => {
    const shop = await sandbox.open();
    const { data } = await shop.post("/package/queryCountry", { languageId: "en" });
    const codes = [...data].map((country) => country["countryCode"]);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...data]).toContainEqual({ countryCode: 208, isoCountryName: "France", continentsCode: "EU" });
  });

  test("there are seven continents, with or without a partner code", async () => {
    const shop = await sandbox.open();
    const { data } = await shop.post("/package/selectContinentsCode", {});
    expect(data).toEqual([
      { continentsCode: "AF", continentsName: "Africa" },
      { continentsCode: "AN", continentsName: "Antarctica" },
      { continentsCode: "AS", continentsName: "Asia" },
      { continentsCode: "EU", continentsName: "Europe" },
      { continentsCode: "NA", continentsName: "North America" },
      { continentsCode: "OC", continentsName: "Oceania" },
      { continentsCode: "SA", continentsName: "South America" },
    ]);
    const bare = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect((await shop.send("/package/selectContinentsCode", bare)).data).toEqual(data);
  });

  test("packages of a continent cover at least one country of it", async () => {
    const shop = await sandbox.open();
    const asia = codesOf((await shop.post("/package/selectPackageByContinents", { continentsCode: "AS" })).data);
    const africa = codesOf((await shop.post("/package/selectPackageByContinents", { continentsCode: "AF" })).data);
    expect(asia).toEqual(expect.arrayContaining(["PKG-CN-5", "PKG-GLB67-10"]));
    expect(africa).toEqual(expect.arrayContaining(["PKG-EAF-5", "PKG-GLB67-10"]));
    expect(africa).not.toContain("PKG-CN-5");
    const none = await shop.post("/package/selectPackageByContinents", { continentsCode: "AN" });
    expect(none.data).toEqual([]);
    expect((await shop.post("/package/selectPackageByContinents", { continentsCode: "XX" })).code).toBe(2);
  });
});

describe("what a tenant changes", () => {
  test("completed orders raise the count and the rank of a package", async () => {
    const shop = await sandbox.open();
    const hot = await shop.post("/package/selectHotPackage", {});
    const counts = [...hot.data].map((item) => Number(item["saleCount"]));
    expect(counts).toHaveLength(10);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    await shop.buy();
    expect((await shop.get("/package/detail?id=1001")).data["saleCount"]).toBe("1762");
    const other = await sandbox.open();
    expect((await other.get("/package/detail?id=1001")).data["saleCount"]).toBe("1761");
  });

  test("its own price replaces the one in dollars", async () => {
    const shop = await sandbox.open();
    await shop.setPackage({ price: 99_000 });
    const { data } = await shop.get("/package/detail?id=1001");
    expect(data["currencyInfos"]).toMatchObject([{ price: 9.9 }, { price: 9.88 }]);
    const token = await shop.register();
    expect((await shop.post("/package/preOrderPackage", CHINA, token)).code).toBe(10009);
    await shop.preOrder(token, { money: 9.9 });
  });

  test("a package that is off sale is unknown to all calls", async () => {
    const shop = await sandbox.open();
    await shop.setPackage({ onSale: false });
    const token = await shop.register();
    expect((await shop.get("/package/detail?id=1001")).code).toBe(2);
    expect((await shop.post("/package/preOrderPackage", CHINA, token)).code).toBe(2);
    const shown = await shop.post("/package/packageList", { countryCode: 460, type: 1 });
    expect(codesOf(shown.data)).not.toContain("PKG-CN-5");
  });
});
