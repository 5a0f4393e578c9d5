import { fraction, quantile, standardNormal } from "./distributions.ts";
import type { RandomStream } from "./random.ts";
import { err, ok, type Result } from "./result.ts";
import { DAY_MS, parseDuration } from "./time.ts";

/**
 * How long something takes, in milliseconds. `normal` is cut off at 0; `log-normal` has the median `medianMs` and the deviation
 * `sigma` of its logarithm; `percentiles` is a table between whose points the value is interpolated, from 0 upwards.
 */
export type DelayLaw =
  | { readonly law: "fixed"; readonly ms: number }
  | { readonly law: "uniform"; readonly minMs: number; readonly maxMs: number }
  | { readonly law: "normal"; readonly meanMs: number; readonly deviationMs: number }
  | { readonly law: "log-normal"; readonly medianMs: number; readonly sigma: number }
  | { readonly law: "exponential"; readonly meanMs: number }
  | {
      readonly law: "percentiles";
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

/** The members of each law, besides its name. */
const MEMBERS = {
  fixed: ["ms"],
  uniform: ["minMs", "maxMs"],
  normal: ["meanMs", "deviationMs"],
  "log-normal": ["medianMs", "sigma"],
  exponential: ["meanMs"],
  percentiles: ["p50Ms", "p90Ms", "p99Ms", "maxMs"],
} as const satisfies Record<DelayLaw["law"], readonly string[]>;

/** Names of the laws. */
const lawNames = Object.keys(MEMBERS);

/** The largest deviation of a logarithm: beyond it nearly all values are 0 or the longest delay. */
const MOST_SIGMA = 10;

/** Draws a delay in whole milliseconds. Equal streams give equal delays. */
export function sampleDelay(law: DelayLaw, random: RandomStream): number {
  const drawn = draw(law, random);
  return Math.round(Math.min(LONGEST_DELAY_MS, Math.max(0, drawn)));
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
    case "percentiles":
      return quantile({ min: 0, p50: law.p50Ms, p90: law.p90Ms, p99: law.p99Ms, max: law.maxMs }, fraction(random));
  }
}

/** Reads milliseconds given as a number, or as a duration such as `500ms`, `10m` or `PT1H`; null when it is neither or too long. */
export function readDelayMs(value: unknown): number | null {
  const ms = typeof value === "string" ? parseDuration(value) : value;
  return typeof ms === "number" && ms >= 0 && ms <= LONGEST_DELAY_MS ? ms : null;
}

/** What `readDelayMs` takes, in words. */
export const DELAY_SAYS = "milliseconds from 0 to 31622400000 (366 days), or a duration such as 500ms, 10m, 2h or PT1H";

/** Reads a law; a duration or a number alone stands for a fixed one. Its times may be written as durations. */
export function readDelayLaw(value: unknown): Result<DelayLaw, LawRefused> {
  const refused = (path: string, expected: string, got: unknown): { ok: false; error: LawRefused } =>
    err({ code: "wrong-delay-law", path, expected, got });
  if (typeof value === "string" || typeof value === "number") {
    const ms = readDelayMs(value);
    return ms === null ? refused("", DELAY_SAYS, value) : ok({ law: "fixed", ms });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refused("", "a law, or a duration for a fixed one", value);
  }
  const given: Readonly<Record<string, unknown>> = { ...value };
  const name = given["law"];
  if (!isLawName(name)) return refused("law", `one of ${lawNames.join(", ")}`, name);
  const members: Readonly<Record<string, number>> = {};
  for (const member of Object.keys(given)) {
    const known: readonly string[] = MEMBERS[name];
    if (member !== "law" && !known.includes(member)) {
      return refused(member, `left out; a law ${name} has ${known.join(", ")}`, given[member]);
    }
  }
  for (const member of MEMBERS[name]) {
    const read = member === "sigma" ? readSigma(given[member]) : readDelayMs(given[member]);
    const expected = member === "sigma" ? `a number from 0 to ${MOST_SIGMA}` : DELAY_SAYS;
    if (read === null) return refused(member, expected, given[member]);
    Object.assign(members, { [member]: read });
  }
  return ordered({ law: name, ...members } as DelayLaw); // each member of this law has just been read
}

function isLawName(value: unknown): value is DelayLaw["law"] {
  return typeof value === "string" && Object.hasOwn(MEMBERS, value);
}

function readSigma(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value <= MOST_SIGMA ? value : null;
}

/** The points of a law must rise. */
function ordered(law: DelayLaw): Result<DelayLaw, LawRefused> {
  const rising =
    law.law === "uniform"
      ? ([
          ["minMs", law.minMs],
          ["maxMs", law.maxMs],
        ] as const)
      : law.law === "percentiles"
        ? ([
            ["p50Ms", law.p50Ms],
            ["p90Ms", law.p90Ms],
            ["p99Ms", law.p99Ms],
            ["maxMs", law.maxMs],
          ] as const)
        : [];
  for (const [index, [member, ms]] of rising.entries()) {
    const [before, least] = rising[index - 1] ?? ["", 0];
    if (ms < least) {
      return err({ code: "wrong-delay-law", path: member, expected: `at least ${before}, ${least}`, got: ms });
    }
  }
  return ok(law);
}
