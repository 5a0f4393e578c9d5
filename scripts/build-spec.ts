import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The documents that the sandbox reads at run time, by folder of `spec/`. */
export const SPECS = ["esimaccess", "fms", "admin"] as const;

/**
 * Writes each OpenAPI document as JSON to `dist/spec/`, because parsing that much YAML would take half of the start-up time. A file
 * that is younger than its source is kept.
 */
export function buildSpecs(): void {
  mkdirSync(join(root, "dist", "spec"), { recursive: true });
  for (const name of SPECS) {
    const source = join(root, "spec", name, "openapi.yaml");
    const target = join(root, "dist", "spec", `${name}.json`);
    const age = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (age > statSync(source).mtimeMs) continue;
    writeFileSync(target, JSON.stringify(parse(readFileSync(source, "utf8"))));
  }
}
