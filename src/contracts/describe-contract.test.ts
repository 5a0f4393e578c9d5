import { expect, test } from "vitest";
import { describeContract } from "./describe-contract.ts";

/** A test runner that only collects, so that failing tests can be looked at. */
async function outcomesOf(mutant?: string): Promise<ReadonlyMap<string, string>> {
  const before: (() => Promise<void>)[] = [];
  const tests = new Map<string, (context: { skip: (reason?: string) => void }) => Promise<void>>();
  const runner = {
    describe: (_name: string, define: () => void) => define(),
    test: (name: string, run: (context: { skip: (reason?: string) => void }) => Promise<void>) =>
      void tests.set(name, run),
    beforeAll: (run: () => Promise<void>) => void before.push(run),
  };
  const target = { kind: "in-process", ...(mutant === undefined ? {} : { mutant }) } as const;
  const only = ["esimaccess:esimOrder:effects:money", "esimaccess:esimOrder:effects:eventual"];
  describeContract(runner, { providers: ["esimaccess"], profile: "sim-full", seed: 1, only, target });
  for (const run of before) await run();
  const outcomes = new Map<string, string>();
  for (const [name, run] of tests) {
    let outcome = "passed";
    await run({ skip: () => (outcome = "skipped") }).catch((error: Error) => {
      outcome = error.message;
    });
    outcomes.set(name, outcome);
  }
  return outcomes;
}

test("every case of the plan is a test of the runner, and passes where the contract is kept", async () => {
  expect(await outcomesOf()).toEqual(
    new Map([
      ["esimaccess:esimOrder:effects:money", "passed"],
      ["esimaccess:esimOrder:effects:eventual", "passed"],
    ]),
  );
});

test("a broken rule fails its test with what was expected and where it is written", async () => {
  const outcome = (await outcomesOf("MON-01")).get("esimaccess:esimOrder:effects:money");
  expect(outcome).toContain("the wallet changes by exactly what esimOrder costs");
  expect(outcome).toContain("expected: ");
  expect(outcome).toContain("written at spec/esimaccess/");
});
