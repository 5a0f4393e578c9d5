import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";

/** A server under measurement. */
export interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** Milliseconds from spawn to the first answer. */
  readonly startMs: number;
}

const canPin = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** How processes are placed: the server on the first processor, the load on the second, where that is possible. */
export const placement = canPin ? "server on CPU 0, load on CPU 1 (taskset)" : "not pinned";

/** The command line that runs `args` with Node on one processor. */
export function pinned(cpu: 0 | 1, args: readonly string[]): readonly [command: string, args: string[]] {
  return canPin ? ["taskset", ["-c", String(cpu), process.execPath, ...args]] : [process.execPath, [...args]];
}

/** Starts the built sandbox on a free port and waits until it is ready. */
export async function startSandbox(flags: readonly string[]): Promise<RunningServer> {
  const startedAt = performance.now();
  const [command, args] = pinned(0, [
    "dist/cli/main.js",
    "start",
    "--port",
    "0",
    "--json",
    "--log-level",
    "silent",
    ...flags,
  ]);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ready: unknown = JSON.parse(await firstLine(child));
  const url = typeof ready === "object" && ready !== null && "url" in ready ? String(ready.url) : "";
  const response = await fetch(`${url}/__admin/ready`);
  if (!response.ok) throw new Error(`the sandbox said it was ready, but answered ${response.status}`);
  return { url, child, startMs: performance.now() - startedAt };
}

/** Starts the yardstick with the answers of a file. */
export async function startBare(answersFile: string): Promise<RunningServer> {
  const startedAt = performance.now();
  const [command, args] = pinned(0, ["--import", "tsx", "scripts/bench/bare-server.ts", answersFile]);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const port = await firstLine(child);
  return { url: `http://127.0.0.1:${port}`, child, startMs: performance.now() - startedAt };
}

/** Ends a server that we started and waits for it. */
export async function stop(server: RunningServer): Promise<void> {
  if (server.child.exitCode !== null) return;
  const ended = new Promise((resolve) => server.child.once("exit", resolve));
  server.child.kill("SIGTERM");
  await ended;
}

/** Resident memory of a process in megabytes, as Linux accounts it; null elsewhere. */
export function residentMb(server: RunningServer): number | null {
  try {
    const status = readFileSync(`/proc/${server.child.pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
  } catch {
    return null; // no /proc on this system
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the server has no standard output");
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    child.stdout.resume();
    return line;
  }
  throw new Error(`the server ended before it was ready, with exit code ${child.exitCode}`);
}
