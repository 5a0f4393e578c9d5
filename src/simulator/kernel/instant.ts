import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from "./time.ts";

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z)?$/;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads `2026-01-01`, `2026-01-01T10:00Z` or `2026-01-01T10:00:00.000Z`; null for anything else. */
export function readInstant(text: string): EpochMs | null {
  const parts = INSTANT.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = MONTH_DAYS.map((days, index) => (isLeap && index === 1 ? days + 1 : days));
  if (day < 1 || day > (lengths[month - 1] ?? 0) || hours > 23 || minutes > 59 || seconds > 59) return null;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const days = before * 365 + leapDays + lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1;
  const milliseconds = Number((parts[7] ?? "0").padEnd(3, "0"));
  return (days - DAYS_TO_1970) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + milliseconds;
}

/** Days from 0001-01-01 to 1970-01-01 in the Gregorian calendar. */
const DAYS_TO_1970 = 719_162;
