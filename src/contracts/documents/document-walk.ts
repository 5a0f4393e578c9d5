import { below, isNode, listOf } from "./json-pointer.ts";
import type { ExtensionHolder } from "./overlay-schema.ts";
import type { Node } from "./specification.ts";

/** What an object of an OpenAPI document is, as far as the kit must know. */
type Kind = Exclude<ExtensionHolder, "any"> | "other";

/** An object of a document on the walk. */
export interface Visited {
  readonly node: Node;
  readonly pointer: string;
  readonly kind: Kind;
}

/** HTTP methods of a path item. */
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Members whose own members have free names, which are no keywords. */
const NAMES = new Set([
  ...["properties", "patternProperties", "$defs", "dependentSchemas", "dependentRequired", "mapping"],
  ...["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links"],
  ...["callbacks", "pathItems", "paths", "webhooks", "content", "encoding", "variables", "scopes"],
]);

/** Members that hold values of a client, not parts of a document. */
const DATA = new Set(["example", "default", "const", "enum", "value"]);

const SCHEMA_MEMBERS = new Set([
  ...["schema", "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"],
  ...["unevaluatedItems", "unevaluatedProperties", "allOf", "anyOf", "oneOf", "prefixItems"],
]);

const SCHEMA_NAMES = new Set(["properties", "patternProperties", "$defs", "schemas", "dependentSchemas"]);

/** Every object of an OpenAPI document that is part of the description; examples, constants and extensions are not entered. */
export function visitedNodes(document: Node): Visited[] {
  const found: Visited[] = [];
  enter({ node: document, pointer: "#", kind: "root" }, found);
  return found;
}

function enter(visited: Visited, found: Visited[]): void {
  found.push(visited);
  const { node, pointer, kind } = visited;
  for (const [key, member] of Object.entries(node)) {
    // The examples of a schema are a list of values.
    if (DATA.has(key) || key.startsWith("x-") || (key === "examples" && Array.isArray(member))) continue;
    const place = below(pointer, key);
    const memberKind: Kind = SCHEMA_MEMBERS.has(key) ? "schema" : "other";
    if (NAMES.has(key) && isNode(member)) enterNamed(key, { node: member, pointer: place, kind }, found);
    else if (isNode(member)) enter({ node: member, pointer: place, kind: memberKind }, found);
    else {
      for (const [index, entry] of listOf(member).entries()) {
        if (isNode(entry)) enter({ node: entry, pointer: below(place, index), kind: memberKind }, found);
      }
    }
  }
}

function enterNamed(names: string, { node, pointer }: Visited, found: Visited[]): void {
  for (const [name, member] of Object.entries(node)) {
    const place = below(pointer, name);
    if (!isNode(member)) continue;
    if (names === "paths" || names === "webhooks" || names === "pathItems") {
      enterPathItem(names === "webhooks" ? "webhook" : "operation", { node: member, pointer: place }, found);
    } else if (SCHEMA_NAMES.has(names)) enter({ node: member, pointer: place, kind: "schema" }, found);
    else enter({ node: member, pointer: place, kind: names === "securitySchemes" ? "security" : "other" }, found);
  }
}

function enterPathItem(kind: Kind, { node, pointer }: Omit<Visited, "kind">, found: Visited[]): void {
  const rest = Object.entries(node).filter(([key]) => !METHODS.includes(key));
  enter({ node: Object.fromEntries(rest), pointer, kind: "other" }, found);
  for (const method of METHODS) {
    const operation = node[method];
    if (isNode(operation)) enter({ node: operation, pointer: below(pointer, method), kind }, found);
  }
}
