import { isUtf8 } from "node:buffer";
import { linesOf } from "./file-lines.ts";
import { DATA_FORMAT } from "./log-format.ts";
import type { TenantRecords } from "./memory-store.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * Reads a snapshot whose lines are those it was written in, without ever holding its whole text. Gives null at the first
 * line that is not as expected: whether that is damage or only another layout is then for the JSON parser to say.
 */
export function snapshotFromLines(file: string): Snapshot | null {
  const reader = new LineReader();
  for (const { bytes, isTerminated } of linesOf(file)) {
    if (!isTerminated || !isUtf8(bytes) || !reader.take(bytes.toString())) return null;
  }
  return reader.snapshot();
}

const HEAD = ["{", `  "format": ${DATA_FORMAT},`, null, '  "tenants": {'] as const;
const GENERATION = /^ {2}"generation": (\d{1,15}),$/;

class LineReader {
  readonly #tenants = new Map<string, TenantRecords>();
  #lines = 0;
  #generation = 0;
  #tenant: TenantRecords | null = null;
  #table: Map<string, unknown> | null = null;
  /** What stands between two siblings: nothing yet, a comma, or no comma, so that only an end may follow. */
  #before: "open" | "comma" | "end" = "open";
  #isTenantsOpen = true;
  #isComplete = false;

  snapshot(): Snapshot | null {
    return this.#isComplete ? { generation: this.#generation, tenants: this.#tenants } : null;
  }

  /** Says whether the line is as expected. */
  take(line: string): boolean {
    const index = this.#lines++;
    if (index < HEAD.length) return this.#takeHead(line, index);
    if (this.#isComplete) return false;
    const trimmed = line.trimStart();
    if (trimmed.startsWith("}")) return this.#close(line);
    if (this.#before === "end" || !this.#isTenantsOpen) return false;
    if (this.#table !== null) return line.startsWith('        "') && this.#takeRecords(this.#table, trimmed);
    return this.#open(line, trimmed);
  }

  #takeHead(line: string, index: number): boolean {
    if (index !== 2) return line === HEAD[index];
    const generation = GENERATION.exec(line)?.[1];
    this.#generation = Number(generation);
    return generation !== undefined;
  }

  #takeRecords(table: Map<string, unknown>, line: string): boolean {
    const isFollowed = line.endsWith(",");
    const records = parsed(`{${isFollowed ? line.slice(0, -1) : line}}`);
    if (records === null) return false;
    for (const [key, record] of Object.entries(records)) {
      if (typeof record !== "object" || record === null || Array.isArray(record) || table.has(key)) return false;
      table.set(key, record);
    }
    this.#before = isFollowed ? "comma" : "end";
    return true;
  }

  #open(line: string, trimmed: string): boolean {
    if (!trimmed.endsWith('": {')) return false;
    const [name] = Object.keys(parsed(`{${trimmed}}}`) ?? {});
    if (name === undefined) return false;
    this.#before = "open";
    if (this.#tenant === null) {
      if (!line.startsWith('    "') || this.#tenants.has(name)) return false;
      this.#tenant = new Map();
      this.#tenants.set(name, this.#tenant);
      return true;
    }
    if (!line.startsWith('      "') || this.#tenant.has(name)) return false;
    this.#table = new Map();
    this.#tenant.set(name, this.#table);
    return true;
  }

  #close(line: string): boolean {
    if (this.#before === "comma") return false;
    this.#before = line.endsWith(",") ? "comma" : "end";
    if (this.#table !== null) {
      this.#table = null;
      return line === "      }" || line === "      },";
    }
    if (this.#tenant !== null) {
      this.#tenant = null;
      return line === "    }" || line === "    },";
    }
    if (this.#isTenantsOpen) {
      this.#isTenantsOpen = false;
      return line === "  }";
    }
    this.#isComplete = true;
    return line === "}";
  }
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null; // the whole file's parser will say where
  }
}
