import { expect, test } from "vitest";
import { holds, parseCondition, textsOf } from "./conditions.ts";
import { findsByJsonPath, jsonPathFault } from "./json-path.ts";
import type { Scope } from "./runtime-expressions.ts";

const scope: Scope = {
  request: null,
  response: {
    statusCode: 200,
    header: { "content-type": "application/json" },
    body: {
      state: "Ready",
      count: 3,
      ok: true,
      none: null,
      no: false,
      zero: 0,
      list: [{ id: 1 }, { id: 2 }],
      quote: "it's",
    },
  },
  inputs: { wanted: "READY", limit: 3 },
  outputs: {},
  steps: { first: { outputs: { rows: [{ name: "x" }] } } },
  workflows: {},
  sourceDescriptions: {},
  components: {},
};

function judge(text: string, isCaseSensitive = false): boolean | string {
  const result = parseCondition(text);
  return result.ok ? holds(result.condition, scope, { isCaseSensitive }) : result.message;
}

test.for([
  ["equal numbers", "$statusCode == 200", true],
  ["without spaces", "$statusCode==200&&$response.body#/count>=3", true],
  ["different numbers", "$statusCode != 200", false],
  ["texts in another letter case", "$response.body#/state == 'rEADY'", true],
  ["texts that differ by letter case only", "$response.body#/state != 'READY'", false],
  ["two expressions", "$response.body#/state == $inputs.wanted", true],
  ["a quote in a text", "$response.body#/quote == 'it''s'", true],
  ["an expression inside of a text", "'{$inputs.wanted}!' == 'ready!'", true],
  ["a number and its text", "$response.body#/count == '3'", false],
  ["a negative number", "$response.body#/count > -1.5e1", true],
  ["an order between kinds", "$response.body#/count < 'x'", false],
  ["an order of texts", "'abc' < 'ABD'", true],
  ["less or equal", "$response.body#/count <= $inputs.limit", true],
  ["less", "$response.body#/count < 3", false],
  ["true", "$response.body#/ok == true", true],
  ["null", "$response.body#/none == null", true],
  ["missing is not null", "$response.body#/gone == null", false],
  ["missing is unlike everything", "$response.body#/gone != 1", true],
  ["a value alone", "$response.body#/state", true],
  ["zero alone", "$response.body#/zero", true],
  ["false alone", "$response.body#/no", false],
  ["null alone", "$response.body#/none", false],
  ["missing alone", "$response.body#/gone", false],
  ["not", "!$response.body#/no", true],
  ["not, of a comparison in parentheses", "!($statusCode == 200)", false],
  ["not, twice", "!!$response.body#/ok", true],
  ["and before or", "true || false && false", true],
  ["parentheses", "(true || false) && false", false],
  ["an index and a name", "$response.body#/list[1].id == 2", true],
  ["an index beyond the end", "$response.body#/list[5].id == 2", false],
  ["names behind the body", "$response.body.list[0]['id'] == 1", true],
  ["an output, indexed", "$steps.first.outputs.rows[0].name == 'X'", true],
  ["a header", "$response.header.Content-Type == 'application/json'", true],
] as const)("%s: %s", ([, text, expected]) => {
  expect(judge(text)).toBe(expected);
});

test("where it is asked for, letter case counts as in other runners", () => {
  expect([judge("$response.body#/state == 'READY'", true), judge("$response.body#/state == 'Ready'", true)]).toEqual([
    false,
    true,
  ]);
});

test.for([
  ["nothing", " ", "character 2: expected a value, got the end"],
  ["half a comparison", "$statusCode ==", "character 15: expected a value, got the end"],
  ["a single equals sign", "$statusCode = 200", "character 13: expected a value or an operator, got = 200"],
  ["double quotes", '$method == "GET"', 'character 12: expected a value or an operator, got "GET"'],
  ["an open parenthesis", "($statusCode == 200", "character 20: expected a closing parenthesis, got the end"],
  ["two values", "$statusCode 200", "character 13: expected an operator or the end, got 200"],
  ["an expression that is none", "1 < $status", "character 5: $status is no runtime expression"],
  ["arithmetic", "$statusCode - 1 == 199", "character 13: expected a value or an operator, got - 1 == 199"],
] as const)("%s is refused, with the place", ([, text, message]) => {
  expect(judge(text)).toBe(message);
});

test("the expressions of a condition are all found", () => {
  const result = parseCondition("!($url == 'x{$inputs.a}') || $response.body.list[0] > 1 && true");
  expect(result.ok && textsOf(result.condition)).toEqual(["$url", "$inputs.a", "$response.body"]);
});

test.for([
  ["a place", "$.list[0].id", true],
  ["a filter below the root", "$.list[?@.id > 1]", true],
  ["a filter that nothing passes", "$.list[?@.id > 2]", false],
  ["a filter on the value itself, as Arazzo's examples have it", "$[?@.count == 3]", true],
  ["a function", "$[?length(@.list) == 2]", true],
] as const)("a JSONPath holds when it finds something: %s", ([, path, expected]) => {
  expect(findsByJsonPath(scope.response?.body, path)).toBe(expected);
});

test("a text that is no JSONPath is told", () => {
  expect([jsonPathFault("$.a[?@.b == 1]"), typeof jsonPathFault("$.a[")]).toEqual([null, "string"]);
});
