import { describe, expect, test } from "vitest";
import { specificationOf } from "../testing/specification.ts";
import { createAnswerOracle } from "./answer.ts";

const document = {
  paths: {
    "/rows": {
      post: {
        operationId: "rows",
        responses: {
          "200": {
            headers: {
              "x-token": { schema: { type: "string", pattern: "^[a-z]+$" }, "x-required-on": "success" },
            },
            content: {
              "application/json": {
                schema: {
                  oneOf: [{ $ref: "#/components/schemas/RowsAnswer" }, { $ref: "#/components/schemas/Failure" }],
                },
                examples: { busy: { value: { success: false, errorCode: "9", obj: null } } },
              },
            },
          },
          "4XX": { content: { "application/json": { schema: { $ref: "#/components/schemas/Failure" } } } },
          "429": {
            headers: { "Retry-After": { schema: { type: "integer", minimum: 1 } } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/Failure" } } },
          },
        },
      },
    },
  },
  webhooks: {
    ping: {
      post: {
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["type"],
                properties: { type: { const: "PING" }, at: { type: "string", format: "date-time" } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      RowsAnswer: {
        type: "object",
        required: ["success", "errorCode", "obj"],
        properties: { success: { const: true }, errorCode: { const: "0" }, obj: { $ref: "#/components/schemas/Rows" } },
      },
      Rows: {
        type: "object",
        required: ["rows"],
        properties: { rows: { type: "array", items: { $ref: "#/components/schemas/Row" } } },
      },
      Row: {
        type: "object",
        required: ["iccid", "size"],
        properties: {
          iccid: { type: "string", format: "iccid" },
          size: { type: "integer", format: "int64" },
          state: { type: "string", enum: ["A", "B"] },
          cover: {
            oneOf: [
              { type: "integer", minimum: 100 },
              { type: "string", pattern: "^\\d{3}$" },
            ],
          },
        },
      },
      Failure: {
        type: "object",
        required: ["success", "errorCode", "obj"],
        properties: {
          success: { const: false },
          errorCode: { $ref: "#/components/schemas/ErrorCode" },
          obj: { type: "null" },
        },
      },
      ErrorCode: { type: "string", oneOf: [{ const: "5" }, { const: "7" }, { const: "9" }] },
    },
  },
};

const spec = specificationOf({
  document,
  errors: [{ code: "5", condition: "type", evidence: { grade: "proposed", source: [] } }],
});
const oracle = createAnswerOracle(spec);

const ROW = { iccid: "8900000000000000011", size: 1 };
const JSON_TYPE = { "content-type": "application/json", "x-token": "abc" };

function answer(body: unknown, { status = 200, headers = JSON_TYPE as Record<string, string> } = {}) {
  const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body));
  return { status, headers: new Map(Object.entries(headers)), bytes, wallMs: 1 };
}

function rows(...list: unknown[]) {
  return { success: true, errorCode: "0", obj: { rows: list } };
}

const schemas = "schema #/components/schemas";

describe("an answer", () => {
  test.for([
    ["keeps the document", answer(rows(ROW)), []],
    ["is a documented refusal", answer({ success: false, errorCode: "5", obj: null }), []],
    ["is a refusal that an example shows", answer({ success: false, errorCode: "9", obj: null }), []],
    [
      "is a refusal within a range of statuses",
      answer({ success: false, errorCode: "5", obj: null }, { status: 404 }),
      [],
    ],
    ["has an undocumented status", answer(rows(ROW), { status: 500 }), ["status 500"]],
    ["has no content type", answer(rows(ROW), { headers: { "x-token": "abc" } }), ["content-type"]],
    [
      "names UTF-8",
      answer(rows(ROW), { headers: { ...JSON_TYPE, "content-type": "application/json; charset=UTF-8" } }),
      [],
    ],
    [
      "names another charset",
      answer(rows(ROW), { headers: { ...JSON_TYPE, "content-type": "application/json; charset=latin1" } }),
      ["content-type"],
    ],
    [
      "is HTML",
      answer(new TextEncoder().encode("<p>"), { headers: { ...JSON_TYPE, "content-type": "text/html" } }),
      ["content-type"],
    ],
    ["is truncated", answer(new TextEncoder().encode('{"success":')), ["json"]],
    ["begins with a mark", answer(new TextEncoder().encode(`\uFEFF${JSON.stringify(rows(ROW))}`)), ["encoding"]],
    ["is Latin-1", answer(new Uint8Array([0x7b, 0xe9, 0x7d])), ["encoding"]],
    ["is a list", answer([]), ["envelope"]],
    ["lacks a member", answer(rows({ size: 1 })), [`${schemas}/Row required iccid`]],
    ["has one more member in a row", answer(rows({ ...ROW, cost: 1 })), [`${schemas}/Row additionalProperties cost`]],
    [
      "has one more member at the top",
      answer({ ...rows(), trace: 1 }),
      [`${schemas}/RowsAnswer additionalProperties trace`],
    ],
    [
      "breaks a type in many rows",
      answer(rows(...Array.from({ length: 90 }, () => ({ ...ROW, size: "1" })))),
      [`${schemas}/Row/properties/size type`],
    ],
    ["breaks a format", answer(rows({ ...ROW, iccid: "12" })), [`${schemas}/Row/properties/iccid format`]],
    ["breaks an enumeration", answer(rows({ ...ROW, state: "C" })), [`${schemas}/Row/properties/state enum`]],
    [
      "breaks one of several alternatives",
      answer(rows({ ...ROW, cover: 7 })),
      [`${schemas}/Row/properties/cover/oneOf/0 minimum`],
    ],
    ["fits no alternative", answer(rows({ ...ROW, cover: true })), [`${schemas}/Row/properties/cover oneOf`]],
    ["unwraps a list", answer({ ...rows(), obj: { rows: ROW } }), [`${schemas}/Rows/properties/rows type`]],
    ["has a code of no list", answer({ success: false, errorCode: "77", obj: null }), ["code 77"]],
    [
      "has a code that this operation cannot have",
      answer({ success: false, errorCode: "7", obj: null }),
      ["code 7 rows"],
    ],
    [
      "lacks the header of a success",
      answer(rows(), { headers: { "content-type": "application/json" } }),
      ["header x-token"],
    ],
    [
      "has a header that breaks its schema",
      answer(rows(), { headers: { ...JSON_TYPE, "x-token": "A1" } }),
      ["header x-token"],
    ],
    [
      "throttles without saying for how long",
      answer({ success: false, errorCode: "9", obj: null }, { status: 429 }),
      ["header Retry-After"],
    ],
    [
      "throttles and says for how long",
      answer(
        { success: false, errorCode: "9", obj: null },
        { status: 429, headers: { ...JSON_TYPE, "retry-after": "1" } },
      ),
      [],
    ],
    [
      "calls a refusal a success",
      answer({ success: true, errorCode: "5", obj: null }),
      [`${schemas}/RowsAnswer/properties/errorCode const`, `${schemas}/Rows type`],
    ],
  ] as const)("that %s gives its violations", async ([, arrived, roots]) => {
    const { violations } = await oracle.judge("rows", arrived);
    expect(violations.map(({ root }) => root)).toEqual(roots);
  });

  test("is read as the outcome says", async () => {
    const { outcome } = await oracle.judge("rows", answer({ success: false, errorCode: "5", obj: null }));
    expect(outcome).toEqual({ isSuccess: false, code: "5", data: null });
  });

  test("may have the code that the case waits for", async () => {
    const refused = answer({ success: false, errorCode: "7", obj: null });
    expect((await oracle.judge("rows", refused, { codes: ["7"] })).violations).toEqual([]);
  });

  test("to a path that belongs to no operation is measured by the refusals of others", async () => {
    const refused = answer({ success: false, errorCode: "7", obj: null });
    expect((await oracle.judge(null, refused)).violations).toEqual([]);
    expect((await oracle.judge(null, answer({ oops: 1 }))).violations.length).toBeGreaterThan(0);
  });

  test("of two thousand rows is judged in less than 30 ms", async () => {
    const big = answer(rows(...Array.from({ length: 2000 }, () => ({ ...ROW, state: "A", cover: "123" }))));
    const tookMs: number[] = [];
    for (let trial = 0; trial < 10; trial++) {
      const startedAt = performance.now();
      await oracle.judge("rows", big);
      tookMs.push(performance.now() - startedAt);
    }
    expect(Math.min(...tookMs)).toBeLessThan(30); // the quickest: what else runs on the machine does not count
  });
});

describe("a notification", () => {
  const arrived = (body: unknown, method = "POST") => ({ ...answer(body), method });
  test.for([
    ["that keeps the document", "ping", arrived({ type: "PING", at: "2026-01-01T00:00:00Z" }), []],
    [
      "of another type",
      "ping",
      arrived({ type: "PONG" }),
      ["schema #/webhooks/ping/post/requestBody/content/application~1json/schema/properties/type const"],
    ],
    [
      "with a wrong time",
      "ping",
      arrived({ type: "PING", at: "yesterday" }),
      ["schema #/webhooks/ping/post/requestBody/content/application~1json/schema/properties/at format"],
    ],
    ["by another method", "ping", arrived({ type: "PING" }, "PUT"), ["notification method"]],
    ["that nobody knows", null, arrived({ type: "PONG" }), ["notification type"]],
  ] as const)("%s gives its violations", ([, name, seen, roots]) => {
    const violations = oracle.judgeNotification(name, seen);
    expect(violations.map(({ root }) => root)).toEqual(roots);
  });
});
