import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const main = join(root, "dist/cli/main.js");

/** Compiles the sources when one of them is younger than what was compiled before. */
export function ensureBuilt(): void {
  const builtAt = statSync(main, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => statSync(join(root, "src", path)).mtimeMs);
  if (builtAt > Math.max(...sources)) return;
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
  });
}

/** How a process ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of the command line. */
export interface Running {
  readonly child: ChildProcess;
  /** The next line of standard output; rejects when there is none. */
  line(): Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Runs the built command line in `cwd` with a bare environment; killed after nine minutes of wall time, before its test ends. */
export function runCli(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Running {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 540_000,
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    printed.stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    printed.stderr += chunk.toString();
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`no further line; ${printed.stderr}`);
      return value;
    },
    ended: new Promise((resolve) => {
      child.once("close", (code, signal) => resolve({ code, signal, ...printed }));
    }),
  };
}

/** A sandbox that has said that it is ready. */
export interface Started extends Running {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a sandbox under `--json` on a free port and waits for its ready record. */
export async function startCli(args: readonly string[], cwd: string): Promise<Started> {
  const running = runCli(["start", "--port", "0", "--json", ...args], { cwd });
  const ready: { url: string; env: Record<string, string> } = JSON.parse(await running.line());
  return { ...running, ...ready };
}

/** Asks a sandbox for something with a JSON body, as its clients do. */
export async function post(url: string, body: unknown, method = "POST"): Promise<Record<string, unknown>> {
  const headers = { "content-type": "application/json", "RT-AccessCode": "test-access-code" };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  return JSON.parse(await response.text());
}
