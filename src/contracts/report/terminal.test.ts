import { expect, test } from "vitest";
import type { RunEvent } from "./events.ts";
import { progressLine, renderTerminal } from "./terminal.ts";
import { aCase, anExchange, aProblem, sampleRun } from "./testing/sample-run.ts";

const same = (text: string): string => text;
const paint = { bold: same, dim: same, good: same, bad: same };
const linesOf = (events: readonly RunEvent[]): readonly string[] => renderTerminal(events, { paint });
const passing = (event: RunEvent): boolean =>
  event.event !== "case" || (event.result.outcome === "passed" && event.result.message === "");

test("the first line is the verdict, the one number, and what it took", () => {
  expect(linesOf(sampleRun())[0]).toBe(
    "FAIL 3 new (5 cases), 1 known (1 expires in 6 days), 100 passed, 4 skipped, 1 warning | 113 requests | 38 s | seed 42 | plan 9f3c1a",
  );
});

test("a passing run is told in few lines", () => {
  const ended: RunEvent = {
    event: "run-ended",
    verdict: "pass",
    message: "",
    counts: { passed: 1041, failed: 0, skipped: 0, known: 0 },
    warnings: 0,
    requests: 1412,
    wallMs: 4_240,
  };
  const events = sampleRun().filter(
    (event) => passing(event) && !["run-ended", "coverage", "deviation"].includes(event.event),
  );
  expect(linesOf([...events, ended])).toEqual(["PASS 1 041 passed | 1 412 requests | 4.2 s | seed 42 | plan 9f3c1a"]);
});

test("a finding shows what was expected and got, its calls, its place and how to run it again", () => {
  const lines = linesOf(sampleRun());
  const start = lines.findIndex((line) => line.startsWith("1. "));
  expect(lines.slice(start, start + 11)).toEqual([
    "1. esimaccess:esimOrder:responses:schema:200:obj.esimList[].iccid  seen in 3 operations",
    "   The ICCID of an eSIM has 18 to 20 digits, and this one has 12.",
    "   expected  18 to 20 digits",
    '   got       "891000000001"',
    expect.stringMatching(/^ {4}1 {2}curl -sS -X POST \S+\/esim\/order -H /),
    expect.stringMatching(/^ {7}-> 200 \{"success":true/),
    expect.stringMatching(/^ {4}2 {2}curl -sS -X POST \S+\/esim\/query -H /),
    expect.stringMatching(/^ {7}-> 200 /),
    "   seen in   esimOrder, esimQuery, esimTopup",
    "   spec      spec/esimaccess/openapi.yaml:812 (documented: EA-07)",
    "   again     esim-sandbox contract run --only 'esimaccess:esimOrder:responses:schema:200:obj.esimList[].iccid' --provider all --target http://127.0.0.1:4747 --profile sim-full --seed 42",
  ]);
});

test("what was skipped is counted by its reason, and warnings, known and unused deviations are named", () => {
  const text = linesOf(sampleRun()).join("\n");
  expect(text).toContain("Skipped\n      3  the target has no clock that can be moved\n      1  nothing can listen");
  expect(text).toContain("fms:packageDetail:races:ten-readers: two of ten answers");
  expect(text).toContain("the provider leaves out the colon of the offset (expires in 6 days)");
  expect(text).toContain("deviation unused fms:packageDetail:responses:schema:200:data.price: no case");
});

test("nothing that a target answers reaches the terminal as a control character", () => {
  const evil = "\u001b]0;owned\u0007\r\nPASS\u202e";
  const problem = aProblem({
    root: evil,
    message: evil,
    got: evil,
    exchanges: [anExchange({ answer: evil, body: evil })],
  });
  const rule = "esimaccess:esimQuery:responses:schema";
  const lines = linesOf([{ event: "case", result: aCase({ rule, outcome: "failed", message: evil, problem }) }]);
  expect(lines.filter((line) => /[\p{Cc}\u202e]/u.test(line))).toEqual([]);
});

test("a stream that was cut off is told as unfinished, with the counts of what it has", () => {
  const [first = "", second] = linesOf(sampleRun().filter(({ event }) => event !== "run-ended"));
  expect(first).toMatch(/^UNFINISHED 3 new \(5 cases\), 1 known .* 100 passed, 4 skipped, 1 warning \|/);
  expect(second).toContain("the run was stopped before its end");
});

test("progress is one line; other events change nothing in it", () => {
  const event = { event: "progress", done: 40, of: 1200, requests: 1, now: "esimOrder\nstates" } as const;
  expect(progressLine(event)).toBe("  3 % | 40 of 1 200 cases, 1 request | esimOrder\\nstates");
  expect(sampleRun().filter((one) => progressLine(one) !== null).length).toBe(1);
});
