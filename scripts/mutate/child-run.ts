import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MutantProvider } from "../../src/simulator/mutants/mutant.ts";
import { type BrokenRun, type EndedRun, readRun } from "./run-lines.ts";

/** One run of the suite. */
export interface RunWanted {
  readonly provider: MutantProvider;
  readonly profile: string;
  readonly seed: number;
  /** Null for the sandbox as it is. */
  readonly mutant: string | null;
}

/** How a run is made; tests put another script in its place. */
export interface RunMeans {
  readonly script: string;
  readonly limitMs: number;
}

/** The suite against a sandbox of this checkout, within two minutes. */
const USUAL_MEANS: RunMeans = {
  script: fileURLToPath(new URL("run-one.ts", import.meta.url)),
  limitMs: 120_000,
};

/** Characters of a failing child's last words that are kept. */
const DETAIL_CHARACTERS = 400;

/** Runs the suite in a process of its own, which is ended when its time is up. */
export function runInChild(wanted: RunWanted, means: RunMeans = USUAL_MEANS): Promise<EndedRun | BrokenRun> {
  const { provider, profile, seed, mutant } = wanted;
  const flags = ["--provider", provider, "--profile", profile, "--seed", String(seed)];
  const args = ["--import", "tsx", means.script, ...flags, ...(mutant === null ? [] : ["--mutant", mutant])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const out: Buffer[] = [];
  let complaint = "";
  let isLate = false;
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + String(chunk)).slice(-DETAIL_CHARACTERS);
  });
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, means.limitMs);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearTimeout(timer);
      const run = readRun(Buffer.concat(out).toString("utf8"));
      if (isLate) resolve({ kind: "timeout", detail: `not done within ${means.limitMs / 1000} s` });
      else
        resolve(
          run ?? { kind: "crashed", detail: `exit code ${String(code)}: ${complaint.trim().replace(/\s+/g, " ")}` },
        );
    });
  });
}
