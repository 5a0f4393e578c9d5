import { readInstant } from "./instant.ts";
import type { JournalEntry } from "./journal.ts";
import { type Place, placeOf, placeText, valuesAt } from "./journal-place.ts";

/** What a value can be compared with. */
type Scalar = string | number | boolean | null;

/** Conditions on the value at one place; all of them must hold. */
export interface JournalOperators {
  readonly eq?: Scalar;
  readonly ne?: Scalar;
  readonly lt?: string | number;
  readonly lte?: string | number;
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly in?: readonly Scalar[];
  /** A regular expression, found anywhere in the text. */
  readonly matches?: string;
  /** A part of a text, or one entry of a list. */
  readonly contains?: string | number;
  readonly exists?: boolean;
  /** Equal to the value at this place of the cause; only where there is one. */
  readonly same?: string;
}

/**
 * A predicate on journal entries, as data. A member names a place: `operationId`, `request.orderNo`, `/request/orderNo`; its value is what
 * must stand there, an object of operators, or an object of places inside of it. `all`, `any` and `not` combine predicates.
 */
export interface JournalMatch {
  readonly all?: readonly JournalMatch[];
  readonly any?: readonly JournalMatch[];
  readonly not?: JournalMatch;
  readonly [place: string]: unknown;
}

/** Names of operators, in the order in which messages list them. */
export const OPERATORS = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "matches", "contains", "exists", "same"] as const;

type Operator = (typeof OPERATORS)[number];

/** What a predicate is judged against besides the entry. */
export interface MatchContext {
  readonly tenantId?: string;
  /** The entry that `same` refers to. */
  readonly cause?: JournalEntry | null;
}

/** A condition that an entry does not meet. */
export interface Miss {
  readonly path: string;
  /** What was expected there, in words. */
  readonly expected: string;
  /** What stands there; null for nothing. */
  readonly got: unknown;
}

/** A predicate ready to be applied; cheap conditions come before those that read a body. */
export interface CompiledMatch {
  readonly tests: readonly Test[];
}

interface Test {
  readonly cost: number;
  /** Whether it compares with the cause. */
  readonly needsCause: boolean;
  /** The condition that fails, or null when it holds. */
  readonly missOf: (entry: JournalEntry, context: MatchContext) => Miss | null;
}

const BODIES: readonly string[] = ["request", "response", "body"];

/**
 * Prepares a predicate that `checkMatch` has accepted. One that names an operation and no kind means calls: rules and violations name
 * operations too, and nobody who counts calls wants those.
 */
export function compileMatch(match: JournalMatch): CompiledMatch {
  const meansCalls = match["operationId"] !== undefined && match["kind"] === undefined;
  return compilePart(meansCalls ? { ...match, kind: "exchange" } : match);
}

function compilePart(match: Readonly<Record<string, unknown>>): CompiledMatch {
  const tests: Test[] = [];
  collect(match, [], tests);
  return { tests: tests.sort((one, other) => one.cost - other.cost) };
}

/** Says whether an entry is what the predicate describes. */
export function isMatch(match: CompiledMatch, entry: JournalEntry, context: MatchContext = {}): boolean {
  return match.tests.every((test) => test.missOf(entry, context) === null);
}

/** The entries that fit whatever the cause: a smaller list for those that are looked at once per cause. */
export function candidatesFor(
  match: CompiledMatch,
  entries: readonly JournalEntry[],
  context: MatchContext = {},
): JournalEntry[] {
  const free: CompiledMatch = { tests: match.tests.filter(({ needsCause }) => !needsCause) };
  return entries.filter((entry) => isMatch(free, entry, context));
}

/** The conditions that an entry does not meet; none for a match. */
export function missesOf(match: CompiledMatch, entry: JournalEntry, context: MatchContext = {}): Miss[] {
  return match.tests.flatMap((test) => test.missOf(entry, context) ?? []);
}

/** An entry that nearly matched, with what was missing. */
export interface NearMiss {
  readonly entry: JournalEntry;
  readonly misses: readonly Miss[];
}

/** The entries that come nearest to a predicate: at least one condition holds, the fewest fail; the later one when they are alike. */
export function nearestEntries(
  match: CompiledMatch,
  entries: readonly JournalEntry[],
  { context = {}, most = 3 }: { readonly context?: MatchContext; readonly most?: number } = {},
): NearMiss[] {
  const near: NearMiss[] = [];
  for (const entry of entries) {
    const misses = missesOf(match, entry, context);
    if (misses.length > 0 && misses.length < match.tests.length) near.push({ entry, misses });
  }
  const byLikeness = (one: NearMiss, other: NearMiss): number =>
    one.misses.length - other.misses.length || other.entry.seq - one.entry.seq;
  return near.sort(byLikeness).slice(0, most);
}

/** Says whether an object consists of operators and not of further places. */
export function isOperators(value: unknown): value is JournalOperators {
  return isObject(value) && Object.keys(value).some((name) => isOperator(name));
}

/** Says whether a value is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOperator(name: string): name is Operator {
  return OPERATORS.some((known) => known === name);
}

function collect(match: Readonly<Record<string, unknown>>, base: Place, tests: Test[]): void {
  for (const [name, wanted] of Object.entries(match)) {
    if (wanted === undefined) continue;
    if (base.length === 0 && (name === "all" || name === "any" || name === "not")) {
      tests.push(combination(name, wanted));
      continue;
    }
    const place = [...base, ...placeOf(name)];
    if (isOperators(wanted)) {
      for (const [operator, operand] of Object.entries(wanted)) {
        if (isOperator(operator) && operand !== undefined) tests.push(placeTest(place, operator, operand));
      }
    } else if (isObject(wanted)) collect(wanted, place, tests);
    else tests.push(Array.isArray(wanted) ? placeTest(place, "in", wanted) : placeTest(place, "eq", wanted));
  }
}

function combination(name: "all" | "any" | "not", wanted: unknown): Test {
  const parts = (Array.isArray(wanted) ? wanted : [wanted]).map((part) => compilePart(isObject(part) ? part : {}));
  const inner = parts.flatMap(({ tests }) => tests);
  return {
    cost: inner.reduce((most, test) => Math.max(most, test.cost), 1),
    needsCause: inner.some(({ needsCause }) => needsCause),
    missOf: (entry, context) => {
      const all = parts.map((part) => missesOf(part, entry, context));
      const holding = all.filter((misses) => misses.length === 0).length;
      if (name === "not") return holding === 0 ? null : { path: name, expected: "not this", got: "it is" };
      if (name === "all") return all.flat()[0] ?? null;
      if (holding > 0) return null;
      const told = all.map(([first]) => (first === undefined ? "" : `${first.path} ${first.expected}`)).join(" or ");
      return { path: name, expected: told, got: null };
    },
  };
}

function placeTest(place: Place, operator: Operator, given: unknown): Test {
  const path = placeText(place);
  const operand = path === "at" ? instantsOf(given) : given;
  const pattern = operator === "matches" ? new RegExp(String(operand), "u") : null;
  const cause = operator === "same" ? placeOf(String(operand)) : null;
  return {
    needsCause: cause !== null,
    cost: place.length > 1 && BODIES.includes(place[0] ?? "") ? 2 : 0,
    missOf: (entry, context) => {
      const values = path === "tenant" ? [context.tenantId] : valuesAt(entry, place);
      const wanted = cause === null ? operand : firstOf(valuesAt(context.cause ?? null, cause));
      if (holds(values, operator, pattern ?? wanted)) return null;
      return { path, expected: expectedBy(operator, wanted), got: firstOf(values) };
    },
  };
}

/** Entries hold instants in milliseconds, people write them as ISO 8601. */
function instantsOf(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(instantsOf);
  return typeof given === "string" ? (readInstant(given) ?? given) : given;
}

function firstOf(values: readonly unknown[]): unknown {
  return values[0] ?? null;
}

function holds(values: readonly unknown[], operator: Operator, operand: unknown): boolean {
  switch (operator) {
    case "exists":
      return values.length > 0 === (operand === true);
    case "ne":
      return !values.some((value) => isEqual(value, operand));
    case "eq":
      return values.some((value) => isEqual(value, operand));
    case "same":
      return operand !== null && values.some((value) => isEqual(value, operand));
    case "in":
      return Array.isArray(operand) && values.some((value) => operand.some((one) => isEqual(value, one)));
    case "matches":
      return operand instanceof RegExp && values.some((value) => isText(value) && operand.test(String(value)));
    case "contains":
      return values.some((value) =>
        Array.isArray(value) ? value.some((one) => isEqual(one, operand)) : String(value).includes(String(operand)),
      );
    default:
      return values.some((value) => isOrdered(compare(value, operand), operator));
  }
}

function isText(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Numbers and texts that read alike are equal: a code is text, yet people write it as a number. */
function isEqual(value: unknown, operand: unknown): boolean {
  if (value === operand) return true;
  return isText(value) && isText(operand) && String(value) === String(operand);
}

/** Below, at or above zero as for sorting; NaN when the two cannot be compared. */
function compare(value: unknown, operand: unknown): number {
  if (typeof value === "string" && typeof operand === "string") {
    if (value === operand) return 0;
    return value < operand ? -1 : 1;
  }
  if (!isText(value) || !isText(operand) || value === "" || operand === "") return Number.NaN;
  return Number(value) - Number(operand);
}

function isOrdered(order: number, operator: "lt" | "lte" | "gt" | "gte"): boolean {
  switch (operator) {
    case "lt":
      return order < 0;
    case "lte":
      return order <= 0;
    case "gt":
      return order > 0;
    case "gte":
      return order >= 0;
  }
}

const WORDS: Readonly<Record<Operator, string>> = {
  eq: "",
  ne: "anything but ",
  lt: "less than ",
  lte: "at most ",
  gt: "more than ",
  gte: "at least ",
  in: "one of ",
  matches: "text like ",
  contains: "containing ",
  exists: "",
  same: "as in the cause: ",
};

function expectedBy(operator: Operator, operand: unknown): string {
  if (operator === "exists") return operand === true ? "anything" : "nothing";
  return WORDS[operator] + JSON.stringify(operand);
}
