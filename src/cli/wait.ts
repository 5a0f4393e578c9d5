import { setTimeout as sleep } from "node:timers/promises";
import { loadTarget } from "../simulator/config-load.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { askTarget, type TargetAnswer } from "./target-call.ts";
import { complain, stdout } from "./terminal.ts";

/** Wall milliseconds between two tries: short beside a start, and no load. */
const BETWEEN_MS = 100;

/** The longest that one try may take, in wall milliseconds. */
const TRY_MS = 2_000;

/** Waits until a sandbox is ready; exit code 5 when it is not within the time-out. */
export async function wait(flags: GivenFlags): Promise<number> {
  const target = await loadTarget({ flags, env: process.env });
  if (!target.ok) {
    complain(target.error.message);
    return exitCodes.usage;
  }
  const { url, timeoutMs, json } = target.value;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const leftMs = deadline - performance.now();
    const answer = await askTarget(target.value, "ready", Math.ceil(Math.max(BETWEEN_MS, Math.min(TRY_MS, leftMs))));
    if (answer.status === 200 && answer.body !== null) {
      stdout.line(json ? JSON.stringify({ event: "ready", url }) : `the sandbox at ${url} is ready`);
      return exitCodes.ok;
    }
    if (performance.now() + BETWEEN_MS > deadline) {
      if (json) stdout.line(JSON.stringify({ event: "not-ready", url, got: reasonOf(answer) }));
      complain(`the sandbox at ${url} must be ready within ${timeoutMs} ms, got: ${reasonOf(answer)}`);
      return exitCodes.notReady;
    }
    await sleep(BETWEEN_MS);
  }
}

function reasonOf(answer: TargetAnswer): string {
  return answer.status === null ? answer.reason : `status ${answer.status}`;
}
