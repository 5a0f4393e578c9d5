import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type CheckedScenario,
  ControlFailed,
  problemLine,
  readScenarioFile,
  renderScenarioJunit,
  runScenario,
  type ScenarioOptions,
  type ScenarioProblem,
  ScenarioRefused,
  type ScenarioResult,
  scenarioPath,
  scenarioSchemaText,
  shippedNames,
  type TenantEnd,
  timelineLines,
  verdictLines,
} from "../scenarios/index.ts";
import { duration } from "../simulator/config-kinds.ts";
import { exitCodes } from "./exit-codes.ts";
import { exitCodeOfSignal, StopSignals } from "./stop-signals.ts";
import { complain, paintFor, stderr, stdout } from "./terminal.ts";

type Given = Readonly<Record<string, unknown>>;

/** Plays scenarios, by name or file, all that come with the package when none is named. */
export async function scenarioRun(given: Given, wanted: readonly string[]): Promise<number> {
  const options = runOptions(given);
  if (typeof options === "string") return refuse(options);
  if (wanted.length === 0 && given["all"] !== true)
    return refuse("a scenario must be named, got none; --all plays those that come with the package");
  const read = readAll(given["all"] === true ? [...shippedNames(), ...wanted] : wanted);
  if (read.problems.length > 0) return tellProblems(read.problems, given);
  const results = await playAll(read.scenarios, options, given);
  if (typeof results === "number") return results;
  if (given["json"] === true)
    stdout.line(JSON.stringify({ verdict: verdictOf(results), scenarios: results.map(withoutJournal) }));
  else stdout.line(summaryOf(results));
  const { junit } = given;
  if (typeof junit === "string" && !written(junit, renderScenarioJunit(results))) return exitCodes.usage;
  return verdictOf(results) === "passed" ? exitCodes.ok : exitCodes.failed;
}

/** Plays one scenario after the other; a signal ends the one that is played and all that follow. Gives an exit code when it cannot go on. */
async function playAll(
  scenarios: readonly CheckedScenario[],
  options: ScenarioOptions,
  given: Given,
): Promise<ScenarioResult[] | number> {
  const signals = new StopSignals();
  const interrupted = new AbortController();
  signals.ready();
  void signals.first.then((signal) => interrupted.abort(signal));
  const results: ScenarioResult[] = [];
  try {
    for (const checked of scenarios) {
      const result = await runScenario(checked, { ...options, signal: interrupted.signal });
      results.push(result);
      if (given["json"] !== true) tell(result, given["quiet"] === true);
    }
    return results;
  } catch (error) {
    if (!interrupted.signal.aborted) return failure(error, given);
    const signal = await signals.first;
    complain(`interrupted by ${signal} after ${results.length} of ${scenarios.length} scenarios`);
    return exitCodeOfSignal(signal);
  }
}

/** Lists the scenarios that come with the package. */
export function scenarioList(given: Given): number {
  const read = readAll(shippedNames());
  if (read.problems.length > 0) return tellProblems(read.problems, given);
  const items = read.scenarios.map(({ scenario: { name, says, providers, steps } }) => ({
    name,
    says,
    providers,
    steps: steps.length,
  }));
  if (given["json"] === true) stdout.line(JSON.stringify({ items }));
  else for (const { name, says } of items) stdout.line(`${name.padEnd(34)}${says}`);
  return exitCodes.ok;
}

/** Checks files and plays nothing. */
export function scenarioCheck(given: Given, wanted: readonly string[]): number {
  const { problems, scenarios } = readAll(wanted);
  if (problems.length > 0) return tellProblems(problems, given);
  if (given["json"] === true) stdout.line(JSON.stringify({ problems: [] }));
  else
    for (const { file, scenario } of scenarios)
      stdout.line(`${file}: ${scenario.name} is a scenario of ${scenario.steps.length} steps`);
  return exitCodes.ok;
}

/** Prints the JSON Schema of scenario files. */
export function scenarioSchema(): number {
  stdout.line(scenarioSchemaText().trimEnd());
  return exitCodes.ok;
}

function runOptions(given: Given): ScenarioOptions | string {
  const { against, adminToken, tenant, seed, keepTenant, timeout } = given;
  const { ESIM_SANDBOX_ADMIN_TOKEN } = process.env;
  const token = typeof adminToken === "string" ? adminToken : ESIM_SANDBOX_ADMIN_TOKEN;
  if (typeof against === "string" && !/^https?:\/\//.test(against))
    return `--against must be an http or https URL, got "${against}"`;
  if (typeof seed === "string" && !/^\d{1,15}$/.test(seed)) return `--seed must be a whole number, got "${seed}"`;
  if (typeof tenant === "string" && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(tenant)) {
    return `--tenant must have small letters, digits and dashes, got "${tenant}"`;
  }
  if (keepTenant === true && typeof against !== "string")
    return "--keep-tenant must come with --against, got it alone; a sandbox in this process ends with the run";
  const maxWaitMs = typeof timeout === "string" ? duration.fromText(timeout) : undefined;
  if (typeof timeout === "string" && maxWaitMs === undefined)
    return `--timeout must be ${duration.expected}, got "${timeout}"`;
  return {
    ...(typeof against === "string" ? { against } : {}),
    ...(token === undefined ? {} : { adminToken: token }),
    ...(typeof tenant === "string" ? { tenant } : {}),
    ...(typeof seed === "string" ? { seed: Number(seed) } : {}),
    ...(maxWaitMs === undefined ? {} : { maxWaitMs }),
    keepTenant: keepTenant === true,
    onTenantEnd: (id, end) => tellTenantEnd(id, { end, url: String(against) }),
  };
}

/** Says which tenant is still there, so that it can be looked at or deleted. */
function tellTenantEnd(id: string, { end, url }: { readonly end: TenantEnd; readonly url: string }): void {
  if (end === "kept") complain(`the tenant ${id} is kept in ${url}`);
  if (end === "left") complain(`the tenant ${id} could not be deleted and may still be in ${url}`);
}

interface ReadScenarios {
  readonly scenarios: readonly CheckedScenario[];
  readonly problems: readonly ScenarioProblem[];
}

/** Every file is read before anything runs, so that all problems are told at once. */
function readAll(wanted: readonly string[]): ReadScenarios {
  const scenarios: CheckedScenario[] = [];
  const problems: ScenarioProblem[] = [];
  for (const name of wanted) {
    try {
      scenarios.push(readScenarioFile(scenarioPath(name)));
    } catch (error) {
      if (!(error instanceof ScenarioRefused)) throw error;
      problems.push(...error.problems);
    }
  }
  return { scenarios, problems };
}

function tellProblems(problems: readonly ScenarioProblem[], given: Given): number {
  if (given["json"] === true) stdout.line(JSON.stringify({ problems }));
  for (const problem of problems) stderr.line(problemLine(problem));
  complain(`${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`} in scenarios; nothing was run`);
  return exitCodes.usage;
}

function failure(error: unknown, given: Given): number {
  if (error instanceof ScenarioRefused) return tellProblems(error.problems, given);
  if (!(error instanceof ControlFailed)) throw error;
  complain(`the sandbox cannot be controlled: ${error.message}`);
  return exitCodes.unreachable;
}

function tell(result: ScenarioResult, isQuiet: boolean): void {
  const paint = paintFor(process.stdout.isTTY, process.env);
  if (!isQuiet || result.verdict === "failed") for (const line of timelineLines(result, paint)) stdout.line(line);
  for (const line of verdictLines(result, paint)) stdout.line(line);
}

function verdictOf(results: readonly ScenarioResult[]): ScenarioResult["verdict"] {
  return results.every(({ verdict }) => verdict === "passed") ? "passed" : "failed";
}

function summaryOf(results: readonly ScenarioResult[]): string {
  const passed = results.filter(({ verdict }) => verdict === "passed").length;
  const wallMs = results.reduce((sum, result) => sum + result.wallMs, 0);
  return `${passed} of ${results.length} scenarios passed in ${(wallMs / 1000).toFixed(1)} s`;
}

function withoutJournal({ journal: _journal, ...rest }: ScenarioResult): Omit<ScenarioResult, "journal"> {
  return rest;
}

function written(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    complain(
      `--junit must name a file that can be written, got "${resolve(file)}": ${error instanceof Error ? error.message : error}`,
    );
    return false;
  }
}

function refuse(message: string): number {
  complain(`${message}; see esim-sandbox scenario run --help`);
  return exitCodes.usage;
}
