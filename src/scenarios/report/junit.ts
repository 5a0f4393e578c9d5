import { newBuilder } from "../../contracts/report/junit-builder.ts";
import { visible } from "../../contracts/report/wording.ts";
import type { ClosingResult, ScenarioResult, StepResult } from "../run/run-scenario.ts";
import { timelineLines } from "./timeline-lines.ts";

/** Runs as JUnit XML: a suite for each scenario, a case for each step and for what must hold at the end. */
export function renderScenarioJunit(results: readonly ScenarioResult[]): string {
  const report = newBuilder().name("esim-sandbox scenarios");
  for (const result of results) {
    const suite = report
      .testSuite()
      .name(result.name)
      .time(result.wallMs / 1000);
    suite.property("seed", String(result.seed)).property("target", visible(result.target));
    const cases = [
      ...result.steps.map((step) => ({ ...step, title: `${step.number}. ${step.title}` })),
      ...result.closing.map((closing) => ({ ...closing, wallMs: 0 })),
    ];
    for (const one of cases) addCase(suite, result, one);
  }
  return report.build();
}

type Suite = ReturnType<ReturnType<typeof newBuilder>["testSuite"]>;

function addCase(
  suite: Suite,
  result: ScenarioResult,
  {
    title,
    verdict,
    problems,
    place,
    wallMs,
  }: Pick<StepResult & ClosingResult, "title" | "verdict" | "problems" | "place" | "wallMs">,
): void {
  const entry = suite
    .testCase()
    .className(result.name)
    .name(visible(title))
    .time(wallMs / 1000)
    .file(place.file);
  if (verdict === "skipped") entry.skipped();
  if (verdict !== "failed") return;
  entry.failure(visible(problems.join("\n")), "expectation").stacktrace(`${place.file}:${place.line}`);
  entry.standardOutput(visible(timelineLines(result).join("\n")));
}
