import { readdirSync, readFileSync, statSync } from "node:fs";
import type { Provider } from "./http/provider.ts";
import { validNames } from "./kernel/nearest.ts";
import type { Misfit, Path } from "./kernel/shape.ts";
import { fixtureFolder } from "./package-files.ts";
import { StartRefused } from "./refusals.ts";
import { type PackageCodes, readWorld, type WorldDocument } from "./world-document.ts";

/** Longer than any world a person writes; it keeps a wrong path from filling the memory. */
const LONGEST_FILE_BYTES = 1_048_576;

const FILE = /^([a-z0-9][a-z0-9-]*)\.(?:yaml|yml|json)$/;

/** The worlds that are shipped, by name. */
function worldNames(): string[] {
  return [...shippedFiles().keys()].sort();
}

function shippedFiles(): Map<string, string> {
  const folder = fixtureFolder("worlds");
  const files = readdirSync(folder).flatMap((file): [string, string][] => {
    const name = FILE.exec(file)?.[1];
    return name === undefined ? [] : [[name, `${folder}/${file}`]];
  });
  return new Map(files);
}

/** What is needed to check a world. */
export interface WorldChecks {
  readonly providers: readonly Provider[];
  readonly codesOf: PackageCodes;
}

/** Reads a shipped world. @throws StartRefused for an unknown name, with the nearest one */
export async function shippedWorld(name: string, checks: WorldChecks): Promise<WorldDocument> {
  const file = shippedFiles().get(name);
  if (file !== undefined) return worldInFile(file, checks);
  throw new StartRefused("unknown-world", `world must be ${validNames(name, worldNames())}, got "${name}"`);
}

/** Reads a world of YAML or JSON. @throws StartRefused with file, line and column of what is wrong */
export async function worldInFile(file: string, checks: WorldChecks): Promise<WorldDocument> {
  return worldInText(textOf(file), file, checks);
}

/** Reads the text of a world. @throws StartRefused with line and column of what is wrong */
async function worldInText(text: string, file: string, checks: WorldChecks): Promise<WorldDocument> {
  const yaml = await import("yaml"); // only who names a world waits for it
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new StartRefused(
      "bad-world",
      `${placeAt(broken.pos[0])}: must be YAML or JSON, got a syntax error: ${broken.message}`,
    );
  }
  const placeOf = (path: Path): string => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      const { range } = Object(node) as { readonly range?: readonly number[] | null }; // every node of this parser has its range
      if (range?.[0] !== undefined) return placeAt(range[0]);
    }
    return placeAt(0);
  };
  return checkedWorld(document.toJS(), checks, (path) => `${placeOf(path)}: `);
}

/** Checks a world that was given as a value. @throws StartRefused that names the place */
export function checkedWorld(
  document: unknown,
  { providers, codesOf }: WorldChecks,
  placeOf: (path: Path) => string = () => "world.",
): WorldDocument {
  const read = readWorld(document, providers, codesOf);
  if (read.ok) return read.value;
  throw new StartRefused("bad-world", told(read.error.misfit, placeOf(read.error.misfit.path)));
}

function told({ path, expected, got }: Misfit, place: string): string {
  const name = path.length === 0 ? "the world" : path.join(".");
  const shown = got === undefined ? "nothing" : JSON.stringify(got).slice(0, 80);
  return `${place}${name} must be ${expected}, got ${shown}`;
}

function textOf(file: string): string {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new Error("it is no file");
    if (found.size > LONGEST_FILE_BYTES)
      throw new Error(`it has ${found.size} bytes, at most ${LONGEST_FILE_BYTES} are read`);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    // Whatever the system or the decoder objects to, the file is of no use.
    const cause = error instanceof Error ? error.message : String(error);
    throw new StartRefused("bad-world", `${file} must be a readable file in UTF-8, got: ${cause}`);
  }
}
