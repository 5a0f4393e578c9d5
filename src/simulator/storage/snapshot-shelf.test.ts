import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { StoreUnavailable } from "../kernel/store.ts";
import { fileShelf, memoryShelf } from "./snapshot-shelf.ts";
import { temporaryDirectory } from "./testing/temporary-directory.ts";

test.for([
  ["in memory", () => memoryShelf()],
  ["in files", () => fileShelf(join(temporaryDirectory(), "snapshots"))],
] as const)("snapshots %s are kept by tenant and name", ([, open]) => {
  const shelf = open();
  expect(shelf.list("default")).toEqual([]);
  expect(shelf.read("default", "a")).toBeNull();
  shelf.write("default", "b", "two");
  shelf.write("default", "a", "one");
  shelf.write("shop", "a", "other");
  shelf.write("default", "a", "again");
  expect(shelf.list("default")).toEqual([
    { name: "a", characters: 5 },
    { name: "b", characters: 3 },
  ]);
  expect(shelf.read("shop", "a")).toBe("other");
  expect(shelf.remove("default", "a")).toBe(true);
  expect(shelf.remove("default", "a")).toBe(false);
  expect(shelf.read("default", "a")).toBeNull();
});

test("a place that cannot be written refuses", () => {
  const file = join(temporaryDirectory(), "taken");
  writeFileSync(file, "");
  expect(() => fileShelf(file).write("default", "a", "one")).toThrow(StoreUnavailable);
});
