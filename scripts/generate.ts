import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { renderScenarioFiles } from "./scenarios/render-scenario-files.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Which document becomes which file of types. */
const TARGETS = [
  ["spec/esimaccess/openapi.yaml", "src/simulator/providers/esimaccess/wire/generated.ts"],
  ["spec/fms/openapi.yaml", "src/simulator/providers/fms/wire/generated.ts"],
  ["spec/admin/openapi.yaml", "src/simulator/admin/generated.ts"],
  // The client knows the document and nothing of the simulator.
  ["spec/admin/openapi.yaml", "src/client/generated.ts"],
] as const;

const isCheck = process.argv.includes("--check");
const stale: string[] = [];

for (const [source, target] of TARGETS) {
  const nodes = await openapiTS(pathToFileURL(join(root, source)), { immutable: true });
  const text = `// Generated from ${source} by \`npm run generate\`; change that document instead.\n${astToString(nodes)}`;
  settle(target, text);
}
for (const [target, text] of await renderScenarioFiles(root)) settle(target, text);

if (stale.length > 0) {
  console.error(`${stale.join(", ")}: not what spec/ says; run \`npm run generate\` and commit the result`);
  process.exitCode = 1;
}

function settle(target: string, text: string): void {
  const path = join(root, target);
  if (!isCheck) writeFileSync(path, text);
  else if (readOrNull(path) !== text) stale.push(relative(root, path));
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null; // absent counts as stale
  }
}
