import type { SimulatorOptions } from "./config.ts";
import type { ConfigFile } from "./config-file.ts";
import { isLoopbackHost } from "./config-kinds.ts";
import { type ConfigSources, SettingReader } from "./config-reader.ts";
import { type ConfigRefused, ConfigRefusedError } from "./config-refused.ts";
import { settings } from "./config-settings.ts";
import { err, ok, type Result } from "./kernel/result.ts";

/** Everything a command needs to begin: flag over environment over file over default, each checked. */
export interface StartConfig {
  readonly port: number;
  readonly host: string;
  readonly provider: "all" | "esimaccess" | "fms";
  readonly rateLimit: "enforce" | "report" | "off" | null;
  readonly seed: number;
  /** Milliseconds since 1970; null when nobody named an instant. */
  readonly time: number | "now" | null;
  readonly freeze: boolean;
  readonly speed: number;
  /** Null keeps the state in memory. */
  readonly data: string | null;
  /** The world of new tenants by name; null for the plain one. */
  readonly world: string | null;
  /** A world's file; null for none. */
  readonly load: string | null;
  readonly autoTenants: boolean;
  readonly options: NonNullable<SimulatorOptions["options"]>;
  readonly baseUrl: string | null;
  readonly allowWebhookHosts: readonly string[];
  readonly adminToken: string | null;
  readonly selfCheck: boolean;
  readonly simHeaders: boolean;
  readonly prefer: boolean;
  readonly magic: boolean;
  /** A deliberate violation of the contract, for measuring test suites; null for none. */
  readonly mutant: string | null;
  readonly logLevel: LogLevel;
  readonly json: boolean;
  /** Where each provider option was given, by `provider.option`, for messages. */
  readonly optionOrigins: ReadonlyMap<string, string>;
  /** What an operator should know, though nothing is refused for it. */
  readonly warnings: readonly string[];
}

/** What a command prints besides the reason of its end: nothing, warnings, requests too, or everything. */
type LogLevel = "silent" | "error" | "info" | "debug";

/** The defaults in which commands differ. */
export interface CommandDefaults {
  readonly port: number;
  readonly data: string | null;
  readonly logLevel: LogLevel;
}

export const START_DEFAULTS: CommandDefaults = { port: 4747, data: ".esim-sandbox", logLevel: "info" };

/** `exec` must not meet a sandbox that runs already, nor leave anything behind. */
export const EXEC_DEFAULTS: CommandDefaults = { port: 0, data: null, logLevel: "error" };

/** The file describes the sandbox of `start`; of these settings `exec` hears by flag or environment only. */
const NOT_FOR_EXEC: ReadonlySet<string> = new Set(["port", "data", "memory"]);

/** The part of a configuration file that `exec` follows. */
export function withoutPlace(file: ConfigFile): ConfigFile {
  return { ...file, entries: new Map([...file.entries].filter(([name]) => !NOT_FOR_EXEC.has(name))) };
}

/**
 * Joins the sources into one configuration. A refusal names the flag, variable or place in the file that caused it. Lists of
 * a higher source replace those of a lower one; provider options are joined one by one.
 */
export function resolveConfig(
  sources: ConfigSources,
  defaults: CommandDefaults = START_DEFAULTS,
): Result<StartConfig, ConfigRefused> {
  const reader = new SettingReader(sources);
  try {
    const config = read(reader, defaults);
    if (!isLoopbackHost(config.host) && config.adminToken === null) return err(unguarded(config.host));
    return ok(config);
  } catch (error) {
    if (error instanceof ConfigRefusedError) return err(error.refused);
    throw error;
  }
}

function read(reader: SettingReader, defaults: CommandDefaults): StartConfig {
  const { options, origins } = reader.providerOptions();
  return {
    port: reader.one("port", settings.port) ?? defaults.port,
    host: reader.one("host", settings.host) ?? "127.0.0.1",
    provider: reader.one("provider", settings.provider) ?? "all",
    rateLimit: reader.one("rateLimit", settings.rateLimit) ?? null,
    seed: reader.one("seed", settings.seed) ?? 1,
    time: reader.one("time", settings.time) ?? null,
    freeze: reader.one("freeze", settings.freeze) ?? false,
    speed: reader.one("speed", settings.speed) ?? 1,
    data: readData(reader, defaults.data),
    world: reader.one("world", settings.world) ?? null,
    load: reader.one("load", settings.load) ?? null,
    autoTenants: reader.one("autoTenants", settings.autoTenants) ?? false,
    options,
    baseUrl: reader.one("baseUrl", settings.baseUrl) ?? null,
    allowWebhookHosts: reader.many("allowWebhookHost", settings.allowWebhookHost) ?? [],
    adminToken: reader.one("adminToken", settings.adminToken) ?? null,
    selfCheck: reader.one("selfCheck", settings.selfCheck) ?? true,
    simHeaders: reader.one("simHeaders", settings.simHeaders) ?? true,
    prefer: reader.one("prefer", settings.prefer) ?? false,
    magic: reader.one("magic", settings.magic) ?? false,
    mutant: reader.one("mutant", settings.mutant) ?? null,
    logLevel: reader.one("logLevel", settings.logLevel) ?? defaults.logLevel,
    json: reader.one("json", settings.json) ?? false,
    optionOrigins: origins,
    warnings: reader.unknownVariables(),
  };
}

/** `memory` and `data` are two answers to one question, so the highest source that gives either of them decides. */
function readData(reader: SettingReader, byDefault: string | null): string | null {
  let isDenied = false; // `memory: false` of a higher source overrules only `memory` of a lower one
  for (const source of ["flag", "variable", "file"] as const) {
    const memory = reader.one("memory", settings.memory, source);
    const data = reader.one("data", settings.data, source);
    if (memory === true && data !== undefined) {
      const message = `${reader.origin("data", source)} must not be given together with ${reader.origin("memory", source)}, got both`;
      throw new ConfigRefusedError({ code: "contradicting-settings", message });
    }
    if (memory === true && !isDenied) return null;
    if (data !== undefined) return data;
    if (memory === false) isDenied = true;
  }
  return isDenied ? (byDefault ?? START_DEFAULTS.data) : byDefault;
}

function unguarded(host: string): ConfigRefused {
  const message = `--admin-token must be given when --host is not loopback, got host "${host}" without it; add --admin-token TOKEN or listen on 127.0.0.1`;
  return { code: "admin-token-missing", message };
}

/** What the simulator is told. `time` is left out when nobody named an instant. */
export function simulatorOptions(config: StartConfig, wallNow: number): SimulatorOptions {
  const { provider, seed, freeze, speed, data, options, rateLimit, baseUrl, allowWebhookHosts } = config;
  const { adminToken, selfCheck, simHeaders, prefer, magic, mutant, world, load, autoTenants } = config;
  const time = config.time === "now" ? wallNow : config.time;
  return {
    ...{ provider, seed, freeze, speed, data, options, rateLimit, baseUrl, allowWebhookHosts },
    ...{ adminToken, selfCheck, simHeaders, prefer, magic, mutant, world, load, autoTenants },
    ...(time === null ? {} : { time }),
  };
}
