import type { Case } from "./case.ts";

/**
 * In `sim-fast` a constraint is tried with the first operation that has it, in `sim-full` with each: operations share schemas, and a keyword
 * that is not enforced shows wherever it is tried.
 */
export function triedOnce(cases: readonly Case[]): readonly Case[] {
  const tried = new Set<string>();
  return cases.map((one) => {
    const { file, line, column } = one.place;
    const key = JSON.stringify([one.rule.split(":")[3], file, line, column]);
    const isNew = !tried.has(key);
    tried.add(key);
    return isNew ? one : { ...one, weight: "full" };
  });
}
