import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { expressionFault, templateFault } from "./expression-text.ts";
import { below, kindOf, listOf, nodeOf, segmentsOf, shownPath } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import { OVERLAY_SCHEMA } from "./overlay-schema.ts";
import type { Report } from "./problem.ts";
import { STEP_KINDS } from "./step-schema.ts";

/** The names that an overlay may refer to. */
export interface KnownNames {
  readonly operations: ReadonlySet<string>;
  /** Operations with `x-eventual`. */
  readonly eventual: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly notifications: ReadonlySet<string>;
  /** Names of `x-states`. */
  readonly resources: ReadonlySet<string>;
  /** Keys of `sources.yaml` and decision numbers of `decisions.md`. */
  readonly sources: ReadonlySet<string>;
  /** Names of `x-catalogue.picks`. */
  readonly picks: ReadonlySet<string>;
}

/** Reports everything that is wrong with the value of an extension. */
export type ExtensionCheck = (extension: string, value: unknown, pointer: string) => void;

/** What a format of the overlay's schema means: which names it takes, and the rule of a name that there is not. */
interface NameFormat {
  readonly rule: string;
  readonly noun: string;
  readonly names: ReadonlySet<string>;
}

/** A checker of extensions against the vocabulary, the names of the documents, and the grammar of JSONata. */
export function extensionCheck(known: KnownNames, report: Report): ExtensionCheck {
  const formats = nameFormats(known);
  // Formats speak with the value alone, so a variant is cut off here.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, validateSchema: false });
  for (const [format, { names }] of Object.entries(formats)) {
    ajv.addFormat(format, (text: string) => names.has(format === VARIANT ? withoutVariant(text) : text));
  }
  ajv.addFormat("jsonata", (text: string) => expressionProblem(text, "jsonata", known) === null);
  ajv.addFormat("template", (text: string) => expressionProblem(text, "template", known) === null);
  ajv.addSchema(OVERLAY_SCHEMA);
  const validators = new Map<string, ValidateFunction>();
  return (extension, value, pointer) => {
    const validate = validators.get(extension) ?? ajv.compile({ $ref: `overlay#/$defs/${extension}` });
    validators.set(extension, validate);
    if (validate(value)) return;
    const seen = new Set<string>();
    for (const error of validate.errors ?? []) {
      const fault = faultOf(error, { formats, known });
      if (fault === null) continue;
      const place = below(pointer + error.instancePath, ...fault.member);
      const key = `${place} ${fault.rule}`;
      if (seen.has(key)) continue;
      seen.add(key);
      report(place, fault.rule, `${shownPath(shownSegments(extension, pointer, place))}: ${fault.message}`);
    }
  };
}

const VARIANT = "operation-variant";

function nameFormats(known: KnownNames): Readonly<Record<string, NameFormat>> {
  const operation = { rule: "unknown-operation", noun: "operation", names: known.operations };
  return {
    operation,
    [VARIANT]: operation,
    eventual: { rule: "unknown-operation", noun: "operation with x-eventual", names: known.eventual },
    code: { rule: "unknown-code", noun: "error code", names: known.codes },
    notification: { rule: "unknown-notification", noun: "notification", names: known.notifications },
    resource: { rule: "unknown-resource", noun: "resource of x-states", names: known.resources },
    source: { rule: "unknown-source", noun: "key of sources.yaml or decision of decisions.md", names: known.sources },
  };
}

/** `pay/failed` is `pay` with the variant `failed`. */
export function withoutVariant(name: string): string {
  return name.split("/")[0] ?? name;
}

function expressionProblem(text: string, format: string, known: KnownNames): Problem | null {
  const fault = format === "template" ? templateFault(text) : expressionFault(text);
  if (fault !== null) return { rule: "expression", message: `must be JSONata: ${fault}` };
  if (format === "template" && !text.startsWith("=")) return null;
  for (const [, pick = ""] of text.matchAll(/(?<![\w.])picks\.([A-Za-z_]\w*)/g)) {
    if (known.picks.has(pick)) continue;
    const message = `there is no pick ${pick} in x-catalogue; ${suggestion(pick, known.picks)}`;
    return { rule: "unknown-pick", message };
  }
  return null;
}

interface Problem {
  readonly rule: string;
  readonly message: string;
}

/** A problem, and the member of the value at which it is to be shown. */
interface Fault extends Problem {
  readonly member: readonly string[];
}

interface Knowledge {
  readonly formats: Readonly<Record<string, NameFormat>>;
  readonly known: KnownNames;
}

/** What an error of the validator means; null for one that only repeats others. */
function faultOf(error: ErrorObject, knowledge: Knowledge): Fault | null {
  const params = nodeOf(error.params);
  const name = error.propertyName;
  const member = name === undefined ? [] : [name];
  switch (error.keyword) {
    case "if":
    case "propertyNames":
      return null;
    case "additionalProperties": {
      const unknown = String(params["additionalProperty"]);
      const names = Object.keys(nodeOf(nodeOf(error.parentSchema)["properties"]));
      const message = `unknown member; ${suggestion(unknown, names)}`;
      return { member: [unknown], rule: "unknown-member", message };
    }
    case "required":
      // Inside of anyOf: the kinds of steps, which are reported together.
      if (error.schemaPath.includes("/anyOf/")) return null;
      return { member: [], rule: "missing-member", message: `must have ${String(params["missingProperty"])}` };
    case "anyOf":
      return { member: [], rule: "unknown-step", message: stepMessage(error.data) };
    case "format": {
      const problem = formatProblem(String(params["format"]), name ?? String(error.data), knowledge);
      return { member, ...problem };
    }
    default:
      return { member, ...constraintProblem(error) };
  }
}

function stepMessage(data: unknown): string {
  const [first = "nothing"] = Object.keys(nodeOf(data));
  return `a step must have a member that says its kind, got ${first}; ${suggestion(first, Object.keys(STEP_KINDS))}`;
}

function formatProblem(format: string, text: string, { formats, known }: Knowledge): Problem {
  const names = formats[format];
  if (names === undefined) {
    return expressionProblem(text, format, known) ?? { rule: "expression", message: "must be JSONata" };
  }
  const message = `there is no ${names.noun} ${text}; ${suggestion(withoutVariant(text), names.names)}`;
  return { rule: names.rule, message };
}

function constraintProblem(error: ErrorObject): Problem {
  const params = nodeOf(error.params);
  const data: unknown = error.propertyName ?? error.data;
  switch (error.keyword) {
    case "type": {
      const types = listOf(error.schema).length > 0 ? listOf(error.schema) : [error.schema];
      return { rule: "wrong-type", message: `must be ${types.map(wordOf).join(" or ")}, got ${shown(data)}` };
    }
    case "enum": {
      const allowed = listOf(params["allowedValues"]).map(String);
      return { rule: "unknown-value", message: `${shown(data)} is not known; ${suggestion(String(data), allowed)}` };
    }
    case "const":
      return { rule: "unknown-value", message: `must be ${String(params["allowedValue"])}, got ${shown(data)}` };
    case "pattern": {
      const description = nodeOf(error.parentSchema)["description"];
      return { rule: "malformed", message: `must be ${String(description)}, got ${shown(data)}` };
    }
    default:
      return { rule: "out-of-bounds", message: `${error.message ?? error.keyword}, got ${shown(data)}` };
  }
}

function wordOf(type: unknown): string {
  const words: Readonly<Record<string, string>> = { string: "a text", array: "a list", object: "an object" };
  return words[String(type)] ?? String(type);
}

function shown(value: unknown): string {
  return typeof value === "object" ? kindOf(value) : (JSON.stringify(value) ?? "nothing");
}

/** The way to a place from the extension on. */
function shownSegments(extension: string, pointer: string, place: string): string[] {
  return [extension, ...segmentsOf(place).slice(segmentsOf(pointer).length)];
}
