import { expect, test } from "vitest";
import { jsonPlace, syntaxPlace } from "./json-places.ts";

const text = '{"a": {"b \\" }": [1,\n  {"c": "x,]"}, "last"]},\n "d": true}';

test.for([
  ["the whole", [], 1, 1],
  ["a member behind a quoted name", ["a", 'b " }'], 1, 18],
  ["an item on another line", ["a", 'b " }', 1], 2, 3],
  ["a member inside an item", ["a", 'b " }', 1, "c"], 2, 9],
  ["an item behind a text with brackets", ["a", 'b " }', 2], 2, 17],
  ["a member behind all that", ["d"], 3, 7],
  ["what is missing, where its object begins", ["a", "nothing"], 1, 7],
] as const)("%s is found", ([, path, line, column]) => {
  expect(jsonPlace(text, path)).toEqual({ line, column });
});

test("a syntax error is placed where the parser stopped, or at the end", () => {
  expect(syntaxPlace('{\n "a": x}', "Unexpected token x in JSON at position 8")).toEqual({ line: 2, column: 7 });
  expect(syntaxPlace('{"a":', "Unexpected end of JSON input")).toEqual({ line: 1, column: 6 });
});
