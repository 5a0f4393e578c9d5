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

/**
 * How a successful answer breaks a law; null when it keeps it. `variables` are `request`, `answer`, `data`, `headers` and `clock`; a law
 * that needs the clock is silent without one only where its expression says so.
 */
export async function brokenLaw(
  law: LawRule,
  variables: Readonly<Record<string, unknown>>,
  evaluate: Evaluate,
): Promise<LawViolation | null> {
  const broken = (expected: string | null, got: string | null, seen: unknown): LawViolation => {
    return { message: law.says, expected, got, seen };
  };
  try {
    const rows = law.each === undefined ? [undefined] : listOf(await evaluate(law.each, variables));
    for (const row of rows.slice(0, ROW_LIMIT)) {
      const seen = law.each === undefined ? variables : { ...variables, row, ...(isNode(row) ? row : {}) };
      if ((await evaluate(law.holds, seen)) === true) continue;
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
