/** One place of a request that was not as it must be. */
export interface FailedPlace {
  readonly path: string;
  readonly expected: string;
  readonly got: string | null;
}

/** A control operation that did nothing, or whose answer did not come. */
export class ControlFailed extends Error {
  override readonly name = "ControlFailed";
  /** The HTTP status; null when no answer came. */
  readonly status: number | null;
  /** The problem's code as the control API names it; `no-answer` or `foreign-answer` when something else answered or nothing did. */
  readonly code: string;
  readonly errors: readonly FailedPlace[];

  constructor(
    failed: {
      readonly status: number | null;
      readonly code: string;
      readonly message: string;
      readonly errors?: readonly FailedPlace[];
    },
    options?: ErrorOptions,
  ) {
    super(failed.message, options);
    this.status = failed.status;
    this.code = failed.code;
    this.errors = failed.errors ?? [];
  }
}
