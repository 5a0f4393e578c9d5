import type { OperationSpec } from "../documents/specification.ts";
import type { CallStep, RequestChange } from "../plan/case.ts";
import { usualBody, usualQuery } from "../plan/usual-request.ts";
import type { OutgoingCall } from "../targets/target.ts";
import type { Exchange } from "./exchange.ts";
import { withoutValue, withValue } from "./paths.ts";
import type { World } from "./world.ts";

/** A request before it is sent. */
export interface BuiltCall {
  readonly operationId: string;
  readonly outgoing: OutgoingCall;
  readonly request: unknown;
  /** Whose answer it will be. */
  readonly tenantId: string;
}

/** Sends one call, judges its answer and saves what the step asks for. */
export async function callOperation(world: World, step: CallStep): Promise<Exchange> {
  const exchange = await sendBuilt(world, await buildCall(world, step));
  await saveFrom(world, step, exchange);
  return exchange;
}

/** Makes the request of a step: the usual one, changed as the step says. @throws for an operation that does not exist */
export async function buildCall(world: World, step: CallStep): Promise<BuiltCall> {
  const operation = world.spec.operations.get(step.call);
  if (operation === undefined) throw new Error(`the document has no operation ${step.call}`);
  if (step.as === "other") await world.meetOther();
  const request = await requestOf(world, operation, step);
  const headers = await headersOf(world, operation, step);
  const change = step.change ?? {};
  const isQuery = operation.requestSchema === null;
  const body = await bodyOf(change, isQuery ? undefined : request);
  if (body !== null && !("content-type" in headers)) headers["content-type"] = "application/json";
  await changeHeaders(world, headers, change);
  const query = { ...(isQuery ? queryTexts(request) : {}), ...queryTexts(await world.fill(change.query ?? {})) };
  const search = new URLSearchParams(query).toString();
  const path = (change.path ?? operation.path) + (search === "" ? "" : `?${search}`);
  const outgoing = { method: change.method ?? operation.method, path, headers, body };
  const { tenantId } = world.credentials(step.as === "other" ? "other" : "usual");
  return { operationId: step.call, outgoing, request, tenantId };
}

/** Sends a request and judges what comes back. */
export async function sendBuilt(world: World, built: BuiltCall): Promise<Exchange> {
  const { spec, target, oracle, onExchange } = world.ports;
  const arrived = await target.send(spec.provider, built.outgoing);
  const clock = target.capabilities.has("clock") ? await world.clock() : null;
  const shared = { operationId: built.operationId, call: built.outgoing, request: built.request, clock };
  const { tenantId } = built;
  let exchange: Exchange;
  if (arrived.status === null) {
    const { failure, isUnreachable } = arrived;
    const nothing = { status: null, headers: new Map(), text: null, answer: undefined, data: undefined } as const;
    exchange = { ...shared, ...nothing, failure, isUnreachable, success: false, code: "", violations: [], tenantId };
  } else {
    const judged = await oracle.judge(built.operationId, arrived);
    const { parsed, outcome, violations } = judged;
    const answer = parsed.ok ? parsed.body : undefined;
    exchange = {
      ...shared,
      status: arrived.status,
      headers: arrived.headers,
      // Bytes are rarely shown, and there can be megabytes of them.
      get text() {
        return new TextDecoder().decode(arrived.bytes);
      },
      failure: null,
      isUnreachable: false,
      answer,
      data: outcome.data,
      success: outcome.isSuccess,
      code: outcome.code,
      violations,
      tenantId,
    };
  }
  world.exchanges.push(exchange);
  await onExchange(exchange, world);
  return exchange;
}

/** What an answer adds to the variables of expressions. */
export function answerVariables(exchange: Exchange): Readonly<Record<string, unknown>> {
  const { request, answer, data, status, success, code, headers } = exchange;
  return { request, answer, data, status, success, code, headers: Object.fromEntries(headers) };
}

/** Keeps the last answer for later steps, and what the step wants saved. */
export async function saveFrom(world: World, step: CallStep, exchange: Exchange): Promise<void> {
  const variables = answerVariables(exchange);
  Object.assign(world.saved, variables);
  for (const [name, expression] of Object.entries(step.save ?? {})) {
    world.saved[name] = await world.evaluate(expression, variables);
  }
}

async function requestOf(world: World, operation: OperationSpec, step: CallStep): Promise<unknown> {
  const isQuery = operation.requestSchema === null;
  const usual = isQuery ? usualQuery(world.spec, operation) : usualBody(world.spec, operation);
  // A replaced member's own value is not worked out: it may speak of something that does not exist.
  let template = typeof step.body === "string" ? await world.fill(step.body) : (step.body ?? usual);
  for (const [path, value] of Object.entries(step.with ?? {})) template = withValue(template, path, value);
  for (const path of step.without ?? []) template = withoutValue(template, path);
  return world.fill(template, { credentials: world.credentials(step.as === "other" ? "other" : "usual").values });
}

async function headersOf(world: World, operation: OperationSpec, step: CallStep): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  const { values: credentials, tenantId } = world.credentials(step.as === "other" ? "other" : "usual");
  const { tenantHeader } = world.ports.target;
  if (tenantHeader !== null) headers[tenantHeader] = tenantId;
  if (step.as === "none") return headers;
  for (const name of operation.security) {
    const scheme = world.spec.security.get(name);
    if (scheme?.auth === undefined || scheme.auth === null) continue;
    const value = await world.evaluate(scheme.auth.value, { credentials });
    if (value !== undefined && value !== null) headers[scheme.header.toLowerCase()] = String(value);
  }
  return headers;
}

async function changeHeaders(world: World, headers: Record<string, string>, change: RequestChange): Promise<void> {
  for (const [name, template] of Object.entries(change.headers ?? {})) {
    const value = await world.fill(template);
    if (value === null || value === undefined) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = String(value);
  }
}

function bodyOf(change: RequestChange, request: unknown): Uint8Array | null {
  if (change.bytesHex !== undefined) return Uint8Array.from(Buffer.from(change.bytesHex, "hex"));
  if (change.rawBody === null) return null;
  if (change.rawBody !== undefined) return new TextEncoder().encode(change.rawBody);
  return request === undefined ? null : new TextEncoder().encode(JSON.stringify(request));
}

function queryTexts(values: unknown): Record<string, string> {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
