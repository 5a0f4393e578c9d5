import { isNode, listOf } from "../documents/json-pointer.ts";
import { type ConditionToken, tokensOf } from "./condition-tokens.ts";
import {
  type Expression,
  evaluateExpression,
  expressionsIn,
  fillExpressions,
  parseExpression,
  type Scope,
} from "./runtime-expressions.ts";

/**
 * A simple condition of Arazzo, for which the text has no grammar. Ours:
 *
 *     condition  = and *( "||" and )
 *     and        = not *( "&&" not )
 *     not        = "!" not / comparison
 *     comparison = operand [ ( "==" / "!=" / "<" / "<=" / ">" / ">=" ) operand ]
 *     operand    = "(" condition ")" / literal / expression *( "[" index "]" / "." name )
 *     literal    = "true" / "false" / "null" / number / "'" text "'"      ; '' inside of a text is one quote
 *
 * Texts are compared without regard to letter case. Values of different types are never equal, and neither is smaller than the
 * other; a value that does not exist equals nothing, not even null. A value alone holds unless it is false, null or missing.
 */
export type Condition =
  | { readonly kind: "or" | "and"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "literal"; readonly value: boolean | number | string | null }
  | {
      readonly kind: "expression";
      readonly text: string;
      readonly expression: Expression;
      readonly steps: readonly (string | number)[];
    };

type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";
const COMPARISONS: readonly Comparison[] = ["==", "!=", "<", "<=", ">", ">="];

/** A condition, or what is wrong with it. */
export type ConditionResult =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly message: string };

/** Reads a simple condition. */
export function parseCondition(text: string): ConditionResult {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const parser = new Parser(tokens.tokens, text.length);
  try {
    return { ok: true, condition: parser.whole() };
  } catch (error) {
    // The parser throws from whatever depth it has reached.
    if (!(error instanceof ConditionFault)) throw error;
    return { ok: false, message: error.message };
  }
}

class ConditionFault extends Error {}

class Parser {
  readonly #tokens: readonly ConditionToken[];
  readonly #length: number;
  #at = 0;

  constructor(tokens: readonly ConditionToken[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  whole(): Condition {
    const condition = this.#or();
    if (this.#at < this.#tokens.length) throw this.#fault("an operator or the end");
    return condition;
  }

  #or(): Condition {
    return this.#chain("or", "||", () => this.#chain("and", "&&", () => this.#not()));
  }

  #chain(kind: "or" | "and", sign: string, part: () => Condition): Condition {
    const first = part();
    const parts = [first];
    while (this.#take(sign)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  #not(): Condition {
    return this.#take("!") ? { kind: "not", part: this.#not() } : this.#comparison();
  }

  #comparison(): Condition {
    const left = this.#operand();
    const operator = COMPARISONS.find((sign) => this.#take(sign));
    return operator === undefined ? left : { kind: "compare", operator, left, right: this.#operand() };
  }

  #operand(): Condition {
    if (this.#take("(")) {
      const inner = this.#or();
      if (!this.#take(")")) throw this.#fault("a closing parenthesis");
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (token?.kind === "literal") {
      this.#at += 1;
      return { kind: "literal", value: token.value };
    }
    if (token?.kind === "expression") {
      this.#at += 1;
      return this.#expression(token);
    }
    throw this.#fault("a value");
  }

  #expression(token: { readonly text: string; readonly at: number }): Condition {
    const steps: (string | number)[] = [];
    let { text } = token;
    // The body of an answer may be followed by names, which the grammar of expressions does not know.
    const dotted = /^(\$(?:request|response)\.body)\.([^#]+)$/.exec(text);
    if (dotted !== null) {
      text = dotted[1] ?? "";
      steps.push(...(dotted[2] ?? "").split("."));
    }
    const expression = parseExpression(text);
    if (expression === null) throw new ConditionFault(`character ${token.at + 1}: ${text} is no runtime expression`);
    for (let next = this.#tokens[this.#at]; next?.kind === "step"; next = this.#tokens[this.#at]) {
      steps.push(...next.names);
      this.#at += 1;
    }
    return { kind: "expression", text, expression, steps };
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }

  #fault(expected: string): ConditionFault {
    const token = this.#tokens[this.#at];
    const at = (token?.at ?? this.#length) + 1;
    return new ConditionFault(`character ${at}: expected ${expected}, got ${token?.text ?? "the end"}`);
  }
}

/** How texts are compared. */
export interface Comparing {
  /** Letter case counts, as it does in other runners. */
  readonly isCaseSensitive?: boolean;
}

/** Whether a condition holds. */
export function holds(condition: Condition, scope: Scope, comparing: Comparing = {}): boolean {
  const value = evaluate(condition, scope, comparing);
  return value !== undefined && value !== null && value !== false;
}

function evaluate(condition: Condition, scope: Scope, comparing: Comparing): unknown {
  switch (condition.kind) {
    case "or":
      return condition.parts.some((part) => holds(part, scope, comparing));
    case "and":
      return condition.parts.every((part) => holds(part, scope, comparing));
    case "not":
      return !holds(condition.part, scope, comparing);
    case "literal":
      return typeof condition.value === "string"
        ? fillExpressions(condition.value, { scope, missing: [] })
        : condition.value;
    case "expression":
      return condition.steps.reduce(stepInto, evaluateExpression(condition.expression, scope));
    case "compare": {
      const [left, right] = [condition.left, condition.right].map((side) => evaluate(side, scope, comparing));
      return compare(condition.operator, left, right, comparing);
    }
  }
}

function stepInto(value: unknown, step: string | number): unknown {
  if (typeof step === "number") return listOf(value)[step];
  return isNode(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function compare(operator: Comparison, left: unknown, right: unknown, { isCaseSensitive = false }: Comparing): boolean {
  const folded = (value: unknown): unknown =>
    typeof value === "string" && !isCaseSensitive ? value.toLowerCase() : value;
  const [one, other] = [folded(left), folded(right)];
  if (operator === "==" || operator === "!=") return isEqual(one, other) === (operator === "==");
  const order = orderOf(one, other);
  if (order === null) return false;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function isEqual(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
}

function orderOf(one: unknown, other: unknown): number | null {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one !== "string" || typeof other !== "string") return null;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The texts of the runtime expressions in a condition, those embedded in its texts included. */
export function textsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "or":
    case "and":
      return condition.parts.flatMap(textsOf);
    case "not":
      return textsOf(condition.part);
    case "compare":
      return [...textsOf(condition.left), ...textsOf(condition.right)];
    case "literal":
      return expressionsIn(condition.value);
    case "expression":
      return [condition.text];
  }
}
