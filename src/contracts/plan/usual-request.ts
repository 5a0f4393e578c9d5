import type { RefRule } from "../documents/semantics.ts";
import type { Node, OperationSpec, Specification } from "../documents/specification.ts";
import type { Template } from "./case.ts";

/** How deep a usual request may nest; the deepest documented one has three levels. */
const DEPTH_LIMIT = 8;

/** The usual valid request body of an operation as a template; undefined for an operation without a body. */
export function usualBody(spec: Specification, operation: OperationSpec): Template {
  if (operation.requestSchema === null) return undefined;
  return usualValue(spec, operation.requestSchema, 0);
}

/** The usual query of an operation: its required parameters, as texts. */
export function usualQuery(spec: Specification, operation: OperationSpec): Readonly<Record<string, Template>> {
  const needed = operation.parameters.filter((parameter) => parameter.in === "query" && parameter.isRequired);
  return Object.fromEntries(needed.map(({ name, schema }) => [name, usualValue(spec, schema, 0)]));
}

/** What the overlay says about where a member's value comes from; null when it says nothing. */
export function refOf(spec: Specification, schema: Node): RefRule | null {
  const found = schema["x-refs"] ?? spec.resolve(schema)["x-refs"];
  return isRefRule(found) ? found : null;
}

function isRefRule(value: unknown): value is RefRule {
  return typeof value === "object" && value !== null && "value" in value && typeof value.value === "string";
}

function usualValue(spec: Specification, schema: Node, depth: number): Template {
  const ref = refOf(spec, schema);
  if (ref !== null) return `=${ref.value}`;
  const node = spec.resolve(schema);
  if (depth > DEPTH_LIMIT) return null;
  if (isObjectSchema(node)) return usualObject(spec, node, depth);
  if ("const" in node) return node["const"];
  const members = listIn(node, "enum");
  if (members.length > 0) return members[0];
  if (node["items"] !== undefined) return [usualValue(spec, nodeIn(node, "items"), depth + 1)];
  const examples = listIn(node, "examples");
  if (examples.length > 0) return examples[0];
  const [branch] = [...listIn(node, "oneOf"), ...listIn(node, "anyOf")];
  return isNode(branch) ? usualValue(spec, branch, depth + 1) : null;
}

function usualObject(spec: Specification, node: Node, depth: number): Template {
  const required = new Set(listIn(node, "required"));
  const filled: Record<string, Template> = {};
  for (const [name, member] of Object.entries(nodeIn(node, "properties"))) {
    if (!isNode(member)) continue;
    const ref = refOf(spec, member);
    if (required.has(name) || ref?.always === true || ref?.usual === true)
      filled[name] = usualValue(spec, member, depth + 1);
  }
  return filled;
}

function isObjectSchema(node: Node): boolean {
  return node["type"] === "object" || "properties" in node;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nodeIn(node: Node, name: string): Node {
  const value = node[name];
  return isNode(value) ? value : {};
}

function listIn(node: Node, name: string): readonly unknown[] {
  const value = node[name];
  return Array.isArray(value) ? value : [];
}
