import { copyFileSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Compact, foldLogs } from "./compaction.ts";
import { idsIn, openDirectory, write } from "./testing/open-directory.ts";
import { afterCrash, temporaryDirectory } from "./testing/temporary-directory.ts";

/** Something that a test waits for. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A folding that says when it begins, waits for its release and says when it has ended. */
function heldFolding() {
  const [begun, released, ended] = [signal(), signal(), signal()];
  const compact: Compact = async (folding) => {
    begun.give();
    await released.given;
    return foldLogs(folding).finally(ended.give);
  };
  return { compact, begun: begun.given, release: released.give, ended: ended.given };
}

const filesIn = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => /^(changes|state)/.test(name))
    .sort();

async function idsAt(dir: string): Promise<string[]> {
  return idsIn((await openDirectory(dir)).directory.store("default"));
}

test("a long log is closed and folded while the next one takes the writes; a crash at any step loses nothing", async () => {
  const dir = temporaryDirectory();
  const folding = heldFolding();
  const { directory, reports } = await openDirectory(dir, { compactionBytes: 100, compact: folding.compact });
  const store = directory.store("default");
  await write(store, "a");
  await write(store, "b");
  await folding.begun;
  await write(store, "c");
  expect(filesIn(dir)).toEqual(["changes-0.log", "changes-1.log"]);
  const during = afterCrash(dir);
  folding.release();
  await folding.ended;
  expect(filesIn(dir)).toEqual(["changes-1.log", "state.json"]);
  const after = afterCrash(dir);
  await directory.close();
  expect(filesIn(dir)).toEqual(["state.json"]);
  for (const stage of [during, after, dir]) expect(await idsAt(stage)).toEqual(["a", "b", "c"]);
  expect(reports).toEqual([]);
});

test("logs that a crash left behind the new snapshot are not applied twice", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir);
  const store = directory.store("default");
  await write(store, "a");
  await store.clear();
  await write(store, "b");
  const crashed = afterCrash(dir);
  await directory.close();
  copyFileSync(path.join(dir, "state.json"), path.join(crashed, "state.json"));
  writeFileSync(path.join(crashed, "state.json.tmp"), "{");
  expect(await idsAt(crashed)).toEqual(["b"]);
  expect(filesIn(crashed)).toEqual(["changes-1.log", "state.json"]);
});

test("a folding that fails is reported and tried again a minute later, not before", async () => {
  const dir = temporaryDirectory();
  const wall = { now: 0 };
  const tried = signal();
  const attempts: number[] = [];
  const compact: Compact = async (folding) => {
    attempts.push(wall.now);
    tried.give();
    if (wall.now < 60_000) throw new Error("the thread ended with 1");
    return foldLogs(folding);
  };
  const { directory, reports } = await openDirectory(dir, { compactionBytes: 100, compact }, () => wall.now);
  const store = directory.store("default");
  for (const id of ["a", "b"]) await write(store, id);
  await tried.given;
  await idsIn(store);
  wall.now = 59_999;
  for (const id of ["c", "d", "e", "f"]) await write(store, id);
  expect(reports).toEqual([expect.stringMatching(/could not be folded .*: the thread ended with 1; nothing is lost/)]);
  wall.now = 60_000;
  await write(store, "g");
  await directory.close();
  expect([attempts, filesIn(dir)]).toEqual([[0, 60_000], ["state.json"]]);
  expect(await idsAt(dir)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
});

test("a folding that a crash interrupted is made up for after the start", async () => {
  const dir = temporaryDirectory();
  const folding = heldFolding();
  const { directory } = await openDirectory(dir, { compactionBytes: 100, compact: folding.compact });
  for (const id of ["a", "b"]) await write(directory.store("default"), id);
  await folding.begun;
  const crashed = afterCrash(dir);
  const again = heldFolding();
  const { directory: next } = await openDirectory(crashed, { compact: again.compact });
  await write(next.store("default"), "c");
  again.release();
  await again.ended;
  expect(filesIn(crashed)).toEqual(["changes-1.log", "state.json"]);
  await next.close();
  expect(await idsAt(crashed)).toEqual(["a", "b", "c"]);
});

test("a clean stop waits for the folding", async () => {
  const dir = temporaryDirectory();
  const folding = heldFolding();
  const { directory } = await openDirectory(dir, { compactionBytes: 10, compact: folding.compact });
  await write(directory.store("default"), "a");
  const closed = directory.close();
  await folding.begun;
  expect(filesIn(dir)).toEqual(["changes-0.log", "changes-1.log"]);
  folding.release();
  await closed;
  expect(filesIn(dir)).toEqual(["state.json"]);
  expect(await idsAt(dir)).toEqual(["a"]);
});

test("a snapshot that cannot be written at the stop is reported; the logs stay and hold everything", async () => {
  const dir = temporaryDirectory();
  const { directory, reports } = await openDirectory(dir);
  await write(directory.store("default"), "a");
  mkdirSync(path.join(dir, "state.json.tmp"));
  await directory.close();
  expect(reports).toEqual([expect.stringMatching(/state\.json could not be written: EISDIR.*nothing is lost/)]);
  rmdirSync(path.join(dir, "state.json.tmp"));
  expect(await idsAt(dir)).toEqual(["a"]);
});
