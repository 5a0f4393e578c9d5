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

/** Which names a text of a certain meaning may be, and the rule of a name that there is not. */
interface NameRule {
  readonly rule: string;
  readonly noun: string;
  readonly names: ReadonlySet<string>;
}

/** Compiled once for all documents: what a text means is judged with the names that come along as context. */
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: false,
  validateSchema: false,
  passContext: true,
  inlineRefs: false,
  code: { optimize: false },
});
ajv.addKeyword({
  keyword: "means",
  type: "string",
  errors: false,
  validate(this: KnownNames, meaning: string, text: string): boolean {
    return meaningProblem(meaning, text, this) === null;
  },
});
ajv.addSchema(OVERLAY_SCHEMA);

const validators = new Map<string, ValidateFunction>();

/** A checker of extensions against the vocabulary, the names of the documents, and the grammar of JSONata. */
export function extensionCheck(known: KnownNames, report: Report): ExtensionCheck {
  return (extension, value, pointer) => {
    const validate = validators.get(extension) ?? ajv.compile({ $ref: `overlay#/$defs/${extension}` });
    validators.set(extension, validate);
    if (validate.call(known, value)) return;
    const seen = new Set<string>();
    for (const error of validate.errors ?? []) {
      const fault = faultOf(error, known);
      if (fault === null) continue;
      const place = below(pointer + error.instancePath, ...fault.member);
      const key = `${place} ${fault.rule}`;
      if (seen.has(key)) continue;
      seen.add(key);
      report(place, fault.rule, `${shownPath(shownSegments(extension, pointer, place))}: ${fault.message}`);
    }
  };
}

/** What is wrong with a text that must have a meaning; null when nothing is. */
function meaningProblem(meaning: string, text: string, known: KnownNames): Problem | null {
  const rule = nameRule(meaning, known);
  if (rule === null) return expressionProblem(text, meaning, known);
  const name = meaning === VARIANT ? withoutVariant(text) : text;
  if (rule.names.has(name)) return null;
  return { rule: rule.rule, message: `there is no ${rule.noun} ${name}; ${suggestion(name, rule.names)}` };
}

const VARIANT = "operation-variant";

function nameRule(meaning: string, known: KnownNames): NameRule | null {
  switch (meaning) {
    case "operation":
    case VARIANT:
      return { rule: "unknown-operation", noun: "operation", names: known.operations };
    case "eventual":
      return { rule: "unknown-operation", noun: "operation with x-eventual", names: known.eventual };
    case "code":
      return { rule: "unknown-code", noun: "error code", names: known.codes };
    case "notification":
      return { rule: "unknown-notification", noun: "notification", names: known.notifications };
    case "resource":
      return { rule: "unknown-resource", noun: "resource of x-states", names: known.resources };
    case "source":
      return { rule: "unknown-source", noun: "key of sources.yaml or decision of decisions.md", names: known.sources };
    default:
      return null; // an expression
  }
}

/** `pay/failed` is `pay` with the variant `failed`. */
export function withoutVariant(name: string): string {
  return name.split("/")[0] ?? name;
}

function expressionProblem(text: string, meaning: string, known: KnownNames): Problem | null {
  const fault = meaning === "template" ? templateFault(text) : expressionFault(text);
  if (fault !== null) return { rule: "expression", message: `must be JSONata: ${fault}` };
  if (meaning === "template" && !text.startsWith("=")) return null;
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

/** What an error of the validator means; null for one that only repeats others. */
function faultOf(error: ErrorObject, known: KnownNames): Fault | null {
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
    case "means": {
      const problem = meaningProblem(String(error.schema), name ?? String(error.data), known);
      return problem === null ? null : { member, ...problem };
    }
    default:
      return { member, ...constraintProblem(error) };
  }
}

function stepMessage(data: unknown): string {
  const [first = "nothing"] = Object.keys(nodeOf(data));
  return `a step must have a member that says its kind, got ${first}; ${suggestion(first, Object.keys(STEP_KINDS))}`;
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
