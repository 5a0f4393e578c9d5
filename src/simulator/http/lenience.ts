import type { Violation } from "./contract.ts";

/**
 * Leaves out the violations that the contract marks as tolerated (`x-lenient`): always when it names no option, else while
 * that option is off.
 */
export function withoutTolerated(
  violations: readonly Violation[],
  options: Readonly<Record<string, unknown>>,
): Violation[] {
  return violations.filter(({ schema, keyword }) => {
    const lenient = schema["x-lenient"];
    if (typeof lenient !== "object" || lenient === null) return true;
    const { keywords, option } = lenient as { keywords?: unknown; option?: unknown }; // checked below, member by member
    if (!Array.isArray(keywords) || !keywords.includes(keyword)) return true;
    return typeof option === "string" && options[option] === true;
  });
}
