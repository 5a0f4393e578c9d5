import { expect, test } from "vitest";
import { drawLatency, type LatencyLaw, LONGEST_LATENCY_MS } from "./latency-law.ts";
import { randomStream } from "./random.ts";

const DRAWS = 20_000;

/** Draws as a rule does: a stream of its own for each strike. */
function sample(law: LatencyLaw): number[] {
  return Array.from({ length: DRAWS }, (_, n) => drawLatency(law, randomStream(7, `fault/f/strike/${n + 1}`)));
}

/** The greatest distance between the sample's distribution and the law's (Kolmogorov and Smirnov). */
function distance(drawn: readonly number[], law: (ms: number) => number): number {
  const sorted = drawn.toSorted((a, b) => a - b);
  return Math.max(
    ...sorted.map((ms, index) => {
      const share = law(ms);
      return Math.max(Math.abs(share - index / sorted.length), Math.abs(share - (index + 1) / sorted.length));
    }),
  );
}

/** What a sample of the law exceeds once in a thousand times. */
const CRITICAL = 1.95 / Math.sqrt(DRAWS);

/** The normal law's distribution by Abramowitz and Stegun 7.1.26, right to seven digits. */
function normal(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const half = polynomial * Math.exp((-z * z) / 2) * 0.5;
  return z < 0 ? half : 1 - half;
}

const table: LatencyLaw = { name: "percentiles", min: 50, p50: 100, p90: 180, p99: 400, max: 900 };

function percentiles(ms: number): number {
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

test.for<readonly [string, LatencyLaw, (ms: number) => number, number]>([
  ["uniform", { name: "uniform", from: 100, to: 300 }, (ms) => (ms - 100) / 200, 200],
  ["normal", { name: "normal", mean: 500, deviation: 50 }, (ms) => normal((ms - 500) / 50), 500],
  ["log-normal", { name: "log-normal", median: 200, sigma: 0.5 }, (ms) => normal(Math.log(ms / 200) / 0.5), 200],
  ["exponential", { name: "exponential", mean: 150 }, (ms) => 1 - Math.exp(-ms / 150), 150 * Math.LN2],
  ["table of percentiles", table, percentiles, 100],
])("what is drawn by a %s law keeps to it, and so does its median", ([, law, distribution, median]) => {
  const drawn = sample(law);
  expect(distance(drawn, distribution)).toBeLessThan(CRITICAL);
  const middle = drawn.toSorted((a, b) => a - b)[DRAWS / 2] ?? 0;
  expect(Math.abs(middle - median)).toBeLessThan(Math.max(2, 0.02 * median));
});

test("the test of laws tells a neighbouring law apart", () => {
  const drawn = sample({ name: "exponential", mean: 150 });
  expect(distance(drawn, (ms) => 1 - Math.exp(-ms / 160))).toBeGreaterThan(CRITICAL);
});

test.for<readonly [string, LatencyLaw, number, number]>([
  ["a fixed law is always the same", { name: "fixed", ms: 12.5 }, 12.5, 12.5],
  ["a normal law never gives less than nothing", { name: "normal", mean: 1, deviation: 50 }, 0, 300],
  ["a cap cuts", { name: "exponential", mean: 150, max: 200 }, 0, 200],
  ["ten minutes are the most", { name: "log-normal", median: 300_000, sigma: 2 }, 0, LONGEST_LATENCY_MS],
])("%s", ([, law, least, most]) => {
  const drawn = sample(law);
  expect([Math.min(...drawn) >= least, Math.max(...drawn) <= most]).toEqual([true, true]);
});

test("the same seed and purpose give the same latencies", () => {
  const law: LatencyLaw = { name: "normal", mean: 500, deviation: 50 };
  expect(sample(law).slice(0, 50)).toEqual(sample(law).slice(0, 50));
});
