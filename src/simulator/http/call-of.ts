import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import { bodyLimitAt, parseBody } from "./body.ts";
import type { Call, ParsedBody } from "./call.ts";

/** What the listener adds to a request; absent in process. */
export interface RequestBindings {
  readonly incoming?: IncomingMessage & { readonly rawBody?: Buffer; readonly isTooLarge?: boolean };
}

/** The context of a request, in process or from the listener. */
export type RequestContext = Context<{ Bindings: RequestBindings }>;

const EMPTY = new Uint8Array(0);

/** Reads a request once, as bytes and as JSON. */
export async function callOf(c: RequestContext): Promise<Call> {
  const incoming = c.env?.incoming;
  const bytes = incoming?.rawBody ?? (await readBytes(c));
  const limitBytes = bodyLimitAt(c.req.path);
  const isTooLarge = incoming?.isTooLarge === true || bytes.byteLength > limitBytes;
  const parsed: { readonly text: string; readonly body: ParsedBody } = isTooLarge
    ? { text: "", body: { kind: "too-large" } }
    : parseBody(bytes, limitBytes);
  return {
    method: c.req.method,
    path: interned(c.req.path),
    url: c.req.url,
    header: incoming === undefined ? (name) => c.req.raw.headers.get(name) : (name) => headerOf(incoming, name),
    headers: incoming === undefined ? () => headersOf(c.req.raw.headers) : () => incoming.headers,
    query: (name) => c.req.query(name),
    bytes,
    text: parsed.text,
    body: parsed.body,
  };
}

/** The one copy of a text that comes again and again; a piece of a URL would keep the whole of it in the journal. */
function interned(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

/** `forEach` takes half the time of an iteration. */
function headersOf(headers: Headers): Readonly<Record<string, string>> {
  const sent: Record<string, string> = {};
  headers.forEach((value, name) => {
    sent[name] = value;
  });
  return sent;
}

/** Node has parsed the headers already; asking it is cheaper than building a Headers object. */
function headerOf(incoming: IncomingMessage, name: string): string | null {
  const value = Object.hasOwn(incoming.headers, name) ? incoming.headers[name] : undefined;
  if (value === undefined) return null;
  return typeof value === "string" ? value : value.join(", ");
}

async function readBytes(c: RequestContext): Promise<Uint8Array> {
  if (c.req.method === "GET" || c.req.method === "HEAD") return EMPTY;
  return new Uint8Array(await c.req.raw.arrayBuffer());
}
