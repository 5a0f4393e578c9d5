import fc from "fast-check";
import { expect, test } from "vitest";
import { Journal } from "./journal.ts";
import { limits } from "./limits.ts";

test("entries are numbered from one and keep their instant and details", () => {
  const journal = new Journal();
  journal.append(5, { kind: "parcel-posted", parcelId: "a" });
  journal.append(5, { kind: "parcel-lost" });
  expect(journal.list()).toEqual([
    { seq: 1, at: 5, kind: "parcel-posted", parcelId: "a" },
    { seq: 2, at: 5, kind: "parcel-lost" },
  ]);
});

test.for([
  ["those after a number", { since: 2 }, [3, 4]],
  ["those of a kind", { kind: "even" }, [2, 4]],
  ["the first few of a kind", { kind: "odd", limit: 1 }, [1]],
  ["a kind after a number", { since: 1, kind: "odd" }, [3]],
  ["none after the last", { since: 4 }, []],
] as const)("a listing can be asked for %s", ([, query, numbers]) => {
  const journal = new Journal();
  for (const kind of ["odd", "even", "odd", "even"]) journal.append(0, { kind });
  expect(journal.list(query).map(({ seq }) => seq)).toEqual(numbers);
});

test("the oldest entries go when there are too many", () => {
  const journal = new Journal();
  for (let n = 0; n < limits.journalEntries + 3; n += 1) journal.append(n, { kind: "tick" });
  expect(journal.counts).toEqual({ written: limits.journalEntries + 3, dropped: 3 });
  expect(journal.list({ limit: 1 })).toEqual([{ seq: 4, at: 3, kind: "tick" }]);
  expect(journal.list()).toHaveLength(limits.journalEntries);
});

test("the oldest entries go when they are too long together, but never the last one", () => {
  const journal = new Journal();
  const third = Math.ceil(limits.journalCharacters / 3);
  for (let n = 0; n < 4; n += 1) journal.append(n, { kind: "long" }, third);
  expect(journal.list().map(({ seq }) => seq)).toEqual([3, 4]);
  journal.append(9, { kind: "huge" }, 2 * limits.journalCharacters);
  expect(journal.list().map(({ kind }) => kind)).toEqual(["huge"]);
});

test("long texts count although nobody said how long the entry is", () => {
  const journal = new Journal();
  const cause = "x".repeat(limits.journalCharacters / 2);
  for (let n = 0; n < 5; n += 1) journal.append(n, { kind: "job-failed", cause });
  expect(journal.list()).toHaveLength(1);
});

test("texts inside of lists and objects count as well", () => {
  const journal = new Journal();
  const url = "x".repeat(limits.journalCharacters / 2);
  for (let n = 0; n < 5; n += 1) journal.append(n, { kind: "delivery", about: { urls: [url] } });
  expect(journal.list()).toHaveLength(1);
});

test("who watches is told each entry until it stops, and null at the end", () => {
  const journal = new Journal();
  const told: unknown[] = [];
  const stop = journal.watch((entry) => told.push(entry?.kind ?? null));
  journal.watch((entry) => told.push(entry === null ? "over" : "too"));
  journal.append(1, { kind: "one" });
  stop();
  journal.append(2, { kind: "two" });
  journal.clear();
  journal.append(3, { kind: "three" });
  expect(told).toEqual(["one", "too", "too", "over"]);
  journal.release();
  journal.watch((entry) => told.push(entry));
  expect(told).toEqual(["one", "too", "too", "over", null]);
});

test("whatever is written, both bounds hold and what is kept is the unbroken end", () => {
  const size = fc.integer({ min: 1, max: Math.ceil(limits.journalCharacters / 4) });
  fc.assert(
    fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
      const journal = new Journal();
      for (const characters of sizes) journal.append(0, { kind: "entry", characters }, characters);
      const kept = journal.list();
      const total = kept.reduce((sum, entry) => sum + Number(entry["characters"]), 0);
      expect(total).toBeLessThanOrEqual(limits.journalCharacters);
      expect(kept.map(({ seq }) => seq)).toEqual(sizes.map((_, n) => n + 1).slice(journal.counts.dropped));
    }),
  );
});

test("a cleared journal begins at one again", () => {
  const journal = new Journal();
  for (let n = 0; n < 3; n += 1) journal.append(0, { kind: "old" });
  journal.clear();
  journal.append(1, { kind: "new" });
  expect(journal.list()).toEqual([{ seq: 1, at: 1, kind: "new" }]);
  expect(journal.counts).toEqual({ written: 1, dropped: 0 });
});
