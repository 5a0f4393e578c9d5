import { isNode, segmentsOf } from "../documents/json-pointer.ts";
import type { FlowBody, FlowOperation, FlowParameter } from "./arazzo.ts";
import type { FlowCall } from "./flow-ports.ts";
import { type Filling, fillExpressions, type Scope, shownValue } from "./runtime-expressions.ts";

/** A request, and what runtime expressions see of it. */
export interface BuiltRequest {
  readonly call: FlowCall;
  readonly request: NonNullable<Scope["request"]>;
}

/** Builds the request of a step. What has no value is noted in `filling.missing`. */
export function buildRequest(
  operation: FlowOperation,
  step: { readonly parameters: readonly FlowParameter[]; readonly body: FlowBody | null },
  filling: Filling,
): BuiltRequest {
  const filled = step.parameters.map(({ name, in: place, value }) => ({
    name,
    place,
    value: fillExpressions(value, filling),
  }));
  const at = (wanted: string): Record<string, unknown> =>
    Object.fromEntries(filled.filter(({ place }) => place === wanted).map(({ name, value }) => [name, value]));
  const [inPath, query, header, cookies] = [at("path"), at("query"), at("header"), at("cookie")];
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(shownValue(inPath[name])),
  );
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => pairsOf(name, value)));
  const url = search.size === 0 ? path : `${path}?${search}`;
  const payload = step.body === null ? undefined : payloadOf(step.body, filling);
  const headers = Object.fromEntries(Object.entries(header).map(([name, value]) => [name, shownValue(value)]));
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(shownValue(value))}`);
  if (cookie.length > 0) headers["Cookie"] = cookie.join("; ");
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (step.body !== null && !isTyped) headers["Content-Type"] = step.body.contentType;
  const { operationId, method } = operation;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    call: { operationId, method, path: url, headers, body: step.body === null ? null : bodyOf(step.body, payload) },
    request: { url, method, header: lower, query, path: inPath, body: payload },
  };
}

function pairsOf(name: string, value: unknown): [string, string][] {
  return (Array.isArray(value) ? value : [value]).map((one) => [name, shownValue(one)]);
}

function payloadOf({ payload, replacements }: FlowBody, filling: Filling): unknown {
  let value = fillExpressions(payload, filling);
  for (const replacement of replacements) {
    const inserted = fillExpressions(replacement.value, filling);
    const result = replaced(value, segmentsOf(`#${replacement.target}`), inserted);
    if (result === undefined) filling.missing.push(`${replacement.target} in the payload`);
    else value = result;
  }
  return value;
}

/** The value with one place changed; undefined when there is no such place. */
function replaced(value: unknown, [name, ...rest]: readonly string[], inserted: unknown): unknown {
  if (name === undefined) return inserted;
  if (Array.isArray(value)) {
    const at = Number(name);
    if (!(at in value)) return undefined;
    const inside = replaced(value[at], rest, inserted);
    return inside === undefined ? undefined : value.map((item, index) => (index === at ? inside : item));
  }
  if (!isNode(value) || !Object.hasOwn(value, name)) return undefined;
  const inside = replaced(value[name], rest, inserted);
  return inside === undefined ? undefined : { ...value, [name]: inside };
}

/** A text is sent as it is, whatever the type: payloads may be written as templates of the body. */
function bodyOf({ contentType }: FlowBody, payload: unknown): string {
  if (typeof payload === "string") return payload;
  if (contentType.toLowerCase().startsWith("application/x-www-form-urlencoded") && isNode(payload)) {
    return String(new URLSearchParams(Object.entries(payload).flatMap(([name, value]) => pairsOf(name, value))));
  }
  return payload === undefined ? "" : JSON.stringify(payload);
}
