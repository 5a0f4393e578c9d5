import { describe, expect, test } from "vitest";
import { countCall, type FaultExchange, judgeRequest, judgeState, keyOf } from "./fault-match.ts";
import { admitFault, type FaultRule, faultStateOf, type NewFaultRule, newFault } from "./faults.ts";
import { limits } from "./limits.ts";
import { randomStream } from "./random.ts";
import { NEW_YEAR } from "./testing/parcels.ts";
import { HOUR_MS, MINUTE_MS } from "./time.ts";

function rule(over: Partial<NewFaultRule>): FaultRule {
  const effect = { kind: "reset" } as const;
  const usual = { provider: "parcels", operationId: "post", phase: "before", effect, times: null } as const;
  return newFault({ id: "f", seq: 1 }, { ...usual, createdAt: NEW_YEAR, ...over });
}

const parcel: FaultExchange = {
  provider: "parcels",
  operationId: "post",
  body: { town: "Oslo", grams: 250, items: [{ code: "A" }, { code: "B" }], gift: true, note: null },
  header: (name) => (name === "x-agent" ? "robot/2" : null),
  query: (name) => (name === "trial" ? "7" : undefined),
};

describe("a rule strikes", () => {
  test.for([
    ["its operation", {}, null],
    ["every operation when it names none", { operationId: null }, null],
    ["no other operation", { operationId: "fetch" }, "other-operation"],
    ["while hits are left", { times: 2, hits: 1 }, null],
    ["no more when it is spent", { times: 2, hits: 2 }, "spent"],
    ["a member that is as it wants", { match: { body: { "/town": { eq: "Oslo" } } } }, null],
    ["no other value", { match: { body: { "/town": { eq: "Bergen" } } } }, "body"],
    ["a number as a text too", { match: { body: { "/grams": { eq: "250" } } } }, null],
    ["one of several values", { match: { body: { "/town": { in: ["Bergen", "Oslo"] } } } }, null],
    ["a number in a range", { match: { body: { "/grams": { gt: 249, lt: 251 } } } }, null],
    ["no number at the edge of a range", { match: { body: { "/grams": { gt: 250 } } } }, "body"],
    ["a text by its pattern", { match: { body: { "/town": { matches: "^Os" } } } }, null],
    ["an element by its position", { match: { body: { "/items/1/code": { eq: "B" } } } }, null],
    ["any element of a list", { match: { body: { "/items/*/code": { eq: "B" } } } }, null],
    ["no list without the element", { match: { body: { "/items/*/code": { eq: "C" } } } }, "body"],
    ["a member that exists, whatever it is", { match: { body: { "/note": { exists: true } } } }, null],
    ["null by value", { match: { body: { "/note": { eq: null } } } }, null],
    ["where a member is absent", { match: { body: { "/street": { exists: false } } } }, null],
    ["a value that differs, absent ones included", { match: { body: { "/street": { ne: "Main" } } } }, null],
    ["no absent member with another condition", { match: { body: { "/street": { lt: 5 } } } }, "body"],
    ["a header", { match: { header: { "x-agent": { matches: "robot" } } } }, null],
    ["no other header", { match: { header: { "x-agent": { eq: "person" } } } }, "header"],
    ["a query parameter as a number", { match: { query: { trial: { gt: 6 } } } }, null],
    ["no other query parameter", { match: { query: { other: { exists: true } } } }, "query"],
    ["only when all predicates hold", { match: { body: { "/gift": { eq: true }, "/grams": { lt: 1 } } } }, "body"],
  ] as const)("%s", ([, over, reason]) => {
    expect(judgeRequest(rule(over), parcel, NEW_YEAR)?.reason ?? null).toBe(reason);
  });

  test("never a call of another provider, and that is no miss", () => {
    expect(judgeRequest(rule({ provider: "letters" }), parcel, NEW_YEAR)).toBeUndefined();
  });

  test.for([
    ["before its window", -1, "outside-window"],
    ["from its first instant on", 0, null],
    ["until the period's part is over", 10 * MINUTE_MS, "outside-window"],
    ["again in the next period", HOUR_MS, null],
    ["never again once the window is over", 5 * HOUR_MS, "expired"],
  ] as const)("%s, on the tenant's clock", ([, laterMs, reason]) => {
    const recurring = { everyMs: HOUR_MS, forMs: 10 * MINUTE_MS };
    const window = { from: NEW_YEAR, until: NEW_YEAR + 5 * HOUR_MS, recurring };
    expect(judgeRequest(rule({ match: { window } }), parcel, NEW_YEAR + laterMs)?.reason ?? null).toBe(reason);
  });

  test("until its time to live is over", () => {
    const mortal = rule({ expiresAt: NEW_YEAR + HOUR_MS });
    expect(faultStateOf(mortal, NEW_YEAR + HOUR_MS - 1)).toBe("armed");
    expect(judgeRequest(mortal, parcel, NEW_YEAR + HOUR_MS)?.reason).toBe("expired");
  });

  test("a state that is as it wants, and says what was there", () => {
    const wanted = rule({ match: { state: { "parcel.state": { eq: "arrived" } } } });
    expect(judgeState(wanted, { "parcel.state": "arrived" })).toBeNull();
    expect(judgeState(wanted, { "parcel.state": "posted" })).toEqual({
      reason: "state",
      detail: 'parcel.state must be {"eq":"arrived"}, was "posted"',
    });
    expect(judgeState(wanted, {})?.detail).toContain("was absent");
  });
});

test("a miss by header does not repeat what was sent", () => {
  const secretive = rule({ match: { header: { "x-agent": { eq: "person" } } } });
  expect(judgeRequest(secretive, parcel, NEW_YEAR)?.detail).toBe('x-agent must be {"eq":"person"}, was another');
});

describe("of the calls that fit a rule strikes", () => {
  const struck = (match: FaultRule["match"], keys: readonly (string | undefined)[]): number[] => {
    let current = rule({ match });
    const hits: number[] = [];
    for (const [index, key] of keys.entries()) {
      const counted = countCall(current, key, randomStream(1, `fault/f/call/${index + 1}`));
      current = counted.rule;
      if (counted.miss === null) hits.push(index + 1);
    }
    return hits;
  };
  const six = Array.from({ length: 6 }, () => undefined);
  const mixed = ["=a", "=b", "=a", "=b", "=a", "=c"];

  test.for([
    ["all without a count", {}, six, [1, 2, 3, 4, 5, 6]],
    ["the second", { nth: [2] }, six, [2]],
    ["the second and the fifth", { nth: [2, 5] }, six, [2, 5]],
    ["the first three", { firstN: 3 }, six, [1, 2, 3]],
    ["every second", { everyN: 2 }, six, [2, 4, 6]],
    ["every second of the first three", { everyN: 2, firstN: 3 }, six, [2]],
    ["the first of each key", { firstN: 1, key: "/town" }, mixed, [1, 2, 6]],
    ["the second of each key", { nth: [2], key: "/town" }, mixed, [3, 4]],
    ["none without its key", { nth: [1], key: "/town" }, [undefined, "=a"], [2]],
  ] as const)("%s", ([, match, keys, hits]) => {
    expect(struck({ ...match }, keys)).toEqual(hits);
  });

  test("a share, the same at each repetition", () => {
    const keys = Array.from({ length: 2000 }, () => undefined);
    const hits = struck({ probability: 0.3 }, keys);
    expect(Math.abs(hits.length - 600)).toBeLessThan(82); // four deviations of a binomial law
    expect(struck({ probability: 0.3 }, keys)).toEqual(hits);
    expect(struck({ probability: 1 }, six)).toHaveLength(6);
  });

  test("of more keys than are kept the latest", () => {
    let current = rule({ match: { nth: [2], key: "/town" } });
    const call = (key: string): boolean => {
      const counted = countCall(current, key, randomStream(1, key));
      current = counted.rule;
      return counted.miss === null;
    };
    for (let n = 0; n <= limits.faultKeys; n += 1) call(`=${n}`);
    expect(Object.keys(current.seenByKey)).toHaveLength(limits.faultKeys);
    expect([call("=0"), call(`=${limits.faultKeys}`)]).toEqual([false, true]);
  });
});

test("a rule is spent once the last of its calls has come, but not while it counts by key", () => {
  expect(faultStateOf(rule({ match: { nth: [2, 5] }, seen: 4 }), NEW_YEAR)).toBe("armed");
  expect(faultStateOf(rule({ match: { nth: [2, 5] }, seen: 5 }), NEW_YEAR)).toBe("spent");
  expect(faultStateOf(rule({ match: { firstN: 2 }, seen: 2 }), NEW_YEAR)).toBe("spent");
  expect(faultStateOf(rule({ match: { firstN: 2, key: "/town" }, seen: 9 }), NEW_YEAR)).toBe("armed");
});

test("a key is a member of the body or a fact", () => {
  expect(keyOf(rule({ match: { key: "/town" } }), parcel, {})).toBe("=Oslo");
  expect(keyOf(rule({ match: { key: "parcel.id" } }), parcel, { "parcel.id": "p-1" })).toBe("=p-1");
  expect(keyOf(rule({ match: { key: "/street" } }), parcel, {})).toBeUndefined();
});

test("a full list takes no further rule", () => {
  expect(admitFault(limits.faultRules - 1)).toEqual({ ok: true, value: null });
  expect(admitFault(limits.faultRules)).toEqual({ ok: false, error: { code: "too-many-faults", most: 200 } });
});
