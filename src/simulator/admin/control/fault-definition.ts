import type { FaultEffect, FaultPhase } from "../../kernel/fault-effects.ts";
import type { Predicate, Scalar } from "../../kernel/fault-predicates.ts";
import type { FaultState } from "../../kernel/faults.ts";

/** A predicate, or a value that has to be met exactly. */
export type NewPredicate = Predicate | Scalar;

/** When a rule strikes, on the tenant's clock: ISO 8601 instants, or durations such as `10m` counted from when it is written. */
export interface NewWindow {
  readonly from?: string;
  readonly until?: string;
  /** With `for`: open at the beginning of every such period. */
  readonly every?: string;
  readonly for?: string;
}

/** Which exchanges a rule strikes; every part that is given has to fit. */
export interface NewMatch {
  readonly operationId?: string | null;
  /** By JSON pointer such as `/list/0/name`; a star in the place of a position is any element. */
  readonly body?: Readonly<Record<string, NewPredicate>>;
  readonly header?: Readonly<Record<string, NewPredicate>>;
  readonly query?: Readonly<Record<string, NewPredicate>>;
  /** By fact, such as `esim.status` or `account.balance`; how it was before the operation. */
  readonly state?: Readonly<Record<string, NewPredicate>>;
  /** The share of calls that are struck, from 0 (excluded) to 1. */
  readonly probability?: number;
  /** Strikes this call, or these, of those that fit. */
  readonly nth?: number | readonly number[];
  readonly firstN?: number;
  readonly everyN?: number;
  /** Counts the calls for each value of a JSON pointer or fact by itself. */
  readonly key?: string;
  readonly window?: NewWindow;
}

/** A fault to add. */
export interface NewFault {
  /** May be left out when only one provider has the operation. */
  readonly provider?: string;
  /** Null or left out: every operation of the provider. */
  readonly operationId?: string | null;
  readonly match?: NewMatch;
  /** Left out: the usual one of the effect, `before` where that makes sense, else `committed`. */
  readonly phase?: FaultPhase;
  readonly effect: FaultEffect;
  /** How often it strikes; null for always. Left out: once, or as often as its counts and its chance say. */
  readonly times?: number | null;
  /** How long it is armed, on the tenant's clock: a duration such as `30m`. */
  readonly ttl?: string;
}

/** A window as it is shown. Instants are ISO 8601 in UTC. */
interface WindowView {
  readonly from: string;
  readonly until: string | null;
  readonly everyMs: number | null;
  readonly forMs: number | null;
}

/** What a rule matches, as it is shown: only what was given. */
export interface MatchView extends Omit<NewMatch, "operationId" | "window" | "nth"> {
  readonly nth?: readonly number[];
  readonly window?: WindowView;
}

/** An exchange that a rule could have struck and did not. */
interface MissView {
  readonly requestId: string;
  readonly operationId: string;
  readonly at: string;
  /** What did not fit, for programs. */
  readonly reason: string;
  /** The same in words: what was wanted, what was there. */
  readonly detail: string;
}

/** A fault rule as the control API shows it. */
export interface FaultView {
  readonly id: string;
  readonly provider: string;
  readonly operationId: string | null;
  readonly match: MatchView;
  readonly phase: FaultPhase;
  readonly effect: FaultEffect;
  readonly times: number | null;
  readonly createdAt: string;
  /** When its time to live is over; null for never. */
  readonly expiresAt: string | null;
  readonly state: FaultState;
  readonly hits: number;
  /** Exchanges of its provider that it did not strike since the sandbox was started. */
  readonly missed: number;
  /** The last of them, at most ten, those of its operation first. */
  readonly lastMisses: readonly MissView[];
}
