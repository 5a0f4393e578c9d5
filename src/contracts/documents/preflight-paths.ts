import { below, isNode, listOf, nodeOf, valueAt } from "./json-pointer.ts";
import { EXTENSIONS } from "./overlay-schema.ts";
import type { OperationPointers } from "./preflight-links.ts";
import type { Report } from "./problem.ts";
import { bodySchemaPointer, leadsInto, parameterNames } from "./schema-lookup.ts";
import type { Node } from "./specification.ts";

/**
 * Warns of paths in `with` and `without` that the request of their operation does not have: providers ignore unknown members, so a
 * misspelt one gives a case that tries nothing. Not refused, as an unknown member can be sent on purpose.
 */
export function checkPaths(document: Node, operations: OperationPointers, warn: Report): void {
  const check = pathCheck(document, operations, warn);
  for (const [operationId, pointer] of operations) {
    const operation = nodeOf(valueAt(document, pointer));
    for (const name of Object.keys(EXTENSIONS)) {
      if (name in operation) enter(operation[name], { pointer: below(pointer, name), operationId, check });
    }
  }
  for (const name of Object.keys(EXTENSIONS)) {
    if (name in document) enter(document[name], { pointer: below("#", name), operationId: null, check });
  }
}

type PathCheck = (operationId: string, path: string, place: string) => void;

interface Place {
  readonly pointer: string;
  /** The operation whose usual request is changed here; null outside of any. */
  readonly operationId: string | null;
  readonly check: PathCheck;
}

function enter(value: unknown, { pointer, operationId, check }: Place): void {
  for (const [index, entry] of listOf(value).entries()) {
    enter(entry, { pointer: below(pointer, index), operationId, check });
  }
  if (!isNode(value)) return;
  const { call, with: changes, without } = value;
  const changed = typeof call === "string" ? call : operationId;
  if (changed !== null) {
    for (const path of Object.keys(nodeOf(changes))) check(changed, path, below(pointer, "with", path));
    for (const [index, path] of listOf(without).entries()) {
      check(changed, String(path), below(pointer, "without", index));
    }
  }
  for (const [name, member] of Object.entries(value)) {
    // Templates, and what is no step or rule.
    if (["with", "without", "body", "change", "let", "option"].includes(name)) continue;
    enter(member, { pointer: below(pointer, name), operationId, check });
  }
}

function pathCheck(document: Node, operations: OperationPointers, warn: Report): PathCheck {
  return (operationId, path, place) => {
    const operation = operations.get(operationId);
    if (operation === undefined) return; // refused already
    const names = path.split(/[.[\]]+/).filter((name) => name !== "");
    const schema = bodySchemaPointer(document, below(operation, "requestBody"));
    const isMember = schema !== null && leadsInto(document, schema, names);
    if (isMember || parameterNames(document, operation).some(({ name }) => name === path)) return;
    warn(place, "unknown-path", `the request of ${operationId} has no ${path}; providers ignore unknown members`);
  };
}
