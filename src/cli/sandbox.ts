import { readdirSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { loadStartConfig } from "../simulator/config-load.ts";
import { type StartConfig, simulatorOptions } from "../simulator/config-sources.ts";
import type { Simulator } from "../simulator/index.ts";
import { type Ending, exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { complain } from "./terminal.ts";

/** A sandbox that listens in this process. */
export interface RunningSandbox {
  readonly config: StartConfig;
  readonly simulator: Simulator;
  readonly port: number;
}

/**
 * A sandbox runs beside the shop that is tested: its heap grows by a fifth of what lives in it before garbage is collected, not to twice
 * that, which costs a collection more per some thousand orders. The engine reads this whenever it decides how far to grow.
 */
const SMALL_HEAP = "--heap-growing-percent=20";

/** Starts a sandbox as the flags, the environment and the file say; gives the reason when it cannot. */
export async function openSandbox(flags: GivenFlags, command: "start" | "exec"): Promise<RunningSandbox | Ending> {
  const loaded = await loadStartConfig({ flags, env: process.env }, command);
  if (!loaded.ok) return { exitCode: exitCodes.usage, message: loaded.error.message };
  const config = loaded.value;
  const warn = config.logLevel === "silent" ? () => undefined : complain;
  for (const warning of config.warnings) warn(warning);
  if (config.logLevel === "debug") warn(`settings in force: ${JSON.stringify(withoutSecrets(config))}`);
  setFlagsFromString(SMALL_HEAP);
  const { createSimulator, StartRefused } = await import("../simulator/index.ts"); // a wrong flag need not wait for it
  try {
    const simulator = await createSimulator({ ...simulatorOptions(firstInstant(config), Date.now()), report: warn });
    return await listen(simulator, config);
  } catch (error) {
    // Refusals of the library are endings of a command; anything else is a fault of ours.
    if (!(error instanceof StartRefused)) throw error;
    return { exitCode: exitCodes.usage, message: withOrigin(error.message, config) };
  }
}

function withoutSecrets(config: StartConfig): object {
  const { adminToken, optionOrigins, warnings, ...shown } = config;
  return { ...shown, adminToken: adminToken === null ? null : "(set)" };
}

async function listen(simulator: Simulator, config: StartConfig): Promise<RunningSandbox | Ending> {
  const { ListenRefused } = await import("../simulator/index.ts");
  try {
    const { port } = await simulator.listen({ port: config.port, host: config.host });
    return { config, simulator, port };
  } catch (error) {
    await simulator.close();
    if (!(error instanceof ListenRefused)) throw error;
    return { exitCode: exitCodes.cannotBind, message: error.message };
  }
}

/**
 * Where a new clock begins. The library's own standing clock has a fixed first instant, a command's begins at the present; when
 * there is a state already, its clock goes on and only an instant that somebody named is compared with it.
 */
function firstInstant(config: StartConfig): StartConfig {
  if (!config.freeze || config.time !== null || hasState(config.data)) return config;
  return { ...config, time: "now" };
}

function hasState(dir: string | null): boolean {
  if (dir === null) return false;
  try {
    return readdirSync(dir).length > 0;
  } catch {
    return false; // it does not exist yet, or opening it will say what is wrong
  }
}

/** A refusal of a provider option begins with where the option was given. */
function withOrigin(message: string, config: StartConfig): string {
  for (const [option, from] of config.optionOrigins) {
    if (message.startsWith(`${option} `)) return `${from}: ${message}`;
  }
  return message;
}
