import { isNode } from "../documents/json-pointer.ts";
import type { LawRule } from "../documents/semantics.ts";
import { listOf } from "../run/expressions.ts";
import { shown } from "./schema-violations.ts";

/** Evaluates an expression over variables. */
export type Evaluate = (expression: string, variables: Variables) => Promise<unknown>;

type Variables = Readonly<Record<string, unknown>>;

/** A law that an answer breaks. */
export interface LawViolation {
  readonly message: string;
  /** As the law shows them; null where it does not say how. */
  readonly expected: string | null;
  readonly got: string | null;
  /** The row that breaks it, or the whole payload. */
  readonly seen: unknown;
}

/** Rows of one answer that a law looks at; a catalogue has a few thousand. */
const ROW_LIMIT = 20_000;

/** What a law can look at beside a row. */
const NAMES = ["request", "answer", "data", "headers", "status", "success", "code", "clock"] as const;

/** Told apart by identity alone: they rarely repeat, and to write out thousands of rows costs more than that spares. */
const WHOLE: ReadonlySet<string> = new Set(["answer", "data"]);

/** Laws that look at the same rows, and at the same things beside them. */
interface LawGroup {
  /** Absent for laws about a whole answer. */
  readonly each: string | undefined;
  readonly names: readonly (typeof NAMES)[number][];
  readonly laws: readonly LawRule[];
  /** A list of verdicts, one for each law. */
  readonly verdicts: string;
  /** Rows that keep all the laws, by what else was seen: ids of values. */
  readonly kept: Map<string, Set<number>>;
}

/**
 * The laws of one operation. Most rows keep all of them, and most were seen before: those that look at the same things are evaluated in one
 * go, and a row that has kept them is not judged again, as they say the same of the same values. Values must not be changed once they were
 * judged.
 */
export class Laws {
  readonly #groups: readonly LawGroup[];
  readonly #evaluate: Evaluate;
  readonly #ids = new ValueIds();

  constructor(laws: readonly LawRule[], evaluate: Evaluate) {
    this.#groups = groupsOf(laws);
    this.#evaluate = evaluate;
  }

  /**
   * What a successful answer says to each law: null for one that it keeps, the first violation for one that it breaks. `variables` are
   * `request`, `answer`, `data`, `headers`, `status`, `success`, `code` and `clock`; where `clock` is null, laws about it are left out.
   */
  async judge(variables: Variables): Promise<ReadonlyMap<LawRule, LawViolation | null>> {
    const verdicts = new Map<LawRule, LawViolation | null>();
    const rowsOf = new Map<string, readonly unknown[]>();
    for (const group of this.#groups) {
      if (variables["clock"] === null && group.names.includes("clock")) continue;
      for (const law of group.laws) verdicts.set(law, null);
      try {
        const rows = await this.#rowsOf(group, { variables, known: rowsOf });
        await this.#judgeRows(group, { variables, rows, verdicts });
      } catch (error) {
        for (const law of group.laws) verdicts.set(law, unfit(law, error, variables));
      }
    }
    return verdicts;
  }

  /** The rows that a group looks at, nothing for a law about a whole answer; groups that look at the same ones share them. */
  async #rowsOf(
    { each }: LawGroup,
    { variables, known }: { readonly variables: Variables; readonly known: Map<string, readonly unknown[]> },
  ): Promise<readonly unknown[]> {
    if (each === undefined) return [undefined];
    const rows = known.get(each) ?? listOf(await this.#evaluate(each, variables)).slice(0, ROW_LIMIT);
    known.set(each, rows);
    return rows;
  }

  async #judgeRows(
    group: LawGroup,
    {
      variables,
      rows,
      verdicts,
    }: {
      readonly variables: Variables;
      readonly rows: readonly unknown[];
      readonly verdicts: Map<LawRule, LawViolation | null>;
    },
  ): Promise<void> {
    const key = group.names.map((name) => this.#ids.of(variables[name], WHOLE.has(name))).join(" ");
    const kept = group.kept.get(key) ?? new Set();
    group.kept.set(key, kept);
    for (const row of rows) {
      const id = this.#ids.of(row);
      if (kept.has(id)) continue;
      const seen = group.each === undefined ? variables : { ...variables, row, ...(isNode(row) ? row : {}) };
      if (await this.#keepsAll(group, seen)) {
        kept.add(id);
        continue;
      }
      for (const law of group.laws) {
        if (verdicts.get(law) === null) verdicts.set(law, await this.#violation(law, seen, row));
      }
    }
  }

  async #keepsAll({ verdicts, laws }: LawGroup, seen: Variables): Promise<boolean> {
    try {
      const found = listOf(await this.#evaluate(verdicts, seen));
      return found.length === laws.length && found.every((verdict) => verdict === true);
    } catch {
      return false; // one of the laws does not fit the shape of the answer: each is asked by itself
    }
  }

  async #violation(law: LawRule, seen: Variables, row: unknown): Promise<LawViolation | null> {
    try {
      if ((await this.#evaluate(law.holds, seen)) === true) return null;
      const [expected, got] = [await this.#textOf(law.expected, seen), await this.#textOf(law.got, seen)];
      return { message: law.says, expected, got, seen: row ?? seen["data"] };
    } catch (error) {
      return unfit(law, error, seen);
    }
  }

  async #textOf(expression: string | undefined, variables: Variables): Promise<string | null> {
    if (expression === undefined) return null;
    const value = await this.#evaluate(expression, variables);
    return typeof value === "string" ? value : shown(value);
  }
}

/** An answer of another shape than the law speaks of breaks the law, not the run. */
function unfit(law: LawRule, error: unknown, variables: Variables): LawViolation {
  const got = error instanceof Error ? error.message : String(error);
  return { message: law.says, expected: null, got, seen: variables["data"] };
}

function groupsOf(laws: readonly LawRule[]): readonly LawGroup[] {
  const groups = new Map<string, LawRule[]>();
  for (const law of laws) {
    const key = JSON.stringify([law.each ?? null, namesIn(law)]);
    groups.set(key, [...(groups.get(key) ?? []), law]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const verdicts = `[${alike.map(({ holds }) => `(${holds}) = true`).join(", ")}]`;
    return [{ each: first.each, names: namesIn(first), laws: alike, verdicts, kept: new Map<string, Set<number>>() }];
  });
}

/** What the expression of a law speaks of beside a row. */
function namesIn({ holds }: LawRule): readonly (typeof NAMES)[number][] {
  return NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(holds));
}

/** Numbers for values: the same one for values that are written alike, unless only the same object will do. */
class ValueIds {
  readonly #ids = new Map<string, number>();
  readonly #idsOfObjects = new WeakMap<object, number>();
  #last = 0;

  of(value: unknown, isByIdentity = false): number {
    const isObject = typeof value === "object" && value !== null;
    const known = isObject ? this.#idsOfObjects.get(value) : undefined;
    if (known !== undefined) return known;
    const text = isObject && isByIdentity ? null : (JSON.stringify(value) ?? "");
    const id = (text === null ? undefined : this.#ids.get(text)) ?? this.#last + 1;
    this.#last = Math.max(this.#last, id);
    if (text !== null) this.#ids.set(text, id);
    if (isObject) this.#idsOfObjects.set(value, id);
    return id;
  }
}
