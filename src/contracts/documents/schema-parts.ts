import type { Node } from "./specification.ts";

/** A schema in the definitions of `overlay-schema.ts`. */
export function ref(name: string): Node {
  return { $ref: `#/$defs/${name}` };
}

/** An object with these members and no others, so that a misspelt one is refused. */
export function closedObject(required: readonly string[], properties: Readonly<Record<string, Node>>): Node {
  return { type: "object", additionalProperties: false, required, properties };
}

/** As `closedObject`, with `source` and `grade`. Where they are absent, those of what is around count. */
export function markedObject(required: readonly string[], properties: Readonly<Record<string, Node>>): Node {
  return closedObject(required, { ...properties, source: ref("sources"), grade: ref("grade") });
}

/** A list with at least one entry. */
export function listWith(items: Node): Node {
  return { type: "array", minItems: 1, items };
}

/** An object whose members all have one schema, whatever their names. */
export function mapOf(additionalProperties: Node, names?: Node): Node {
  return { type: "object", minProperties: 1, additionalProperties, ...(names && { propertyNames: names }) };
}

/** One schema for what keeps `condition`, another for all else. */
export function either(condition: Node, kept: Node, otherwise: Node = {}): Node {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema.
  return { if: condition, then: kept, else: otherwise };
}

/** Free text. */
export const TEXT: Node = { type: "string", minLength: 1 };
/** JSONata. `means` is a keyword of ours, see `extension-check.ts`: what a text is, besides its form. */
export const EXPRESSION: Node = { type: "string", minLength: 1, means: "jsonata" };
/** A name of part of a rule id. */
export const NAME: Node = {
  type: "string",
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  description: "a name in lower case with hyphens",
};
/** A name in expressions. */
export const VARIABLE: Node = {
  type: "string",
  pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
  description: "a name of letters and digits, as it is a variable in expressions",
};
const DURATION_PATTERN = "^\\d+(\\.\\d+)?(ms|s|m|h|d)$";

/** A time span. */
export const DURATION: Node = {
  type: "string",
  pattern: DURATION_PATTERN,
  description: "a duration such as 500ms, 30s, 5m, 3h or 180d",
};
/** A time span, or JSONata that gives milliseconds. */
export const ADVANCE: Node = {
  type: ["string", "number"],
  pattern: `^=|${DURATION_PATTERN}`,
  description: "a duration such as 500ms, 30s, 5m, 3h or 180d, or an expression that begins with =",
  means: "template",
};
/** A number, or JSONata that gives one. */
export const NUMBER: Node = {
  type: ["string", "number"],
  pattern: "^=",
  description: "a number, or an expression that begins with =",
  means: "template",
};
/** Where a member stands in a request. */
export const PATH: Node = {
  type: "string",
  pattern: "^[^\\s.\\[\\]]+(\\.[^\\s.\\[\\]]+|\\[\\d+\\])*$",
  description: "a path such as packages[0].count",
};
/** A place in a request. */
export const LOCATION: Node = {
  type: "string",
  pattern: "^(body|header|query|path)(\\.[^\\s.\\[\\]]+|\\[\\d+\\])*$",
  description: "a place such as body.lines[0].count, header.X-Key or query.id",
};
/** An operationId. */
export const OPERATION: Node = { type: "string", means: "operation" };
/** An operation with `x-eventual`. */
export const EVENTUAL: Node = { type: "string", means: "eventual" };
/** An entry of `components.schemas.ErrorCode`, as text. */
export const CODE: Node = { type: "string", means: "code" };
/** A name under `webhooks:`. */
export const NOTIFICATION: Node = { type: "string", means: "notification" };
/** A name of `x-states`. */
export const RESOURCE: Node = { type: "string", means: "resource" };

export const FLAG: Node = { type: "boolean" };
export const COUNT: Node = { type: "integer", minimum: 1 };
export const STATUS: Node = { type: "integer", minimum: 100, maximum: 599 };
export const OPTIONS: Node = { type: "object", minProperties: 1 };
export const TEMPLATE: Node = ref("template");
export const WITH: Node = ref("with");
export const WITHOUT: Node = ref("without");
export const STEPS: Node = ref("steps");

/** Definitions that all others use. */
export const PARTS: Readonly<Record<string, Node>> = {
  grade: { enum: ["documented", "observed", "inferred", "proposed"] },
  sources: either({ type: "array" }, listWith(ref("source")), ref("source")),
  source: { type: "string", means: "source" },
  /** A text beginning with `=` is JSONata, anything else stands for itself; filled in recursively. */
  template: { means: "template", items: ref("template"), additionalProperties: ref("template") },
  /** Empty: the usual request, said on purpose. */
  with: { ...mapOf(ref("template"), PATH), minProperties: 0 },
  without: listWith(PATH),
  evidence: closedObject(["grade", "source"], { grade: ref("grade"), source: ref("sources") }),
};
