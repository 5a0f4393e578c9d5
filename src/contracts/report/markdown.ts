import { reproducing } from "./commands.ts";
import { coverageFigures, matrixOf, type Tally, unplannedText } from "./coverage-figures.ts";
import type { RunEvent } from "./events.ts";
import { type Finding, spreadOf } from "./findings.ts";
import { costLine, gatherRun, type RunRecord, resultLine, skippedBy } from "./run-record.ts";
import { counted, percent, shortened, visible } from "./wording.ts";

/** A summary that stays readable on the page of a CI job. */
const MOST_FINDINGS = 20;
const MOST_CELL_CHARACTERS = 300;

/** The run as Markdown for the summary of a CI job: verdict, findings, coverage, matrix. */
export function renderMarkdown(events: Iterable<RunEvent>): string {
  const run = gatherRun(events);
  const parts = [
    `## Contract: ${run.verdict.toUpperCase()}`,
    `${cell(resultLine(run))}<br>${cell(`${costLine(run)} | ${run.target} | ${run.profile}`)}`,
    ...(run.message === "" ? [] : [cell(run.message)]),
    ...findingsPart(run),
    ...deviationsPart(run),
    ...coveragePart(run),
    ...matrixPart(run),
    ...skippedPart(run),
  ];
  return `${parts.join("\n\n")}\n`;
}

function findingsPart(run: RunRecord): string[] {
  if (run.findings.length === 0) return [];
  const rows = run.findings.slice(0, MOST_FINDINGS).map((finding) => findingRow(run, finding));
  const more = run.findings.length - MOST_FINDINGS;
  const rest = more > 0 ? [`and ${counted(more, "finding")} more`] : [];
  return ["### Findings", table(["rule", "what", "expected", "got", "spec", "again"], rows), ...rest];
}

function findingRow(run: RunRecord, finding: Finding): string[] {
  const { first, message, place } = finding;
  const spread = spreadOf(finding);
  return [
    code(first.rule),
    cell(spread === "" ? message : `${message} (${spread})`),
    cell(first.problem?.expected ?? ""),
    cell(first.problem?.got ?? ""),
    cell(`${place.file}:${place.line}`),
    code(reproducing(run, first.rule)),
  ];
}

function deviationsPart({ deviations }: RunRecord): string[] {
  if (deviations.length === 0) return [];
  const rows = deviations.map(({ rule, state, message }) => [code(rule), state, cell(message)]);
  return ["### Deviations", table(["rule", "state", "what"], rows)];
}

function coveragePart({ coverages, profile }: RunRecord): string[] {
  const [first] = coverages;
  if (first === undefined) return [];
  const names = coverageFigures(first).map(({ name }) => name);
  const rows = coverages.map((coverage) => [
    coverage.provider,
    ...coverageFigures(coverage).map((figure) => {
      const share = percent(figure);
      const rest = unplannedText(figure, profile);
      if (share === null) return "none listed";
      return `${figure.covered}/${figure.total} (${rest === "" ? `${share} %` : rest})`;
    }),
  ]);
  return ["### Coverage", table(["", ...names], rows)];
}

function matrixPart({ cases }: RunRecord): string[] {
  const { layers, rows } = matrixOf(cases);
  if (rows.length === 0) return [];
  const lines = rows.map(({ provider, operationId, cells }) => [
    cell(`${provider} ${operationId}`),
    ...cells.map(([, tally]) => tallied(tally)),
  ]);
  const matrix = table(["operation", ...layers], lines);
  return [
    `<details><summary>Operations by layer</summary>\n\n${matrix}\n\nF failed, K known, W warned, S skipped, P passed\n\n</details>`,
  ];
}

function skippedPart({ cases }: RunRecord): string[] {
  const reasons = skippedBy(cases);
  if (reasons.length === 0) return [];
  return [
    "### Skipped",
    table(
      ["cases", "why"],
      reasons.map(({ reason, count }) => [String(count), cell(reason)]),
    ),
  ];
}

function tallied({ parts, worst }: Tally): string {
  const text = parts.map(({ letter, count }) => `${letter} ${count}`).join(", ");
  return worst === "failed" ? `**${text}**` : text;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text of a target as text: no markup, no mention, no link, and no end of the table's cell. */
function cell(text: string): string {
  return shortened(visible(text, { isOneLine: true }), MOST_CELL_CHARACTERS)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_{}[\]()#+!|~@]/g, "\\$&");
}

function code(text: string): string {
  const escaped = visible(text, { isOneLine: true }).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<code>${escaped.replace(/[\\`*_[\]|~@]/g, (found) => `&#${found.charCodeAt(0)};`)}</code>`;
}
