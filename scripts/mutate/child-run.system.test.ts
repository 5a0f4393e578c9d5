import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type RunWanted, runInChild } from "./child-run.ts";

const WANTED: RunWanted = { provider: "fms", profile: "sim-full", seed: 3, mutant: "MON-17" };
const LINES = [
  '{"line":"started","planHash":"abc","cases":1}',
  '{"line":"ended","verdict":"pass","requests":1,"wallMs":2}',
];
const PRINT = LINES.map((line) => `console.log(${JSON.stringify(line)});`).join("");

function scriptOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "mutation-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, "run.mjs");
  writeFileSync(script, text);
  return script;
}

test.for([
  ["ends", PRINT, 20_000, { kind: "ended", planHash: "abc", requests: 1 }],
  [
    "breaks off without an end",
    "console.error('no disk'); process.exit(3);",
    20_000,
    { kind: "crashed", detail: "exit code 3: no disk" },
  ],
  ["takes too long", "setInterval(() => {}, 1000);", 800, { kind: "timeout", detail: "not done within 0.8 s" }],
  ["prints its end and then hangs", `${PRINT} setInterval(() => {}, 1000);`, 2000, { kind: "timeout" }],
] as const)("a run that %s", async ([, text, limitMs, expected]) => {
  expect(await runInChild(WANTED, { script: scriptOf(text), limitMs })).toMatchObject(expected);
});

test("a run is told its provider, profile, seed and mutant", async () => {
  const script = scriptOf("console.error(process.argv.slice(2).join(' ')); process.exit(1);");
  const told = "exit code 1: --provider fms --profile sim-full --seed 3 --mutant MON-17";
  expect(await runInChild(WANTED, { script, limitMs: 20_000 })).toEqual({ kind: "crashed", detail: told });
});
