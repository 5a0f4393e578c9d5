import { listOf } from "../../documents/json-pointer.ts";
import { type Form, type Member, typeOf } from "./members.ts";
import { exampleOf, type Patch } from "./sample.ts";

/** A change that might break a keyword; whether it does is proven afterwards. */
export interface NegativeDraft {
  readonly keyword: string;
  readonly variant: string;
  readonly patch: Patch;
  readonly value: unknown;
}

const SIZE_LIMIT = 4000;
const EMOJI = "\u{1F642}";

/** Values of other JSON types, by name. */
const OTHER_TYPES: Readonly<Record<string, unknown>> = {
  text: "abc",
  "numeric-text": "7",
  number: 7,
  fraction: 1.5,
  boolean: true,
  list: [],
  object: {},
};

/** What may be tried with a member of a body. */
export function negativeDrafts(
  member: Member,
  { present, seed }: { readonly present: unknown; readonly seed: number },
): readonly NegativeDraft[] {
  const { path, isItem, isByOperation } = member;
  const set = (keyword: string, variant: string, value: unknown): NegativeDraft => {
    return { keyword, variant, patch: { with: { [path]: value } }, value };
  };
  const drafts: NegativeDraft[] = [];
  if (!isItem && member.isRequired) {
    drafts.push({ keyword: "required", variant: "missing", patch: { without: [path] }, value: undefined });
  }
  drafts.push(set("type", "null", null));
  for (const [name, value] of Object.entries(OTHER_TYPES)) drafts.push(set("type", name, value));
  drafts.push(set("type", "wrapped", [present]));
  if (isByOperation) return drafts;
  const letter = String.fromCharCode(97 + (Math.abs(Math.trunc(seed)) % 26));
  for (const form of member.forms) {
    drafts.push(...sizes(form, { set, letter, present }), ...values(member, form, set));
    if (form.schema["additionalProperties"] === false) {
      const name = `${path}.unknownMember`;
      drafts.push({ keyword: "additionalProperties", variant: "extra", patch: { with: { [name]: "x" } }, value: "x" });
    }
  }
  return drafts;
}

/** What may be tried with a query parameter, which is always text. */
export function queryDrafts(member: Member): readonly NegativeDraft[] {
  const { path, isRequired } = member;
  const texts = {
    empty: "",
    blank: " ",
    text: "abc",
    negative: "-1",
    fraction: "1.5",
    exponent: "1e3",
    "too-long": "9".repeat(40),
  };
  const drafts = Object.entries(texts).map(
    ([variant, value]): NegativeDraft => ({ keyword: "type", variant, patch: { with: { [path]: value } }, value }),
  );
  if (!isRequired) return drafts;
  return [{ keyword: "required", variant: "missing", patch: { without: [path] }, value: undefined }, ...drafts];
}

type Setter = (keyword: string, variant: string, value: unknown) => NegativeDraft;

function sizes(
  { schema, types }: Form,
  { set, letter, present }: { readonly set: Setter; readonly letter: string; readonly present: unknown },
): NegativeDraft[] {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, uniqueItems } = schema;
  const drafts: NegativeDraft[] = [];
  if (types.includes("string")) {
    drafts.push(set("minLength", "empty", ""), set("pattern", "empty", ""), set("pattern", "blank", "   "));
    if (isSize(minLength) && minLength > 1) drafts.push(set("minLength", "below", letter.repeat(minLength - 1)));
    if (isSize(maxLength)) {
      drafts.push(
        set("maxLength", "above", letter.repeat(maxLength + 1)),
        set("maxLength", "above-emoji", EMOJI.repeat(maxLength + 1)),
      );
    }
  }
  if (typeof minimum === "number")
    drafts.push(set("minimum", "below", minimum - 1), set("minimum", "far-below", minimum - 1_000_000));
  if (typeof maximum === "number")
    drafts.push(set("maximum", "above", maximum + 1), set("maximum", "far-above", maximum + 1_000_000));
  if (types.includes("array")) {
    const item = listOf(present)[0];
    if (isSize(minItems) && minItems > 0)
      drafts.push(
        set(
          "minItems",
          "below",
          Array.from({ length: minItems - 1 }, () => item),
        ),
      );
    if (isSize(maxItems) && item !== undefined)
      drafts.push(
        set(
          "maxItems",
          "above",
          Array.from({ length: maxItems + 1 }, () => item),
        ),
      );
    if (uniqueItems === true && item !== undefined) drafts.push(set("uniqueItems", "repeated", [item, item]));
  }
  return drafts;
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= SIZE_LIMIT;
}

function values(member: Member, form: Form, set: Setter): NegativeDraft[] {
  const { schema, types } = form;
  const drafts: NegativeDraft[] = [];
  const example = exampleOf({ schema: member.schema, forms: [form] });
  const text = typeof example === "string" || typeof example === "number" ? String(example) : "";
  if (typeof schema["pattern"] === "string") {
    const tried = {
      foreign: "?!",
      suffix: `${text}?`,
      prefix: `?${text}`,
      case: otherCase(text),
      script: `${text}\u00e9`,
    };
    for (const [variant, value] of Object.entries(tried))
      if (value !== text) drafts.push(set("pattern", variant, value));
  }
  if (typeof schema["format"] === "string" && types.includes("string"))
    drafts.push(set("format", "foreign", "not of this format"));
  const keyword = "const" in schema ? "const" : "enum";
  const known = "const" in schema ? [schema["const"]] : listOf(schema["enum"]);
  if (known.length > 0) {
    for (const value of known) {
      if (typeof value === "string" && otherCase(value) !== value) drafts.push(set(keyword, "case", otherCase(value)));
    }
    const kinds = new Set(known.map(typeOf));
    if (kinds.has("string"))
      drafts.push(set(keyword, "foreign", "no-such-value"), set(keyword, "empty", ""), set(keyword, "blank", " "));
    if (kinds.has("integer")) {
      const numbers = known.map(Number).filter(Number.isFinite);
      drafts.push(set(keyword, "foreign-number", Math.max(...numbers) + 1));
      drafts.push(set(keyword, "foreign-below", Math.min(...numbers) - 1));
    }
  }
  return drafts;
}

function otherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
