import type { Visited } from "./document-walk.ts";
import { below, isNode, kindOf, listOf, nodeOf } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import type { Report } from "./problem.ts";
import type { Node } from "./specification.ts";

const BOUNDS = [
  ["minLength", "maxLength"],
  ["minimum", "maximum"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
] as const;

const TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"];

/** Refuses schemas whose constraints nothing can keep. */
export function checkConstraints({ node, pointer, kind }: Visited, report: Report): void {
  if (kind !== "schema") return;
  checkBounds(node, pointer, report);
  checkTypes(node, pointer, report);
  checkRequired(node, pointer, report);
  checkPattern(node, pointer, report);
}

function checkBounds(node: Node, pointer: string, report: Report): void {
  for (const [lower, upper] of BOUNDS) {
    const [least, most] = [node[lower], node[upper]];
    if (typeof least !== "number" || typeof most !== "number" || least <= most) continue;
    report(below(pointer, lower), "contradiction", `${lower} ${least} is above ${upper} ${most}`);
  }
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = node;
  const pairs = [
    ["exclusiveMinimum", exclusiveMinimum, "maximum", maximum],
    ["minimum", minimum, "exclusiveMaximum", exclusiveMaximum],
    ["exclusiveMinimum", exclusiveMinimum, "exclusiveMaximum", exclusiveMaximum],
  ] as const;
  for (const [lower, least, upper, most] of pairs) {
    if (typeof least !== "number" || typeof most !== "number" || least < most) continue;
    report(below(pointer, lower), "contradiction", `${lower} ${least} is not below ${upper} ${most}`);
  }
}

function checkTypes(node: Node, pointer: string, report: Report): void {
  const { type } = node;
  if (type === undefined) return;
  const types = Array.isArray(type) ? type.map(String) : [String(type)];
  for (const name of types) {
    if (!TYPES.includes(name)) {
      report(below(pointer, "type"), "unknown-type", `there is no type ${name}; ${suggestion(name, TYPES)}`);
      return;
    }
  }
  const expectType = (value: unknown, place: string, what: string): void => {
    if (types.some((name) => isOfType(value, name))) return;
    const message = `${what} ${JSON.stringify(value)} is ${kindOf(value)} where type is ${types.join(" or ")}`;
    report(place, "contradiction", message);
  };
  if ("const" in node) expectType(node["const"], below(pointer, "const"), "const");
  if ("default" in node) expectType(node["default"], below(pointer, "default"), "default");
  for (const [index, member] of listOf(node["enum"]).entries()) {
    expectType(member, below(pointer, "enum", index), "the enum member");
  }
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isNode(value);
    default:
      return typeof value === type;
  }
}

function checkRequired(node: Node, pointer: string, report: Report): void {
  const { properties } = node;
  const required = listOf(node["required"]);
  // Members may come from another part of a composition, or stand only there.
  const isPart = ["allOf", "anyOf", "oneOf", "$ref", "if"].some((keyword) => keyword in node);
  if (!isNode(properties) && (isPart || node["type"] !== "object")) return;
  const names = Object.keys(nodeOf(properties));
  for (const [index, name] of required.entries()) {
    if (names.includes(String(name)) || isPart) continue;
    const message = `required member ${String(name)} is not among the properties; ${suggestion(String(name), names)}`;
    report(below(pointer, "required", index), "contradiction", message);
  }
}

function checkPattern(node: Node, pointer: string, report: Report): void {
  const { pattern } = node;
  if (typeof pattern !== "string") return;
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    // The only way to learn that a text is no expression.
    const cause = error instanceof Error ? error.message : String(error);
    report(below(pointer, "pattern"), "broken-pattern", `pattern must be a regular expression: ${cause}`);
  }
}
