import { below, followed, isNode, listOf, nodeOf, valueAt } from "./json-pointer.ts";
import type { Node } from "./specification.ts";

/** The pointer of the schema of a JSON body of a request, an answer or a notification; null when it has none. */
export function bodySchemaPointer(document: Node, holder: string): string | null {
  const place = followed(document, holder);
  if (place === null) return null;
  const media = nodeOf(nodeOf(valueAt(document, place))["content"]);
  const name = Object.keys(media).find((type) => /json/i.test(type));
  if (name === undefined || !isNode(nodeOf(media[name])["schema"])) return null;
  return below(place, "content", name, "schema");
}

/** Deeper nesting of alternatives than any schema has. */
const DEEPEST = 64;

/** Whether a schema has a member at a path, in itself or in one of its alternatives. */
export function leadsInto(document: Node, pointer: string, path: readonly string[], depth = 0): boolean {
  const place = followed(document, pointer);
  if (place === null || depth > DEEPEST) return false;
  const schema = nodeOf(valueAt(document, place));
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const next = (...segments: (string | number)[]): string => below(place, ...segments);
  if (Object.hasOwn(nodeOf(schema["properties"]), name)) {
    return leadsInto(document, next("properties", name), rest, depth + 1);
  }
  if (/^\d+$/.test(name) && isNode(schema["items"])) return leadsInto(document, next("items"), rest, depth + 1);
  return ["oneOf", "anyOf", "allOf"].some((keyword) =>
    listOf(schema[keyword]).some((_, index) => leadsInto(document, next(keyword, index), path, depth + 1)),
  );
}

/** Names of the parameters of an operation and of its path item, and where they stand. */
export function parameterNames(document: Node, operation: string): { readonly name: string; readonly at: string }[] {
  const item = `#${operation.slice(1).replace(/\/[^/]*$/, "")}`;
  return [operation, item].flatMap((holder) =>
    listOf(nodeOf(valueAt(document, holder))["parameters"]).map((_, index) => {
      const place = followed(document, below(holder, "parameters", index)) ?? "";
      const parameter = nodeOf(valueAt(document, place));
      return { name: String(parameter["name"]), at: String(parameter["in"]) };
    }),
  );
}
