import { describe, expect, test } from "vitest";
import { readShelfFlows, shelfFlows } from "./testing/shelf-flows.ts";

const INPUTS = "inputs: { type: object, required: [ size ], properties: { size: { type: integer } } }";
const ADD = "{ stepId: add, operationId: addBook, outputs: { id: $response.body#/id } }";

/** A file with one workflow whose second step is given. */
function withStep(step: string, more = ""): string {
  return `workflows:
  - workflowId: fill
    ${INPUTS}
    steps:
      - ${ADD}
      - ${step}
    outputs: { id: $steps.add.outputs.id }
  - workflowId: other
    ${INPUTS}
    steps: [ { stepId: list, operationId: listBooks } ]
    outputs: { none: $statusCode }
${more}`;
}

function problemOf(text: string): string {
  const read = readShelfFlows(text);
  if (read.ok) return "none";
  return read.problems.map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`).join("\n");
}

describe("refused, with the place and what was probably meant", () => {
  test.for([
    [
      "an unknown operation",
      "{ stepId: s, operationId: showBok }",
      "unknown-operation: shelf has no operation showBok; did you mean showBook?",
    ],
    [
      "an operation of an unknown source",
      "{ stepId: s, operationId: $sourceDescriptions.shlf.addBook }",
      "unknown-operation: there is no source named shlf; did you mean shelf?",
    ],
    [
      "a path that is none",
      '{ stepId: s, operationPath: "{$sourceDescriptions.shelf.url}#/paths/~1bookz/get" }',
      "unknown-operation: shelf has no operation at #/paths/~1bookz/get",
    ],
    [
      "an unknown workflow",
      "{ stepId: s, workflowId: othr }",
      "unknown-workflow: there is no workflow named othr; did you mean other?",
    ],
    [
      "an unknown step in an expression",
      "{ stepId: s, operationId: addBook, requestBody: { payload: { a: $steps.ad.outputs.id } } }",
      "unknown-step: there is no step named ad; did you mean add?",
    ],
    [
      "an unknown output of a step",
      "{ stepId: s, operationId: addBook, requestBody: { payload: { a: $steps.add.outputs.di } } }",
      "unknown-output: there is no output of step add named di; did you mean id?",
    ],
    [
      "an unknown input",
      '{ stepId: s, operationId: addBook, requestBody: { payload: "x {$inputs.sizes}" } }',
      "unknown-input: there is no input named sizes; did you mean size?",
    ],
    [
      "an unknown output of a workflow",
      "{ stepId: s, operationId: addBook, outputs: { a: $workflows.other.outputs.non } }",
      "unknown-output: there is no output of workflow other named non; did you mean none?",
    ],
    [
      "an expression that is none",
      "{ stepId: s, operationId: addBook, requestBody: { payload: { a: $answer.body } } }",
      "bad-expression: $answer.body is no runtime expression",
    ],
    [
      "a condition that is none",
      '{ stepId: s, operationId: addBook, successCriteria: [ { condition: "$statusCode = 200" } ] }',
      "bad-condition: character 13: expected a value or an operator, got = 200",
    ],
    [
      "a criterion without its context",
      "{ stepId: s, operationId: addBook, successCriteria: [ { condition: a, type: regex } ] }",
      "missing-context: a criterion of type regex needs `context`",
    ],
    [
      "a pattern that is none",
      '{ stepId: s, operationId: addBook, successCriteria: [ { context: $statusCode, condition: "(", type: regex } ] }',
      "bad-pattern: ( is no regular expression",
    ],
    [
      "XPath",
      "{ stepId: s, operationId: addBook, successCriteria: [ { context: $response.body, condition: //a, type: xpath } ] }",
      "unsupported-criterion: criteria of type xpath are not supported",
    ],
    [
      "an action that leads to an unknown step",
      "{ stepId: s, operationId: addBook, onFailure: [ { name: a, type: goto, stepId: ad } ] }",
      "unknown-step: there is no step named ad; did you mean add?",
    ],
    [
      "a goto to nowhere",
      "{ stepId: s, operationId: addBook, onSuccess: [ { name: a, type: goto } ] }",
      "action-target: an action leads to one of `stepId` and `workflowId`",
    ],
    [
      "an unknown component",
      "{ stepId: s, operationId: addBook, parameters: [ { reference: $components.parameters.pag } ] }",
      "unknown-component: there is no component of parameters named pag; there is none",
    ],
    [
      "a path parameter that is not given",
      "{ stepId: s, operationId: showBook }",
      "missing-parameter: /books/{id} needs the path parameter id",
    ],
    [
      "a path parameter that there is not",
      "{ stepId: s, operationId: addBook, parameters: [ { name: id, in: path, value: 1 } ] }",
      "unknown-parameter: /books has no path parameter id",
    ],
    [
      "a parameter of an operation without a place",
      "{ stepId: s, operationId: addBook, parameters: [ { name: id, value: 1 } ] }",
      "parameter-place: id of an operation needs `in`",
    ],
    ["an input that is not given", "{ stepId: s, workflowId: other }", "missing-input: other needs size"],
    [
      "an input that there is not",
      "{ stepId: s, workflowId: other, parameters: [ { name: size, value: 1 }, { name: siz, value: 1 } ] }",
      "unknown-input: there is no input of workflow other named siz; did you mean size?",
    ],
    [
      "a predicate that is no JSONata",
      '{ stepId: s, operationId: addBook, x-expect-webhook: { name: n, within: 1s, predicate: "body.a = " } }',
      "jsonata: must be JSONata: ",
    ],
  ] as const)("%s", ([, step, message]) => {
    const problem = problemOf(withStep(step));
    expect(problem).toContain(message);
    expect(problem).toMatch(/^10:\d+ /);
  });

  test.for([
    [
      "a step id that is there twice",
      withStep("{ stepId: add, operationId: addBook }"),
      "10:11 repeated-name: stepId add is there twice",
    ],
    [
      "a member that Arazzo does not know",
      withStep("{ stepId: s, operationId: addBook, onSucess: [] }"),
      "arazzo-shape: /workflows/0/steps/1 must NOT have additional properties: onSucess",
    ],
    [
      "a step with two targets",
      withStep("{ stepId: s, operationId: addBook, workflowId: other }"),
      "arazzo-shape: /workflows/0/steps/1 must match exactly one schema in oneOf",
    ],
    [
      "a dependency that there is not",
      "workflows: [ { workflowId: a, dependsOn: [ b ], steps: [ { stepId: s, operationId: addBook } ] } ]",
      "unknown-workflow: there is no workflow named b; did you mean a?",
    ],
    [
      "inputs that lead nowhere",
      'workflows: [ { workflowId: a, inputs: { $ref: "#/components/inputs/b" }, steps: [ { stepId: s, operationId: addBook } ] } ]',
      "dangling-reference: #/components/inputs/b leads nowhere",
    ],
  ] as const)("%s", ([, text, message]) => {
    expect(problemOf(text)).toContain(message);
  });
});

test("components, workflow-wide parameters and actions become part of each step, which may override them", () => {
  const flows = shelfFlows(`workflows:
  - workflowId: fill
    parameters: [ { name: tag, in: header, value: all }, { reference: $components.parameters.page } ]
    failureActions: [ { reference: $components.failureActions.again }, { name: stop, type: end } ]
    steps:
      - stepId: add
        operationPath: "{$sourceDescriptions.shelf.url}#/paths/~1books/post"
        parameters: [ { name: tag, in: header, value: own }, { reference: $components.parameters.size, value: 3 } ]
        onFailure: [ { name: stop, type: goto, stepId: add } ]
components:
  parameters: { page: { name: page, in: query, value: 1 }, size: { name: size, in: query, value: 9 } }
  failureActions: { again: { name: again, type: retry, retryAfter: 2, retryLimit: 4 } }
`);
  const step = flows.workflows.get("fill")?.steps[0];
  expect(step?.target).toEqual({
    kind: "operation",
    source: "shelf",
    operation: { operationId: "addBook", method: "POST", path: "/books" },
  });
  expect(step?.parameters.map(({ name, value }) => [name, value])).toEqual([
    ["tag", "own"],
    ["size", 3],
    ["page", 1],
  ]);
  expect(
    step?.onFailure.map(({ name, type, retryAfterSeconds, retryLimit }) => [name, type, retryAfterSeconds, retryLimit]),
  ).toEqual([
    ["stop", "goto", 0, 1],
    ["again", "retry", 2, 4],
  ]);
});
