import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** This file lies two folders below the package's root, as source and when built. */
const root = new URL("../../", import.meta.url);

/** Reads a JSON file of this package. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(path, root), "utf8"));
  } catch (cause) {
    throw new Error(`${fileURLToPath(new URL(path, root))} cannot be read; run \`npm run build\``, { cause });
  }
}

/** An OpenAPI document of `spec/`, as the build wrote it. */
export function readSpec(name: "esimaccess" | "fms" | "admin"): unknown {
  return readJson(`dist/spec/${name}.json`);
}

/** A file of `fixtures/`. */
export function readFixture(path: string): unknown {
  return readJson(`fixtures/${path}`);
}

/** The version of this package. */
export function packageVersion(): string {
  const manifest = readJson("package.json");
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return "0";
  return String(manifest.version);
}
