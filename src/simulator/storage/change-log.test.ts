import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { StoreUnavailable } from "../kernel/store.ts";
import { diskMedium, type LogMedium } from "./change-log.ts";
import { idsIn, openDirectory, write } from "./testing/open-directory.ts";
import { afterCrash, temporaryDirectory } from "./testing/temporary-directory.ts";

/** A disk on which things go wrong while `trouble` says so. */
function troubledMedium(trouble: { room: number; canTruncate: boolean; shortBy: number }): LogMedium {
  const full = () => Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  return {
    ...diskMedium,
    writeSync(descriptor, bytes, offset) {
      if (trouble.room <= 0) throw full();
      const most = Math.min(trouble.room, bytes.length - offset, trouble.shortBy);
      trouble.room -= most;
      return diskMedium.writeSync(descriptor, bytes.subarray(0, offset + most), offset);
    },
    ftruncateSync(descriptor, length) {
      if (!trouble.canTruncate) throw new Error("EIO: i/o error, ftruncate");
      diskMedium.ftruncateSync(descriptor, length);
    },
  };
}

const noTrouble = { room: Number.POSITIVE_INFINITY, canTruncate: true, shortBy: Number.POSITIVE_INFINITY };

test.for([
  ["before the first byte", 0],
  ["in the middle of the line", 30],
  ["before the newline", 69],
] as const)("a disk that is full %s refuses the transaction, which leaves no trace", async ([, room]) => {
  const trouble = { ...noTrouble };
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir, { medium: troubledMedium(trouble) });
  const store = directory.store("default");
  await write(store, "a");
  const before = readFileSync(path.join(dir, "changes-0.log"), "utf8");
  trouble.room = room;
  const refused = write(store, "b");
  await expect(refused).rejects.toThrow(StoreUnavailable);
  await expect(refused).rejects.toThrow(/changes-0\.log could not be written: ENOSPC.*left no trace/);
  expect([await idsIn(store), readFileSync(path.join(dir, "changes-0.log"), "utf8")]).toEqual([["a"], before]);
  trouble.room = Number.POSITIVE_INFINITY;
  await write(store, "c");
  const { directory: reopened } = await openDirectory(afterCrash(dir));
  expect(await idsIn(reopened.store("default"))).toEqual(["a", "c"]);
});

test("an operator hears once that the disk is full, and once that it can be written again", async () => {
  const trouble = { ...noTrouble };
  const { directory, reports } = await openDirectory(temporaryDirectory(), { medium: troubledMedium(trouble) });
  const store = directory.store("default");
  trouble.room = 0;
  await expect(write(store, "a")).rejects.toThrow(StoreUnavailable);
  await expect(write(store, "b")).rejects.toThrow(StoreUnavailable);
  trouble.room = Number.POSITIVE_INFINITY;
  await write(store, "c");
  expect(reports).toEqual([
    expect.stringMatching(/changes-0\.log could not be written: ENOSPC.*requests are refused/),
    expect.stringMatching(/changes-0\.log can be written again/),
  ]);
});

test("after half a line that cannot be cut off, writes are refused until the next start, which cuts it off", async () => {
  const trouble = { ...noTrouble };
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir, { medium: troubledMedium(trouble) });
  const store = directory.store("default");
  await write(store, "a");
  Object.assign(trouble, { room: 30, canTruncate: false });
  await expect(write(store, "b")).rejects.toThrow(/ENOSPC/);
  Object.assign(trouble, noTrouble);
  await expect(write(store, "c")).rejects.toThrow(
    /ends in a half-written line that could not be cut off: EIO.*restart/,
  );
  const { directory: reopened, reports } = await openDirectory(afterCrash(dir));
  expect(await idsIn(reopened.store("default"))).toEqual(["a"]);
  expect(reports).toEqual([expect.stringContaining("30 bytes that was never finished")]);
  await directory.close();
  const { directory: stopped } = await openDirectory(dir);
  expect(await idsIn(stopped.store("default"))).toEqual(["a"]);
});

test("a system that writes a few bytes at a time gets the whole line written", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir, { medium: troubledMedium({ ...noTrouble, shortBy: 7 }) });
  await write(directory.store("default"), "a", "ä".repeat(50));
  const { directory: reopened } = await openDirectory(afterCrash(dir));
  expect(await idsIn(reopened.store("default"))).toEqual(["a"]);
});

test("a log that somebody removed refuses writes instead of losing them", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir);
  rmSync(dir, { recursive: true });
  await expect(write(directory.store("default"), "a")).rejects.toThrow(/somebody removed the file/);
});
