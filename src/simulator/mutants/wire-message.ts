/** A request as bytes. Header names are in lower case. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An answer as bytes. Header names are in lower case; the length is left to whoever sends it. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The body as text. */
export function textOf(message: { readonly bytes: Uint8Array }): string {
  return decoder.decode(message.bytes);
}

/** The body as a JSON value; undefined when it is none. */
export function jsonOf(message: { readonly bytes: Uint8Array }): unknown {
  try {
    return JSON.parse(textOf(message));
  } catch {
    return undefined; // whatever it is, it is no JSON
  }
}

/** The message with another text as body. */
export function withText<M extends { readonly bytes: Uint8Array<ArrayBuffer> }>(message: M, text: string): M {
  return { ...message, bytes: encoder.encode(text) };
}

/** The message with a JSON value as body. */
export function withValue<M extends { readonly bytes: Uint8Array<ArrayBuffer> }>(message: M, value: unknown): M {
  return withText(message, JSON.stringify(value));
}

/** The message with a header set, or removed by null. */
export function withHeader<M extends { readonly headers: Readonly<Record<string, string>> }>(
  message: M,
  name: string,
  value: string | null,
): M {
  const others = Object.entries(message.headers).filter(([known]) => known !== name);
  const headers = Object.fromEntries(value === null ? others : [...others, [name, value]]);
  return { ...message, headers };
}

/** The JSON object that a value is; an empty one for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return value as Readonly<Record<string, unknown>>; // any JSON object is a record of unknown members
}

/** The list that a value is; an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What stands at a path such as `obj.esimList.0.iccid`; undefined when nothing does. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split(".")) {
    found = Array.isArray(found) ? found[Number(name)] : membersOf(found)[name];
  }
  return found;
}

/** The text at a path; empty when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

/** The number at a path; NaN when there is none. */
export function numberAt(value: unknown, path: string): number {
  const found = at(value, path);
  return typeof found === "number" ? found : Number.NaN;
}

type Change = (old: unknown, owner: Readonly<Record<string, unknown>>) => unknown;

/**
 * A copy in which `change` has been applied to everything at a path; `*` stands for each element of a list. Undefined removes a
 * member or element. A member that is not there is left so.
 */
export function changeAt(value: unknown, path: string, change: Change): unknown {
  return changeIn(value, path.split("."), change);
}

/** A copy with a member set, whether it was there or not; everything above it must be there. */
export function putAt(value: unknown, path: string, next: unknown): unknown {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const put = (owner: unknown): unknown => ({ ...membersOf(owner), [last]: next });
  return names.length === 0 ? put(value) : changeIn(value, names, put);
}

function changeIn(value: unknown, [name = "", ...rest]: readonly string[], change: Change): unknown {
  const next = (old: unknown, owner: unknown): unknown =>
    rest.length === 0 ? change(old, membersOf(owner)) : changeIn(old, rest, change);
  if (Array.isArray(value)) {
    const changed = value.map((item, index) => (name === "*" || name === String(index) ? next(item, value) : item));
    return changed.filter((item) => item !== undefined);
  }
  if (!Object.hasOwn(membersOf(value), name)) return value;
  const members = Object.entries(membersOf(value)).map(([key, old]) => [key, key === name ? next(old, value) : old]);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}
