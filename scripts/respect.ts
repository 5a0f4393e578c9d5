import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulator } from "../src/simulator/index.ts";
import { buildSpecs } from "./build-spec.ts";

/**
 * Has a runner that is not ours, `redocly respect`, run the flow files of `spec/` over HTTP: against a sandbox in this process, in memory, with a
 * clock that stands still. Only loopback is contacted. Prints a line for each file, and the runner's own words where a workflow failed.
 */
const PROVIDERS = ["esimaccess", "fms"] as const;
const LIMIT_MS = 240_000;
const root = fileURLToPath(new URL("..", import.meta.url));

/** What `redocly respect` makes of a file. */
interface Verdict {
  readonly code: number | null;
  readonly printed: string;
  /** Names of the workflows that passed, and of the others. */
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly requests: number;
}

async function run(file: string, servers: Readonly<Record<string, string>>, inputs: object): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), "esim-sandbox-respect-"));
  const output = join(folder, "output.json");
  const named = Object.entries(servers).flatMap(([name, url]) => ["-S", `${name}=${url}`]);
  const cli = join(root, "node_modules/@redocly/cli/bin/cli.js");
  const child = spawn(process.execPath, [cli, "respect", file, ...named, "-J", output], {
    cwd: root,
    timeout: LIMIT_MS,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      NO_COLOR: "1",
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      // Inputs are secrets, too: on the command line every process of the machine could read them.
      REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    return { code, printed, ...resultsOf(file, JSON.parse(readFileSync(output, "utf8"))) };
  } catch {
    return { code: code === 0 ? 1 : code, printed, passed: [], failed: [], requests: 0 }; // it ended without a result
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the runner's JSON output, version 2. */
function resultsOf(file: string, output: unknown): Pick<Verdict, "passed" | "failed" | "requests"> {
  const { executedWorkflows = [], totalRequests = 0 } = (output as RespectOutput).files[file] ?? {}; // a missing member throws
  const named = (isPassed: boolean): string[] =>
    executedWorkflows.filter(({ status }) => (status === "success") === isPassed).map(({ workflowId }) => workflowId);
  return { passed: named(true), failed: named(false), requests: totalRequests };
}

interface RespectOutput {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly totalRequests: number;
        readonly executedWorkflows: readonly { readonly workflowId: string; readonly status: string }[];
      }
    >
  >;
}

/** An address that takes every notification. */
async function openReceiver(): Promise<{ url: string; count: () => number; close: () => void }> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      count += 1;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, count: () => count, close };
}

buildSpecs();
await using sandbox = await createSimulator();
const { url } = await sandbox.listen();
const { credentials } = await sandbox.tenant();
const receiver = await openReceiver();
const inputs = {
  accessCode: credentials.esimaccess.accessCode,
  partnerCode: credentials.fms.partnerCode,
  passwd: "3cb4e732631f47e6eb961f34554b7cde",
  newPasswd: "0f359740bd1cda994f8b55330c86d845",
  tenant: "default",
  reference: "respect",
  purpose: "alone",
  webhookUrl: receiver.url,
};
try {
  for (const provider of PROVIDERS) {
    const file = `spec/${provider}/flows.arazzo.yaml`;
    const { code, printed, passed, failed, requests } = await run(file, { [provider]: url, admin: url }, inputs);
    const isPassed = code === 0 && failed.length === 0 && passed.length > 0;
    if (!isPassed) {
      console.log(printed);
      process.exitCode = 1;
    }
    const verdict = isPassed ? "passed" : `FAILED (exit code ${code}; ${failed.join(", ") || "nothing was run"})`;
    console.log(`respect ${file}: ${verdict}, ${passed.length} workflows passed, ${requests} requests`);
  }
  if (receiver.count() === 0) {
    console.log("respect: FAILED, no notification arrived");
    process.exitCode = 1;
  }
} finally {
  receiver.close();
}
