import { expect, test } from "vitest";
import { readFixture } from "../../../package-files.ts";
import { loadCatalogue } from "../seed.ts";
import { credentialsOf } from "./auth.ts";
import { answerOfCode } from "./errors.ts";
import { megabytes, timeText } from "./responses.ts";

test.for([
  ["nothing", 0, "0"],
  ["one byte", 1, "0"],
  ["a hundredth of a megabyte", 10_486, "0.01"],
  ["just below a megabyte", 1_048_575, "0.99"],
  ["a megabyte", 1_048_576, "1"],
  ["a tebibyte", 1_099_511_627_776, "1048576"],
] as const)("%s is printed in megabytes, rounded down and without exponent", ([, bytes, text]) => {
  expect(megabytes(bytes)).toBe(text);
});

test("times are printed in UTC without milliseconds", () => {
  expect(timeText(1_767_225_600_999)).toBe("2026-01-01 00:00:00");
});

test("the catalogue has at least sixty packages, each with a price in dollars, and one shown under three countries only", () => {
  const catalogue = loadCatalogue(readFixture("catalogues/fms.json"), readFixture("countries.json"));
  expect(catalogue.packages.length).toBeGreaterThanOrEqual(60);
  for (const item of catalogue.packages) expect(item.prices.map(({ currency }) => currency)).toContain("USD");
  expect(catalogue.byCode("PKG-GLB67-10")).toMatchObject({ listing: ["234", "310", "460"] });
  expect(catalogue.byCode("PKG-GLB67-10")?.coverage).toHaveLength(67);
  expect(catalogue.countryByMcc("234")?.name).toBe("United Kingdom");
  expect(new Set(catalogue.countries.map(({ continent }) => continent))).toEqual(
    new Set(["AF", "AS", "EU", "NA", "OC", "SA"]),
  );
});

test("partner codes follow from the tenant's id", () => {
  expect(credentialsOf("default")).toEqual({ partnerCode: "P001101" });
  expect(credentialsOf("shop")).toEqual(credentialsOf("shop"));
  expect(credentialsOf("shop")).not.toEqual(credentialsOf("shop-2"));
});

test("only documented codes can be answered on demand", () => {
  expect(answerOfCode("toString")).toMatchObject({
    ok: false,
    error: {
      code: "unknown-provider-code",
      known: ["2", "7", "1102", "3004", "3005", "6006", "9999", "10008", "10009"],
    },
  });
});

test("a refusal can be asked for by its name, and has then the text of its own", () => {
  const named = answerOfCode("price-mismatch");
  expect(named.ok && JSON.parse(named.value.text)).toEqual({
    code: 10009,
    data: null,
    message: "price inconsistent: money is not the price",
  });
});
