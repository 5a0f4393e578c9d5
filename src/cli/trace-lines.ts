import type { ControlSchemas } from "../client/transport.ts";

type Trace = ControlSchemas["Trace"];

const MARKS = { passed: "+", refused: "!", "not-reached": " " } as const;

/** What decided about a call, for a person. */
export function traceLines(trace: Trace): string[] {
  const { requestId, at, provider, operationId, code, isSuccess, authentication, refusal } = trace;
  return [
    `${requestId}  ${at}  ${provider} ${operationId}: ${isSuccess ? "ok" : "refused"}, code ${code}`,
    `  tenant ${authentication.tenant}, found by ${authentication.by === "" ? "its provider" : authentication.by}`,
    ...section(
      "stages",
      trace.stages.map(({ stage, outcome, reason }) => mark(outcome, stage, reason)),
    ),
    ...section(
      "rules tried",
      trace.guards.map(({ code: guard, outcome }) => mark(outcome, guard, null)),
    ),
    ...(refusal === null ? [] : section("refused", [`${refusal.code} ${json(refusal.details)}`, refusal.remedy ?? ""])),
    ...section(
      "faults",
      trace.faults.map(
        ({ faultId, outcome, reason }) => `${faultId} ${outcome}${reason === null ? "" : `: ${reason}`}`,
      ),
    ),
    ...section("effects", trace.effects.map(effectLine)),
    ...section(
      "events",
      trace.events.map(({ seq, kind }) => `${seq}  ${kind}`),
    ),
    ...section(
      "deliveries",
      trace.deliveries.map(
        ({ seq, at: then, type, outcome }) => `${seq}  ${then}  ${String(type)}: ${String(outcome)}`,
      ),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  const shown = lines.filter((line) => line !== "");
  return shown.length === 0 ? [] : [`  ${title}`, ...shown.map((line) => `    ${line}`)];
}

function mark(outcome: Trace["stages"][number]["outcome"], name: string, reason: unknown): string {
  const why = reason === null || reason === undefined ? "" : `: ${typeof reason === "string" ? reason : json(reason)}`;
  return `${MARKS[outcome]} ${name}${outcome === "not-reached" ? " (not reached)" : ""}${why}`;
}

function effectLine({ table, key, did, changes, detail }: Trace["effects"][number]): string {
  const changed = Object.entries(changes).map(([name, { from, to }]) => `${name} ${json(from)} -> ${json(to)}`);
  const rest = [...changed, ...(detail === null ? [] : [detail])].join(", ");
  return `${table} ${key} ${did}${rest === "" ? "" : `: ${rest}`}`;
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
