/**
 * The name most like `sought` by edit distance, ignoring case; null when none is near enough to be meant. Names are cut at 200
 * characters, so that a long input costs little.
 */
export function nearestName(sought: string, names: readonly string[]): string | null {
  const wanted = sought.slice(0, 200).toLowerCase();
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(wanted.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = name;
  }
  return best;
}

/** The list of valid names with the nearest one in front, for a message. */
export function validNames(sought: string, names: readonly string[]): string {
  const nearest = nearestName(sought, names);
  const list = `one of ${names.join(", ")}`;
  return nearest === null ? list : `${list}; did you mean ${nearest}?`;
}

/** Levenshtein's distance: how many characters must be added, removed or replaced. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
