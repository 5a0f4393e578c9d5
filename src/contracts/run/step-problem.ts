/** Why a step did not go as it must. */
export interface StepProblem {
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
  /** What problems of the same cause have in common; null leaves it to the case. */
  readonly root: string | null;
}

const SHOWN_CHARACTERS = 600;

/** A value for a report, cut where it is long. */
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}... (${text.length} characters)` : text;
}

/** A problem in one line. */
export function problemOf(
  message: string,
  details: { readonly expected?: unknown; readonly got?: unknown; readonly root?: string } = {},
): StepProblem {
  return {
    message,
    expected: "expected" in details ? shown(details.expected) : null,
    got: "got" in details ? shown(details.got) : null,
    root: details.root ?? null,
  };
}
