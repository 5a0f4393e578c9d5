import { type JsonValue, query } from "jsonpath-rfc9535";
import { isNode } from "../documents/json-pointer.ts";

/** Why a text is no JSONPath; null when it is. */
export function jsonPathFault(text: string): string | null {
  try {
    query(null, text);
    return null;
  } catch (error) {
    // The library says by throwing that it cannot parse the text.
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Whether a JSONPath finds something in a value. A filter at the root is also tried on a list of the value alone: RFC 9535 applies
 * it to the children, the examples of Arazzo to the value itself.
 */
export function findsByJsonPath(value: unknown, path: string): boolean {
  const json: JsonValue = JSON.parse(JSON.stringify(value ?? null));
  if (query(json, path).length > 0) return true;
  return isNode(value) && /^\s*\$\s*\[\s*\?/.test(path) && query([json], path).length > 0;
}
