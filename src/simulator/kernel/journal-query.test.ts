import { describe, expect, test } from "vitest";
import type { JournalEntry } from "./journal.ts";
import { checkMatch } from "./journal-check.ts";
import { compileMatch, isMatch, type JournalMatch, missesOf, nearestEntries } from "./journal-query.ts";
import { vocabularyOf } from "./journal-vocabulary.ts";

const posted: JournalEntry = {
  seq: 3,
  at: 1000,
  kind: "exchange",
  provider: "parcels",
  operationId: "post",
  status: 200,
  code: "0",
  request: '{"to":"a","items":[{"id":"x","grams":20},{"id":"y","grams":5}],"a.b":1}',
  response: '{"number":"P1","price":null}',
  faults: ["fault-1"],
  about: { parcel: "P1" },
};

const vocabulary = vocabularyOf([{ exchange: Object.keys(posted) }], { operationId: ["post", "track"] });

const holds = (match: JournalMatch, context = {}): boolean => isMatch(compileMatch(match), posted, context);

test.for<readonly [string, JournalMatch, boolean]>([
  ["a member that is equal", { operationId: "post" }, true],
  ["a member that differs", { operationId: "track" }, false],
  ["a number written for a text", { code: 0 }, true],
  ["several members, one of which differs", { operationId: "post", status: 500 }, false],
  ["a member of an object", { "about.parcel": "P1" }, true],
  ["the same, nested", { about: { parcel: "P1" } }, true],
  ["the same, as a pointer", { "/about/parcel": "P1" }, true],
  ["a member of a request body", { request: { to: "a" } }, true],
  ["a member with a dot in its name", { "/request/a.b": 1 }, true],
  ["an entry of a list in a body", { "request.items.1.id": "y" }, true],
  ["any entry of a list", { "request.items.*.grams": { lt: 10 } }, true],
  ["any entry of a list, none of which fits", { "request.items.*.grams": { lt: 5 } }, false],
  ["a member of a response body that is null", { "response.price": null }, true],
  ["a member that is not there", { "response.name": "x" }, false],
  ["the absence of a member", { "response.name": { exists: false } }, true],
  ["the presence of a member", { "response.number": { exists: true } }, true],
  ["anything but a value", { operationId: { ne: "post" } }, false],
  ["anything but a value where nothing is", { nothing: { ne: "post" } }, true],
  ["numbers within bounds", { status: { gte: 200, lte: 200, gt: 199, lt: 201 } }, true],
  ["texts by their order", { operationId: { gt: "a", lt: "q" } }, true],
  ["what cannot be compared", { operationId: { gt: 5 } }, false],
  ["one of a list", { status: { in: [500, 200] } }, true],
  ["a list in short", { status: [500, 502] }, false],
  ["text by a pattern", { request: { matches: '"to":\\s*"[ab]"' } }, true],
  ["a part of a text", { "response.number": { contains: "1" } }, true],
  ["an entry of a list", { faults: { contains: "fault-1" } }, true],
  ["all of several", { all: [{ status: 200 }, { code: "1" }] }, false],
  ["any of several", { any: [{ status: 500 }, { code: "0" }] }, true],
  ["not this", { not: { status: 500 } }, true],
  ["an instant", { at: { gte: "1970-01-01T00:00:01Z", lt: "1970-01-01T00:00:01.001Z" } }, true],
  ["an instant that it is not", { at: ["1970-01-01T00:00:02Z"] }, false],
  ["the tenant", { tenant: "blue" }, true],
])("a predicate can ask for %s", ([, match, expected]) => {
  expect(holds(match, { tenantId: "blue" })).toBe(expected);
});

test("a predicate can ask for what stands in the cause", () => {
  const cause = { seq: 1, at: 0, kind: "delivery", about: { parcel: "P1" } };
  const match = { "response.number": { same: "about.parcel" } };
  expect(holds(match, { cause })).toBe(true);
  expect(holds(match, { cause: { ...cause, about: { parcel: "P2" } } })).toBe(false);
  expect(holds(match, { cause: { ...cause, about: {} } })).toBe(false);
});

test("who names an operation and no kind means calls", () => {
  const added = { seq: 1, at: 0, kind: "fault-added", operationId: "post" };
  const means = (match: JournalMatch) => isMatch(compileMatch(match), added);
  expect([means({ operationId: "post" }), means({ operationId: "post", kind: "fault-added" })]).toEqual([false, true]);
  expect(means({ all: [{ operationId: "post" }, { kind: "fault-added" }] })).toBe(true);
});

test("in a body that was cut nothing is found", () => {
  const cut = { ...posted, request: '{"to":"a","items":[… (99 characters)' };
  expect(isMatch(compileMatch({ "request.to": "a" }), cut)).toBe(false);
});

test("what an entry misses is told condition by condition", () => {
  const match = compileMatch({ "request.to": "b", operationId: "post", status: { gt: 300 }, not: { code: "0" } });
  expect(missesOf(match, posted)).toEqual([
    { path: "status", expected: "more than 300", got: 200 },
    { path: "not", expected: "not this", got: "it is" },
    { path: "request.to", expected: '"b"', got: "a" },
  ]);
});

test("the nearest entries are those with the fewest misses, later ones first", () => {
  const entries = [posted, { ...posted, seq: 4, status: 500 }, { ...posted, seq: 5 }, { seq: 6, at: 0, kind: "other" }];
  const near = nearestEntries(compileMatch({ kind: "exchange", operationId: "track", status: 200 }), entries);
  expect(near.map(({ entry, misses }) => [entry.seq, misses.map(({ path }) => path)])).toEqual([
    [5, ["operationId"]],
    [3, ["operationId"]],
    [4, ["operationId", "status"]],
  ]);
});

describe("a predicate is refused when it", () => {
  test.for<readonly [string, unknown, readonly (string | number)[], RegExp]>([
    ["is no object", "exchange", [], /an object of places/],
    ["is empty", {}, [], /at least one place/],
    ["names no member of an entry", { opertionId: "post" }, ["opertionId"], /did you mean operationId\?/],
    ["names an unknown operation", { operationId: "psot" }, ["operationId"], /did you mean post\?/],
    [
      "names an unknown kind",
      { kind: { in: ["exchange", "exchanges"] } },
      ["kind", "in", 1],
      /did you mean exchange\?/,
    ],
    ["misspells an operator", { status: { lt: 1, eqq: 1 } }, ["status", "eqq"], /did you mean eq\?/],
    ["misspells an operator of a closed list", { kind: { eqq: 1 } }, ["kind", "eqq"], /did you mean eq\?/],
    ["swaps letters of an operator", { "request.to": { smae: "x" } }, ["request.to", "smae"], /did you mean same\?/],
    ["cuts an operator short", { request: { to: { contain: 1 } } }, ["request", "to", "contain"], /mean contains\?/],
    ["has a bound that is none", { status: { lt: null } }, ["status", "lt"], /a number or a text/],
    ["has an empty list", { status: [] }, ["status"], /a list of 1 to/],
    ["has a pattern that is none", { code: { matches: "(" } }, ["code", "matches"], /regular expression/],
    ["asks for existence by a text", { code: { exists: "yes" } }, ["code", "exists"], /true or false/],
    ["compares with a cause that is not there", { code: { same: "code" } }, ["code", "same"], /no cause/],
    ["has an instant that is none", { at: { gt: "soon" } }, ["at", "gt"], /an instant such as/],
    ["has a place with an empty part", { "request..to": 1 }, ["request..to"], /a place such as/],
    ["combines nothing", { any: [] }, ["any"], /at least one predicate/],
    ["has a wrong part", { all: [{ kind: "exchange" }, { stauts: 1 }] }, ["all", 1, "stauts"], /did you mean status\?/],
    ["is wrong inside of not", { not: { stauts: 1 } }, ["not", "stauts"], /did you mean status\?/],
  ])("%s", ([, match, path, expected]) => {
    expect(checkMatch(match, [], { vocabulary })).toEqual([
      expect.objectContaining({ path, expected: expect.stringMatching(expected) }),
    ]);
  });

  test("is nested without end", () => {
    let match: unknown = { kind: "exchange" };
    for (let depth = 0; depth < 40; depth += 1) match = { not: match };
    expect(checkMatch(match, [], { vocabulary })).toMatchObject([{ expected: "nested at most 16 deep" }]);
  });
});

test("a sound predicate is accepted, also with a cause", () => {
  const match = {
    request: { name: "x" },
    any: [{ "request.to": { matches: "^a" } }],
    code: ["0", 0],
    status: { same: "status" },
    "*": 1,
  };
  expect(checkMatch(match, [], { vocabulary, hasCause: true })).toEqual([]);
});
