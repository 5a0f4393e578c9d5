import { close, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { StoreUnavailable } from "../kernel/store.ts";
import { encodeEntry, type LogEntry, logHeader } from "./log-format.ts";

/** What a log needs of the file system; tests put a failing one in its place. */
export interface LogMedium {
  openSync(file: string, flags: string, mode: number): number;
  /** Gives how many bytes were written, which may be fewer than asked for. */
  writeSync(descriptor: number, bytes: Buffer, offset: number): number;
  ftruncateSync(descriptor: number, length: number): void;
  /** How many names the file has; none when somebody removed it. */
  linksOf(descriptor: number): number;
}

/** Looking for the file costs as much as a third of an append, so it is done once in so many milliseconds. */
const PRESENCE_CHECK_MS = 10;

/** The file system of the machine. */
export const diskMedium: LogMedium = {
  openSync,
  writeSync: (descriptor, bytes, offset) => writeSync(descriptor, bytes, offset),
  ftruncateSync,
  linksOf: (descriptor) => fstatSync(descriptor).nlink,
};

const closeDescriptor = promisify(close);

/**
 * The open end of a change log. An entry stands in the file when `append` returns: it survives the death of the process,
 * not that of the machine, because waiting for the disk would cost each transaction milliseconds.
 */
export class ChangeLog {
  readonly file: string;
  readonly #medium: LogMedium;
  readonly #descriptor: number;
  #bytes: number;
  /** What stays wrong with the file until it is opened again. */
  #defect: string | null = null;
  #checkAgainAt = 0;

  private constructor(file: string, opened: { descriptor: number; bytes: number; medium: LogMedium }) {
    this.file = file;
    this.#descriptor = opened.descriptor;
    this.#bytes = opened.bytes;
    this.#medium = opened.medium;
  }

  /**
   * Begins a log; what a failed beginning left under that name is replaced. Throws what the system throws. The file is
   * made asynchronously: behind 64 MiB of appended lines a file system may take 50 ms for a new name.
   */
  static async begin(file: string, generation: number, medium: LogMedium): Promise<ChangeLog> {
    const header = Buffer.from(`${logHeader(generation)}\n`);
    await writeFile(file, header, { mode: 0o600 });
    return new ChangeLog(file, { descriptor: medium.openSync(file, "a", 0o600), bytes: header.length, medium });
  }

  /** Goes on with a log of `bytes` bytes; what stands behind them is cut off. */
  static resume(file: string, bytes: number, medium: LogMedium): ChangeLog {
    const descriptor = medium.openSync(file, "a", 0o600);
    medium.ftruncateSync(descriptor, bytes);
    return new ChangeLog(file, { descriptor, bytes, medium });
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @throws StoreUnavailable when the entry could not be written; then nothing of it is in the file. */
  append(entry: LogEntry): void {
    if (this.#defect !== null) throw new StoreUnavailable(this.#defect);
    const line = encodeEntry(entry);
    try {
      this.#checkPresence();
      this.#write(line);
    } catch (error) {
      throw new StoreUnavailable(`${this.file} could not be written: ${causeOf(error)}; the change left no trace`);
    }
  }

  close(): Promise<void> {
    return closeDescriptor(this.#descriptor);
  }

  #checkPresence(): void {
    const now = performance.now();
    if (now < this.#checkAgainAt) return;
    if (this.#medium.linksOf(this.#descriptor) === 0) throw new Error("somebody removed the file");
    this.#checkAgainAt = now + PRESENCE_CHECK_MS;
  }

  /** Writes all of `bytes` or none. */
  #write(bytes: Buffer): void {
    try {
      for (let done = 0; done < bytes.length; ) done += this.#medium.writeSync(this.#descriptor, bytes, done);
      this.#bytes += bytes.length;
    } catch (error) {
      this.#cutOff();
      throw error;
    }
  }

  /** After half a line no other may follow: it would be taken for damage at the next start. */
  #cutOff(): void {
    try {
      this.#medium.ftruncateSync(this.#descriptor, this.#bytes);
    } catch (error) {
      this.#defect = `${this.file} ends in a half-written line that could not be cut off: ${causeOf(error)}; restart`;
    }
  }
}

/** What an error says. */
export function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
