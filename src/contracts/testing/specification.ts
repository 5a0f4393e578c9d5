import { evidenceAt, UNKNOWN_EVIDENCE, withEvidence } from "../documents/evidence.ts";
import { below, isNode, listOf, nodeOf, valueAt } from "../documents/json-pointer.ts";
import type { MachineRule } from "../documents/semantics.ts";
import type {
  Node,
  NotificationSpec,
  OperationSpec,
  ParameterSpec,
  SecuritySpec,
  Specification,
} from "../documents/specification.ts";
import type { SpecPlace } from "../plan/case.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** What a test may say about a specification besides its document; `operationParts` by operationId. */
export interface SpecificationParts extends Partial<Omit<Specification, "document" | "operations" | "security">> {
  readonly document: Node;
  readonly operationParts?: Readonly<Record<string, Partial<OperationSpec>>>;
  readonly securitySchemes?: readonly SecuritySpec[];
}

/**
 * A small specification for tests: operations, parameters and notifications are read from the document, everything that an overlay
 * would say is empty unless it is given.
 */
export function specificationOf({
  document,
  operationParts,
  securitySchemes,
  ...given
}: SpecificationParts): Specification {
  const operations = new Map(
    operationsIn(document).map((operation) => [
      operation.operationId,
      { ...operation, ...operationParts?.[operation.operationId] },
    ]),
  );
  return {
    provider: "esimaccess",
    outcome: { success: "success = true", code: "errorCode", data: "obj", status: 200 },
    errors: [],
    money: null,
    catalogue: null,
    machines: {},
    signature: null,
    rate: null,
    delivery: null,
    notifications: notificationsIn(document),
    security: new Map((securitySchemes ?? []).map((scheme) => [scheme.name, scheme])),
    resolve: (node) => resolved(document, node),
    at: (pointer) => valueAt(document, pointer),
    placeOf,
    ...given,
    document,
    operations,
  };
}

/** A machine with one state, made by these steps. */
export function machineOf(parts: Partial<MachineRule>): MachineRule {
  return {
    create: [],
    initial: "new",
    observe: null,
    id: "id",
    state: "state",
    states: { new: { shows: "new", evidence: UNKNOWN_EVIDENCE } },
    operations: {},
    evidence: UNKNOWN_EVIDENCE,
    ...parts,
  };
}

function placeOf(pointer: string): SpecPlace {
  return { file: `test.yaml${pointer}`, line: 1, column: 1 };
}

function resolved(document: Node, node: Node): Node {
  const { $ref: reference, ...own } = node;
  return typeof reference === "string" ? { ...resolved(document, nodeOf(valueAt(document, reference))), ...own } : node;
}

function operationsIn(document: Node): OperationSpec[] {
  return Object.entries(nodeOf(document["paths"])).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const definition = nodeOf(item)[method];
      return isNode(definition) ? [operationOf(document, { path, method, definition })] : [];
    }),
  );
}

function operationOf(
  document: Node,
  { path, method, definition }: { readonly path: string; readonly method: string; readonly definition: Node },
): OperationSpec {
  const pointer = below("#", "paths", path, method);
  const body = nodeOf(definition["requestBody"]);
  const schema = nodeOf(nodeOf(body["content"])["application/json"])["schema"];
  return {
    operationId: String(definition["operationId"]),
    method: method.toUpperCase(),
    path,
    definition,
    evidence: evidenceAt(document, pointer) ?? UNKNOWN_EVIDENCE,
    pointer,
    place: placeOf(pointer),
    requestSchema: isNode(schema) ? schema : null,
    requestPointer: isNode(schema) ? below(pointer, "requestBody", "content", "application/json", "schema") : null,
    isBodyRequired: body["required"] === true,
    parameters: listOf(definition["parameters"]).map((entry) => parameterOf(document, nodeOf(entry))),
    security: Object.keys(nodeOf(listOf(definition["security"] ?? document["security"])[0])),
    option: typeof definition["x-option"] === "string" ? definition["x-option"] : null,
    effects: null,
    errors: [],
    accepts: [],
    idempotency: null,
    paging: null,
    filters: [],
    eventual: null,
    laws: [],
    scenarios: [],
  };
}

function parameterOf(document: Node, node: Node): ParameterSpec {
  const { name, in: where, required, deprecated, schema } = resolved(document, node);
  const place = where === "header" || where === "path" ? where : "query";
  return {
    name: String(name),
    in: place,
    isRequired: required === true,
    isDeprecated: deprecated === true,
    schema: resolved(document, nodeOf(schema)),
  };
}

function notificationsIn(document: Node): Map<string, NotificationSpec> {
  const entries = Object.entries(nodeOf(document["webhooks"])).map(([name, item]): [string, NotificationSpec] => {
    const pointer = below("#", "webhooks", name, "post", "requestBody", "content", "application/json", "schema");
    const definition = nodeOf(nodeOf(item)["post"]);
    const { evidence } = withEvidence({}, UNKNOWN_EVIDENCE);
    return [name, { name, definition, pointer, evidence, place: placeOf(pointer), webhook: null }];
  });
  return new Map(entries);
}
