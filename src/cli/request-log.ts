import type { SeenExchange } from "../simulator/index.ts";
import type { Paint } from "./terminal.ts";

/** One exchange as a record for programs. `time` is wall time, `ms` how long it took. */
export function exchangeRecord(seen: SeenExchange, at: Date): Readonly<Record<string, unknown>> {
  const { provider, operationId, status, code, tenantId, method, path } = seen;
  return {
    event: "request",
    time: at.toISOString(),
    tenant: tenantId,
    provider,
    operation: operationId,
    outcome: outcomeOf(seen),
    code,
    status,
    ms: Math.round(seen.wallMs * 1000) / 1000,
    method,
    path,
  };
}

/** One exchange as a line for people: time of day, provider, operation, outcome, the provider's code, milliseconds. */
export function exchangeLine(seen: SeenExchange, at: Date, paint: Paint): string {
  const outcome = outcomeOf(seen);
  const shown = (outcome === "ok" ? paint.good : paint.bad)(outcome.padEnd(8));
  const isNamed = seen.operationId !== "unknownPath" && seen.operationId !== "wrongMethod";
  const what = isNamed ? seen.operationId : `${seen.operationId} ${seen.method} ${seen.path.slice(0, 120)}`;
  const time = paint.dim(at.toTimeString().slice(0, 8));
  return `${time}  ${seen.provider.padEnd(10)}  ${what.padEnd(24)}  ${shown}  ${seen.code.padEnd(6)}  ${seen.wallMs.toFixed(1)} ms`;
}

/** `lost` means that the client got no answer, as a fault rule demanded. */
function outcomeOf(seen: SeenExchange): "ok" | "refused" | "lost" {
  if (seen.status === null) return "lost";
  return seen.isSuccess ? "ok" : "refused";
}
