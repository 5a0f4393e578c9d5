import type { AnswerViolation } from "./answer.ts";
import { shown } from "./schema-violations.ts";

/** A body as far as it could be read. */
export type Parsed = { readonly ok: true; readonly body: unknown } | { readonly ok: false };

/** Bytes that came over the wire, with the headers that describe them; header names in lower case. */
export interface WireBody {
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const BOM = "\uFEFF";
const SHOWN_LENGTH = 120;

/** A body's text, null for bytes that are no UTF-8, and what it means as JSON. */
interface Decoded {
  readonly text: string | null;
  readonly parsed: Parsed;
  /** Members that stand twice in one object: of two values a reader takes the first, the last or neither (RFC 8259, section 4). */
  readonly repeated: number;
}

/** Bodies above this size repeat what is on sale. */
const LARGE_BYTES = 20_000;

const REMEMBERED = 8;

/** Decodes bodies; large ones that have come before are recognised by their bytes, and give the same value again. */
export class BodyDecoder {
  readonly #recent: { readonly bytes: Uint8Array; readonly decoded: Decoded }[] = [];

  decode(bytes: Uint8Array): Decoded {
    if (bytes.byteLength < LARGE_BYTES) return decodedBody(bytes);
    const known = this.#recent.find((one) => Buffer.compare(one.bytes, bytes) === 0);
    if (known !== undefined) return known.decoded;
    const decoded = decodedBody(bytes);
    this.#recent.unshift({ bytes, decoded });
    this.#recent.splice(REMEMBERED);
    return decoded;
  }
}

function decodedBody(bytes: Uint8Array): Decoded {
  const text = decoded(bytes);
  const json = text === null ? new TextDecoder().decode(bytes) : text.replace(/^\uFEFF/, "");
  const parsed = parse(json);
  return { text, parsed, repeated: parsed.ok ? writtenMembers(json) - membersOf(parsed.body) : 0 };
}

/** A text that is JSON has a colon after the name of a member, and nowhere else outside of texts. */
function writtenMembers(json: string): number {
  let count = 0;
  for (const [, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) count += 1;
  return count;
}

function membersOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const values = Object.values(value);
  return values.reduce((count: number, one) => count + membersOf(one), Array.isArray(value) ? 0 : values.length);
}

/** Reads a body strictly: declared as JSON, UTF-8 without a mark, JSON. One cause gives one violation. */
export function readBody(
  { headers, bytes }: WireBody,
  { mediaType, pointer }: { readonly mediaType: string; readonly pointer: string },
  decoder: BodyDecoder,
): { readonly parsed: Parsed; readonly violations: AnswerViolation[] } {
  const violations: AnswerViolation[] = [];
  const add = (violation: Omit<AnswerViolation, "pointer" | "root">): void => {
    violations.push({ ...violation, root: violation.aspect, pointer });
  };
  const declared = headers.get("content-type") ?? null;
  if (!isDeclared(declared, mediaType)) {
    const message = declared === null ? "the body has no content type" : `the content type is ${declared}`;
    add({ aspect: "content-type", message, expected: mediaType, got: declared });
  }
  const { text, parsed, repeated } = decoder.decode(bytes);
  if (text === null || text.startsWith(BOM)) {
    const message = text === null ? "the body is not UTF-8" : "the body begins with a byte order mark";
    const got = `${bytes.byteLength} bytes, beginning ${Buffer.from(bytes.subarray(0, 8)).toString("hex")}`;
    add({ aspect: "encoding", message, expected: "UTF-8 without a byte order mark", got });
  }
  if (!parsed.ok && violations.length === 0) {
    const start = shown(strict.decode(bytes).slice(0, SHOWN_LENGTH));
    const message = bytes.byteLength === 0 ? "the body is empty" : "the body is not JSON";
    add({ aspect: "json", message, expected: "a JSON document", got: start });
  }
  if (repeated > 0) {
    const message = "a member of the body stands twice in its object";
    add({ aspect: "json", message, expected: "each member of an object once", got: `${repeated} repeated` });
  }
  return { parsed, violations };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    // A strict decoder says by throwing that bytes are no UTF-8.
    return null;
  }
}

function parse(text: string): Parsed {
  try {
    return { ok: true, body: JSON.parse(text) };
  } catch {
    // The parser says by throwing that a text is no JSON.
    return { ok: false };
  }
}

/** The media type, with no parameter but `charset=utf-8`. */
function isDeclared(declared: string | null, mediaType: string): boolean {
  if (declared === null) return false;
  const [type = "", ...parameters] = declared.toLowerCase().split(";");
  const rest = parameters.map((parameter) => parameter.trim()).filter((parameter) => parameter !== "");
  return type.trim() === mediaType && rest.every((parameter) => /^charset="?utf-8"?$/.test(parameter));
}
