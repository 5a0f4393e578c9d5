import { listOf } from "../../documents/json-pointer.ts";
import { type SchemaError, schemaValidators } from "../../documents/schema-validators.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { valueAt, withoutValue, withValue } from "../../run/paths.ts";
import { usualBody, usualQuery } from "../usual-request.ts";
import { type Member, membersOf, queryMembersOf } from "./members.ts";

/** How a request differs from the usual one. */
export interface Patch {
  readonly with?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
}

/** A request of an operation that can be varied and checked against its schema without being sent. */
export interface RequestModel {
  /** Where its members stand, for rule ids. */
  readonly where: "body" | "query";
  readonly members: readonly Member[];
  /** The usual request as a template, expressions and all. */
  readonly usual: unknown;
  /** What is wrong with the usual request once it is changed, after a round trip through JSON. */
  errorsOf(patch: Patch): readonly SchemaError[];
}

/** The request of an operation, its body or its query; null for one that takes neither. */
export function requestModel(spec: Specification, operation: OperationSpec): RequestModel | null {
  const schemas = schemaValidators(spec.document, { isClosed: false });
  const isQuery = operation.requestPointer === null;
  const members = isQuery ? queryMembersOf(spec, operation) : membersOf(spec, operation);
  if (members.length === 0) return null;
  const usual = isQuery ? usualQuery(spec, operation) : usualBody(spec, operation);
  const parameters = operation.parameters.filter((parameter) => parameter.in === "query");
  const validate = isQuery
    ? schemas.ofObject(
        `query ${operation.operationId}`,
        Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
        parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name),
      )
    : schemas.at(operation.requestPointer ?? "#");
  const sample = concrete(usual, members);
  const errorsOf = (patch: Patch): readonly SchemaError[] => {
    const value = concrete(patched(sample, patch), members);
    return validate(isQuery ? textsOf(value) : JSON.parse(JSON.stringify(value ?? null)));
  };
  return { where: isQuery ? "query" : "body", members, usual, errorsOf };
}

/** A copy of a request with a patch. */
function patched(request: unknown, patch: Patch): unknown {
  let value = request;
  for (const [path, member] of Object.entries(patch.with ?? {})) value = withValue(value, path, member);
  for (const path of patch.without ?? []) value = withoutValue(value, path);
  return value;
}

/** Everything in a query is text. */
function textsOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, String(member)]));
}

/** A template with an example in the place of each expression. */
function concrete(template: unknown, members: readonly Member[]): unknown {
  let value = template;
  for (const member of members) {
    if (isExpression(valueAt(value, member.path))) value = withValue(value, member.path, exampleOf(member));
  }
  return withoutExpressions(value);
}

/** Further items of a list are like its first one. */
function withoutExpressions(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [first]: unknown[] = value;
    return value.map((item: unknown) => withoutExpressions(item !== first && holdsExpression(item) ? first : item));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutExpressions(member)]));
}

/** What stands at a member's path of a request; of a list that an expression gives, a list with its first item. */
export function usualAt(usual: unknown, { path, ref, forms }: Member): unknown {
  const value = valueAt(usual, path);
  const isList = forms.some(({ types }) => types.includes("array"));
  return isList && ref !== null && isExpression(value) ? [`=(${ref.value})[0]`] : value;
}

function holdsExpression(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isExpression(value);
  return Object.values(value).some(holdsExpression);
}

function isExpression(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("=");
}

/** A valid value of a member: its first example, constant or enumerated value, or a made one. */
export function exampleOf({ schema, forms }: Pick<Member, "schema" | "forms">): unknown {
  const [example] = listOf(schema["examples"]);
  if (example !== undefined) return example;
  const [form] = forms;
  if (form === undefined) return null;
  if ("const" in form.schema) return form.schema["const"];
  const [named] = [...listOf(form.schema["enum"]), ...listOf(form.schema["examples"])];
  if (named !== undefined) return named;
  const { minimum, minLength } = form.schema;
  switch (form.types[0]) {
    case "integer":
    case "number":
      return typeof minimum === "number" ? minimum : 1;
    case "boolean":
      return true;
    case "array":
      return [];
    case "object":
      return {};
    case "null":
      return null;
    default:
      return "x".repeat(typeof minLength === "number" ? Math.max(1, minLength) : 1);
  }
}
