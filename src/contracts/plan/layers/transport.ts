import type { Condition, ErrorRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { Case, RequestChange } from "../case.ts";
import { newCase } from "../new-case.ts";
import { refusedWith, rootRule } from "../refusals.ts";
import { accessOf, setupOf } from "../setup.ts";
import { usualBody } from "../usual-request.ts";

/** Bodies, content types, methods and paths that no operation takes. */
export function transportCases(spec: Specification, operation: OperationSpec): Case[] {
  // Whether it is served at all is asked of the tenant that a request names: where its body does, an unreadable one names none.
  if (operation.option !== null && JSON.stringify(usualBody(spec, operation) ?? null).includes("=credentials."))
    return [];
  const cases = [
    ...bodyCases(spec, operation),
    ...contentTypeCases(spec, operation),
    ...methodCases(spec, operation),
    ...pathCases(spec, operation),
  ];
  const first = [...spec.operations.keys()].indexOf(operation.operationId);
  return cases.map((one, index) => ((first + index) % TAKES_TURNS === 0 ? one : { ...one, weight: "full" }));
}

/** One server decides about these for all operations: in `sim-fast` each is tried with every fourth one. */
const TAKES_TURNS = 4;

interface Broken {
  readonly rule: string;
  readonly says: string;
  readonly change: RequestChange;
  readonly expected: ErrorRule | undefined;
  /** The usual request stays as it is. */
  readonly isUsual?: boolean;
  readonly isFull?: boolean;
}

function caseOf(spec: Specification, operation: OperationSpec, broken: Broken): Case[] {
  const { rule, says, change, expected, isUsual, isFull } = broken;
  if (expected === undefined) return [];
  const expect = refusedWith({ code: expected.code, status: expected.status ?? null });
  return [
    newCase(spec, operation, {
      layer: "negatives",
      rule,
      says: `${operation.operationId} refuses ${says}`,
      evidence: expected.evidence,
      setup: isUsual === true ? setupOf(spec, operation) : accessOf(spec, operation),
      steps: [{ call: operation.operationId, ...(isUsual === true ? {} : { body: {} }), change, expect }],
      isUnchanging: true,
      weight: isFull === true ? "full" : "fast",
      // One server decides about these for all operations: one finding.
      root: `transport ${expected.condition}`,
    }),
  ];
}

/** Bodies that are no JSON document in UTF-8. */
const MALFORMED: Readonly<Record<string, RequestChange>> = {
  "not-json": { rawBody: "no json" },
  truncated: { rawBody: '{"a":{"b":1' },
  "two-documents": { rawBody: "{}{}" },
  "single-quotes": { rawBody: "{'a':1}" },
  bom: { bytesHex: "efbbbf7b7d" },
  "invalid-utf8": { bytesHex: "7b2261223a22c328227d" },
  "nul-byte": { bytesHex: "7b2261223a2200227d" },
  "nul-escape": { rawBody: '{"a":"\\u0000"}' },
  "lone-surrogate": { rawBody: '{"a":"\\ud800"}' },
};

/** JSON that is no object. */
const OTHER_DOCUMENTS: Readonly<Record<string, string>> = {
  array: "[]",
  number: "1",
  text: '"text"',
  true: "true",
  null: "null",
};

function bodyCases(spec: Specification, operation: OperationSpec): Case[] {
  if (operation.requestPointer === null) return [];
  const malformed = rootRule(spec, "malformed", "body");
  const wrongType = rootRule(spec, "type", "body");
  const empty = spec.errors.find((rule) => rule.condition === "empty" && rule.location === "body");
  const bodies = Object.entries(MALFORMED).map(([name, change]): Broken => {
    return { rule: `malformed-${name}`, says: `a body that is malformed (${name})`, change, expected: malformed };
  });
  for (const [name, rawBody] of Object.entries(OTHER_DOCUMENTS)) {
    const rule = `malformed-${name}`;
    bodies.push({ rule, says: `a body that is no object (${name})`, change: { rawBody }, expected: wrongType });
  }
  if (operation.isBodyRequired) {
    bodies.push({ rule: "malformed-no-body", says: "a missing body", change: { rawBody: null }, expected: empty });
    bodies.push({ rule: "malformed-empty-body", says: "an empty body", change: { rawBody: "" }, expected: empty });
    bodies.push({ rule: "malformed-blank-body", says: "a blank body", change: { rawBody: " \n" }, expected: empty });
  }
  return bodies.flatMap((body) => caseOf(spec, operation, body));
}

/** Types that do not say JSON. The root rule for them names, as its location, a header whose absence is refused as well. */
function contentTypeCases(spec: Specification, operation: OperationSpec): Case[] {
  if (operation.requestPointer === null) return [];
  const rules = spec.errors.filter((rule) => rule.condition === "content-type");
  const declared = rules.find((rule) => rule.name !== "missing");
  const missing = rules.find((rule) => rule.name === "missing");
  const foreign = ["text/plain", "application/x-www-form-urlencoded"].map((type): Broken => {
    const change = { headers: { "content-type": type } };
    const rule = `content-type-${type.split("/")[1] ?? type}`;
    return { rule, says: `a body that is declared as ${type}`, change, expected: declared, isUsual: true };
  });
  const change = { headers: { "content-type": null } };
  const undeclared = { rule: "content-type-missing", says: "a body without a content type", change, expected: missing };
  return [...foreign, { ...undeclared, isUsual: true }].flatMap((broken) => caseOf(spec, operation, broken));
}

const METHODS = ["GET", "PUT", "PATCH", "DELETE", "POST"] as const;

/** Other methods; an operation's own entry for the condition, named after a method in lower case, replaces the common rule. */
function methodCases(spec: Specification, operation: OperationSpec): Case[] {
  const common = rootRule(spec, "method", null);
  const own = operation.errors.filter((rule) => rule.condition === "method");
  const served = new Set(
    [...spec.operations.values()].filter(({ path }) => path === operation.path).map(({ method }) => method),
  );
  return METHODS.filter((method) => !served.has(method)).flatMap((method) => {
    const named = own.find((rule) => rule.name === method.toLowerCase() || rule.name === undefined);
    const change: RequestChange = method === "GET" ? { method, rawBody: null } : { method, rawBody: "{}" };
    const expected = own.length === 0 ? common : named;
    return caseOf(spec, operation, {
      rule: `method-${method.toLowerCase()}`,
      says: `the method ${method}`,
      change,
      expected,
      isFull: method === "PATCH",
    });
  });
}

function pathCases(spec: Specification, operation: OperationSpec): Case[] {
  const { path } = operation;
  const expected = rootRule(spec, "path" satisfies Condition, null);
  const known = new Set([...spec.operations.values()].map((other) => other.path));
  const others = { sibling: `${path}NoSuch`, segment: `${path}/more`, case: otherCase(path) };
  return Object.entries(others)
    .filter(([, other]) => !known.has(other))
    .flatMap(([name, other]) => {
      const isFull = name === "segment";
      const change = { path: other };
      return caseOf(spec, operation, { rule: `path-${name}`, says: `the path ${other}`, change, expected, isFull });
    });
}

/** The last segment in the other letter case, so that the path still leads to the same provider. */
function otherCase(path: string): string {
  const at = path.lastIndexOf("/") + 1;
  return path.slice(0, at) + path.slice(at).toUpperCase();
}
