/** A whole number with its thousands apart: `1 041`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, " ");
}

/** A number with its noun, which takes an `s` where there are several: `1 case`, `14 cases`. */
export function counted(value: number, noun: string): string {
  return `${grouped(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** A duration for people: `380 ms`, `4.2 s`, `38 s`, `2 min 5 s`. */
export function lasting(wallMs: number): string {
  if (wallMs < 1000) return `${Math.round(wallMs)} ms`;
  if (wallMs < 9_950) return `${(wallMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(wallMs / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Whole percent, rounded down so that only all of it is 100; null where there is nothing to cover. */
export function percent({ covered, total }: { readonly covered: number; readonly total: number }): number | null {
  return total === 0 ? null : Math.floor((100 * covered) / total);
}

/** The first words of a list and how many more there are. */
export function firstOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** Cut to a length, with what was left out said. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}... (${grouped(text.length - most)} more characters)`;
}

/**
 * Text of a target made harmless for terminals and XML: control characters and those that turn the direction of writing become escapes.
 * Line feeds and tabs stay unless `isOneLine`.
 */
export function visible(text: string, { isOneLine = false }: { readonly isOneLine?: boolean } = {}): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, (character) =>
      !isOneLine && (character === "\n" || character === "\t") ? character : escapeOf(character),
    );
}

function escapeOf(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

/** Order by code units, the same on every machine. */
export function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
