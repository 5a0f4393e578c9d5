import type { Criterion } from "./arazzo.ts";
import { type Comparing, holds } from "./conditions.ts";
import { findsByJsonPath } from "./json-path.ts";
import { evaluateExpression, fillExpressions, parseExpression, type Scope, shownValue } from "./runtime-expressions.ts";

/** Whether a criterion holds. */
export function isMet(criterion: Criterion, scope: Scope, comparing: Comparing): boolean {
  if (criterion.type === "simple") return holds(criterion.condition, scope, comparing);
  const value = contextOf(criterion.context, scope);
  if (value === undefined) return false;
  return criterion.type === "regex"
    ? criterion.pattern.test(shownValue(value))
    : findsByJsonPath(value, criterion.text);
}

function contextOf(context: string, scope: Scope): unknown {
  return fillExpressions(context, { scope, missing: [] });
}

/** What a criterion was about, for a report: each expression with its value. */
export function seenBy({ text, ...criterion }: Criterion, scope: Scope): string {
  const about = criterion.type === "simple" ? text : criterion.context;
  const expressions = about.match(/\$[A-Za-z][^\s()<>=!&|[\]']*/g) ?? [];
  const seen = [...new Set(expressions)].map((one) => {
    const expression = parseExpression(one);
    const value = expression === null ? undefined : evaluateExpression(expression, scope);
    return `${one} was ${value === undefined ? "missing" : cut(JSON.stringify(value))}`;
  });
  return seen.join(", ");
}

const SHOWN_CHARACTERS = 160;

function cut(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}
