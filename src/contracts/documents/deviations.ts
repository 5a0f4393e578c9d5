import type { SpecPlace } from "../plan/case.ts";
import { isNode, kindOf, pointerOf } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import type { DocumentProblem, Report } from "./problem.ts";
import { readSource } from "./source.ts";

/** A known difference between a target and the contract, for a limited time. */
export interface Deviation {
  /** Id of a rule; with `*` at its end, of all rules that begin so. */
  readonly rule: string;
  /** Name of a target; `*` for every target. */
  readonly target: string;
  readonly reason: string;
  /** Where the difference was seen. */
  readonly evidence: string;
  /** Days, as `YYYY-MM-DD`. It counts up to and including the day on which it expires. */
  readonly since: string;
  readonly expires: string;
  readonly place: SpecPlace;
}

/** The entries of a file, or all that is wrong with it. */
export type DeviationsResult =
  | { readonly ok: true; readonly deviations: readonly Deviation[] }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

const MEMBERS = ["rule", "target", "reason", "evidence", "since", "expires"] as const;

/** Longer than a provider takes to answer, short enough that nobody forgets why. */
const LONGEST_DAYS = 120;

const DAY_MS = 86_400_000;

/** Reads `deviations.yaml`, a list of entries; `file` is its name in reports. */
export function readDeviations(path: string | URL, file = String(path)): DeviationsResult {
  const read = readSource(path, file);
  if (!read.ok) return read;
  const { value, placeOf } = read.source;
  const problems: DocumentProblem[] = [];
  const report: Report = (pointer, rule, message) => problems.push({ ...placeOf(pointer), rule, message });
  if (value !== null && !Array.isArray(value)) {
    report("#", "wrong-type", `deviations must be a list, got ${kindOf(value)}`);
    return { ok: false, problems };
  }
  const entries: readonly unknown[] = value ?? [];
  const deviations = entries.flatMap((entry, index) => {
    const pointer = pointerOf([index]);
    return entryOf(entry, { pointer, place: placeOf(pointer), report });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, deviations };
}

/** The first entry that covers a rule on a target; one that names the rule exactly goes before one with `*`. */
export function matchDeviation(entries: readonly Deviation[], rule: string, target: string): Deviation | null {
  const here = entries.filter((entry) => entry.target === "*" || entry.target === target);
  const exact = here.find((entry) => entry.rule === rule);
  const wide = here.find((entry) => entry.rule.endsWith("*") && rule.startsWith(entry.rule.slice(0, -1)));
  return exact ?? wide ?? null;
}

/** Whether an entry no longer counts on a day given as `YYYY-MM-DD`. */
export function isExpired(entry: Deviation, today: string): boolean {
  return entry.expires < today;
}

interface EntryPorts {
  readonly pointer: string;
  readonly place: SpecPlace;
  readonly report: Report;
}

function entryOf(entry: unknown, { pointer, place, report }: EntryPorts): Deviation[] {
  if (!isNode(entry)) {
    report(pointer, "wrong-type", `a deviation must be an object, got ${kindOf(entry)}`);
    return [];
  }
  for (const name of Object.keys(entry)) {
    if (MEMBERS.some((member) => member === name)) continue;
    report(`${pointer}/${name}`, "unknown-member", `unknown member ${name}; ${suggestion(name, MEMBERS)}`);
  }
  const text = (name: (typeof MEMBERS)[number]): string => {
    const value = entry[name];
    if (typeof value === "string" && value.trim() !== "") return value;
    const problem = value === undefined ? `must have ${name}` : `${name} must be a text that is not empty`;
    report(`${pointer}/${name}`, value === undefined ? "missing-member" : "wrong-type", `a deviation ${problem}`);
    return "";
  };
  const [rule, target, reason] = [text("rule"), text("target"), text("reason")];
  const [evidence, since, expires] = [text("evidence"), text("since"), text("expires")];
  if (/\*./.test(rule)) report(`${pointer}/rule`, "malformed", `only the last letter of rule may be *, got ${rule}`);
  checkDays({ since, expires }, pointer, report);
  return [{ rule, target, reason, evidence, since, expires, place }];
}

function checkDays(
  { since, expires }: { readonly since: string; readonly expires: string },
  pointer: string,
  report: Report,
): void {
  if (since === "" || expires === "") return; // missing, which is told already
  const [begin, end] = [dayOf(since), dayOf(expires)];
  if (begin === null) report(`${pointer}/since`, "malformed", `since must be a day as YYYY-MM-DD, got ${since}`);
  if (end === null) report(`${pointer}/expires`, "malformed", `expires must be a day as YYYY-MM-DD, got ${expires}`);
  if (begin === null || end === null) return;
  const days = (end - begin) / DAY_MS;
  if (days >= 0 && days <= LONGEST_DAYS) return;
  const message = `expires must be at most ${LONGEST_DAYS} days after since, and not before it, got ${days} days`;
  report(`${pointer}/expires`, "out-of-bounds", message);
}

/** A day in milliseconds; null for a text that is none, such as the 30th of February. */
function dayOf(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at;
}
