import { readInstant } from "./instant.ts";
import { MOST_PLACE_PARTS, placeOf } from "./journal-place.ts";
import { isObject, isOperators, type JournalMatch, OPERATORS } from "./journal-query.ts";
import type { JournalVocabulary } from "./journal-vocabulary.ts";
import { nearestName, validNames } from "./nearest.ts";

/** Something in a predicate or an expectation that is not as it must be. */
export interface QueryProblem {
  /** Member names and positions from the root of what was checked. */
  readonly path: readonly (string | number)[];
  /** What is accepted there, in words. */
  readonly expected: string;
  /** What was given; undefined for nothing. */
  readonly got: unknown;
}

/** How a predicate is to be checked. */
export interface MatchCheck {
  readonly vocabulary: JournalVocabulary;
  /** Whether there is a cause that `same` can refer to. */
  readonly hasCause?: boolean;
}

type Path = readonly (string | number)[];

/** Deeper predicates than this say nothing that a person could read. */
const MOST_DEPTH = 16;

const MOST_PATTERN_CHARACTERS = 500;

const MOST_LISTED = 1000;

/** What is wrong with a predicate, each place with what is accepted there; nothing for one that can match. */
export function checkMatch(value: unknown, path: Path, check: MatchCheck): QueryProblem[] {
  return checkPlaces(value, path, { ...check, place: [], depth: 0 });
}

/** Says whether a value passed `checkMatch`: then it is a predicate. */
export function isJournalMatch(value: unknown, problems: readonly QueryProblem[]): value is JournalMatch {
  return problems.length === 0 && isObject(value);
}

interface Walk extends MatchCheck {
  readonly place: readonly string[];
  readonly depth: number;
}

function checkPlaces(value: unknown, path: Path, walk: Walk): QueryProblem[] {
  if (!isObject(value)) return [{ path, expected: "an object of places and what must stand there", got: value }];
  const names = Object.keys(value);
  const misspelt = walk.place.length === 0 ? [] : names.filter(isMisspeltOperator);
  if (misspelt.length > 0) return misspelt.map((name) => wrongOperator(name, [...path, name]));
  if (names.length === 0) return [{ path, expected: "an object with at least one place", got: value }];
  if (walk.depth > MOST_DEPTH) return [{ path, expected: `nested at most ${MOST_DEPTH} deep`, got: null }];
  return names.flatMap((name) => {
    const inside = [...path, name];
    if (walk.place.length === 0 && (name === "all" || name === "any" || name === "not")) {
      return checkCombination(name, value[name], { path: inside, walk });
    }
    const place = [...walk.place, ...placeOf(name)];
    const misnamed = checkPlace(name, place, { path: inside, vocabulary: walk.vocabulary });
    return misnamed.length > 0 ? misnamed : checkWanted(value[name], inside, { ...walk, place, depth: walk.depth + 1 });
  });
}

/** A place inside of a body may have any name, yet one with the letters of an operator is hardly meant as such. */
function isMisspeltOperator(name: string): boolean {
  const letters = (word: string): string => [...word].sort().join("");
  if (OPERATORS.some((operator) => operator.length > 2 && letters(operator) === letters(name))) return true;
  const nearest = nearestName(name, LONG_OPERATORS);
  return nearest !== null && name.length > 4;
}

const LONG_OPERATORS = OPERATORS.filter((operator) => operator.length > 5);

function checkCombination(
  name: "all" | "any" | "not",
  value: unknown,
  { path, walk }: { readonly path: Path; readonly walk: Walk },
): QueryProblem[] {
  const deeper = { ...walk, depth: walk.depth + 1 };
  if (name === "not") return checkPlaces(value, path, deeper);
  if (!Array.isArray(value) || value.length === 0) {
    return [{ path, expected: "a list of at least one predicate", got: value }];
  }
  return value.flatMap((part, index) => checkPlaces(part, [...path, index], deeper));
}

function checkPlace(
  name: string,
  place: readonly string[],
  { path, vocabulary }: { readonly path: Path; readonly vocabulary: JournalVocabulary },
): QueryProblem[] {
  if (place.length > MOST_PLACE_PARTS || place.some((part) => part === "")) {
    const expected = "a place such as request.orderNo or /request/orderNo";
    return [{ path, expected, got: name }];
  }
  const [member = ""] = place;
  if (member === "*" || vocabulary.members.includes(member)) return [];
  const known = [...vocabulary.members, "all", "any", "not"];
  return [{ path, expected: `a place that begins with ${validNames(member, known)}`, got: name }];
}

function checkWanted(value: unknown, path: Path, walk: Walk): QueryProblem[] {
  const { place } = walk;
  const known = place.length === 1 ? walk.vocabulary.values[place[0] ?? ""] : undefined;
  if (place.length === 1 && place[0] === "at") return checkInstants(value, path);
  if (isOperators(value)) {
    return Object.entries(value).flatMap((one) => checkOperator(one, path, { walk, known }));
  }
  if (isObject(value)) {
    // Scalars have no members: what looks like a place inside of one is a misspelt operator.
    if (known === undefined) return checkPlaces(value, path, walk);
    return Object.keys(value).map((name) => wrongOperator(name, [...path, name]));
  }
  if (Array.isArray(value)) return checkList(value, path, known);
  return isScalar(value) ? checkKnown(value, path, known) : [{ path, expected: "a value", got: value }];
}

function checkOperator(
  [name, operand]: readonly [string, unknown],
  path: Path,
  { walk, known }: { readonly walk: Walk; readonly known: readonly string[] | undefined },
): QueryProblem[] {
  const at = [...path, name];
  switch (name) {
    case "eq":
    case "ne":
      return isScalar(operand) ? checkKnown(operand, at, known) : [{ path: at, expected: "a value", got: operand }];
    case "lt":
    case "lte":
    case "gt":
    case "gte":
    case "contains":
      return isOrderable(operand) ? [] : [{ path: at, expected: "a number or a text", got: operand }];
    case "in":
      return checkList(operand, at, known);
    case "matches":
      return isPattern(operand) ? [] : [{ path: at, expected: "a regular expression", got: operand }];
    case "exists":
      return typeof operand === "boolean" ? [] : [{ path: at, expected: "true or false", got: operand }];
    case "same":
      if (walk.hasCause !== true) return [{ path: at, expected: "left out where there is no cause", got: operand }];
      if (typeof operand !== "string") return [{ path: at, expected: "a place of the cause, as text", got: operand }];
      return checkPlace(operand, placeOf(operand), { path: at, vocabulary: walk.vocabulary });
    default:
      return [wrongOperator(name, at)];
  }
}

/** Instants are compared as numbers, so that a text which is none would never match. */
function checkInstants(value: unknown, path: Path): QueryProblem[] {
  if (isObject(value) || Array.isArray(value)) {
    return Object.entries(value).flatMap(([name, operand]) => {
      if (!Array.isArray(value) && !OPERATORS.some((known) => known === name))
        return [wrongOperator(name, [...path, name])];
      return name === "exists" || name === "same"
        ? []
        : checkInstants(operand, [...path, Array.isArray(value) ? Number(name) : name]);
    });
  }
  if (typeof value === "number" || (typeof value === "string" && readInstant(value) !== null)) return [];
  return [{ path, expected: "an instant such as 2026-01-01T00:00:00Z, or milliseconds since 1970", got: value }];
}

function wrongOperator(name: string, path: Path): QueryProblem {
  return { path, expected: validNames(name, OPERATORS), got: name };
}

function checkList(value: unknown, path: Path, known: readonly string[] | undefined): QueryProblem[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_LISTED || !value.every(isScalar)) {
    return [{ path, expected: `a list of 1 to ${MOST_LISTED} values`, got: value }];
  }
  return value.flatMap((one, index) => checkKnown(one, [...path, index], known));
}

function checkKnown(value: unknown, path: Path, known: readonly string[] | undefined): QueryProblem[] {
  if (known === undefined || (typeof value === "string" && known.includes(value))) return [];
  return [{ path, expected: validNames(String(value), known), got: value }];
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === "boolean" || isOrderable(value);
}

function isOrderable(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}

function isPattern(value: unknown): boolean {
  if (typeof value !== "string" || value.length > MOST_PATTERN_CHARACTERS) return false;
  try {
    new RegExp(value, "u");
    return true;
  } catch {
    return false; // the engine says why, but for a person it is not a regular expression
  }
}
