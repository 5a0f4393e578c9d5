import type { JournalEntry } from "../../kernel/journal.ts";
import { isoOf } from "./listing.ts";

/** A document in the HTTP Archive format 1.2, which browsers and proxies show. */
export interface Har {
  readonly log: {
    readonly version: "1.2";
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

interface NameValue {
  readonly name: string;
  readonly value: string;
}

interface HarMessage {
  readonly httpVersion: "HTTP/1.1";
  readonly cookies: readonly never[];
  readonly headers: readonly NameValue[];
  readonly headersSize: -1;
  readonly bodySize: number;
}

interface HarEntry {
  /** On the tenant's clock. */
  readonly startedDateTime: string;
  /** Milliseconds of real time. */
  readonly time: number;
  readonly request: HarMessage & {
    readonly method: string;
    readonly url: string;
    readonly queryString: readonly NameValue[];
    readonly postData?: { readonly mimeType: string; readonly text: string };
  };
  readonly response: HarMessage & {
    readonly status: number;
    readonly statusText: string;
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
    readonly redirectURL: "";
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: 0 };
  readonly comment: string;
  /** What the journal knows besides; names with an underscore are the format's room for that. */
  readonly _seq: number;
  readonly _kind: string;
  readonly _provider: string;
  readonly _operationId?: string;
  readonly _requestId?: string;
  readonly _code?: string;
  readonly _faults?: unknown;
  readonly _notificationId?: string;
}

const JSON_TYPE = "application/json";

/** Writes exchanges and deliveries as an archive; other entries have no place in it. The headers are those that the journal holds. */
export function harOf(
  entries: readonly JournalEntry[],
  { version, publicUrl }: { readonly version: string; readonly publicUrl: string },
): Har {
  const shown = entries.flatMap((entry) => {
    if (entry.kind === "exchange") return [exchangeEntry(entry, publicUrl)];
    return entry.kind === "delivery" ? [deliveryEntry(entry)] : [];
  });
  return { log: { version: "1.2", creator: { name: "esim-sandbox", version }, entries: shown } };
}

function exchangeEntry(entry: JournalEntry, publicUrl: string): HarEntry {
  const query = textOf(entry, "query");
  const status = numberOf(entry, "status");
  const url = publicUrl + textOf(entry, "path") + (query === "" ? "" : `?${query}`);
  const lost = status === null ? "; no answer reached the client" : "";
  const body = textOf(entry, "request");
  return {
    ...frameOf(entry, numberOf(entry, "wallMs") ?? 0),
    request: requestOf({ method: textOf(entry, "method"), url, query, body, headers: entry["requestHeaders"] }),
    response:
      status === null ? responseOf(null, "") : responseOf(status, textOf(entry, "response"), entry["responseHeaders"]),
    comment: `${textOf(entry, "operationId")}: ${textOf(entry, "code")}${lost}`,
    _operationId: textOf(entry, "operationId"),
    _requestId: textOf(entry, "requestId"),
    _code: textOf(entry, "code"),
    _faults: entry["faults"],
  };
}

function deliveryEntry(entry: JournalEntry): HarEntry {
  const url = textOf(entry, "url");
  const at = url.indexOf("?");
  const detail = textOf(entry, "detail");
  const told = `${textOf(entry, "type")}: ${textOf(entry, "outcome")}, attempt ${entry["attempt"]}`;
  return {
    ...frameOf(entry, 0),
    request: requestOf({ method: "POST", url, query: at < 0 ? "" : url.slice(at + 1), body: textOf(entry, "body") }),
    response: responseOf(numberOf(entry, "status"), ""),
    comment: detail === "" ? told : `${told}; ${detail}`,
    _notificationId: textOf(entry, "notificationId"),
  };
}

function frameOf(
  entry: JournalEntry,
  wallMs: number,
): Pick<HarEntry, "startedDateTime" | "time" | "cache" | "timings" | "_seq" | "_kind" | "_provider"> {
  return {
    startedDateTime: isoOf(entry.at),
    time: wallMs,
    cache: {},
    timings: { send: 0, wait: wallMs, receive: 0 },
    _seq: entry.seq,
    _kind: entry.kind,
    _provider: textOf(entry, "provider"),
  };
}

function requestOf(sent: {
  readonly method: string;
  readonly url: string;
  readonly query: string;
  readonly body: string;
  readonly headers?: unknown;
}): HarEntry["request"] {
  const { method, url, query, body, headers } = sent;
  const queryString = [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
  const message = { method, url, queryString, ...messageOf(body, headers) };
  return body === "" ? message : { ...message, postData: { mimeType: typeIn(message.headers), text: body } };
}

/** An exchange without an answer has the status 0, as browsers write it. */
function responseOf(status: number | null, body: string, held?: unknown): HarEntry["response"] {
  const message = messageOf(body, held);
  const content = { size: bytesOf(body), mimeType: typeIn(message.headers), text: body };
  return { status: status ?? 0, statusText: "", content, redirectURL: "", ...message };
}

/** Webhooks are journalled without their headers; what is certain of those is the type of the body. */
function messageOf(body: string, held: unknown): HarMessage {
  const ofBody = body === "" ? [] : [{ name: "content-type", value: JSON_TYPE }];
  const headers = typeof held === "object" && held !== null ? pairsOf(held) : ofBody;
  return { httpVersion: "HTTP/1.1", cookies: [], headers, headersSize: -1, bodySize: bytesOf(body) };
}

function pairsOf(held: object): readonly NameValue[] {
  return Object.entries(held).map(([name, value]) => ({ name, value: String(value) }));
}

function typeIn(headers: readonly NameValue[]): string {
  return headers.find(({ name }) => name === "content-type")?.value ?? JSON_TYPE;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function textOf(entry: JournalEntry, member: string): string {
  const value = entry[member];
  return typeof value === "string" ? value : "";
}

function numberOf(entry: JournalEntry, member: string): number | null {
  const value = entry[member];
  return typeof value === "number" ? value : null;
}
