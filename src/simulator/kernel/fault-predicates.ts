/** A value that a predicate compares with. */
export type Scalar = string | number | boolean | null;

/** What a value of a request or a fact must be; every condition that is given has to hold. */
export interface Predicate {
  readonly eq?: Scalar;
  readonly ne?: Scalar;
  readonly in?: readonly Scalar[];
  readonly lt?: number;
  readonly gt?: number;
  /** A regular expression that is found somewhere in the text. */
  readonly matches?: string;
  readonly exists?: boolean;
}

export const PREDICATE_NAMES = ["eq", "ne", "in", "lt", "gt", "matches", "exists"] as const;

/** Characters of a text that a regular expression looks at, so that a long one costs little. */
const SEARCHED_CHARACTERS = 2000;

/**
 * Whether one of the values found satisfies a predicate. Where nothing was found only `exists: false` and `ne` hold. Numbers and their
 * texts are the same, because headers and queries are texts and providers take either.
 */
export function satisfies(found: readonly unknown[], predicate: Predicate): boolean {
  if (predicate.exists === false) return found.length === 0;
  if (found.length === 0)
    return predicate.exists === undefined && Object.keys(predicate).every((name) => name === "ne");
  return found.some((value) => holds(value, predicate));
}

function holds(value: unknown, { eq, ne, in: list, lt, gt, matches }: Predicate): boolean {
  if (eq !== undefined && !isSame(value, eq)) return false;
  if (ne !== undefined && isSame(value, ne)) return false;
  if (list?.some((one) => isSame(value, one)) === false) return false;
  if (lt !== undefined && !(numberOf(value) < lt)) return false;
  if (gt !== undefined && !(numberOf(value) > gt)) return false;
  if (matches === undefined) return true;
  const text = typeof value === "string" || typeof value === "number" ? String(value) : null;
  return text !== null && patternOf(matches).test(text.slice(0, SEARCHED_CHARACTERS));
}

/** Why no value can ever satisfy a predicate, in words; null when one can. */
export function contradictionIn(predicate: Predicate): string | null {
  const { eq, ne, in: list, lt, gt, matches, exists } = predicate;
  if (Object.keys(predicate).length === 0) return "it names no condition";
  if (exists === false && Object.keys(predicate).some((name) => name !== "exists")) {
    return "what does not exist cannot satisfy another condition";
  }
  if (list !== undefined && list.length === 0) return "an empty list holds nothing";
  if (lt !== undefined && gt !== undefined && gt >= lt) return `nothing is greater than ${gt} and less than ${lt}`;
  if (matches !== undefined && !isPattern(matches)) return `${JSON.stringify(matches)} is no regular expression`;
  const wanted = eq === undefined ? list : [eq];
  if (wanted === undefined) return null;
  const { eq: _eq, ...others } = predicate;
  const isPossible = wanted.some((value) => holds(value, others));
  if (isPossible) return null;
  return ne !== undefined && wanted.every((value) => isSame(value, ne))
    ? `a value cannot be ${JSON.stringify(ne)} and differ from it`
    : `${wanted.map((value) => JSON.stringify(value)).join(" or ")} does not satisfy the other conditions`;
}

function isSame(value: unknown, other: Scalar): boolean {
  if (value === other) return true;
  const isText = (one: unknown): boolean => typeof one === "string" || typeof one === "number";
  return isText(value) && isText(other) && String(value) === String(other);
}

function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d{1,16}(\.\d{1,9})?$/.test(value) ? Number(value) : Number.NaN;
}

const patterns = new Map<string, RegExp>();

/** Compiled once; the store of them is emptied when it holds as many as all rules of a few tenants. */
function patternOf(text: string): RegExp {
  const known = patterns.get(text);
  if (known !== undefined) return known;
  if (patterns.size >= 1000) patterns.clear();
  const made = new RegExp(text, "u");
  patterns.set(text, made);
  return made;
}

function isPattern(text: string): boolean {
  try {
    patternOf(text);
    return true;
  } catch {
    return false; // the constructor is the only judge of regular expressions
  }
}
