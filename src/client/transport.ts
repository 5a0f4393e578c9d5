import { ControlFailed, type FailedPlace } from "./control-failed.ts";
import type { components } from "./generated.ts";

/** The shapes of the control API by the names of its document. */
export type ControlSchemas = components["schemas"];

/** What sends a request: the global `fetch`, or that of a sandbox in the same process. */
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where the control API is and how it is reached. */
export interface ControlAddress {
  readonly fetch: Fetch;
  /** Base URL of the sandbox, with or without `/__admin` at its end. */
  readonly url: string;
  /** Sent as `Authorization: Bearer`; default null: nothing. */
  readonly adminToken?: string | null;
  /** Wall milliseconds that an answer may take, default one minute, as a clock command can run many jobs; null for no bound. */
  readonly timeoutMs?: number | null;
}

/** A request below `/__admin`. */
export interface ControlRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Members that are undefined are left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Wall milliseconds that the answer may take by itself, added to those of the address. */
  readonly waitMs?: number;
  /** Whether the answer is text of another kind than JSON, given as it is. */
  readonly isText?: boolean;
}

/** Sends a request and gives the body of its answer. @throws ControlFailed */
export type Ask = (request: ControlRequest) => Promise<unknown>;

/** Sends a request whose answer has the shape `Name`. @throws ControlFailed */
export async function askFor<Name extends keyof ControlSchemas>(
  ask: Ask,
  request: ControlRequest,
): Promise<ControlSchemas[Name]> {
  return (await ask(request)) as ControlSchemas[Name]; // the sandbox has checked its answer against the document of these types
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** Makes what sends requests to one control API. */
export function createAsk(address: ControlAddress): Ask {
  const base = `${address.url.replace(/\/+$/, "").replace(/\/__admin$/, "")}/__admin/`;
  return async ({ method, path, query = {}, body, waitMs = 0, isText = false }) => {
    const headers: Record<string, string> = { accept: "application/json" };
    if (typeof address.adminToken === "string") headers["authorization"] = `Bearer ${address.adminToken}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = address;
    const init: RequestInit = {
      method,
      headers,
      redirect: "manual",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(timeoutMs === null ? {} : { signal: AbortSignal.timeout(timeoutMs + waitMs) }),
    };
    const told = `${method} /__admin/${path}`;
    const { status, text } = await send(address.fetch, base + path + searchOf(query), { init, told });
    if (isText && status === 200) return text;
    const value = parsed(text);
    if (status >= 200 && status < 300 && value !== undefined) return value;
    throw failureOf(told, status, value);
  };
}

function searchOf(query: NonNullable<ControlRequest["query"]>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? "" : `?${search.toString()}`;
}

async function send(
  fetch: Fetch,
  url: string,
  { init, told }: { readonly init: RequestInit; readonly told: string },
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    // Refused, reset, unknown host, too slow: for the caller there is no answer.
    const message = `${told} was not answered: ${reasonOf(cause)}`;
    throw new ControlFailed({ status: null, code: "no-answer", message }, { cause });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(told: string, status: number, value: unknown): ControlFailed {
  const { code, detail, errors } = membersOf(value);
  if (typeof code !== "string" || typeof detail !== "string") {
    const message = `${told} was answered with HTTP ${status} and no JSON of the control API; is a sandbox there?`;
    return new ControlFailed({ status, code: "foreign-answer", message });
  }
  return new ControlFailed({ status, code, message: detail, errors: placesOf(errors) });
}

function placesOf(errors: unknown): FailedPlace[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error) => {
    const { path, expected, got } = membersOf(error);
    return { path: String(path), expected: String(expected), got: typeof got === "string" ? got : null };
  });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
