import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { providerOfCall } from "../format/check-action.ts";
import { readScenarioFile } from "../format/read-scenario.ts";
import type { ProviderName, Scenario } from "../format/scenario.ts";
import { providerOf } from "./known-names.ts";
import { scenarioPath, shippedNames } from "./shipped.ts";

const scenarios = shippedNames().map((name) => readScenarioFile(scenarioPath(name)).scenario);

/** Codes of the documents that no request and no state of the sandbox can provoke, and why; a fault gives them. */
const BY_FAULT_ONLY: Readonly<Record<ProviderName, Readonly<Record<string, string>>>> = {
  esimaccess: {
    "101002": "the sandbox knows no list of blocked addresses",
    "101013": "the rate is limited in real time, and a scenario's clock stands",
    "200009": "no state of an order is abnormal",
    "310201": "no operation has a bundle code",
    "310211": "no operation has the id of a location",
    "310221": "no operation has a currency id",
    "310231": "no operation has a carrier id",
    "310251": "no operation has a vendor",
    "400001": "only the vendor's skill package names it, and not what leads to it",
    "900001": "only an option makes it the answer to too many requests",
  },
  fms: {
    "3005": "a reserved profile always has its QR code",
    "9999": "only a failure inside would give it",
  },
};

/** The codes that the steps of a scenario expect of a provider, split by whether a fault gives them. */
function codesOf(
  { providers, faults, steps }: Scenario,
  provider: ProviderName,
): { code: string; isByFault: boolean }[] {
  const injected = (faults ?? []).map(({ effect }) => ("code" in effect ? effect.code : undefined));
  return steps.flatMap(({ do: action, expect: expected }) => {
    if (action === undefined || !("call" in action) || expected?.code === undefined) return [];
    if (providerOfCall(action, providers) !== provider) return [];
    const code = String(expected.code);
    return [{ code, isByFault: injected.includes(code) }];
  });
}

test("there are at least 25 scenarios, each with a name of its own", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(25);
  expect(scenarios.map(({ name }) => name)).toEqual(shippedNames());
});

test("each file begins with the line by which editors find the schema", () => {
  const first = shippedNames().map((name) => readFileSync(scenarioPath(name), "utf8").split("\n")[0]);
  expect(new Set(first)).toEqual(new Set(["# yaml-language-server: $schema=../../spec/scenario.schema.json"]));
});

describe.each(["esimaccess", "fms"] as const)("the documented errors of %s", (provider) => {
  const provoked = scenarios.flatMap((scenario) => codesOf(scenario, provider));

  test("are each provoked by a scenario", () => {
    const codes = new Set(provoked.map(({ code }) => code));
    expect(providerOf(provider).codes.filter((code) => !codes.has(code))).toEqual([]);
  });

  test("are provoked by what a client or a traveller does, except those that nothing else can provoke", () => {
    const natural = new Set(provoked.filter(({ isByFault }) => !isByFault).map(({ code }) => code));
    const rest = providerOf(provider).codes.filter((code) => !natural.has(code));
    expect(rest.sort()).toEqual(Object.keys(BY_FAULT_ONLY[provider]).sort());
  });
});

test("an unknown name is answered with the nearest one", () => {
  expect(() => scenarioPath("paid-but-lots")).toThrow("did you mean paid-but-lost?");
});
