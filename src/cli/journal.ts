import { writeFile } from "node:fs/promises";
import type { ControlSchemas } from "../client/transport.ts";
import { duration } from "../simulator/config-kinds.ts";
import { CommandRefused, driveSandbox, type Told } from "./control-call.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { matchOf } from "./journal-flags.ts";
import { traceLines } from "./trace-lines.ts";

type Entry = ControlSchemas["JournalEntry"];
type NearMiss = ControlSchemas["NearMiss"];

/** Every entry has a number, so that this predicate describes them all. */
const EVERYTHING = { seq: { exists: true } };

/** Lists entries; with `--count` only says how many there are. */
export function listEntries(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }): Promise<Told> => {
    const limit = flags["count"] === true ? 0 : (wholeNumber(flags, "limit") ?? 100);
    const since = wholeNumber(flags, "since") ?? 0;
    const record = await tenant.journal.query({ match: matchOf(flags) ?? EVERYTHING, since, limit });
    if (flags["count"] === true) return { record, lines: [String(record.total)] };
    const rest = record.total - record.items.length;
    return { record, lines: [...record.items.map(entryLine), ...(rest > 0 ? [`(and ${rest} more)`] : [])] };
  });
}

/** Waits for an entry; exit code 1 when it does not come. */
export function waitForEntry(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }): Promise<Told> => {
    const match = matchOf(flags);
    if (match === null) throw new CommandRefused("journal wait must be told what for, such as --kind delivery");
    const { within, timeout, autoAdvance } = flags;
    const record = await tenant.journal.wait({
      match,
      since: flags["since"] === "now" ? "now" : (wholeNumber(flags, "since") ?? 0),
      ...(typeof within === "string" ? { withinVirtual: within } : {}),
      ...(typeof timeout === "string" ? { timeoutMs: durationOf("--timeout", timeout) } : {}),
      ...(typeof autoAdvance === "boolean" ? { autoAdvance } : {}),
    });
    const fired = record.fired.map(({ at, kind, id }) => `${at}  ${kind}  ${id}`);
    if (record.entry !== null) return { record, lines: [...fired, entryLine(record.entry)] };
    const missing = `no entry like this came (${record.reason}, the clock shows ${record.now})`;
    return { record, lines: [...fired, missing, ...record.nearest.flatMap(nearLines)], exitCode: exitCodes.failed };
  });
}

/** Explains what decided about a request. */
export function explainRequest(flags: GivenFlags, requestId: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.journal.trace(requestId);
    return { record, lines: traceLines(record) };
  });
}

/** Writes the journal to a file, or to standard output. */
export function exportEntries(flags: GivenFlags): Promise<number> {
  return driveSandbox({ ...flags, json: false }, async ({ tenant }): Promise<Told> => {
    const { format = "ndjson", out, hideActivationCodes } = flags;
    if (format !== "ndjson" && format !== "har") {
      throw new CommandRefused(`--format must be ndjson or har, got ${JSON.stringify(format)}`);
    }
    const text = await tenant.journal.export({
      format,
      since: wholeNumber(flags, "since") ?? 0,
      hideActivationCodes: hideActivationCodes === true ? "true" : "false",
    });
    if (typeof out === "string") {
      await writeTo(out, text);
      return { record: null, lines: [`${out} written`] };
    }
    // Not line by line: a slow reader must get all of it.
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return { record: null, lines: [] };
  });
}

/** Writes a file that the user named. @throws CommandRefused */
export async function writeTo(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandRefused(`${path} must be a file that can be written, got: ${reason}`); // the system says why not
  }
}

/** What is too long for a line, or differs from run to run; `--json` has it. */
const LONG: ReadonlySet<string> = new Set([
  "request",
  "response",
  "body",
  "requestHeaders",
  "responseHeaders",
  "wallMs",
]);

/** One entry as a line: number, instant, kind, and what matters most of the rest. */
export function entryLine(entry: Entry): string {
  const { seq, at, kind, ...all } = entry;
  const details = Object.entries(all).flatMap(([name, value]) => {
    if (LONG.has(name)) return [];
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [`${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`];
  });
  return [String(seq).padStart(5), at, kind.padEnd(14), ...details].join("  ");
}

/** A near miss as lines: the entry, and below it what was missing. */
export function nearLines({ entry, misses }: NearMiss): string[] {
  const told = misses.map(({ path, expected, got }) => `         ${path}: ${expected}, got ${JSON.stringify(got)}`);
  return [`  near ${entryLine(entry)}`, ...told];
}

function wholeNumber(flags: GivenFlags, name: string): number | undefined {
  const text = flags[name];
  if (typeof text !== "string") return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new CommandRefused(`--${name} must be a whole number, got ${JSON.stringify(text)}`);
}

function durationOf(flag: string, text: string): number {
  const ms = duration.fromText(text);
  if (ms !== undefined) return ms;
  throw new CommandRefused(`${flag} must be ${duration.expected}, got ${JSON.stringify(text)}`);
}
