import { defineConfig } from "vitest/config";

/** Under CI the results are also written as JSON, one file per npm script, for `scripts/totals.ts`. */
const results = `.test-results/${(process.env["npm_lifecycle_event"] ?? "test").replace(":", "-")}.json`;

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
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: ["src/**/*.system.test.ts", "scripts/**/*.system.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
