import { expect, test } from "vitest";
import { isJsonPointer, removeAt, retypeAt } from "./json-pointer.ts";

test.for([
  ["a member", "/a", true],
  ["a member of a member", "/a/b/0", true],
  ["a member without a name", "/", true],
  ["an escaped slash and tilde", "/a~1b~0c", true],
  ["the whole document", "", false],
  ["no slash in front", "a/b", false],
  ["a tilde that escapes nothing", "/a~2", false],
] as const)("%s is a pointer or not", ([, pointer, isOne]) => {
  expect(isJsonPointer(pointer)).toBe(isOne);
});

test.for([
  ["a member", "/a", { b: { "c/d": [1, 2] } }, true],
  ["a deep one behind an escaped name", "/b/c~1d/0", { a: "x", b: { "c/d": [2] } }, true],
  ["an absent one", "/z", { a: "x", b: { "c/d": [1, 2] } }, false],
  ["one below a text", "/a/x", { a: "x", b: { "c/d": [1, 2] } }, false],
  ["the length of a list", "/b/c~1d/length", { a: "x", b: { "c/d": [1, 2] } }, false],
  ["an inherited one", "/toString", { a: "x", b: { "c/d": [1, 2] } }, false],
] as const)("%s is removed where it is there", ([, pointer, left, isDone]) => {
  const value = { a: "x", b: { "c/d": [1, 2] } };
  expect(removeAt(value, pointer)).toBe(isDone);
  expect(value).toEqual(left);
});

test.for([
  ["text becomes a number", { a: "four" }, { a: 4 }],
  ["a number becomes text", { a: 4 }, { a: "4" }],
  ["a truth value becomes text", { a: true }, { a: "true" }],
  ["an object becomes text", { a: { b: 1 } }, { a: '{"b":1}' }],
  ["null becomes text", { a: null }, { a: "null" }],
] as const)("%s", ([, value, after]) => {
  const copy: unknown = structuredClone(value);
  expect(retypeAt(copy, "/a")).toBe(true);
  expect(copy).toEqual(after);
  expect(retypeAt(copy, "/z")).toBe(false);
});
