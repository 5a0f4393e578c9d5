/** One step of a path: a member's name, or a position in a list. */
type Segment = string | number;

/** Reads a path such as `packageInfoList[0].count`. */
function segmentsOf(path: string): readonly Segment[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, position]) =>
    position === undefined ? (name ?? "") : Number(position),
  );
}

/** A copy of a JSON value in which the place of a path holds another value; missing objects and lists on the way are made. */
export function withValue(root: unknown, path: string, value: unknown): unknown {
  return change(root, segmentsOf(path), () => value);
}

/** A copy of a JSON value without the member at a path. */
export function withoutValue(root: unknown, path: string): unknown {
  return change(root, segmentsOf(path), () => undefined);
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(root: unknown, path: string): unknown {
  let value: unknown = root;
  for (const segment of segmentsOf(path)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, segment) ? Reflect.get(value, segment) : undefined;
  }
  return value;
}

function change(value: unknown, segments: readonly Segment[], replace: (old: unknown) => unknown): unknown {
  const [first, ...rest] = segments;
  if (first === undefined) return replace(value);
  if (typeof first === "number") {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    const next = change(list[first], rest, replace);
    if (next === undefined) list.splice(first, 1);
    else list[first] = next;
    return list;
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const members = new Map(isObject ? Object.entries(value) : []);
  const next = change(members.get(first), rest, replace);
  if (next === undefined) members.delete(first);
  else members.set(first, next);
  return Object.fromEntries(members);
}
