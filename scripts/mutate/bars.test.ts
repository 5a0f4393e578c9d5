import { expect, test } from "vitest";
import { missedBars } from "./bars.ts";
import type { Judgement } from "./judge.ts";

function judged(id: string, over: Partial<Judgement> = {}): Judgement {
  return {
    id,
    provider: "fms",
    outcome: "killed",
    isAttributed: true,
    findings: 1,
    rules: [],
    requests: 1,
    seconds: 1,
    detail: "",
    reproduced: null,
    ...over,
  };
}

const twenty = Array.from({ length: 20 }, (_, index) => judged(`PAG-${index}`));
const alive = { outcome: "survived", isAttributed: false } as const;

test.for([
  ["everything is killed", twenty, []],
  ["one of twenty is alive", [...twenty.slice(1), judged("PAG-0", alive)], []],
  [
    "two of twenty are alive",
    [...twenty.slice(2), judged("PAG-0", alive), judged("PAG-1", { outcome: "broken" })],
    ["at least 95 % must be killed, got 18 of 20"],
  ],
  [
    "money leaks",
    [...twenty, judged("MON-01", alive)],
    ["of SCR, SCQ, STA, AUT, MON, IDE all must be killed; alive: MON-01 fms"],
  ],
  [
    "kills are for another reason",
    twenty.map((one, index) => ({ ...one, isAttributed: index > 2 })),
    ["at least 90 % must be attributed, got 17 of 20"],
  ],
  [
    "one defect is many findings",
    twenty.map((one) => ({ ...one, findings: 4 })),
    ["the median of findings must be at most 3, got 4"],
  ],
  [
    "a seed fails now this, now that",
    [
      ...twenty,
      judged("CON-01", { reproduced: { same: 19, of: 20 } }),
      judged("CON-02", { reproduced: { same: 20, of: 20 } }),
    ],
    ["a seed must always fail the same rules; changing: CON-01 fms"],
  ],
  [
    "a neutral change is flagged",
    [...twenty, judged("N-01"), judged("N-02", alive)],
    ["no neutral change may be flagged; flagged: N-01 fms"],
  ],
] as const)("when %s, the bars say so", ([, judgements, missed]) => {
  expect(missedBars(judgements)).toEqual(missed);
});
