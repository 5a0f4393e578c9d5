import type { Visited } from "./document-walk.ts";
import { below, followed, isNode, listOf, nodeOf, segmentsOf, valueAt } from "./json-pointer.ts";
import type { Report } from "./problem.ts";
import { type SchemaError, schemaValidators } from "./schema-validators.ts";
import type { Node } from "./specification.ts";

/** Longer values are cut in messages. */
const LONGEST_VALUE = 80;

/** Checks the examples of one object of the document, if it has any. */
export type ExampleCheck = (visited: Visited) => void;

/** An example value and where it stands. */
interface Example {
  readonly value: unknown;
  readonly pointer: string;
}

/**
 * Refuses examples that break their schema: of requests, answers and notifications, of parameters and headers, and of schemas.
 * In answers and notifications a member that is not described is a violation, too.
 */
export function exampleCheck(document: Node, report: Report): ExampleCheck {
  const open = schemaValidators(document, { isClosed: false });
  const closed = schemaValidators(document, { isClosed: true });
  return ({ node, pointer, kind }) => {
    const isAnswer = pointer.startsWith("#/webhooks/") || segmentsOf(pointer).includes("responses");
    const schemaPointer = kind === "schema" ? pointer : below(pointer, "schema");
    const examples = kind === "schema" ? ownExamples(node, pointer) : namedExamples(document, node, pointer);
    if (examples.length === 0 || !isNode(valueAt(document, schemaPointer)) || isForeignMedia(pointer)) return;
    try {
      const validate = (isAnswer ? closed : open).at(schemaPointer);
      for (const { value, pointer: place } of examples) {
        const error = tellingError(validate(value));
        if (error !== null) report(placeIn(place, error.path), "broken-example", messageOf(error));
      }
    } catch (error) {
      // What the compiler of schemas throws: a keyword that it cannot use, or a reference that leads nowhere.
      const cause = error instanceof Error ? error.message : String(error);
      report(schemaPointer, "unusable-schema", `the schema cannot be used: ${cause}`);
    }
  };
}

/** Of the errors of several alternatives, the one deepest inside tells most. */
function tellingError(errors: readonly SchemaError[]): SchemaError | null {
  const leaves = errors.filter(({ keyword }) => keyword !== "oneOf" && keyword !== "anyOf");
  const depth = ({ path }: SchemaError): number => stepsOf(path).length;
  return (leaves.length > 0 ? leaves : errors).reduce<SchemaError | null>(
    (telling, error) => (telling === null || depth(error) > depth(telling) ? error : telling),
    null,
  );
}

function messageOf({ path, keyword, limit, value }: SchemaError): string {
  const where = path === "" ? "it" : path;
  const begin = "the example breaks its schema:";
  if (keyword === "required") return `${begin} ${where} is missing`;
  if (keyword === "additionalProperties") return `${begin} ${where} is not described`;
  return `${begin} ${where} must keep ${keyword} ${shortened(limit)}, got ${shortened(value)}`;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}

/** `lines[0].count` as names on the way. */
function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((name) => name !== "");
}

function placeIn(example: string, path: string): string {
  return below(example, ...stepsOf(path));
}

function ownExamples(node: Node, pointer: string): Example[] {
  return listOf(node["examples"]).map((value, index) => ({ value, pointer: below(pointer, "examples", index) }));
}

function namedExamples(document: Node, node: Node, pointer: string): Example[] {
  const examples: Example[] = "example" in node ? [{ value: node["example"], pointer: below(pointer, "example") }] : [];
  for (const name of Object.keys(nodeOf(node["examples"]))) {
    const place = followed(document, below(pointer, "examples", name));
    if (place === null) continue; // refused as a dangling reference
    const entry = nodeOf(valueAt(document, place));
    if ("value" in entry) examples.push({ value: entry["value"], pointer: below(place, "value") });
  }
  return examples;
}

/** Whether it is the body of something else than JSON. */
function isForeignMedia(pointer: string): boolean {
  const segments = segmentsOf(pointer);
  return segments.at(-2) === "content" && !/json/i.test(segments.at(-1) ?? "");
}
