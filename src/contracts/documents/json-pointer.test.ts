import { expect, test } from "vitest";
import { below, followed, pointerOf, segmentsOf, valueAt } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";

test("names with slashes and tildes survive the way there and back", () => {
  const names = ["paths", "/a~b/{c}", "0"];
  expect(pointerOf(names)).toBe("#/paths/~1a~0b~1{c}/0");
  expect(segmentsOf(pointerOf(names))).toEqual(names);
  expect(below("#", "a", 1)).toBe("#/a/1");
});

test("a pointer leads through objects and lists, and never to inherited members", () => {
  const document = { a: [{ b: null }] };
  expect(valueAt(document, "#/a/0/b")).toBeNull();
  expect(valueAt(document, "#")).toBe(document);
  expect(valueAt(document, "#/a/length")).toBeUndefined();
  expect(valueAt(document, "#/constructor")).toBeUndefined();
});

test("references are followed to their end; nowhere and a circle are null", () => {
  const document = { a: { $ref: "#/b" }, b: { $ref: "#/c%20d" }, "c d": {}, e: { $ref: "#/e" }, f: { $ref: "x.yaml" } };
  expect(followed(document, "#/a")).toBe("#/c d");
  for (const pointer of ["#/e", "#/f", "#/none"]) expect(followed(document, pointer)).toBeNull();
});

test("the nearest name is offered, else those that there are", () => {
  expect(suggestion("conditon", ["code", "condition"])).toBe("did you mean condition?");
  expect(suggestion("zzz", ["code", "condition"])).toBe("there are code, condition");
  expect(suggestion("zzz", [])).toBe("there is none");
});
