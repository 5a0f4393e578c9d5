import { describe, expect, test } from "vitest";
import { Contract } from "./contract.ts";

const parcel = {
  type: "object",
  required: ["town"],
  properties: {
    town: { type: "string", minLength: 1, maxLength: 5, "x-lenient": { keywords: ["maxLength"] } },
    size: { type: "integer", format: "int64", minimum: 1 },
    items: { type: "array", items: { $ref: "#/components/schemas/Item" } },
    "a/b~c": { type: "boolean" },
    note: { type: ["object", "null"], properties: { text: { type: "string" } } },
  },
};

const document = {
  openapi: "3.1.0",
  paths: {
    "/post/{town}~x": {
      parameters: [],
      post: {
        operationId: "post",
        "x-evidence": { grade: "documented", source: "manual" },
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Parcel" } } } },
        responses: {
          "200": { content: { "application/json": { schema: { $ref: "#/components/schemas/Parcel" } } } },
          "204": { description: "nothing" },
          "400": { $ref: "#/components/responses/Refusal" },
        },
      },
      get: {
        operationId: "look",
        parameters: [
          { $ref: "#/components/parameters/Town" },
          { name: "page", in: "query", schema: { type: "string", pattern: "^[0-9]+$" } },
          { name: "x-trace", in: "header", required: true, schema: { type: "string" } },
        ],
        responses: {},
      },
    },
  },
  webhooks: {
    arrived: {
      post: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Item" } } } } },
    },
  },
  components: {
    parameters: { Town: { name: "town", in: "query", required: true, schema: { $ref: "#/components/schemas/Town" } } },
    responses: {
      Refusal: {
        content: {
          "application/json": { schema: { type: "object", required: ["code"], properties: { code: { const: 4 } } } },
        },
      },
    },
    schemas: {
      Parcel: parcel,
      Item: { type: "object", properties: { count: { type: "integer" } } },
      Town: { type: "string", maxLength: 5 },
    },
  },
};

const contract = new Contract(document);

test("operations are known with their evidence; without any it is proposed", () => {
  const known = [...contract.operations.values()].map(({ operationId, method, evidence }) => [
    operationId,
    method,
    evidence,
  ]);
  expect(known).toEqual([
    ["look", "get", "proposed"],
    ["post", "post", "documented"],
  ]);
});

describe("a request body", () => {
  test("that keeps the contract has no violations, with or without what is not described", () => {
    expect(
      contract.requestViolations("post", { town: "Oslo", size: 1, items: [{ count: 1 }], "a/b~c": true, more: 1 }),
    ).toEqual([]);
  });

  test.for([
    ["a missing member, at its own place", {}, [["town"], "required", undefined]],
    ["a member of another type", { town: 5 }, [["town"], "type", 5]],
    ["a text too long", { town: "Trondheim" }, [["town"], "maxLength", "Trondheim"]],
    ["a number too small", { town: "Oslo", size: 0 }, [["size"], "minimum", 0]],
    ["a member of a list", { town: "Oslo", items: [{}, { count: "1" }] }, [["items", 1, "count"], "type", "1"]],
    ["a name with separators", { town: "Oslo", "a/b~c": 1 }, [["a/b~c"], "type", 1]],
    ["no object at all", [], [[], "type", []]],
  ] as const)("reports %s", ([, body, [path, keyword, value]]) => {
    expect(contract.requestViolations("post", body)).toMatchObject([{ path, keyword, value }]);
  });

  test("reports everything at once, each with the schema of its place", () => {
    const found = contract.requestViolations("post", { size: 0, items: [{ count: "1" }] });
    expect(found.map(({ path, limit }) => [path, limit])).toEqual([
      [["town"], true],
      [["size"], 1],
      [["items", 0, "count"], "integer"],
    ]);
    expect(found[0]?.schema).toEqual(parcel.properties.town);
  });

  test("is not looked at where the contract describes none", () => {
    expect(contract.requestViolations("look", "anything")).toEqual([]);
  });

  test("of an unknown operation is a defect of the caller", () => {
    expect(() => contract.requestViolations("nowhere", {})).toThrow("the contract has no operation nowhere");
  });
});

test.for([
  ["none missing, headers aside", { town: "Oslo", page: "2" }, []],
  ["one missing", {}, [["town", "required"]]],
  ["one too long, by reference", { town: "Trondheim" }, [["town", "maxLength"]]],
  ["one against its pattern", { town: "Oslo", page: "two" }, [["page", "pattern"]]],
] as const)("query parameters are checked: %s", ([, sent, expected]) => {
  const query = new Map<string, string>(Object.entries(sent));
  const found = contract.queryViolations("look", (name) => query.get(name));
  expect(found.map(({ path, keyword }) => [path.join("."), keyword])).toEqual(expected);
});

test.for([
  ["that is as described", 200, { town: "Oslo" }, null],
  ["by reference", 400, { code: 4 }, null],
  ["with a member too many", 200, { town: "Oslo", more: 1 }, "body must NOT have additional properties"],
  [
    "with a member too many in an object that may be null",
    200,
    { town: "Oslo", note: { more: 1 } },
    "body/note must NOT have additional properties",
  ],
  ["with a wrong constant", 400, { code: 5 }, "body/code must be equal to constant"],
  ["with another status", 500, {}, "status 500 is not described"],
  ["with a body where none is described", 204, {}, "status 204 is not described"],
] as const)("an answer %s is judged", ([, status, value, violation]) => {
  expect(contract.answerViolation("post", status, value)).toBe(violation);
});

test.for([
  ["as described", "arrived", { count: 1 }, null],
  ["with a wrong type", "arrived", { count: "1" }, "body/count must be integer"],
  ["that nobody described", "departed", {}, "no notification departed is described"],
] as const)("a notification %s is judged", ([, name, value, violation]) => {
  expect(contract.notificationViolation(name, value)).toBe(violation);
});
