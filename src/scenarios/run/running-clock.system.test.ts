import { afterAll, beforeAll, expect, test } from "vitest";
import { createControlClient } from "../../client/control-client.ts";
import { createSimulator, type Simulator } from "../../simulator/index.ts";
import type { Scenario } from "../format/scenario.ts";
import { runScenario, type ScenarioResult } from "./run-scenario.ts";

const ORDER = { transactionId: "shop-1", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] };
const SAVE: Scenario["steps"][number] = { do: { call: "webhookSave", body: { webhook: "${receiver.url}" } } };
const PLACE: Scenario["steps"][number] = { do: { call: "esimOrder", body: ORDER } };

let sim: Simulator;
let url = "";

beforeAll(async () => {
  sim = await createSimulator({ seed: 99 });
  ({ url } = await sim.listen());
});

afterAll(() => sim.close());

/** A scenario of eSIM Access whose orders are allocated after a second, on a clock that runs unless told otherwise. */
function scenarioOf(name: string, steps: Scenario["steps"], clock: Scenario["clock"] = "running"): Scenario {
  const options = { esimaccess: { allocationDelaySeconds: 1 } };
  return { name, says: "Made in code.", providers: ["esimaccess"], clock, options, steps };
}

/** The problems of a run, and the longest real time that one of its steps took. */
function endOf({ verdict, steps }: ScenarioResult): { verdict: string; problems: string; wallMs: number } {
  const wallMs = Math.max(...steps.map((step) => step.wallMs));
  return { verdict, problems: steps.flatMap(({ problems }) => problems).join(), wallMs };
}

test("a running clock is left alone: a webhook is waited for in real time", async () => {
  const steps: Scenario["steps"] = [SAVE, PLACE, { when: { webhook: "ORDER_STATUS", within: "1m" } }];
  const result = await runScenario(scenarioOf("in-time", steps), { against: url });
  expect(endOf(result)).toMatchObject({ verdict: "passed", problems: "" });
  expect(endOf(result).wallMs).toBeGreaterThan(500);
});

test("a clock that runs faster brings it sooner, by so much", async () => {
  const faster: Scenario["steps"][number] = { do: { control: "resumeClock", body: { speed: 1000 } } };
  const steps = [SAVE, faster, PLACE, { when: { happened: "esim-expired", within: "200d" } }];
  const result = await runScenario(scenarioOf("too-far", steps, "frozen"), { against: url, maxWaitMs: 300 });
  expect(endOf(result).problems).toContain("when 0.3s of real time were over");
  const near = [SAVE, faster, PLACE, { when: { webhook: "ORDER_STATUS", within: "10m" } }] as const;
  const sooner = await runScenario(scenarioOf("faster", [...near], "frozen"), { against: url });
  expect(endOf(sooner)).toMatchObject({ verdict: "passed" });
});

test("what somebody outside does ends the wait", async () => {
  const steps: Scenario["steps"] = [SAVE, { when: { happened: "order-placed", within: "1m" } }];
  const playing = runScenario(scenarioOf("outside", steps), { against: url });
  const client = createControlClient({ fetch, url });
  await expect
    .poll(async () =>
      client
        .tenant("scenario-outside")
        .journal.list({ kind: "webhook-saved" })
        .catch(() => []),
    )
    .toHaveLength(1);
  const { credentials } = await client.tenants.get("scenario-outside");
  const headers = {
    "RT-AccessCode": credentials["esimaccess"]?.["accessCode"] ?? "",
    "content-type": "application/json",
  };
  await fetch(`${url}/api/v1/open/esim/order`, { method: "POST", headers, body: JSON.stringify(ORDER) });
  expect(endOf(await playing)).toMatchObject({ verdict: "passed", problems: "" });
});

test.for<[string, Scenario["steps"][number], string]>([
  [
    "does not come in its time",
    { when: { happened: "esim-expired", within: "500ms" } },
    "esim-expired must happen within 500ms; it had not by 2026-01-01T00:00:0",
  ],
  [
    "does not come in the real time that there is",
    { when: { webhook: "ORDER_STATUS", within: "1h" } },
    "ORDER_STATUS must happen within 1h; it had not by 2026-01-01T00:00:0",
  ],
  [
    "is expected of a step and does not come",
    { expect: { webhooks: [{ type: "ORDER_STATUS", within: "1h" }] } },
    "at least one ORDER_STATUS must arrive within 1h, got 0; what came: nothing; ended by 2026-01-01T00:00:0",
  ],
  [
    "is counted over more time than there is",
    { expect: { webhooks: [{ type: "ORDER_STATUS", within: "1h", count: 0 }] } },
    "whether 0 ORDER_STATUS arrive within 1h must be known, got 0 by 2026-01-01T00:00:0",
  ],
])("a wait on a running clock ends with a verdict when what it is for %s", async ([, step, told]) => {
  const startedAt = performance.now();
  const result = await runScenario(scenarioOf("never", [SAVE, step]), { against: url, maxWaitMs: 1_000 });
  expect(result.verdict).toBe("failed");
  expect(endOf(result).problems).toContain(told);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test("`at` and `after` move a running clock as well, and one that has passed the instant fails the step", async () => {
  const steps: Scenario["steps"] = [{ at: "10d" }, { after: "30d" }, { at: "35d" }];
  const result = await runScenario(scenarioOf("moved", steps), { against: url });
  expect(result.steps.map(({ verdict }) => verdict)).toEqual(["passed", "passed", "failed"]);
  expect(endOf(result).problems).toMatch(/must come to 2026-02-05T.* but it runs and shows 2026-02-10T/);
  expect(endOf(result).wallMs).toBeLessThan(10_000);
});

test("a clock that stands is moved, however far", async () => {
  const steps: Scenario["steps"] = [SAVE, PLACE, { when: { happened: "esim-expired", within: "400d" } }];
  const result = await runScenario(scenarioOf("standing", steps, "frozen"), { against: url, maxWaitMs: 1 });
  expect(endOf(result)).toMatchObject({ verdict: "passed", problems: "" });
});
