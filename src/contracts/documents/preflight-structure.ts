import { Ajv2020 } from "ajv/dist/2020.js";
import type { Visited } from "./document-walk.ts";
import { below, followed, isNode, kindOf, listOf, nodeOf, valueAt } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import type { Report } from "./problem.ts";
import type { Node } from "./specification.ts";

/** Knows the JSON Schema of schemas. */
const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });

/** Refuses parts that are not what OpenAPI says, as far as the kit builds on them. */
export function checkStructure(document: Node, visited: readonly Visited[], report: Report): void {
  const { openapi, paths } = document;
  if (typeof openapi !== "string" || !openapi.startsWith("3.1.")) {
    report("#/openapi", "broken-structure", `openapi must be a text such as 3.1.0, got ${String(openapi)}`);
  }
  if (!isNode(paths)) report("#/paths", "broken-structure", `paths must be an object, got ${kindOf(paths)}`);
  checkSecurity(document, { node: document, pointer: "#" }, report);
  let schema: string | null = null;
  for (const one of visited) {
    const { node, pointer, kind } = one;
    if (kind === "operation" || kind === "webhook") checkOperation(document, one, report);
    if (kind === "other") checkContent(node, pointer, report);
    // The schema of schemas looks at everything below; so only the outermost is given to it.
    if (kind !== "schema" || (schema !== null && pointer.startsWith(`${schema}/`))) continue;
    schema = pointer;
    checkSchema(one, report);
  }
}

function checkOperation(document: Node, { node, pointer, kind }: Visited, report: Report): void {
  const { responses } = node;
  if (kind === "operation" && Object.keys(nodeOf(responses)).length === 0) {
    report(below(pointer, "responses"), "broken-structure", "an operation must have at least one answer in responses");
  }
  for (const [status, response] of Object.entries(nodeOf(responses))) {
    if (isNode(response)) continue;
    const message = `the answer ${status} must be an object, got ${kindOf(response)}`;
    report(below(pointer, "responses", status), "broken-structure", message);
  }
  for (const index of listOf(node["parameters"]).keys()) {
    const place = followed(document, below(pointer, "parameters", index));
    if (place === null) continue; // refused as a dangling reference
    const parameter = nodeOf(valueAt(document, place));
    const isWhole = typeof parameter["name"] === "string" && isNode(parameter["schema"]);
    if (isWhole && ["query", "header", "path", "cookie"].includes(String(parameter["in"]))) continue;
    report(place, "broken-structure", "a parameter must have a name, a place (in: query, header, path) and a schema");
  }
  checkSecurity(document, { node, pointer }, report);
}

function checkSecurity(document: Node, { node, pointer }: Omit<Visited, "kind">, report: Report): void {
  const { security } = node;
  if (security === undefined) return;
  const schemes = Object.keys(nodeOf(valueAt(document, "#/components/securitySchemes")));
  if (!Array.isArray(security)) {
    report(below(pointer, "security"), "broken-structure", `security must be a list, got ${kindOf(security)}`);
  }
  for (const [index, alternative] of listOf(security).entries()) {
    for (const name of Object.keys(nodeOf(alternative))) {
      if (schemes.includes(name)) continue;
      const place = below(pointer, "security", index, name);
      report(place, "unknown-security", `there is no security scheme ${name}; ${suggestion(name, schemes)}`);
    }
  }
}

function checkContent(node: Node, pointer: string, report: Report): void {
  const { content } = node;
  if (content === undefined) return;
  if (!isNode(content)) {
    report(below(pointer, "content"), "broken-structure", `content must be an object, got ${kindOf(content)}`);
  }
  for (const [type, media] of Object.entries(nodeOf(content))) {
    const { schema } = nodeOf(media);
    if (isNode(media) && (schema === undefined || isNode(schema))) continue;
    report(below(pointer, "content", type), "broken-structure", `${type} must be an object with a schema`);
  }
}

function checkSchema({ node, pointer }: Visited, report: Report): void {
  if (ajv.validateSchema(node) === true) return;
  const seen = new Set<string>();
  for (const { instancePath, message = "" } of ajv.errors ?? []) {
    // A wrong type is told by the constraints, with the name that was probably meant.
    if (seen.has(instancePath) || /\/type(\/\d+)?$/.test(instancePath)) continue;
    seen.add(instancePath);
    report(pointer + instancePath, "broken-schema", `this is no JSON Schema: ${message}`);
  }
}
