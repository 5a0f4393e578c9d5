import { readFileSync, statSync } from "node:fs";
import type { LineCounter, Node, Pair, YAMLMap } from "yaml";
import { isProvider, PROVIDERS } from "./config-reader.ts";
import { type ConfigRefused, ConfigRefusedError, shownValue } from "./config-refused.ts";
import { settings } from "./config-settings.ts";
import { nearestName } from "./kernel/nearest.ts";
import type { OptionValue } from "./kernel/options.ts";
import { err, ok, type Result } from "./kernel/result.ts";

/** What a configuration file says: its settings by name, and provider options in its order. `at` is `file:line:column`. */
export interface ConfigFile {
  readonly entries: ReadonlyMap<string, { readonly value: unknown; readonly at: string }>;
  readonly options: readonly ConfigFileOption[];
}

interface ConfigFileOption {
  readonly provider: string;
  readonly option: string;
  readonly value: OptionValue;
  readonly at: string;
}

/** The file that is read when `--config` names no other and it exists. */
const DEFAULT_CONFIG_FILE = "esim-sandbox.config.json";

/** Longer than every setting written a hundred times; it keeps a wrong path from filling the memory. */
const LONGEST_FILE_BYTES = 1_048_576;

/** Reads the configuration file; null when `path` is null and the default file does not exist. */
export async function readConfigFile(
  path: string | null,
  from = "--config",
): Promise<Result<ConfigFile | null, ConfigRefused>> {
  const name = path ?? DEFAULT_CONFIG_FILE;
  let text: string;
  try {
    const found = statSync(name, { throwIfNoEntry: false });
    if (found === undefined && path === null) return ok(null);
    if (found === undefined) return err(badFile(`${from} must name a file that exists, got ${shownValue(name)}`));
    if (!found.isFile()) return err(badFile(`${name} must be a file with a JSON object, got something else`));
    if (found.size > LONGEST_FILE_BYTES) {
      return err(badFile(`${name} must have at most ${LONGEST_FILE_BYTES} bytes, got ${found.size}`));
    }
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(name));
  } catch (error) {
    // Whatever the system or the decoder objects to, the file is of no use.
    const cause = error instanceof Error ? error.message : String(error);
    return err(badFile(`${name} must be a readable file in UTF-8, got: ${cause}`));
  }
  return parseConfigFile(text, name);
}

/**
 * Reads the text of a configuration file: a JSON object, in which comments behind `#` are tolerated. Names and the shape of
 * `set` are checked here, the values of settings by `resolveConfig`.
 */
export async function parseConfigFile(text: string, name: string): Promise<Result<ConfigFile, ConfigRefused>> {
  const yaml = await import("yaml"); // only who has a file waits for it; JSON is YAML, and this parser knows positions
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const [broken] = document.errors;
  if (broken !== undefined) {
    return err(
      badFile(`${position(name, lines, broken.pos[0])}: must be a JSON object, got a syntax error: ${broken.message}`),
    );
  }
  if (!yaml.isMap(document.contents))
    return err(badFile(`${name}:1:1: must be a JSON object, got ${shownNode(document.contents)}`));
  try {
    return ok(readRoot(document.contents, { name, lines, isMap: yaml.isMap }));
  } catch (error) {
    if (error instanceof ConfigRefusedError) return err(error.refused);
    throw error;
  }
}

interface Reading {
  readonly name: string;
  readonly lines: LineCounter;
  readonly isMap: (node: unknown) => node is YAMLMap;
}

function readRoot(root: YAMLMap, reading: Reading): ConfigFile {
  const entries = new Map<string, { value: unknown; at: string }>();
  const options: ConfigFileOption[] = [];
  const known = [...Object.keys(settings), "set"];
  for (const { key, at, value, valueAt } of members(root, reading)) {
    if (!known.includes(key)) throw unknownName(at, { expected: "the name of a setting", got: key, known });
    if (key === "set") options.push(...readOptions(value, valueAt, reading));
    else entries.set(key, { value: plain(value, reading), at: valueAt });
  }
  return { entries, options };
}

function readOptions(node: unknown, nodeAt: string, reading: Reading): ConfigFileOption[] {
  if (!reading.isMap(node)) {
    const expected = 'an object such as {"esimaccess": {"strictPager": true}}';
    throw wrongValue(`${nodeAt}: set must be ${expected}, got ${shownNode(node)}`);
  }
  const options: ConfigFileOption[] = [];
  for (const { key: provider, at, value: table, valueAt } of members(node, reading)) {
    if (!isProvider(provider))
      throw unknownName(at, { expected: "the name of a provider", got: provider, known: PROVIDERS });
    if (!reading.isMap(table)) {
      throw wrongValue(`${valueAt}: set.${provider} must be an object of options, got ${shownNode(table)}`);
    }
    for (const option of members(table, reading)) {
      const value = plain(option.value, reading);
      if (typeof value !== "boolean" && typeof value !== "number" && typeof value !== "string") {
        const got = shownNode(option.value);
        throw wrongValue(
          `${option.valueAt}: set.${provider}.${option.key} must be true, false, a number or a text, got ${got}`,
        );
      }
      options.push({ provider, option: option.key, value, at: option.valueAt });
    }
  }
  return options;
}

interface Member {
  readonly key: string;
  readonly at: string;
  readonly value: unknown;
  readonly valueAt: string;
}

function members(map: YAMLMap, reading: Reading): Member[] {
  return map.items.map((pair: Pair): Member => {
    const at = position(reading.name, reading.lines, startOf(pair.key) ?? startOf(map) ?? 0);
    const valueStart = startOf(pair.value);
    const valueAt = valueStart === null ? at : position(reading.name, reading.lines, valueStart);
    return { key: String(plain(pair.key, reading)), at, value: pair.value, valueAt };
  });
}

/** The value of a node; an object inside is no value of any setting and stays an empty one. */
function plain(node: unknown, reading: Reading): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (reading.isMap(node)) return {};
  if ("items" in node && Array.isArray(node.items)) return node.items.map((item) => plain(item, reading));
  return "value" in node ? node.value : null;
}

function shownNode(node: unknown): string {
  if (typeof node !== "object" || node === null) return "nothing";
  if ("items" in node && Array.isArray(node.items)) {
    const holdsPairs = node.items.some((item) => typeof item === "object" && item !== null && "key" in item);
    return holdsPairs ? "an object" : "a list";
  }
  return "value" in node ? shownValue(node.value) : "a reference";
}

function startOf(node: unknown): number | null {
  if (typeof node !== "object" || node === null || !("range" in node)) return null;
  const { range } = node as Node; // every node of this parser has its range
  return range?.[0] ?? null;
}

function position(name: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${name}:${Math.max(1, line)}:${Math.max(1, col)}`;
}

function unknownName(
  at: string,
  what: { readonly expected: string; readonly got: string; readonly known: readonly string[] },
): ConfigRefusedError {
  const nearest = nearestName(what.got, what.known);
  const hint = nearest === null ? `one of ${what.known.join(", ")}` : `did you mean "${nearest}"?`;
  const message = `${at}: must be ${what.expected}, got ${shownValue(what.got)}; ${hint}`;
  return new ConfigRefusedError({ code: "unknown-setting", message });
}

function wrongValue(message: string): ConfigRefusedError {
  return new ConfigRefusedError({ code: "wrong-setting", message });
}

function badFile(message: string): ConfigRefused {
  return { code: "bad-config-file", message };
}
