import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { RunEvent } from "./events.ts";
import { eventSchemas } from "./events-schema.ts";

/** One event as a line of NDJSON, with its line feed. */
export function toNdjson(event: RunEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** A line that is no event: numbered from 1. */
export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

/** What a file of events holds. Lines that are no events are reported and left out: a torn last one must not hide the rest. */
export function readEvents(text: string): { readonly events: RunEvent[]; readonly rejected: RejectedLine[] } {
  const check = checks();
  const events: RunEvent[] = [];
  const rejected: RejectedLine[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    const name = nameOf(value);
    const isEvent = check.get(name);
    if (isEvent === undefined) rejected.push({ line: index + 1, reason: "is no JSON object with a known `event`" });
    else if (isEvent(value)) events.push(value);
    else rejected.push({ line: index + 1, reason: `is no ${name} event: ${reasonOf(isEvent)}` });
  }
  return { events, rejected };
}

function checks(): Map<string, ValidateFunction<RunEvent>> {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  return new Map(Object.entries(eventSchemas).map(([name, schema]) => [name, ajv.compile<RunEvent>(schema)]));
}

function reasonOf({ errors }: ValidateFunction<RunEvent>): string {
  const [first] = errors ?? [];
  return first === undefined ? "it has another shape" : `${first.instancePath || "it"} ${first.message}`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // Reported by the caller: a file from elsewhere may hold anything.
  }
}

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null || !("event" in value)) return "";
  return typeof value.event === "string" ? value.event : "";
}
