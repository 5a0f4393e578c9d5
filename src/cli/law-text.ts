import type { ControlSchemas } from "../client/transport.ts";
import { duration } from "../simulator/config-kinds.ts";
import { CommandRefused } from "./control-call.ts";
import { jsonOf, partsOf } from "./flag-values.ts";

type Law = ControlSchemas["DelayLaw"];

/** How a law is written in flags, for `--help`. */
export const LAW_SAYS =
  "200ms, uniform:min=100ms,max=1s, normal:mean=..,deviation=.., log-normal:median=..,sigma=.., exponential:mean=.., percentiles:p50=..,p90=..,p99=..,max=..";

/** Reads a law: a duration, `name:part=value,part=value`, or JSON. The sandbox checks its parts. @throws CommandRefused for what is none */
export function lawOf(text: string): Law {
  if (text.startsWith("{")) {
    const value = jsonOf(text, "the law");
    if (isLaw(value)) return value;
    throw new CommandRefused("the law must be a duration, a name with parts, or a JSON object");
  }
  if (duration.fromText(text) !== undefined) return text;
  const [law, parts] = partsOf(text, "law");
  const members = Object.entries(parts).map(([part, value]) => [memberOf(part), numberOr(value)] as const);
  const made: unknown = { law, ...Object.fromEntries(members) };
  return isLaw(made) ? made : text;
}

/** Parts are written without their unit: `p50=100ms` for `p50Ms`. */
function memberOf(part: string): string {
  return part === "sigma" || /ms$/i.test(part) ? part : `${part}Ms`;
}

function numberOr(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Only as far as it matters here: the sandbox checks every member, and names the one that is wrong. */
function isLaw(value: unknown): value is Exclude<Law, string | number> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
