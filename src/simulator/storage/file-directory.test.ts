import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { StoreUnavailable } from "../kernel/store.ts";
import type { DataDirectory } from "./data-directory.ts";
import { idsIn, openDirectory, write } from "./testing/open-directory.ts";
import { describeStores } from "./testing/store-contract.ts";
import { afterCrash, temporaryDirectory } from "./testing/temporary-directory.ts";

const places = new WeakMap<DataDirectory, string>();

async function openAt(dir: string): Promise<DataDirectory> {
  const { directory } = await openDirectory(dir);
  places.set(directory, dir);
  return directory;
}

describeStores("file", {
  fresh: () => openAt(temporaryDirectory()),
  reopen: async (stores, how) => {
    const dir = places.get(stores) ?? expect.fail("opened elsewhere");
    if (how === "crash") return openAt(afterCrash(dir));
    await stores.close();
    return openAt(dir);
  },
});

test("after a clean stop the snapshot alone is the state, one record per line, ready to be edited", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir);
  await write(directory.store("default"), "b", "first");
  await write(directory.store("default"), "a", "second");
  await directory.close();
  const file = path.join(dir, "state.json");
  expect(readFileSync(file, "utf8")).toBe(`{
  "format": 1,
  "generation": 1,
  "tenants": {
    "default": {
      "notes": {
        "b": {"id":"b","text":"first"},
        "a": {"id":"a","text":"second"}
      }
    }
  }
}
`);
  expect(existsSync(path.join(dir, "changes-0.log"))).toBe(false);
  expect(existsSync(path.join(dir, "lock"))).toBe(false);
});

test("a stop without changes leaves the snapshot as it is", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir);
  await write(directory.store("default"), "a");
  await directory.close();
  const before = readFileSync(path.join(dir, "state.json"), "utf8");
  await (await openDirectory(dir)).directory.close();
  expect(readFileSync(path.join(dir, "state.json"), "utf8")).toBe(before);
});

test("a closed directory refuses writes and can be closed again", async () => {
  const { directory } = await openDirectory(temporaryDirectory());
  await directory.close();
  await directory.close();
  await expect(write(directory.store("default"), "a")).rejects.toThrow(StoreUnavailable);
  expect(await idsIn(directory.store("default"))).toEqual([]);
});

test("a tenant that was cleared is gone after a crash", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir);
  await write(directory.store("default"), "a");
  await directory.store("default").clear();
  const { directory: reopened } = await openDirectory(afterCrash(dir));
  expect([reopened.tenantIds(), await idsIn(reopened.store("default"))]).toEqual([[], []]);
});
