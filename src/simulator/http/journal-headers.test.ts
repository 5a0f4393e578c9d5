import { describe, expect, test } from "vitest";
import { HeaderSets, type SentHeaders } from "./journal-headers.ts";
import { openCounter } from "./testing/counter-provider.ts";

const heldOf = (sent: SentHeaders): Readonly<Record<string, string>> => new HeaderSets().heldOf(sent).held;

describe("of the headers of a call are held", () => {
  test.for<readonly [string, SentHeaders, Readonly<Record<string, string>>]>([
    ["name and value", { accept: "*/*", "x-own": "1" }, { accept: "*/*", "x-own": "1" }],
    [
      "secrets by their names alone",
      { "rt-accesscode": "a", "x-access-token": "b", authorization: "c", cookie: "d=1", "rt-signature": "e" },
      {
        "rt-accesscode": "***",
        "x-access-token": "***",
        authorization: "***",
        cookie: "***",
        "rt-signature": "***",
      },
    ],
    ["no value that looks like a secret", { referer: "http://a/?token=1" }, { referer: "***" }],
    ["a long value cut", { "x-long": "x".repeat(501) }, { "x-long": `${"x".repeat(500)}… (501 characters)` }],
    ["a repeated header once", { "x-list": ["a", "b"] }, { "x-list": "a, b" }],
    [
      "nothing of the connection, nor what the entry says itself",
      { host: "a:1", connection: "close", "content-length": "2", "x-sim-request-id": "default-1" },
      {},
    ],
  ])("%s", ([, sent, held]) => {
    expect(heldOf(sent)).toEqual(held);
  });

  test("at most 32, the first ones", () => {
    const sent = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`x-${n}`, "1"]));
    expect(Object.keys(heldOf(sent))).toEqual(Array.from({ length: 32 }, (_, n) => `x-${n}`));
  });
});

describe("headers that were sent before", () => {
  test("are held once and take no room, whatever their secrets and lengths are", () => {
    const sets = new HeaderSets();
    const first = sets.heldOf({ accept: "*/*", "x-access-token": "one", "content-length": "2" });
    const again = sets.heldOf({ accept: "*/*", "x-access-token": "two", "content-length": "300" });
    expect(first.characters).toBe(6 + 3 + 14 + 3);
    expect([again.characters, again.held]).toEqual([0, first.held]);
    expect(again.held).toBe(first.held);
  });

  test.for<readonly [string, SentHeaders]>([
    ["another value", { accept: "text/html", "x-own": "1" }],
    ["another name", { accept: "*/*", "x-other": "1" }],
    ["one more", { accept: "*/*", "x-own": "1", "x-more": "1" }],
    ["one less", { accept: "*/*" }],
  ])("are not those with %s", ([, sent]) => {
    const sets = new HeaderSets();
    sets.heldOf({ accept: "*/*", "x-own": "1" });
    const { held, characters } = sets.heldOf(sent);
    expect(held).toEqual(sent);
    expect(characters).toBeGreaterThan(0);
  });

  test("are known again after others, but not for ever", () => {
    const sets = new HeaderSets();
    const { held } = sets.heldOf({ "x-client": "0" });
    for (let n = 1; n < 4; n += 1) sets.heldOf({ "x-client": String(n) });
    expect(sets.heldOf({ "x-client": "0" }).held).toBe(held);
    sets.heldOf({ "x-client": "4" });
    expect(sets.heldOf({ "x-client": "0" }).held).not.toBe(held);
  });

  test("with a value that was masked are looked at again", () => {
    const sets = new HeaderSets();
    expect(sets.heldOf({ referer: "/?token=1" }).held).toEqual({ referer: "***" });
    expect(sets.heldOf({ referer: "/" }).held).toEqual({ referer: "/" });
    expect(sets.heldOf({ referer: "/?token=2" }).held).toEqual({ referer: "***" });
  });
});

test("an exchange is journalled with the headers of both sides", async () => {
  const service = await openCounter();
  await service.call("/count/up", "{}", { "X-Own": "1", "x-api-key": "hidden" });
  const [entry] = service.tenant.journal.list({ kind: "exchange" });
  expect(entry).toMatchObject({
    requestHeaders: { "x-own": "1", "x-api-key": "***" },
    responseHeaders: { "content-type": "application/json", "x-sim-evidence": expect.any(String) },
  });
  expect(JSON.stringify(entry)).not.toContain("hidden");
});
