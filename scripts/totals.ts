import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Adds up the results that Vitest wrote under CI and prints them as one line. */
const folder = fileURLToPath(new URL("../.test-results/", import.meta.url));
const total = { passed: 0, failed: 0, skipped: 0 };

for (const file of readdirSync(folder)) {
  const result: unknown = JSON.parse(readFileSync(folder + file, "utf8"));
  total.passed += numberIn(result, "numPassedTests");
  total.failed += numberIn(result, "numFailedTests");
  total.skipped += numberIn(result, "numPendingTests") + numberIn(result, "numTodoTests");
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

function numberIn(value: unknown, name: string): number {
  if (typeof value !== "object" || value === null) return 0;
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === "number" ? found : 0;
}
