import { clientEnvironment } from "../simulator/client-environment.ts";
import { loadTarget } from "../simulator/config-load.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { complain, stdout } from "./terminal.ts";

/**
 * Prints what a client needs to find the default tenant, for `eval "$(esim-sandbox env)"`. Nothing is asked of the sandbox, so
 * this works before it has started.
 */
export async function env(flags: GivenFlags): Promise<number> {
  const target = await loadTarget({ flags, env: process.env });
  if (!target.ok) {
    complain(target.error.message);
    return exitCodes.usage;
  }
  const variables = clientEnvironment(target.value.clientUrl);
  if (target.value.json) stdout.line(JSON.stringify(variables));
  else for (const [name, value] of Object.entries(variables)) stdout.line(`export ${name}=${quoted(value)}`);
  return exitCodes.ok;
}

/** A text as one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
