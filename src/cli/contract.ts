import { accessSync, appendFileSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import {
  BrokenDocuments,
  explainRule,
  planContract,
  progressLine,
  type RunEvent,
  renderGithub,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPlan,
  renderTerminal,
  ruleHint,
  runContract,
  shellWord,
  summarize,
  unmatchedGlobs,
  WrongTarget,
} from "../contracts/index.ts";
import { type ContractFlags, missingCredentials, readContractFlags, WrongFlags } from "./contract-settings.ts";
import { exitCodes } from "./exit-codes.ts";
import { complain, paintFor, stderr, stdout } from "./terminal.ts";

type Given = Readonly<Record<string, unknown>>;

/** Prints what a run would do, and sends nothing. */
export function contractPlan(given: Given): Promise<number> {
  return guarded(async () => {
    const flags = readContractFlags(given, process.env);
    const plan = planContract(flags);
    const summary = await summarize(plan);
    warnOfGlobs(flags);
    if (flags.isJson) {
      const { hash, profile, seed, cases } = plan;
      stdout.line(JSON.stringify({ ...summary, hash, profile, seed, rules: cases.map(({ rule }) => rule) }));
    } else for (const line of renderPlan(plan, summary)) stdout.line(line);
    return exitCodes.ok;
  });
}

/** A mistyped glob would otherwise show only as cases that are not there. */
function warnOfGlobs(flags: ContractFlags): void {
  for (const warning of unmatchedGlobs(flags)) complain(`--only: ${warning}`);
}

/** Says where a rule comes from and what its case sends. */
export function contractExplain(given: Given, rule: string): Promise<number> {
  return guarded(async () => {
    const flags = readContractFlags(given, process.env);
    const options = { ...flags, profile: "sim-full", layers: [], only: [] } as const;
    const lines = explainRule(options, rule);
    if (lines === null) {
      complain(`no rule is "${rule}"; ${ruleHint(options, rule)}; contract plan --json lists all`);
      return exitCodes.usage;
    }
    for (const line of lines) stdout.line(line);
    return exitCodes.ok;
  });
}

/** Runs the suite and reports. */
export function contractRun(given: Given, args: readonly string[]): Promise<number> {
  return guarded(async () => {
    const flags = readContractFlags(given, process.env);
    if (flags.profile === "live-read" && flags.target.kind === "in-process") {
      throw new WrongFlags("--profile live-read must have a URL as --target, got in-process");
    }
    refuseUnwritable(flags.reports);
    warnOfGlobs(flags);
    for (const warning of missingCredentials(flags)) complain(warning);
    const events: RunEvent[] = [];
    const isShown = process.stderr.isTTY && !flags.isJson;
    const { target, listen, jobs, deviations, providers, profile, seed, only, layers } = flags;
    const command = `esim-sandbox contract run ${withoutSecrets(args).map(shellWord).join(" ")}`.trim();
    const run = await runContract(
      { target, listen, jobs, deviations, providers, profile, seed, only, layers, command },
      (event) => {
        if (event.event !== "progress") events.push(event);
        const line = isShown ? progressLine(event) : null;
        if (line !== null) process.stderr.write(`\r\u001b[K${line}`);
      },
    );
    if (isShown) process.stderr.write("\r\u001b[K");
    if (flags.isJson) stdout.line(renderJson(events));
    else
      for (const line of renderTerminal(events, { paint: paintFor(process.stdout.isTTY, process.env) }))
        stdout.line(line);
    const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY = "" } = process.env;
    if (GITHUB_ACTIONS === "true") for (const line of renderGithub(events)) stderr.line(line);
    if (GITHUB_ACTIONS === "true" && GITHUB_STEP_SUMMARY !== "")
      appendFileSync(GITHUB_STEP_SUMMARY, renderMarkdown(events));
    await writeReports(events, flags);
    return run.exitCode;
  });
}

/** A report that cannot be written is said before the run, not after it. */
function refuseUnwritable(reports: ContractFlags["reports"]): void {
  for (const [kind, file] of Object.entries(reports)) {
    const folder = dirname(resolve(file));
    try {
      if (!statSync(folder).isDirectory()) throw new Error("it is no folder");
      accessSync(folder, constants.W_OK);
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${file} is a folder`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new WrongFlags(
        `--report-${kind} must name a file in a folder that can be written to, got "${file}" (${why})`,
      );
    }
  }
}

async function writeReports(events: readonly RunEvent[], { reports }: ContractFlags): Promise<void> {
  const { json, junit, sarif, html } = reports;
  if (json !== undefined) writeFileSync(json, `${renderJson(events)}\n`);
  if (html !== undefined) writeFileSync(html, renderHtml(events));
  if (junit === undefined && sarif === undefined) return;
  const { renderJunit, renderSarif } = await import("../contracts/index.ts").then((kit) => kit.fileReports());
  if (junit !== undefined) writeFileSync(junit, renderJunit(events));
  if (sarif !== undefined) writeFileSync(sarif, renderSarif(events));
}

const SECRET_FLAGS = new Set(["--access-code", "--secret-key", "--admin-token", "--partner"]);

function withoutSecrets(args: readonly string[]): string[] {
  return args.filter((arg, index) => {
    const isValue = SECRET_FLAGS.has(args[index - 1] ?? "");
    return !isValue && !SECRET_FLAGS.has(arg.split("=", 1)[0] ?? "");
  });
}

/** What the user did wrong, and what is not there, is no internal error. */
async function guarded(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BrokenDocuments) {
      for (const { file, line, column, rule, message } of error.problems)
        complain(`${file}:${line}:${column}: ${rule}: ${message}`);
      return exitCodes.usage;
    }
    if (error instanceof WrongFlags || error instanceof WrongTarget) {
      complain(`${error.message}; see esim-sandbox contract run --help`);
      return exitCodes.usage;
    }
    if (error instanceof Error && (error.name === "StartRefused" || isFileError(error))) {
      complain(error.message);
      return exitCodes.usage;
    }
    if (error instanceof Error && error.name === "ControlFailed") {
      complain(`the control API cannot be used: ${error.message}`);
      return exitCodes.unreachable;
    }
    throw error;
  }
}

function isFileError(error: Error): boolean {
  return "code" in error && typeof error.code === "string" && /^E[A-Z]+$/.test(error.code) && "path" in error;
}
