import { below, isNode, listOf } from "../../documents/json-pointer.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { valueAt } from "../../run/paths.ts";
import { type Form, keywordPointer, type Member, typeOf } from "./members.ts";
import { exampleOf, type Patch, requestModel, usualAt } from "./sample.ts";

/** A valid request that differs from the usual one in one thing. */
export interface PositiveVariation {
  /** Where, as in `packageInfoList[0].count`; empty for the whole body. */
  readonly location: string;
  readonly keyword: string;
  /** Short and stable: without generated values. */
  readonly variant: string;
  readonly patch: Patch;
  /** How the request differs from the usual one that means the same and must have the same answer; null where there is none. */
  readonly like: Patch | null;
  readonly side: "inside";
  readonly member: Member;
  /** JSON pointer of the keyword. */
  readonly pointer: string;
}

interface Draft {
  readonly keyword: string;
  readonly variant: string;
  readonly patch: Patch;
  readonly like?: Patch;
}

/** Longest text and list that a bound is tried with. */
const SIZE_LIMIT = 600;
const OTHER_SCRIPTS = "Z\u00fcrich \u6771\u4eac \u{1F642}";

/** One-factor variations of the usual request that keep its schema. The seed varies nothing but free letters. */
export function positiveVariations(
  spec: Specification,
  operation: OperationSpec,
  seed = 0,
): readonly PositiveVariation[] {
  const model = requestModel(spec, operation);
  if (model === null) return [];
  const found: PositiveVariation[] = [];
  for (const member of model.members) {
    const drafts =
      member.path === ""
        ? [unknown("unknown-member")]
        : draftsOf(member, { usual: model.usual, isQuery: model.where === "query", letter: letterOf(seed) });
    for (const { keyword, variant, patch, like } of drafts) {
      if (model.errorsOf(patch).length > 0) continue;
      const pointer = keywordPointer(member, keyword);
      const meaning = member.isIgnored ? USUAL : (like ?? null);
      found.push({ location: member.path, keyword, variant, patch, like: meaning, side: "inside", member, pointer });
    }
  }
  const [member] = model.members;
  if (model.where === "body" || member === undefined) return found;
  const pointer = below(operation.pointer, "parameters");
  return [...found, { ...unknown("unknown-parameter"), location: "", side: "inside", member, pointer }];
}

const USUAL: Patch = {};

function letterOf(seed: number): string {
  return String.fromCharCode(97 + (Math.abs(Math.trunc(seed)) % 26));
}

/** Requests are open: what nobody knows is ignored. */
function unknown(variant: string): Draft & { readonly like: Patch } {
  return { keyword: "additionalProperties", variant, patch: { with: { unknownMember: "ignored" } }, like: USUAL };
}

interface Setting {
  readonly usual: unknown;
  readonly isQuery: boolean;
  readonly letter: string;
}

function draftsOf(member: Member, setting: Setting): Draft[] {
  const { path, ref, isItem } = member;
  const isPresent = valueAt(setting.usual, path) !== undefined;
  if (isItem && !isPresent) return [];
  const drafts: Draft[] = [];
  const isNeeded = ref?.always === true || member.isRequired || isItem;
  if (!isNeeded) {
    if (isPresent) drafts.push({ keyword: "required", variant: "absent", patch: { without: [path] } });
    else drafts.push(draft(path, "required", "present", ref === null ? exampleOf(member) : `=${ref.value}`));
    if (!setting.isQuery) drafts.push(draft(path, "type", "null", null));
    drafts.push(draft(path, "minLength", "blank", ""));
  }
  if (ref !== null) {
    const lists = member.forms.filter(({ types }) => types.includes("array"));
    drafts.push(...lists.flatMap((form) => draftsOfForm(member, form, setting)));
    return [...drafts, ...formsOfReference(member), ...freeReference(member, setting.letter)];
  }
  for (const form of member.forms) drafts.push(...draftsOfForm(member, form, setting));
  return distinct(drafts);
}

function draft(path: string, keyword: string, variant: string, value: unknown): Draft {
  return { keyword, variant, patch: { with: { [path]: value } } };
}

function draftsOfForm(member: Member, form: Form, { letter, isQuery, usual }: Setting): Draft[] {
  const { path, schema, isRequired } = member;
  const own = form.schema;
  const make = (keyword: string, variant: string, value: unknown): Draft => draft(path, keyword, variant, value);
  if ("const" in own) return [make("const", slugOf(own["const"]), own["const"])];
  const members = listOf(own["enum"]);
  if (members.length > 0) return members.map((value) => make("enum", slugOf(value), value));
  const drafts: Draft[] = [];
  for (const keyword of ["minimum", "maximum"]) {
    if (typeof own[keyword] === "number") drafts.push(make(keyword, "bound", own[keyword]));
  }
  for (const keyword of ["minLength", "maxLength"]) {
    const length = own[keyword];
    if (typeof length === "number" && length > 0 && length <= SIZE_LIMIT)
      drafts.push(make(keyword, "bound", letter.repeat(length)));
  }
  if (form.types.includes("array")) {
    const item: unknown = listOf(usualAt(usual, member))[0];
    for (const keyword of ["minItems", "maxItems"]) {
      const size = own[keyword];
      if (
        typeof size === "number" &&
        size > 0 &&
        size <= SIZE_LIMIT &&
        item !== undefined &&
        own["uniqueItems"] !== true
      ) {
        drafts.push(
          make(
            keyword,
            "bound",
            Array.from({ length: size }, () => item),
          ),
        );
      }
    }
  }
  if (form.types.includes("string")) drafts.push(make("type", "other-scripts", OTHER_SCRIPTS));
  if (!isQuery) drafts.push(...otherTypes(path, exampleOf({ schema, forms: [form] }), form));
  if (isRequired && form.types.includes("null")) drafts.push(make("type", "null", null));
  return drafts;
}

/** The same number as text, and the other way round. */
function otherTypes(path: string, example: unknown, { types }: Form): Draft[] {
  const drafts: Draft[] = [];
  const like = { with: { [path]: example } };
  if (types.includes("string") && typeof example === "number")
    drafts.push({ ...draft(path, "type", "text-form", String(example)), like });
  const isNumber = types.includes("integer") || types.includes("number");
  const isDigits = typeof example === "string" && /^\d{1,15}$/.test(example);
  if (isNumber && isDigits) drafts.push({ ...draft(path, "type", "number-form", Number(example)), like });
  return drafts;
}

/** A value that must exist can change its JSON type only, where its example is a number in the one form or the other. */
function formsOfReference(member: Member): Draft[] {
  const { path, ref, forms } = member;
  const types = forms.flatMap((form) => form.types);
  const isNumber = types.includes("integer") || types.includes("number");
  if (ref === null || !isNumber || !types.includes("string")) return [];
  const example = exampleOf(member);
  if (!/^\d+(\.\d+)?$/.test(String(example))) return [];
  const like = { with: { [path]: `=${ref.value}` } };
  return [
    { ...draft(path, "type", "text-form", `=$string(${ref.value})`), like },
    { ...draft(path, "type", "number-form", `=$number(${ref.value})`), like },
  ];
}

/** A reference that the client chooses may be as long as the bound says, in any script. */
function freeReference({ path, ref, forms }: Member, letter: string): Draft[] {
  const [form] = forms;
  if (ref === null || !/^\$fresh\(/.test(ref.value) || form === undefined || "format" in form.schema) return [];
  const { maxLength, pattern } = form.schema;
  const isFree = typeof pattern !== "string" || new RegExp(pattern, "u").test(OTHER_SCRIPTS);
  if (!isFree) return [];
  const drafts: Draft[] = [];
  if (typeof maxLength === "number" && maxLength >= 32 && maxLength <= SIZE_LIMIT) {
    drafts.push(draft(path, "maxLength", "bound", `=$pad($fresh("b-"), ${maxLength}, "${letter}")`));
  }
  if (typeof maxLength !== "number" || maxLength >= 48) {
    drafts.push(draft(path, "type", "other-scripts", `=$fresh("s-") & "${OTHER_SCRIPTS}"`));
  }
  return drafts;
}

/** A short name of a documented value. */
function slugOf(value: unknown): string {
  if (value === null) return "null";
  if (value === "") return "blank";
  const text = String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${isNode(value) ? "object" : typeOf(value)}-${text === "" ? "sign" : text}`;
}

function distinct(drafts: readonly Draft[]): Draft[] {
  const known = new Map<string, Draft>();
  for (const one of drafts)
    if (!known.has(`${one.keyword} ${one.variant}`)) known.set(`${one.keyword} ${one.variant}`, one);
  return [...known.values()];
}
