/** The member names and positions of a JSON pointer (RFC 6901); `*` stands for every element of a list. */
export type Pointer = readonly string[];

/** Reads a pointer such as `/list/0/name`; null when the text is none. The empty text is the whole value. */
export function parsePointer(text: string): Pointer | null {
  if (text === "") return [];
  if (!text.startsWith("/") || /~(?![01])/.test(text)) return null;
  return text
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Every value at a pointer: none when it leads nowhere, several when it holds a `*`. */
export function valuesAt(value: unknown, pointer: Pointer): unknown[] {
  const [name, ...rest] = pointer;
  if (name === undefined) return [value];
  if (Array.isArray(value)) {
    if (name === "*") return value.flatMap((element) => valuesAt(element, rest));
    const index = positionOf(name);
    return index === null || index >= value.length ? [] : valuesAt(value[index], rest);
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return [];
  return valuesAt(Reflect.get(value, name), rest);
}

/** What is done to a member: it goes, gets another value, or another name. */
export type MemberEdit =
  | { readonly kind: "drop" }
  | { readonly kind: "rename"; readonly to: string }
  | { readonly kind: "replace"; readonly with: (present: unknown) => unknown };

/** A copy of `value` with every member at the pointer edited, and how many there were. Elements of a list cannot be renamed. */
export function editMembers(
  value: unknown,
  pointer: Pointer,
  edit: MemberEdit,
): { readonly value: unknown; readonly edited: number } {
  let edited = 0;
  const change = (holder: unknown, [name, ...rest]: Pointer): unknown => {
    if (name === undefined || typeof holder !== "object" || holder === null) return holder;
    const isHere = (key: string): boolean => key === name || (name === "*" && Array.isArray(holder));
    const kept: [string, unknown][] = [];
    for (const [key, member] of Object.entries(holder)) {
      if (!isHere(key)) kept.push([key, member]);
      else if (rest.length > 0) kept.push([key, change(member, rest)]);
      else {
        edited += 1;
        kept.push(...editedMember([key, member], edit));
      }
    }
    return Array.isArray(holder) ? kept.map(([, member]) => member) : Object.fromEntries(kept);
  };
  return { value: change(value, pointer), edited };
}

function editedMember([name, member]: [string, unknown], edit: MemberEdit): [string, unknown][] {
  switch (edit.kind) {
    case "drop":
      return [];
    case "rename":
      return [[edit.to, member]];
    case "replace":
      return [[name, edit.with(member)]];
  }
}

function positionOf(name: string): number | null {
  return /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : null;
}
