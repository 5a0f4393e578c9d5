import { expect, test } from "vitest";
import {
  evaluateExpression,
  expressionsIn,
  fillExpressions,
  looksLikeExpression,
  parseExpression,
  type Scope,
} from "./runtime-expressions.ts";

const scope: Scope = {
  request: {
    url: "/books?page=2",
    method: "POST",
    header: { "x-tag": "blue" },
    query: { page: 2 },
    path: { id: "7" },
    body: { title: "Sea", tags: ["a", "b"] },
  },
  response: { statusCode: 201, header: { "retry-after": "3" }, body: { id: 7, "a/b": { "m~n": true }, none: null } },
  inputs: { name: "Ada", "dotted.name": 1, nested: { inside: { deep: [5] } } },
  outputs: { total: 3 },
  steps: { add: { outputs: { book: { id: 7, pages: [1, 2] } } } },
  workflows: { fill: { inputs: { size: 4 }, outputs: { count: 9 } } },
  sourceDescriptions: { shelf: "./shelf.yaml" },
  components: { parameters: { page: { value: 2 } } },
};

test.for([
  ["the address", "$url", "/books?page=2"],
  ["the method", "$method", "POST"],
  ["the status", "$statusCode", 201],
  ["a request header, in any letter case", "$request.header.X-Tag", "blue"],
  ["a query parameter", "$request.query.page", 2],
  ["a path parameter", "$request.path.id", "7"],
  ["the request body", "$request.body", { title: "Sea", tags: ["a", "b"] }],
  ["a place in the request body", "$request.body#/tags/1", "b"],
  ["an answer header", "$response.header.Retry-After", "3"],
  ["a place in the answer", "$response.body#/id", 7],
  ["a place with escapes", "$response.body#/a~1b/m~0n", true],
  ["a null", "$response.body#/none", null],
  ["a place that is not there", "$response.body#/other", undefined],
  ["an input", "$inputs.name", "Ada"],
  ["an input with a dot in its name", "$inputs.dotted.name", 1],
  ["a member of an input", "$inputs.nested.inside", { deep: [5] }],
  ["a pointer into an input", "$inputs.nested#/inside/deep/0", 5],
  ["an output", "$outputs.total", 3],
  ["an output of a step", "$steps.add.outputs.book", { id: 7, pages: [1, 2] }],
  ["a pointer into it", "$steps.add.outputs.book#/pages/1", 2],
  ["an input of a workflow", "$workflows.fill.inputs.size", 4],
  ["an output of a workflow", "$workflows.fill.outputs.count", 9],
  ["a source", "$sourceDescriptions.shelf.url", "./shelf.yaml"],
  ["a component", "$components.parameters.page.value", 2],
  ["a name that every object has", "$inputs.constructor", undefined],
] as const)("%s is read: %s", ([, text, value]) => {
  const expression = parseExpression(text);
  expect(expression === null ? "no expression" : evaluateExpression(expression, scope)).toEqual(value);
});

test.for([
  ["an unknown root", "$answer.body"],
  ["a root with a letter in the wrong case", "$StatusCode"],
  ["a status with a name behind it", "$statusCode.x"],
  ["no name", "$inputs."],
  ["a step without outputs", "$steps.add.book"],
  ["a pointer without a slash", "$response.body#id"],
  ["a pointer with a lone tilde", "$response.body#/a~2"],
  ["a pointer into a status", "$statusCode#/a"],
  ["a name behind the body", "$response.body.id"],
] as const)("%s is no expression: %s", ([, text]) => {
  expect([parseExpression(text), looksLikeExpression(text)]).toEqual([null, true]);
});

test.for([
  ["a whole expression keeps its type", "$response.body#/id", 7, []],
  ["an embedded one becomes text", "book {$response.body#/id} of {$inputs.name}", "book 7 of Ada", []],
  ["an embedded object becomes JSON", "{$request.body#/tags}", '["a","b"]', []],
  ["lists and objects are filled inside", { list: ["$statusCode", 1, null] }, { list: [201, 1, null] }, []],
  ["braces and dollars alone stand for themselves", "{x} costs $5 {$", "{x} costs $5 {$", []],
  [
    "what has no value is told",
    { a: "$inputs.gone", b: "x{$steps.add.outputs.gone}" },
    { b: "x" },
    ["$inputs.gone", "$steps.add.outputs.gone"],
  ],
] as const)("%s", ([, template, value, lost]) => {
  const missing: string[] = [];
  expect(fillExpressions(template, { scope, missing })).toEqual(value);
  expect(missing).toEqual(lost);
});

test("every expression of a value is found, right or wrong", () => {
  const value = { a: "$inputs.name", b: ["x {$url} {$nonsense.y}", 3], c: { d: "plain" } };
  expect(expressionsIn(value)).toEqual(["$inputs.name", "$url", "$nonsense.y"]);
});
