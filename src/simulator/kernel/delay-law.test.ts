import { expect, test } from "vitest";
import {
  type DelayLaw,
  LONGEST_DELAY_MS,
  LONGEST_LATENCY_MS,
  readDelayLaw,
  sampleDelay,
  sampleLatency,
} from "./delay-law.ts";
import { randomStream } from "./random.ts";

const SAMPLES = 4000;

/** Above this Kolmogorov-Smirnov distance of 4,000 samples from their law the two differ at a level of 0.1 %. */
const CRITICAL = 1.95 / Math.sqrt(SAMPLES);

function normalShare(z: number): number {
  // Abramowitz and Stegun 26.2.17; its error is below 1e-7
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

function samplesOf(law: DelayLaw, seed = 1): number[] {
  return Array.from({ length: SAMPLES }, (_, index) => sampleDelay(law, randomStream(seed, `sample/${index}`)));
}

/** The largest difference between how many samples are below a value and how many should be. */
function distance(samples: readonly number[], shareBelow: (ms: number) => number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const count = samples.length;
  return Math.max(
    ...sorted.map((ms, index) => {
      const share = shareBelow(ms);
      return Math.max(Math.abs(share - index / count), Math.abs((index + 1) / count - share));
    }),
  );
}

test.for([
  ["uniform", { law: "uniform", minMs: 100_000, maxMs: 300_000 }, (ms: number) => (ms - 100_000) / 200_000],
  [
    "normal",
    { law: "normal", meanMs: 500_000, deviationMs: 50_000 },
    (ms: number) => normalShare((ms - 500_000) / 50_000),
  ],
  [
    "log-normal",
    { law: "log-normal", medianMs: 200_000, sigma: 0.8 },
    (ms: number) => normalShare(Math.log(ms / 200_000) / 0.8),
  ],
  ["exponential", { law: "exponential", meanMs: 100_000 }, (ms: number) => 1 - Math.exp(-ms / 100_000)],
] as const)("samples of the law %s follow it", ([, law, shareBelow]) => {
  expect(distance(samplesOf(law), shareBelow)).toBeLessThan(CRITICAL);
});

test("samples of percentiles meet each point of the table and never exceed its end", () => {
  const samples = samplesOf({ law: "percentiles", p50Ms: 1000, p90Ms: 5000, p99Ms: 20_000, maxMs: 60_000 });
  const shareBelow = (ms: number): number => samples.filter((sample) => sample < ms).length / SAMPLES;
  expect(Math.abs(shareBelow(1000) - 0.5)).toBeLessThan(CRITICAL);
  expect(Math.abs(shareBelow(3000) - 0.7)).toBeLessThan(CRITICAL);
  expect(Math.abs(shareBelow(5000) - 0.9)).toBeLessThan(CRITICAL);
  expect(Math.abs(shareBelow(20_000) - 0.99)).toBeLessThan(CRITICAL);
  expect(Math.max(...samples)).toBeLessThanOrEqual(60_000);
});

const measured: DelayLaw = { law: "percentiles", minMs: 50, p50Ms: 100, p90Ms: 180, p99Ms: 400, maxMs: 900 };

function shareOfMeasured(ms: number): number {
  const points = [
    [50, 0],
    [100, 0.5],
    [180, 0.9],
    [400, 0.99],
    [900, 1],
  ] as const;
  const above = points.findIndex(([to]) => ms <= to);
  const [high, top] = points[above] ?? [900, 1];
  const [low, bottom] = points[above - 1] ?? [0, 0];
  return bottom + ((top - bottom) * (ms - low)) / (high - low);
}

const DRAWS = 20_000;

/** Draws as a fault does: a stream of its own for each strike. */
function latenciesOf(law: DelayLaw): number[] {
  return Array.from({ length: DRAWS }, (_, n) => sampleLatency(law, randomStream(7, `fault/f/strike/${n + 1}`)));
}

test.for<readonly [string, DelayLaw, (ms: number) => number, number]>([
  ["uniform", { law: "uniform", minMs: 100, maxMs: 300 }, (ms) => (ms - 100) / 200, 200],
  ["normal", { law: "normal", meanMs: 500, deviationMs: 50 }, (ms) => normalShare((ms - 500) / 50), 500],
  ["log-normal", { law: "log-normal", medianMs: 200, sigma: 0.5 }, (ms) => normalShare(Math.log(ms / 200) / 0.5), 200],
  ["exponential", { law: "exponential", meanMs: 150 }, (ms) => 1 - Math.exp(-ms / 150), 150 * Math.LN2],
  ["percentiles", measured, shareOfMeasured, 100],
])("latencies of the law %s follow it, and so does their median", ([, law, shareBelow, median]) => {
  const drawn = latenciesOf(law);
  expect(distance(drawn, shareBelow)).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  const middle = drawn.toSorted((a, b) => a - b)[DRAWS / 2] ?? 0;
  expect(Math.abs(middle - median)).toBeLessThan(Math.max(2, 0.02 * median));
});

test("the test of laws tells a neighbouring law apart", () => {
  const drawn = latenciesOf({ law: "exponential", meanMs: 150 });
  expect(distance(drawn, (ms) => 1 - Math.exp(-ms / 160))).toBeGreaterThan(1.95 / Math.sqrt(DRAWS));
});

test.for<readonly [string, DelayLaw, number, number]>([
  ["a fixed law is always the same", { law: "fixed", ms: 12.5 }, 12.5, 12.5],
  ["a normal law never gives less than nothing", { law: "normal", meanMs: 1, deviationMs: 50 }, 0, 300],
  ["the greatest value cuts", { law: "exponential", meanMs: 150, maxMs: 200 }, 0, 200],
  ["ten minutes are the most", { law: "log-normal", medianMs: 300_000, sigma: 2 }, 0, LONGEST_LATENCY_MS],
])("of latencies: %s", ([, law, least, most]) => {
  const drawn = latenciesOf(law);
  expect([Math.min(...drawn) >= least, Math.max(...drawn) <= most]).toEqual([true, true]);
});

test("a fixed law gives its time, and what a law draws outside its bounds is cut", () => {
  expect(new Set(samplesOf({ law: "fixed", ms: 1500 }))).toEqual(new Set([1500]));
  expect(Math.min(...samplesOf({ law: "normal", meanMs: 0, deviationMs: 1000 }))).toBe(0);
  const long = samplesOf({ law: "log-normal", medianMs: LONGEST_DELAY_MS, sigma: 10 });
  expect(Math.max(...long)).toBe(LONGEST_DELAY_MS);
  expect(long.every(Number.isInteger)).toBe(true);
});

test("equal seeds give equal delays, others do not", () => {
  const law = { law: "exponential", meanMs: 100_000 } as const;
  expect(samplesOf(law, 7)).toEqual(samplesOf(law, 7));
  expect(samplesOf(law, 7)).not.toEqual(samplesOf(law, 8));
});

test.for([
  ["a duration", "10m", { law: "fixed", ms: 600_000 }],
  ["a number", 250, { law: "fixed", ms: 250 }],
  [
    "durations as members",
    { law: "uniform", minMs: "1s", maxMs: "PT1M" },
    { law: "uniform", minMs: 1000, maxMs: 60_000 },
  ],
  [
    "a law with the parts that may be left out",
    { law: "exponential", meanMs: "2s", maxMs: "1m" },
    { law: "exponential", meanMs: 2000, maxMs: 60_000 },
  ],
  [
    "equal points",
    { law: "percentiles", p50Ms: 1, p90Ms: 1, p99Ms: 1, maxMs: 1 },
    { law: "percentiles", p50Ms: 1, p90Ms: 1, p99Ms: 1, maxMs: 1 },
  ],
] as const)("%s is read as a law", ([, given, law]) => {
  expect(readDelayLaw(given)).toEqual({ ok: true, value: law });
});

test.for([
  ["nothing", undefined, "", undefined],
  ["a list", [1], "", [1]],
  ["text that is no duration", "soon", "", "soon"],
  ["more than a year", "367d", "", "367d"],
  ["less than nothing", -1, "", -1],
  ["an unknown law", { law: "pareto" }, "law", "pareto"],
  ["an inherited name", { law: "toString" }, "law", "toString"],
  ["a missing member", { law: "uniform", minMs: 1 }, "maxMs", undefined],
  ["a foreign member", { law: "fixed", ms: 1, meanMs: 2 }, "meanMs", 2],
  ["a member that is no time", { law: "fixed", ms: Number.NaN }, "ms", Number.NaN],
  ["a deviation beyond bounds", { law: "log-normal", medianMs: 1, sigma: 11 }, "sigma", 11],
  ["falling bounds", { law: "uniform", minMs: 2, maxMs: 1 }, "maxMs", 1],
  ["falling percentiles", { law: "percentiles", p50Ms: 5, p90Ms: 4, p99Ms: 6, maxMs: 7 }, "p90Ms", 4],
] as const)("%s is refused as a law", ([, given, path, got]) => {
  expect(readDelayLaw(given)).toMatchObject({ ok: false, error: { code: "wrong-delay-law", path, got } });
});
