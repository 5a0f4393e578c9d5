import { isNode, listOf, nodeOf } from "../documents/json-pointer.ts";
import type { Node, OperationSpec, Specification } from "../documents/specification.ts";
import { codeMember } from "./outcome.ts";

/** Where the specifications list their codes, one constant each. */
const CODE_SCHEMA = "#/components/schemas/ErrorCode";

/** Every code that the document lists, as text; empty when it lists none. */
export function listedCodes(spec: Specification): ReadonlySet<string> {
  const schema = spec.at(CODE_SCHEMA);
  if (!isNode(schema)) return new Set();
  const constants = [...listOf(schema["oneOf"]), ...listOf(schema["anyOf"])].flatMap((branch) =>
    isNode(branch) && "const" in branch ? [branch["const"]] : [],
  );
  return new Set([...constants, ...listOf(schema["enum"])].map(String));
}

/** Every code that some place of the documents says an operation can be refused with. */
export function possibleCodes(spec: Specification, operation: OperationSpec): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { code } of [...spec.errors, ...operation.errors]) codes.add(code);
  for (const code of exampleCodes(spec, operation)) codes.add(code);
  for (const code of sharedCodes(spec, operation)) codes.add(code);
  for (const code of stateCodes(spec, operation)) codes.add(code);
  if (operation.idempotency?.strict !== undefined) codes.add(operation.idempotency.strict.code);
  collectSchemaCodes(spec, operation.requestSchema ?? {}, codes, 0);
  for (const { schema } of operation.parameters) collectSchemaCodes(spec, schema, codes, 0);
  collectExpected([spec.machines, [...spec.operations.values()].map(stepsOf)], operation.operationId, codes);
  return codes;
}

function stepsOf({ scenarios, errors, accepts, effects, paging }: OperationSpec): unknown {
  return { scenarios, errors, accepts, effects, paging };
}

function* exampleCodes(spec: Specification, operation: OperationSpec): Generator<string> {
  const member = codeMember(spec.outcome);
  if (member === null) return;
  for (const response of Object.values(nodeOf(operation.definition["responses"]))) {
    const content = nodeOf(spec.resolve(nodeOf(response))["content"]);
    for (const media of Object.values(content)) {
      for (const example of Object.values(nodeOf(nodeOf(media)["examples"]))) {
        const value = isNode(example) ? spec.resolve(example)["value"] : undefined;
        if (isNode(value) && value[member] !== undefined && value[member] !== null) yield String(value[member]);
      }
    }
  }
}

/** Codes of credentials, signatures, rate and deliveries. */
function* sharedCodes(spec: Specification, operation: OperationSpec): Generator<string> {
  if (spec.rate !== null) yield spec.rate.code;
  if (spec.delivery?.register.call === operation.operationId) yield spec.delivery.refusedCode;
  for (const name of operation.security) {
    const auth = spec.security.get(name)?.auth;
    if (auth === null || auth === undefined) continue;
    yield* [auth.missing, auth.empty ?? auth.missing, auth.unknown, auth.token?.expired ?? auth.unknown];
    if (spec.signature !== null) yield* Object.values(spec.signature.codes);
  }
}

function* stateCodes(spec: Specification, operation: OperationSpec): Generator<string> {
  for (const machine of Object.values(spec.machines)) {
    for (const rule of Object.values(machine.operations)) {
      if (rule.call !== operation.operationId) continue;
      yield* typeof rule.refused === "string" ? [rule.refused] : Object.values(rule.refused);
    }
  }
}

const DEPTH_LIMIT = 12;

function collectSchemaCodes(spec: Specification, schema: Node, codes: Set<string>, depth: number): void {
  if (depth > DEPTH_LIMIT) return;
  for (const node of [schema, spec.resolve(schema)]) {
    for (const code of Object.values(nodeOf(node["x-code"]))) codes.add(String(code));
    const refs = nodeOf(node["x-refs"]);
    for (const rule of [nodeOf(refs["unknown"]), nodeOf(refs["foreign"])]) {
      if (typeof rule["code"] === "string") codes.add(rule["code"]);
    }
  }
  const node = spec.resolve(schema);
  const below = [
    ...Object.values(nodeOf(node["properties"])),
    node["items"],
    ...listOf(node["oneOf"]),
    ...listOf(node["anyOf"]),
  ];
  for (const child of below) if (isNode(child)) collectSchemaCodes(spec, child, codes, depth + 1);
}

/** Codes that steps of the overlay expect of a call of the operation. */
function collectExpected(value: unknown, operationId: string, codes: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectExpected(item, operationId, codes);
  } else if (isNode(value)) {
    if (value["call"] === operationId) {
      for (const code of listOf(nodeOf(value["expect"])["codes"])) codes.add(String(code));
    }
    for (const member of Object.values(value)) collectExpected(member, operationId, codes);
  }
}
