import { expect, test } from "vitest";
import type { JournalEntry } from "./journal.ts";
import { judgeExpectation } from "./journal-expectation.ts";
import { vocabularyOf } from "./journal-vocabulary.ts";
import { readExpectation } from "./read-expectation.ts";

const check = { vocabulary: vocabularyOf([{ post: ["id"], track: ["id"], lose: ["id"] }]) };

/** A journal of entries written as `seconds kind id`; the clock stands where the last part says. */
function journalOf(text: string): { readonly entries: readonly JournalEntry[]; readonly now: number } {
  const lines = text.split(", ");
  const entries = lines.slice(0, -1).map((line, index) => {
    const [seconds = "", kind = "", id = ""] = line.split(" ");
    return { seq: index + 1, at: Number(seconds) * 1000, kind, id };
  });
  return { entries, now: Number(lines.at(-1)) * 1000 };
}

function judge(written: unknown, journal: string): ReturnType<typeof judgeExpectation> {
  const read = readExpectation(written, [], check);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return judgeExpectation(read.value, journalOf(journal));
}

const post = { kind: "post" };
const track = { kind: "track" };
const lose = { kind: "lose" };
const sameTrack = { kind: "track", id: { same: "id" } };

test.for<readonly [string, unknown, string, boolean, string]>([
  ["at least one", { match: post }, "1 post a, 1 post b, 9", true, "2 entries"],
  ["at least one of none", { match: post }, "1 track a, 9", false, "0 entries instead of at least 1"],
  ["exactly so many", { match: post, count: 2 }, "1 post a, 1 post b, 9", true, "2 entries"],
  ["exactly so many of more", { match: post, count: 1 }, "1 post a, 1 post b, 9", false, "2 entries instead of 1"],
  ["none, as a count", { match: post, count: 0 }, "1 track a, 9", true, "0 entries"],
  [
    "at most so many",
    { match: post, count: { atMost: 1 } },
    "1 post a, 1 post b, 9",
    false,
    "2 entries instead of at most 1",
  ],
  ["between bounds", { match: post, count: { atLeast: 1, atMost: 2 } }, "1 post a, 9", true, "1 entry"],
  [
    "so many in a stretch",
    { match: post, count: 2, within: "2s" },
    "1 post a, 3 post b, 6 post c, 9",
    true,
    "2 entries within 2s",
  ],
  [
    "too many in a stretch",
    { match: post, count: { atMost: 1 }, within: "2s" },
    "1 post a, 3 post b, 9",
    false,
    "2 entries within 2s instead of at most 1",
  ],
  ["an order", { order: [post, track] }, "1 post a, 2 lose a, 3 track a, 9", true, "in this order"],
  [
    "an order that is reversed",
    { order: [post, track] },
    "1 track a, 2 post a, 9",
    false,
    "the second of 2 is missing after number 2",
  ],
  ["an order whose beginning is missing", { order: [lose, track] }, "1 track a, 9", false, "the first of 2 is missing"],
  [
    "an order within a time",
    { order: [post, track], within: "1s" },
    "1 post a, 5 post b, 6 track b, 9",
    true,
    "in this order",
  ],
  [
    "an order that takes too long",
    { order: [post, track], within: "1s" },
    "1 post a, 5 track a, 9",
    false,
    "the second of 2 is missing after number 1",
  ],
  ["never", { never: lose }, "1 post a, 9", true, "0 entries"],
  ["never, yet it was", { never: lose }, "1 lose a, 9", false, "1 entry"],
  [
    "an effect in time",
    { after: post, expect: track, within: "2s" },
    "1 post a, 3 track a, 9",
    true,
    "each of 1 cause had its effect",
  ],
  [
    "an effect that is late",
    { after: post, expect: track, within: "2s" },
    "1 post a, 3.001 track a, 9",
    false,
    "1 of 1 cause had no effect within 2s, first number 1",
  ],
  [
    "an effect of each cause",
    { after: post, expect: sameTrack },
    "1 post a, 2 post b, 3 track b, 9",
    false,
    "1 of 2 causes had no effect, first number 1; 8s have passed",
  ],
  [
    "an effect before its cause",
    { after: post, expect: track },
    "1 track a, 2 post a, 9",
    false,
    "1 of 1 cause had no effect, first number 2; 7s have passed",
  ],
  ["an effect without a cause", { after: post, expect: track }, "1 track a, 9", false, "the cause is missing"],
  [
    "an effect whose cause may be missing",
    { after: post, expect: track, causeOptional: true },
    "1 track a, 9",
    true,
    "the cause is missing",
  ],
  ["never after", { after: post, never: track }, "1 track a, 2 post a, 9", true, "none after 1 cause"],
  [
    "never after, yet it was",
    { after: post, never: track },
    "1 post a, 2 track a, 9",
    false,
    "1 entry, first number 2 after 1 cause",
  ],
  [
    "never within a time after",
    { after: post, never: track, within: "1s" },
    "1 post a, 2.001 track a, 9",
    true,
    "none after 1 cause",
  ],
  [
    "never the same again",
    { after: post, never: { kind: "post", id: { same: "id" } } },
    "1 post a, 2 post b, 3 post a, 9",
    false,
    "1 entry, first number 3 after 3 causes",
  ],
])("an expectation of %s is judged", ([, written, journal, isMet, seen]) => {
  expect(judge(written, journal)).toMatchObject({ isMet, seen });
});

test.for<readonly [string, unknown, string, boolean]>([
  ["the time after the cause is not over", { after: post, expect: track, within: "5s" }, "1 post a, 6", true],
  ["the time after the cause is over", { after: post, expect: track, within: "5s" }, "1 post a, 6.001", false],
  ["nothing limits the effect", { after: post, expect: track }, "1 post a, 9", true],
  ["the forbidden time is not over", { after: post, never: track, within: "5s" }, "1 post a, 6", true],
  ["the forbidden time is over", { after: post, never: track, within: "5s" }, "1 post a, 6.001", false],
  ["it may still come", { match: post }, "1 track a, 9", true],
  ["enough are there and more do not matter", { match: post }, "1 post a, 9", false],
  ["there are too many", { match: post, count: 0 }, "1 post a, 9", false],
  ["the order may go on", { order: [post, track] }, "1 post a, 9", true],
  ["what was forbidden has happened", { never: post }, "1 post a, 9", false],
])("a verdict is open as long as %s", ([, written, journal, isOpen]) => {
  expect(judge(written, journal).isOpen).toBe(isOpen);
});

test("a missing effect names the nearest entries, a late one first", () => {
  const { entries, nearest } = judge(
    { after: post, expect: sameTrack, within: "1s" },
    "1 post a, 2 track b, 5 track a, 9",
  );
  expect(entries.map(({ seq }) => seq)).toEqual([1]);
  expect(nearest.map(({ entry, misses }) => [entry.seq, misses])).toEqual([
    [3, [{ path: "within", expected: "in time after the cause", got: "4s after it" }]],
    [2, [{ path: "id", expected: 'as in the cause: "a"', got: "b" }]],
  ]);
});

test.for<readonly [string, unknown, readonly (string | number)[], RegExp]>([
  ["no object", 5, [], /an expectation/],
  ["nothing to judge", { says: "x" }, [], /one of match, order, never, expect/],
  ["two things at once", { match: post, never: lose }, ["never"], /one of match/],
  ["a misspelt member", { match: post, cuont: 1 }, ["cuont"], /did you mean count\?/],
  ["a wrong predicate", { match: { knd: "post" } }, ["match", "knd"], /did you mean kind\?/],
  ["a wrong step", { order: [post, { kind: "pots" }] }, ["order", 1, "kind"], /did you mean post\?/],
  ["a single step", { order: [post] }, ["order"], /a list of 2 to 100/],
  ["a negative count", { match: post, count: -1 }, ["count"], /a whole number, or an object/],
  ["a bound that is none", { match: post, count: { atLeast: "1" } }, ["count", "atLeast"], /a whole number/],
  [
    "bounds that exclude each other",
    { match: post, count: { atLeast: 2, atMost: 1 } },
    ["count", "atMost"],
    /at least atLeast/,
  ],
  ["a misspelt bound", { match: post, count: { atleast: 2 } }, ["count", "atleast"], /did you mean atLeast\?/],
  ["a duration that is none", { order: [post, track], within: "soon" }, ["within"], /a duration such as/],
  ["an effect without its cause", { expect: track }, ["after"], /the cause of expect/],
  ["a count of an order", { order: [post, track], count: 2 }, ["count"], /it goes with match, not with order/],
  ["a limit without a beginning", { never: post, within: "1s" }, ["within"], /without after/],
  ["a text that is none", { match: post, says: 5 }, ["says"], /a text/],
  [
    "a cause that is perhaps optional",
    { after: post, never: lose, causeOptional: 1 },
    ["causeOptional"],
    /true or false/,
  ],
])("an expectation with %s is refused", ([, written, path, expected]) => {
  const read = readExpectation(written, [], check);
  expect(read).toMatchObject({ ok: false, error: { code: "wrong-expectation" } });
  if (!read.ok) {
    expect(read.error.problems[0]).toMatchObject({ path, expected: expect.stringMatching(expected) });
  }
});

test("ten thousand causes without an effect are judged at once", () => {
  const entries = Array.from({ length: 10_000 }, (_, index) => ({
    seq: index + 1,
    at: index,
    kind: "post",
    id: `${index}`,
  }));
  const verdict = judgeExpectation({ after: post, expect: sameTrack }, { entries, now: 10_000 });
  expect(verdict.seen).toBe("10000 of 10000 causes had no effect, first number 1; 10s have passed");
});
