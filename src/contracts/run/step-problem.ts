/** Why a step did not go as it must. */
export interface StepProblem {
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
  /** What problems of the same cause have in common; null leaves it to the case. */
  readonly root: string | null;
}

const SHOWN_CHARACTERS = 600;

/** Characters that are shown before the first difference of two long texts. */
const SHOWN_BEFORE = 80;

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}

function cut(text: string | null): string | null {
  if (text === null || text.length <= SHOWN_CHARACTERS) return text;
  return `${text.slice(0, SHOWN_CHARACTERS)}... (${text.length} characters)`;
}

/** Two long texts that begin alike are shown from shortly before they differ: the beginning says nothing. */
function fromDifference(expected: string | null, got: string | null): readonly [string | null, string | null] {
  if (expected === null || got === null) return [expected, got];
  if (Math.max(expected.length, got.length) <= SHOWN_CHARACTERS) return [expected, got];
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  const from = Math.max(0, at - SHOWN_BEFORE);
  return from === 0 ? [expected, got] : [`...${expected.slice(from)}`, `...${got.slice(from)}`];
}

/** A problem in one line. */
export function problemOf(
  message: string,
  details: { readonly expected?: unknown; readonly got?: unknown; readonly root?: string } = {},
): StepProblem {
  const [expected, got] = fromDifference(
    "expected" in details ? textOf(details.expected) : null,
    "got" in details ? textOf(details.got) : null,
  );
  return { message, expected: cut(expected), got: cut(got), root: details.root ?? null };
}
