import fc from "fast-check";
import { expect, test } from "vitest";
import { BODY_LIMIT_BYTES, parseBody } from "./body.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test.for([
  ["an object", '{"a":[1,"x",null]}', { a: [1, "x", null] }],
  ["an array", "[]", []],
  ["a scalar", "7", 7],
  ["null", "null", null],
  ["white space around it", ' \r\n{"a":1}\t', { a: 1 }],
  ["an escaped character", '"\\u00e9\\ud83d\\udca5"', "é💥"],
  ["a number beyond 2^53", "9007199254740993", 9_007_199_254_740_992],
  ["a number beyond all", "1e999", Number.POSITIVE_INFINITY],
  ["brackets inside a string, behind a quote", `"\\"${"[".repeat(200)}"`, `"${"[".repeat(200)}`],
  ["the deepest nesting that is read", nested(64), JSON.parse(nested(64))],
] as const)("a body is read as JSON: %s", ([, text, value]) => {
  expect(parseBody(bytesOf(text))).toEqual({ text, body: { kind: "json", value } });
});

test.for([
  ["a NUL in a text", '{"a":["\\u0000"]}'],
  ["a NUL in a name", '{"a\\u0000":1}'],
  ["the first half of a surrogate pair", '"\\ud800"'],
  ["the second half of a surrogate pair", '{"a":{"b":"\\udfff"}}'],
] as const)("a body with %s cannot be kept and is malformed", ([, text]) => {
  const reason = "a text holds a NUL or half of a surrogate pair";
  expect(parseBody(bytesOf(text))).toEqual({ text, body: { kind: "malformed", reason } });
});

test("a __proto__ key is a member like any other and changes no prototype", () => {
  const { body } = parseBody(bytesOf('{"__proto__":{"isAdmin":true}}'));
  const value = body.kind === "json" ? Object(body.value) : null;
  expect([Object.keys(value), value.isAdmin, Object.getPrototypeOf(value)]).toEqual([
    ["__proto__"],
    undefined,
    Object.prototype,
  ]);
});

test.for([
  ["nothing", ""],
  ["white space", " \r\n\t"],
] as const)("%s is an empty body", ([, text]) => {
  expect(parseBody(bytesOf(text))).toEqual({ text, body: { kind: "empty" } });
});

test.for([
  ["half a body", '{"a":', "the body is not JSON"],
  ["a form", "a=1&b=2", "the body is not JSON"],
  ["two values", "{}{}", "the body is not JSON"],
  ["a byte order mark", "\uFEFF{}", "the body is not JSON"],
  ["one level too deep", nested(65), "the body is nested more than 64 levels deep"],
  ["very deep nesting", '{"a":'.repeat(100_000), "the body is nested more than 64 levels deep"],
] as const)("%s is malformed", ([, text, reason]) => {
  expect(parseBody(bytesOf(text)).body).toEqual({ kind: "malformed", reason });
});

test("bytes that are no UTF-8 are malformed", () => {
  const body = { kind: "malformed", reason: "the body is not UTF-8" };
  expect(parseBody(new Uint8Array([0x22, 0xff, 0x22]))).toEqual({ text: "", body });
});

test.for([
  ["at the limit", BODY_LIMIT_BYTES, "json"],
  ["one byte above it", BODY_LIMIT_BYTES + 1, "too-large"],
] as const)("a body %s is told apart", ([, length, kind]) => {
  const bytes = new Uint8Array(length).fill(0x20);
  bytes[0] = 0x31;
  expect(parseBody(bytes).body.kind).toBe(kind);
});

test("whatever the bytes are, parsing ends with an answer", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(["empty", "json", "malformed"]).toContain(parseBody(bytes).body.kind);
    }),
  );
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), (text) => {
      expect(parseBody(bytesOf(text)).body).toEqual({ kind: "json", value: JSON.parse(text) });
    }),
  );
});
