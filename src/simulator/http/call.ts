import type { Tenant } from "../kernel/tenant.ts";
import type { DecisionTrace } from "./decision-trace.ts";
import type { SentHeaders } from "./journal-headers.ts";

/** What a request body turned out to be. */
export type ParsedBody =
  | { readonly kind: "empty" }
  | { readonly kind: "json"; readonly value: unknown }
  /** Not UTF-8, not JSON, or nested deeper than any documented body. */
  | { readonly kind: "malformed"; readonly reason: string }
  /** Longer than the limit; the rest was not read. */
  | { readonly kind: "too-large" };

/** A request as the provider edges see it: read once, parsed once. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly url: string;
  /** A header by its lower-case name; null when absent. Values of repeated headers are joined with `, `. */
  header(name: string): string | null;
  /** Every header of the request. */
  headers(): SentHeaders;
  /** The first value of a query parameter. */
  query(name: string): string | undefined;
  /** The body exactly as it was sent. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly body: ParsedBody;
}

/** A call that has found its tenant. */
export interface TenantCall extends Call {
  readonly tenant: Tenant;
  readonly requestId: string;
  readonly operationId: string;
  /** What decides about this call, for whoever asks why. */
  readonly trace: DecisionTrace;
}

/** An answer in a provider's dialect. */
export interface Answer {
  readonly status: number;
  /** The body as sent. */
  readonly text: string;
  /** The body as a value, for the check against the contract; absent when `isChecked`. */
  readonly value?: unknown;
  /** The provider's own code: what tells success and refusals apart in logs. */
  readonly code: string;
  readonly isSuccess: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** The text as bytes, where it is kept for many answers. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** True for a kept answer: this very text holds no secret and has been checked against the contract before. */
  readonly isChecked?: boolean;
}

/** Makes an answer of a JSON value. */
export function jsonAnswer(
  value: unknown,
  meaning: { readonly status?: number; readonly code: string; readonly isSuccess: boolean },
): Answer {
  const { status = 200, code, isSuccess } = meaning;
  return { status, text: JSON.stringify(value), value, code, isSuccess };
}
