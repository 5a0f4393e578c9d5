const UNITS_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const PART = /^(\d{1,12}(?:\.\d{1,3})?)(ms|s|m|h|d)$/;

/** The milliseconds of `60m - 1ms` or `2h`; null for anything else. */
export function durationMs(text: string): number | null {
  const [first = "", ...rest] = text.trim().split(/\s*([+-])\s*/);
  let sum = partMs(first);
  for (let index = 0; index < rest.length && sum !== null; index += 2) {
    const part = partMs(rest[index + 1] ?? "");
    sum = part === null ? null : rest[index] === "-" ? sum - part : sum + part;
  }
  return sum;
}

function partMs(text: string): number | null {
  const found = PART.exec(text);
  if (found === null) return null;
  const [, amount, unit] = found;
  return Math.round(Number(amount) * UNITS_MS[unit as keyof typeof UNITS_MS]); // the pattern admits only these
}

/** When a step is due: at an instant, or so long after the beginning or after a step. */
export type Moment =
  | { readonly kind: "instant"; readonly ms: number }
  | { readonly kind: "offset"; readonly from: string | null; readonly ms: number };

const STEP_OFFSET = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s*([+-])\s*(.+))?$/;

/** Reads what stands under `at`; null when it is none of the three forms. */
export function readMoment(text: string): Moment | null {
  const plain = durationMs(text);
  if (plain !== null) return { kind: "offset", from: null, ms: plain };
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? null : { kind: "instant", ms };
  }
  const [, from, sign, offset] = STEP_OFFSET.exec(text.trim()) ?? [];
  if (from === undefined) return null;
  if (sign === undefined) return { kind: "offset", from, ms: 0 };
  const ms = durationMs(`0ms ${sign} ${offset ?? ""}`);
  return ms === null ? null : { kind: "offset", from, ms };
}

/** A duration for people: `59m 59.999s`. */
export function shownDuration(ms: number): string {
  if (ms < 0) return `-${shownDuration(-ms)}`;
  const parts: string[] = [];
  let rest = ms;
  for (const [unit, size] of [
    ["d", UNITS_MS.d],
    ["h", UNITS_MS.h],
    ["m", UNITS_MS.m],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * size;
  }
  if (rest > 0 || parts.length === 0) parts.push(`${rest / 1000}s`);
  return parts.join(" ");
}
