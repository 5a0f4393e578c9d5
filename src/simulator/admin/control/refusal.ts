import { err, type Result } from "../../kernel/result.ts";

/** Every reason for which the control API refuses; each names a condition. */
export type ControlCode =
  | "forbidden-host"
  | "forbidden-origin"
  | "unauthorized"
  | "unknown-path"
  | "wrong-method"
  | "unknown-tenant"
  | "too-many-tenants"
  | "unknown-snapshot"
  | "snapshot-misfit"
  | "snapshot-newer"
  | "too-many-snapshots"
  | "snapshot-too-large"
  | "tenant-exists"
  | "default-tenant"
  | "unknown-world"
  | "impossible-world"
  | "not-ready"
  | "malformed-body"
  | "body-too-large"
  | "not-json"
  | "invalid-request"
  | "wrong-duration"
  | "wrong-instant"
  | "unknown-provider"
  | "unknown-operation"
  | "unknown-provider-code"
  | "incomplete-fault"
  | "impossible-fault"
  | "too-many-faults"
  | "unknown-fault"
  | "too-many-webhook-rules"
  | "unknown-webhook-rule"
  | "unknown-delivery"
  | "impossible-delivery-step"
  | "unknown-webhook-address"
  | "unknown-event"
  | "unknown-subject"
  | "no-webhook-address"
  | "impossible-event"
  | "unknown-option"
  | "wrong-option-value"
  | "unknown-account"
  | "unknown-package"
  | "unknown-esim"
  | "impossible-device-event"
  | "profile-on-other-device"
  | "esim-not-connected"
  | "wrong-query"
  | "too-many-waits"
  | "entry-missing"
  | "unknown-trace"
  | "clock-busy"
  | "clock-beyond-range"
  | "instant-passed"
  | "store-unavailable"
  | "internal-error";

/** One place of a request that is not as it must be. */
export interface RefusedPlace {
  /** Where: `body`, `query` or `path`, then member names and positions, such as `body.effect.ms`. */
  readonly path: string;
  /** What is accepted there, in words. */
  readonly expected: string;
  /** What was sent, as JSON and cut when long; null when it is missing. */
  readonly got: string | null;
}

/** Why a control operation did nothing. */
export interface ControlRefusal {
  readonly code: ControlCode;
  /** One sentence for a person: what was expected, what came, what to do. */
  readonly message: string;
  readonly errors: readonly RefusedPlace[];
}

/** What a control operation gives. */
export type Controlled<T> = Result<T, ControlRefusal>;

/** Refuses a control operation. */
export function refuse(
  code: ControlCode,
  message: string,
  errors: readonly RefusedPlace[] = [],
): { readonly ok: false; readonly error: ControlRefusal } {
  return err({ code, message, errors });
}

const SHOWN_CHARACTERS = 80;

/** A value as a message may show it. */
export function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  if (text === undefined) return null;
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}

/** Refuses a value that is not what `expected` says at `path`. */
export function refuseValue(
  place: { readonly path: string; readonly expected: string; readonly got: unknown },
  code: ControlCode = "invalid-request",
): { readonly ok: false; readonly error: ControlRefusal } {
  const { path, expected } = place;
  const got = shown(place.got);
  return refuse(code, `${path} must be ${expected}, got ${got ?? "nothing"}`, [{ path, expected, got }]);
}
