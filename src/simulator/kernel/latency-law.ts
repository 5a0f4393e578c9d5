import { fraction, quantile, standardNormal } from "./distributions.ts";
import type { RandomStream } from "./random.ts";

/** How long something takes, in milliseconds. `max` cuts what would take longer. */
export type LatencyLaw =
  | { readonly name: "fixed"; readonly ms: number }
  | { readonly name: "uniform"; readonly from: number; readonly to: number }
  | { readonly name: "normal"; readonly mean: number; readonly deviation: number; readonly max?: number }
  /** Half of the values are below `median`; `sigma` is the deviation of the logarithm. */
  | { readonly name: "log-normal"; readonly median: number; readonly sigma: number; readonly max?: number }
  | { readonly name: "exponential"; readonly mean: number; readonly max?: number }
  /** A measured table; between its points values lie on straight lines, from `min` (0 when left out) on. */
  | {
      readonly name: "percentiles";
      readonly min?: number;
      readonly p50: number;
      readonly p90: number;
      readonly p99: number;
      readonly max: number;
    };

/** The longest wait that a law may give, in milliseconds: a client has given up long before. */
export const LONGEST_LATENCY_MS = 600_000;

/** Draws a latency in milliseconds, to the microsecond; from 0 to ten minutes. */
export function drawLatency(law: LatencyLaw, stream: RandomStream): number {
  const most = "max" in law && law.max !== undefined ? law.max : LONGEST_LATENCY_MS;
  const drawn = Math.min(most, Math.max(0, drawFrom(law, stream)));
  return Math.round(drawn * 1000) / 1000;
}

function drawFrom(law: LatencyLaw, stream: RandomStream): number {
  switch (law.name) {
    case "fixed":
      return law.ms;
    case "uniform":
      return law.from + (law.to - law.from) * fraction(stream);
    case "normal":
      return law.mean + law.deviation * standardNormal(stream);
    case "log-normal":
      return law.median * Math.exp(law.sigma * standardNormal(stream));
    case "exponential":
      return -law.mean * Math.log(fraction(stream));
    case "percentiles":
      return quantile({ min: 0, ...law }, fraction(stream));
  }
}
