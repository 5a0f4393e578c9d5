import { type ControlClient, createControlClient } from "../client/control-client.ts";
import { ControlFailed } from "../client/control-failed.ts";
import type { TenantControl } from "../client/tenant-control.ts";
import { loadTarget } from "../simulator/config-load.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { complain, stdout } from "./terminal.ts";

/** A running sandbox that a command drives. */
export interface Controlled {
  readonly client: ControlClient;
  /** The tenant that `--tenant` names, else the default one. */
  readonly tenant: TenantControl;
}

/** What a command prints: the record with `--json`, else the lines. */
export interface Told {
  readonly record: unknown;
  readonly lines: readonly string[];
  /** Default 0. */
  readonly exitCode?: number;
}

/** A command that was given something wrong, found out before the sandbox was asked. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";
}

/**
 * Runs a command against the sandbox that the flags, the environment and the file name. A refusal ends with exit code 2, silence with 3;
 * either is told in one sentence.
 */
export async function driveSandbox(flags: GivenFlags, command: (driven: Controlled) => Promise<Told>): Promise<number> {
  const target = await loadTarget({ flags, env: process.env });
  if (!target.ok) {
    complain(target.error.message);
    return exitCodes.usage;
  }
  const { url, adminToken, json } = target.value;
  const client = createControlClient({ fetch, url, adminToken, timeoutMs: null });
  const named = flags["tenant"];
  try {
    const told = await command({ client, tenant: client.tenant(typeof named === "string" ? named : "default") });
    if (json) stdout.line(JSON.stringify(told.record));
    else for (const line of told.lines) stdout.line(line);
    return told.exitCode ?? exitCodes.ok;
  } catch (error) {
    // What the sandbox refuses, and that none answers, are endings of a command; anything else is a fault of ours.
    if (error instanceof CommandRefused)
      return refused(json, { code: "wrong-usage", message: error.message }, exitCodes.usage);
    if (!(error instanceof ControlFailed)) throw error;
    const { code, message, errors } = error;
    if (code !== "no-answer" && code !== "foreign-answer")
      return refused(json, { code, message, errors }, exitCodes.usage);
    const advice = `${message}; a sandbox must listen at ${url}: run esim-sandbox start, or name another one with --url`;
    return refused(json, { code, message: advice }, exitCodes.unreachable);
  }
}

function refused(
  json: boolean,
  refusal: { readonly code: string; readonly message: string; readonly errors?: unknown },
  exitCode: number,
): number {
  if (json) stdout.line(JSON.stringify({ error: refusal }));
  complain(refusal.message);
  return exitCode;
}
