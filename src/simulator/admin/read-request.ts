import { BODY_LIMIT_BYTES } from "../http/body.ts";
import type { Call } from "../http/call.ts";
import type { Contract, ContractOperation, Violation } from "../http/contract.ts";
import { nearestName, validNames } from "../kernel/nearest.ts";
import { ok } from "../kernel/result.ts";
import { type Controlled, type RefusedPlace, refuse, shown } from "./control/refusal.ts";

/** A request of the control API that keeps to its document. */
export interface AdminRequest {
  /** A path parameter, decoded. */
  param(name: string): string;
  /** A query parameter; undefined when absent. */
  query(name: string): string | undefined;
  /** A query parameter that is a whole number; undefined when absent. */
  count(name: string): number | undefined;
  /** The body, `{}` when it may be left out and was. */
  readonly body: unknown;
  /** Aborted when the client has gone away. */
  readonly signal: () => AbortSignal;
}

/** Reads the body of a request and checks body and query against the document. */
export function readRequest(
  call: Call,
  read: {
    readonly operation: ContractOperation;
    readonly contract: Contract;
    readonly param: (name: string) => string;
    /** Names of all query parameters that were sent. */
    readonly queryNames: readonly string[];
    /** Asked for by operations that wait: to make one costs something. */
    readonly signal: () => AbortSignal;
  },
): Controlled<AdminRequest> {
  const { operation, contract, param, signal } = read;
  const body = readBody(call, operation);
  if (!body.ok) return body;
  const violations = [
    ...queryPlaces(call, read),
    ...contract.requestViolations(operation.operationId, body.value).map((found) => placeOf("body", found)),
  ];
  const places = [...new Map(violations.map((place) => [place.path, place])).values()];
  const [first] = places;
  if (first !== undefined) {
    const more = places.length > 1 ? ` (and ${places.length - 1} more)` : "";
    const message = `${first.path} must be ${first.expected}, got ${first.got ?? "nothing"}${more}`;
    return refuse("invalid-request", message, places);
  }
  const count = (name: string): number | undefined => {
    const sent = call.query(name);
    return sent === undefined ? undefined : Number(sent);
  };
  return ok({ param, query: call.query, count, body: body.value, signal });
}

function readBody(call: Call, operation: ContractOperation): Controlled<unknown> {
  const described = operation.definition["requestBody"];
  if (described === undefined) return ok({});
  const { body } = call;
  if (body.kind === "too-large") return refuse("body-too-large", `the body is longer than ${BODY_LIMIT_BYTES} bytes`);
  if (body.kind === "empty") {
    const isRequired =
      typeof described === "object" && described !== null && "required" in described && described.required;
    return isRequired === true ? refuse("malformed-body", "this operation needs a body, a JSON object") : ok({});
  }
  const type = call.header("content-type");
  if (type === null || !/^application\/json *(?:;.*)?$/i.test(type)) {
    return refuse(
      "not-json",
      `a body must have content-type application/json, got ${shown(type ?? undefined) ?? "none"}`,
    );
  }
  if (body.kind === "malformed") return refuse("malformed-body", body.reason);
  const { value } = body;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return ok(value);
  return refuse("malformed-body", `the body must be a JSON object, got ${shown(value) ?? "nothing"}`);
}

function queryPlaces(
  call: Call,
  read: { readonly operation: ContractOperation; readonly contract: Contract; readonly queryNames: readonly string[] },
): RefusedPlace[] {
  const known: string[] = []; // each described parameter is asked for once
  const violations = read.contract.queryViolations(read.operation.operationId, (name) => {
    known.push(name);
    return call.query(name);
  });
  const unknown = read.queryNames.filter((name) => !known.includes(name));
  return [
    ...unknown.map((name) => leftOut(`query.${name.slice(0, 100)}`, name, known)),
    ...violations.map((found) => placeOf("query", found)),
  ];
}

function leftOut(path: string, name: string, known: readonly string[]): RefusedPlace {
  const expected = known.length === 0 ? "left out" : `left out; known are ${known.join(", ")}`;
  const nearest = nearestName(name, known);
  return { path, expected: nearest === null ? expected : `${expected}; did you mean ${nearest}?`, got: shown(name) };
}

/** One broken constraint in words. An unknown member is named by its own path. */
function placeOf(root: "body" | "query", violation: Violation): RefusedPlace {
  const { keyword, schema, value } = violation;
  const path = [root, ...violation.path].join(".");
  if (keyword === "additionalProperties" && typeof value === "object" && value !== null) {
    const known = Object.keys(typeof schema["properties"] === "object" ? (schema["properties"] ?? {}) : {});
    const unknown = Object.keys(value).find((name) => !known.includes(name)) ?? "";
    return leftOut(`${path}.${unknown.slice(0, 100)}`, unknown, known);
  }
  return { path, expected: expectedBy(violation), got: shown(value) };
}

function expectedBy({ keyword, limit, schema, value }: Violation): string {
  switch (keyword) {
    case "required":
      return "given";
    case "type":
      return Array.isArray(limit) ? limit.join(" or ") : String(limit);
    case "enum":
      return validNames(String(value), Array.isArray(limit) ? limit.map(String) : []);
    case "minimum":
    case "maximum":
      return `from ${schema["minimum"]} to ${schema["maximum"]}`;
    case "minLength":
      return `at least ${limit} characters long`;
    case "maxLength":
      return `at most ${limit} characters long`;
    case "minProperties":
      return `an object with at least ${limit} member`;
    case "pattern":
      return "minimum" in schema
        ? `a whole number from ${schema["minimum"]} to ${schema["maximum"]}`
        : `text like ${limit}`;
    default:
      return `valid (${keyword})`;
  }
}
