import type { Path } from "./shape.ts";

/** A place in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The line and column of a character. */
function textPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Where the parser of JSON stopped, from the message of its SyntaxError. */
export function syntaxPlace(text: string, message: string): TextPlace {
  const at = /at position (\d+)/.exec(message)?.[1];
  return textPlace(text, at === undefined ? text.length : Number(at));
}

/**
 * Where the value at `path` begins in a text that is well-formed JSON; of a member that is missing, where the object begins that
 * lacks it.
 */
export function jsonPlace(text: string, path: Path): TextPlace {
  return textPlace(text, new Scanner(text).find(path));
}

/** Walks over JSON without building values. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  find(path: Path): number {
    this.#blanks();
    for (const part of path) {
      const outer = this.#at;
      if (!this.#enter(part)) return outer;
    }
    return this.#at;
  }

  /** Goes to the member or item; false when there is none. */
  #enter(part: string | number): boolean {
    const open = this.#text[this.#at];
    if (open !== "{" && open !== "[") return false;
    this.#at += 1;
    for (let index = 0; ; index += 1) {
      this.#blanks();
      const next = this.#text[this.#at];
      if (next === undefined || next === "}" || next === "]") return false;
      const name = open === "{" ? this.#name() : index;
      if (name === part) return true;
      this.#skip();
      this.#blanks();
      if (this.#text[this.#at] === ",") this.#at += 1;
    }
  }

  #name(): string {
    const begin = this.#at;
    this.#string();
    const name: unknown = JSON.parse(this.#text.slice(begin, this.#at));
    this.#blanks();
    this.#at += 1; // the colon
    this.#blanks();
    return String(name);
  }

  #string(): void {
    this.#at += 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"')
      this.#at += this.#text[this.#at] === "\\" ? 2 : 1;
    this.#at += 1;
  }

  /** Passes over one value. */
  #skip(): void {
    let depth = 0;
    for (; this.#at < this.#text.length; ) {
      const unit = this.#text[this.#at];
      if (unit === '"') this.#string();
      else if (depth === 0 && (unit === "," || unit === "}" || unit === "]")) return;
      else {
        if (unit === "{" || unit === "[") depth += 1;
        if (unit === "}" || unit === "]") depth -= 1;
        this.#at += 1;
      }
      if (depth === 0 && /[\]}"]/.test(unit ?? "")) return;
    }
  }

  #blanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }
}
