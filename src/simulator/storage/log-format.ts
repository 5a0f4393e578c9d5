import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import type { RecordChange } from "./table-data.ts";

/** The format this version writes, of snapshot and log alike. */
export const DATA_FORMAT = 1;

/** What one line of a change log says: a transaction of a tenant, or that all its records are forgotten. */
export type LogEntry =
  | { readonly tenantId: string; readonly changes: readonly RecordChange[] }
  | { readonly tenantId: string; readonly changes: null };

const NEWLINE = 0x0a;

/** The first line of a log, without newline. */
export function logHeader(generation: number): string {
  return JSON.stringify({ format: DATA_FORMAT, generation });
}

/** Bytes in front of the payload: a length, a blank, a sum and a blank never take more. */
const PREFIX_ROOM = 32;

/** Lines are built here and written at once, so that appending allocates nothing but the JSON text. */
let scratch = Buffer.allocUnsafe(64 * 1024);

/**
 * A whole line: length and CRC-32 of the payload, the payload, a newline. The bytes are good until the next call, because they lie in
 * a buffer that all lines share.
 */
export function encodeEntry({ tenantId, changes }: LogEntry): Buffer {
  const payload =
    changes === null
      ? JSON.stringify({ t: tenantId, clear: true })
      : JSON.stringify({ t: tenantId, c: changes.map(({ table, key, record }) => [table, key, record]) });
  const room = PREFIX_ROOM + 3 * payload.length + 1; // UTF-8 takes at most three bytes for a UTF-16 unit
  if (scratch.length < room) scratch = Buffer.allocUnsafe(2 * room);
  const length = scratch.write(payload, PREFIX_ROOM, "utf8");
  const end = PREFIX_ROOM + length;
  const sum = crc32(scratch.subarray(PREFIX_ROOM, end)).toString(16).padStart(8, "0");
  const prefix = `${length} ${sum} `;
  const begin = PREFIX_ROOM - prefix.length;
  scratch.write(prefix, begin, "latin1");
  scratch[end] = NEWLINE;
  return scratch.subarray(begin, end + 1);
}

/** What became of a line: an entry, a beginning that was never finished, or damage. */
type DecodedLine =
  | { readonly kind: "entry"; readonly entry: LogEntry }
  | { readonly kind: "torn" }
  | { readonly kind: "damaged"; readonly detail: string };

const PREFIX = /^(\d{1,10}) ([0-9a-f]{8}) /;
const BEGINNING_OF_PREFIX = /^(?:\d{1,10}(?: [0-9a-f]{0,8})?)?$/;
const LONGEST_PREFIX = 20;

/** Reads a line; one without its newline can be torn, any other is whole or damaged. */
export function decodeLine(line: Buffer, isTerminated: boolean): DecodedLine {
  const beginning = line.toString("latin1", 0, LONGEST_PREFIX);
  const prefix = PREFIX.exec(beginning);
  if (prefix === null) {
    if (!isTerminated && BEGINNING_OF_PREFIX.test(beginning)) return { kind: "torn" };
    return { kind: "damaged", detail: "it does not begin with a length and a checksum" };
  }
  const payload = line.subarray(prefix[0].length);
  const length = Number(prefix[1]);
  if (!isTerminated && payload.length < length) return { kind: "torn" };
  if (payload.length !== length) {
    return { kind: "damaged", detail: `it announces ${length} bytes and has ${payload.length}` };
  }
  if (crc32(payload) !== Number.parseInt(prefix[2] ?? "", 16)) {
    return { kind: "damaged", detail: "its checksum does not fit its content" };
  }
  if (!isTerminated) return { kind: "torn" };
  const entry = entryOf(payload);
  return entry === null ? { kind: "damaged", detail: "its content is no transaction" } : { kind: "entry", entry };
}

function entryOf(payload: Buffer): LogEntry | null {
  if (!isUtf8(payload)) return null;
  let value: unknown;
  try {
    value = JSON.parse(payload.toString());
  } catch {
    return null; // the checksum fits, so somebody wrote this line by hand
  }
  if (typeof value !== "object" || value === null || !("t" in value) || typeof value.t !== "string") return null;
  if ("clear" in value && value.clear === true) return { tenantId: value.t, changes: null };
  if (!("c" in value) || !Array.isArray(value.c)) return null;
  const changes: RecordChange[] = [];
  for (const change of value.c) {
    if (!Array.isArray(change) || change.length !== 3) return null;
    const [table, key, record]: unknown[] = change;
    if (typeof table !== "string" || typeof key !== "string") return null;
    changes.push({ table, key, record });
  }
  return { tenantId: value.t, changes };
}
