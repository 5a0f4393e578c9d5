import type { FaultWindow } from "../../kernel/fault-window.ts";
import { ok } from "../../kernel/result.ts";
import { type EpochMs, LAST_INSTANT, parseDuration } from "../../kernel/time.ts";
import type { NewWindow } from "./fault-definition.ts";
import { isoOf } from "./listing.ts";
import { checkMembers, optional, text } from "./member-check.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

const RULES = {
  from: optional(...text(40)),
  until: optional(...text(40)),
  every: optional(...text(40)),
  for: optional(...text(40)),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Turns a window into instants of the tenant's clock, which stands at `at`. One that will never be open is refused. */
export function resolveWindow(
  window: NewWindow,
  { path, at }: { readonly path: string; readonly at: EpochMs },
): Controlled<FaultWindow> {
  const checked = checkMembers(window, { path, rules: RULES });
  if (!checked.ok) return checked;
  const from = instantOf(window.from, { path: `${path}.from`, at });
  if (!from.ok) return from;
  const until = instantOf(window.until, { path: `${path}.until`, at });
  if (!until.ok) return until;
  const begins = from.value ?? at;
  if (until.value !== null && until.value <= Math.max(begins, at)) {
    const expected = `later than ${isoOf(Math.max(begins, at))}, or the window is never open`;
    return refuseValue({ path: `${path}.until`, expected, got: window.until }, "impossible-fault");
  }
  const recurring = recurrenceOf(window, path);
  if (!recurring.ok) return recurring;
  return ok({ from: begins, until: until.value, recurring: recurring.value });
}

/** How long a rule is armed: an instant, or null for no end. */
export function expiryOf(ttl: string | undefined, at: EpochMs): Controlled<EpochMs | null> {
  if (ttl === undefined) return ok(null);
  const ms = typeof ttl === "string" ? parseDuration(ttl) : null;
  if (ms !== null && ms > 0 && at + ms <= LAST_INSTANT) return ok(at + ms);
  return refuseValue(
    { path: "body.ttl", expected: "a duration such as 30s, 10m or 2h, greater than 0", got: ttl },
    "wrong-duration",
  );
}

function instantOf(
  text: string | undefined,
  { path, at }: { readonly path: string; readonly at: EpochMs },
): Controlled<EpochMs | null> {
  if (text === undefined) return ok(null);
  const ms = parseDuration(text);
  const instant = ms === null ? (INSTANT.test(text) ? Date.parse(text) : Number.NaN) : at + ms;
  if (instant >= 0 && instant <= LAST_INSTANT) return ok(instant);
  const expected = "an instant such as 2026-01-01T00:00:00Z, or a duration from now such as 10m";
  return refuseValue({ path, expected, got: text }, "wrong-duration");
}

function recurrenceOf(window: NewWindow, path: string): Controlled<FaultWindow["recurring"]> {
  if (window.every === undefined && window.for === undefined) return ok(null);
  const everyMs = window.every === undefined ? null : parseDuration(window.every);
  const forMs = window.for === undefined ? null : parseDuration(window.for);
  const expected = "a duration such as 10m, with every and for both given";
  if (everyMs === null || everyMs <= 0)
    return refuseValue({ path: `${path}.every`, expected, got: window.every }, "wrong-duration");
  if (forMs === null || forMs <= 0)
    return refuseValue({ path: `${path}.for`, expected, got: window.for }, "wrong-duration");
  if (forMs < everyMs) return ok({ everyMs, forMs });
  return refuseValue(
    { path: `${path}.for`, expected: `shorter than every (${window.every})`, got: window.for },
    "impossible-fault",
  );
}
