import type { Command } from "commander";

/** Adds the commands of `scenario`; what they need is imported when one runs. */
export function addScenarioCommands(scenario: Command, finished: (exitCode: number) => void): void {
  const sub = (name: string, says: string): Command => {
    return scenario.command(name).description(says).option("--json", "print JSON").exitOverride();
  };
  sub("run", "play scenarios and say how they went")
    .argument("[scenarios...]", "files, or names of scenarios that come with the package")
    .option("--all", "those that come with the package")
    .option(
      "--against <URL>",
      "a running sandbox, in a tenant of its own that is deleted afterwards (one in this process)",
    )
    .option("--admin-token <TOKEN>", "its token, where it demands one (ESIM_SANDBOX_ADMIN_TOKEN)")
    .option("--tenant <ID>", "the tenant to play in, which begins anew; one that is there stays (scenario-NAME)")
    .option("--keep-tenant", "do not delete the tenant, and print its id")
    .option("--timeout <DURATION>", "the real time that one wait on a running clock may take (60s)")
    .option("--seed <N>", "another seed than the scenario's")
    .option("--junit <FILE>", "write the verdicts as JUnit XML")
    .option("--quiet", "print the timeline of failed scenarios only")
    .action(async (wanted: string[], _, command: Command) => {
      const { scenarioRun } = await import("./scenario.ts");
      finished(await scenarioRun(command.opts(), wanted));
    });
  sub("ls", "list the scenarios that come with the package").action(async (_, command: Command) => {
    const { scenarioList } = await import("./scenario.ts");
    finished(scenarioList(command.opts()));
  });
  sub("check", "check scenario files and play nothing")
    .argument("<scenarios...>", "files, or names of scenarios that come with the package")
    .action(async (wanted: string[], _, command: Command) => {
      const { scenarioCheck } = await import("./scenario.ts");
      finished(scenarioCheck(command.opts(), wanted));
    });
  sub("schema", "print the JSON Schema of scenario files, for editors").action(async () => {
    const { scenarioSchema } = await import("./scenario.ts");
    finished(scenarioSchema());
  });
}
