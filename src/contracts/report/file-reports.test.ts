import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { reproducing } from "./commands.ts";
import { renderGithub } from "./github.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { gatherRun } from "./run-record.ts";
import { renderSarif } from "./sarif.ts";
import { aCase, aProblem, sampleRun } from "./testing/sample-run.ts";

const schemaRule = "esimaccess:esimOrder:responses:schema:200:obj.esimList[].iccid";

test("JSON has the verdict, the counts and every case in the order of the rules", () => {
  const report = JSON.parse(renderJson(sampleRun()));
  expect(report).toMatchObject({
    verdict: "fail",
    seed: 42,
    profile: "sim-full",
    target: "http://127.0.0.1:4747",
    planHash: "9f3c1a2b4d5e",
    counts: { passed: 100, failed: 5, skipped: 4, known: 1 },
    requests: 113,
    seconds: 38.2,
    warnings: 1,
  });
  const rules = report.cases.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual([...rules].sort());
  expect(report.cases.find(({ rule }: { rule: string }) => rule === "fms:emailLogin:auth:expired-token")).toMatchObject(
    {
      provider: "fms",
      operationId: "emailLogin",
      layer: "auth",
      outcome: "skipped",
      message: "the target has no clock that can be moved",
      evidence: { grade: "documented", source: ["EA-07"] },
    },
  );
  expect(report.findings.map(({ rule, count }: { rule: string; count: number }) => [rule, count])).toEqual([
    [schemaRule, 3],
    ["esimaccess:esimCancel:effects:refund", 1],
    ["fms:paymentWebhook:states:paid:refused", 1],
  ]);
});

test("JSON is the same whatever order the cases ran in", () => {
  const turned = JSON.parse(renderJson([...sampleRun()].reverse()));
  expect(turned.cases).toEqual(JSON.parse(renderJson(sampleRun())).cases);
});

test("JUnit has a suite for each operation with its seed, and a case for each rule", () => {
  const xml = renderJunit(sampleRun());
  expect(xml).toContain('<testsuites name="esim-sandbox contract" tests="110" failures="5" errors="0" skipped="5">');
  expect(xml).toContain(
    '<testsuite name="esimaccess esimOrder" time="0.04" tests="8" failures="1" errors="0" skipped="0">',
  );
  expect(xml).toContain('<property name="seed" value="42"/>');
  expect(xml).toContain('<property name="plan" value="9f3c1a2b4d5e"/>');
  expect(xml).toContain(`name="${schemaRule}"`);
  expect(xml).toContain(
    '<failure message="The ICCID of an eSIM has 18 to 20 digits, and this one has 12." type="responses">',
  );
  expect(xml).toContain("<system-out><![CDATA[1. curl -sS -X POST ");
});

test("JUnit tells why a case was skipped, whatever a target answers", () => {
  const evil = '"<skipped/>]]>\u0000&';
  const cases = [
    aCase({
      rule: "fms:login:auth:a",
      outcome: "failed",
      message: evil,
      problem: aProblem({ root: "a", message: evil, got: evil }),
    }),
    aCase({ rule: "fms:login:auth:b", outcome: "skipped", message: `no clock ${evil}` }),
    aCase({ rule: "fms:login:auth:c", outcome: "known", message: "as announced", expiresInDays: 1 }),
  ];
  const xml = renderJunit(cases.map((result) => ({ event: "case", result })));
  expect(xml).toContain('<skipped message="no clock &quot;&lt;skipped/>]]>\\u0000&amp;"/>');
  expect(xml).toContain('<skipped message="known deviation: as announced (expires in 1 day)"/>');
  expect(xml).not.toContain("\u0000");
});

test("a run that reached nothing is an error in JUnit and on GitHub", () => {
  const ended = sampleRun().flatMap((event) =>
    event.event === "run-ended" ? [{ ...event, verdict: "unreachable", message: "connection refused" } as const] : [],
  );
  expect(renderJunit(ended)).toContain('<error message="connection refused" type="unreachable"/>');
  expect(renderGithub(ended)).toEqual(["::error title=contract run unreachable::connection refused"]);
});

test("a deviation that has to go is a failure in JUnit, and an error on GitHub", () => {
  const gone = [
    { event: "deviation", rule: "fms:login:auth:a", state: "gone", message: "it keeps the rule now" },
  ] as const;
  expect(renderJunit(gone)).toContain('<failure message="it keeps the rule now" type="gone"/>');
  expect(renderGithub(gone)).toContain("::error title=fms%3Alogin%3Aauth%3Aa::deviation gone: it keeps the rule now");
});

/** What SARIF 2.1.0 demands of the parts that are used here. */
const sarifShape = {
  type: "object",
  required: ["$schema", "version", "runs"],
  properties: {
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      items: {
        type: "object",
        required: ["tool", "results", "artifacts", "invocations"],
        properties: {
          tool: {
            type: "object",
            required: ["driver"],
            properties: { driver: { type: "object", required: ["name", "rules"] } },
          },
          invocations: { type: "array", items: { type: "object", required: ["executionSuccessful"] } },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
              properties: {
                level: { enum: ["error", "warning", "note"] },
                message: { type: "object", required: ["text"] },
                ruleIndex: { type: "integer", minimum: 0 },
                occurrenceCount: { type: "integer", minimum: 1 },
                partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
                locations: {
                  type: "array",
                  minItems: 1,
                  items: {
                    type: "object",
                    required: ["physicalLocation"],
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation", "region"],
                        properties: {
                          region: { type: "object", properties: { startLine: { type: "integer", minimum: 1 } } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

test("SARIF has one result for each root cause, on the line of the specification", () => {
  const log = JSON.parse(renderSarif(sampleRun()));
  const validate = new Ajv2020().compile(sarifShape);
  expect([validate(log), validate.errors]).toEqual([true, null]);
  const [run] = log.runs;
  expect(run.results.map(({ ruleId, level }: Record<string, string>) => [level, ruleId])).toEqual([
    ["error", schemaRule],
    ["error", "esimaccess:esimCancel:effects:refund"],
    ["error", "fms:paymentWebhook:states:paid:refused"],
    ["warning", "fms:packageDetail:races:ten-readers"],
    ["note", "fms:queryOrdStatusAndEmail:responses:schema:200:data.createTime:format"],
  ]);
  expect(run.results[0]).toMatchObject({
    occurrenceCount: 3,
    partialFingerprints: { "contractRoot/v1": "esimaccess:schema #/components/schemas/Esim/properties/iccid pattern" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "spec/esimaccess/openapi.yaml" },
          region: { startLine: 812, startColumn: 7 },
        },
      },
    ],
  });
  expect(run.results[4].suppressions).toEqual([
    { kind: "external", justification: "the provider leaves out the colon of the offset (expires in 6 days)" },
  ]);
  const levels = run.tool.driver.rules.map(
    ({ defaultConfiguration }: { defaultConfiguration: { level: string } }) => defaultConfiguration.level,
  );
  expect(levels).toEqual(["error", "error", "warning", "warning", "error"]);
});

test("GitHub gets one annotation for each root cause, escaped as its commands demand", () => {
  const lines = renderGithub(sampleRun());
  expect(lines.map((line) => line.slice(0, line.indexOf(" ")))).toEqual([
    "::error",
    "::error",
    "::error",
    "::warning",
    "::warning",
    "::warning",
  ]);
  expect(lines[0]).toBe(
    '::error file=spec/esimaccess/openapi.yaml,line=812,col=7,title=esimaccess%3AesimOrder%3Aresponses%3Aschema%3A200%3Aobj.esimList[].iccid::The ICCID of an eSIM has 18 to 20 digits, and this one has 12. (seen in 3 operations)%0Aexpected 18 to 20 digits%0Agot "891000000001"',
  );
  const problem = aProblem({ root: "a", message: "100 %\n::error::injected", expected: null, got: null });
  const [, escaped] = renderGithub([
    { event: "case", result: aCase({ rule: "fms:login:auth:a,b", outcome: "failed", problem }) },
  ]);
  expect(escaped).toMatch(/title=fms%3Alogin%3Aauth%3Aa%2Cb::100 %25%0A::error::injected$/);
});

test("Markdown has findings, coverage and the matrix, and no markup of a target", () => {
  const text = renderMarkdown(sampleRun());
  expect(text).toContain("## Contract: FAIL");
  expect(text).toContain("| esimaccess | 9/10 (90 %) | 10/10 (100 %) |");
  expect(text).toContain("| esimaccess esimOrder | P 1 | P 2 | P 2 | P 1 | **F 1, P 1** |");
  expect(text).not.toContain("<script");
});

test.for([
  [
    "what was selected before is replaced",
    "esim-sandbox contract run --only 'x y' --layer auth --seed 7 --jobs=2",
    "--only 'fms:*' --seed 7",
  ],
  [
    "reports are not written again",
    "esim-sandbox contract run --seed 7 --report-html r.html",
    "--only 'fms:*' --seed 7",
  ],
  [
    "a seed that was drawn is named",
    "esim-sandbox contract run --provider fms",
    "--only 'fms:*' --provider fms --seed 42",
  ],
] as const)("in the command that repeats a case %s", ([, command, rest]) => {
  expect(reproducing({ ...gatherRun(sampleRun()), command }, "fms:*")).toBe(`esim-sandbox contract run ${rest}`);
});
