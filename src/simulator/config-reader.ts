import type { ConfigFile } from "./config-file.ts";
import { ConfigRefusedError, shownValue } from "./config-refused.ts";
import { flagOf, ON_BY_DEFAULT, type Setting, settings, variableOf } from "./config-settings.ts";
import { nearestName } from "./kernel/nearest.ts";
import type { OptionValue } from "./kernel/options.ts";

/** Where settings come from. */
export interface ConfigSources {
  /** Flags that were given, by the setting's name: text, true or false of a switch, or the texts of a list. */
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly file: ConfigFile | null;
}

type SourceName = "flag" | "variable" | "file";

const SOURCES: readonly SourceName[] = ["flag", "variable", "file"];

/** Variables that are no settings of a start, but are ours. */
const OTHER_VARIABLES = ["ESIM_SANDBOX_URL", "ESIM_SANDBOX_CONFIG", "ESIM_SANDBOX_SET", "ESIM_SANDBOX_TIMEOUT"];

const OPTION = /^([A-Za-z][A-Za-z0-9]*)\.([A-Za-z][A-Za-z0-9]*)=(.*)$/;

interface Given {
  /** The flag, variable or place in the file. */
  readonly from: string;
  readonly value: unknown;
  readonly isText: boolean;
}

/** Reads settings from their sources, the highest first. Each method throws ConfigRefusedError for a value that is wrong. */
export class SettingReader {
  readonly #sources: ConfigSources;

  constructor(sources: ConfigSources) {
    this.#sources = sources;
  }

  /** The value of a setting, from one source or from the highest that has it. */
  one<V>(name: string, setting: Setting<V>, source?: SourceName): V | undefined {
    const given = this.#given(name, source === undefined ? SOURCES : [source]);
    if (given === null) return undefined;
    const { kind } = setting;
    const value =
      typeof given.value === "string" && given.isText ? kind.fromText(given.value) : kind.fromValue(given.value);
    return value ?? refuse(name, given, kind.expected);
  }

  /** The values of a list. */
  many<V>(name: string, setting: Setting<V>): V[] | undefined {
    const given = this.#given(name, SOURCES);
    if (given === null) return undefined;
    const items: readonly unknown[] = Array.isArray(given.value) ? given.value : listOf(given);
    return items.map((item) => {
      const value = typeof item === "string" ? setting.kind.fromText(item) : setting.kind.fromValue(item);
      return value ?? refuse(name, { ...given, value: item }, setting.kind.expected);
    });
  }

  /** Where a source gives a setting, for a message. */
  origin(name: string, source: SourceName): string {
    return this.#given(name, [source])?.from ?? flagOf(name);
  }

  /** The provider options of all sources, joined, and where each was given. */
  providerOptions(): { options: Record<string, Record<string, OptionValue>>; origins: Map<string, string> } {
    const options: Record<string, Record<string, OptionValue>> = {};
    const origins = new Map<string, string>();
    const put = (provider: string, option: string, value: OptionValue, from: string): void => {
      options[provider] = { ...options[provider], [option]: value };
      origins.set(`${provider}.${option}`, from);
    };
    for (const { provider, option, value, at } of this.#sources.file?.options ?? []) put(provider, option, value, at);
    const { ESIM_SANDBOX_SET: listed = "" } = this.#sources.env;
    const variable = { from: "ESIM_SANDBOX_SET", texts: listed === "" ? [] : listed.split(",") };
    const { set } = this.#sources.flags;
    const flag = { from: "--set", texts: Array.isArray(set) ? set : [] };
    for (const { from, texts } of [variable, flag]) {
      for (const text of texts) {
        const [, provider, option, value] = OPTION.exec(String(text).trim()) ?? [];
        if (provider === undefined || option === undefined || value === undefined || !isProvider(provider)) {
          const expected = "esimaccess.OPTION=VALUE or fms.OPTION=VALUE";
          throw refusal(`${from} must be ${expected}, got ${shownValue(text)}${hint(provider, PROVIDERS)}`);
        }
        put(provider, option, value, from); // as text: only the table of the provider knows what it stands for
      }
    }
    return { options, origins };
  }

  /** A warning for each variable that looks like one of ours and is none. */
  unknownVariables(): string[] {
    const known = Object.keys(settings).map(variableOf).concat(OTHER_VARIABLES);
    const negated = [...ON_BY_DEFAULT].map((name) =>
      variableOf(`no${name.replace(/^./, (first) => first.toUpperCase())}`),
    );
    return Object.keys(this.#sources.env)
      .filter((name) => name.startsWith("ESIM_SANDBOX_") && !known.includes(name) && !negated.includes(name))
      .map((name) => {
        const short = (text: string): string => text.replace("ESIM_SANDBOX_", ""); // what they share says nothing about nearness
        const nearest = nearestName(short(name), known.map(short));
        return `${name} is no variable of the sandbox and has no effect${nearest === null ? "" : `; did you mean ESIM_SANDBOX_${nearest}?`}`;
      });
  }

  #given(name: string, sources: readonly SourceName[]): Given | null {
    for (const source of sources) {
      const given = this.#in(source, name);
      if (given !== null) return given;
    }
    return null;
  }

  #in(source: SourceName, name: string): Given | null {
    const { flags, file } = this.#sources;
    if (source === "flag") {
      const value = flags[name];
      return value === undefined ? null : { from: flagOf(name), value, isText: typeof value === "string" };
    }
    if (source === "variable") return this.#inEnvironment(name);
    const entry = file?.entries.get(name);
    return entry === undefined ? null : { from: `${entry.at}: ${name}`, value: entry.value, isText: false };
  }

  /** An empty variable counts as none, because that is how many runners unset one. */
  #inEnvironment(name: string): Given | null {
    const from = variableOf(name);
    const text = this.#sources.env[from] ?? "";
    if (text !== "") return { from, value: text, isText: true };
    if (!ON_BY_DEFAULT.has(name)) return null;
    const negated = from.replace("ESIM_SANDBOX_", "ESIM_SANDBOX_NO_");
    const off = this.#sources.env[negated] ?? "";
    if (off === "") return null;
    const isOff = settings.freeze.kind.fromText(off); // any switch reads the same words
    return { from: negated, value: isOff === undefined ? off : !isOff, isText: isOff === undefined };
  }
}

/** The providers whose options can be set. */
export const PROVIDERS: readonly string[] = ["esimaccess", "fms"];

/** Says whether options can be set for a provider of that name. */
export function isProvider(name: string): boolean {
  return PROVIDERS.includes(name);
}

function listOf(given: Given): readonly unknown[] {
  if (!given.isText || typeof given.value !== "string") return [given.value];
  return given.value.split(",").map((item) => item.trim());
}

function refuse(name: string, given: Given, expected: string): never {
  const got = name === "adminToken" ? "another value (not shown)" : shownValue(given.value);
  throw refusal(`${given.from} must be ${expected}, got ${got}`);
}

function refusal(message: string): ConfigRefusedError {
  return new ConfigRefusedError({ code: "wrong-setting", message });
}

/** Ends a message with the nearest valid name, when there is one. */
function hint(got: string | undefined, names: readonly string[]): string {
  if (got === undefined || names.includes(got)) return "";
  const nearest = nearestName(got, names);
  return nearest === null ? "" : `; did you mean ${nearest}?`;
}
