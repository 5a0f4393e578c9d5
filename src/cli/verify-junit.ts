import type { ControlSchemas } from "../client/transport.ts";
import { newBuilder } from "../contracts/report/junit-builder.ts";
import { visible } from "../contracts/report/wording.ts";

/** A verdict as JUnit XML: a case for each expectation, and one for each fault that never fired. */
export function renderVerdict(verified: ControlSchemas["Verified"], name: string): string {
  const report = newBuilder().name("esim-sandbox verify");
  const suite = report.testSuite().name(visible(name));
  for (const { says, passed, seen, nearest } of verified.expectations) {
    const entry = suite.testCase().className("expectations").name(visible(says));
    if (passed) continue;
    const near = nearest.flatMap(({ entry: one, misses }) =>
      misses.map(({ path, expected, got }) => `near ${one.seq}: ${path}: ${expected}, got ${JSON.stringify(got)}`),
    );
    entry.failure(visible(seen), "expectation").stacktrace(visible([seen, ...near].join("\n")));
  }
  const { faults, passed } = verified.unfiredFaults;
  for (const { faultId, reasons } of faults) {
    const entry = suite.testCase().className("faults").name(visible(faultId));
    const told = `never fired: ${reasons.join("; ")}`;
    if (passed) entry.standardOutput(visible(`warning: ${told}`));
    else entry.failure(visible(told), "unfired-fault");
  }
  return report.build();
}
