import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sharedEvents } from "./kernel/journal-vocabulary.ts";
import { events as esimAccessEvents } from "./providers/esimaccess/events.ts";
import { events as fmsEvents } from "./providers/fms/events.ts";

const folder = import.meta.dirname;

/** Kinds that the code journals, as it writes them. */
function writtenKinds(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !/\.test\.ts$|testing|mutants/.test(path),
  );
  const kinds = files.flatMap((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    return [...text.matchAll(/(?:(?:record|append)\([^{;]*|: JournalEvent = )\{\s*kind: "([a-z-]+)"/g)].map(
      ([, kind]) => kind ?? "",
    );
  });
  return [...new Set(kinds)].sort();
}

test("every kind that is journalled is a kind that predicates may name", () => {
  const known = Object.keys({ ...sharedEvents, ...esimAccessEvents, ...fmsEvents });
  expect(writtenKinds().filter((kind) => !known.includes(kind))).toEqual([]);
  expect(writtenKinds()).toContain("exchange");
});
