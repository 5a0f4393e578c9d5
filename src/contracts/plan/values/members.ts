import { evidenceAt, UNKNOWN_EVIDENCE } from "../../documents/evidence.ts";
import { below, isNode, listOf, nodeOf } from "../../documents/json-pointer.ts";
import type { RefRule } from "../../documents/semantics.ts";
import type { Node, OperationSpec, Specification } from "../../documents/specification.ts";
import type { Evidence } from "../case.ts";
import { refOf } from "../usual-request.ts";

/** One of the forms that a member may have; a member without `oneOf` and `anyOf` has one. */
export interface Form {
  readonly schema: Node;
  readonly types: readonly string[];
  /** Places of its schema, from the outermost `$ref` on. */
  readonly places: readonly Place[];
}

interface Place {
  readonly node: Node;
  readonly pointer: string;
}

/** A member of a request, wherever it stands. */
export interface Member {
  /** `packageInfoList[0].count`; of an item, that of the first one. Empty for the whole body. */
  readonly path: string;
  readonly schema: Node;
  readonly forms: readonly Form[];
  readonly isRequired: boolean;
  readonly isItem: boolean;
  readonly ref: RefRule | null;
  /** Whether it is `deprecated`: read, and without effect. */
  readonly isIgnored: boolean;
  /** Whether the schema decides about its JSON type only. */
  readonly isByOperation: boolean;
  readonly evidence: Evidence;
  readonly places: readonly Place[];
  /** Pointer of the object schema that has it. */
  readonly parentPointer: string | null;
}

const DEPTH_LIMIT = 8;

/** Every member of a request body, the body itself first; of a list, its first item. */
export function membersOf(spec: Specification, operation: OperationSpec): readonly Member[] {
  const { requestSchema, requestPointer } = operation;
  if (requestSchema === null || requestPointer === null) return [];
  const members: Member[] = [];
  const root = { node: requestSchema, pointer: requestPointer, path: "" };
  walk(spec, { ...root, isRequired: true, isItem: false, parentPointer: null, depth: 0 }, members);
  return members;
}

/** The query parameters of an operation as members of one object. */
export function queryMembersOf(spec: Specification, operation: OperationSpec): readonly Member[] {
  const pointer = below(operation.pointer, "parameters");
  return operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, isRequired, isDeprecated, schema }, index) => {
      const place = { node: schema, pointer: below(pointer, index, "schema"), path: name };
      const member = memberOf(spec, { ...place, isRequired, isItem: false, parentPointer: null, depth: 0 });
      return { ...member, isIgnored: isDeprecated };
    });
}

interface Visit extends Place {
  readonly path: string;
  readonly isRequired: boolean;
  readonly isItem: boolean;
  readonly parentPointer: string | null;
  readonly depth: number;
}

function walk(spec: Specification, visit: Visit, members: Member[]): void {
  const member = memberOf(spec, visit);
  members.push(member);
  if (visit.depth >= DEPTH_LIMIT) return;
  const { schema, path } = member;
  const required = listOf(schema["required"]);
  for (const [name, node] of Object.entries(nodeOf(schema["properties"]))) {
    const owner = placeWith(member.places, "properties");
    const pointer = below(owner, "properties", name);
    const below_ = { node: nodeOf(node), pointer, path: path === "" ? name : `${path}.${name}` };
    const rest = {
      isRequired: required.includes(name),
      isItem: false,
      parentPointer: placeWith(member.places, "required"),
    };
    walk(spec, { ...below_, ...rest, depth: visit.depth + 1 }, members);
  }
  if (isNode(schema["items"])) {
    const pointer = below(placeWith(member.places, "items"), "items");
    const item = { node: schema["items"], pointer, path: `${path}[0]`, isRequired: false, isItem: true };
    walk(spec, { ...item, parentPointer: null, depth: visit.depth + 1 }, members);
  }
}

function memberOf(spec: Specification, visit: Visit): Member {
  const { path, isRequired, isItem, parentPointer } = visit;
  const places = placesOf(spec, visit);
  const schema = spec.resolve(visit.node);
  return {
    path,
    schema,
    forms: formsOf(spec, { schema, places, types: typesOf(schema) }, 0),
    isRequired,
    isItem,
    ref: refOf(spec, visit.node),
    isIgnored: places.some(({ node }) => node["deprecated"] === true),
    isByOperation: schema["x-checked-by"] === "operation",
    evidence: evidenceOf(spec, places),
    places,
    parentPointer,
  };
}

function formsOf(spec: Specification, form: Form, depth: number): Form[] {
  const keyword = Array.isArray(form.schema["oneOf"]) ? "oneOf" : "anyOf";
  const branches = listOf(form.schema[keyword]);
  if (branches.length === 0 || depth >= DEPTH_LIMIT) return [form];
  const pointer = placeWith(form.places, keyword);
  return branches.flatMap((branch, index) => {
    const node = nodeOf(branch);
    const schema = spec.resolve(node);
    const places = placesOf(spec, { node, pointer: below(pointer, keyword, index) });
    const own = typesOf(schema);
    return formsOf(spec, { schema, places, types: own.length === 0 ? form.types : own }, depth + 1);
  });
}

/** A schema and what its `$ref` leads to, one after the other. */
function placesOf(spec: Specification, { node, pointer }: Place): Place[] {
  const places: Place[] = [{ node, pointer }];
  for (let reference = node["$ref"]; typeof reference === "string" && places.length <= DEPTH_LIMIT; ) {
    const next = nodeOf(spec.at(reference));
    places.push({ node: next, pointer: reference });
    reference = next["$ref"];
  }
  return places;
}

function placeWith(places: readonly Place[], keyword: string): string {
  return (places.find(({ node }) => keyword in node) ?? places.at(-1) ?? { pointer: "#" }).pointer;
}

/** Where a keyword of a member stands; of a missing member, in the object around it. */
export function keywordPointer(member: Member, keyword: string): string {
  if (keyword === "required" && member.parentPointer !== null) return below(member.parentPointer, keyword);
  const places = [...member.places, ...member.forms.flatMap((form) => form.places)];
  const found = places.find(({ node }) => keyword in node);
  return found === undefined ? (member.places[0]?.pointer ?? "#") : below(found.pointer, keyword);
}

function evidenceOf(spec: Specification, places: readonly Place[]): Evidence {
  for (const { node, pointer } of places)
    if ("x-evidence" in node) return evidenceAt(spec.document, pointer) ?? UNKNOWN_EVIDENCE;
  return evidenceAt(spec.document, places[0]?.pointer ?? "#") ?? UNKNOWN_EVIDENCE;
}

/** The JSON types that a schema names, or that its constants have. */
function typesOf(schema: Node): readonly string[] {
  const named = [schema["type"]].flat().filter((type) => typeof type === "string");
  if (named.length > 0) return named;
  if ("properties" in schema) return ["object"];
  const values = "const" in schema ? [schema["const"]] : listOf(schema["enum"]);
  return [...new Set(values.map(typeOf))];
}

/** The JSON Schema type of a value. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
