import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

type Node = Readonly<Record<string, unknown>>;

/** An operation as scenarios call it. */
interface OperationFacts {
  readonly method: string;
  readonly path: string;
  /** Headers that carry its usual credentials. */
  readonly headers: readonly string[];
  /** Where its partner code goes. */
  readonly partnerCode: "body" | "query" | null;
}

/** What the documents of a provider say that a scenario needs. */
export interface ProviderFacts {
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly codes: readonly string[];
  readonly notifications: readonly string[];
  /** Member of an answer that holds its code, and what tells a success. */
  readonly outcome: { readonly code: string; readonly successAt: string; readonly successIs: unknown };
  /** Members of a notification; null for a provider that sends none. */
  readonly delivery: { readonly type: string; readonly id: string } | null;
  /** The credential that each header carries; a header that is not here takes its value from an answer that carried it. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** Reads what scenarios need from the OpenAPI document and the overlay of a provider. */
export function providerFacts(root: string, provider: string): ProviderFacts {
  const document = nodeOf(parse(readFileSync(join(root, "spec", provider, "openapi.yaml"), "utf8")));
  const overlay = nodeOf(
    parse(readFileSync(join(root, "spec", provider, "overlay.yaml"), "utf8"), { maxAliasCount: 1000 }),
  );
  const updates = listOf(overlay["actions"]).map((action) => ({
    target: String(nodeOf(action)["target"]),
    update: nodeOf(nodeOf(action)["update"]),
  }));
  const shared = Object.assign({}, ...updates.filter(({ target }) => target === "$").map(({ update }) => update));
  const delivery = nodeOf(shared["x-delivery"]);
  return {
    operations: operationsOf(document),
    codes: codesOf(document),
    notifications: notificationsOf(document, String(delivery["type"])),
    outcome: outcomeOf(nodeOf(shared["x-outcome"])),
    delivery: "type" in delivery ? { type: String(delivery["type"]), id: String(delivery["id"]) } : null,
    credentials: credentialsOf(document, updates),
  };
}

function operationsOf(document: Node): Record<string, OperationFacts> {
  const operations: Record<string, OperationFacts> = {};
  for (const [path, item] of Object.entries(nodeOf(document["paths"]))) {
    for (const [method, definition] of Object.entries(nodeOf(item))) {
      const { operationId } = nodeOf(definition);
      if (typeof operationId !== "string") continue;
      operations[operationId] = {
        method: method.toUpperCase(),
        path,
        headers: headersOf(document, nodeOf(definition)),
        partnerCode: partnerPlace(document, nodeOf(definition)),
      };
    }
  }
  return operations;
}

/** The headers of the first alternative of its security: the least that is enough. */
function headersOf(document: Node, definition: Node): string[] {
  const [first] = listOf(definition["security"] ?? document["security"]);
  return Object.keys(nodeOf(first)).map((scheme) => headerOf(document, scheme));
}

function headerOf(document: Node, scheme: string): string {
  return String(nodeOf(nodeOf(nodeOf(document["components"])["securitySchemes"])[scheme])["name"]);
}

const PARTNER = "partnerCode";

function partnerPlace(document: Node, definition: Node): "body" | "query" | null {
  const parameters = listOf(definition["parameters"]).map((parameter) => resolved(document, parameter));
  if (parameters.some(({ name, in: place }) => name === PARTNER && place === "query")) return "query";
  const media = nodeOf(nodeOf(nodeOf(definition["requestBody"])["content"])["application/json"]);
  return hasMember(document, media["schema"]) ? "body" : null;
}

function hasMember(document: Node, schema: unknown): boolean {
  const node = resolved(document, schema);
  return PARTNER in nodeOf(node["properties"]) || listOf(node["allOf"]).some((part) => hasMember(document, part));
}

function codesOf(document: Node): string[] {
  const codes = nodeOf(nodeOf(nodeOf(document["components"])["schemas"])["ErrorCode"]);
  return listOf(codes["oneOf"]).map((branch) => String(nodeOf(branch)["const"]));
}

function notificationsOf(document: Node, member: string): string[] {
  return Object.values(nodeOf(document["webhooks"])).map((item) => {
    const content = nodeOf(nodeOf(nodeOf(nodeOf(item)["post"])["requestBody"])["content"]);
    const schema = resolved(document, nodeOf(content["application/json"])["schema"]);
    return String(nodeOf(nodeOf(schema["properties"])[member])["const"]);
  });
}

function outcomeOf(outcome: Node): ProviderFacts["outcome"] {
  const found = /^(\w+) = (\w+)$/.exec(String(outcome["success"]));
  if (found === null) throw new Error(`x-outcome.success must be MEMBER = VALUE, got ${String(outcome["success"])}`);
  const code = String(outcome["code"]).replace(/^\$string\((\w+)\)$/, "$1");
  return { code, successAt: found[1] ?? "", successIs: JSON.parse(found[2] ?? "null") };
}

function credentialsOf(
  document: Node,
  updates: readonly { readonly target: string; readonly update: Node }[],
): Record<string, string> {
  const credentials: Record<string, string> = {};
  for (const { target, update } of updates) {
    const scheme = /^\$\.components\.securitySchemes\.(\w+)$/.exec(target)?.[1];
    const value = /^credentials\.(\w+)$/.exec(String(nodeOf(update["x-auth"])["value"]))?.[1];
    if (scheme !== undefined && value !== undefined) credentials[headerOf(document, scheme)] = value;
  }
  return credentials;
}

function resolved(document: Node, value: unknown): Node {
  const { $ref } = nodeOf(value);
  if (typeof $ref !== "string") return nodeOf(value);
  let found: unknown = document;
  for (const segment of $ref.split("/").slice(1)) found = nodeOf(found)[segment];
  return resolved(document, found);
}

/** The value as a JSON object; an empty one for everything else. */
export function nodeOf(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
