import { expect, test } from "vitest";
import { BodyDecoder, readBody } from "./answer-bytes.ts";

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const large = (last: number): unknown => ({ rows: [...Array.from({ length: 9000 }, (_, index) => index), last] });
const bodyOf = (decoder: BodyDecoder, value: unknown): unknown => {
  const { parsed } = decoder.decode(bytes(value));
  return parsed.ok ? parsed.body : undefined;
};

test("a large body that comes again is the same value, one that differs in its last byte is not", () => {
  const decoder = new BodyDecoder();
  const first = bodyOf(decoder, large(1));
  expect(bodyOf(decoder, large(1))).toBe(first);
  expect(bodyOf(decoder, large(2))).toEqual(large(2));
});

test("a small body is read each time", () => {
  const decoder = new BodyDecoder();
  expect(bodyOf(decoder, { n: 1 })).not.toBe(bodyOf(decoder, { n: 1 }));
});

test("only the last few large bodies are remembered", () => {
  const decoder = new BodyDecoder();
  const first = bodyOf(decoder, large(0));
  for (let other = 1; other <= 8; other += 1) bodyOf(decoder, large(other));
  expect(bodyOf(decoder, large(0))).toEqual(first);
  expect(bodyOf(decoder, large(0))).not.toBe(first);
});

const readText = (text: string) =>
  readBody(
    { headers: new Map([["content-type", "application/json"]]), bytes: new TextEncoder().encode(text) },
    { mediaType: "application/json", pointer: "#" },
    new BodyDecoder(),
  ).violations.map(({ message }) => message);

test.for([
  ["a member twice", '{"code":0,"data":{},"code":0}', ["a member of the body stands twice in its object"]],
  ["one inside", '{"data":[{"a":1},{"a":{},"b":2,"a":[]}]}', ["a member of the body stands twice in its object"]],
  ["the same member of two objects", '{"a":{"b":1},"c":[{"b":1},{"b":2}]}', []],
  ["texts that look like members", '{"a":"\\"b\\": 1, \\"b\\": ","b" : "x"}', []],
  ["a member with the name of a prototype", '{"__proto__":{"a":1}}', []],
] as const)("of repeated members a body tells: %s", ([, text, messages]) => {
  expect(readText(text)).toEqual(messages);
});
