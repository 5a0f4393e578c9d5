/** Bounds of the values that the outside world may set, with the reason for each. */
export const bounds = {
  /** Ten-thousandths: 100 thousand million units of a currency. Whatever is credited later stays below 2^53, and so exact. */
  balance: { minimum: 0, maximum: 1_000_000_000_000_000 },
  /** Ten-thousandths: a batch of 30 profiles at this price is still exact. */
  price: { minimum: 0, maximum: 1_000_000_000_000 },
  /** Profiles; more than any run sells. */
  stock: { minimum: 0, maximum: 1_000_000_000 },
  /** Bytes of one use of data: 2^53 - 1, the last number that is exact. */
  usage: { minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  /** Simulated per wall time: a day in a millisecond at most; below a thousandth the clock seems to stand. */
  speed: { minimum: 0.001, maximum: 86_400_000 },
  /** Milliseconds; a client that waits longer than ten minutes has long given up. */
  latencyMs: { minimum: 1, maximum: 600_000 },
  /** Milliseconds for which a request waits for a journal entry; whoever waits longer asks again. */
  waitMs: { minimum: 0, maximum: 600_000 },
  /** Strikes of one fault rule; null stands for always. */
  times: { minimum: 1, maximum: 1_000_000 },
} as const;

/** Says whether a value is a whole number within bounds, both included. */
export function isWithin(
  value: unknown,
  range: { readonly minimum: number; readonly maximum: number },
): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= range.minimum && value <= range.maximum;
}

/** What `isWithin` accepts, in words. */
export function wholeNumber(range: { readonly minimum: number; readonly maximum: number }): string {
  return `a whole number from ${range.minimum} to ${range.maximum}`;
}
