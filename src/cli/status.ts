import { loadTarget } from "../simulator/config-load.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { askTarget, memberOf } from "./target-call.ts";
import { complain, stdout } from "./terminal.ts";

/** Wall milliseconds for each question. */
const TIMEOUT_MS = 5_000;

/** Says how a running sandbox is; exit code 3 when none answers. Without the token of a guarded one the clock stays unknown. */
export async function status(flags: GivenFlags): Promise<number> {
  const target = await loadTarget({ flags, env: process.env });
  if (!target.ok) {
    complain(target.error.message);
    return exitCodes.usage;
  }
  const { url } = target.value;
  const [health, clock] = [
    await askTarget(target.value, "health", TIMEOUT_MS),
    await askTarget(target.value, "clock", TIMEOUT_MS),
  ];
  if (health.status !== 200 || memberOf(health.body, "status") !== "ok") {
    const got =
      health.status === null ? health.reason : `an answer with status ${health.status} that is not from a sandbox`;
    if (target.value.json) stdout.line(JSON.stringify({ url, health: null, clock: null, got }));
    complain(`a sandbox must listen at ${url}, got: ${got}; run esim-sandbox start, or name another one with --url`);
    return exitCodes.unreachable;
  }
  const shownClock = clock.status === 200 ? clock.body : null;
  if (target.value.json) {
    stdout.line(JSON.stringify({ url, health: health.body, clock: shownClock }));
    return exitCodes.ok;
  }
  stdout.line(`esim-sandbox at ${url}`);
  for (const [name, value] of rows(health.body)) stdout.line(`  ${name.padEnd(16)}${value}`);
  if (clock.status === 200)
    for (const [name, value] of rows(clock.body)) stdout.line(`  ${`clock ${name}`.padEnd(16)}${value}`);
  else
    stdout.line(
      `  ${"clock".padEnd(16)}unknown, ${clock.status === 401 ? "needs --admin-token" : `status ${clock.status ?? 0}`}`,
    );
  return exitCodes.ok;
}

function rows(body: unknown): [string, string][] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : String(value)]);
}
