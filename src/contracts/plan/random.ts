/** A number from 0 to 2^32-1 that depends on every character of the texts (FNV-1a with a final mix). */
export function hashOf(...texts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of texts.join("\u0000")) {
    hash ^= char.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/** A short text of letters and digits that is the same for the same parts. */
export function tagOf(...parts: readonly (string | number)[]): string {
  return hashOf(...parts)
    .toString(36)
    .padStart(7, "0");
}
