/**
 * A reader that stopped reading must cost no memory: beyond this many characters that wait for it, further lines are dropped.
 * It holds about 10,000 request lines.
 */
const MOST_WAITING_CHARACTERS = 1_048_576;

/** How long the last lines may take to reach a slow reader, in wall milliseconds. */
const FLUSH_MS = 1_000;

type Stream = typeof process.stdout | typeof process.stderr;

/** Where a command writes lines. A reader that went away, or that does not read, never disturbs the sandbox. */
export class LineWriter {
  readonly #stream: Stream;
  #dropped = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
    if (stream.listenerCount("error") === 0) stream.on("error", () => undefined); // the reader went away
  }

  line(text: string): void {
    if (this.#stream.destroyed || !this.#stream.writable) return;
    if (this.#stream.writableLength > MOST_WAITING_CHARACTERS) {
      this.#dropped += 1;
      return;
    }
    if (this.#dropped > 0) {
      process.stderr.write(`esim-sandbox: ${this.#dropped} lines of output were dropped because nobody read them\n`);
      this.#dropped = 0;
    }
    this.#stream.write(`${text}\n`);
  }

  /** Resolves when everything has been handed over, or after a second. */
  flush(): Promise<void> {
    if (this.#stream.destroyed || this.#stream.writableLength === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const givenUp = setTimeout(resolve, FLUSH_MS);
      this.#stream.write("", () => {
        clearTimeout(givenUp);
        resolve();
      });
    });
  }
}

/** Data for whoever called the command. */
export const stdout = new LineWriter(process.stdout);

/** Talk: warnings, and why a command ended. */
export const stderr = new LineWriter(process.stderr);

/** Says why a command ends. */
export function complain(message: string): void {
  stderr.line(`esim-sandbox: ${message}`);
}

/** Puts colours around text, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Colours for a terminal; none when `NO_COLOR` or `CI` is set, on a dumb terminal, and in files and pipes. */
export function paintFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const { NO_COLOR = "", CI = "", TERM } = env;
  const isPlain = !isTerminal || NO_COLOR !== "" || (CI !== "" && CI !== "false") || TERM === "dumb";
  const paint = (code: number) => (text: string) => (isPlain ? text : `\u001b[${code}m${text}\u001b[0m`);
  return { bold: paint(1), dim: paint(2), good: paint(32), bad: paint(31) };
}
