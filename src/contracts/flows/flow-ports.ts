import type { ExpectedWebhook } from "./arazzo.ts";

/** A request of a flow. */
export interface FlowCall {
  readonly operationId: string;
  readonly method: string;
  /** Path and query below the base URL of the source. */
  readonly path: string;
  /** Names as the flow writes them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** An answer; header names are in lower case. */
export interface FlowAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** The parsed body; the text itself where it is no JSON. */
  readonly body: unknown;
  readonly text: string;
}

/** What a flow needs of the world. */
export interface FlowPorts {
  /** Sends a request to a source. Rejects when no answer comes: the step has then failed. */
  readonly send: (source: string, call: FlowCall) => Promise<FlowAnswer>;
  /** Lets time pass before a step is tried again; with a virtual clock nobody sleeps. */
  readonly wait: (seconds: number) => Promise<void>;
  /** Waits for a notification, whose predicate has been filled; why it did not come, or null. */
  readonly awaitWebhook: (expected: ExpectedWebhook) => Promise<string | null>;
  /** Texts are compared as other runners do, by letter case; Arazzo says that it does not count. */
  readonly isCaseSensitive?: boolean;
}

/** A request with its answer. */
export interface FlowExchange {
  readonly source: string;
  readonly call: FlowCall;
  /** Null when none came; `failure` says why. */
  readonly answer: FlowAnswer | null;
  readonly failure: string | null;
}

/** How a step went. */
export interface FlowStepRun {
  readonly workflowId: string;
  readonly stepId: string;
  /** After the last try. */
  readonly ok: boolean;
  /** Why not, in one sentence. */
  readonly problem: string | null;
  /** All tries of the step. */
  readonly exchanges: readonly FlowExchange[];
}

/** How a workflow went. */
export interface FlowRun {
  readonly workflowId: string;
  readonly ok: boolean;
  /** The problem that ended it. */
  readonly problem: string | null;
  /** In the order in which they were run, those of other workflows included. */
  readonly steps: readonly FlowStepRun[];
  readonly outputs: Readonly<Record<string, unknown>>;
}
