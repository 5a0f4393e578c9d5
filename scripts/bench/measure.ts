import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./load.ts";
import { pinned, type RunningServer, startBare, startSandbox, stop } from "./processes.ts";

/** One kind of request that is measured. */
export interface Figure {
  readonly name: string;
  readonly path: string;
  readonly body: string;
  readonly amount: number;
  /** The least ratio to the bare server that counts as reached. */
  readonly bar: number;
  /** The most p99 at 32 connections, in milliseconds. */
  readonly p99BarMs: number;
}

/** Figures of one server pair. */
export interface Comparison {
  readonly name: string;
  readonly ratio: number;
  readonly ratios: readonly number[];
  readonly bar: number;
  readonly sandbox: Outcome;
  readonly bare: Outcome;
  readonly p99BarMs: number;
}

export const CONNECTIONS = 32;
/** Odd, and many short ones rather than few long ones: the machine changes its speed from second to second. */
const ROUNDS = 11;

/** The flags of the sandbox under measurement: signatures verified, no rate limit, and otherwise the defaults. */
export const SANDBOX_FLAGS = [
  "--rate-limit",
  "off",
  "--set",
  "esimaccess.requireSignature=true",
  "--set",
  "esimaccess.enforceSignature=true",
];

/** Runs `work` with a directory of its own and removes it afterwards. */
export async function withDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), "esim-sandbox-bench-"));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

let runs = 0;

/** Sends `amount` signed requests over `connections` and gives what came of it. */
export function applyLoad(
  server: RunningServer,
  request: { readonly path: string; readonly body: string; readonly amount: number },
): Promise<Outcome> {
  runs += 1;
  const load = JSON.stringify({
    url: server.url,
    ...request,
    connections: CONNECTIONS,
    run: `bench-${process.pid}-${runs}`,
  });
  const [command, args] = pinned(1, ["--import", "tsx", "scripts/bench/load.ts", load]);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on("exit", (code) => {
      if (code === 0) resolve(JSON.parse(text));
      else reject(new Error(`the load generator ended with exit code ${code}`));
    });
  });
}

/** Gives the default tenant money for any number of orders. */
export async function fund(server: RunningServer): Promise<void> {
  const response = await fetch(`${server.url}/__admin/account`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ balance: 1_000_000_000_000_000 }),
  });
  if (!response.ok) throw new Error(`the balance was not set: ${response.status} ${await response.text()}`);
}

/** Measures sandbox and bare server in turn, several rounds, and compares the medians of their ratios. */
export async function compare(figure: Figure, answer: unknown): Promise<Comparison> {
  return withDirectory(async (directory) => {
    const answersFile = join(directory, "answers.json");
    writeFileSync(answersFile, JSON.stringify({ [figure.path]: answer }));
    const sandbox = await startSandbox([...SANDBOX_FLAGS, "--data", join(directory, "state")]);
    const bare = await startBare(answersFile);
    try {
      await fund(sandbox);
      const warmUp = { ...figure, amount: Math.min(figure.amount, 3000) };
      await applyLoad(sandbox, warmUp);
      await applyLoad(bare, warmUp);
      const pairs: { sandbox: Outcome; bare: Outcome }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        pairs.push({ sandbox: await applyLoad(sandbox, figure), bare: await applyLoad(bare, figure) });
      }
      return summarize(figure, pairs);
    } finally {
      await stop(sandbox);
      await stop(bare);
    }
  });
}

function summarize(figure: Figure, pairs: readonly { sandbox: Outcome; bare: Outcome }[]): Comparison {
  const refused = pairs.reduce((sum, pair) => sum + pair.sandbox.refused + pair.bare.refused, 0);
  if (refused > 0) throw new Error(`${figure.name}: ${refused} requests were not answered with success`);
  const sorted = [...pairs].sort((a, b) => ratioOf(a) - ratioOf(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  const { name, bar, p99BarMs } = figure;
  return { name, ratio: ratioOf(middle), ratios: pairs.map(ratioOf), bar, p99BarMs, ...middle };
}

function ratioOf(pair: { sandbox: Outcome; bare: Outcome }): number {
  return Math.round((pair.sandbox.requestsPerSecond / pair.bare.requestsPerSecond) * 100) / 100;
}

/** The middle of an odd number of figures. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
