import type { DelayLaw } from "./delay-law.ts";

/**
 * When a fault strikes: `before` the operation (nothing happens), when it is `committed` (the effect stays, the answer is lost
 * or damaged) or `after` the answer went out (what follows it misbehaves).
 */
export type FaultPhase = "before" | "committed" | "after";

/** JSON types into which a member can be turned. */
export type MemberType = "string" | "number" | "boolean" | "null" | "object" | "array";

/**
 * What a fault does. `afterBytes` counts bytes of the body that still arrive; left out it is half of them. All durations are
 * wall milliseconds, except the age of a stale answer, which is on the tenant's clock.
 */
export type FaultEffect =
  | { readonly kind: "latency"; readonly ms: number }
  | { readonly kind: "latency"; readonly law: DelayLaw }
  /** `code` is one of the provider's codes or one of its names. */
  | { readonly kind: "provider-error"; readonly code: string }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: string;
      readonly contentType?: string;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: "proxy-page"; readonly status: 502 | 503 | 504 }
  | { readonly kind: "stale-read"; readonly olderThanMs: number }
  | { readonly kind: "reset"; readonly at?: BreakingPoint; readonly afterBytes?: number }
  /** Silence; after `forMs` the connection is closed. */
  | { readonly kind: "hang"; readonly at?: BreakingPoint; readonly afterBytes?: number; readonly forMs?: number }
  | { readonly kind: "slow-body"; readonly bytesPerSecond: number }
  | { readonly kind: "slow-body"; readonly chunks: number; readonly overMs: number }
  | { readonly kind: "empty-reply" }
  | { readonly kind: "truncated-body"; readonly afterBytes?: number }
  /** Random bytes: as the `body` of a proper answer, or on the `connection` instead of HTTP. */
  | { readonly kind: "garbage"; readonly at?: "body" | "connection"; readonly bytes?: number }
  | { readonly kind: "malformed-json" }
  | { readonly kind: "bom" }
  | { readonly kind: "wrong-content-type"; readonly contentType?: string }
  /** The announced length is off by that many bytes. */
  | { readonly kind: "wrong-content-length"; readonly by?: number }
  | { readonly kind: "drop-member"; readonly pointer: string }
  | { readonly kind: "retype-member"; readonly pointer: string; readonly to: MemberType }
  | { readonly kind: "rename-member"; readonly pointer: string; readonly to: string };

export type FaultKind = FaultEffect["kind"];

/** Where a connection breaks or falls silent. */
export type BreakingPoint = "before-headers" | "after-headers" | "mid-body";

export const BREAKING_POINTS = ["before-headers", "after-headers", "mid-body"] as const;

/** Bytes of garbage unless a rule says otherwise. */
export const GARBAGE_BYTES = 256;

/** Bytes by which a wrong length is off unless a rule says otherwise. */
export const WRONG_LENGTH_BY = 7;

/** Wall milliseconds that a connection hangs unless a rule says otherwise: longer than any client waits. */
export const HANG_MS = 600_000;

/** Calls `end` when a fault is taken back before its time is over; the returned function forgets that. */
export type Lifting = (end: () => void) => () => void;

/** What is to happen to the connection of an answer. */
export type TransportFault =
  /** Broken with RST: `instead` of any answer, `within` it after so many bytes of its body, or once it is `sent`. */
  | { readonly kind: "reset"; readonly when: "instead" }
  | { readonly kind: "reset"; readonly when: "sent" }
  | { readonly kind: "reset"; readonly when: "within"; readonly afterBytes: number | null }
  | (Silence & { readonly kind: "hang"; readonly when: "instead" })
  | (Silence & { readonly kind: "hang"; readonly when: "within"; readonly afterBytes: number | null })
  /** Closed in an orderly way, without an answer or with a part of it. */
  | { readonly kind: "close"; readonly when: "instead" }
  | { readonly kind: "close"; readonly when: "within"; readonly afterBytes: number | null }
  /** Bytes that are no HTTP, then the end. */
  | { readonly kind: "noise"; readonly when: "instead"; readonly hex: string }
  | { readonly kind: "slow"; readonly when: "within"; readonly chunkBytes: number; readonly everyMs: number }
  | { readonly kind: "slow"; readonly when: "within"; readonly chunks: number; readonly overMs: number }
  | { readonly kind: "length"; readonly when: "within"; readonly by: number };

/** How long a connection hangs, and what ends that earlier. */
export interface Silence {
  readonly forMs: number;
  readonly whenLifted: Lifting;
}

/** A part of an exchange that only one fault can have. */
export type FaultClaim = "answer" | "transport";

const BOTH: readonly FaultClaim[] = ["answer", "transport"];

/** What an effect needs for itself: two faults that need the same part cannot both strike an exchange in one phase. */
export function claimsOf(effect: FaultEffect): readonly FaultClaim[] {
  switch (effect.kind) {
    case "latency":
    case "malformed-json":
    case "bom":
    case "wrong-content-type":
    case "drop-member":
    case "retype-member":
    case "rename-member":
      return [];
    case "provider-error":
    case "status":
    case "proxy-page":
    case "stale-read":
      return ["answer"];
    case "empty-reply":
      return BOTH;
    case "reset":
    case "hang":
      return breakingPointOf(effect) === "before-headers" ? BOTH : ["transport"];
    case "garbage":
      return effect.at === "connection" ? BOTH : ["answer"];
    case "slow-body":
    case "truncated-body":
    case "wrong-content-length":
      return ["transport"];
  }
}

/** Where a reset or hang happens: with a number of bytes inside the body, else before the headers unless it says otherwise. */
export function breakingPointOf(effect: { readonly at?: BreakingPoint; readonly afterBytes?: number }): BreakingPoint {
  return effect.at ?? (effect.afterBytes === undefined ? "before-headers" : "mid-body");
}

/** The phases in which an effect can do anything; the first is the usual one. What damages an answer needs one to be there. */
export function phasesOf(effect: FaultEffect): readonly FaultPhase[] {
  switch (effect.kind) {
    case "latency":
    case "provider-error":
    case "status":
    case "proxy-page":
      return ["before", "committed", "after"];
    case "stale-read":
    case "empty-reply":
      return ["before", "committed"];
    case "reset":
      return breakingPointOf(effect) === "before-headers" ? ["before", "committed", "after"] : ["committed"];
    case "hang":
      return breakingPointOf(effect) === "before-headers" ? ["before", "committed"] : ["committed"];
    case "garbage":
      return ["before", "committed"];
    default:
      return ["committed"];
  }
}
