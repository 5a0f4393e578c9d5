import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { StoreUnavailable } from "../kernel/store.ts";
import { openDataDirectory } from "./data-directory.ts";
import { idsIn, openDirectory, write } from "./testing/open-directory.ts";
import { temporaryDirectory } from "./testing/temporary-directory.ts";

const CONTENDERS = 6;
const ROUNDS = 60;
const BETWEEN_ROUNDS_MS = 20;
const START_UP_MS = 6_000;

test("of many processes that find the lock of a dead one, exactly one gets it, every time", async () => {
  const parent = temporaryDirectory();
  for (let round = 0; round < ROUNDS; round++) {
    mkdirSync(path.join(parent, String(round)));
    const dead = { pid: 4_194_305, started: null, id: "00000000000000ff" };
    writeFileSync(path.join(parent, String(round), "lock"), JSON.stringify(dead));
  }
  const script = fileURLToPath(new URL("./testing/lock-contender.ts", import.meta.url));
  const plan = [parent, ROUNDS, Date.now() + START_UP_MS, BETWEEN_ROUNDS_MS].map(String);
  const contenders = Array.from({ length: CONTENDERS }, () =>
    spawn(process.execPath, ["--import", "tsx", script, ...plan], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const ends = contenders.map(async (contender) => (await once(contender, "exit"))[0]);
  await Promise.all(contenders.map(async ({ stdout }) => await once(stdout, "readable"))); // it has tried, or ended
  for (const { stdin } of contenders) stdin.end();
  const codes = await Promise.all(ends);
  expect(codes).toEqual(Array.from({ length: CONTENDERS }, () => 0));
  const winners = Array.from(
    { length: ROUNDS },
    (_, round) => readdirSync(path.join(parent, String(round))).filter((name) => name.startsWith("won-")).length,
  );
  expect(winners).toEqual(Array.from({ length: ROUNDS }, () => 1));
});

/** Mounts a file system of `kilobytes` in memory; false where that is not allowed. */
function isMounted(dir: string, kilobytes: number): boolean {
  try {
    execFileSync("/bin/mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", dir], { stdio: "ignore" });
    return true;
  } catch {
    return false; // not Linux, or not the superuser
  }
}

test("a disk that is really full refuses what has no room, keeps the rest and goes on once there is room", async (context) => {
  const mount = temporaryDirectory();
  if (!isMounted(mount, 256)) context.skip("needs the right to mount a small file system");
  try {
    const dir = path.join(mount, "data");
    const { directory, reports } = await openDirectory(dir);
    const store = directory.store("default");
    writeFileSync(path.join(mount, "ballast"), Buffer.alloc(64_000));
    const written: string[] = [];
    const fill = async (): Promise<void> => {
      for (let index = 0; index < 400; index++) {
        await write(store, String(index), "x".repeat(1_000));
        written.push(String(index));
      }
    };
    await expect(fill()).rejects.toThrow(StoreUnavailable);
    await expect(fill()).rejects.toThrow(/ENOSPC/);
    rmSync(path.join(mount, "ballast"));
    await write(store, "after");
    await directory.close();
    expect(reports.slice(0, 2)).toEqual([
      expect.stringMatching(/changes-0\.log could not be written: ENOSPC.*requests are refused/),
      expect.stringMatching(/changes-0\.log can be written again/),
    ]);
    expect(reports.slice(2)).toEqual([
      expect.stringMatching(/state\.json could not be written: ENOSPC.*nothing is lost/),
    ]);
    const { directory: reopened } = await openDirectory(dir);
    expect(new Set(await idsIn(reopened.store("default")))).toEqual(new Set([...written, "after"]));
    await reopened.close();
  } finally {
    execFileSync("/bin/umount", ["--lazy", mount]); // a test that failed has left files open
  }
});

const built = path.resolve(import.meta.dirname, "../../../dist/simulator/storage/data-directory.js");

test("the built package folds a long log on a thread of its own, and loses nothing", async (context) => {
  if (!existsSync(built) && process.env["CI"] === undefined) context.skip("needs npm run build");
  const module: unknown = await import(pathToFileURL(built).href);
  const { openDataDirectory } = module as typeof import("./data-directory.ts"); // built from it
  const dir = temporaryDirectory();
  const ports = { now: () => 0, report: (message: string) => expect.fail(message) };
  const opened = await openDataDirectory(dir, ports, { compactionBytes: 200_000 });
  if (!opened.ok) expect.fail(opened.error.code);
  const store = opened.value.store("default");
  const ids = Array.from({ length: 2_000 }, (_, index) => `note-${index}`);
  for (const id of ids) await write(store, id, "x".repeat(200));
  await expect.poll(() => existsSync(path.join(dir, "state.json"))).toBe(true);
  await opened.value.close();
  expect(readdirSync(dir).sort()).toEqual([".gitignore", "state.json"]);
  expect(await idsIn((await openDirectory(dir)).directory.store("default"))).toEqual(ids);
});

test("a place where the system makes no directories is refused at once", async () => {
  const below = "/proc/esim-sandbox-cannot-be-here/state";
  const opened = await openDataDirectory(below, { now: () => 0, report: () => undefined });
  expect(opened).toMatchObject({ ok: false, error: { code: "data-unwritable", dir: below } });
});
