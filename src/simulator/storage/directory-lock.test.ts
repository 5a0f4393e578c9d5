import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { lockDirectory } from "./directory-lock.ts";
import { processStart } from "./process-life.ts";
import { temporaryDirectory } from "./testing/temporary-directory.ts";

const NOBODY = 4_194_305; // above the highest pid of any Linux
const ID = "00000000000000ff";

function directoryLockedBy(holder: unknown): string {
  const dir = temporaryDirectory();
  writeFileSync(path.join(dir, "lock"), typeof holder === "string" ? holder : JSON.stringify(holder));
  return dir;
}

test("a lock says who holds it, is refused to others and is gone after its release", () => {
  const dir = temporaryDirectory();
  const first = lockDirectory(dir);
  const { pid, started } = JSON.parse(readFileSync(path.join(dir, "lock"), "utf8"));
  expect([pid, started]).toEqual([process.pid, processStart(process.pid)]);
  expect(lockDirectory(dir)).toEqual({ ok: false, error: { code: "data-locked", pid: process.pid } });
  if (first.ok) first.value.release();
  expect(readdirSync(dir)).toEqual([]);
});

test.for([
  ["a process that has ended", { pid: NOBODY, started: "boot/1", id: ID }],
  ["a pid that another process has now", { pid: process.ppid, started: "boot/1", id: ID }],
  ["our own pid in an earlier life", { pid: process.pid, started: "boot/1", id: ID }],
  ["our own pid where the start is not known", { pid: process.pid, started: null, id: ID }],
  ["nobody, because it is empty", ""],
  ["nobody, because it is something else", '{"pid":"x"}'],
] as const)("a lock held by %s is taken over and nothing else is left", ([, holder]) => {
  const dir = directoryLockedBy(holder);
  const taken = lockDirectory(dir);
  expect(taken).toMatchObject({ ok: true, value: { takenFrom: expect.anything() } });
  expect(readdirSync(dir)).toEqual(["lock"]);
});

test("a lock held by a living process is refused", () => {
  const dir = directoryLockedBy({ pid: process.ppid, started: processStart(process.ppid), id: ID });
  expect(lockDirectory(dir)).toEqual({ ok: false, error: { code: "data-locked", pid: process.ppid } });
  expect(readdirSync(dir)).toEqual(["lock"]);
});

test("while a living process takes over a dead lock, others are refused", () => {
  const dir = directoryLockedBy({ pid: NOBODY, started: null, id: ID });
  const guard = { pid: process.ppid, started: processStart(process.ppid), id: "0000000000000001" };
  writeFileSync(path.join(dir, `lock-taking-${ID}`), JSON.stringify(guard));
  expect(lockDirectory(dir)).toEqual({ ok: false, error: { code: "data-locked", pid: process.ppid } });
});

test("a process that died while it took over a dead lock stops nobody", () => {
  const dir = directoryLockedBy({ pid: NOBODY, started: null, id: ID });
  const guard = { pid: NOBODY, started: null, id: "0000000000000001" };
  writeFileSync(path.join(dir, `lock-taking-${ID}`), JSON.stringify(guard));
  writeFileSync(path.join(dir, "lock-0000000000000001"), JSON.stringify(guard));
  expect(lockDirectory(dir)).toMatchObject({ ok: true, value: { takenFrom: { pid: NOBODY } } });
  expect(readdirSync(dir)).toEqual(["lock"]);
});

test("a release leaves the lock of another alone", () => {
  const dir = temporaryDirectory();
  const lock = lockDirectory(dir);
  const other = JSON.stringify({ pid: process.ppid, started: null, id: ID });
  writeFileSync(path.join(dir, "lock"), other);
  if (lock.ok) lock.value.release();
  expect(readFileSync(path.join(dir, "lock"), "utf8")).toBe(other);
});
