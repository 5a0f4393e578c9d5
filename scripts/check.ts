import { spawnSync } from "node:child_process";

/** The checks in the order in which they fail fastest; each is an npm script of its own. */
const CHECKS = ["format:check", "lint", "typecheck", "knip", "publint", "generate:check", "fixtures:check", "test"];

for (const name of CHECKS) {
  const startedAt = performance.now();
  const { status } = spawnSync("npm", ["run", "--silent", name], { stdio: "inherit" });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? "passed" : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) process.exit(1);
}
