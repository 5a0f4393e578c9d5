import { isDeepStrictEqual } from "node:util";
import { isNode } from "../../contracts/documents/json-pointer.ts";
import { valueAtPath } from "../format/paths.ts";
import type { Conditions, Matcher } from "../format/scenario.ts";

const LONGEST_SHOWN = 300;

/** A value for people. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}

/** What members of a value are not as they must be: a sentence for each; none when all fit. */
export function mismatches(value: unknown, members: Readonly<Record<string, Matcher>>): string[] {
  return Object.entries(members).flatMap(([path, matcher]) => {
    const found = valueAtPath(value, path);
    return conditionsOf(matcher)
      .filter(([name, wanted]) => !holds(name, wanted, found))
      .map(([name, wanted]) => `${path} must ${saysOf(name, wanted)}, got ${shown(found)}`);
  });
}

/** A matcher that is no object of conditions means equality. */
function conditionsOf(matcher: Matcher): [string, unknown][] {
  return isNode(matcher) ? Object.entries(matcher) : [["is", matcher]];
}

function holds(name: string, wanted: unknown, found: unknown): boolean {
  switch (
    name as keyof Conditions // the schema admits no other
  ) {
    case "is":
      return isDeepStrictEqual(found, wanted);
    case "not":
      return !isDeepStrictEqual(found, wanted);
    case "atLeast":
      return typeof found === "number" && found >= Number(wanted);
    case "atMost":
      return typeof found === "number" && found <= Number(wanted);
    case "count":
      return Array.isArray(found) && found.length === wanted;
    case "exists":
      return (found !== undefined) === wanted;
    case "contains":
      if (Array.isArray(found)) return found.some((entry) => isDeepStrictEqual(entry, wanted));
      return typeof found === "string" && found.includes(String(wanted));
    case "matches":
      return typeof found === "string" && new RegExp(String(wanted)).test(found);
  }
}

function saysOf(name: string, wanted: unknown): string {
  switch (
    name as keyof Conditions // the schema admits no other
  ) {
    case "is":
      return `be ${shown(wanted)}`;
    case "not":
      return `not be ${shown(wanted)}`;
    case "atLeast":
      return `be at least ${shown(wanted)}`;
    case "atMost":
      return `be at most ${shown(wanted)}`;
    case "count":
      return `have ${shown(wanted)} entries`;
    case "exists":
      return wanted === true ? "be there" : "not be there";
    case "contains":
      return `contain ${shown(wanted)}`;
    case "matches":
      return `match ${String(wanted)}`;
  }
}

/** Whether a text or number stands anywhere in a value. */
export function names(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((entry) => names(entry, wanted));
  if (isNode(value)) return Object.values(value).some((member) => names(member, wanted));
  return (typeof value === "string" || typeof value === "number") && String(value) === wanted;
}
