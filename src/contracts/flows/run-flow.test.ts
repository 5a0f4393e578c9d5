import { describe, expect, test } from "vitest";
import { runFlow } from "./run-flow.ts";
import { type ShelfAnswer, shelfFlows, shelfWorld } from "./testing/shelf-flows.ts";

/** A file with one workflow of these steps. */
function flowOf(steps: string, more = ""): ReturnType<typeof shelfFlows> {
  const lines = steps
    .trim()
    .split("\n")
    .map((line) => `      ${line}`);
  return shelfFlows(`workflows:\n  - workflowId: main\n    steps:\n${lines.join("\n")}\n${more}`);
}

const OK = "successCriteria: [ { condition: $statusCode == 200 } ]";
const DONE = "successCriteria: [ { condition: $response.body#/done == true } ]";
const [done, busy]: readonly [ShelfAnswer, ShelfAnswer] = [{ body: { done: true } }, { body: { done: false } }];

describe("a request", () => {
  test("has path, query, header and cookie parameters and a filled body, whose replacements come last", async () => {
    const flows = flowOf(`
- stepId: one
  operationId: showBook
  parameters:
    - { name: id, in: path, value: "a/{$inputs.n}" }
    - { name: tag, in: query, value: [ x, "y&z" ] }
    - { name: X-Tag, in: header, value: $inputs.n }
    - { name: session, in: cookie, value: "a b" }
  requestBody:
    payload: { n: $inputs.n, list: [ { deep: 1 } ] }
    replacements: [ { target: /list/0/deep, value: $inputs.n }, { target: /n, value: "{$inputs.n}!" } ]
  outputs: { sent: $request.body#/n, tag: $request.query.tag, header: $request.header.x-tag }`);
    const { ports, calls } = shelfWorld([{}]);
    const run = await runFlow(flows, "main", { n: 5 }, ports);
    expect(calls).toEqual([
      {
        operationId: "showBook",
        method: "GET",
        path: "/books/a%2F5?tag=x&tag=y%26z",
        headers: { "X-Tag": "5", Cookie: "session=a%20b", "Content-Type": "application/json" },
        body: '{"n":"5!","list":[{"deep":5}]}',
      },
    ]);
    expect([run.ok, run.problem]).toEqual([true, null]);
  });

  test.for([
    ["a form", "application/x-www-form-urlencoded", "{ a: 1, b: x y }", "a=1&b=x+y"],
    ["a text", "text/plain", '"n is {$inputs.n}"', "n is 5"],
    ["a template of JSON", "application/json", `'{"n": {$inputs.n}}'`, '{"n": 5}'],
    ["an empty object", "application/json", "{}", "{}"],
  ] as const)("may be %s", async ([, contentType, payload, body]) => {
    const flows = flowOf(`
- stepId: one
  operationId: addBook
  requestBody: { contentType: ${contentType}, payload: ${payload} }`);
    const { ports, calls } = shelfWorld([{}]);
    await runFlow(flows, "main", { n: 5 }, ports);
    expect([calls[0]?.headers["Content-Type"], calls[0]?.body]).toEqual([contentType, body]);
  });

  test("with a value that is not there is not sent", async () => {
    const flows = flowOf("- { stepId: one, operationId: addBook, requestBody: { payload: { a: $inputs.gone } } }");
    const { ports, calls } = shelfWorld([{}]);
    const { problem } = await runFlow(flows, "main", {}, ports);
    expect([problem, calls]).toEqual(["step one: $inputs.gone has no value", []]);
  });
});

describe("a step", () => {
  test.for([
    ["whose criteria hold", `, ${DONE}`, done, null],
    [
      "with a criterion that does not",
      `, ${DONE}`,
      busy,
      "step one: $response.body#/done == true does not hold: $response.body#/done was false",
    ],
    [
      "with a pattern that fits",
      ", successCriteria: [ { context: $response.body#/id, type: regex, condition: ^B\\d+$ } ]",
      { body: { id: "B12" } },
      null,
    ],
    [
      "with a pattern that does not",
      ", successCriteria: [ { context: $response.body#/id, type: regex, condition: ^B\\d+$ } ]",
      { body: { id: "b12" } },
      'step one: ^B\\d+$ does not hold: $response.body#/id was "b12"',
    ],
    [
      "with a JSONPath that finds something",
      ', successCriteria: [ { context: $response.body, type: jsonpath, condition: "$.rows[?@.n == 2]" } ]',
      { body: { rows: [{ n: 2 }] } },
      null,
    ],
    ["without criteria and with a success", "", { status: 204 }, null],
    ["without criteria and with a refusal", "", { status: 404 }, "step one: the answer has the status 404"],
    [
      "whose output is not there",
      ", outputs: { id: $response.body#/id }",
      {},
      "step one: the outputs $response.body#/id are not there",
    ],
    ["without an answer", `, ${OK}`, new Error("connection reset"), "step one: no answer came: connection reset"],
  ] as const)("%s", async ([, more, answer, problem]) => {
    const flows = flowOf(`- { stepId: one, operationId: listBooks${more} }`);
    const run = await runFlow(flows, "main", {}, shelfWorld([answer]).ports);
    expect([run.ok, run.problem]).toEqual([problem === null, problem]);
  });

  test("that fails ends the workflow, and the exchanges tell how", async () => {
    const flows = flowOf(`
- { stepId: one, operationId: listBooks, ${DONE} }
- { stepId: two, operationId: listBooks }`);
    const { ports, calls } = shelfWorld([busy]);
    const run = await runFlow(flows, "main", {}, ports);
    expect(calls).toHaveLength(1);
    expect(run.steps).toMatchObject([
      { stepId: "one", ok: false, exchanges: [{ source: "shelf", answer: { status: 200, body: { done: false } } }] },
    ]);
  });
});

describe("a retry", () => {
  const retry = (limit: number, more = ""): string => `
- stepId: one
  operationId: listBooks
  ${DONE}
  onFailure: [ { name: again, type: retry, retryAfter: 1.5, retryLimit: ${limit}${more} } ]`;

  test.for([
    ["until the step succeeds", [busy, busy, done], 5, 3, [1.5, 1.5], true],
    ["as often as its limit says", [busy], 2, 3, [1.5, 1.5], false],
    ["never with a limit of nought", [busy], 0, 1, [], false],
    ["after the time that the server asks for", [{ ...busy, headers: { "retry-after": "7" } }, done], 2, 2, [7], true],
    [
      "after its own time where the server names a date",
      [{ ...busy, headers: { "retry-after": "Thu, 01 Jan 2026 00:00:00 GMT" } }, done],
      2,
      2,
      [1.5],
      true,
    ],
    ["after a lost answer too", [new Error("reset"), done], 2, 2, [1.5], true],
  ] as const)("happens %s", async ([, answers, limit, count, waited, ok]) => {
    const { ports, calls, waits } = shelfWorld(answers);
    const run = await runFlow(flowOf(retry(limit)), "main", {}, ports);
    expect([calls.length, waits, run.ok, run.steps.length, run.steps[0]?.exchanges.length]).toEqual([
      count,
      waited,
      ok,
      1,
      count,
    ]);
  });

  test("happens once where no limit is given", async () => {
    const flows = flowOf(`
- stepId: one
  operationId: listBooks
  ${DONE}
  onFailure: [ { name: again, type: retry } ]`);
    const { ports, calls, waits } = shelfWorld([busy]);
    await runFlow(flows, "main", {}, ports);
    expect([calls.length, waits]).toEqual([2, []]);
  });

  test("may run another step before each try", async () => {
    const flows = flowOf(`
- { stepId: tidy, operationId: addBook }
- stepId: one
  operationId: listBooks
  ${DONE}
  onFailure: [ { name: again, type: retry, stepId: tidy } ]`);
    const { ports, calls } = shelfWorld([{}, busy, {}, done]);
    const run = await runFlow(flows, "main", {}, ports);
    expect([calls.map(({ method }) => method), run.ok]).toEqual([["POST", "GET", "POST", "GET"], true]);
  });

  test("must be used up before the next action counts", async () => {
    const flows = flowOf(`
- stepId: one
  operationId: listBooks
  ${DONE}
  onFailure: [ { name: again, type: retry }, { name: on, type: goto, stepId: three } ]
- { stepId: two, operationId: addBook }
- { stepId: three, operationId: listBooks }`);
    const { ports, calls } = shelfWorld([busy]);
    const run = await runFlow(flows, "main", {}, ports);
    expect([calls.map(({ method }) => method), run.ok]).toEqual([["GET", "GET", "GET"], true]);
  });
});

describe("an action", () => {
  test.for([
    [
      "the first whose criteria hold is taken",
      "{ name: a, type: end, criteria: [ { condition: $statusCode == 500 } ] }, { name: b, type: goto, stepId: three }",
      2,
      true,
    ],
    [
      "all criteria must hold",
      '{ name: a, type: end, criteria: [ { condition: $statusCode == 200 }, { condition: "false" } ] }',
      3,
      true,
    ],
    ["`end` stops with success", "{ name: a, type: end }", 1, true],
    ["`goto` another workflow ends this one", "{ name: a, type: goto, workflowId: other }", 2, true],
  ] as const)("on success: %s", async ([, actions, count, ok]) => {
    const flows = flowOf(
      `
- { stepId: one, operationId: listBooks, onSuccess: [ ${actions} ] }
- { stepId: two, operationId: listBooks }
- { stepId: three, operationId: listBooks }`,
      "  - { workflowId: other, steps: [ { stepId: last, operationId: addBook } ] }",
    );
    const { ports, calls } = shelfWorld([{}]);
    const run = await runFlow(flows, "main", {}, ports);
    expect([calls.length, run.ok]).toEqual([count, ok]);
  });

  test("on failure: `end` fails the workflow, whose outputs so far are given", async () => {
    const flows = shelfFlows(`workflows:
  - workflowId: main
    steps:
      - { stepId: one, operationId: listBooks, outputs: { id: $response.body#/id } }
      - { stepId: two, operationId: listBooks, outputs: { id: $response.body#/id }, onFailure: [ { name: a, type: end } ], ${DONE} }
    outputs: { first: $steps.one.outputs.id, second: $steps.two.outputs.id }
`);
    const run = await runFlow(flows, "main", {}, shelfWorld([{ body: { id: 4 } }]).ports);
    expect([run.ok, run.outputs]).toEqual([false, { first: 4 }]);
  });

  test("two steps that lead to each other for ever end as a failure", async () => {
    const flows = flowOf(`
- { stepId: one, operationId: listBooks }
- { stepId: two, operationId: listBooks, onSuccess: [ { name: a, type: goto, stepId: one } ] }`);
    const { problem } = await runFlow(flows, "main", {}, shelfWorld([{}]).ports);
    expect(problem).toContain("has taken 1000 steps and does not end");
  });
});

describe("other workflows", () => {
  const lender = `workflows:
  - workflowId: main
    dependsOn: [ prepare ]
    steps:
      - stepId: lend
        workflowId: part
        parameters: [ { name: size, value: $inputs.size } ]
        successCriteria: [ { condition: $outputs.id > 1 } ]
        outputs: { id: $outputs.id }
    outputs: { id: $steps.lend.outputs.id, prepared: $workflows.prepare.outputs.at, asked: $workflows.part.inputs.size }
  - workflowId: prepare
    steps: [ { stepId: p, operationId: listBooks, outputs: { at: $response.body#/id } } ]
    outputs: { at: $steps.p.outputs.at }
  - workflowId: part
    inputs: { type: object, required: [ size ], properties: { size: { type: integer }, tone: { default: low } } }
    steps:
      - stepId: q
        operationId: addBook
        requestBody: { payload: { size: $inputs.size, tone: $inputs.tone } }
        outputs: { id: $response.body#/id }
    outputs: { id: $steps.q.outputs.id }
`;

  test("are run as steps and as dependencies, with inputs, defaults and outputs", async () => {
    const { ports, calls } = shelfWorld([{ body: { id: 1 } }, { body: { id: 2 } }]);
    const run = await runFlow(shelfFlows(lender), "main", { size: 6 }, ports);
    expect(calls.map(({ body }) => body)).toEqual([null, '{"size":6,"tone":"low"}']);
    expect([run.ok, run.outputs]).toEqual([true, { id: 2, prepared: 1, asked: 6 }]);
    expect(run.steps.map(({ workflowId, stepId }) => `${workflowId}.${stepId}`)).toEqual([
      "prepare.p",
      "main.lend",
      "part.q",
    ]);
  });

  test.for([
    [
      "their failure",
      [{ body: { id: 1 } }, { status: 500, body: { id: 2 } }],
      6,
      "step lend: step q: the answer has the status 500",
    ],
    ["a dependency that fails", [{ status: 500 }], 6, "main depends on prepare: step p: the answer has the status 500"],
    ["an input that they need", [{ body: { id: 1 } }], null, "step lend: $inputs.size has no value"],
    [
      "a criterion about their outputs",
      [{ body: { id: 1 } }],
      6,
      "step lend: $outputs.id > 1 does not hold: $outputs.id was 1",
    ],
  ] as const)("fail the caller by %s", async ([, answers, size, problem]) => {
    const run = await runFlow(shelfFlows(lender), "main", size === null ? {} : { size }, shelfWorld(answers).ports);
    expect(run.problem).toBe(problem);
  });

  test("that call themselves are stopped", async () => {
    const flows = shelfFlows("workflows: [ { workflowId: main, steps: [ { stepId: s, workflowId: main } ] } ]");
    const { problem } = await runFlow(flows, "main", {}, shelfWorld([{}]).ports);
    expect(problem).toContain("workflows call each other in a circle");
  });

  test("without an input that they require are not begun", async () => {
    const { problem } = await runFlow(shelfFlows(lender), "part", {}, shelfWorld([{}]).ports);
    expect(problem).toBe("part needs the inputs size");
  });
});

describe("an expected notification", () => {
  const expecting = `
- stepId: one
  operationId: addBook
  outputs: { id: $response.body#/id }
  x-expect-webhook: { name: added, within: 60s, predicate: 'body.id = "{$response.body#/id}"' }`;

  test("is awaited with its predicate filled, quotes and all", async () => {
    const { ports, awaited } = shelfWorld([{ body: { id: 'a"b' } }]);
    const run = await runFlow(flowOf(expecting), "main", {}, ports);
    expect([run.ok, awaited]).toEqual([true, [{ name: "added", within: "60s", predicate: 'body.id = "a\\"b"' }]]);
  });

  test("that does not come fails the step", async () => {
    const more = { awaitWebhook: () => Promise.resolve("nothing arrived") };
    const run = await runFlow(flowOf(expecting), "main", {}, shelfWorld([{ body: { id: "a" } }], more).ports);
    expect(run.problem).toBe("step one: the notification added did not come: nothing arrived");
  });
});
