import { listOf, nodeOf } from "../../documents/json-pointer.ts";
import type { SchemaError } from "../../documents/schema-validators.ts";
import type { Condition } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { keywordPointer, type Member } from "./members.ts";
import { type NegativeDraft, negativeDrafts, queryDrafts } from "./negative-drafts.ts";
import { exampleOf, type Patch, requestModel, usualAt } from "./sample.ts";

/** A request that breaks one constraint, and nothing else. */
export interface NegativeVariation {
  readonly location: string;
  readonly keyword: string;
  readonly variant: string;
  readonly patch: Patch;
  readonly side: "outside";
  readonly condition: Condition;
  /** Further keywords of the same member that the value cannot but break, too. */
  readonly also: readonly { readonly keyword: string; readonly condition: Condition }[];
  /** Accepted all the same: always, or until an option is on. Null where it is refused. */
  readonly tolerated: { readonly option: string | null } | null;
  readonly member: Member;
  readonly pointer: string;
}

/** One broken constraint at a time, each proven after a round trip through JSON to be invalid for that reason only. */
export function negativeVariations(
  spec: Specification,
  operation: OperationSpec,
  seed = 0,
): readonly NegativeVariation[] {
  const model = requestModel(spec, operation);
  if (model === null || model.errorsOf({}).length > 0) return [];
  const found: NegativeVariation[] = [];
  for (const member of model.members) {
    if (member.path === "") continue;
    const present = usualAt(model.usual, member);
    if (member.isItem && present === undefined) continue;
    const drafts =
      model.where === "query"
        ? queryDrafts(member)
        : negativeDrafts(member, { present: present ?? exampleOf(member), seed });
    for (const one of drafts) {
      const proven = prove(member, one, model.errorsOf(one.patch), model.where === "query");
      if (proven !== null && !found.some((known) => isSame(known, proven))) found.push(proven);
    }
  }
  return found;
}

function isSame(a: NegativeVariation, b: NegativeVariation): boolean {
  return a.location === b.location && a.keyword === b.keyword && a.variant === b.variant;
}

function prove(
  member: Member,
  { keyword, variant, patch, value }: NegativeDraft,
  errors: readonly SchemaError[],
  isQuery: boolean,
): NegativeVariation | null {
  const isElsewhere = ({ path }: SchemaError): boolean =>
    path !== member.path && !(keyword === "additionalProperties" && path.startsWith(`${member.path}.`));
  if (errors.length === 0 || errors.some(isElsewhere)) return null;
  const leaves = errors.filter((error) => error.keyword !== "oneOf" && error.keyword !== "anyOf");
  const broken = new Set(leaves.map((error) => error.keyword));
  // In a query everything is text: there, another form is what another type is elsewhere.
  const isTextForm = isQuery && keyword === "type";
  if (!isTextForm && !broken.has(keyword)) return null;
  // The empty text is tried for `minLength` already.
  if (keyword === "pattern" && variant === "empty" && broken.has("minLength")) return null;
  if (keyword === "type" && !isQuery && leaves.some((error) => error.isOfAlternative && !KINDS.has(error.keyword)))
    return null;
  const others = isTextForm
    ? []
    : [...new Set(leaves.filter((error) => !error.isOfAlternative).map((error) => error.keyword))].filter(
        (other) => other !== keyword,
      );
  const tolerated = toleranceOf(member, [keyword, ...others]);
  if (tolerated === "partly") return null;
  return {
    location: member.path,
    keyword,
    variant,
    patch,
    side: "outside",
    condition: conditionOf(keyword, value),
    also: others.map((other) => ({ keyword: other, condition: conditionOf(other, value) })),
    tolerated,
    member,
    pointer: keywordPointer(member, keyword),
  };
}

const KINDS = new Set(["type", "const", "enum", "format"]);

/** What is wrong, in the words of `x-errors`. */
function conditionOf(keyword: string, value: unknown): Condition {
  switch (keyword) {
    case "required":
      return "missing";
    case "type":
      return value === null ? "null" : "type";
    case "format":
      return "type";
    case "maxLength":
    case "maxItems":
      return "length";
    case "minLength":
    case "pattern":
      return typeof value === "string" && value.trim() === "" ? "empty" : "range";
    case "minItems":
      return Array.isArray(value) && value.length === 0 ? "empty" : "range";
    default:
      return "range";
  }
}

function toleranceOf({ schema }: Member, broken: readonly string[]): NegativeVariation["tolerated"] | "partly" {
  const lenient = nodeOf(schema["x-lenient"]);
  const keywords = listOf(lenient["keywords"]);
  const tolerated = broken.filter((keyword) => keywords.includes(keyword));
  if (tolerated.length === 0) return null;
  if (tolerated.length < broken.length) return "partly";
  return { option: typeof lenient["option"] === "string" ? lenient["option"] : null };
}
