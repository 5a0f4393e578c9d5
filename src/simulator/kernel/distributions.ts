import type { RandomStream } from "./random.ts";

/** A number inside 0 to 1, both excluded, so that its logarithm exists. */
export function fraction(stream: RandomStream): number {
  return (stream.below(4_294_967_296) + 0.5) / 4_294_967_296;
}

/** A normal variate of mean 0 and deviation 1: Box and Muller's transformation of two fractions. */
export function standardNormal(stream: RandomStream): number {
  const radius = Math.sqrt(-2 * Math.log(fraction(stream)));
  return radius * Math.cos(2 * Math.PI * fraction(stream));
}

/** Values at the shares of a measured table; between them values lie on straight lines, from `min` on. */
export interface Percentiles {
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** The value below which a share (0 to 1) of all values lies. */
export function quantile({ min, p50, p90, p99, max }: Percentiles, share: number): number {
  const points: readonly (readonly [share: number, value: number])[] = [
    [0.5, p50],
    [0.9, p90],
    [0.99, p99],
    [1, max],
  ];
  let [below, low] = [0, min];
  for (const [above, high] of points) {
    if (share < above) return low + ((high - low) * (share - below)) / (above - below);
    [below, low] = [above, high];
  }
  return max;
}
