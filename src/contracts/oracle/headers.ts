import { below, followed, nodeOf } from "../documents/json-pointer.ts";
import type { SchemaValidators } from "../documents/schema-validators.ts";
import type { Node, Specification } from "../documents/specification.ts";
import type { AnswerViolation } from "./answer.ts";
import { schemaViolations } from "./schema-violations.ts";

/** An answer with the response that describes it. */
interface DescribedAnswer {
  readonly pointer: string;
  readonly definition: Node;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly isSuccess: boolean;
}

/** A client that is too fast must be told when to come back, wherever the document speaks of that header. */
const THROTTLED = { status: 429, header: "retry-after" } as const;

/** How the headers of an answer break what the document says about them. */
export function headerViolations(
  spec: Specification,
  validators: SchemaValidators,
  answer: DescribedAnswer,
): AnswerViolation[] {
  const violations: AnswerViolation[] = [];
  for (const name of Object.keys(nodeOf(answer.definition["headers"]))) {
    const place = below(answer.pointer, "headers", name);
    const pointer = followed(spec.document, place) ?? place;
    const definition = nodeOf(spec.at(pointer));
    const value = answer.headers.get(name.toLowerCase());
    if (value !== undefined)
      violations.push(...valueViolations(spec, validators, { name, pointer, definition, value }));
    else if (isNeeded(name, definition, answer)) {
      const message = `the header ${name} is missing`;
      violations.push({ aspect: "header", root: `header ${name}`, message, expected: name, got: "nothing", pointer });
    }
  }
  return violations;
}

function isNeeded(name: string, definition: Node, answer: DescribedAnswer): boolean {
  if (answer.status === THROTTLED.status && name.toLowerCase() === THROTTLED.header) return true;
  const on = definition["x-required-on"];
  if (on === "success") return answer.isSuccess;
  return definition["required"] === true;
}

function valueViolations(
  spec: Specification,
  validators: SchemaValidators,
  header: { readonly name: string; readonly pointer: string; readonly definition: Node; readonly value: string },
): AnswerViolation[] {
  const { name, pointer, definition, value } = header;
  if (definition["schema"] === undefined) return [];
  const { type } = spec.resolve(nodeOf(definition["schema"]));
  const isNumber = [type].flat().some((kind) => kind === "integer" || kind === "number");
  const typed = isNumber && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  const found = schemaViolations(validators.at(below(pointer, "schema"))(typed), `the header ${name}`);
  return found.map((violation) => ({ ...violation, aspect: "header", root: `header ${name}` }));
}
