import type { ParsedBody } from "./call.ts";

/** Bytes of a request body that are read; the largest documented request is a batch order of about 10 KB. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** Levels of nesting a body may have; the deepest documented one has four. */
const DEPTH_LIMIT = 64;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes of a document that is imported through the control API: a snapshot of some 50,000 eSIMs. */
const IMPORT_LIMIT_BYTES = 64 * 1024 * 1024;

/** Bytes of the body that are read at a path. */
export function bodyLimitAt(path: string): number {
  return path.startsWith("/__admin/snapshots/") ? IMPORT_LIMIT_BYTES : BODY_LIMIT_BYTES;
}

/** Parses the bytes of a body; never throws. White space alone counts as empty. */
export function parseBody(
  bytes: Uint8Array,
  limitBytes = BODY_LIMIT_BYTES,
): { readonly text: string; readonly body: ParsedBody } {
  if (bytes.byteLength === 0) return { text: "", body: { kind: "empty" } };
  if (bytes.byteLength > limitBytes) return { text: "", body: { kind: "too-large" } };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { text: "", body: { kind: "malformed", reason: "the body is not UTF-8" } };
  }
  if (text.trim() === "") return { text, body: { kind: "empty" } };
  if (isTooDeep(text)) {
    return { text, body: { kind: "malformed", reason: `the body is nested more than ${DEPTH_LIMIT} levels deep` } };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (text.includes("\\u") && holdsBrokenText(value)) {
      return { text, body: { kind: "malformed", reason: "a text holds a NUL or half of a surrogate pair" } };
    }
    return { text, body: { kind: "json", value } };
  } catch {
    return { text, body: { kind: "malformed", reason: "the body is not JSON" } };
  }
}

/** Whether a name or text inside a value could not be stored as UTF-8, or would end early in a C string. */
function holdsBrokenText(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed();
  if (Array.isArray(value)) return value.some(holdsBrokenText);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, member]) => holdsBrokenText(name) || holdsBrokenText(member));
}

/** Counts brackets outside strings. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isQuoted) {
      if (unit === 92) index += 1;
      else if (unit === 34) isQuoted = false;
    } else if (unit === 34) {
      isQuoted = true;
    } else if (unit === 123 || unit === 91) {
      depth += 1;
      if (depth > DEPTH_LIMIT) return true;
    } else if (unit === 125 || unit === 93) {
      depth -= 1;
    }
  }
  return false;
}
