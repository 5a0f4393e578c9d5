import { expect, test } from "vitest";
import type { RunEvent } from "./report/events.ts";
import { type RunSummary, runContract } from "./run-contract.ts";

async function run(only: string, mutant?: string): Promise<RunSummary & { readonly events: readonly RunEvent[] }> {
  const events: RunEvent[] = [];
  const target = { kind: "in-process", ...(mutant === undefined ? {} : { mutant }) } as const;
  const options = { providers: ["esimaccess"], profile: "sim-full", seed: 1, only: [only], target } as const;
  return { ...(await runContract(options, (event) => events.push(event))), events };
}

const failedIn = ({ results }: RunSummary): string[] =>
  results.filter(({ outcome }) => outcome === "failed").map(({ rule }) => rule);

test("a sandbox that keeps its contract passes", async () => {
  const passed = await run("esimaccess:balanceQuery:*");
  expect([passed.verdict, passed.exitCode, failedIn(passed)]).toEqual(["pass", 0, []]);
  expect(passed.results.length).toBeGreaterThan(20);
});

test.for([
  ["an order that is not paid", "MON-01", "esimaccess:esimOrder:effects:money", "esimaccess:esimOrder:effects:money"],
  ["a missing member", "SCR-01", "esimaccess:balanceQuery:*", "esimaccess:balanceQuery:responses:schema"],
  [
    "a second order for one key",
    "IDE-01",
    "esimaccess:esimOrder:effects:repeated",
    "esimaccess:esimOrder:effects:repeated",
  ],
] as const)("%s fails the rule that it breaks", async ([, mutant, only, rule]) => {
  const failed = await run(only, mutant);
  expect([failed.verdict, failed.exitCode, failedIn(failed).includes(rule)]).toEqual(["fail", 1, true]);
});

test("a failure is told in one sentence, with what was expected, what came, and the calls that show it", async () => {
  const { results } = await run("esimaccess:esimOrder:effects:money", "MON-01");
  const problem = results.find(({ outcome }) => outcome === "failed")?.problem;
  expect(problem).toMatchObject({ message: "the wallet changes by exactly what esimOrder costs", got: "0" });
  expect(problem?.exchanges.some(({ operationId }) => operationId === "esimOrder")).toBe(true);
  expect(JSON.stringify(problem)).not.toContain("test-access-code");
});

test("two generated sequences with the same name are two lives: with this seed the second one begins where the first one ended", async () => {
  const options = { providers: ["fms"], profile: "sim-full", seed: 18, target: { kind: "in-process" } } as const;
  const only = ["fms:*:model:*", "fms:*:effects:history-*"];
  expect(failedIn(await runContract({ ...options, only }, () => undefined))).toEqual([]);
});

test("a run without a case to judge does not pass", async () => {
  const empty = await run("esimaccess:noSuchOperation:*");
  expect([empty.verdict, empty.exitCode]).toEqual(["empty", 1]);
});

test("a target that is not there is unreachable, which is no contract failure", async () => {
  const target = { kind: "url", url: "http://127.0.0.1:9", credentials: { esimaccess: { accessCode: "x" } } } as const;
  const options = { providers: ["esimaccess"], profile: "live-read", seed: 1, target } as const;
  const { verdict, exitCode, results } = await runContract(options, () => undefined);
  expect([verdict, exitCode, results]).toEqual(["unreachable", 3, []]);
});
