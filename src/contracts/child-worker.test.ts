import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { ChildWorker } from "./child-worker.ts";

const folder = mkdtempSync(join(tmpdir(), "child-worker-"));
afterAll(() => rmSync(folder, { recursive: true }));

const task = {
  options: { providers: ["fms"], profile: "sim-fast", seed: 1 },
  mutant: null,
} as const;

function workerOf(name: string, program: string): ChildWorker {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, program);
  return new ChildWorker(task, pathToFileURL(path));
}

test("a worker tells its progress and gives its outcome", async () => {
  const worker = workerOf(
    "works",
    `process.once("message", ({ options }) => process.once("message", ({ planHash, indices }) => {
      process.send({ kind: "progress", progress: { done: options.seed, requests: 2, now: planHash } });
      process.send({ kind: "outcome", outcome: { judged: indices, traffic: {}, unreachable: null } });
    }));`,
  );
  const told: unknown[] = [];
  expect(await worker.run({ planHash: "abc", indices: [3, 5] }, (progress) => told.push(progress))).toMatchObject({
    judged: [3, 5],
  });
  expect(told).toEqual([{ done: 1, requests: 2, now: "abc" }]);
  await worker.close();
});

test.for([
  ["says that it failed", `process.send({ kind: "failed", message: "no memory left" });`, "no memory left"],
  ["ends before its cases did", "process.exit(7);", "a worker ended before its cases did (exit code 7)"],
] as const)("a worker that %s fails the run", async ([name, program, message]) => {
  const worker = workerOf(name, program);
  await expect(worker.run({ planHash: "abc", indices: [] }, () => undefined)).rejects.toThrow(message);
  await worker.close();
});

test("a worker is ended with the run", async () => {
  const worker = workerOf("waits", `process.on("message", () => undefined);`);
  const run = worker.run({ planHash: "abc", indices: [] }, () => undefined);
  await worker.close();
  await expect(run).rejects.toThrow("a worker ended before its cases did (SIGTERM)");
});
