import type { ControlSchemas } from "../client/transport.ts";
import { duration } from "../simulator/config-kinds.ts";
import { jsonOf, partsOf } from "./flag-values.ts";

type Law = ControlSchemas["DelayLaw"];

/** How a law is written in flags, for `--help`. */
export const LAW_SAYS =
  "200ms, uniform:min=100ms,max=1s, normal:mean=..,deviation=.., log-normal:median=..,sigma=.., exponential:mean=.., percentiles:p50=..,p90=..,p99=..,max=..";

/** Reads a law: a duration, `name:part=value,part=value`, or JSON. The sandbox checks its parts. @throws CommandRefused for what is none */
export function lawOf(text: string): Law {
  if (duration.fromText(text) !== undefined) return text;
  const value = text.startsWith("{") ? jsonOf(text, "the law") : lawOfParts(text);
  return value as Law; // an object; the sandbox checks every member, and names the one that is wrong
}

function lawOfParts(text: string): Readonly<Record<string, unknown>> {
  const [law, parts] = partsOf(text, "law");
  const members = Object.entries(parts).map(([part, value]) => [memberOf(part), numberOr(value)] as const);
  return { law, ...Object.fromEntries(members) };
}

/** Parts are written without their unit: `p50=100ms` for `p50Ms`. */
function memberOf(part: string): string {
  return part === "sigma" || /ms$/i.test(part) ? part : `${part}Ms`;
}

function numberOr(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
