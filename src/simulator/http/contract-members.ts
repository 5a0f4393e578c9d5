import type { Pointer } from "../kernel/json-pointer.ts";
import type { ContractOperation } from "./contract.ts";

type Node = Readonly<Record<string, unknown>>;

/** What a document says about one member. */
export interface MemberSchema {
  /** The JSON types it may have; empty when the document leaves them open. */
  readonly types: ReadonlySet<string>;
  /** Its values where they are listed; null when they are not. */
  readonly values: readonly unknown[] | null;
}

/** A pointer that leads nowhere: the place of the first name that no schema has, and the names that are there. */
export interface UnknownMember {
  readonly name: string;
  readonly known: readonly string[];
}

/** Looks up members of requests and answers in an OpenAPI document. */
export class ContractMembers {
  readonly #document: Node;
  readonly #operations: ReadonlyMap<string, ContractOperation>;

  constructor(document: Node, operations: ReadonlyMap<string, ContractOperation>) {
    this.#document = document;
    this.#operations = operations;
  }

  /** The member of a request's body at a pointer. */
  ofRequest(operationId: string, pointer: Pointer): MemberSchema | UnknownMember {
    const body = this.#deref(this.#operations.get(operationId)?.definition["requestBody"]);
    return this.#walk([jsonSchemaOf(body)], pointer);
  }

  /** The member of an answer with status 200 at a pointer. */
  ofAnswer(operationId: string, pointer: Pointer): MemberSchema | UnknownMember {
    const responses = nodeOf(this.#operations.get(operationId)?.definition["responses"]);
    return this.#walk([jsonSchemaOf(this.#deref(responses["200"]))], pointer);
  }

  /** The names of an operation's query parameters. */
  queryNames(operationId: string): string[] {
    const listed = this.#operations.get(operationId)?.definition["parameters"];
    const parameters = Array.isArray(listed) ? listed.map((one) => this.#deref(one)) : [];
    return parameters.filter((one) => one["in"] === "query").map((one) => String(one["name"]));
  }

  #walk(roots: readonly unknown[], pointer: Pointer): MemberSchema | UnknownMember {
    let schemas = roots.flatMap((root) => this.#branches(root));
    for (const name of pointer) {
      const next = schemas.flatMap((schema) => membersAt(schema, name));
      if (next.length === 0) return { name, known: [...new Set(schemas.flatMap(namesIn))] };
      schemas = next.flatMap((schema) => this.#branches(schema));
    }
    const types = new Set(schemas.flatMap(typesOf));
    const lists = schemas.map((schema) => schema["enum"] ?? ("const" in schema ? [schema["const"]] : undefined));
    const isListed = lists.length > 0 && lists.every(Array.isArray);
    return { types, values: isListed ? lists.flat() : null };
  }

  /** A schema and what it is composed of, references followed. */
  #branches(schema: unknown, depth = 0): Node[] {
    const node = this.#deref(schema);
    if (depth > DEPTH) return [];
    const composed = ["allOf", "oneOf", "anyOf"].flatMap((name) => listOf(node[name]));
    const below = composed.flatMap((part) => this.#branches(part, depth + 1));
    const isOwn = Object.keys(node).some((name) => OWN_KEYWORDS.has(name));
    return isOwn ? [node, ...below] : below;
  }

  #deref(value: unknown): Node {
    let node = nodeOf(value);
    for (let hops = 0; hops < DEPTH && typeof node["$ref"] === "string"; hops += 1) {
      const parts = node["$ref"].slice(2).split("/");
      node = nodeOf(parts.reduce<unknown>((at, part) => nodeOf(at)[unescaped(part)], this.#document));
    }
    return node;
  }
}

/** References and compositions that are followed; the deepest document has four. */
const DEPTH = 16;

const OWN_KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "properties",
  "items",
  "enum",
  "const",
  "additionalProperties",
]);

function jsonSchemaOf(body: Node): unknown {
  const content = nodeOf(body["content"]);
  return nodeOf(content["application/json"] ?? Object.values(content)[0])["schema"];
}

function membersAt(schema: Node, name: string): unknown[] {
  const properties = nodeOf(schema["properties"]);
  if (Object.hasOwn(properties, name)) return [properties[name]];
  if ("items" in schema && (name === "*" || /^(0|[1-9]\d*)$/.test(name))) return [schema["items"]];
  return typeof schema["additionalProperties"] === "object" ? [schema["additionalProperties"]] : [];
}

function namesIn(schema: Node): string[] {
  return "items" in schema ? ["*"] : Object.keys(nodeOf(schema["properties"]));
}

function typesOf(schema: Node): string[] {
  const { type } = schema;
  return listOf(type ?? []).length > 0 ? listOf(type).map(String) : typeof type === "string" ? [type] : [];
}

function unescaped(part: string): string {
  return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nodeOf(value: unknown): Node {
  if (typeof value !== "object" || value === null) return {};
  return value as Node; // any JSON object is a record of unknown members
}
