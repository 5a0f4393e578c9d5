import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { expect, test } from "vitest";
import type { JournalEntry } from "../../kernel/journal.ts";
import { harOf } from "./har.ts";

const text = { type: "string" };
const count = { type: "integer", minimum: -1 };
const duration = { type: "number", minimum: -1 };

/** An object of the format: these members and no other, but for those with an underscore and comments. */
function object(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object {
  return {
    type: "object",
    properties: { ...required, ...optional, comment: text },
    patternProperties: { "^_": true },
    additionalProperties: false,
    required: Object.keys(required),
  };
}

const pair = object({ name: text, value: text });
const pairs = { type: "array", items: pair };
const cookies = { type: "array", items: object({ name: text, value: text }, { path: text, domain: text }) };
const parameters = { type: "array", items: object({ name: text }, { value: text }) };

const request = object(
  {
    method: text,
    url: { type: "string", format: "uri" },
    httpVersion: text,
    cookies,
    headers: pairs,
    queryString: pairs,
    headersSize: count,
    bodySize: count,
  },
  { postData: object({ mimeType: text }, { text, params: parameters }) },
);

const response = object({
  status: { type: "integer" },
  statusText: text,
  httpVersion: text,
  cookies,
  headers: pairs,
  content: object({ size: { type: "integer" }, mimeType: text }, { compression: count, text, encoding: text }),
  redirectURL: text,
  headersSize: count,
  bodySize: count,
});

const timings = object(
  { send: duration, wait: duration, receive: duration },
  { blocked: duration, dns: duration, connect: duration, ssl: duration },
);

const entry = object(
  {
    startedDateTime: { type: "string", format: "date-time" },
    time: { type: "number", minimum: 0 },
    request,
    response,
    cache: object({}, { beforeRequest: {}, afterRequest: {} }),
    timings,
  },
  { pageref: text, serverIPAddress: text, connection: text },
);

/** The HTTP Archive format 1.2, as its specification describes it. */
const harSchema = object({
  log: object(
    {
      version: { const: "1.2" },
      creator: object({ name: text, version: text }),
      entries: { type: "array", items: entry },
    },
    { browser: object({ name: text, version: text }), pages: { type: "array" } },
  ),
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormatsModule.default(ajv);
const isHar = ajv.compile(harSchema);

const at = 1_767_225_600_000;
const call: JournalEntry = {
  ...{ seq: 1, at, kind: "exchange", requestId: "default-1", provider: "parcels", operationId: "post", method: "POST" },
  ...{ path: "/post", query: "a=1&b=%C3%A9", status: 200, code: "0", request: '{"é":1}', response: "{}" },
  ...{ faults: ["fault-1"], wallMs: 2.5 },
  requestHeaders: { "content-type": "text/plain", "x-key": "***" },
  responseHeaders: { "content-type": "application/json; charset=utf-8", "x-sim-evidence": "documented" },
};
const lost: JournalEntry = {
  ...call,
  seq: 2,
  method: "GET",
  query: undefined,
  request: "",
  status: null,
  response: "{}",
};
const webhook: JournalEntry = {
  ...{ seq: 3, at, kind: "delivery", provider: "parcels", notificationId: "n1", type: "NEWS", attempt: 2 },
  ...{ url: "http://receiver.example.test/in?x=1", body: "{}", outcome: "failed", status: null, detail: "refused" },
};
const written = harOf([call, { seq: 9, at, kind: "clock-moved" }, lost, webhook], {
  version: "0.1.0",
  publicUrl: "http://sandbox.test",
});

test("an archive keeps to the format, and holds calls and webhooks only", () => {
  isHar(written);
  expect(isHar.errors ?? []).toEqual([]);
  expect(written.log.entries.map(({ _seq }) => _seq)).toEqual([1, 2, 3]);
  expect(isHar({ log: { ...written.log, version: "1.1" } })).toBe(false);
});

test("a call is shown with its query, its body in bytes and its time", () => {
  expect(written.log.entries[0]).toMatchObject({
    startedDateTime: "2026-01-01T00:00:00.000Z",
    time: 2.5,
    request: {
      url: "http://sandbox.test/post?a=1&b=%C3%A9",
      queryString: [
        { name: "a", value: "1" },
        { name: "b", value: "é" },
      ],
      headers: [
        { name: "content-type", value: "text/plain" },
        { name: "x-key", value: "***" },
      ],
      bodySize: 8,
      postData: { mimeType: "text/plain", text: '{"é":1}' },
    },
    response: {
      status: 200,
      headers: [
        { name: "content-type", value: "application/json; charset=utf-8" },
        { name: "x-sim-evidence", value: "documented" },
      ],
      content: { size: 2, mimeType: "application/json; charset=utf-8", text: "{}" },
    },
    comment: "post: 0",
    _faults: ["fault-1"],
  });
});

test("a call whose answer was lost and a webhook that nobody took have the status 0", () => {
  expect(written.log.entries.slice(1)).toMatchObject([
    { response: { status: 0, headers: [], content: { text: "" } }, comment: "post: 0; no answer reached the client" },
    {
      request: {
        method: "POST",
        queryString: [{ name: "x", value: "1" }],
        headers: [{ name: "content-type", value: "application/json" }],
      },
      comment: "NEWS: failed, attempt 2; refused",
    },
  ]);
});
