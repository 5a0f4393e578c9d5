import { expect, test } from "vitest";
import { createSimulator } from "../simulator/index.ts";
import {
  readScenarioFile,
  runScenario,
  type ScenarioResult,
  scenarioPath,
  shippedNames,
  verdictLines,
} from "./index.ts";
import { brokenExpectations } from "./testing/broken-expectations.ts";

const RUNS = 20;

/** Each of these uses what could make a journal differ: webhooks, faults, devices, both providers. */
const REPEATED = ["top-up-races-exhaustion", "webhook-late", "paid-but-lost", "fms-notice-twice"] as const;

function play(name: string): Promise<ScenarioResult> {
  return runScenario(readScenarioFile(scenarioPath(name)));
}

test("all scenarios that come with the package pass, in under 30 seconds together", async () => {
  const startedAt = performance.now();
  const failed: string[] = [];
  for (const name of shippedNames()) {
    const result = await play(name);
    if (result.verdict === "failed") failed.push(...verdictLines(result));
  }
  expect(failed).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(30_000);
});

test.each(REPEATED)(`%s gives the same journal, byte for byte, in each of ${RUNS} runs`, async (name) => {
  const first = await play(name);
  expect(first.journal.split("\n").length).toBeGreaterThan(5);
  for (let run = 1; run < RUNS; run += 1) expect((await play(name)).journal).toBe(first.journal);
});

test("every scenario gives the same journal and timeline in a second run", async () => {
  for (const name of shippedNames()) {
    const [first, second] = [await play(name), await play(name)];
    expect(second.journal).toBe(first.journal);
    expect(second.timeline.map(({ at, kind }) => [at, kind])).toEqual(first.timeline.map(({ at, kind }) => [at, kind]));
  }
});

test("every single expectation can fail: turned into its opposite, it fails the run", async () => {
  const scenarios = shippedNames().map((name) => readScenarioFile(scenarioPath(name)).scenario);
  const broken = scenarios.flatMap(brokenExpectations);
  const unnoticed: string[] = [];
  for (const { what, scenario } of broken) {
    if ((await runScenario(scenario)).verdict === "passed") unnoticed.push(what);
  }
  expect(unnoticed).toEqual([]);
  expect(broken.length).toBeGreaterThan(200);
});

test("a scenario leaves the same journal in a sandbox that listens as in one of its own", async () => {
  await using sim = await createSimulator({ seed: 99 });
  const { url } = await sim.listen();
  for (const name of REPEATED) {
    const checked = readScenarioFile(scenarioPath(name));
    const remote = await runScenario(checked, { against: url });
    expect(remote.verdict).toBe("passed");
    const heard = withoutHeaders(remote.journal.replaceAll(url, "http://sandbox.test"));
    expect(heard).toEqual(withoutHeaders((await runScenario(checked)).journal));
  }
});

/** The entries of a journal but for headers: on a connection there are more. */
function withoutHeaders(journal: string): unknown[] {
  const lines = journal.split("\n").filter((line) => line !== "");
  return lines.map((line) => ({ ...JSON.parse(line), requestHeaders: null, responseHeaders: null }));
}
