import { knownNames, operationPointers } from "./document-names.ts";
import { type Visited, visitedNodes } from "./document-walk.ts";
import { evidenceAt, readEvidence } from "./evidence.ts";
import { type ExtensionCheck, extensionCheck } from "./extension-check.ts";
import { below, followed, isNode, listOf, nodeOf, segmentsOf, valueAt } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import { EXTENSIONS, OTHER_EXTENSIONS } from "./overlay-schema.ts";
import { checkConstraints } from "./preflight-constraints.ts";
import { exampleCheck } from "./preflight-examples.ts";
import { checkLinks } from "./preflight-links.ts";
import { checkMachines } from "./preflight-machines.ts";
import { checkPaths } from "./preflight-paths.ts";
import { checkStructure } from "./preflight-structure.ts";
import type { Report } from "./problem.ts";
import { bodySchemaPointer } from "./schema-lookup.ts";
import type { Node } from "./specification.ts";

/** How the pre-flight tells what it finds; places are pointers of the merged document. */
export interface PreflightPorts {
  /** Names that `source` may have. */
  readonly sources: ReadonlySet<string>;
  readonly refuse: Report;
  readonly warn: Report;
}

/** Checks a merged document before anything is made of it: every fault is told, in the order of the document. */
export function preflight(document: Node, { sources, refuse, warn }: PreflightPorts): void {
  const visited = visitedNodes(document);
  const operations = operationPointers(visited, refuse);
  const checkValue = extensionCheck(knownNames(document, operations, sources), refuse);
  checkStructure(document, visited, refuse);
  checkReferences(document, visited, refuse);
  const checkExamples = exampleCheck(document, refuse);
  for (const one of visited) {
    checkExtensions(document, one, { checkValue, refuse });
    checkConstraints(one, refuse);
    checkLinks(document, one, { operations, report: refuse });
    checkExamples(one);
    if (one.kind === "webhook" && bodySchemaPointer(document, below(one.pointer, "requestBody")) === null) {
      refuse(one.pointer, "webhook-without-schema", "a notification must have a JSON body with a schema");
    }
  }
  checkMachines(document, refuse);
  checkOutcome(document, refuse);
  checkPaths(document, operations, warn);
  for (const { node, kind, pointer } of visited) {
    if (kind !== "operation" || "x-effects" in node) continue;
    const message = `${String(node["operationId"])} has no x-effects, so it counts as sunk: no live run calls it`;
    warn(pointer, "unknown-effects", message);
  }
}

function checkReferences(document: Node, visited: readonly Visited[], refuse: Report): void {
  for (const { node, pointer } of visited) {
    const { $ref: reference } = node;
    if (typeof reference !== "string" || followed(document, pointer) !== null) continue;
    const message = reference.startsWith("#")
      ? `${reference} leads nowhere, or in a circle; ${nearMiss(document, reference)}`
      : `${reference} leads out of the document; references begin with #/`;
    refuse(below(pointer, "$ref"), "dangling-reference", message);
  }
}

/** Names beside the one that a reference has last. */
function nearMiss(document: Node, reference: string): string {
  const parent = reference.replace(/\/[^/]*$/, "");
  const name = segmentsOf(reference).at(-1) ?? "";
  const place = followed(document, parent);
  return suggestion(name, place === null ? [] : Object.keys(nodeOf(valueAt(document, place))));
}

interface ExtensionPorts {
  readonly checkValue: ExtensionCheck;
  readonly refuse: Report;
}

function checkExtensions(document: Node, { node, pointer, kind }: Visited, ports: ExtensionPorts): void {
  for (const [name, value] of Object.entries(node)) {
    if (!name.startsWith("x-") || OTHER_EXTENSIONS.includes(name)) continue;
    const place = below(pointer, name);
    const known = EXTENSIONS[name];
    if (known === undefined) {
      const hint = suggestion(name, [...Object.keys(EXTENSIONS), ...OTHER_EXTENSIONS]);
      ports.refuse(place, "unknown-extension", `there is no extension ${name}; ${hint}`);
      continue;
    }
    if (!known.at.some((holder) => holder === "any" || holder === kind)) {
      const holders = known.at.join(" or ");
      ports.refuse(place, "misplaced-extension", `${name} must stand at ${holders}, got ${kind}`);
      continue;
    }
    ports.checkValue(name, value, place);
    if (known.form !== "plain") checkEvidence(document, { name, value, pointer }, ports.refuse);
  }
}

interface ExtensionValue {
  readonly name: string;
  readonly value: unknown;
  /** Of the object that has the extension. */
  readonly pointer: string;
}

/** Entries must say how they are known, where nothing around them does. */
function checkEvidence(document: Node, { name, value, pointer }: ExtensionValue, refuse: Report): void {
  const inherited = evidenceAt(document, pointer);
  if (inherited !== null) return;
  const form = EXTENSIONS[name]?.form;
  const entries: [string | null, unknown][] =
    form === "list"
      ? listOf(value).map((entry, index) => [String(index), entry])
      : form === "map"
        ? Object.entries(nodeOf(value))
        : [[null, value]];
  for (const [key, entry] of entries) {
    if (!isNode(entry) || readEvidence(entry, null) !== null) continue;
    const place = below(pointer, name, ...(key === null ? [] : [key]));
    refuse(place, "missing-evidence", `${name}${key === null ? "" : ` ${key}`} must have a grade and a source`);
  }
}

function checkOutcome(document: Node, refuse: Report): void {
  if ("x-outcome" in document) return;
  refuse("#", "missing-outcome", "the overlay must have x-outcome: how an answer says success, code and data");
}
