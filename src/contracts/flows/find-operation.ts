import { segmentsOf } from "../documents/json-pointer.ts";
import { suggestion } from "../documents/nearest-name.ts";
import type { FlowOperation, FlowSources } from "./arazzo.ts";

/** An operation of a source, or why there is none. */
export type FoundOperation =
  | { readonly ok: true; readonly source: string; readonly operation: FlowOperation }
  | { readonly ok: false; readonly message: string };

/**
 * Finds what `operationId` or `operationPath` of a step means: a plain id where there is one source only, `$sourceDescriptions.name.id`,
 * or `{$sourceDescriptions.name.url}#/paths/~1path/method`.
 */
export function findOperation(text: string, sources: FlowSources): FoundOperation {
  const byPath = /^\{\$sourceDescriptions\.([A-Za-z0-9_-]+)\.url\}(#\/.*)$/.exec(text);
  if (byPath !== null) return findByPath(byPath[1] ?? "", byPath[2] ?? "", sources);
  const qualified = /^\$sourceDescriptions\.([A-Za-z0-9_-]+)\.(.+)$/.exec(text);
  if (qualified !== null) return findById(qualified[1] ?? "", qualified[2] ?? "", sources);
  const [only, ...others] = sources.keys();
  if (only === undefined || others.length > 0) {
    const message = `${text} needs the name of its source, as there are several: $sourceDescriptions.${only}.${text}`;
    return { ok: false, message };
  }
  return findById(only, text, sources);
}

function findById(source: string, operationId: string, sources: FlowSources): FoundOperation {
  const operations = sources.get(source);
  if (operations === undefined) return unknownSource(source, sources);
  const operation = operations.get(operationId);
  if (operation !== undefined) return { ok: true, source, operation };
  const message = `${source} has no operation ${operationId}; ${suggestion(operationId, operations.keys())}`;
  return { ok: false, message };
}

function findByPath(source: string, pointer: string, sources: FlowSources): FoundOperation {
  const operations = sources.get(source);
  if (operations === undefined) return unknownSource(source, sources);
  const [paths, path = "", method = "", ...rest] = segmentsOf(pointer);
  const operation = [...operations.values()].find((one) => one.path === path && one.method === method.toUpperCase());
  if (paths !== "paths" || rest.length > 0 || operation === undefined) {
    return { ok: false, message: `${source} has no operation at ${pointer}` };
  }
  return { ok: true, source, operation };
}

function unknownSource(source: string, sources: FlowSources): FoundOperation {
  return { ok: false, message: `there is no source named ${source}; ${suggestion(source, sources.keys())}` };
}
