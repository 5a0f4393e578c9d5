import { readFileSync } from "node:fs";
import type { Visited } from "./document-walk.ts";
import type { KnownNames } from "./extension-check.ts";
import { isNode, listOf, nodeOf, valueAt } from "./json-pointer.ts";
import type { OperationPointers } from "./preflight-links.ts";
import type { Report } from "./problem.ts";
import type { Node } from "./specification.ts";

/** Numbers of decisions, as they stand in `decisions.md`. */
const DECISION = /\b(?:DEC-\d+|FMS-P\d+|R\d+)\b/g;

/** Where each operation stands by its id; one without an id, or with that of another, is refused. */
export function operationPointers(visited: readonly Visited[], report: Report): OperationPointers {
  const pointers = new Map<string, string>();
  for (const { node, pointer, kind } of visited) {
    if (kind !== "operation" || !pointer.startsWith("#/paths/")) continue;
    const { operationId } = node;
    if (typeof operationId !== "string") {
      report(pointer, "missing-operation-id", "an operation must have an operationId");
      continue;
    }
    const first = pointers.get(operationId);
    if (first === undefined) pointers.set(operationId, pointer);
    else
      report(`${pointer}/operationId`, "repeated-operation-id", `operationId ${operationId} is that of ${first}, too`);
  }
  return pointers;
}

/** All names of a merged document that its overlay may use. */
export function knownNames(document: Node, operations: OperationPointers, sources: ReadonlySet<string>): KnownNames {
  const eventual = [...operations].filter(([, pointer]) => "x-eventual" in nodeOf(valueAt(document, pointer)));
  return {
    operations: new Set(operations.keys()),
    eventual: new Set(eventual.map(([operationId]) => operationId)),
    codes: errorCodes(document),
    notifications: new Set(Object.keys(nodeOf(document["webhooks"]))),
    resources: new Set(Object.keys(nodeOf(document["x-states"]))),
    sources,
    picks: new Set(Object.keys(nodeOf(nodeOf(document["x-catalogue"])["picks"]))),
  };
}

/** The constants of `components.schemas.ErrorCode`, as text. */
function errorCodes(document: Node): ReadonlySet<string> {
  const schema = nodeOf(valueAt(document, "#/components/schemas/ErrorCode"));
  const entries = [schema, ...listOf(schema["oneOf"]), ...listOf(schema["anyOf"])].map(nodeOf);
  const codes = entries.flatMap((entry) => ["const" in entry ? entry["const"] : [], listOf(entry["enum"])].flat());
  return new Set(codes.map(String));
}

/** What `source` may name: the keys of `sources.yaml`, and the decision numbers in the text of `decisions.md`. */
export function sourceNames(sources: unknown, decisions: string): ReadonlySet<string> {
  const keys = isNode(sources) ? Object.keys(sources) : [];
  return new Set([...keys, ...(decisions.match(DECISION) ?? [])]);
}

/** The text of a file; empty where there is none. */
export function textOrNothing(path: URL): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // A provider without decisions has no such file; a source that names one is then refused.
    return "";
  }
}
