import { reproducing } from "./commands.ts";
import { coverageFigures, unplannedText } from "./coverage-figures.ts";
import { curlOf } from "./curl.ts";
import type { RunEvent, ShownExchange } from "./events.ts";
import { type Finding, spreadOf } from "./findings.ts";
import { costLine, gatherRun, type RunRecord, resultLine, skippedBy } from "./run-record.ts";
import { counted, firstOf, grouped, shortened, visible } from "./wording.ts";

/** How a terminal shows emphasis; the caller gives functions that return their text where there are no colours. */
export interface ReportPaint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Beyond these a terminal only says how many more there are: the other reports have them all. */
const MOST_FINDINGS = 20;
const MOST_NOTES = 10;
const MOST_CALLS = 12;
const MOST_ANSWER_CHARACTERS = 300;
const MOST_CALL_CHARACTERS = 2_000;

/** The whole report as lines; the first one is the verdict. */
export function renderTerminal(
  events: Iterable<RunEvent>,
  { paint }: { readonly paint: ReportPaint },
): readonly string[] {
  const run = gatherRun(events);
  return [
    headline(run, paint),
    ...(run.message === "" ? [] : [visible(run.message)]),
    ...deviationLines(run, paint),
    ...findingLines(run, paint),
    ...noteLines("Warnings: they do not fail this run", run.warned, paint),
    ...noteLines("Known deviations", run.known, paint),
    ...skippedLines(run, paint),
    ...coverageLines(run, paint),
  ];
}

/** The line that a running terminal overwrites; null for events that change nothing there. */
export function progressLine(event: RunEvent): string | null {
  if (event.event !== "progress") return null;
  const share = event.of === 0 ? 100 : Math.floor((100 * event.done) / event.of);
  const figures = `${grouped(event.done)} of ${counted(event.of, "case")}, ${counted(event.requests, "request")}`;
  return `${String(share).padStart(3)} % | ${figures} | ${visible(event.now, { isOneLine: true })}`;
}

function headline(run: RunRecord, paint: ReportPaint): string {
  const verdict = run.verdict.toUpperCase();
  const painted = run.verdict === "pass" ? paint.good(verdict) : paint.bad(verdict);
  return `${paint.bold(painted)} ${resultLine(run)} ${paint.dim(`| ${costLine(run)}`)}`;
}

function findingLines(run: RunRecord, paint: ReportPaint): string[] {
  const shown = run.findings
    .slice(0, MOST_FINDINGS)
    .flatMap((finding, index) => [
      "",
      ...oneFinding({ finding, number: index + 1, again: reproducing(run, finding.first.rule) }, paint),
    ]);
  const more = run.findings.length - MOST_FINDINGS;
  return more > 0 ? [...shown, "", `and ${counted(more, "finding")} more: see a file report`] : shown;
}

function oneFinding(
  { finding, number, again }: { readonly finding: Finding; readonly number: number; readonly again: string },
  paint: ReportPaint,
): string[] {
  const { first, message, operations, place, evidence } = finding;
  const spread = spreadOf(finding);
  const row = (name: string, text: string): string => `   ${paint.dim(name.padEnd(9))} ${text}`;
  return [
    `${number}. ${paint.bold(visible(first.rule, { isOneLine: true }))}${spread === "" ? "" : `  ${paint.bad(spread)}`}`,
    `   ${visible(message, { isOneLine: true })}`,
    ...(first.problem?.expected == null ? [] : [row("expected", paint.good(brief(first.problem.expected)))]),
    ...(first.problem?.got == null ? [] : [row("got", paint.bad(brief(first.problem.got)))]),
    ...callLines(first.problem?.exchanges ?? [], paint),
    ...(operations.length > 1 ? [row("seen in", firstOf(operations, 8))] : []),
    row("spec", `${place.file}:${place.line}${sourceOf(evidence)}`),
    row("again", again),
  ];
}

function sourceOf({ grade, source }: Finding["evidence"]): string {
  return ` (${grade}${source.length === 0 ? "" : `: ${source.join(", ")}`})`;
}

function callLines(exchanges: readonly ShownExchange[], paint: ReportPaint): string[] {
  // The last calls tell most: the first ones only lead there.
  const hidden = Math.max(0, exchanges.length - MOST_CALLS);
  const shown = exchanges
    .slice(hidden)
    .flatMap((exchange, index) => [
      `   ${String(hidden + index + 1).padStart(2)}  ${shortened(visible(curlOf(exchange), { isOneLine: true }), MOST_CALL_CHARACTERS)}`,
      paint.dim(`       -> ${answerOf(exchange)}`),
    ]);
  return hidden === 0 ? shown : [`       ${counted(hidden, "call")} before these`, ...shown];
}

function answerOf({ status, answer, failure }: ShownExchange): string {
  if (status === null) return `no answer: ${brief(failure ?? "unknown reason")}`;
  return `${status} ${brief(answer ?? "")}`.trimEnd();
}

function brief(text: string): string {
  return shortened(visible(text, { isOneLine: true }), MOST_ANSWER_CHARACTERS);
}

function noteLines(title: string, notes: readonly Finding[], paint: ReportPaint): string[] {
  if (notes.length === 0) return [];
  const lines = notes.slice(0, MOST_NOTES).map((note) => {
    const spread = spreadOf(note);
    const text = brief(note.first.outcome === "known" ? note.first.message : note.message);
    return `  ${note.first.rule}${spread === "" ? "" : ` (${spread})`}: ${text}${ending(note)}`;
  });
  const more = notes.length > MOST_NOTES ? [`  and ${notes.length - MOST_NOTES} more`] : [];
  return ["", paint.bold(title), ...lines, ...more];
}

function ending({ first: { expiresInDays: days } }: Finding): string {
  return days === undefined ? "" : ` (expires in ${counted(days, "day")})`;
}

function deviationLines({ deviations }: RunRecord, paint: ReportPaint): string[] {
  return deviations.map(({ rule, state, message }) => {
    const title = `deviation ${state}`;
    return `${state === "unused" ? paint.dim(title) : paint.bad(title)} ${rule}: ${visible(message, { isOneLine: true })}`;
  });
}

function skippedLines({ cases }: RunRecord, paint: ReportPaint): string[] {
  const reasons = skippedBy(cases);
  if (reasons.length === 0) return [];
  const lines = reasons.map(({ reason, count }) => `  ${grouped(count).padStart(5)}  ${brief(reason)}`);
  return ["", paint.bold("Skipped"), ...lines];
}

function coverageLines({ coverages, profile }: RunRecord, paint: ReportPaint): string[] {
  if (coverages.length === 0) return [];
  const lines = coverages.map((coverage) => {
    const figures = coverageFigures(coverage).map((figure) => {
      const rest = unplannedText(figure, profile);
      return `${figure.name} ${figure.covered}/${figure.total}${rest === "" ? "" : ` (${rest})`}`;
    });
    return `  ${coverage.provider.padEnd(10)}  ${figures.join(", ")}`;
  });
  return ["", paint.bold("Coverage of what the documents list"), ...lines];
}
