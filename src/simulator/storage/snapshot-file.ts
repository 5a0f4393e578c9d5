import { isUtf8 } from "node:buffer";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { type Adapter, Low } from "lowdb";
import { DataRefusedError } from "./data-refused.ts";
import { DATA_FORMAT } from "./log-format.ts";
import type { Snapshot } from "./snapshot.ts";
import { snapshotFromLines } from "./snapshot-lines.ts";
import { snapshotFromValue } from "./snapshot-value.ts";

const CHUNK_CHARACTERS = 1 << 20;
/** The longest text that the JavaScript engine can hold. */
const LONGEST_TEXT_BYTES = 0x1fff_ffe8;

/** The snapshot of a data directory as a lowdb database; its data is empty until it is read. */
export function snapshotIn(dir: string): Low<Snapshot> {
  return new Low<Snapshot>(new SnapshotFile(path.join(dir, "state.json")), { generation: 0, tenants: new Map() });
}

/** Where a snapshot stands until it is whole. */
export function unfinishedSnapshot(dir: string): string {
  return path.join(dir, "state.json.tmp");
}

/** Writes a snapshot record by record, so that its size is bound by the disk alone, and puts it in place in one step. */
class SnapshotFile implements Adapter<Snapshot> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws DataRefusedError when the file is no snapshot. */
  async read(): Promise<Snapshot | null> {
    if (!existsSync(this.#file)) return null;
    return snapshotFromLines(this.#file) ?? this.#readWhole();
  }

  async write(snapshot: Snapshot): Promise<void> {
    const dir = path.dirname(this.#file);
    const unfinished = unfinishedSnapshot(dir);
    try {
      writeText(unfinished, textOf(snapshot));
      renameSync(unfinished, this.#file);
    } catch (error) {
      removeIfPossible(unfinished); // on a full disk its room is needed
      throw error;
    }
    sync(dir);
  }

  /** For a file that somebody has laid out anew. */
  #readWhole(): Snapshot {
    const damaged = (detail: string) => new DataRefusedError({ code: "snapshot-damaged", file: this.#file, detail });
    if (statSync(this.#file).size > LONGEST_TEXT_BYTES) throw damaged("it is too large to be laid out in other lines");
    const bytes = readFileSync(this.#file);
    if (!isUtf8(bytes)) throw damaged("it is not UTF-8");
    const text = bytes.toString().replace(/^\uFEFF/, "");
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw damaged(`it is not JSON: ${whereOf(text, String(error instanceof Error ? error.message : error))}`);
    }
    return snapshotFromValue(this.#file, value);
  }
}

/** The text of a snapshot in pieces of about a megabyte: one record per line. */
function* textOf({ generation, tenants }: Snapshot): Generator<string> {
  let text = `{\n  "format": ${DATA_FORMAT},\n  "generation": ${generation},\n  "tenants": {`;
  let tenantEnd = "\n";
  for (const [tenantId, tables] of tenants) {
    if (![...tables.values()].some((records) => records.size > 0)) continue;
    text += `${tenantEnd}    ${JSON.stringify(tenantId)}: {`;
    let tableEnd = "\n";
    for (const [table, records] of tables) {
      if (records.size === 0) continue;
      text += `${tableEnd}      ${JSON.stringify(table)}: {`;
      let recordEnd = "\n";
      for (const [key, record] of records) {
        text += `${recordEnd}        ${JSON.stringify(key)}: ${JSON.stringify(record)}`;
        recordEnd = ",\n";
        if (text.length < CHUNK_CHARACTERS) continue;
        yield text;
        text = "";
      }
      text += "\n      }";
      tableEnd = ",\n";
    }
    text += "\n    }";
    tenantEnd = ",\n";
  }
  yield `${text}\n  }\n}\n`;
}

function writeText(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, "w", 0o600);
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    }
    fsyncSync(descriptor); // the logs that it replaces are removed next
  } finally {
    closeSync(descriptor);
  }
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What kept it from being written is told; the next start removes it.
  }
}

function sync(dir: string): void {
  const descriptor = openSync(dir, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Adds line and column to what the parser says, where it names a position. */
function whereOf(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined || message.includes("line ")) return message;
  const before = text.slice(0, Number(position)).split("\n");
  return `${message} (line ${before.length} column ${(before.at(-1) ?? "").length + 1})`;
}
