import type { Builder, TestCase, TestSuite } from "junit-report-builder";
import { curlOf } from "./curl.ts";
import type { CaseResult, Problem, RunEvent } from "./events.ts";
import { isWarning } from "./findings.ts";
import { groupedBy } from "./grouping.ts";
import { newBuilder } from "./junit-builder.ts";
import { gatherRun, type RunRecord } from "./run-record.ts";
import { counted, visible } from "./wording.ts";

/** What the library writes for a skipped case: it knows no reasons, so that they are added to its text. */
const SKIPPED = "<skipped/>";

/** The run as JUnit XML: a suite for each operation, a case for each rule. Known deviations count as skipped. */
export function renderJunit(events: Iterable<RunEvent>): string {
  const run = gatherRun(events);
  const report = newBuilder().name("esim-sandbox contract");
  const reasons: string[] = [];
  for (const cases of groupedBy(run.cases, ({ provider, operationId }) => `${provider} ${operationId}`).values()) {
    const [first] = cases;
    if (first === undefined) continue;
    const suite = suiteOf(report, `${first.provider} ${first.operationId}`, run);
    suite.time(cases.reduce((sum, { wallMs }) => sum + wallMs, 0) / 1000);
    for (const result of cases) {
      const reason = addCase(suite.testCase(), result);
      if (reason !== null) reasons.push(reason);
    }
  }
  addDeviations(report, run);
  if (run.verdict !== "pass" && run.verdict !== "fail") {
    // Without it a run that reached nothing would look like one with nothing to complain about.
    suiteOf(report, "run", run).testCase().className("run").name(run.verdict).error(visible(run.message), run.verdict);
  }
  return withReasons(report.build(), reasons);
}

function suiteOf(report: Builder, name: string, run: RunRecord): TestSuite {
  return report
    .testSuite()
    .name(name)
    .property("seed", String(run.seed))
    .property("plan", run.planHash)
    .property("target", visible(run.target))
    .property("profile", run.profile);
}

/** Adds a case and gives the reason why it counts as skipped, null for others. */
function addCase(entry: TestCase, result: CaseResult): string | null {
  const { provider, operationId, rule, outcome, problem, layer, wallMs } = result;
  entry
    .className(`${provider}.${operationId}`)
    .name(xmlText(rule))
    .time(wallMs / 1000)
    .file(result.place.file);
  const message = xmlText(problem?.message ?? result.message);
  if (problem !== null) entry.standardOutput(xmlText(detailsOf(result, problem)));
  else if (isWarning(result)) entry.standardOutput(xmlText(`warning: ${result.message}`));
  if (outcome === "failed") entry.failure(message, layer).stacktrace(xmlText(expectation(result, problem)));
  if (outcome !== "skipped" && outcome !== "known") return null;
  entry.skipped();
  return outcome === "known" ? `known deviation: ${result.message}${ending(result)}` : result.message;
}

function ending({ expiresInDays: days }: CaseResult): string {
  return days === undefined ? "" : ` (expires in ${counted(days, "day")})`;
}

function expectation({ message }: CaseResult, problem: Problem | null): string {
  if (problem === null) return message;
  const { expected, got, place } = problem;
  return [
    problem.message,
    ...(expected === null ? [] : [`expected: ${expected}`]),
    ...(got === null ? [] : [`got: ${got}`]),
    `spec: ${place.file}:${place.line}`,
  ].join("\n");
}

function detailsOf({ message }: CaseResult, { exchanges, message: seen }: Problem): string {
  const calls = exchanges.flatMap((exchange, index) => {
    const { status, answer, failure } = exchange;
    return [
      `${index + 1}. ${curlOf(exchange)}`,
      `   -> ${status === null ? `no answer: ${failure}` : `${status} ${answer ?? ""}`}`,
    ];
  });
  return [...(message === seen || message === "" ? [] : [message]), ...calls].join("\n");
}

function addDeviations(report: Builder, run: RunRecord): void {
  const late = run.deviations.filter(({ state }) => state !== "unused");
  if (late.length === 0) return;
  const suite = suiteOf(report, "deviations", run);
  for (const { rule, state, message } of late) {
    suite.testCase().className("deviations").name(xmlText(rule)).failure(xmlText(message), state);
  }
}

/** What XML can carry; and it must not look like the mark that the reasons are put into, which a CDATA section could hold. */
function xmlText(text: string): string {
  return visible(text).replaceAll(SKIPPED, "<skipped />");
}

function withReasons(xml: string, reasons: readonly string[]): string {
  const [head, ...rest] = xml.split(SKIPPED);
  const parts = rest.map((part, index) => `<skipped message="${attribute(reasons[index] ?? "")}"/>${part}`);
  return [head, ...parts].join("");
}

function attribute(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}
