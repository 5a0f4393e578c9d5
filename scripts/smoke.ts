import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/**
 * Types the commands of README.md: the first `sh` block starts the sandbox (without its `npm ci`), the others run in one shell, as a reader would
 * type them. Every provider answer is checked: only those that the page announces may be refusals.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const WAIT_MS = 30_000;

/** What the output must show, and how it is recognized. */
const EXPECTED: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["the health check of the webhook", /"notifyType":"CHECK_HEALTH"/],
  ["a finished order", /"notifyType":"ORDER_STATUS"/],
  ["profile events", /"notifyType":"SMDP_EVENT"/],
  ["the activation", /"esimStatus":"IN_USE"/],
  ["a usage threshold", /"notifyType":"DATA_USAGE"/],
  ["the warning of expiry", /"notifyType":"VALIDITY_USAGE"/],
  ["a top-up", /"topUpEsimTranNo":"\d+"/],
  ["a suspension", /"esimStatus":"SUSPENDED"/],
  ["a revocation", /"esimStatus":"REVOKED"/],
  ["a refund", /"esimStatus":"CANCEL"/],
  ["an FMS token", /"x-access-token":"[0-9a-f]{32}"|"orderPayStatus":0/],
  ["a paid FMS order", /"orderPayStatus":1,"qrCode":"LPA:1\$/],
  ["the mail with the QR code", /"subject":"[^"]*eSIM[^"]*"/i],
];

const blocks = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/^```sh\n(.*?)^```$/gms)].map(
  (found) => found[1] ?? "",
);
const [first = "", ...rest] = blocks;
const isStart = first.trim().endsWith("npm start");
if (!isStart || rest.length < 4) throw new Error("README.md no longer begins with `npm start` and the flows");
const flows = rest.filter((block) => !block.includes("npm test"));

const state = mkdtempSync(join(tmpdir(), "esim-sandbox-smoke-"));
const server = spawn("npm", ["start", "--silent", "--", "--data", state, "--log-level", "error"], {
  cwd: root,
  stdio: "inherit",
  detached: true,
});
try {
  const waited = spawnSync("npx", ["esim-sandbox", "wait", "--timeout", `${WAIT_MS}ms`], {
    cwd: root,
    stdio: "inherit",
  });
  if (waited.status !== 0) throw new Error("the sandbox did not become ready");
  const shell = spawnSync("bash", ["-eu", "-o", "pipefail"], {
    cwd: root,
    input: flows.join("\n"),
    encoding: "utf8",
    timeout: 4 * WAIT_MS,
  });
  process.stdout.write(shell.stdout);
  process.stderr.write(shell.stderr);
  if (shell.status !== 0) throw new Error(`the commands ended with exit code ${shell.status}`);
  check(shell.stdout);
} finally {
  if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  // npm ends before what it started; the sandbox gives its lock back when the state is written.
  for (let tries = 0; existsSync(join(state, "lock")) && tries < 100; tries += 1) await sleep(100);
  rmSync(state, { recursive: true, force: true });
}

/** Looks for what a reader would look for: each webhook type, each step's success, the announced refusals and no others. */
function check(output: string): void {
  const missing = EXPECTED.filter(([, pattern]) => !pattern.test(output)).map(([name]) => name);
  const refusals = output.match(/"errorCode":"(?!0")\d+"/g) ?? [];
  const fmsCodes = output.match(/^\{"code":(?!0,)\d+/gm) ?? [];
  if (refusals.join() !== '"errorCode":"200010"')
    missing.push(`no eSIM Access refusal but 200010, got ${refusals.join()}`);
  if (fmsCodes.length > 0) missing.push(`no FMS refusal, got ${fmsCodes.join()}`);
  if (missing.length > 0) throw new Error(`README.md's commands did not show: ${missing.join("; ")}`);
  console.log(`\nsmoke: ${flows.length} blocks of README.md typed, ${EXPECTED.length} expectations met`);
}
