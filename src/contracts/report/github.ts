import type { SpecPlace } from "../plan/case.ts";
import type { RunEvent } from "./events.ts";
import { type Finding, spreadOf } from "./findings.ts";
import { gatherRun } from "./run-record.ts";
import { counted, visible } from "./wording.ts";

/**
 * Workflow commands that GitHub shows as annotations on lines of the specification: errors for findings and for deviations that have to go,
 * warnings for what is known or only warns. One line per root cause, since GitHub shows ten of a kind in a step.
 */
export function renderGithub(events: Iterable<RunEvent>): readonly string[] {
  const { verdict, message, findings, known, warned, deviations } = gatherRun(events);
  const isOver = verdict === "pass" || verdict === "fail";
  return [
    ...(isOver ? [] : [annotation({ level: "error", title: `contract run ${verdict}`, text: message })]),
    ...findings.map((finding) => ofFinding("error", finding)),
    ...deviations.map(({ rule, state, message: text }) =>
      annotation({ level: state === "unused" ? "warning" : "error", title: rule, text: `deviation ${state}: ${text}` }),
    ),
    ...[...known, ...warned].map((finding) => ofFinding("warning", finding)),
  ];
}

function ofFinding(level: "error" | "warning", finding: Finding): string {
  const { first, place, message } = finding;
  const spread = spreadOf(finding);
  const days = first.expiresInDays === undefined ? "" : `; it expires in ${counted(first.expiresInDays, "day")}`;
  const known = first.outcome === "known" ? `\nknown deviation: ${first.message}${days}` : "";
  const { expected = null, got = null } = first.problem ?? {};
  const shown = `${expected === null ? "" : `\nexpected ${expected}`}${got === null ? "" : `\ngot ${got}`}`;
  const text = `${message}${spread === "" ? "" : ` (${spread})`}${shown}${known}`;
  return annotation({ level, title: first.rule, text, place });
}

interface Annotation {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly text: string;
  readonly place?: SpecPlace;
}

function annotation({ level, title, text, place }: Annotation): string {
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${data(visible(text))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
