import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

test("an independent runner passes both flow files against a sandbox over HTTP", () => {
  const script = ["--import", "tsx", "scripts/respect.ts"];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    cwd: root,
    encoding: "utf8",
    timeout: 100_000,
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^respect spec\/esimaccess\/flows\.arazzo\.yaml: passed, 16 workflows passed, \d+ requests$/),
    expect.stringMatching(/^respect spec\/fms\/flows\.arazzo\.yaml: passed, 5 workflows passed, \d+ requests$/),
  ]);
});
