import type { ControlSchemas } from "../../client/transport.ts";

/** One line of what happened in a run. */
export interface TimelineEntry {
  /** Milliseconds of simulated time since 1970. */
  readonly at: number;
  /** `step`: a step begins; `done`: what was done and answered; `fired`: what happened of itself; `held`, `failed`: what was expected. */
  readonly kind: "step" | "done" | "fired" | "held" | "failed";
  readonly text: string;
}

/** Entries that only say what other lines of the timeline say. */
const SILENT = new Set([
  "clock-moved",
  "beginning-chosen",
  "options-changed",
  "fault-added",
  "fault-removed",
  "webhook-rule-set",
]);

/** Members of a journal entry that are no news on a timeline. */
const LEFT_OUT = new Set([
  "seq",
  "at",
  "kind",
  "request",
  "response",
  "wallMs",
  "requestId",
  "method",
  "path",
  "trace",
]);

const LONGEST_TEXT = 200;

/** What happened in a run, line by line, for people. */
export class Timeline {
  readonly #entries: TimelineEntry[] = [];
  readonly beginsAt: number;

  constructor(beginsAt: number) {
    this.beginsAt = beginsAt;
  }

  get entries(): readonly TimelineEntry[] {
    return this.#entries;
  }

  add(at: number, kind: TimelineEntry["kind"], text: string): void {
    this.#entries.push({ at, kind, text });
  }

  /** Notes an entry of the journal, unless it is one of the scenario's own requests. */
  happened(entry: ControlSchemas["JournalEntry"], ownRequests: ReadonlySet<string>): void {
    const { kind, at } = entry;
    if (SILENT.has(kind)) return;
    if (kind === "exchange" && ownRequests.has(String(entry["requestId"]))) return;
    const parts = Object.entries(entry).flatMap(([name, value]) => {
      if (LEFT_OUT.has(name) || value === null || value === "" || typeof value === "object") return [];
      return [`${name}=${String(value)}`];
    });
    const text = [kind, ...parts].join(" ");
    this.add(Date.parse(at), "fired", text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text);
  }
}
