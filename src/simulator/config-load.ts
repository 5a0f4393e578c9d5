import { type ConfigFile, readConfigFile } from "./config-file.ts";
import type { ConfigSources } from "./config-reader.ts";
import type { ConfigRefused } from "./config-refused.ts";
import { EXEC_DEFAULTS, resolveConfig, START_DEFAULTS, type StartConfig, withoutPlace } from "./config-sources.ts";
import { resolveTarget, type Target } from "./config-target.ts";
import type { Result } from "./kernel/result.ts";

/** What a command line and its environment say, before the file is looked for. */
type Given = Pick<ConfigSources, "flags" | "env">;

/** Reads flags, environment and file for a command that runs a sandbox itself. */
export async function loadStartConfig(
  given: Given,
  command: "start" | "exec",
): Promise<Result<StartConfig, ConfigRefused>> {
  const file = await configFile(given);
  if (!file.ok) return file;
  if (command === "start") return resolveConfig({ ...given, file: file.value }, START_DEFAULTS);
  return resolveConfig({ ...given, file: file.value === null ? null : withoutPlace(file.value) }, EXEC_DEFAULTS);
}

/** Reads flags, environment and file for a command that talks to a running sandbox. */
export async function loadTarget(given: Given): Promise<Result<Target, ConfigRefused>> {
  const file = await configFile(given);
  if (!file.ok) return file;
  const { url, timeout } = given.flags;
  const told = { url: typeof url === "string" ? url : null, timeout: typeof timeout === "string" ? timeout : null };
  return resolveTarget(told, { ...given, file: file.value });
}

function configFile({ flags, env }: Given): Promise<Result<ConfigFile | null, ConfigRefused>> {
  const { config } = flags;
  const { ESIM_SANDBOX_CONFIG = "" } = env;
  if (typeof config === "string") return readConfigFile(config);
  return readConfigFile(ESIM_SANDBOX_CONFIG === "" ? null : ESIM_SANDBOX_CONFIG, "ESIM_SANDBOX_CONFIG");
}
