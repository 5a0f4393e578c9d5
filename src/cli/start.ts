import { banner, readyRecord } from "./banner.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { exchangeLine, exchangeRecord } from "./request-log.ts";
import { openSandbox, type RunningSandbox } from "./sandbox.ts";
import { StopSignals } from "./stop-signals.ts";
import { complain, type LineWriter, paintFor, stdout } from "./terminal.ts";

/** Runs the sandbox until a signal ends it: then running requests end, the state is written, and the exit code is 0. */
export async function start(flags: GivenFlags): Promise<number> {
  const signals = new StopSignals();
  const opened = await openSandbox(flags, "start");
  if ("exitCode" in opened) {
    complain(opened.message);
    return opened.exitCode;
  }
  announce(opened, { out: stdout, isTerminal: process.stdout.isTTY });
  signals.ready();
  await signals.first;
  const { logLevel, json } = opened.config;
  if (!json && (logLevel === "info" || logLevel === "debug")) {
    stdout.line("Stopping: running requests may end, then the state is written. The same signal again stops at once.");
  }
  await opened.simulator.close();
  return exitCodes.ok;
}

/** Says that the sandbox is ready, and from then on what is asked of it, as the log level and `--json` want it. */
export function announce(
  running: RunningSandbox,
  { out, isTerminal }: { readonly out: LineWriter; readonly isTerminal: boolean },
): void {
  const { config, simulator } = running;
  const isTalkative = config.logLevel === "info" || config.logLevel === "debug";
  const paint = paintFor(isTerminal, process.env);
  if (config.json) out.line(JSON.stringify(readyRecord(running)));
  else if (isTalkative) out.line(banner(running, paint));
  if (!isTalkative) return;
  simulator.onExchange((seen) => {
    const at = new Date();
    out.line(config.json ? JSON.stringify(exchangeRecord(seen, at)) : exchangeLine(seen, at, paint));
  });
}
