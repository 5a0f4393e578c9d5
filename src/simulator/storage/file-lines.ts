import { closeSync, openSync, readSync } from "node:fs";

/** One line of a file. */
export interface FileLine {
  /** The line without its newline. A view that is good until the next line is asked for. */
  readonly bytes: Buffer;
  /** Bytes from the beginning of the file to the line. */
  readonly offset: number;
  /** Counted from 1. */
  readonly number: number;
  /** False for what follows the last newline. */
  readonly isTerminated: boolean;
}

const FIRST_CHUNK_BYTES = 1 << 20;

/** The lines of a file of any size; in memory is one chunk, or the longest line. */
export function* linesOf(file: string): Generator<FileLine> {
  const descriptor = openSync(file, "r");
  try {
    let buffer: Buffer = Buffer.allocUnsafe(FIRST_CHUNK_BYTES);
    let [start, end, searched, offset, number] = [0, 0, 0, 0, 1];
    for (;;) {
      const newline = buffer.subarray(0, end).indexOf(10, searched);
      if (newline !== -1) {
        yield { bytes: buffer.subarray(start, newline), offset, number, isTerminated: true };
        offset += newline + 1 - start;
        start = newline + 1;
        searched = start;
        number += 1;
        continue;
      }
      buffer = withRoom(buffer, start, end);
      end -= start;
      start = 0;
      searched = end;
      const count = readSync(descriptor, buffer, end, buffer.length - end, null);
      end += count;
      if (count > 0) continue;
      if (end > 0) yield { bytes: buffer.subarray(0, end), offset, number, isTerminated: false };
      return;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Moves the bytes from `start` to `end` to the beginning of a buffer that has room for more. */
function withRoom(buffer: Buffer, start: number, end: number): Buffer {
  const room = end - start === buffer.length ? Buffer.allocUnsafe(2 * buffer.length) : buffer;
  buffer.copy(room, 0, start, end);
  return room;
}
