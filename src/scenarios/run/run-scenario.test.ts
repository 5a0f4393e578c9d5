import { expect, test } from "vitest";
import { type Scenario, ScenarioRefused } from "../format/scenario.ts";
import { renderScenarioJunit } from "../report/junit.ts";
import { verdictLines } from "../report/timeline-lines.ts";
import { runScenario, type ScenarioResult } from "./run-scenario.ts";

const ORDER = { transactionId: "shop-1", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] };

/** A scenario of eSIM Access with these steps, and changed as given. */
function scenarioOf(steps: Scenario["steps"], changes: Partial<Scenario> = {}): Scenario {
  return { name: "made", says: "Made in code.", providers: ["esimaccess"], steps, ...changes };
}

function problemsOf({ steps, closing }: ScenarioResult): string[] {
  return [...steps, ...closing].flatMap(({ problems }) => problems);
}

// The first of all compiles the contracts.
test("a scenario made in code is played and told step by step", { timeout: 30_000 }, async () => {
  const result = await runScenario(
    scenarioOf([
      {
        name: "order",
        do: { call: "esimOrder", body: ORDER },
        save: { orderNo: "obj.orderNo" },
        expect: { money: { spends: 7000 } },
      },
      {
        at: "order + 2s",
        do: { call: "esimQuery", body: { orderNo: "${orderNo}" } },
        expect: { members: { "obj.esimList": { count: 1 } } },
      },
    ]),
  );
  expect(result).toMatchObject({ verdict: "passed", target: "in-process", seed: 1, tenant: "scenario-made" });
  expect(result.steps.map(({ verdict, number }) => [number, verdict])).toEqual([
    [1, "passed"],
    [2, "passed"],
  ]);
  expect(
    result.timeline.filter(({ kind }) => kind === "fired").map(({ at, text }) => [at - result.beginsAt, text]),
  ).toEqual([
    [0, "order-placed provider=esimaccess orderNumber=B26010100000000 charged=7000 count=1"],
    [2000, "order-allocated provider=esimaccess orderNumber=B26010100000000"],
  ]);
});

test.for<[string, Scenario["steps"], Partial<Scenario>, string]>([
  [
    "an answer is a refusal that nobody expects",
    [{ do: { call: "esimOrder", body: {} } }],
    {},
    "the answer must be a success, got HTTP 200",
  ],
  [
    "a refusal is expected and does not come",
    [{ do: { call: "balanceQuery" }, expect: { success: false } }],
    {},
    "the answer must be a refusal, got",
  ],
  [
    "another code comes",
    [{ do: { call: "esimOrder", body: {} }, expect: { code: "200007" } }],
    {},
    "the code must be 200007, got",
  ],
  [
    "another status comes",
    [{ do: { call: "balanceQuery" }, expect: { status: 500 } }],
    {},
    "the status must be 500, got 200",
  ],
  [
    "an answer comes that must not",
    [{ do: { call: "balanceQuery" }, expect: { answer: "none" } }],
    {},
    "no answer must come, got HTTP 200",
  ],
  [
    "a member differs",
    [{ do: { call: "balanceQuery" }, expect: { members: { "obj.balance": 1 } } }],
    {},
    "obj.balance must be 1, got 10000000",
  ],
  [
    "the wallet changes by something else",
    [{ do: { call: "esimOrder", body: ORDER }, expect: { money: 0 } }],
    {},
    "the wallet must change by 0, got -7000",
  ],
  [
    "a webhook does not come",
    [
      { do: { call: "webhookSave", body: { webhook: "${receiver.url}" } } },
      { expect: { webhooks: [{ type: "ORDER_STATUS", within: "1h" }] } },
    ],
    {},
    "at least one ORDER_STATUS must arrive within 1h, got 0",
  ],
  [
    "a journal entry is missing",
    [{ expect: { journal: [{ kind: "order-placed", count: 1 }] } }],
    {},
    "the journal must have 1 order-placed, got 0",
  ],
  [
    "a mail is missing",
    [{ expect: { mails: [{ to: "traveller@example.com" }] } }],
    {},
    "at least one mail to traveller@example.com must be sent, got 0",
  ],
  [
    "something that is waited for does not happen",
    [{ when: { happened: "esim-expired", within: "2d" } }],
    {},
    "esim-expired must happen within 2d",
  ],
  [
    "a step lies in the past",
    [{ at: "2h" }, { at: "1h" }],
    {},
    "it stands at 2026-01-01T02:00:00.000Z already and never goes back",
  ],
  [
    "nothing is there to save",
    [{ do: { call: "balanceQuery" }, save: { x: "obj.nothing" } }],
    {},
    "the answer must have obj.nothing to save as x",
  ],
  [
    "a control call is refused",
    [{ do: { device: "attach", esim: "nobody" } }],
    {},
    "the answer must be a success, got HTTP 404 unknown-esim",
  ],
  [
    "a fault never strikes",
    [{ at: "1h" }],
    { faults: [{ provider: "esimaccess", phase: "before", effect: { kind: "reset" } }] },
    "the fault fault-1",
  ],
  [
    "a law is broken",
    [{ do: { call: "balanceQuery" } }],
    { laws: ["never balanceQuery"] },
    '"never balanceQuery": balanceQuery happened',
  ],
])("a run fails when %s", async ([, steps, changes, told]) => {
  const result = await runScenario(scenarioOf(steps, changes));
  expect(result.verdict).toBe("failed");
  expect(problemsOf(result).join()).toContain(told);
});

test("after a failed step nothing more is done", async () => {
  const result = await runScenario(
    scenarioOf([{ do: { call: "esimOrder", body: {} } }, { do: { call: "esimOrder", body: ORDER } }]),
  );
  expect(result.steps.map(({ verdict }) => verdict)).toEqual(["failed", "skipped"]);
  expect(result.journal).not.toContain("order-placed");
  const [head = "", problem = ""] = verdictLines(result);
  expect(head).toContain("FAILED made (0 of 2 steps");
  expect(problem).toContain("made#/steps/0:1:1: esimOrder {}: the answer must be a success");
});

test("verdicts are written as JUnit XML, with the timeline of what failed", async () => {
  const good = await runScenario(scenarioOf([{ says: "all <well>", do: { call: "balanceQuery" } }]));
  const bad = await runScenario(scenarioOf([{ do: { call: "balanceQuery" }, expect: { status: 500 } }, { at: "1h" }]));
  const xml = renderScenarioJunit([good, bad]);
  expect(xml).toContain('tests="3"');
  expect(xml).toContain("1. all &lt;well");
  expect(xml).toContain("the status must be 500, got 200");
  expect(xml).toContain("<skipped/>");
  expect(xml).toContain("> balanceQuery -> HTTP 200");
});

test("a wrong scenario is refused before a sandbox is opened", async () => {
  await expect(runScenario(scenarioOf([{ at: "nowhere + 1s" }]))).rejects.toThrow(ScenarioRefused);
});

test("what the sandbox refuses of a scenario's faults is shown at its place", async () => {
  const faults: Scenario["faults"] = [{ provider: "esimaccess", phase: "before", effect: { kind: "provider-error" } }];
  const refused: unknown = await runScenario(scenarioOf([{ at: "1h" }], { faults })).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    problems: [{ file: "made#/faults/0/effect/code", rule: expect.stringMatching(/fault/) }],
  });
});

test("another seed gives other numbers, the same seed the same journal", async () => {
  const scenario = scenarioOf([{ do: { call: "esimOrder", body: ORDER } }, { at: "1h", do: { control: "listEsims" } }]);
  const [one, same, other] = [
    await runScenario(scenario),
    await runScenario(scenario),
    await runScenario(scenario, { seed: 9 }),
  ];
  expect(same.journal).toBe(one.journal);
  expect(one.timeline.at(-1)?.text).not.toBe(other.timeline.at(-1)?.text);
});
