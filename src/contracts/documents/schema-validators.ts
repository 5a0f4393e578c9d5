import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { below } from "./json-pointer.ts";
import type { Node } from "./specification.ts";

/** A broken keyword of a schema. */
export interface SchemaError {
  /** Where in the value: `packageInfoList[0].count`, empty for the whole value. A missing or extra member is named itself. */
  readonly path: string;
  readonly keyword: string;
  /** What the keyword demands. */
  readonly limit: unknown;
  /** The value there; undefined for a missing one. */
  readonly value: unknown;
  /** JSON pointer of the schema that has the keyword. */
  readonly pointer: string;
  /** Whether it is one of several alternatives (`oneOf`, `anyOf`) that failed. */
  readonly isOfAlternative: boolean;
}

/** Errors that are looked at; a list of thousands of wrong rows has one cause. */
const ERROR_LIMIT = 50;

/** Says what is wrong with a value; empty when nothing is. */
export type SchemaValidator = (value: unknown) => readonly SchemaError[];

const known = { open: new WeakMap<Node, SchemaValidators>(), closed: new WeakMap<Node, SchemaValidators>() };

/**
 * The validators of a document, made once. With `isClosed`, a member that an object schema does not list is an error at every depth.
 */
export function schemaValidators(document: Node, { isClosed }: { readonly isClosed: boolean }): SchemaValidators {
  const ofKind = known[isClosed ? "closed" : "open"];
  const validators = ofKind.get(document) ?? new SchemaValidators(document, { isClosed });
  ofKind.set(document, validators);
  return validators;
}

/** The schemas of one document as validators, each compiled when it is first asked for. */
export class SchemaValidators {
  readonly #ajv: Ajv2020;
  /** Ajv hands out the schema that failed; this says where it stands. */
  readonly #pointers = new Map<unknown, string>();
  readonly #compiled = new Map<string, SchemaValidator>();

  constructor(document: Node, { isClosed }: { readonly isClosed: boolean }) {
    const schemas = copied(document, "#", { isClosed, pointers: this.#pointers });
    this.#ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      strict: false,
      strictNumbers: true,
      inlineRefs: false,
      code: { optimize: false },
      validateSchema: false,
      addUsedSchema: false,
      logger: false,
    });
    addFormatsModule.default(this.#ajv);
    this.#ajv.addFormat("iccid", /^89\d{17,18}$/);
    this.#ajv.addFormat("double", true);
    if (typeof schemas === "object" && schemas !== null) this.#ajv.addSchema(schemas, "document");
  }

  /** The validator of the schema at a JSON pointer (`#/components/schemas/Esim`). */
  at(pointer: string): SchemaValidator {
    let validator = this.#compiled.get(pointer);
    if (validator === undefined) {
      validator = this.#wrap(this.#ajv.compile({ $ref: `document${fragmentOf(pointer)}` }));
      this.#compiled.set(pointer, validator);
    }
    return validator;
  }

  /** The validator of an object with these members, whose schemas may refer into the document. */
  ofObject(key: string, properties: Readonly<Record<string, Node>>, required: readonly string[]): SchemaValidator {
    let validator = this.#compiled.get(key);
    if (validator === undefined) {
      validator = this.#wrap(this.#ajv.compile({ type: "object", properties: rebased(properties), required }));
      this.#compiled.set(key, validator);
    }
    return validator;
  }

  #wrap(validate: ValidateFunction): SchemaValidator {
    // An object that comes again, such as a list of all that is on sale, is not walked through again.
    const valid = new WeakSet<object>();
    return (value) => {
      const isObject = typeof value === "object" && value !== null;
      if (isObject && valid.has(value)) return [];
      if (!validate(value)) return this.#errorsOf(validate.errors ?? []);
      if (isObject) valid.add(value);
      return [];
    };
  }

  #errorsOf(errors: readonly ErrorObject[]): SchemaError[] {
    const unions = errors.filter(({ keyword }) => isUnion(keyword)).map(({ instancePath }) => instancePath);
    return errors
      .filter(({ keyword }) => keyword !== "if" && keyword !== "$ref")
      .slice(0, ERROR_LIMIT)
      .map((error) => {
        const name = memberOf(error);
        const isOfAlternative =
          !isUnion(error.keyword) &&
          unions.some((union) => error.instancePath === union || error.instancePath.startsWith(`${union}/`));
        return {
          path: pathOf(error.instancePath, name),
          keyword: error.keyword,
          limit: error.schema,
          value: error.keyword === "required" ? undefined : error.data,
          pointer: this.#pointers.get(error.parentSchema) ?? "#",
          isOfAlternative,
        };
      });
  }
}

function isUnion(keyword: string): boolean {
  return keyword === "oneOf" || keyword === "anyOf";
}

/** The member that an error of an object is about. */
function memberOf({ keyword, params }: ErrorObject): string | null {
  const name: unknown =
    keyword === "required"
      ? Reflect.get(params, "missingProperty")
      : keyword === "additionalProperties"
        ? Reflect.get(params, "additionalProperty")
        : null;
  return typeof name === "string" ? name : null;
}

function pathOf(instancePath: string, member: string | null): string {
  const segments = instancePath
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = segments.map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`)).join("");
  return (member === null ? path : `${path}.${member}`).replace(/^\./, "");
}

/** Members whose values are data, not schemas. */
const DATA = new Set(["examples", "example", "default", "enum", "const"]);

/** Below these, a name is that of a member or header, whatever it is. */
const NAMES = /\/(properties|headers|schemas)$/;

function copied(
  value: unknown,
  pointer: string,
  how: { readonly isClosed: boolean; readonly pointers: Map<unknown, string> },
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => copied(item, `${pointer}/${index}`, how));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const isName = NAMES.test(pointer);
    if (name.startsWith("x-") && !isName) continue;
    copy[name] = DATA.has(name) && !isName ? member : copied(member, below(pointer, name), how);
  }
  if (how.isClosed && isOpenObject(copy)) copy["additionalProperties"] = false;
  how.pointers.set(copy, pointer);
  return copy;
}

function isOpenObject({ type, ...schema }: Readonly<Record<string, unknown>>): boolean {
  const isObject = type === "object" || (Array.isArray(type) && type.includes("object"));
  return isObject && "properties" in schema && !("additionalProperties" in schema);
}

function fragmentOf(pointer: string): string {
  return pointer
    .split("/")
    .map((segment) => (segment === "#" ? "#" : encodeURIComponent(segment)))
    .join("/");
}

function rebased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === "$ref" && typeof member === "string" ? `document${fragmentOf(member)}` : rebased(member),
    ]),
  );
}
