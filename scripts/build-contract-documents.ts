import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type BuiltVerdicts,
  builtSourceOf,
  builtSourceUrl,
  builtVerdictsUrl,
} from "../src/contracts/documents/built-sources.ts";
import { readSpecification } from "../src/contracts/documents/read-specification.ts";
import { readSource } from "../src/contracts/documents/source.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PROVIDERS = ["esimaccess", "fms"] as const;
const NAMES = ["openapi.yaml", "overlay.yaml", "sources.yaml", "flows.arazzo.yaml"];

/**
 * Writes what the contract kit reads to `dist/spec/`: each document with the places of its parts, and which of them were checked and found
 * without a fault. A document with one is read and refused by the kit itself.
 */
export function buildContractDocuments(): void {
  const files = ["spec/admin/openapi.yaml", ...PROVIDERS.flatMap((one) => NAMES.map((name) => `spec/${one}/${name}`))];
  rmSync(builtVerdictsUrl, { force: true });
  for (const file of files) {
    rmSync(builtSourceUrl(file), { force: true });
    const path = join(root, file);
    const read = existsSync(path) ? readSource(path, file) : null;
    if (read?.ok === true) writeFileSync(builtSourceUrl(file), JSON.stringify(builtSourceOf(read.source)));
  }
  const verdicts = PROVIDERS.flatMap((provider) => {
    const read = readSpecification(provider);
    return read.ok ? [[provider, { digest: read.digest, warnings: read.warnings }] as const] : [];
  });
  const checked: BuiltVerdicts = Object.fromEntries(verdicts);
  writeFileSync(builtVerdictsUrl, JSON.stringify(checked));
}
