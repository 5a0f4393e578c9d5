import type { AnswerViolation } from "../oracle/answer.ts";
import type { OutgoingCall } from "../targets/target.ts";

/** One call with everything that later steps and judges may ask of it. */
export interface Exchange {
  /** Null for a path that belongs to no operation. */
  readonly operationId: string | null;
  readonly call: OutgoingCall;
  /** The request as a value; undefined when it was none. */
  readonly request: unknown;
  readonly status: number | null;
  readonly headers: ReadonlyMap<string, string>;
  /** The answer as text; null when none came. */
  readonly text: string | null;
  readonly failure: string | null;
  readonly isUnreachable: boolean;
  /** The parsed answer; undefined when it could not be parsed. */
  readonly answer: unknown;
  readonly data: unknown;
  readonly success: boolean;
  readonly code: string;
  /** How the answer breaks the contract. */
  readonly violations: readonly AnswerViolation[];
  readonly tenantId: string;
  /** The tenant's clock at the answer; null without a clock. */
  readonly clock: number | null;
}
