import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildContractDocuments } from "./build-contract-documents.ts";
import { buildSpecs } from "./build-spec.ts";

/**
 * `npm run build`: compiles `src/` and the contracts into `dist/`. The compiler writes beside it first, so that a failed build leaves the
 * former one as it was, and files whose source is gone do not stay.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const staged = join(root, "dist.new");
const dist = join(root, "dist");

rmSync(staged, { recursive: true, force: true });
const tsc = join(root, "node_modules/typescript/bin/tsc");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", staged], { cwd: root, stdio: "inherit" });
chmodSync(join(staged, "cli/main.js"), 0o755);
for (const folder of ["cli", "client", "contracts", "scenarios", "simulator"])
  rmSync(join(dist, folder), { recursive: true, force: true });
cpSync(staged, dist, { recursive: true });
rmSync(staged, { recursive: true, force: true });
buildSpecs();
buildContractDocuments();
