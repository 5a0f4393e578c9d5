import { type ChildProcess, spawn } from "node:child_process";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { openSandbox } from "./sandbox.ts";
import { announce } from "./start.ts";
import { exitCodeOfSignal } from "./stop-signals.ts";
import { complain, stderr } from "./terminal.ts";

/** Signals that are passed on to the command. */
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts a sandbox, runs a command with the environment that points its clients there, stops the sandbox and gives the command's
 * exit code: 127 when it does not exist, 128 plus the signal's number when a signal ended it. Own words go to standard error.
 */
export async function exec(flags: GivenFlags, [command = "", ...args]: readonly string[]): Promise<number> {
  if (command === "") {
    complain("a command must be given behind --, got an empty one; for example: esim-sandbox exec -- npm test");
    return exitCodes.usage;
  }
  const running = await openSandbox(flags, "exec");
  if ("exitCode" in running) {
    complain(running.message);
    return running.exitCode;
  }
  announce(running, { out: stderr, isTerminal: process.stderr.isTTY });
  const env = { ...process.env, ...running.simulator.clientEnvironment() };
  const exitCode = await ended(spawn(command, args, { stdio: "inherit", env }), command);
  await running.simulator.close();
  return exitCode;
}

function ended(child: ChildProcess, command: string): Promise<number> {
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      // Ctrl-C reaches the command by the terminal; passed on, it would count as a second one.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => {
      if (child.pid !== undefined) return; // it runs; what failed was a signal to it
      const isMissing = "code" in error && error.code === "ENOENT";
      complain(
        isMissing
          ? `the command must exist, got "${command}", which was not found`
          : `"${command}" cannot be run: ${error.message}`,
      );
      resolve(isMissing ? exitCodes.commandMissing : exitCodes.commandRefused);
    });
    child.once("exit", (code, signal) =>
      resolve(signal === null ? (code ?? exitCodes.internal) : exitCodeOfSignal(signal)),
    );
  });
}
