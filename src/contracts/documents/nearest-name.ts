/** Longer lists are not shown whole. */
const MOST_SHOWN = 12;

/** The name that was probably meant; null when none is close. */
function nearestName(name: string, names: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** `did you mean x?`, else the names that there are. */
export function suggestion(name: string, names: Iterable<string>): string {
  const all = [...names];
  const nearest = nearestName(name, all);
  if (nearest !== null) return `did you mean ${nearest}?`;
  if (all.length === 0) return "there is none";
  const rest = all.length - MOST_SHOWN;
  return `there are ${all.slice(0, MOST_SHOWN).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** How many letters must be added, left out or changed. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const [above = 0, corner = 0, left = 0] = [row[column], row[column - 1], next[column - 1]];
      next.push(Math.min(above + 1, left + 1, corner + (to[column - 1] === letter ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
