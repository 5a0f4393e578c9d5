/** An instant in milliseconds since 1970-01-01T00:00:00Z, of simulated time unless said otherwise. */
export type EpochMs = number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The last instant ISO 8601 can write with a four-digit year; no clock moves past it. */
export const LAST_INSTANT: EpochMs = 253_402_300_799_999;

const SHORT = /^(\d{1,12}(?:\.\d{1,3})?)(ms|s|m|h|d)$/;
const ISO =
  /^P(?=\d|T\d)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;

const UNIT_MS = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const;

/**
 * Reads `500ms`, `30s`, `2h`, `180d` or an ISO 8601 duration in weeks to seconds (`PT1H30M`; months and years have no
 * fixed length and are refused). Gives whole milliseconds, or null when the text is neither.
 */
export function parseDuration(text: string): number | null {
  const short = SHORT.exec(text);
  if (short !== null) {
    const unit = short[2] as keyof typeof UNIT_MS; // the pattern admits only these five
    return Math.round(Number(short[1]) * UNIT_MS[unit]);
  }
  const iso = ISO.exec(text);
  if (iso === null) return null;
  const [, weeks, days, hours, minutes, seconds] = iso;
  const part = (value: string | undefined, unitMs: number): number =>
    value === undefined ? 0 : Number(value) * unitMs;
  return Math.round(
    part(weeks, 7 * DAY_MS) +
      part(days, DAY_MS) +
      part(hours, HOUR_MS) +
      part(minutes, MINUTE_MS) +
      part(seconds, SECOND_MS),
  );
}
