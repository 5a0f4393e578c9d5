/** A piece of a simple condition; `at` is where it begins. */
export type ConditionToken =
  | { readonly kind: "sign"; readonly text: string; readonly at: number }
  | {
      readonly kind: "literal";
      readonly text: string;
      readonly value: boolean | number | string | null;
      readonly at: number;
    }
  | { readonly kind: "expression"; readonly text: string; readonly at: number }
  /** `[0]`, `['name']` or `.name`, directly behind an expression. */
  | { readonly kind: "step"; readonly text: string; readonly names: readonly (string | number)[]; readonly at: number };

/** The pieces, or what is wrong. */
export type TokensResult =
  | { readonly ok: true; readonly tokens: readonly ConditionToken[] }
  | { readonly ok: false; readonly message: string };

const SPACE = /\s+/y;
const SIGN = /\|\||&&|==|!=|<=|>=|[<>!()]/y;
const TEXT = /'((?:[^']|'')*)'/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(true|false|null)(?!\w)/y;
/** Ends where an operator, a parenthesis, an index or a space begins. */
const EXPRESSION = /\$[^\s()<>=!&|[\]']+/y;
const STEP = /\[(\d+)\]|\['((?:[^']|'')*)'\]|\.([A-Za-z_][\w-]*)/y;

/** Takes the text of a condition to pieces. */
export function tokensOf(text: string): TokensResult {
  const tokens: ConditionToken[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) at += space[0].length;
    if (at >= text.length) break;
    const token = tokenAt(text, at, tokens.at(-1));
    if (token === null) {
      return {
        ok: false,
        message: `character ${at + 1}: expected a value or an operator, got ${text.slice(at, at + 12)}`,
      };
    }
    tokens.push(token);
    at += token.text.length;
  }
  return { ok: true, tokens };
}

function tokenAt(text: string, at: number, before: ConditionToken | undefined): ConditionToken | null {
  const isBehind = before !== undefined && before.at + before.text.length === at;
  if (isBehind && (before.kind === "expression" || before.kind === "step")) {
    const step = matchAt(STEP, text, at);
    if (step !== null) return { kind: "step", text: step[0], names: [nameOf(step)], at };
  }
  const expression = matchAt(EXPRESSION, text, at);
  if (expression !== null) return { kind: "expression", text: expression[0], at };
  const literal = literalAt(text, at);
  if (literal !== null) return { kind: "literal", ...literal, at };
  const sign = matchAt(SIGN, text, at);
  return sign === null ? null : { kind: "sign", text: sign[0], at };
}

function nameOf([, index, quoted, plain]: RegExpExecArray): string | number {
  return index === undefined ? (quoted?.replaceAll("''", "'") ?? plain ?? "") : Number(index);
}

function literalAt(text: string, at: number): { text: string; value: boolean | number | string | null } | null {
  const quoted = matchAt(TEXT, text, at);
  if (quoted !== null) return { text: quoted[0], value: (quoted[1] ?? "").replaceAll("''", "'") };
  const number = matchAt(NUMBER, text, at);
  if (number !== null) return { text: number[0], value: Number(number[0]) };
  const word = matchAt(WORD, text, at)?.[0];
  return word === undefined ? null : { text: word, value: word === "null" ? null : word === "true" };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
