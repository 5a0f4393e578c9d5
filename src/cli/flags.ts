import { type Command, Option } from "commander";
import { flagOf, ON_BY_DEFAULT, type Setting, settings } from "../simulator/config-settings.ts";

/** Flags that were given on the command line, by their names in camelCase. */
export type GivenFlags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Adds the flags of `start` to a command. */
export function addStartFlags(command: Command): Command {
  for (const [name, setting] of Object.entries(settings)) {
    if (setting.form === "switch") addSwitch(command, name, setting.says);
    else command.addOption(valueOption(name, setting));
  }
  const set = new Option("--set <PROVIDER.OPTION=VALUE>", "set an option of a provider; repeatable").argParser(collect);
  return command.addOption(set).addOption(configOption());
}

/** Adds the flags of the commands that talk to a sandbox which runs already. */
export function addTargetFlags(command: Command, ...further: readonly "timeout"[]): Command {
  command.option("--url <URL>", "where it listens (ESIM_SANDBOX_URL, else host and port of the settings)");
  if (further.includes("timeout"))
    command.option("--timeout <DURATION>", "how long to wait, such as 500ms, 30s or 2m (30s)");
  for (const name of ["port", "host", "adminToken"] as const) command.addOption(valueOption(name, settings[name]));
  addSwitch(command, "json", settings.json.says);
  return command.addOption(configOption());
}

/** Adds the flags of the commands that drive one tenant of a running sandbox. */
export function addTenantFlags(command: Command): Command {
  return addTargetFlags(command.option("--tenant <ID>", "the tenant (default)"));
}

/** The flags that were really given: neither defaults nor the parser's own idea of a switch. */
export function givenFlags(command: Command): GivenFlags {
  const given: Record<string, string | boolean | readonly string[]> = {};
  for (const name of command.options.map((option) => option.attributeName())) {
    const value: unknown = command.getOptionValue(name);
    if (command.getOptionValueSource(name) !== "cli") continue;
    if (typeof value === "string" || typeof value === "boolean") given[name] = value;
    if (Array.isArray(value)) given[name] = value.map(String);
  }
  return given;
}

function valueOption(name: string, setting: Setting<unknown>): Option {
  const short = name === "port" ? "-p, " : "";
  const option = new Option(`${short}${flagOf(name)} <${setting.argument ?? "VALUE"}>`, setting.says);
  return setting.form === "list" ? option.argParser(collect) : option;
}

/** Each switch can also be turned the other way, because a variable or the file may have turned it; help shows the useful one. */
function addSwitch(command: Command, name: string, says: string): void {
  const on = flagOf(name);
  const off = on.replace("--", "--no-");
  const [shown, hidden] = ON_BY_DEFAULT.has(name) ? [off, on] : [on, off];
  command.addOption(new Option(shown, says)).addOption(new Option(hidden).hideHelp());
}

function configOption(): Option {
  return new Option("--config <FILE>", "configuration file (esim-sandbox.config.json if there is one)");
}
