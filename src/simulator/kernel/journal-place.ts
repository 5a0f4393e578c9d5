/** A place inside a journal entry: member names and positions from its root; `*` stands for any of them. */
export type Place = readonly string[];

/** More parts than any entry is deep. */
export const MOST_PLACE_PARTS = 32;

/** Reads `request.packageInfoList.*.count`, or a JSON pointer such as `/request/packageInfoList/0/count`. */
export function placeOf(text: string): Place {
  if (!text.startsWith("/")) return text.split(".");
  return text
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A place as a person writes it. */
export function placeText(place: Place): string {
  return place.some((part) => part.includes("."))
    ? place.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")
    : place.join(".");
}

/**
 * Every value at a place, none when nothing is there. A body is kept as text: whatever lies inside of one is looked up in the JSON that
 * it holds. A body that was cut when it was journalled is no JSON any more, so that nothing is found in it.
 */
export function valuesAt(root: unknown, place: Place): unknown[] {
  let found: unknown[] = [root];
  for (const part of place) found = found.flatMap((value) => stepInto(value, part));
  return found;
}

function stepInto(value: unknown, part: string): unknown[] {
  const container = typeof value === "string" ? parsed(value) : value;
  if (typeof container !== "object" || container === null) return [];
  if (part === "*") return Object.values(container);
  if (!Object.hasOwn(container, part)) return [];
  const member: unknown = Reflect.get(container, part);
  return member === undefined ? [] : [member];
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut, masked or never JSON: there is no member in it
  }
}
