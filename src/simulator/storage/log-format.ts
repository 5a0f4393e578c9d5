import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import type { RecordChange } from "./table-data.ts";

/** The format this version writes, of snapshot and log alike. */
export const DATA_FORMAT = 1;

/** What one line of a change log says: a transaction of a tenant, or that all its records are forgotten. */
export type LogEntry =
  | { readonly tenantId: string; readonly changes: readonly RecordChange[] }
  | { readonly tenantId: string; readonly changes: null };

/** The first line of a log, without newline. */
export function logHeader(generation: number): string {
  return JSON.stringify({ format: DATA_FORMAT, generation });
}

/** A whole line: length and CRC-32 of the payload, the payload, a newline. */
export function encodeEntry({ tenantId, changes }: LogEntry): Buffer {
  const payload =
    changes === null
      ? JSON.stringify({ t: tenantId, clear: true })
      : JSON.stringify({ t: tenantId, c: changes.map(({ table, key, record }) => [table, key, record]) });
  const sum = crc32(payload).toString(16).padStart(8, "0");
  return Buffer.from(`${Buffer.byteLength(payload)} ${sum} ${payload}\n`);
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
