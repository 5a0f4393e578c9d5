import { readFileSync } from "node:fs";
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isSeq,
  isNode as isYamlNode,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import type { SpecPlace } from "../plan/case.ts";
import { digestOf, findBuiltSource } from "./built-sources.ts";
import { below, segmentsOf } from "./json-pointer.ts";
import type { DocumentProblem } from "./problem.ts";

/** A YAML document with the places of all that stands in it. */
export interface Source {
  /** Its name in reports: the path below the package's root. */
  readonly file: string;
  /** Names the text that was read. */
  readonly digest: string;
  readonly value: unknown;
  /** Where the member or entry at a JSON pointer begins; the nearest ancestor that exists, when it does not. */
  placeOf(pointer: string): SpecPlace;
  /** The places of everything that stands in it, by JSON pointer: line and column. */
  places(): Readonly<Record<string, readonly [line: number, column: number]>>;
}

/** A document, or why it cannot be read. */
export type SourceResult =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Reads a YAML file. `file` is its name in reports. */
export function readSource(path: string | URL, file: string): SourceResult {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    // Whatever the system or the decoder objects to, there is no text.
    return refused({ file, line: 1, column: 1 }, "readable", `must be a readable file in UTF-8, got: ${textOf(error)}`);
  }
  const built = findBuiltSource(text, file);
  return built === null ? parseSource(text, file) : { ok: true, source: built };
}

/** Reads the text of a YAML file. Aliases are resolved; the same member twice is refused. */
export function parseSource(text: string, file: string): SourceResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const placeAt = (offset: number): SpecPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      ...placeAt(error.pos[0]),
      rule: "yaml-syntax",
      message: `must be YAML: ${error.message}`,
    }));
    return { ok: false, problems };
  }
  try {
    // Through JSON, so that what an alias repeats is a value of its own, and nothing contains itself.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 1000 })) ?? "null");
    const placeOf = (pointer: string): SpecPlace => placeAt(offsetOf(document, segmentsOf(pointer)));
    return {
      ok: true,
      source: { file, digest: digestOf(text), value, placeOf, places: () => placesIn(document, placeAt) },
    };
  } catch (error) {
    // Too many aliases, or one that contains itself or that there is no anchor for.
    const dangling = danglingAlias(document);
    if (dangling !== null) {
      const message = `there is no anchor &${dangling.source} before this alias`;
      return refused(placeAt(dangling.range?.[0] ?? 0), "yaml-alias", message);
    }
    return refused(placeAt(0), "yaml-alias", `must resolve to JSON: ${textOf(error)}`);
  }
}

function danglingAlias(document: Document): Alias | null {
  let found: Alias | null = null;
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
        return undefined;
      }
      if (anchors.has(node.source)) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

function offsetOf(document: Document, segments: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = isYamlNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const segment of segments) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === segment);
      if (pair === undefined) return offset;
      if (isYamlNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (!isYamlNode(node)) return offset;
      offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** All places at once, in one walk through the document. */
function placesIn(
  document: Document,
  placeAt: (offset: number) => SpecPlace,
): Readonly<Record<string, readonly [line: number, column: number]>> {
  const places: Record<string, readonly [number, number]> = {};
  const note = (pointer: string, written: unknown, before: number): void => {
    const { line, column } = placeAt(before);
    places[pointer] = [line, column];
    const node = isAlias(written) ? written.resolve(document) : written;
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        note(below(pointer, keyText(key)), value, isYamlNode(key) ? (key.range?.[0] ?? before) : before);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        note(below(pointer, index), item, isYamlNode(item) ? (item.range?.[0] ?? before) : before);
      }
    }
  };
  const root = document.contents;
  note("#", root, isYamlNode(root) ? (root.range?.[0] ?? 0) : 0);
  return places;
}

function keyText(key: unknown): string {
  return typeof key === "object" && key !== null && "value" in key ? String(key.value) : String(key);
}

function refused(place: SpecPlace, rule: string, message: string): SourceResult {
  return { ok: false, problems: [{ ...place, rule, message }] };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
