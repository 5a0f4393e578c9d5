import { statSync } from "node:fs";
import type { FailedPlace } from "../client/control-failed.ts";
import type { Verification } from "../client/tenant-control.ts";
import { readSource, type Source } from "../contracts/documents/source.ts";
import { CommandRefused } from "./control-call.ts";

/** Longer than every file that a person writes; it keeps a wrong path from filling the memory. */
const LONGEST_FILE_BYTES = 1_048_576;

/** A file of expectations: what it says, and where everything stands in it. */
export interface VerifyFile {
  readonly verification: Verification;
  /** What the sandbox objects to, each with file, line and column. */
  refusalOf(places: readonly FailedPlace[]): string;
}

/** Reads a YAML or JSON file: a list of expectations, or an object with `expectations`. @throws CommandRefused */
export function readVerifyFile(path: string): VerifyFile {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new CommandRefused(`${path}:1:1: must be a file that exists`);
  if (!found.isFile() || found.size > LONGEST_FILE_BYTES) {
    throw new CommandRefused(`${path}:1:1: must be a file of at most ${LONGEST_FILE_BYTES} bytes`);
  }
  const read = readSource(path, path);
  if (!read.ok) {
    const told = read.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    throw new CommandRefused(told.join("\n"));
  }
  const { source } = read;
  const { value } = source;
  const isList = Array.isArray(value);
  if (!isList && (typeof value !== "object" || value === null)) {
    const expected = "a list of expectations, or an object with expectations";
    throw new CommandRefused(`${path}:1:1: must be ${expected}, got ${JSON.stringify(value)}`);
  }
  return {
    verification: isList ? { expectations: value } : value,
    refusalOf: (places) => places.map((place) => placeLine(place, source, isList)).join("\n"),
  };
}

function placeLine({ path, expected, got }: FailedPlace, source: Source, isList: boolean): string {
  const parts = path.split(".").slice(1);
  const names = namesOn(isList && parts[0] === "expectations" ? parts.slice(1) : parts, source.value);
  const pointer = names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const { file, line, column } = source.placeOf(pointer);
  const shown = names.length === 0 ? "it" : names.join(".");
  return `${file}:${line}:${column}: ${shown} must be ${expected}, got ${got ?? "nothing"}`;
}

/** A name may hold dots, so that each step takes the longest name that is there. */
function namesOn(parts: readonly string[], root: unknown): string[] {
  const names: string[] = [];
  let value = root;
  let rest = parts;
  while (rest.length > 0) {
    const taken = longestName(rest, value);
    const name = rest.slice(0, taken).join(".");
    names.push(name);
    value = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
    rest = rest.slice(taken);
  }
  return names;
}

function longestName(parts: readonly string[], value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  for (let count = parts.length; count > 1; count -= 1) {
    if (Object.hasOwn(value, parts.slice(0, count).join("."))) return count;
  }
  return 1;
}
