import type { Visited } from "./document-walk.ts";
import { below, followed, isNode, nodeOf, pointerOfReference, segmentsOf, valueAt } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import type { Report } from "./problem.ts";
import { bodySchemaPointer, leadsInto, parameterNames } from "./schema-lookup.ts";
import type { Node } from "./specification.ts";

/** Where operations stand, by their id. */
export type OperationPointers = ReadonlyMap<string, string>;

/** Refuses `links` of an answer to operations, parameters or members that do not exist. */
export function checkLinks(
  document: Node,
  { node, pointer }: Visited,
  { operations, report }: { readonly operations: OperationPointers; readonly report: Report },
): void {
  if (!isNode(node["links"]) || pointer === "#/components") return;
  for (const name of Object.keys(node["links"])) {
    const place = followed(document, below(pointer, "links", name));
    if (place === null) continue; // refused as a dangling reference
    const link = nodeOf(valueAt(document, place));
    const target = targetOf(document, { link, place }, operations, report);
    if (target !== null) checkParameters(document, { link, place, target }, report);
    const source = { response: pointer, request: operationAround(pointer) };
    for (const [key, text] of Object.entries(nodeOf(link["parameters"]))) {
      checkExpression(document, { text, place: below(place, "parameters", key), ...source }, report);
    }
    checkExpression(document, { text: link["requestBody"], place: below(place, "requestBody"), ...source }, report);
  }
}

interface Link {
  readonly link: Node;
  readonly place: string;
}

function targetOf(document: Node, { link, place }: Link, known: OperationPointers, report: Report): string | null {
  const { operationId, operationRef } = link;
  if (typeof operationId === "string") {
    const target = known.get(operationId);
    if (target !== undefined) return target;
    const message = `the link leads to no operation ${operationId}; ${suggestion(operationId, known.keys())}`;
    report(below(place, "operationId"), "unknown-operation", message);
    return null;
  }
  const pointer = typeof operationRef === "string" ? pointerOfReference(operationRef) : null;
  if (pointer !== null && isNode(valueAt(document, pointer))) return pointer;
  const message = `a link must have an operationId, or an operationRef within the document, got ${String(operationRef)}`;
  report(place, "unknown-operation", message);
  return null;
}

function checkParameters(document: Node, link: Link & { readonly target: string }, report: Report): void {
  const names = parameterNames(document, link.target);
  for (const key of Object.keys(nodeOf(link.link["parameters"]))) {
    if (names.some(({ name, at }) => key === name || key === `${at}.${name}`)) continue;
    const hint = suggestion(
      key,
      names.map(({ name }) => name),
    );
    const place = below(link.place, "parameters", key);
    report(place, "unknown-parameter", `the operation of the link has no parameter ${key}; ${hint}`);
  }
}

/** The operation in which an answer stands; null for an answer of `components`. */
function operationAround(response: string): string | null {
  const end = response.lastIndexOf("/responses/");
  return response.startsWith("#/components/") || end < 0 ? null : response.slice(0, end);
}

interface LinkExpression {
  readonly text: unknown;
  readonly place: string;
  readonly response: string;
  readonly request: string | null;
}

/** A runtime expression such as `$response.body#/data/id` must lead to a member of the schema. */
function checkExpression(document: Node, { text, place, response, request }: LinkExpression, report: Report): void {
  if (typeof text !== "string" || !text.startsWith("$")) return;
  const [, from, part, name] = /^\$(request|response)\.(body|header|query|path)(?:#(\/.*)|#?|\.(.+))$/.exec(text) ?? [];
  if (from === undefined) {
    if (!["$url", "$method", "$statusCode"].includes(text)) {
      report(place, "unknown-pointer", `${text} is no expression for a link`);
    }
    return;
  }
  const holder = from === "response" ? response : request;
  if (holder === null || part !== "body") return;
  const body = from === "response" ? holder : below(holder, "requestBody");
  const schema = bodySchemaPointer(document, body);
  if (schema !== null && leadsInto(document, schema, segmentsOf(name ?? ""))) return;
  report(place, "unknown-pointer", `${text} leads to nothing that the schema has`);
}
