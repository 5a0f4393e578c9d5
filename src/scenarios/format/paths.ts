import { isNode } from "../../contracts/documents/json-pointer.ts";

const SEGMENT = /(?:^|\.)([^.[\]]+)|\[(\d+)\]/g;

/** The names and numbers of `obj.esimList[0].iccid`; null when it is no such path. */
export function segmentsOfPath(path: string): readonly string[] | null {
  const found = [...path.matchAll(SEGMENT)];
  const isWhole = found.reduce((length, [text]) => length + text.length, 0) === path.length;
  return isWhole && found.length > 0 ? found.map(([, name, index]) => name ?? index ?? "") : null;
}

/** What a path leads to; undefined when it leads nowhere. */
export function valueAtPath(value: unknown, path: string): unknown {
  let found = value;
  for (const segment of segmentsOfPath(path) ?? []) {
    if (Array.isArray(found)) found = /^\d+$/.test(segment) ? found[Number(segment)] : undefined;
    else found = isNode(found) && Object.hasOwn(found, segment) ? found[segment] : undefined;
  }
  return found;
}
