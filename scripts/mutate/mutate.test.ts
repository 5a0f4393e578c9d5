import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { CaseResult, RunEvent } from "../../src/contracts/report/events.ts";
import { catalogue, mutantOf } from "../../src/simulator/mutants/index.ts";
import { choose, classOf, unknownNames } from "./choose.ts";
import { failAlike, fits, type Judgement, judge } from "./judge.ts";
import { Records } from "./records.ts";
import { type EndedRun, lineOf, readRun } from "./run-lines.ts";
import { median, scoreTable } from "./table.ts";

const DEBIT = "esimaccess:esimOrder:effects:debit";
const OTHER = "esimaccess:packageList:positives:usual";
const place = { file: "spec/esimaccess/overlay.yaml", line: 1, column: 1 };

function caseOf(rule: string, outcome: CaseResult["outcome"], root = rule): CaseResult {
  const problem = { message: "not so", expected: null, got: null, root, place, exchanges: [] };
  return {
    rule,
    provider: "esimaccess",
    operationId: rule.split(":")[1] ?? "",
    layer: "effects",
    says: "a rule",
    outcome,
    evidence: { grade: "documented", source: [] },
    needs: [],
    cost: "none",
    place,
    message: outcome === "failed" ? "not so" : "",
    problem: outcome === "failed" ? problem : null,
    requests: 1,
    wallMs: 1,
  };
}

function runOf(results: readonly CaseResult[]): EndedRun {
  const counts = { passed: 0, failed: 0, skipped: 0, known: 0 };
  const events: readonly RunEvent[] = [
    {
      event: "run-started",
      target: "in-process",
      profile: "sim-full",
      seed: 1,
      planHash: "abc",
      cases: 1,
      providers: [],
      command: "",
    },
    ...results.map((result) => ({ event: "case", result }) as const),
    {
      event: "run-ended",
      verdict: "fail",
      message: "",
      counts,
      warnings: 0,
      requests: 7,
      wallMs: 1234,
    },
  ];
  const lines = events.flatMap((event) => lineOf(event) ?? []).map((line) => `${JSON.stringify(line)}\n`);
  const run = readRun(`noise of a library\n${lines.join("")}`);
  if (run === null) throw new Error("the lines hold a whole run");
  return run;
}

function debitMutant(): Parameters<typeof judge>[0] {
  const mutant = mutantOf("MON-01");
  if (mutant === null) throw new Error("MON-01 is in the catalogue");
  return { mutant, provider: "esimaccess" };
}

const plain = runOf([caseOf(DEBIT, "passed"), caseOf(OTHER, "failed")]);

test.for([
  ["a case that fails only with the mutant kills it", [caseOf(DEBIT, "failed")], "killed", true],
  ["a case that fails without it too does not", [caseOf(OTHER, "failed")], "survived", false],
  ["a case that is new does not", [caseOf("esimaccess:x:effects:new", "failed")], "survived", false],
  ["a skipped case does not", [caseOf(DEBIT, "skipped")], "survived", false],
] as const)("%s", ([, results, outcome, isAttributed]) => {
  expect(judge(debitMutant(), plain, runOf(results))).toMatchObject({
    outcome,
    isAttributed,
    requests: 7,
    seconds: 1.2,
  });
});

test("a kill by a rule that the mutant does not break is not attributed", () => {
  const both = runOf([caseOf(DEBIT, "passed"), caseOf(OTHER, "passed")]);
  const judged = judge(debitMutant(), both, runOf([caseOf(OTHER, "failed")]));
  expect(judged).toMatchObject({ outcome: "killed", isAttributed: false, findings: 1 });
});

test("failures with one root are one finding", () => {
  const passed = runOf(["a", "b", "c"].map((name) => caseOf(`esimaccess:esimOrder:effects:${name}`, "passed")));
  const failed = ["a", "b", "c"].map((name) => caseOf(`esimaccess:esimOrder:effects:${name}`, "failed", "one root"));
  expect(judge(debitMutant(), passed, runOf(failed))).toMatchObject({ findings: 1, rules: { length: 3 } });
});

test("a suite that does not come to its end is no kill", () => {
  const judged = judge(debitMutant(), plain, { kind: "timeout", detail: "not done within 120 s" });
  expect(judged).toMatchObject({ outcome: "broken", detail: "timeout: not done within 120 s" });
  expect(readRun('{"line":"started","planHash":"abc","cases":1}\n')).toBeNull();
});

test("runs are alike that fail the same rules, whatever fails without the mutant", () => {
  const failing = runOf([caseOf(DEBIT, "failed"), caseOf(OTHER, "passed")]);
  expect(failAlike(plain, failing, runOf([caseOf(OTHER, "failed"), caseOf(DEBIT, "failed")]))).toBe(true);
  expect(failAlike(plain, failing, runOf([caseOf(DEBIT, "passed")]))).toBe(false);
  expect(failAlike(plain, failing, { kind: "timeout", detail: "" })).toBe(false);
});

test.for([
  ["*:esimOrder:effects:*", DEBIT, true],
  ["*:*:webhooks:*", "esimaccess:orderStatus:webhooks:retry:500", true],
  ["*:esimOrder:effects:*", "esimaccess:esimOrder:races:debit", false],
  ["*:*:*:*", DEBIT, true],
  ["esimaccess:a.b:*", "esimaccess:axb:effects", false],
] as const)("the pattern %s and the rule %s", ([pattern, rule, expected]) => {
  expect(fits(pattern, rule)).toBe(expected);
});

test("a sample is the same each time and has something of every class", () => {
  const choice = { only: [], provider: null, sample: 20 };
  const sample = choose(catalogue, choice);
  expect(sample).toEqual(choose(catalogue, choice));
  expect(sample).toHaveLength(20);
  const classes = catalogue.map(({ id }) => classOf(id)).filter((name) => name !== "N");
  expect([...new Set(sample.map(({ mutant }) => classOf(mutant.id)))]).toEqual([...new Set(classes)]);
});

test("classes and ids can be named, and a provider", () => {
  const chosen = choose(catalogue, { only: ["MON-17", "WEB"], provider: "fms", sample: null });
  expect(chosen.map(({ mutant }) => mutant.id)).toEqual(["MON-17"]);
  expect(unknownNames(["MON", "N-01", "XXX"], catalogue)).toEqual(["XXX"]);
});

test("a judgement is kept per mutant, provider and plan", () => {
  const root = mkdtempSync(join(tmpdir(), "mutation-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const chosen = debitMutant();
  const judged = judge(chosen, plain, runOf([caseOf(DEBIT, "failed")]));
  const records = new Records(root, "abc");
  expect(records.read(chosen)).toBeNull();
  records.write(chosen, judged);
  expect([records.read(chosen), new Records(root, "def").read(chosen)]).toEqual([judged, null]);
  writeFileSync(join(root, "abc", "MON-01.esimaccess.json"), "{");
  expect(records.read(chosen)).toBeNull();
});

test("the table has a line per class and names what survived and what was flagged", () => {
  const common = {
    provider: "esimaccess",
    isAttributed: false,
    findings: 0,
    rules: [],
    requests: 10,
    seconds: 1,
    detail: "",
    reproduced: null,
  } as const;
  const reproduced = { same: 19, of: 20 };
  const judgements: readonly Judgement[] = [
    { ...common, id: "MON-01", outcome: "killed", isAttributed: true, findings: 2, reproduced },
    { ...common, id: "MON-02", outcome: "survived" },
    { ...common, id: "WEB-01", outcome: "broken", detail: "timeout" },
    { ...common, id: "N-01", outcome: "killed", rules: [OTHER], detail: "not so" },
  ];
  expect(scoreTable(judgements)).toBe(`class  applicable    killed  attributed  findings  requests  seconds
MON             2  1 (50 %)   1 (100 %)         2        10        1
WEB             1   0 (0 %)       0 (-)         0        10        1
all             3  1 (33 %)   1 (100 %)         2        10        1
survived:
  MON-02 esimaccess
runs of one seed that fail the same rules:
  MON-01 esimaccess: 19 of 20
no verdict:
  WEB-01 esimaccess: timeout
neutral changes flagged: 1 of 1
  N-01 esimaccess: ${OTHER} not so`);
  expect(median([])).toBe(0);
});
