import { nodeOf } from "../documents/json-pointer.ts";
import type { Condition, ErrorRule } from "../documents/semantics.ts";
import type { Node, OperationSpec, Specification } from "../documents/specification.ts";
import type { Expectation } from "./case.ts";

/** What a refusal says, and how it stands against others. */
export interface ExpectedRefusal {
  readonly code: string;
  readonly status: number | null;
  /** Lower goes first; null where the documents do not say. */
  readonly precedence: number | null;
}

/** The refusal of a condition at a place: the operation's own rule there, else the rule for all operations. Null for none. */
function refusalFor(
  spec: Specification,
  operation: OperationSpec,
  { condition, location }: { readonly condition: Condition; readonly location: string | null },
): ExpectedRefusal | null {
  const own = operation.errors.find(
    (rule) => rule.condition === condition && location !== null && rule.location === location,
  );
  const rule = own ?? rootRule(spec, condition, location);
  if (rule === undefined) return null;
  const status = rule.status ?? null;
  return {
    code: rule.code,
    status,
    precedence: rule.precedence ?? rootRule(spec, condition, location)?.precedence ?? null,
  };
}

/** The rule for all operations: that of the place, else the one without a place. */
export function rootRule(spec: Specification, condition: Condition, location: string | null): ErrorRule | undefined {
  const rules = spec.errors.filter((rule) => rule.condition === condition);
  return (
    rules.find((rule) => location !== null && rule.location === location) ??
    rules.find((rule) => rule.location === undefined)
  );
}

/**
 * The refusal of broken keywords of one member. Where several are broken, the one that goes first; null where the documents leave
 * it open.
 */
export function refusalOfKeywords(
  spec: Specification,
  operation: OperationSpec,
  broken: {
    readonly schema: Node;
    readonly location: string;
    readonly keywords: readonly { readonly keyword: string; readonly condition: Condition }[];
  },
): ExpectedRefusal | null {
  const own = nodeOf(broken.schema["x-code"]);
  const found: ExpectedRefusal[] = [];
  for (const { keyword, condition } of broken.keywords) {
    const usual = refusalFor(spec, operation, { condition, location: broken.location });
    const code = own[keyword];
    const refusal = code === undefined ? usual : ownRefusal(spec, String(code));
    if (refusal === null) return null;
    found.push(refusal);
  }
  return firstOf(found);
}

/** A member's own code goes where that code goes elsewhere. */
function ownRefusal(spec: Specification, code: string): ExpectedRefusal {
  const ranks = spec.errors.flatMap((rule) =>
    rule.code === code && rule.precedence !== undefined ? [rule.precedence] : [],
  );
  return { code, status: null, precedence: ranks.length === 0 ? null : Math.min(...ranks) };
}

/** Of several refusals the one that is answered; null where it is not said. */
export function firstOf(refusals: readonly ExpectedRefusal[]): ExpectedRefusal | null {
  const [first, ...rest] = refusals;
  if (first === undefined || rest.every(({ code }) => code === first.code)) return first ?? null;
  const ranked = refusals.flatMap((refusal) =>
    refusal.precedence === null ? [] : [{ ...refusal, rank: refusal.precedence }],
  );
  if (ranked.length < refusals.length) return null;
  const lowest = Math.min(...ranked.map(({ rank }) => rank));
  const winners = ranked.filter(({ rank }) => rank === lowest);
  return winners.every(({ code }) => code === winners[0]?.code) ? (winners[0] ?? null) : null;
}

/** As a step expects it. */
export function refusedWith({ code, status }: Pick<ExpectedRefusal, "code" | "status">): Expectation {
  return { outcome: "refused", codes: [code], ...(status === null ? {} : { status }) };
}
