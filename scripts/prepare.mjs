// Run by npm after an installation. Plain JavaScript, because an installation without development packages has no tsx.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (existsSync(`${root}/node_modules/typescript`) && existsSync(`${root}/node_modules/tsx`)) {
  execFileSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/build.ts"], {
    cwd: root,
    stdio: "inherit",
  });
} else {
  console.log("esim-sandbox: TypeScript is not installed, so nothing is built; dist/ stays as it is.");
}
