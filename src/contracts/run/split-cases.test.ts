import { expect, test } from "vitest";
import type { Case, Step } from "../plan/case.ts";
import { aPlace } from "../report/testing/sample-run.ts";
import { splitCases } from "./split-cases.ts";

const call: Step = { call: "look" };

function aCase(rule: string, over: Partial<Case> = {}): Case {
  return {
    rule,
    provider: "fms",
    operationId: "look",
    layer: "effects",
    says: "it holds",
    evidence: { grade: "documented", source: ["docs"] },
    needs: [],
    cost: "none",
    weight: "fast",
    place: aPlace(1),
    setup: [],
    steps: [call],
    isUnchanging: false,
    kind: "steps",
    ...over,
  };
}

const many = Array.from({ length: 40 }, (_, index) => aCase(`fms:look:effects:n${index}`));

test("every case is one worker's, in the order of the plan, and the shares are of one size", () => {
  const shares = splitCases(many, [["fms"], ["fms"], ["fms"]]);
  expect(shares.flat().sort((a, b) => a - b)).toEqual(many.map((_, index) => index));
  for (const share of shares) expect(share).toEqual([...share].sort((a, b) => a - b));
  expect(shares.map((share) => share.length).sort()).toEqual([13, 13, 14]);
});

test("cases that share a world stay together", () => {
  const sharing = many.map((one, index) => (index % 5 === 0 ? { ...one, isUnchanging: true, setup: [call] } : one));
  const shares = splitCases(sharing, [["fms"], ["fms"], ["fms"], ["fms"]]);
  const owners = shares.filter((share) => share.some((index) => index % 5 === 0));
  expect(owners).toHaveLength(1);
});

test("a case with many requests weighs as much as they do", () => {
  const heavy = aCase("fms:look:effects:heavy", { steps: [{ repeat: 500, steps: [call] }] });
  const [first = [], second = []] = splitCases([heavy, ...many], [["fms"], ["fms"]]);
  expect([first, second].find((share) => share.includes(0))).toEqual([0]);
});

test("what all answers show is judged by every worker", () => {
  const shares = splitCases([aCase("fms:look:responses:schema", { kind: "exchanges" }), ...many], [["fms"], ["fms"]]);
  for (const share of shares) expect(share).toContain(0);
});

test("who knows one provider gets none of another's cases, and the others make up for it", () => {
  const foreign = many.map((one, index) => ({
    ...one,
    rule: `esimaccess:look:effects:n${index}`,
    provider: "esimaccess" as const,
  }));
  const seen = aCase("fms:look:responses:schema", { kind: "exchanges" });
  const shares = splitCases([...many, ...foreign, seen], [["esimaccess", "fms"], ["esimaccess"]]);
  expect(shares[1]).toEqual(foreign.map((_, index) => many.length + index));
  expect(shares[0]).toEqual([...many.keys(), 80]);
});
