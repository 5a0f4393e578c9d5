import { expect, test } from "vitest";
import { Origins } from "./origins.ts";

const overlay = (pointer: string) => ({ document: "overlay", pointer }) as const;

test("a place has the origin of its nearest ancestor, and the base's without one", () => {
  const origins = new Origins();
  origins.set("#/a/b", overlay("#/actions/0/update/b"));
  origins.set("#/a/b/c", overlay("#/actions/1/update"));
  expect(origins.of("#/a/b/x")).toEqual(overlay("#/actions/0/update/b/x"));
  expect(origins.of("#/a/b/c/y")).toEqual(overlay("#/actions/1/update/y"));
  expect(origins.of("#/a/bb")).toEqual({ document: "base", pointer: "#/a/bb" });
});

test("what is written anew forgets what stood below", () => {
  const origins = new Origins();
  origins.set("#/a/b", overlay("#/1"));
  origins.set("#/a", overlay("#/2"));
  expect(origins.of("#/a/b")).toEqual(overlay("#/2/b"));
});

test("entries after one that is taken out move up with all below them", () => {
  const origins = new Origins();
  origins.set("#/a/2/x", overlay("#/1"));
  origins.takeOut("#/a", { index: 0, length: 3 });
  expect(origins.of("#/a/0")).toEqual({ document: "base", pointer: "#/a/1" });
  expect(origins.of("#/a/1")).toEqual({ document: "base", pointer: "#/a/2" });
  expect(origins.of("#/a/1/x")).toEqual(overlay("#/1"));
});
