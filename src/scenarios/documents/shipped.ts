import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { suggestion } from "../../contracts/documents/nearest-name.ts";
import { ScenarioRefused } from "../format/scenario.ts";

/** This file lies three folders below the package's root, as source and when built. */
const folder = new URL("../../../fixtures/scenarios/", import.meta.url);

/** The names of the scenarios that come with the package, in alphabetical order. */
export function shippedNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

/** The file that is meant: a path, or the name of a scenario that comes with the package. @throws ScenarioRefused */
export function scenarioPath(nameOrFile: string): string {
  if (existsSync(nameOrFile)) return nameOrFile;
  const names = shippedNames();
  if (names.includes(nameOrFile)) return fileURLToPath(new URL(`${nameOrFile}.yaml`, folder));
  const message = `there is no such file, and no scenario of that name comes with the package; ${suggestion(nameOrFile, names)}`;
  throw new ScenarioRefused([{ file: nameOrFile, line: 1, column: 1, rule: "unknown-scenario", message }]);
}
