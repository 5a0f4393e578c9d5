import { type EpochMs, LAST_INSTANT } from "../../kernel/time.ts";

/** What `instantOf` reads, in words. */
export const INSTANT_SAYS = "an instant with its zone, from 1970 to 9999, such as 2026-01-01T00:00:00Z";

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads an instant of ISO 8601; null when the text is none. A day that its month lacks is none either. */
export function instantOf(text: string): EpochMs | null {
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined) return null;
  const midnight = Date.parse(day);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return null; // 30 February becomes a day of March
  const at = Date.parse(text);
  return at >= 0 && at <= LAST_INSTANT ? at : null;
}
