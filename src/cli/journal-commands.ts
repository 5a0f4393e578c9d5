import { type Command, Option } from "commander";
import { addTargetFlags, addTenantFlags, givenFlags } from "./flags.ts";
import { addMatchFlags } from "./journal-flags.ts";

/** Called with the exit code when a command has ended. */
type Finished = (exitCode: number) => void;

/** Adds the parts of `journal`; what they do is imported when one runs, so that help comes at once. */
export function addJournalCommands(journal: Command, finished: Finished): void {
  const sub = (name: string, says: string): Command => journal.command(name).description(says).exitOverride();
  addTenantFlags(addMatchFlags(sub("list", "list what happened, oldest first")))
    .option("--since <N>", "only entries after this number")
    .option("--limit <N>", "how many at most (100)")
    .option("--count", "only say how many there are")
    .action(async (_, command: Command) => {
      const { listEntries } = await import("./journal.ts");
      finished(await listEntries(givenFlags(command)));
    });
  const wait = addMatchFlags(sub("wait", "wait for an entry, there already or still to come"));
  addTargetFlags(wait.option("--tenant <ID>", "the tenant (default)"), "timeout")
    .option("--since <N>", "entries up to this number do not count; now for none of those that are there")
    .option("--within <DURATION>", "how long on the tenant's clock")
    .option("--auto-advance", "move the clock to what is due next as long as it takes")
    .addOption(new Option("--no-auto-advance").hideHelp())
    .action(async (_, command: Command) => {
      const { waitForEntry } = await import("./journal.ts");
      finished(await waitForEntry(givenFlags(command)));
    });
  addTenantFlags(sub("explain", "say what decided about a request"))
    .argument("<request-id>", "as X-Sim-Request-Id and the journal give it")
    .action(async (requestId: string, _, command: Command) => {
      const { explainRequest } = await import("./journal.ts");
      finished(await explainRequest(givenFlags(command), requestId));
    });
  addTenantFlags(sub("export", "write the journal as lines of JSON or as an HTTP archive"))
    .option("--format <FORMAT>", "ndjson or har (ndjson)")
    .option("--out <FILE>", "where to (standard output)")
    .option("--since <N>", "only entries after this number")
    .option("--hide-activation-codes", "mask activation codes and QR pages")
    .action(async (_, command: Command) => {
      const { exportEntries } = await import("./journal.ts");
      finished(await exportEntries(givenFlags(command)));
    });
}

/** Makes a command of `verify`. */
export function addVerifyCommand(command: Command, finished: Finished): void {
  addTenantFlags(command)
    .argument("[file]", "expectations in YAML or JSON")
    .option("--unfired-faults [MODE]", "what a fault that never fired means: fail, warn or ignore (fail)")
    .option("--junit <FILE>", "write the verdict as JUnit XML")
    .action(async (file: string | undefined, _, command_: Command) => {
      const { verify } = await import("./verify.ts");
      finished(await verify(givenFlags(command_), file));
    });
}
