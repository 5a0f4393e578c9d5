import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlOf, shellWord } from "./curl.ts";
import { anExchange } from "./testing/sample-run.ts";

test("a call is one line with its headers and its body", () => {
  const line = curlOf(
    anExchange({ headers: { "content-type": "application/json", "X-A": "it's" }, body: '{"a":"it\'s"}' }),
  );
  expect(line).toBe(
    `curl -sS -X POST http://127.0.0.1:4747/api/v1/open/esim/query -H 'content-type: application/json' -H 'X-A: it'\\''s' --data-raw '{"a":"it'\\''s"}'`,
  );
});

test.for([
  ["an empty header is sent as such", { headers: { "RT-AccessCode": "" }, body: null }, "-H 'RT-AccessCode;'"],
  ["a body without content type gets none", { headers: {}, body: "{}" }, "-H 'Content-Type:' --data-raw '{}'"],
  ["a read has no method to be named", { method: "GET", headers: {}, body: null }, "curl -sS http://127.0.0.1"],
  ["brackets in an address are no globs", { url: "http://127.0.0.1/?a[]=1" }, "-g 'http://127.0.0.1/?a[]=1'"],
  ["what curl counts itself is left out", { headers: { "Content-Length": "2" }, body: null }, "esim/query"],
  [
    "an address that a run does not know is a variable",
    { url: "$BASE_URL/a?b[]=it's" },
    `-g "$BASE_URL"'/a?b[]=it'\\''s'`,
  ],
] as const)("%s", ([, change, part]) => {
  expect(curlOf(anExchange(change))).toContain(part);
});

test("a body with line feeds and other control characters stays in one line and arrives as it was", () => {
  const body = "a\nb\\n\t\u0001'1 %s\u0000é";
  const line = curlOf(anExchange({ body }));
  expect(line).not.toContain("\n");
  const [printing = ""] = line.split(" | curl ");
  expect(execFileSync("/bin/sh", ["-c", printing], { encoding: "utf8" })).toBe(body);
});

test("any text is one word to the shell", () => {
  const text = "a b'c\"d$e`f\\g*?!;#";
  expect(execFileSync("/bin/sh", ["-c", `printf '%s' ${shellWord(text)}`], { encoding: "utf8" })).toBe(text);
  expect([shellWord("plain-1.0"), shellWord("")]).toEqual(["plain-1.0", "''"]);
});
