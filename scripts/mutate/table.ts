import { classOf, isNeutral } from "./choose.ts";
import type { Judgement } from "./judge.ts";

const HEADER = ["class", "applicable", "killed", "attributed", "findings", "requests", "seconds"];

/** The scores of all classes as a table, then what survived, what broke the suite, and which neutral changes were flagged. */
export function scoreTable(judgements: readonly Judgement[]): string {
  const violations = judgements.filter(({ id }) => !isNeutral(id));
  const neutral = judgements.filter(({ id }) => isNeutral(id));
  const classes = [...new Set(violations.map(({ id }) => classOf(id)))];
  const rows = classes.map((name) =>
    rowOf(
      name,
      violations.filter(({ id }) => classOf(id) === name),
    ),
  );
  const total = rows.length > 1 ? [rowOf("all", violations)] : [];
  const flagged = neutral.filter(({ outcome }) => outcome === "killed");
  return [
    ...(rows.length === 0 ? [] : [aligned([HEADER, ...rows, ...total])]),
    ...listed(
      "survived",
      violations.filter(({ outcome }) => outcome === "survived"),
    ),
    ...listed(
      "killed for another reason",
      violations.filter(({ outcome, isAttributed }) => outcome === "killed" && !isAttributed),
    ),
    ...reproductions(violations),
    ...listed(
      "no verdict",
      judgements.filter(({ outcome }) => outcome === "broken"),
    ),
    ...(neutral.length === 0 ? [] : [`neutral changes flagged: ${flagged.length} of ${neutral.length}`]),
    ...flagged.map((one) => `  ${one.id} ${one.provider}: ${one.rules[0] ?? ""} ${one.detail}`),
  ].join("\n");
}

/** How often each failing seed failed alike, where that was tried. */
function reproductions(judgements: readonly Judgement[]): string[] {
  const tried = judgements.flatMap(({ id, provider, reproduced }) =>
    reproduced === null ? [] : [`  ${id} ${provider}: ${reproduced.same} of ${reproduced.of}`],
  );
  return tried.length === 0 ? [] : ["runs of one seed that fail the same rules:", ...tried];
}

/** The value in the middle; 0 for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function rowOf(name: string, judgements: readonly Judgement[]): string[] {
  const killed = judgements.filter(({ outcome }) => outcome === "killed");
  const attributed = killed.filter(({ isAttributed }) => isAttributed);
  return [
    name,
    String(judgements.length),
    `${killed.length} (${share(killed.length, judgements.length)})`,
    `${attributed.length} (${share(attributed.length, killed.length)})`,
    String(median(killed.map(({ findings }) => findings))),
    String(median(judgements.map(({ requests }) => requests))),
    String(median(judgements.map(({ seconds }) => seconds))),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${Math.round((100 * part) / whole)} %`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

function listed(title: string, judgements: readonly Judgement[]): string[] {
  if (judgements.length === 0) return [];
  const lines = judgements.map(
    ({ id, provider, detail }) => `  ${id} ${provider}${detail === "" ? "" : `: ${detail}`}`,
  );
  return [`${title}:`, ...lines];
}
