import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtSourceOf, digestOf, findBuiltSource, restoredSource } from "./built-sources.ts";
import { parseSource, type Source } from "./source.ts";

function sourceOf(text: string): Source {
  const read = parseSource(text, "library.yaml");
  if (!read.ok) throw new Error("the text must be YAML");
  return read.source;
}

const library = sourceOf(`desk: &desk { open: true, "a/b": [ 1, { c~d: 2 } ] }
branches:
  - *desk
  - name: north
    hours: [ 9, 17 ]
`);

test.for([
  "#",
  "",
  "#/desk",
  "/desk/open",
  "#/desk/a~1b/1/c~0d",
  "#/branches/0/open",
  "#/branches/1/hours/1",
  "#/branches/1/hours/2",
  "#/branches/1/none/at/all",
  "#/nowhere",
])("what the build keeps of a document has the places that the text has: %s", (pointer) => {
  const restored = restoredSource(JSON.parse(JSON.stringify(builtSourceOf(library))), "library.yaml");
  expect(restored.placeOf(pointer)).toEqual(library.placeOf(pointer));
  expect(restored.value).toEqual(library.value);
});

test("a shipped document is the same from its text and from what the build keeps of it", () => {
  const text = readFileSync(new URL("../../../spec/fms/overlay.yaml", import.meta.url), "utf8");
  const source = sourceOf(text);
  const restored = restoredSource(builtSourceOf(source), "library.yaml");
  const pointers = Object.keys(restored.places());
  const some = pointers.filter((_, index) => index % 40 === 0); // to look one up in the text takes a millisecond
  expect(some.length).toBeGreaterThan(75);
  expect(some.filter((at) => restored.placeOf(at).line !== source.placeOf(at).line)).toEqual([]);
});

test("a text that the build has not read is not taken for another one", () => {
  expect(findBuiltSource("openapi: 3.1.0\n", "spec/fms/openapi.yaml")).toBeNull();
  expect(digestOf("a", "b")).not.toBe(digestOf("ab"));
});
