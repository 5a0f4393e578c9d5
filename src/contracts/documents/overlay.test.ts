import { expect, test } from "vitest";
import { applyOverlay } from "./overlay.ts";
import { parseSource, type Source } from "./source.ts";

function sourceOf(file: string, text: string): Source {
  const read = parseSource(text, file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.source;
}

const base = sourceOf(
  "base.yaml",
  `a:
  list: [one, two, three]
  deep: {kept: 1, changed: 1}
"it's": {b: 1}
rows:
  - {kind: x}
  - {kind: y}
  - {kind: x}
`,
);

function applied(actions: string) {
  const text = `overlay: 1.0.0\ninfo: {title: t, version: "1"}\nactions:\n${actions}`;
  return applyOverlay(base, sourceOf("overlay.yaml", text));
}

test("objects are merged deeply, lists put together, and everything else is replaced", () => {
  const { document, problems } = applied(
    "  - {target: $.a, update: {list: [four], deep: {changed: 2, added: {x: 1}}}}\n  - {target: $, update: {new: [1]}}\n",
  );
  expect(problems).toEqual([]);
  expect(document).toEqual({
    a: { list: ["one", "two", "three", "four"], deep: { kept: 1, changed: 2, added: { x: 1 } } },
    "it's": { b: 1 },
    rows: [{ kind: "x" }, { kind: "y" }, { kind: "x" }],
    new: [1],
  });
  expect(base.value).toMatchObject({ a: { deep: { changed: 1 } } });
});

test("an update of a list is one entry more", () => {
  expect(applied("  - {target: $.rows, update: {kind: z}}\n").document["rows"]).toEqual([
    { kind: "x" },
    { kind: "y" },
    { kind: "x" },
    { kind: "z" },
  ]);
});

test("filters select, and every match is updated or removed", () => {
  const { document } = applied(
    '  - {target: "$.rows[?@.kind == \'x\']", update: {seen: true}}\n  - {target: "$.rows[?@.seen == true]", remove: true}\n',
  );
  expect(document["rows"]).toEqual([{ kind: "y" }]);
});

test("a name with an apostrophe is found", () => {
  expect(applied(`  - {target: "$['it\\\\'s']", update: {c: 2}}\n`).document["it's"]).toEqual({ b: 1, c: 2 });
});

test("each place leads to the document in which it was written", () => {
  const { placeOf } = applied(
    "  - {target: $.a, update: {list: [four], deep: {added: {x: 1}}}}\n  - {target: $.a.deep.added, update: {y: 2}}\n",
  );
  expect(placeOf("#/a/list/0")).toEqual({ file: "base.yaml", line: 2, column: 10 });
  expect(placeOf("#/a/list/3")).toEqual({ file: "overlay.yaml", line: 4, column: 35 });
  expect(placeOf("#/a/deep/kept")).toMatchObject({ file: "base.yaml", line: 3 });
  expect(placeOf("#/a/deep/added/x")).toMatchObject({ file: "overlay.yaml", line: 4 });
  expect(placeOf("#/a/deep/added/y")).toMatchObject({ file: "overlay.yaml", line: 5 });
});

test("entries that move up when one is removed keep their places", () => {
  const { document, placeOf } = applied(
    '  - {target: "$.rows[2]", update: {more: 1}}\n  - {target: "$.rows[0]", remove: true}\n',
  );
  expect(document["rows"]).toEqual([{ kind: "y" }, { kind: "x", more: 1 }]);
  expect(placeOf("#/rows/0/kind")).toMatchObject({ file: "base.yaml", line: 7 });
  expect(placeOf("#/rows/1/kind")).toMatchObject({ file: "base.yaml", line: 8 });
  expect(placeOf("#/rows/1/more")).toMatchObject({ file: "overlay.yaml", line: 4 });
});

test.for([
  ["a target that matches nothing", "  - {target: $.none, update: {}}\n", "overlay-target", 4],
  ["a target that is no JSONPath", "  - {target: '$.[', update: {}}\n", "overlay-target", 4],
  ["a target that selects a text", '  - {target: "$.a.list[0]", update: {}}\n', "overlay-target", 4],
  ["the removal of everything", "  - {target: $, remove: true}\n", "overlay-target", 4],
  ["a text as update of an object", "  - {target: $.a, update: x}\n", "overlay-shape", 4],
  ["an action that does nothing", "  - {target: $.a}\n", "overlay-shape", 4],
  ["a misspelt member", "  - {target: $.a, update: {},\n     descripton: x}\n", "unknown-member", 5],
  ["no list of actions", "  {}\n", "overlay-shape", 3],
] as const)("%s is refused at its place", ([, actions, rule, line]) => {
  expect(applied(actions).problems).toMatchObject([{ file: "overlay.yaml", rule, line }]);
});

test("another version of the overlay format is refused", () => {
  const overlay = sourceOf(
    "o.yaml",
    'overlay: 2.0.0\ninfo: {title: t, version: "1"}\nactions: [{target: $, update: {}}]\n',
  );
  expect(applyOverlay(base, overlay).problems).toMatchObject([{ rule: "overlay-shape", line: 1 }]);
});
