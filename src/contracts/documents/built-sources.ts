import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SpecPlace } from "../plan/case.ts";
import type { DocumentProblem } from "./problem.ts";
import type { Source } from "./source.ts";

/**
 * A document as the build has read it: parsing YAML takes a second of each run, this takes milliseconds. It stands for the text with its
 * digest and for no other.
 */
export interface BuiltSource {
  readonly digest: string;
  readonly value: unknown;
  /** Line and column of everything that stands in it, by JSON pointer. */
  readonly places: Readonly<Record<string, readonly [line: number, column: number]>>;
}

/** What the build has found about documents without a problem, by provider: the digest of all that was checked, and warnings. */
export type BuiltVerdicts = Readonly<
  Record<string, { readonly digest: string; readonly warnings: readonly DocumentProblem[] }>
>;

/** This file lies three folders below the package's root, as source and when built. */
const folder = new URL("../../../dist/spec/", import.meta.url);

/** Where the build keeps a document, by its name in reports. */
export function builtSourceUrl(file: string): URL {
  return new URL(`${file.replaceAll("/", "-")}.json`, folder);
}

export const builtVerdictsUrl = new URL("checked.json", folder);

/** Names a text. */
export function digestOf(...texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}

/** What the build keeps of a document. */
export function builtSourceOf(source: Source): BuiltSource {
  const { digest, value } = source;
  return { digest, value, places: source.places() };
}

/** The document of a text, if the build has read that very text; else null. */
export function findBuiltSource(text: string, file: string): Source | null {
  const digest = digestOf(text);
  const built = readJson<BuiltSource>(builtSourceUrl(file));
  return built?.digest === digest ? restoredSource(built, file) : null;
}

/** The document again. */
export function restoredSource({ digest, value, places }: BuiltSource, file: string): Source {
  const placeOf = (pointer: string): SpecPlace => {
    let known = pointer.startsWith("#") ? pointer : `#${pointer}`;
    while (!Object.hasOwn(places, known) && known.includes("/")) known = known.slice(0, known.lastIndexOf("/"));
    const [line, column] = places[known] ?? [1, 1];
    return { file, line, column };
  };
  return { file, digest, value, placeOf, places: () => places };
}

/**
 * The warnings of the build about these very documents, in which it has found no problem; null where it has not checked them. From sources
 * nothing counts as checked: the checks themselves may have been changed since.
 */
export function builtWarnings(provider: string, digest: string): readonly DocumentProblem[] | null {
  if (import.meta.url.endsWith(".ts")) return null;
  const verdict = readJson<BuiltVerdicts>(builtVerdictsUrl)?.[provider];
  return verdict?.digest === digest ? verdict.warnings : null;
}

function readJson<T>(url: URL): T | null {
  try {
    return JSON.parse(readFileSync(url, "utf8")) as T; // written by the build of this package
  } catch {
    // Not built, or half: the documents themselves are read instead.
    return null;
  }
}
