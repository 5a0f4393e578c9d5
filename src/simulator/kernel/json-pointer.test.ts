import { expect, test } from "vitest";
import { editMembers, parsePointer, valuesAt } from "./json-pointer.ts";

const value = { a: { "b/c": 1, "d~": [10, { e: 20 }] }, list: [{ n: 1 }, { n: 2 }, {}] };

test.for([
  ["a member", "/a/b~1c", [1]],
  ["a member with a tilde", "/a/d~0/0", [10]],
  ["a member inside a list", "/a/d~0/1/e", [20]],
  ["each element", "/list/*/n", [1, 2]],
  ["the whole", "", [value]],
  ["nothing that is not there", "/a/x/y", []],
  ["nothing beyond a list", "/list/3", []],
  ["nothing by a position with a zero in front", "/list/00", []],
  ["nothing that every object has", "/constructor", []],
] as const)("a pointer finds %s", ([, pointer, found]) => {
  expect(valuesAt(value, parsePointer(pointer) ?? ["wrong"])).toEqual(found);
});

test.for([["a", "~/a", "/a~2", "/a~"]])("a text that is no pointer is told", (texts) => {
  expect(texts.map(parsePointer)).toEqual(texts.map(() => null));
});

test.for([
  ["goes", "/a/b~1c", { kind: "drop" }, { a: { "d~": [10, { e: 20 }] }, list: [{ n: 1 }, { n: 2 }, {}] }, 1],
  ["goes from each element", "/list/*/n", { kind: "drop" }, { a: value.a, list: [{}, {}, {}] }, 2],
  ["leaves a list shorter", "/list/1", { kind: "drop" }, { a: value.a, list: [{ n: 1 }, {}] }, 1],
  [
    "is called otherwise, in its place",
    "/a/b~1c",
    { kind: "rename", to: "z" },
    { a: { z: 1, "d~": [10, { e: 20 }] }, list: value.list },
    1,
  ],
  [
    "is replaced",
    "/list/0",
    { kind: "replace", with: (old: unknown) => [old] },
    { a: value.a, list: [[{ n: 1 }], { n: 2 }, {}] },
    1,
  ],
  ["that is not there changes nothing", "/a/x", { kind: "drop" }, value, 0],
] as const)("a member %s", ([, pointer, edit, expected, edited]) => {
  expect(editMembers(value, parsePointer(pointer) ?? [], edit)).toEqual({ value: expected, edited });
});
