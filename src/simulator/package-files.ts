import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Contract } from "./http/contract.ts";

/** This file lies two folders below the package's root, as source and when built. */
const root = new URL("../../", import.meta.url);

/** Files that were read before. Nobody changes what they hold, so that all sandboxes of a process can share it. */
const known = new Map<string, unknown>();
const contracts = new Map<string, Contract>();

/** Reads a JSON file of this package, once. */
function readJson(path: string): unknown {
  try {
    const value = known.get(path) ?? JSON.parse(readFileSync(new URL(path, root), "utf8"));
    known.set(path, value);
    return value;
  } catch (cause) {
    throw new Error(`${fileURLToPath(new URL(path, root))} cannot be read; run \`npm run build\``, { cause });
  }
}

/** The contract of an OpenAPI document of `spec/`; its validators are compiled once per process. */
export function readContract(name: "esimaccess" | "fms" | "admin"): Contract {
  const contract = contracts.get(name) ?? new Contract(readSpec(name));
  contracts.set(name, contract);
  return contract;
}

/** An OpenAPI document of `spec/`, as the build wrote it. */
export function readSpec(name: "esimaccess" | "fms" | "admin"): unknown {
  return readJson(`dist/spec/${name}.json`);
}

/** A file of `fixtures/`. */
export function readFixture(path: string): unknown {
  return readJson(`fixtures/${path}`);
}

/** The path of a folder of `fixtures/`. */
export function fixtureFolder(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, root));
}

/** The version of this package. */
export function packageVersion(): string {
  const manifest = readJson("package.json");
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return "0";
  return String(manifest.version);
}
