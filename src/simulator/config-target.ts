import * as kinds from "./config-kinds.ts";
import { type ConfigSources, SettingReader } from "./config-reader.ts";
import { type ConfigRefused, ConfigRefusedError, shownValue } from "./config-refused.ts";
import { settings } from "./config-settings.ts";
import { err, ok, type Result } from "./kernel/result.ts";

/** A sandbox that runs elsewhere, as the commands that talk to it find it. */
export interface Target {
  /** Where this machine reaches it, without a slash at the end. */
  readonly url: string;
  /** Where clients are told to reach it: `baseUrl` when it is set, else `url`. */
  readonly clientUrl: string;
  readonly adminToken: string | null;
  /** Wall milliseconds that `wait` waits. */
  readonly timeoutMs: number;
  /** Whether answers are printed as JSON. */
  readonly json: boolean;
}

/** What such a command was told beside the settings of `start`. */
export interface TargetFlags {
  readonly url: string | null;
  readonly timeout: string | null;
}

const DEFAULT_TIMEOUT = "30s";

/** Finds the sandbox: `--url`, else `ESIM_SANDBOX_URL`, else host and port of the settings, as `start` takes them. */
export function resolveTarget(given: TargetFlags, sources: ConfigSources): Result<Target, ConfigRefused> {
  try {
    const reader = new SettingReader(sources);
    const { ESIM_SANDBOX_URL, ESIM_SANDBOX_TIMEOUT } = sources.env;
    const timeoutMs =
      readText("--timeout", given.timeout, kinds.duration) ??
      readText("ESIM_SANDBOX_TIMEOUT", ESIM_SANDBOX_TIMEOUT || null, kinds.duration) ??
      readText("--timeout", DEFAULT_TIMEOUT, kinds.duration) ??
      0;
    const adminToken = reader.one("adminToken", settings.adminToken) ?? null;
    const json = reader.one("json", settings.json) ?? false;
    const url =
      readText("--url", given.url, kinds.baseUrl) ??
      readText("ESIM_SANDBOX_URL", ESIM_SANDBOX_URL || null, kinds.baseUrl);
    if (url !== null) return ok({ url, clientUrl: url, adminToken, timeoutMs, json });
    const listening = listeningUrl(reader);
    return ok({
      url: listening,
      clientUrl: reader.one("baseUrl", settings.baseUrl) ?? listening,
      adminToken,
      timeoutMs,
      json,
    });
  } catch (error) {
    if (error instanceof ConfigRefusedError) return err(error.refused);
    throw error;
  }
}

function listeningUrl(reader: SettingReader): string {
  const port = reader.one("port", settings.port) ?? 4747;
  const host = reader.one("host", settings.host) ?? "127.0.0.1";
  if (port === 0) {
    const message = "--url must say where the sandbox listens when its port is 0, got none";
    throw new ConfigRefusedError({ code: "wrong-setting", message });
  }
  const near = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${near.includes(":") ? `[${near}]` : near}:${port}`;
}

function readText<V>(from: string, text: string | null, kind: kinds.Kind<V>): V | null {
  if (text === null) return null;
  const value = kind.fromText(text);
  if (value !== undefined) return value;
  const message = `${from} must be ${kind.expected}, got ${shownValue(text)}`;
  throw new ConfigRefusedError({ code: "wrong-setting", message });
}
