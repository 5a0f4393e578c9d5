import { planContract } from "./plan-contract.ts";
import type { CaseResult } from "./report/events.ts";
import { type RunOptions, runContract } from "./run-contract.ts";

/** What a test runner must offer: Vitest's functions of the same names do. */
interface TestRunner {
  readonly describe: (name: string, define: () => void) => void;
  readonly test: (name: string, run: (context: { readonly skip: (reason?: string) => void }) => Promise<void>) => void;
  readonly beforeAll: (run: () => Promise<void>, timeoutMs?: number) => void;
}

/** The whole suite runs before its first test; on two slow cores it takes a minute. */
const RUN_TIMEOUT_MS = 300_000;

/**
 * Makes one test for each case of the plan inside your own Vitest: `describeContract({ describe, test, beforeAll }, options)`. The suite is
 * run once; each test then says what became of its case. A case that the target is not able to run is skipped with its reason.
 */
export function describeContract(runner: TestRunner, options: RunOptions): void {
  const plan = planContract(options);
  const { describe, test, beforeAll } = runner;
  describe(`contract ${plan.profile}, seed ${plan.seed}, plan ${plan.hash}`, () => {
    let results: ReadonlyMap<string, CaseResult> = new Map();
    beforeAll(async () => {
      const run = await runContract(options, () => undefined);
      results = new Map(run.results.map((result) => [result.rule, result]));
    }, RUN_TIMEOUT_MS);
    for (const { rule } of plan.cases) {
      test(rule, async ({ skip }) => {
        const result = results.get(rule);
        if (result === undefined) throw new Error("the target could not be reached");
        if (result.outcome === "skipped" || result.outcome === "known") skip(result.message);
        else if (result.outcome === "failed") throw new Error(failureOf(result));
      });
    }
  });
}

function failureOf({ message, problem, place }: CaseResult): string {
  const details = problem === null ? "" : `\nexpected: ${problem.expected ?? "-"}\ngot: ${problem.got ?? "-"}`;
  return `${message}${details}\nwritten at ${place.file}:${place.line}`;
}
