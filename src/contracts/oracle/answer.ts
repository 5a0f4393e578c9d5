import { below, followed, isNode, listOf, nodeOf } from "../documents/json-pointer.ts";
import { type SchemaError, type SchemaValidators, schemaValidators } from "../documents/schema-validators.ts";
import type { Node, OperationSpec, Specification } from "../documents/specification.ts";
import type { Arrived } from "../targets/target.ts";
import { BodyDecoder, type Parsed, readBody, type WireBody } from "./answer-bytes.ts";
import { listedCodes, possibleCodes } from "./documented-codes.ts";
import { headerViolations } from "./headers.ts";
import { codeMember, createOutcomeReader, type Outcome } from "./outcome.ts";
import { schemaViolations, shown } from "./schema-violations.ts";

/** An answer that came, whatever it is. */
type ArrivedAnswer = Arrived & { readonly status: number };

/** A broken rule of the documents, with what was seen. */
export interface AnswerViolation {
  readonly aspect: "status" | "content-type" | "encoding" | "json" | "schema" | "header" | "code" | "envelope";
  /** The same for every violation with the same cause. */
  readonly root: string;
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
  /** JSON pointer of the broken rule in the merged document. */
  readonly pointer: string;
}

/** What the caller knows about a call. */
interface AnswerContext {
  /** Codes that the case waits for: they count as possible. */
  readonly codes?: readonly string[];
}

/** An answer, read and compared with the document. */
interface JudgedAnswer {
  readonly parsed: Parsed;
  readonly outcome: Outcome;
  readonly violations: readonly AnswerViolation[];
}

/** A notification as it arrived at a receiver. */
interface ArrivedNotification extends WireBody {
  readonly method: string;
}

/** Compares what arrives with the document of one provider. */
export interface AnswerOracle {
  /** Without an operation (an unknown path), any operation's answer of that status is the measure. */
  judge(operationId: string | null, arrived: ArrivedAnswer, context?: AnswerContext): Promise<JudgedAnswer>;
  /** By the name under `webhooks:`; null when nobody knows which one it is. */
  judgeNotification(name: string | null, arrived: ArrivedNotification): readonly AnswerViolation[];
}

const NOTHING: Outcome = { isSuccess: false, code: "", data: undefined };

/** Makes the judge of a provider's answers. Schemas are compiled when they are first needed. */
export function createAnswerOracle(spec: Specification): AnswerOracle {
  const validators = schemaValidators(spec.document, { isClosed: true });
  const outcomeOf = createOutcomeReader(spec.outcome);
  const codes = createCodeJudge(spec);
  const responses = createResponseFinder(spec);
  const decoder = new BodyDecoder();
  const branchFor = createBranchFinder(spec);
  const judge = async (operationId: string | null, arrived: ArrivedAnswer, context: AnswerContext = {}) => {
    const operation = operationId === null ? null : (spec.operations.get(operationId) ?? null);
    const found = responses(operation, arrived.status);
    if (found === null) {
      const parsed = leniently(arrived);
      const outcome = parsed.ok ? await outcomeOf(parsed.body) : NOTHING;
      return { parsed, outcome, violations: [statusViolation(operation, arrived.status)] };
    }
    if (found.schemaPointer === null) return { parsed: leniently(arrived), outcome: NOTHING, violations: [] };
    const { parsed, violations } = readBody(arrived, { mediaType: found.mediaType, pointer: found.pointer }, decoder);
    const outcome = parsed.ok ? await outcomeOf(parsed.body) : NOTHING;
    const facts = { status: arrived.status, headers: arrived.headers, isSuccess: outcome.isSuccess };
    violations.push(...headerViolations(spec, validators, { ...found, ...facts }));
    if (!parsed.ok) return { parsed, outcome, violations };
    if (!isNode(parsed.body)) {
      violations.push(envelopeViolation(parsed.body, found.schemaPointer));
      return { parsed, outcome, violations };
    }
    const wrongCode = outcome.isSuccess ? null : codes(operation, outcome.code, context.codes ?? []);
    if (wrongCode !== null) violations.push(wrongCode);
    const errors = validators.at(branchFor(found.schemaPointer, parsed.body))(parsed.body);
    violations.push(...schemaViolations(wrongCode === null ? errors : withoutCode(spec, errors)));
    return { parsed, outcome, violations };
  };
  return {
    judge,
    judgeNotification: (name, arrived) => judgeNotification(spec, { validators, branchFor }, name, arrived),
  };
}

/** A response of the document. */
interface FoundResponse {
  readonly pointer: string;
  readonly definition: Node;
  readonly mediaType: string;
  /** Null where no body is described. */
  readonly schemaPointer: string | null;
}

function createResponseFinder(
  spec: Specification,
): (operation: OperationSpec | null, status: number) => FoundResponse | null {
  const known = new Map<string, FoundResponse | null>();
  return (operation, status) => {
    const key = `${operation?.operationId ?? ""} ${status}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const places = operation === null ? [...spec.operations.values()] : [operation];
    const found = places.map((place) => responseOf(spec, place, status)).find((place) => place !== null) ?? null;
    known.set(key, found);
    return found;
  };
}

/** The response of a status, of its range (`4XX`), or the one for all others. */
function responseOf(spec: Specification, operation: OperationSpec, status: number): FoundResponse | null {
  const responses = nodeOf(operation.definition["responses"]);
  const names = [String(status), `${Math.floor(status / 100)}XX`, `${Math.floor(status / 100)}xx`, "default"];
  const name = names.find((candidate) => candidate in responses);
  if (name === undefined) return null;
  const pointer = followed(spec.document, below(operation.pointer, "responses", name));
  if (pointer === null) return null;
  const definition = nodeOf(spec.at(pointer));
  const content = nodeOf(definition["content"]);
  const [mediaType = "application/json"] = Object.keys(content);
  const hasSchema = nodeOf(content[mediaType])["schema"] !== undefined;
  const schemaPointer = hasSchema ? below(pointer, "content", mediaType, "schema") : null;
  return { pointer, definition, mediaType, schemaPointer };
}

/** An alternative of a schema, and the members that it prescribes a value for. */
interface Branch {
  readonly pointer: string;
  readonly constants: readonly (readonly [name: string, value: unknown])[];
}

/** Gives the pointer of the alternative that a body wants to be. */
type BranchFinder = (schemaPointer: string, body: Node) => string;

/** Finds the alternative whose constants fit a body, so that errors speak of the kind of answer that it wants to be. */
function createBranchFinder(spec: Specification): BranchFinder {
  const known = new Map<string, readonly Branch[]>();
  return (schemaPointer, body) => {
    const branches = known.get(schemaPointer) ?? branchesOf(spec, schemaPointer);
    known.set(schemaPointer, branches);
    const fits = branches.map(({ constants }) => fitOf(constants, body));
    return branches[fits.indexOf(Math.max(...fits))]?.pointer ?? schemaPointer;
  };
}

/** The alternatives of a schema; itself where it has none. */
function branchesOf(spec: Specification, schemaPointer: string): readonly Branch[] {
  const pointer = followed(spec.document, schemaPointer) ?? schemaPointer;
  const schema = nodeOf(spec.at(pointer));
  const keyword = Array.isArray(schema["oneOf"]) ? "oneOf" : "anyOf";
  const alternatives = listOf(schema[keyword]).map((_, index) => below(pointer, keyword, index));
  return (alternatives.length === 0 ? [pointer] : alternatives).map((alternative) => {
    const place = followed(spec.document, alternative) ?? alternative;
    const members = Object.entries(nodeOf(nodeOf(spec.at(place))["properties"]));
    const resolved = members.map(([name, member]) => [name, spec.resolve(nodeOf(member))] as const);
    const constants = resolved.flatMap(([name, member]) =>
      "const" in member ? [[name, member["const"]] as const] : [],
    );
    return { pointer: place, constants };
  });
}

/** 1 when all constants of a branch fit, -1 when one does not, 0 when it has none. */
function fitOf(constants: Branch["constants"], body: Node): number {
  if (constants.length === 0) return 0;
  return constants.every(([name, value]) => body[name] === value) ? 1 : -1;
}

function createCodeJudge(
  spec: Specification,
): (operation: OperationSpec | null, code: string, awaited: readonly string[]) => AnswerViolation | null {
  const listed = listedCodes(spec);
  const possible = new Map<string, ReadonlySet<string>>();
  const pointer = "#/components/schemas/ErrorCode";
  return (operation, code, awaited) => {
    if (awaited.includes(code)) return null;
    const got = shown(code);
    const root = `code ${code}`;
    if (listed.size > 0 && !listed.has(code)) {
      const message = `the refusal's code ${got} is in no list of the document`;
      return { aspect: "code", root, message, expected: "a documented code", got, pointer };
    }
    if (operation === null) return null;
    const codes = possible.get(operation.operationId) ?? possibleCodes(spec, operation);
    possible.set(operation.operationId, codes);
    if (codes.size === 0 || codes.has(code)) return null;
    const message = `${operation.operationId} is refused with ${got}, which the documents do not name for it`;
    const expected = `one of ${[...codes].sort().join(", ")}`;
    return { aspect: "code", root: `${root} ${operation.operationId}`, message, expected, got, pointer };
  };
}

/** Without what a schema says about a code that is unknown anyway; a wrong type is another matter. */
function withoutCode(spec: Specification, errors: readonly SchemaError[]): readonly SchemaError[] {
  const member = codeMember(spec.outcome);
  return errors.filter(({ path, keyword, isOfAlternative }) => {
    return path !== member || (keyword === "type" && !isOfAlternative);
  });
}

function statusViolation(operation: OperationSpec | null, status: number): AnswerViolation {
  const documented = Object.keys(nodeOf(operation?.definition["responses"])).join(", ");
  return {
    aspect: "status",
    root: `status ${status}`,
    message: `the HTTP status ${status} is not documented`,
    expected: documented === "" ? "a documented status" : documented,
    got: String(status),
    pointer: operation === null ? "#/paths" : below(operation.pointer, "responses"),
  };
}

function envelopeViolation(body: unknown, pointer: string): AnswerViolation {
  const message = "the body is no JSON object, so that nothing says whether the call succeeded";
  return { aspect: "envelope", root: "envelope", message, expected: "an object", got: shown(body), pointer };
}

function leniently({ bytes }: WireBody): Parsed {
  try {
    return { ok: true, body: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    // Not JSON, and nothing says that it must be.
    return { ok: false };
  }
}

function judgeNotification(
  spec: Specification,
  { validators, branchFor }: { readonly validators: SchemaValidators; readonly branchFor: BranchFinder },
  name: string | null,
  arrived: ArrivedNotification,
): readonly AnswerViolation[] {
  const notification = name === null ? undefined : spec.notifications.get(name);
  const { method, contentType } = spec.delivery ?? { method: "POST", contentType: "application/json" };
  const pointer = notification?.pointer ?? "#/webhooks";
  const { parsed, violations } = readBody(
    arrived,
    { mediaType: contentType.toLowerCase(), pointer },
    new BodyDecoder(),
  );
  if (arrived.method.toUpperCase() !== method.toUpperCase()) {
    const message = `the notification came by ${arrived.method}`;
    violations.push({
      aspect: "envelope",
      root: "notification method",
      message,
      expected: method,
      got: arrived.method,
      pointer,
    });
  }
  if (!parsed.ok) return violations;
  if (notification === undefined) {
    const message = "the notification is of a type that the document does not describe";
    const got = shown(parsed.body);
    const expected = [...spec.notifications.keys()].join(", ");
    violations.push({ aspect: "envelope", root: "notification type", message, expected, got, pointer });
    return violations;
  }
  const branch = isNode(parsed.body) ? branchFor(pointer, parsed.body) : pointer;
  violations.push(...schemaViolations(validators.at(branch)(parsed.body), "the notification"));
  return violations;
}
