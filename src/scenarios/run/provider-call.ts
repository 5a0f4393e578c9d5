import { isNode } from "../../contracts/documents/json-pointer.ts";
import { operationOf, providerOf } from "../documents/known-names.ts";
import { providerOfCall } from "../format/check-action.ts";
import { valueAtPath } from "../format/paths.ts";
import type { CallAction, ProviderName } from "../format/scenario.ts";
import type { Answer } from "./answer.ts";
import type { ScenarioLife } from "./life.ts";
import { shown } from "./matchers.ts";

/** Wall milliseconds that an answer may take; a hanging one counts as none. */
const ANSWER_TIMEOUT_MS = 60_000;

/** Calls an operation of a provider as the tenant's partner does. */
export async function callProvider(life: ScenarioLife, action: CallAction): Promise<Answer> {
  const provider = providerOfCall(action, life.checked.scenario.providers);
  const { url, init } = requestOf(life, action, provider);
  try {
    const response = await life.target.fetch(url, init);
    const text = await response.text();
    keepCredentials(life, response.headers, provider);
    const requestId = response.headers.get("x-sim-request-id");
    if (requestId !== null) life.ownRequests.add(requestId);
    return judged(provider, response.status, parsed(text));
  } catch (error) {
    // The connection broke or hung, as a fault may want it.
    return { status: null, isSuccess: false, code: "", body: undefined, told: `no answer: ${reasonOf(error)}` };
  }
}

function requestOf(
  life: ScenarioLife,
  action: CallAction,
  provider: ProviderName,
): { readonly url: string; readonly init: RequestInit } {
  const operation = operationOf(provider, action.call);
  if (operation === null) throw new Error(`a checked scenario calls ${action.call}, which ${provider} has not`);
  const method = action.method ?? operation.method;
  const partner = { partnerCode: life.credential(provider, "partnerCode") };
  const query = { ...(operation.partnerCode === "query" ? partner : {}), ...action.query };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  const headers = new Headers({ "x-sim-tenant": life.control.id });
  for (const name of operation.headers) {
    const value = credentialOf(life, provider, name);
    if (value !== null) headers.set(name, value);
  }
  const body = method === "GET" ? null : bodyOf(action, operation.partnerCode === "body" ? partner : {});
  if (body !== null) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(action.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const url = `${life.target.url}${action.path ?? operation.path}${search.size === 0 ? "" : `?${search}`}`;
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  return { url, init: { method, headers, redirect: "manual", signal, ...(body === null ? {} : { body }) } };
}

/** A header that no credential fills takes what an answer last gave under its name. */
function credentialOf(life: ScenarioLife, provider: ProviderName, header: string): string | null {
  const name = providerOf(provider).credentials[header];
  return name === undefined ? (life.tokens.get(header) ?? null) : life.credential(provider, name);
}

function keepCredentials(life: ScenarioLife, headers: Headers, provider: ProviderName): void {
  const { operations } = providerOf(provider);
  for (const { headers: needed } of Object.values(operations)) {
    for (const name of needed) {
      const value = headers.get(name);
      if (value !== null) life.tokens.set(name, value);
    }
  }
}

function bodyOf({ raw, body }: CallAction, partner: Readonly<Record<string, string>>): string {
  if (raw !== undefined) return raw;
  if (body === undefined || isNode(body)) {
    const members = Object.entries({ ...partner, ...nodeOrEmpty(body) });
    // Null for the partner code means: leave it out.
    return JSON.stringify(Object.fromEntries(members.filter(([name, value]) => !(name in partner && value === null))));
  }
  return JSON.stringify(body);
}

function nodeOrEmpty(value: unknown): Readonly<Record<string, unknown>> {
  return isNode(value) ? value : {};
}

function judged(provider: ProviderName, status: number, body: unknown): Answer {
  const { outcome } = providerOf(provider);
  const isSuccess = valueAtPath(body, outcome.successAt) === outcome.successIs;
  const code = valueAtPath(body, outcome.code);
  const isCode = !isSuccess && (typeof code === "string" || typeof code === "number");
  return { status, isSuccess, code: isCode ? String(code) : "", body, told: `HTTP ${status} ${shown(body)}` };
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
