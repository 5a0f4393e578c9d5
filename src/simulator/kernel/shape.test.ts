import { expect, test } from "vitest";
import { misfitOf, type Shape } from "./shape.ts";

const parcel: Shape = {
  members: {
    id: "text",
    weight: "count",
    state: { oneOf: ["posted", "arrived"] },
    note: { orNull: "text" },
    stops: { list: { members: { town: "text" } } },
    price: { either: ["number", { members: { amount: "number" } }] },
    marks: { mapOf: "flag" },
  },
  optional: ["marks"],
};

const good = { id: "p1", weight: 2, state: "posted", note: null, stops: [{ town: "Ulm" }], price: 1.5 };

test.for([
  ["a whole record", good],
  ["an optional member", { ...good, marks: { fragile: true } }],
  ["the second of two forms", { ...good, price: { amount: -1 } }],
] as const)("%s fits", ([, value]) => {
  expect(misfitOf(value, parcel)).toBeNull();
});

test.for([
  ["no object", 7, [], "an object"],
  ["a missing member", { ...good, id: undefined }, ["id"], "a text"],
  ["a fraction", { ...good, weight: 1.5 }, ["weight"], "a whole number from 0 to 9007199254740991"],
  ["an unknown word", { ...good, state: "postd" }, ["state"], "one of posted, arrived; did you mean posted?"],
  ["neither text nor null", { ...good, note: 1 }, ["note"], "a text, or null"],
  ["an item", { ...good, stops: [{ town: "Ulm" }, { town: 1 }] }, ["stops", 1, "town"], "a text"],
  ["the deeper of two forms", { ...good, price: { amount: "1" } }, ["price", "amount"], "a number"],
  ["a member of a map", { ...good, marks: { fragile: 1 } }, ["marks", "fragile"], "true or false"],
] as const)("%s is told with its place and what is expected", ([, value, path, expected]) => {
  expect(misfitOf(value, parcel)).toMatchObject({ path, expected });
});

test("an unknown member is refused with the nearest name, unless the shape is open", () => {
  expect(misfitOf({ ...good, wieght: 1 }, parcel)).toMatchObject({
    path: ["wieght"],
    expected: expect.stringContaining("did you mean weight?"),
  });
  expect(misfitOf({ id: "p1", more: 1 }, { members: { id: "text" }, isOpen: true })).toBeNull();
});
