import type { SchemaError } from "../documents/schema-validators.ts";
import type { AnswerViolation } from "./answer.ts";

const SHOWN_LENGTH = 200;
const SHOWN_LIST = 12;

/** The errors of a schema as violations: one for each broken keyword, whichever rows break it. */
export function schemaViolations(errors: readonly SchemaError[], whole = "the body"): AnswerViolation[] {
  const violations = new Map<string, AnswerViolation>();
  for (const error of preciseErrors(errors)) {
    const root = rootOf(error);
    if (!violations.has(root)) violations.set(root, violationOf(error, root, whole));
  }
  return [...violations.values()];
}

/**
 * Of the alternatives that failed, those errors tell most that lie deepest; where all say no more than that the kind of value is
 * wrong, the alternatives are named as a whole.
 */
function preciseErrors(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unions = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  let kept = errors;
  for (const union of unions) {
    if (!kept.includes(union)) continue;
    const parts = kept.filter((error) => error !== union && error.isOfAlternative && isWithin(error.path, union.path));
    const telling = parts.filter(({ path, keyword }) => path !== union.path || !KINDS.has(keyword));
    const dropped = telling.length > 0 ? [union, ...parts.filter((part) => !telling.includes(part))] : parts;
    kept = kept.filter((error) => !dropped.includes(error));
  }
  return kept;
}

const KINDS = new Set(["type", "const", "enum"]);

function isWithin(path: string, parent: string): boolean {
  return parent === "" || path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}

function rootOf({ pointer, keyword, path }: SchemaError): string {
  const member = keyword === "required" || keyword === "additionalProperties" ? ` ${lastName(path)}` : "";
  return `schema ${pointer} ${keyword}${member}`;
}

function lastName(path: string): string {
  return /[^.\]]*$/.exec(path)?.[0] ?? path;
}

function violationOf(error: SchemaError, root: string, whole: string): AnswerViolation {
  const where = error.path === "" ? whole : error.path;
  return {
    aspect: "schema",
    root,
    message: `${where} ${complaintOf(error)}`,
    expected: expectedOf(error),
    got: error.keyword === "required" ? "nothing" : shown(error.value),
    pointer: `${error.pointer}/${error.keyword}`,
  };
}

function complaintOf({ keyword, limit }: SchemaError): string {
  switch (keyword) {
    case "required":
      return "is missing";
    case "additionalProperties":
      return "is not described by the document";
    case "type":
      return `is not of type ${listText(limit)}`;
    case "const":
    case "enum":
      return "is not one of the documented values";
    case "pattern":
      return `does not match ${String(limit)}`;
    case "format":
      return `is not of the format ${String(limit)}`;
    case "oneOf":
    case "anyOf":
      return "fits none of the documented alternatives, or more than one";
    default:
      return `breaks ${keyword} ${shown(limit)}`;
  }
}

function expectedOf({ keyword, limit }: SchemaError): string | null {
  switch (keyword) {
    case "required":
      return "a value";
    case "additionalProperties":
      return "no such member";
    case "type":
      return listText(limit);
    case "oneOf":
    case "anyOf":
      return null;
    case "enum":
      return `one of ${shown(Array.isArray(limit) ? limit.slice(0, SHOWN_LIST) : limit)}`;
    case "const":
      return shown(limit);
    default:
      return `${keyword} ${shown(limit)}`;
  }
}

function listText(value: unknown): string {
  return Array.isArray(value) ? value.join(" or ") : String(value);
}

/** A JSON value as it may stand in a message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}...` : text;
}
