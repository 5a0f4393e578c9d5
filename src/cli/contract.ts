import { writeFileSync } from "node:fs";
import {
  BrokenDocuments,
  explainRule,
  planContract,
  progressLine,
  type RunEvent,
  renderGithub,
  renderHtml,
  renderJson,
  renderTerminal,
  runContract,
  summarize,
  WrongTarget,
} from "../contracts/index.ts";
import { type ContractFlags, readContractFlags, WrongFlags } from "./contract-settings.ts";
import { exitCodes } from "./exit-codes.ts";
import { complain, paintFor, stderr, stdout } from "./terminal.ts";

type Given = Readonly<Record<string, unknown>>;

/** Prints what a run would do, and sends nothing. */
export function contractPlan(given: Given): Promise<number> {
  return guarded(async () => {
    const flags = readContractFlags(given, process.env);
    const plan = planContract(flags);
    const summary = summarize(plan);
    if (flags.isJson) {
      stdout.line(
        JSON.stringify({
          ...summary,
          hash: plan.hash,
          profile: plan.profile,
          seed: plan.seed,
          rules: plan.cases.map(({ rule }) => rule),
        }),
      );
      return exitCodes.ok;
    }
    stdout.line(
      `plan ${plan.hash}: ${summary.cases} cases, profile ${plan.profile}, seed ${plan.seed}; nothing was sent`,
    );
    for (const [layer, count] of Object.entries(summary.byLayer)) stdout.line(`  ${layer.padEnd(12)}${count}`);
    stdout.line(`at least ${summary.requests} requests; at six a second ${summary.minutes} minutes`);
    stdout.line(
      `on a backend that charges: ${summary.spendingCalls} calls that cost money or create something, ${summary.irreversibleCalls} of them cannot be undone`,
    );
    if (plan.profile === "live-read")
      stdout.line("money at risk: none; only reads and calls that cost nothing are in this plan");
    return exitCodes.ok;
  });
}

/** Says where a rule comes from and what its case sends. */
export function contractExplain(given: Given, rule: string): Promise<number> {
  return guarded(async () => {
    const flags = readContractFlags(given, process.env);
    const lines = explainRule({ ...flags, profile: "sim-full", layers: [], only: [] }, rule);
    if (lines === null) {
      complain(`no rule is "${rule}"; contract plan --json lists all`);
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
    const events: RunEvent[] = [];
    const isShown = process.stderr.isTTY && !flags.isJson;
    const { target, listen, deviations, providers, profile, seed, only, layers } = flags;
    const command = `esim-sandbox contract run ${withoutSecrets(args).join(" ")}`.trim();
    const run = await runContract(
      { target, listen, deviations, providers, profile, seed, only, layers, command },
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
    const { GITHUB_ACTIONS } = process.env;
    if (GITHUB_ACTIONS === "true") for (const line of renderGithub(events)) stderr.line(line);
    await writeReports(events, flags);
    return run.exitCode;
  });
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
