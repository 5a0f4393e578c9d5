import { readdirSync } from "node:fs";
import path from "node:path";
import { DataRefusedError } from "./data-refused.ts";
import { type FileLine, linesOf } from "./file-lines.ts";
import { DATA_FORMAT, decodeLine, type LogEntry, logHeader } from "./log-format.ts";
import type { TenantRecords } from "./memory-store.ts";
import { snapshotIn } from "./snapshot-file.ts";

/** What a data directory holds. */
export interface StoredState {
  readonly tenants: Map<string, TenantRecords>;
  /** Generation of the snapshot, 0 when there is none. */
  readonly snapshotGeneration: number;
  /** The log to go on with; null when none follows the snapshot. */
  readonly lastLog: LogEnd | null;
  /** Logs that the snapshot already contains: a crash came between its writing and their removal. */
  readonly leftOver: readonly string[];
}

/** Where a log's last whole line ends. */
interface LogEnd {
  readonly file: string;
  readonly generation: number;
  readonly bytes: number;
  /** Bytes behind the last whole line: a write that the process did not survive. */
  readonly tornBytes: number;
}

const LOG_NAME = /^changes-(0|[1-9]\d{0,14})\.log$/;

/** The file of a log. */
export function logFile(dir: string, generation: number): string {
  return path.join(dir, `changes-${generation}.log`);
}

/** Numbers of the logs in a directory, ascending. */
export function logGenerations(dir: string): number[] {
  const numbers = readdirSync(dir).flatMap((name) => LOG_NAME.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

/**
 * Reads the snapshot and applies the logs that follow it, those below `end` only. Changes no file.
 * @throws DataRefusedError when something is damaged or missing.
 */
export async function readState(dir: string, end: number = Number.POSITIVE_INFINITY): Promise<StoredState> {
  const snapshot = snapshotIn(dir);
  await snapshot.read();
  const { generation: snapshotGeneration, tenants } = snapshot.data;
  const generations = logGenerations(dir);
  const following = generations.filter((generation) => generation >= snapshotGeneration && generation < end);
  refuseGap(dir, snapshotGeneration, following);
  let lastLog: LogEnd | null = null;
  for (const generation of following) {
    const isLast = generation === generations.at(-1);
    lastLog = replay({ file: logFile(dir, generation), generation, isLast }, (entry) => apply(tenants, entry));
  }
  const leftOver = generations.filter((generation) => generation < snapshotGeneration);
  return { tenants, snapshotGeneration, lastLog, leftOver: leftOver.map((generation) => logFile(dir, generation)) };
}

function refuseGap(dir: string, snapshotGeneration: number, following: readonly number[]): void {
  for (const [index, generation] of following.entries()) {
    const expected = snapshotGeneration + index;
    if (generation === expected) continue;
    const log = logFile(dir, generation);
    if (expected > 0) throw new DataRefusedError({ code: "log-missing", file: logFile(dir, expected), log });
    throw new DataRefusedError({ code: "snapshot-missing", file: path.join(dir, "state.json"), log });
  }
}

function apply(tenants: Map<string, TenantRecords>, { tenantId, changes }: LogEntry): void {
  if (changes === null) {
    tenants.delete(tenantId);
    return;
  }
  const tables = entryOf(tenants, tenantId);
  for (const { table, key, record } of changes) {
    const records = entryOf(tables, table);
    if (record === null) records.delete(key);
    else records.set(key, record);
  }
}

function entryOf<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = maps.get(key) ?? new Map<string, T>();
  maps.set(key, known);
  return known;
}

interface LogToReplay {
  readonly file: string;
  readonly generation: number;
  /** Only the last log can be torn: none is begun behind a torn one. */
  readonly isLast: boolean;
}

function replay({ file, generation, isLast }: LogToReplay, take: (entry: LogEntry) => void): LogEnd {
  let bytes = 0;
  for (const line of linesOf(file)) {
    const where = { file, line: line.number, offset: line.offset };
    const length = line.bytes.length;
    const decoded =
      line.number === 1 ? decodeHeader(line, { file, generation }) : decodeLine(line.bytes, line.isTerminated);
    const isTorn = !line.isTerminated && decoded.kind !== "damaged";
    if (isTorn && isLast) return { file, generation, bytes, tornBytes: length };
    if (isTorn) throw damaged({ ...where, detail: "it ends in the middle of a line" });
    if (decoded.kind === "damaged") throw damaged({ ...where, detail: decoded.detail });
    if (decoded.kind === "entry") take(decoded.entry);
    bytes = line.offset + length + 1;
  }
  if (bytes === 0 && !isLast) throw damaged({ file, line: 1, offset: 0, detail: "it is empty" });
  return { file, generation, bytes, tornBytes: 0 };
}

type DecodedHeader = { readonly kind: "header" } | { readonly kind: "damaged"; readonly detail: string };

function decodeHeader(line: FileLine, { file, generation }: { file: string; generation: number }): DecodedHeader {
  const expected = logHeader(generation);
  const text = line.bytes.toString("utf8", 0, 100);
  if (text === expected || (!line.isTerminated && expected.startsWith(text))) return { kind: "header" };
  const format = Number(/^\{"format":(\d{1,15})[,}]/.exec(text)?.[1] ?? DATA_FORMAT);
  if (format > DATA_FORMAT) {
    throw new DataRefusedError({ code: "data-format-newer", file, format, supported: DATA_FORMAT });
  }
  return { kind: "damaged", detail: `its first line must be ${expected}` };
}

function damaged(where: { file: string; line: number; offset: number; detail: string }): DataRefusedError {
  return new DataRefusedError({ code: "log-damaged", ...where });
}
