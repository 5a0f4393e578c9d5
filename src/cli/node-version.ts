/** The oldest Node on which the sandbox is tested. */
const OLDEST = { major: 20, minor: 19 };

/** What to tell a person whose Node is too old; null when it is not. `version` is written as `20.19.0`. */
export function nodeComplaint(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return null;
  return `esim-sandbox: Node must be ${OLDEST.major}.${OLDEST.minor} or later, got ${version}; install a newer Node and try again`;
}
