import { defineConfig } from "vitest/config";

/** Under CI the results are also written as JSON, one file per npm script, for `scripts/totals.ts`. */
const results = `.test-results/${(process.env["npm_lifecycle_event"] ?? "test").replace(":", "-")}.json`;

/** Wall milliseconds that nothing takes unless it hangs, also where the machine is slow or stands still for a while. */
const SLOW_MACHINE_MS = 60_000;

export default defineConfig({
  test: {
    globalSetup: ["scripts/test-setup.ts"],
    reporters: process.env["CI"] === undefined ? ["default"] : ["default", ["json", { outputFile: results }]],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // The files share modules and compiled contracts; no test changes a global.
          isolate: false,
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.system.test.ts"],
          testTimeout: SLOW_MACHINE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: ["src/**/*.system.test.ts", "scripts/**/*.system.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: SLOW_MACHINE_MS } },
          fileParallelism: false,
        },
      },
    ],
  },
});
