import { isNode, valueAt } from "../documents/json-pointer.ts";

/** What runtime expressions are read from. Header names are in lower case. */
export interface Scope {
  /** Null before anything was sent. */
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly header: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly path: Readonly<Record<string, unknown>>;
    readonly body: unknown;
  } | null;
  /** Null before an answer came. */
  readonly response: {
    readonly statusCode: number;
    readonly header: Readonly<Record<string, unknown>>;
    readonly body: unknown;
  } | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly steps: Readonly<Record<string, { readonly outputs: Readonly<Record<string, unknown>> }>>;
  readonly workflows: Readonly<
    Record<
      string,
      { readonly inputs: Readonly<Record<string, unknown>>; readonly outputs: Readonly<Record<string, unknown>> }
    >
  >;
  readonly sourceDescriptions: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** A runtime expression, taken apart. `pointer` is a JSON pointer into the value, or null. */
export interface Expression {
  readonly root:
    | "url"
    | "method"
    | "statusCode"
    | "request"
    | "response"
    | "inputs"
    | "outputs"
    | "steps"
    | "workflows"
    | "sourceDescriptions"
    | "components";
  /** Names after the root: `["header", "retry-after"]`, `["order", "outputs", "number"]`. */
  readonly path: readonly string[];
  readonly pointer: string | null;
}

/** A text that needs no quoting in a name. */
const NAME = "[A-Za-z0-9_-]+";
const SHAPES: readonly (readonly [root: Expression["root"], shape: RegExp])[] = [
  ["url", /^\$url$/],
  ["method", /^\$method$/],
  ["statusCode", /^\$statusCode$/],
  ["request", /^\$request\.(header|query|path)\.([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/],
  ["request", /^\$request\.(body)$/],
  ["response", /^\$response\.(header|query|path)\.([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/],
  ["response", /^\$response\.(body)$/],
  ["inputs", /^\$inputs\.([^\s#]+)$/],
  ["outputs", /^\$outputs\.([^\s#]+)$/],
  ["steps", new RegExp(`^\\$steps\\.(${NAME})\\.(outputs)\\.([^\\s#]+)$`)],
  ["workflows", new RegExp(`^\\$workflows\\.(${NAME})\\.(inputs|outputs)\\.([^\\s#]+)$`)],
  ["sourceDescriptions", new RegExp(`^\\$sourceDescriptions\\.(${NAME})(?:\\.([^\\s#]+))?$`)],
  ["components", new RegExp(`^\\$components\\.(${NAME})\\.([^\\s#]+)$`)],
];
/** Where a pointer may follow: the values that have an inside. */
const POINTED = /^(request|response)$/;
const INSIDE = /^(inputs|outputs|steps|workflows)$/;

/** Takes a runtime expression apart; null when it is none. */
export function parseExpression(text: string): Expression | null {
  const at = text.startsWith("$request.header") || text.startsWith("$response.header") ? -1 : text.indexOf("#");
  const head = at === -1 ? text : text.slice(0, at);
  const pointer = at === -1 ? null : text.slice(at);
  if (pointer !== null && !/^#(\/([^~]|~[01])*)?$/.test(pointer)) return null;
  for (const [root, shape] of SHAPES) {
    const found = shape.exec(head);
    if (found === null) continue;
    const path = found.slice(1).filter((name) => name !== undefined);
    const isInside = INSIDE.test(root) || (POINTED.test(root) && path[0] === "body");
    return pointer !== null && !isInside ? null : { root, path, pointer };
  }
  return null;
}

/** Whether a text is meant to be a runtime expression, right or wrong. */
export function looksLikeExpression(text: string): boolean {
  return /^\$[A-Za-z]+(\.|$|#)/.test(text);
}

/** The value of an expression; undefined when there is none. */
export function evaluateExpression({ root, path, pointer }: Expression, scope: Scope): unknown {
  const value = partOf(root, path, scope);
  return pointer === null ? value : valueAt(value, pointer);
}

function partOf(root: Expression["root"], path: readonly string[], scope: Scope): unknown {
  const [first = "", second = "", third = ""] = path;
  switch (root) {
    case "url":
    case "method":
      return scope.request?.[root];
    case "statusCode":
      return scope.response?.statusCode;
    case "request":
    case "response": {
      const parts = root === "request" ? scope.request : scope.response;
      const name = first === "header" ? second.toLowerCase() : second;
      return first === "body" ? parts?.body : named(named(parts, first), name);
    }
    case "inputs":
    case "outputs":
      return named(scope[root], first);
    case "steps":
      return named(named(named(scope.steps, first), second), third);
    case "workflows":
      return named(named(named(scope.workflows, first), second), third);
    case "sourceDescriptions":
      return second === "" || second === "url" ? named(scope.sourceDescriptions, first) : undefined;
    case "components":
      return named(named(scope.components, first), second);
  }
}

/** A member by its name; a dotted name that no member has leads from member to member. */
function named(value: unknown, name: string): unknown {
  if (!isNode(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const dot = name.indexOf(".");
  return dot === -1 ? undefined : named(named(value, name.slice(0, dot)), name.slice(dot + 1));
}

/** An expression in braces inside of a text; a pointer may hold anything but a closing brace. */
const EMBEDDED = /\{(\$[^{}]*)\}/g;

/** The texts of all runtime expressions in a value, whole or embedded, right or wrong. */
export function expressionsIn(template: unknown): string[] {
  if (typeof template === "string") {
    if (looksLikeExpression(template)) return [template];
    return [...template.matchAll(EMBEDDED)].map(([, inside]) => inside ?? "");
  }
  if (Array.isArray(template)) return template.flatMap(expressionsIn);
  return isNode(template) ? Object.values(template).flatMap(expressionsIn) : [];
}

/** How a template is filled. */
export interface Filling {
  readonly scope: Scope;
  /** Is given the text of each expression that has no value. */
  readonly missing: string[];
  /** Writes an embedded value; as it is shown, unless told otherwise. */
  readonly embed?: (value: unknown) => string;
}

/** Fills a value: a text that is an expression keeps the type of what it stands for, embedded ones become text. */
export function fillExpressions(template: unknown, filling: Filling): unknown {
  if (typeof template === "string") return fillText(template, filling);
  if (Array.isArray(template)) return template.map((item) => fillExpressions(item, filling));
  if (!isNode(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fillExpressions(value, filling)]));
}

function fillText(text: string, filling: Filling): unknown {
  if (looksLikeExpression(text)) return found(text, filling);
  const { embed = shownValue } = filling;
  return text.replace(EMBEDDED, (_, inside: string) => embed(found(inside, filling)));
}

function found(text: string, { scope, missing }: Filling): unknown {
  const expression = parseExpression(text);
  const value = expression === null ? undefined : evaluateExpression(expression, scope);
  if (value === undefined) missing.push(text);
  return value;
}

/** A value as text: a text as it is, nothing as an empty one, everything else as JSON. */
export function shownValue(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}
