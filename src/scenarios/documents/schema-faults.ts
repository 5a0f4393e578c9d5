import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { below, kindOf, nodeOf } from "../../contracts/documents/json-pointer.ts";
import { suggestion } from "../../contracts/documents/nearest-name.ts";

/** Something that the schema of scenarios does not allow. */
export interface SchemaFault {
  /** JSON pointer of the member that is wrong. */
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
}

const SCHEMA_ID = "scenario.schema.json";

/** This file lies three folders below the package's root, as source and when built. */
const schemaUrl = new URL("../../../spec/scenario.schema.json", import.meta.url);

/** The published schema as text: what editors read, and `scenario schema` prints. */
export function scenarioSchemaText(): string {
  return readFileSync(schemaUrl, "utf8");
}

interface Loaded {
  readonly ajv: Ajv2020;
  readonly definitions: Readonly<Record<string, unknown>>;
  /** Ajv hands out the schema that failed; this says where it stands. */
  readonly fragments: ReadonlyMap<unknown, string>;
}

let loaded: Loaded | null = null;
const compiled = new Map<string, ValidateFunction>();

function load(): Loaded {
  if (loaded !== null) return loaded;
  const schema: unknown = JSON.parse(scenarioSchemaText());
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, inlineRefs: false, validateSchema: false });
  addFormatsModule.default(ajv);
  ajv.addSchema(nodeOf(schema), SCHEMA_ID);
  const fragments = new Map<unknown, string>();
  note(schema, "#", fragments);
  loaded = { ajv, definitions: nodeOf(nodeOf(schema)["$defs"]), fragments };
  return loaded;
}

function note(value: unknown, fragment: string, fragments: Map<unknown, string>): void {
  if (typeof value !== "object" || value === null) return;
  fragments.set(value, fragment);
  for (const [name, member] of Object.entries(value)) note(member, below(fragment, name), fragments);
}

/** What is wrong with the shape of a scenario; empty when nothing is. */
export function scenarioFaults(value: unknown): readonly SchemaFault[] {
  return faultsOf("#", value, "");
}

function validatorOf(fragment: string): ValidateFunction {
  const found = compiled.get(fragment);
  if (found !== undefined) return found;
  const validate = load().ajv.compile({ $ref: SCHEMA_ID + fragment });
  compiled.set(fragment, validate);
  return validate;
}

/** Of alternatives only the one that was meant is reported: the others would say what nobody wanted to know. */
function faultsOf(fragment: string, value: unknown, pointer: string): SchemaFault[] {
  const validate = validatorOf(fragment);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const unions = outermostUnions(errors);
  const plain = errors.filter(
    ({ instancePath }) => !unions.some((union) => isWithin(instancePath, union.instancePath)),
  );
  const faults = [
    ...plain.filter(({ keyword }) => keyword !== "propertyNames").map((error) => faultOf(error, pointer)),
    ...unions.flatMap((union) => unionFaults(union, pointer)),
  ];
  // A member with another name than it must have is missing as well: its own name is the better news.
  return faults.sort((a, b) => Number(a.rule === "missing-member") - Number(b.rule === "missing-member"));
}

function outermostUnions(errors: readonly ErrorObject[]): ErrorObject[] {
  const unions = new Map<string, ErrorObject>();
  // The outer one of two at the same place comes later, and takes its place.
  for (const error of errors) if (error.keyword === "oneOf") unions.set(error.instancePath, error);
  const all = [...unions.values()];
  return all.filter(({ instancePath: path }) => {
    return !all.some((other) => other.instancePath !== path && isWithin(path, other.instancePath));
  });
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

function unionFaults(union: ErrorObject, pointer: string): SchemaFault[] {
  const place = pointer + union.instancePath;
  const fragment = `${load().fragments.get(union.parentSchema) ?? "#"}/oneOf`;
  const branches: unknown[] = Array.isArray(union.schema) ? union.schema : [];
  const tried = branches.map((_, index) => {
    const faults = faultsOf(`${fragment}/${index}`, union.data, place);
    return { faults, distance: faults.reduce((sum, fault) => sum + weightOf(fault, place), 0) };
  });
  const [nearest] = tried.sort((a, b) => a.distance - b.distance);
  if (nearest !== undefined && nearest.distance < WRONG_KIND) return nearest.faults;
  const expected = branches.map(describe).filter((text, index, all) => all.indexOf(text) === index);
  return [{ pointer: place, rule: "shape", message: `must be ${expected.join(" or ")}, got ${shown(union.data)}` }];
}

const WRONG_KIND = 1_000;

/** How little a branch was meant: another kind of value, a missing main member, a member too many, anything deeper. */
function weightOf({ pointer, rule, message }: SchemaFault, place: string): number {
  if (pointer === place) return rule === "missing-member" ? 10 : WRONG_KIND;
  if (rule === "unknown-member") return message.includes("did you mean") ? 1 : 6;
  return 1;
}

function describe(schema: unknown): string {
  const { $ref, const: constant, type, description, properties } = nodeOf(schema);
  if (typeof $ref === "string") return describe(load().definitions[$ref.split("/").at(-1) ?? ""]);
  if (constant !== undefined) return JSON.stringify(constant);
  if (typeof description === "string" && type !== "object") return firstWords(description);
  if (typeof properties === "object" && properties !== null)
    return `an object with ${Object.keys(properties).join(", ")}`;
  return Array.isArray(type) ? type.join(", ") : String(type ?? "something else");
}

function firstWords(description: string): string {
  const text = description.replace(/\.$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function faultOf(error: ErrorObject, pointer: string): SchemaFault {
  const place = pointer + error.instancePath;
  const { keyword, params, data, message = "is wrong" } = error;
  switch (keyword) {
    case "additionalProperties": {
      const name = String(Reflect.get(params, "additionalProperty"));
      const known = Object.keys(nodeOf(nodeOf(error.parentSchema)["properties"]));
      const told = `there is no member ${name} here; ${suggestion(name, known)}`;
      return { pointer: below(place, name), rule: "unknown-member", message: told };
    }
    case "required":
      return { pointer: place, rule: "missing-member", message: `must have the member ${missingOf(params)}` };
    case "enum": {
      const names = Array.isArray(error.schema) ? error.schema.map(String) : [];
      return {
        pointer: place,
        rule: "unknown-name",
        message: `there is no ${shown(data)} here; ${suggestion(String(data), names)}`,
      };
    }
    case "const":
      return { pointer: place, rule: "shape", message: `must be ${JSON.stringify(error.schema)}, got ${shown(data)}` };
    case "type": {
      const kinds = Array.isArray(error.schema) ? error.schema.join(" or ") : String(error.schema);
      return { pointer: place, rule: "shape", message: `must be of type ${kinds}, got ${shown(data)}` };
    }
    default:
      return { pointer: place, rule: "shape", message: `${message}${hintOf(error)}, got ${shown(data)}` };
  }
}

function missingOf(params: object): string {
  return String(Reflect.get(params, "missingProperty"));
}

/** What a text of a certain form means, where the form alone would not tell. */
function hintOf({ keyword, parentSchema }: ErrorObject): string {
  const { description } = nodeOf(parentSchema);
  return (keyword === "pattern" || keyword === "format") && typeof description === "string" ? ` (${description})` : "";
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return kindOf(value);
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}
