import type { LawRule } from "../documents/semantics.ts";
import { shown } from "./schema-violations.ts";

/** Evaluates an expression over variables. */
export type Evaluate = (expression: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** A law that an answer breaks. */
export interface LawViolation {
  readonly law: LawRule;
  readonly root: string;
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
}

/** Rows of one answer that a law looks at; a catalogue has a few thousand. */
const ROW_LIMIT = 20_000;

/**
 * Which laws of an operation a successful answer breaks. `variables` are `request`, `answer`, `data`, `headers` and `clock`; a law
 * that needs the clock is silent without one only where its expression says so.
 */
export async function brokenLaws(
  laws: readonly LawRule[],
  variables: Readonly<Record<string, unknown>>,
  evaluate: Evaluate,
): Promise<readonly LawViolation[]> {
  const broken: LawViolation[] = [];
  for (const law of laws) {
    const violation = await violationOf(law, variables, evaluate);
    if (violation !== null) broken.push(violation);
  }
  return broken;
}

async function violationOf(
  law: LawRule,
  variables: Readonly<Record<string, unknown>>,
  evaluate: Evaluate,
): Promise<LawViolation | null> {
  try {
    const rows = law.each === undefined ? [undefined] : listOf(await evaluate(law.each, variables));
    for (const row of rows.slice(0, ROW_LIMIT)) {
      const seen = law.each === undefined ? variables : { ...variables, row };
      if ((await evaluate(law.holds, seen)) === true) continue;
      return brokenBy(law, await textOf(law.expected, seen, evaluate), await textOf(law.got, seen, evaluate));
    }
    return null;
  } catch (error) {
    // An answer of another shape than the law speaks of breaks the law, not the run.
    return brokenBy(law, null, error instanceof Error ? error.message : String(error));
  }
}

function brokenBy(law: LawRule, expected: string | null, got: string | null): LawViolation {
  return { law, root: `law ${law.name}`, message: law.says, expected, got };
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

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
