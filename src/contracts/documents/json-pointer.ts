import type { Node } from "./specification.ts";

/** Whether a value is a JSON object. */
export function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a JSON object; an empty one for everything else. */
export function nodeOf(value: unknown): Node {
  return isNode(value) ? value : {};
}

/** The value as a list; an empty one for everything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Names on the way from the root: `#/a~1b/0` is `["a/b", "0"]`. The `#` may be absent. */
export function segmentsOf(pointer: string): string[] {
  const segments = pointer.split("/").slice(1);
  return pointer.includes("~") ? segments.map((one) => one.replaceAll("~1", "/").replaceAll("~0", "~")) : segments;
}

/** The pointer of names on the way from the root; `#` for the root itself. */
export function pointerOf(segments: readonly (string | number)[]): string {
  return below("#", ...segments);
}

/** The pointer of something below a pointer. */
export function below(pointer: string, ...segments: readonly (string | number)[]): string {
  const parts = segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return pointer + parts.join("");
}

/** What a pointer leads to; undefined when it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const segment of segmentsOf(pointer)) {
    if (Array.isArray(value)) value = /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
    else value = isNode(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }
  return value;
}

/** A longer chain of references than any document has on purpose; a longer one runs in a circle. */
const LONGEST_CHAIN = 32;

/**
 * Where a place is really written: follows its `$ref`, and that of what it leads to. Null for a reference that leads nowhere,
 * outside of the document, or in a circle.
 */
export function followed(document: unknown, pointer: string): string | null {
  let place = pointer;
  for (let hops = 0; hops < LONGEST_CHAIN; hops += 1) {
    const value = valueAt(document, place);
    if (value === undefined) return null;
    const reference = nodeOf(value)["$ref"];
    if (typeof reference !== "string") return place;
    const next = pointerOfReference(reference);
    if (next === null) return null;
    place = next;
  }
  return null;
}

/** The pointer that a `$ref` means; null when it is none within the document. */
export function pointerOfReference(reference: string): string | null {
  if (reference !== "#" && !reference.startsWith("#/")) return null;
  if (!reference.includes("%")) return reference;
  try {
    return decodeURIComponent(reference);
  } catch {
    // A lone percent sign: no URI fragment.
    return null;
  }
}

/** A pointer as people write it: `x-errors[0].code`. */
export function shownPath(segments: readonly string[]): string {
  const parts = segments.map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`));
  return parts.join("").replace(/^\./, "");
}

/** What kind of JSON value something is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}
