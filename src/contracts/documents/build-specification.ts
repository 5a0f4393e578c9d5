import type { ProviderName, SpecPlace } from "../plan/case.ts";
import { type Visited, visitedNodes } from "./document-walk.ts";
import { evidenceAt, UNKNOWN_EVIDENCE } from "./evidence.ts";
import { below, followed, listOf, nodeOf, pointerOf, segmentsOf, valueAt } from "./json-pointer.ts";
import { bodySchemaPointer } from "./schema-lookup.ts";
import type {
  AuthRule,
  CatalogueRule,
  DeliveryRule,
  EffectRule,
  EventualRule,
  IdempotencyRule,
  MoneyRule,
  OutcomeRule,
  PagingRule,
  RateRule,
  SignatureRule,
  WebhookRule,
} from "./semantics.ts";
import type {
  Node,
  NotificationSpec,
  OperationSpec,
  ParameterSpec,
  SecuritySpec,
  Specification,
} from "./specification.ts";
import { resolvedNode, TypedRules, withTypedReferences } from "./typed-rules.ts";

/** Nodes of a document never change: what one says with its references is worked out once. */
function createResolver(document: Node): (node: Node) => Node {
  const known = new WeakMap<Node, Node>();
  return (node) => {
    const resolved = known.get(node) ?? resolvedNode(document, node);
    known.set(node, resolved);
    return resolved;
  };
}

/** A merged document, and where its parts were written. */
export interface MergedDocument {
  readonly provider: ProviderName;
  readonly document: Node;
  readonly placeOf: (pointer: string) => SpecPlace;
}

/** The typed specification of a merged document that has passed the pre-flight. */
export function buildSpecification({ provider, document: merged, placeOf }: MergedDocument): Specification {
  const visited = visitedNodes(merged);
  const document = withTypedReferences(merged, visited);
  const root = new TypedRules(document, "#");
  const operations = visited
    .filter(({ kind, pointer }) => kind === "operation" && pointer.startsWith("#/paths/"))
    .map(({ pointer }) => operationOf(document, pointer, placeOf));
  const notifications = visited
    .filter(({ kind }) => kind === "webhook")
    .map((one) => notificationOf(document, one, placeOf));
  const schemes = Object.keys(nodeOf(valueAt(document, "#/components/securitySchemes")));
  return {
    provider,
    document,
    outcome: outcomeOf(document["x-outcome"]),
    errors: root.list("x-errors"),
    money: root.one<MoneyRule>("x-money"),
    catalogue: root.one<CatalogueRule>("x-catalogue"),
    machines: root.machines(),
    signature: root.one<SignatureRule>("x-signature"),
    rate: root.one<RateRule>("x-rate"),
    delivery: root.one<DeliveryRule>("x-delivery"),
    operations: new Map(operations.map((operation) => [operation.operationId, operation])),
    notifications: new Map(notifications.map((notification) => [notification.name, notification])),
    security: new Map(schemes.map((name) => [name, securityOf(document, name)])),
    resolve: createResolver(document),
    at: (pointer) => valueAt(document, pointer),
    placeOf,
  };
}

function outcomeOf(value: unknown): OutcomeRule {
  const { success, code, data, status } = nodeOf(value);
  return { success: String(success), code: String(code), data: String(data), status: Number(status) };
}

function operationOf(document: Node, pointer: string, placeOf: (pointer: string) => SpecPlace): OperationSpec {
  const definition = nodeOf(valueAt(document, pointer));
  const [, path = "", method = ""] = segmentsOf(pointer);
  const requestPointer = bodySchemaPointer(document, below(pointer, "requestBody"));
  const body = nodeOf(valueAt(document, followed(document, below(pointer, "requestBody")) ?? ""));
  const [alternative] = listOf(definition["security"] ?? document["security"]);
  const { "x-option": option } = definition;
  const rules = new TypedRules(document, pointer);
  return {
    operationId: String(definition["operationId"]),
    method: method.toUpperCase(),
    path,
    definition,
    evidence: evidenceAt(document, pointer) ?? UNKNOWN_EVIDENCE,
    pointer,
    place: placeOf(pointer),
    requestSchema: requestPointer === null ? null : nodeOf(valueAt(document, requestPointer)),
    requestPointer,
    isBodyRequired: requestPointer !== null && body["required"] === true,
    parameters: parametersOf(document, pointer),
    security: Object.keys(nodeOf(alternative)),
    option: typeof option === "string" ? option : null,
    effects: rules.one<EffectRule>("x-effects"),
    errors: rules.list("x-errors"),
    accepts: rules.list("x-accepts"),
    idempotency: rules.one<IdempotencyRule>("x-idempotency"),
    paging: rules.one<PagingRule>("x-paging"),
    filters: rules.list("x-filters"),
    eventual: rules.one<EventualRule>("x-eventual"),
    laws: rules.list("x-laws"),
    scenarios: rules.list("x-scenarios"),
  };
}

/** Parameters of the path item and of the operation; those of the operation win. */
function parametersOf(document: Node, operation: string): ParameterSpec[] {
  const item = pointerOf(segmentsOf(operation).slice(0, -1));
  const found = new Map<string, ParameterSpec>();
  for (const holder of [item, operation]) {
    for (const index of listOf(nodeOf(valueAt(document, holder))["parameters"]).keys()) {
      const place = followed(document, below(holder, "parameters", index));
      const parameter = nodeOf(place === null ? null : valueAt(document, place));
      const at = (["query", "header", "path"] as const).find((one) => one === parameter["in"]);
      if (at === undefined) continue; // cookies are not used by any provider
      const name = String(parameter["name"]);
      const isRequired = parameter["required"] === true;
      const isDeprecated = parameter["deprecated"] === true;
      found.set(`${at} ${name}`, { name, in: at, isRequired, isDeprecated, schema: nodeOf(parameter["schema"]) });
    }
  }
  return [...found.values()];
}

function notificationOf(
  document: Node,
  { pointer }: Visited,
  placeOf: (pointer: string) => SpecPlace,
): NotificationSpec {
  return {
    name: segmentsOf(pointer)[1] ?? "",
    definition: nodeOf(valueAt(document, pointer)),
    pointer: bodySchemaPointer(document, below(pointer, "requestBody")) ?? below(pointer, "requestBody"),
    evidence: evidenceAt(document, pointer) ?? UNKNOWN_EVIDENCE,
    place: placeOf(pointer),
    webhook: new TypedRules(document, pointer).one<WebhookRule>("x-webhook"),
  };
}

function securityOf(document: Node, name: string): SecuritySpec {
  const pointer = pointerOf(["components", "securitySchemes", name]);
  const scheme = nodeOf(valueAt(document, pointer));
  const header = typeof scheme["name"] === "string" ? scheme["name"] : "authorization";
  return { name, header, auth: new TypedRules(document, pointer).one<AuthRule>("x-auth") };
}
