import { checkMatch, isJournalMatch, type MatchCheck, type QueryProblem } from "./journal-check.ts";
import type { Expectation, ExpectedCount } from "./journal-expectation.ts";
import { isObject, type JournalMatch } from "./journal-query.ts";
import { validNames } from "./nearest.ts";
import { err, ok, type Result } from "./result.ts";
import { parseDuration } from "./time.ts";

type Path = readonly (string | number)[];

const MEMBERS = ["says", "match", "count", "order", "never", "after", "expect", "within", "causeOptional"];

/** More steps than an order that a person would write. */
const MOST_STEPS = 100;

const MOST_SAYS_CHARACTERS = 500;

/**
 * Reads an expectation as it is written in files and requests, where a time limit is a duration (`within: 30s`). Refused with everything
 * that is wrong, each at its place.
 */
export function readExpectation(value: unknown, path: Path, check: MatchCheck): Result<Expectation, WrongExpectation> {
  if (!isObject(value)) {
    const problem = { path, expected: "an expectation, such as {match: {...}}", got: value };
    return err({ code: "wrong-expectation", problems: [problem] });
  }
  const reader = new Reader(path, check);
  const unknown = Object.keys(value).filter((name) => !MEMBERS.includes(name));
  for (const name of unknown) reader.refuse([name], `left out; ${validNames(name, MEMBERS)}`, value[name]);
  const expectation = reader.read(value);
  reader.checkTogether(value);
  const { problems } = reader;
  return problems.length === 0 ? ok(expectation) : err({ code: "wrong-expectation", problems });
}

/** Why an expectation cannot be judged. */
export interface WrongExpectation {
  readonly code: "wrong-expectation";
  readonly problems: readonly QueryProblem[];
}

class Reader {
  readonly problems: QueryProblem[] = [];
  readonly #path: Path;
  readonly #check: MatchCheck;

  constructor(path: Path, check: MatchCheck) {
    this.#path = path;
    this.#check = check;
  }

  refuse(path: Path, expected: string, got: unknown): void {
    this.problems.push({ path: [...this.#path, ...path], expected, got });
  }

  read(value: Readonly<Record<string, unknown>>): Expectation {
    const { says, match, count, order, never, after, expect, within, causeOptional } = value;
    const hasCause = after !== undefined;
    return {
      ...member("says", this.#says(says)),
      ...member("match", this.#match(match, ["match"])),
      ...member("count", this.#count(count)),
      ...member("order", this.#order(order)),
      ...member("never", this.#match(never, ["never"], hasCause)),
      ...member("after", this.#match(after, ["after"])),
      ...member("expect", this.#match(expect, ["expect"], hasCause)),
      ...member("withinMs", this.#within(within)),
      ...member("causeOptional", this.#causeOptional(causeOptional)),
    };
  }

  /** Which members go with which. */
  checkTogether(value: Readonly<Record<string, unknown>>): void {
    const kinds = ["match", "order", "never", "expect"];
    const given = kinds.filter((name) => value[name] !== undefined);
    if (given.length !== 1) {
      const got = given.length === 0 ? undefined : given.join(" and ");
      this.refuse(given.slice(1, 2), `an expectation with one of ${kinds.join(", ")}`, got);
      return;
    }
    const [kind = ""] = given;
    const needless: Record<string, readonly string[]> = {
      count: ["match"],
      after: ["never", "expect"],
      causeOptional: ["never", "expect"],
    };
    for (const [name, fitting] of Object.entries(needless)) {
      if (value[name] === undefined || fitting.includes(kind)) continue;
      this.refuse([name], `left out: it goes with ${fitting.join(" or ")}, not with ${kind}`, value[name]);
    }
    if (kind === "expect" && value["after"] === undefined)
      this.refuse(["after"], "given: the cause of expect", undefined);
    if (kind === "never" && value["within"] !== undefined && value["after"] === undefined) {
      this.refuse(["within"], "left out: without after nothing says when it begins", value["within"]);
    }
  }

  #says(value: unknown): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === "string" && value.length <= MOST_SAYS_CHARACTERS) return value;
    this.refuse(["says"], `a text of at most ${MOST_SAYS_CHARACTERS} characters`, value);
    return undefined;
  }

  #match(value: unknown, path: Path, hasCause = false): JournalMatch | undefined {
    if (value === undefined) return undefined;
    const problems = checkMatch(value, [...this.#path, ...path], { ...this.#check, hasCause });
    this.problems.push(...problems);
    return isJournalMatch(value, problems) ? value : undefined;
  }

  #order(value: unknown): readonly JournalMatch[] | undefined {
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || value.length < 2 || value.length > MOST_STEPS) {
      this.refuse(["order"], `a list of 2 to ${MOST_STEPS} predicates`, value);
      return undefined;
    }
    return value.flatMap((step: unknown, index): readonly JournalMatch[] => {
      const match = this.#match(step, ["order", index]);
      return match === undefined ? [] : [match];
    });
  }

  #count(value: unknown): ExpectedCount | undefined {
    if (value === undefined || isCount(value)) return value;
    if (!isObject(value)) {
      this.refuse(["count"], "a whole number, or an object with atLeast and atMost", value);
      return undefined;
    }
    const bounds: { atLeast?: number; atMost?: number } = {};
    for (const [name, bound] of Object.entries(value)) {
      if (name !== "atLeast" && name !== "atMost") {
        this.refuse(["count", name], `left out; ${validNames(name, ["atLeast", "atMost"])}`, bound);
      } else if (!isCount(bound)) this.refuse(["count", name], "a whole number from 0", bound);
      else bounds[name] = bound;
    }
    if (bounds.atLeast !== undefined && bounds.atMost !== undefined && bounds.atLeast > bounds.atMost) {
      this.refuse(["count", "atMost"], `at least atLeast (${bounds.atLeast})`, bounds.atMost);
    }
    return bounds;
  }

  #within(value: unknown): number | undefined {
    if (value === undefined) return undefined;
    const ms = typeof value === "string" ? parseDuration(value) : null;
    if (ms !== null) return ms;
    this.refuse(["within"], "a duration such as 500ms, 30s, 2h or 180d", value);
    return undefined;
  }

  #causeOptional(value: unknown): boolean | undefined {
    if (value === undefined || typeof value === "boolean") return value;
    this.refuse(["causeOptional"], "true or false", value);
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function member<N extends keyof Expectation>(name: N, value: Expectation[N] | undefined): Expectation {
  return value === undefined ? {} : { [name]: value };
}
