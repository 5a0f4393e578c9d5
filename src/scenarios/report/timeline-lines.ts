import { visible } from "../../contracts/report/wording.ts";
import { shownDuration } from "../format/durations.ts";
import { problemLine } from "../format/scenario.ts";
import type { ScenarioResult } from "../run/run-scenario.ts";
import type { TimelineEntry } from "../run/timeline.ts";

/** Puts colours around text, or leaves it as it is. */
interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

const same = (text: string): string => text;
const PLAIN: Paint = { bold: same, dim: same, good: same, bad: same };

const MARKS = { step: "*", done: ">", fired: "~", held: "=", failed: "!" } as const;

/** Columns of the offset from the beginning. */
const OFFSET_WIDTH = 16;

/** What happened in a run, a line each: how long after the beginning, what kind of thing, and what. */
export function timelineLines(result: ScenarioResult, paint: Paint = PLAIN): string[] {
  const begin = new Date(result.beginsAt).toISOString();
  return [
    paint.bold(`${result.name}: ${result.says}`),
    paint.dim(`  begins at ${begin}, seed ${result.seed}, ${result.target}, tenant ${result.tenant}`),
    ...result.timeline.map((entry) => timelineLine(entry, result.beginsAt, paint)),
  ];
}

function timelineLine({ at, kind, text }: TimelineEntry, beginsAt: number, paint: Paint): string {
  const line = `  ${`+${shownDuration(at - beginsAt)}`.padEnd(OFFSET_WIDTH)}${MARKS[kind]} ${visible(text, { isOneLine: true })}`;
  switch (kind) {
    case "step":
      return paint.bold(line);
    case "fired":
      return paint.dim(line);
    case "failed":
      return paint.bad(line);
    default:
      return line;
  }
}

/** Whether a scenario has passed, and if not, where and why. */
export function verdictLines(result: ScenarioResult, paint: Paint = PLAIN): string[] {
  const passed = result.steps.filter(({ verdict }) => verdict === "passed").length;
  const told = `${result.name} (${passed} of ${result.steps.length} steps, ${result.wallMs} ms)`;
  if (result.verdict === "passed") return [`${paint.good("passed")} ${told}`];
  const problems = [...result.steps, ...result.closing].flatMap(({ place, title, problems }) =>
    problems.map((message) => `  ${problemLine({ ...place, rule: title, message })}`),
  );
  return [`${paint.bad("FAILED")} ${told}`, ...problems];
}
