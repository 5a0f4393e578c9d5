import { isNode } from "../documents/json-pointer.ts";
import type { LawRule } from "../documents/semantics.ts";
import { listOf } from "../run/expressions.ts";
import { shown } from "./schema-violations.ts";

/** Evaluates an expression over variables. */
export type Evaluate = (expression: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

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

/** Longer texts are told apart by identity alone: to remember them would cost more than it spares. */
const LONGEST_TEXT = 20_000;

/**
 * What was judged and kept its law: most answers repeat rows that were seen before, and a law says the same of the same values. Values
 * must not be changed once they were judged.
 */
export class KeptLaws {
  readonly #ids = new Map<string, number>();
  readonly #idsOfObjects = new WeakMap<object, number>();
  readonly #kept = new Map<LawRule, Set<string>>();
  #last = 0;

  /** Names all that the expression of a law can see beside the row. */
  keyOf(law: LawRule, variables: Readonly<Record<string, unknown>>): string {
    const seen = NAMES.filter((name) => law.holds.includes(name)).map((name) => variables[name]);
    return seen.map((value) => this.#idOf(value)).join(" ");
  }

  has(law: LawRule, key: string, row: unknown): boolean {
    return this.#kept.get(law)?.has(`${key} ${this.#idOf(row)}`) === true;
  }

  add(law: LawRule, key: string, row: unknown): void {
    const kept = this.#kept.get(law) ?? new Set();
    this.#kept.set(law, kept.add(`${key} ${this.#idOf(row)}`));
  }

  #idOf(value: unknown): number {
    const isObject = typeof value === "object" && value !== null;
    const known = isObject ? this.#idsOfObjects.get(value) : undefined;
    if (known !== undefined) return known;
    const text = JSON.stringify(value) ?? "";
    const id = this.#ids.get(text) ?? this.#last + 1;
    this.#last = Math.max(this.#last, id);
    if (text.length <= LONGEST_TEXT) this.#ids.set(text, id);
    if (isObject) this.#idsOfObjects.set(value, id);
    return id;
  }
}

/**
 * How a successful answer breaks a law; null when it keeps it. `variables` are `request`, `answer`, `data`, `headers` and `clock`; a law
 * that needs the clock is silent without one only where its expression says so. `kept` remembers over the calls of one run.
 */
export async function brokenLaw(
  law: LawRule,
  variables: Readonly<Record<string, unknown>>,
  evaluate: Evaluate,
  kept: KeptLaws = new KeptLaws(),
): Promise<LawViolation | null> {
  const broken = (expected: string | null, got: string | null, seen: unknown): LawViolation => {
    return { message: law.says, expected, got, seen };
  };
  try {
    const rows = law.each === undefined ? [undefined] : listOf(await evaluate(law.each, variables));
    const key = kept.keyOf(law, variables);
    for (const row of rows.slice(0, ROW_LIMIT)) {
      if (kept.has(law, key, row)) continue;
      const seen = law.each === undefined ? variables : { ...variables, row, ...(isNode(row) ? row : {}) };
      if ((await evaluate(law.holds, seen)) === true) {
        kept.add(law, key, row);
        continue;
      }
      const [expected, got] = [await textOf(law.expected, seen, evaluate), await textOf(law.got, seen, evaluate)];
      return broken(expected, got, row ?? variables["data"]);
    }
    return null;
  } catch (error) {
    // An answer of another shape than the law speaks of breaks the law, not the run.
    return broken(null, error instanceof Error ? error.message : String(error), variables["data"]);
  }
}

async function textOf(
  expression: string | undefined,
  variables: Readonly<Record<string, unknown>>,
  evaluate: Evaluate,
): Promise<string | null> {
  if (expression === undefined) return null;
  const value = await evaluate(expression, variables);
  return typeof value === "string" ? value : shown(value);
}
