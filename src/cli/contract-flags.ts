import { type Command, Option } from "commander";

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Adds what says which cases are meant. */
export function addPlanFlags(command: Command): Command {
  return command
    .option("--provider <NAME>", "esimaccess, fms or all (all)")
    .option("--profile <NAME>", "sim-fast, sim-full or live-read (sim-fast)")
    .option("--seed <N>", "seed of everything that is drawn (1)")
    .addOption(new Option("--only <RULE-GLOB>", "only rules that fit; repeatable").argParser(collect))
    .addOption(new Option("--layer <NAME>", "only a layer, such as negatives or races; repeatable").argParser(collect))
    .option("--json", "print JSON");
}

/** Adds what says where a plan is run, and what is written about it. */
export function addRunFlags(command: Command): Command {
  return command
    .option("--target <TARGET>", "in-process, or the URL of a backend (in-process)")
    .option("--control <URL>", "the control API of the sandbox behind the target")
    .option("--admin-token <TOKEN>", "its token, where it demands one (ESIM_SANDBOX_ADMIN_TOKEN)")
    .option("--access-code <CODE>", "credentials of eSIM Access (ESIMACCESS_ACCESS_CODE)")
    .option("--secret-key <KEY>", "its key for signatures (ESIMACCESS_SECRET_KEY)")
    .option("--partner <CODE>", "partner code of FMS (FMS_PARTNER_CODE)")
    .option("--webhook-listen <HOST:PORT>", "where the kit's own receiver listens (127.0.0.1, a free port)")
    .option(
      "--jobs <N>",
      "workers that share the cases, each in a world of its own; a backend without --control has one (2, with two cores or more)",
    )
    .option("--deviations <FILE>", "known deviations")
    .option("--mutant <ID>", "in process: switch a contract violation on, to measure the suite")
    .option("--report-json <FILE>", "write the report as JSON")
    .option("--report-junit <FILE>", "write the report as JUnit XML")
    .option("--report-sarif <FILE>", "write the report as SARIF 2.1.0")
    .option("--report-html <FILE>", "write the report as one HTML page");
}
