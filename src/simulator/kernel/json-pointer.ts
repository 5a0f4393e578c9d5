/** A JSON value that a pointer leads into. */
type Node = Record<string, unknown> | unknown[];

/** Says whether a text is a JSON pointer (RFC 6901) to a member: `/content/orderNo`. */
export function isJsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)+$/.test(text);
}

/** Removes the member at `pointer` from `root`, which is changed. False when it is not there. */
export function removeAt(root: unknown, pointer: string): boolean {
  const found = placeOf(root, pointer);
  if (found === null) return false;
  const { parent, name } = found;
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
  return true;
}

/** Gives the member at `pointer` a value of another type: text becomes a number, all else becomes text. False when it is not there. */
export function retypeAt(root: unknown, pointer: string): boolean {
  const found = placeOf(root, pointer);
  if (found === null) return false;
  const { parent, name } = found;
  const before: unknown = Reflect.get(parent, name);
  Reflect.set(parent, name, typeof before === "string" ? before.length : JSON.stringify(before));
  return true;
}

function placeOf(root: unknown, pointer: string): { readonly parent: Node; readonly name: string } | null {
  const names = pointer
    .slice(1)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop() ?? "";
  let node: unknown = root;
  for (const name of names) {
    if (!isNode(node) || !Object.hasOwn(node, name)) return null;
    node = Reflect.get(node, name);
  }
  return isNode(node) && Object.hasOwn(node, last) && last !== "length" ? { parent: node, name: last } : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
