import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

test("an independent runner passes both flow files against a sandbox over HTTP", async () => {
  const script = ["--import", "tsx", "scripts/respect.ts"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, script, { cwd: root, timeout: 540_000 });
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^respect spec\/esimaccess\/flows\.arazzo\.yaml: passed, 16 workflows passed, \d+ requests$/),
    expect.stringMatching(/^respect spec\/fms\/flows\.arazzo\.yaml: passed, 5 workflows passed, \d+ requests$/),
  ]);
});
