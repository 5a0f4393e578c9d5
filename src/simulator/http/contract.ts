import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { ContractMembers } from "./contract-members.ts";

/** A JSON value whose shape is only known from its place in an OpenAPI document. */
type Node = Readonly<Record<string, unknown>>;

/** A broken constraint of a request: where, which keyword, and what the schema at that place says besides. */
export interface Violation {
  /** Property names and array positions from the body's root, such as `["packageInfoList", 0, "count"]`. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that was broken; a missing property is reported at its own path as `required`. */
  readonly keyword: string;
  /** The value of the keyword, for messages: a bound, a list of members. */
  readonly limit: unknown;
  /** What was sent there; undefined when it is missing. */
  readonly value: unknown;
  /** The schema of the property concerned, with its extensions. */
  readonly schema: Node;
}

/** An operation as the document describes it. */
export interface ContractOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly evidence: string;
  readonly definition: Node;
}

const EXTENSIONS = [
  "x-evidence",
  "x-lenient",
  "x-code",
  "x-checked-by",
  "x-private",
  "x-option",
  "x-documented",
  "x-message",
  "x-token-option",
  "example",
  "externalDocs",
  "xml",
];

const METHODS = ["get", "post", "put", "patch", "delete"];

/**
 * One OpenAPI document as a set of validators. Each is compiled on first use, because compiling all of them would take most
 * of the start-up time.
 */
export class Contract {
  readonly operations: ReadonlyMap<string, ContractOperation>;
  readonly #document: Node;
  readonly #requestAjv: Ajv2020;
  readonly #requests = new Map<string, ValidateFunction | null>();
  readonly #answers = new Map<string, ValidateFunction | null>();
  #answerAjv: Ajv2020 | null = null;
  #members: ContractMembers | null = null;

  constructor(document: unknown) {
    this.#document = nodeOf(document);
    this.#requestAjv = createAjv(this.#document, { allErrors: true, verbose: true });
    this.operations = collectOperations(this.#document);
  }

  /** What the document says about the members that a JSON pointer names. */
  get members(): ContractMembers {
    this.#members ??= new ContractMembers(this.#document, this.operations);
    return this.#members;
  }

  /** What is wrong with a request body, in the order of the schema; empty when nothing is. */
  requestViolations(operationId: string, body: unknown): Violation[] {
    let validate = this.#requests.get(operationId);
    if (validate === undefined) {
      validate = this.#compileRequest(operationId);
      this.#requests.set(operationId, validate);
    }
    return validate === null || validate(body) ? [] : violationsOf(validate.errors ?? []);
  }

  /** What is wrong with query parameters, each given as the text that was sent. */
  queryViolations(operationId: string, query: (name: string) => string | undefined): Violation[] {
    const parameters = listOf(this.#operation(operationId).definition["parameters"]);
    const properties: Record<string, unknown> = {};
    const required: string[] = [];
    const sent: Record<string, string> = {};
    for (const entry of parameters) {
      const parameter = this.#resolve(nodeOf(entry));
      if (parameter["in"] !== "query") continue;
      const name = String(parameter["name"]);
      properties[name] = parameter["schema"];
      if (parameter["required"] === true) required.push(name);
      const value = query(name);
      if (value !== undefined) sent[name] = value;
    }
    const key = `${operationId}?`;
    let validate = this.#requests.get(key);
    if (validate === undefined) {
      validate = this.#requestAjv.compile({ type: "object", properties: rebase(properties), required });
      this.#requests.set(key, validate);
    }
    return validate === null || validate(sent) ? [] : violationsOf(validate.errors ?? []);
  }

  /** How an answer breaks the contract, in words; null when it keeps it. */
  answerViolation(operationId: string, status: number, value: unknown): string | null {
    const key = `${operationId} ${status}`;
    let validate = this.#answers.get(key);
    if (validate === undefined) {
      validate = this.#compileAnswer(operationId, status);
      this.#answers.set(key, validate);
    }
    if (validate === null) return `status ${status} is not described`;
    return validate(value) ? null : this.#answerText(validate);
  }

  /** How the body of a notification breaks the contract, in words; null when it keeps it. */
  notificationViolation(name: string, value: unknown): string | null {
    const key = `webhook ${name}`;
    let validate = this.#answers.get(key);
    if (validate === undefined) {
      const pointer = ["webhooks", name, "post", "requestBody", "content", "application/json", "schema"];
      validate = valueAt(this.#document, pointer) === undefined ? null : this.#compile(this.#closedAjv(), pointer);
      this.#answers.set(key, validate);
    }
    if (validate === null) return `no notification ${name} is described`;
    return validate(value) ? null : this.#answerText(validate);
  }

  #answerText(validate: ValidateFunction): string {
    return this.#closedAjv().errorsText((validate.errors ?? []).slice(0, 5), { dataVar: "body" });
  }

  #operation(operationId: string): ContractOperation {
    const operation = this.operations.get(operationId);
    if (operation === undefined) throw new Error(`the contract has no operation ${operationId}`);
    return operation;
  }

  #compileRequest(operationId: string): ValidateFunction | null {
    const { path, method } = this.#operation(operationId);
    const pointer = ["paths", path, method, "requestBody", "content", "application/json", "schema"];
    if (valueAt(this.#document, pointer) === undefined) return null;
    return this.#compile(this.#requestAjv, pointer);
  }

  #compileAnswer(operationId: string, status: number): ValidateFunction | null {
    const { path, method } = this.#operation(operationId);
    const place = ["paths", path, method, "responses", String(status)];
    const response = valueAt(this.#document, place);
    if (response === undefined) return null;
    const reference = nodeOf(response)["$ref"];
    const base = typeof reference === "string" ? segmentsOf(reference) : place;
    const [mediaType = "application/json"] = Object.keys(nodeOf(valueAt(this.#document, [...base, "content"])));
    const pointer = [...base, "content", mediaType, "schema"];
    return valueAt(this.#document, pointer) === undefined ? null : this.#compile(this.#closedAjv(), pointer);
  }

  #compile(ajv: Ajv2020, pointer: readonly string[]): ValidateFunction {
    const fragment = pointer
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    return ajv.compile({ $ref: `contract#/${fragment}` });
  }

  #resolve(node: Node): Node {
    const reference = node["$ref"];
    return typeof reference === "string" ? nodeOf(valueAt(this.#document, segmentsOf(reference))) : node;
  }

  /** Validators of what the sandbox says itself: there, a property that is not described is a violation too. */
  #closedAjv(): Ajv2020 {
    this.#answerAjv ??= createAjv(nodeOf(closed(this.#document)), { allErrors: false, verbose: false });
    return this.#answerAjv;
  }
}

function createAjv(document: Node, reporting: { readonly allErrors: boolean; readonly verbose: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    ...reporting,
    strict: false,
    strictNumbers: true,
    validateSchema: false,
    addUsedSchema: false,
  });
  addFormatsModule.default(ajv, ["date-time", "email", "uri", "uuid", "ipv4", "ipv6"]);
  ajv.addFormat("iccid", /^89\d{17,18}$/);
  ajv.addFormat("int32", { type: "number", validate: (value: number) => Number.isInteger(value) });
  ajv.addFormat("int64", { type: "number", validate: (value: number) => Number.isInteger(value) });
  ajv.addFormat("double", true);
  ajv.addVocabulary(EXTENSIONS);
  ajv.addSchema(document, "contract");
  return ajv;
}

function collectOperations(document: Node): Map<string, ContractOperation> {
  const operations = new Map<string, ContractOperation>();
  for (const [path, item] of Object.entries(nodeOf(document["paths"]))) {
    for (const method of METHODS) {
      const definition = nodeOf(item)[method];
      if (definition === undefined) continue;
      const node = nodeOf(definition);
      const operationId = String(node["operationId"]);
      const evidence = String(nodeOf(node["x-evidence"] ?? {})["grade"] ?? "proposed");
      operations.set(operationId, { operationId, method, path, evidence, definition: node });
    }
  }
  return operations;
}

function violationsOf(errors: readonly ErrorObject[]): Violation[] {
  return errors.filter(isLeaf).map((error) => {
    const base = error.instancePath.split("/").slice(1).map(unescapeSegment);
    const parent = nodeOf(error.parentSchema ?? {});
    if (error.keyword !== "required") {
      return { path: base, keyword: error.keyword, limit: error.schema, value: error.data, schema: parent };
    }
    const name = String(nodeOf(error.params)["missingProperty"]);
    const schema = nodeOf(nodeOf(parent["properties"] ?? {})[name] ?? {});
    return { path: [...base, name], keyword: "required", limit: true, value: undefined, schema };
  });
}

/** Keywords that only report that something below them failed. */
function isLeaf(error: ErrorObject): boolean {
  return error.keyword !== "if" && error.keyword !== "$ref";
}

function unescapeSegment(segment: string): string | number {
  const text = segment.replaceAll("~1", "/").replaceAll("~0", "~");
  return /^\d+$/.test(text) ? Number(text) : text;
}

function segmentsOf(reference: string): string[] {
  return reference
    .slice(2)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(document: Node, pointer: readonly string[]): unknown {
  let value: unknown = document;
  for (const segment of pointer) {
    if (typeof value !== "object" || value === null) return undefined;
    value = nodeOf(value)[segment];
  }
  return value;
}

/** A copy in which every object schema that lists its properties admits no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) copy[name] = name === "examples" ? member : closed(member);
  const { type } = copy;
  const isObject = type === "object" || (Array.isArray(type) && type.includes("object"));
  if (isObject && "properties" in copy && !("additionalProperties" in copy)) {
    copy["additionalProperties"] = false;
  }
  return copy;
}

/** References inside a schema that is compiled on its own lead back into the document. */
function rebase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === "$ref" && typeof member === "string" ? `contract${member}` : rebase(member),
    ]),
  );
}

function nodeOf(value: unknown): Node {
  if (typeof value !== "object" || value === null) return {};
  return value as Node; // any JSON object is a record of unknown members
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
