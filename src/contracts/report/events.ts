import type { Capability, CostClass, Evidence, Layer, ProviderName, SpecPlace } from "../plan/case.ts";

/** One request and its answer as they may be shown: secrets, activation codes and ICCIDs are masked with stable pseudonyms. */
export interface ShownExchange {
  readonly operationId: string;
  readonly method: string;
  /** As it was called, or its path and query below the run's target. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null when none was sent. */
  readonly body: string | null;
  /** Null when no answer came; `failure` then says why. */
  readonly status: number | null;
  readonly answer: string | null;
  readonly failure: string | null;
}

/** Something that is not as it must be. */
export interface Problem {
  /** The rule in domain words with what was seen: one sentence. */
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
  /** Problems with the same root are one finding: `schema #/components/schemas/Esim/properties/iccid pattern`. */
  readonly root: string;
  readonly place: SpecPlace;
  /** The shortest known sequence of calls that shows it, the last one being the telling one. */
  readonly exchanges: readonly ShownExchange[];
}

export type Outcome = "passed" | "failed" | "skipped" | "known";

/** What became of a case. */
export interface CaseResult {
  readonly rule: string;
  readonly provider: ProviderName;
  readonly operationId: string;
  readonly layer: Layer;
  readonly says: string;
  readonly outcome: Outcome;
  readonly evidence: Evidence;
  readonly needs: readonly Capability[];
  readonly cost: CostClass;
  readonly place: SpecPlace;
  /** Why it failed, was skipped, or is known; empty for a pass. A failure that its grade turns into a warning is `passed` with a message. */
  readonly message: string;
  readonly problem: Problem | null;
  /** Days until the deviation that makes it `known` expires. */
  readonly expiresInDays?: number;
  readonly requests: number;
  readonly wallMs: number;
}

/** Counts against what the documents list: `covered` of `total`. */
export interface CoverageFigure {
  readonly covered: number;
  readonly total: number;
  readonly missing: readonly string[];
  /** What `covered` counts, by name as in `missing`; left out where only the number is known. */
  readonly reached?: readonly string[];
  /** How many of those missing the run's plan has no case for; left out where there are none. */
  readonly unplanned?: number;
}

/** What a run of one provider has reached, for the reports. */
export interface Coverage {
  readonly provider: ProviderName;
  readonly operations: CoverageFigure;
  readonly statuses: CoverageFigure;
  readonly errorCodes: CoverageFigure;
  /** Constraint keywords, once from inside and once from outside: `esimOrder maxLength-above body.transactionId outside`. */
  readonly constraints: CoverageFigure;
  readonly webhooks: CoverageFigure;
  readonly allowedTransitions: CoverageFigure;
  readonly forbiddenTransitions: CoverageFigure;
  /** For the state diagram: each resource with its states and edges. */
  readonly machines: readonly {
    readonly resource: string;
    readonly states: readonly string[];
    readonly edges: readonly {
      readonly from: string;
      readonly to: string;
      readonly by: string;
      readonly kind: "allowed" | "forbidden";
      readonly reached: "covered" | "failed" | "open";
    }[];
  }[];
  /** For the webhook table: deliveries judged per type and law. */
  readonly deliveries: readonly { readonly name: string; readonly law: string; readonly outcome: Outcome }[];
}

/** The stream from which every report is made, one JSON object a line in NDJSON. */
export type RunEvent =
  | {
      readonly event: "run-started";
      readonly target: string;
      readonly profile: string;
      readonly seed: number;
      readonly planHash: string;
      readonly cases: number;
      readonly providers: readonly ProviderName[];
      /** The command line that repeats the run, without secrets. */
      readonly command: string;
    }
  | {
      readonly event: "progress";
      readonly done: number;
      readonly of: number;
      readonly requests: number;
      readonly now: string;
    }
  | { readonly event: "case"; readonly result: CaseResult }
  | {
      readonly event: "deviation";
      readonly rule: string;
      readonly state: "expired" | "unused" | "gone";
      readonly message: string;
    }
  | { readonly event: "coverage"; readonly coverage: Coverage }
  | {
      readonly event: "run-ended";
      readonly verdict: "pass" | "fail" | "unreachable" | "empty";
      readonly message: string;
      readonly counts: {
        readonly passed: number;
        readonly failed: number;
        readonly skipped: number;
        readonly known: number;
      };
      readonly warnings: number;
      readonly requests: number;
      readonly wallMs: number;
    };
