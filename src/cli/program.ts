import { Command, CommanderError } from "commander";
import { packageVersion } from "../simulator/package-files.ts";
import { addPlanFlags, addRunFlags } from "./contract-flags.ts";
import { addClockCommands, addSnapshotCommands, addTenantCommands } from "./control-commands.ts";
import { exitCodes } from "./exit-codes.ts";
import { addFaultCommands } from "./fault-commands.ts";
import { addStartFlags, addTargetFlags, givenFlags } from "./flags.ts";
import { addJournalCommands, addVerifyCommand } from "./journal-commands.ts";
import { addScenarioCommands } from "./scenario-commands.ts";
import { complain, stderr, stdout } from "./terminal.ts";
import { addEventCommands, addWebhookCommands } from "./webhook-commands.ts";

/** Runs one command line (without the names of Node and of the program) and ends the process with its exit code. */
export async function run(args: readonly string[]): Promise<void> {
  const fail = (error: unknown): void => {
    complainOf(error, args);
    end(exitCodes.internal);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  await end(await exitCodeOf(args));
}

async function exitCodeOf(args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = buildProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endingOf(error, args);
    complainOf(error, args);
    return exitCodes.internal;
  }
}

const PLACES = `
Each flag is also an environment variable (ESIM_SANDBOX_RATE_LIMIT, lists with commas) and, in camelCase, a name in the
configuration file ({"rateLimit": "off", "set": {"esimaccess": {"strictPager": true}}}): flag over environment over file.`;

/** The commands. What only one of them needs is imported when it runs, so that help comes at once. */
function buildProgram(finished: (exitCode: number) => void): Command {
  const program = new Command("esim-sandbox");
  program
    .description("A stateful sandbox of two eSIM provider APIs, eSIM Access and FMS.")
    .version(packageVersion())
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.line(text.trimEnd()), writeErr: () => undefined });
  addStartFlags(child(program, "start", "run the sandbox until it is told to stop")).action(
    async (_, command: Command) => {
      const { start } = await import("./start.ts");
      finished(await start(givenFlags(command)));
    },
  );
  addStartFlags(child(program, "exec", "run a command beside a sandbox of its own: exec [flags] -- CMD [ARGS]"))
    .argument("<command...>", "the command and its arguments")
    .passThroughOptions()
    .action(async (words: string[], _, command: Command) => {
      const { exec } = await import("./exec.ts");
      finished(await exec(givenFlags(command), words));
    });
  addTargetFlags(child(program, "status", "say how a running sandbox is")).action(async (_, command: Command) => {
    const { status } = await import("./status.ts");
    finished(await status(givenFlags(command)));
  });
  addTargetFlags(child(program, "wait", "wait until a sandbox is ready"), "timeout").action(
    async (_, command: Command) => {
      const { wait } = await import("./wait.ts");
      finished(await wait(givenFlags(command)));
    },
  );
  addTargetFlags(child(program, "env", "print the variables that a client needs")).action(
    async (_, command: Command) => {
      const { env } = await import("./env.ts");
      finished(await env(givenFlags(command)));
    },
  );
  addContractCommands(
    child(program, "contract", "check a backend, or the sandbox itself, against the contract"),
    finished,
  );
  addWebhookCommands(
    child(program, "webhook", "see, hold, change and resend webhooks, and let them misbehave"),
    finished,
  );
  addEventCommands((name, says) => child(program, name, says), finished);
  addFaultCommands(child(program, "fault", "let provider calls fail, on purpose and by rule"), finished);
  addClockCommands(child(program, "clock", "show a tenant's clock, stop it, move it on"), finished);
  addTenantCommands(child(program, "tenant", "create, show, fork, reset and delete tenants"), finished);
  addSnapshotCommands(child(program, "snapshot", "keep and restore what a tenant is"), finished);
  addJournalCommands(child(program, "journal", "what happened, why, and what is still to come"), finished);
  addVerifyCommand(child(program, "verify", "judge what happened by a file of expectations"), finished);
  addScenarioCommands(child(program, "scenario", "play misfortunes from files, step by step"), finished);
  return program;
}

function addContractCommands(contract: Command, finished: (exitCode: number) => void): void {
  const sub = (name: string, says: string): Command => contract.command(name).description(says).exitOverride();
  addPlanFlags(sub("plan", "print what a run would send and cost; sends nothing")).action(
    async (_, command: Command) => {
      const { contractPlan } = await import("./contract.ts");
      finished(await contractPlan(command.opts()));
    },
  );
  addRunFlags(addPlanFlags(sub("run", "run the suite and report"))).action(async (_, command: Command) => {
    const { contractRun } = await import("./contract.ts");
    finished(await contractRun(command.opts(), process.argv.slice(4)));
  });
  addPlanFlags(sub("explain", "say where a rule comes from and what its case sends"))
    .argument("<rule>", "the id of a rule")
    .action(async (rule: string, _, command: Command) => {
      const { contractExplain } = await import("./contract.ts");
      finished(await contractExplain(command.opts(), rule));
    });
}

function child(program: Command, name: string, says: string): Command {
  return program.command(name).description(says).addHelpText("after", PLACES);
}

/** Help and version are no errors; anything else the parser objects to becomes one sentence. */
function endingOf(error: CommanderError, args: readonly string[]): number {
  if (error.exitCode === 0) return exitCodes.ok;
  if (error.code === "commander.help") {
    complain(`a command must be given, got none; see esim-sandbox --help`);
    return exitCodes.usage;
  }
  const told = error.message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  const name =
    args[0] !== undefined && /^[a-z]+$/.test(args[0]) && error.code !== "commander.unknownCommand" ? ` ${args[0]}` : "";
  complain(`${told}; see esim-sandbox${name} --help`);
  return exitCodes.usage;
}

function complainOf(error: unknown, args: readonly string[]): void {
  const message = error instanceof Error ? error.message : String(error);
  if (!isDebugging(args)) {
    complain(`internal error: ${message.split("\n", 1)[0]}; --log-level debug shows where`);
    return;
  }
  complain(`internal error: ${error instanceof Error ? (error.stack ?? message) : message}`);
}

/** Looks at the words themselves, because the error may come from before they were understood. */
function isDebugging(args: readonly string[]): boolean {
  const { ESIM_SANDBOX_LOG_LEVEL } = process.env;
  const at = args.indexOf("--log-level");
  const given =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--log-level="))?.slice("--log-level=".length);
  return (given ?? ESIM_SANDBOX_LOG_LEVEL) === "debug";
}

async function end(exitCode: number): Promise<void> {
  await stdout.flush();
  await stderr.flush();
  process.exit(exitCode);
}
