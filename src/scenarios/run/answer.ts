/** What an action was answered with; null as status when no answer came. */
export interface Answer {
  readonly status: number | null;
  readonly isSuccess: boolean;
  /** The code of a refusal; empty for a success, or when there is none. */
  readonly code: string;
  /** Undefined when it was no JSON. */
  readonly body: unknown;
  /** What came, or why nothing did, for people. */
  readonly told: string;
}
