import { fraction, quantile, standardNormal } from "./distributions.ts";
import { validNames } from "./nearest.ts";
import type { RandomStream } from "./random.ts";
import { err, ok, type Result } from "./result.ts";
import { DAY_MS, parseDuration } from "./time.ts";

/**
 * How long something takes, in milliseconds: what faults make a call wait, on the wall, and what rules make a notification wait, on the
 * clock. `normal` is cut off at 0; `log-normal` has the median `medianMs` and the deviation `sigma` of its logarithm; `percentiles` is a
 * table with straight lines between its points, from `minMs` (0 when left out) on. Elsewhere `maxMs` cuts what would take longer.
 */
export type DelayLaw =
  | { readonly law: "fixed"; readonly ms: number }
  | { readonly law: "uniform"; readonly minMs: number; readonly maxMs: number }
  | { readonly law: "normal"; readonly meanMs: number; readonly deviationMs: number; readonly maxMs?: number }
  | { readonly law: "log-normal"; readonly medianMs: number; readonly sigma: number; readonly maxMs?: number }
  | { readonly law: "exponential"; readonly meanMs: number; readonly maxMs?: number }
  | {
      readonly law: "percentiles";
      readonly minMs?: number;
      readonly p50Ms: number;
      readonly p90Ms: number;
      readonly p99Ms: number;
      readonly maxMs: number;
    };

/** A law that cannot be sampled. `path` names the member, empty for the law itself. */
export interface LawRefused {
  readonly code: "wrong-delay-law";
  readonly path: string;
  readonly expected: string;
  readonly got: unknown;
}

/** The longest delay that a law gives or takes; what is drawn beyond it is cut. A year outlasts every validity and shelf life. */
export const LONGEST_DELAY_MS = 366 * DAY_MS;

/** The longest wait of a call, in wall milliseconds: a client has given up long before. */
export const LONGEST_LATENCY_MS = 600_000;

/** The members of each law besides its name, in rising order where they are points of it; `?` may be left out. */
const MEMBERS = {
  fixed: ["ms"],
  uniform: ["minMs", "maxMs"],
  normal: ["meanMs", "deviationMs", "maxMs?"],
  "log-normal": ["medianMs", "sigma", "maxMs?"],
  exponential: ["meanMs", "maxMs?"],
  percentiles: ["minMs?", "p50Ms", "p90Ms", "p99Ms", "maxMs"],
} as const satisfies Record<DelayLaw["law"], readonly string[]>;

/** Laws whose members must rise. */
const RISING: ReadonlySet<string> = new Set(["uniform", "percentiles"] satisfies DelayLaw["law"][]);

/** The largest deviation of a logarithm: beyond it nearly all values are 0 or the longest delay. */
const MOST_SIGMA = 10;

/** Draws a delay in whole milliseconds. Equal streams give equal delays. */
export function sampleDelay(law: DelayLaw, random: RandomStream): number {
  return Math.round(bounded(law, draw(law, random), LONGEST_DELAY_MS));
}

/** Draws a latency in milliseconds, to the microsecond; from 0 to ten minutes. */
export function sampleLatency(law: DelayLaw, random: RandomStream): number {
  return Math.round(bounded(law, draw(law, random), LONGEST_LATENCY_MS) * 1000) / 1000;
}

function bounded(law: DelayLaw, drawn: number, longestMs: number): number {
  const most = "maxMs" in law && law.maxMs !== undefined ? law.maxMs : longestMs;
  return Math.min(longestMs, most, Math.max(0, drawn));
}

function draw(law: DelayLaw, random: RandomStream): number {
  switch (law.law) {
    case "fixed":
      return law.ms;
    case "uniform":
      return law.minMs + fraction(random) * (law.maxMs - law.minMs);
    case "normal":
      return law.meanMs + law.deviationMs * standardNormal(random);
    case "log-normal":
      return law.medianMs * Math.exp(law.sigma * standardNormal(random));
    case "exponential":
      return -law.meanMs * Math.log(fraction(random));
    case "percentiles": {
      const { minMs = 0, p50Ms, p90Ms, p99Ms, maxMs } = law;
      return quantile({ min: minMs, p50: p50Ms, p90: p90Ms, p99: p99Ms, max: maxMs }, fraction(random));
    }
  }
}

/** Reads milliseconds given as a number, or as a duration such as `500ms`, `10m` or `PT1H`; null when it is neither or too long. */
export function readDelayMs(value: unknown, longestMs = LONGEST_DELAY_MS): number | null {
  const ms = typeof value === "string" ? parseDuration(value) : value;
  return typeof ms === "number" && ms >= 0 && ms <= longestMs ? ms : null;
}

/** What `readDelayMs` takes, in words. */
export const DELAY_SAYS = delaySays(LONGEST_DELAY_MS);

function delaySays(longestMs: number): string {
  const most = longestMs === LONGEST_DELAY_MS ? "366 days" : `${longestMs / 60_000} minutes`;
  return `milliseconds from 0 to ${longestMs} (${most}), or a duration such as 500ms, 10m, 2h or PT1H`;
}

/** Reads a law; a duration or a number alone stands for a fixed one. Its times may be written as durations, up to `longestMs`. */
export function readDelayLaw(value: unknown, longestMs = LONGEST_DELAY_MS): Result<DelayLaw, LawRefused> {
  if (typeof value === "string" || typeof value === "number") {
    const ms = readDelayMs(value, longestMs);
    return ms === null ? refused("", delaySays(longestMs), value) : ok({ law: "fixed", ms });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refused("", "a law, or a duration for a fixed one", value);
  }
  const { law: name, ...given }: Readonly<Record<string, unknown>> = { ...value };
  if (!isLawName(name)) return refused("law", validNames(String(name), Object.keys(MEMBERS)), name);
  const known = MEMBERS[name].map((member) => member.replace("?", ""));
  const foreign = Object.keys(given).find((member) => !known.includes(member));
  if (foreign !== undefined) {
    return refused(foreign, `left out; a law ${name} has ${known.join(", ")}`, given[foreign]);
  }
  const members: Record<string, number> = {};
  let [least, before] = [0, ""];
  for (const written of MEMBERS[name]) {
    const member = written.replace("?", "");
    if (written !== member && given[member] === undefined) continue;
    const read = member === "sigma" ? readSigma(given[member]) : readDelayMs(given[member], longestMs);
    const expected = member === "sigma" ? `a number from 0 to ${MOST_SIGMA}` : delaySays(longestMs);
    if (read === null) return refused(member, expected, given[member]);
    if (RISING.has(name) && read < least) return refused(member, `at least ${before}, ${least}`, read);
    [least, before] = [read, member];
    members[member] = read;
  }
  return ok({ law: name, ...members } as DelayLaw); // each member of this law has just been read
}

function refused(path: string, expected: string, got: unknown): { readonly ok: false; readonly error: LawRefused } {
  return err({ code: "wrong-delay-law", path, expected, got });
}

function isLawName(value: unknown): value is DelayLaw["law"] {
  return typeof value === "string" && Object.hasOwn(MEMBERS, value);
}

function readSigma(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value <= MOST_SIGMA ? value : null;
}
