import { expect, test } from "vitest";
import { evidenceAt, readEvidence, withEvidence } from "./evidence.ts";

const inherited = { grade: "documented", source: ["manual"] } as const;

test.for([
  ["a single source is a list of one", { grade: "proposed", source: "R01" }, "proposed", ["R01"]],
  ["a list stays", { grade: "proposed", source: ["R01", "manual"] }, "proposed", ["R01", "manual"]],
  ["without a grade that of the surroundings counts", { source: "R01" }, "documented", ["R01"]],
  ["without both everything is inherited", {}, "documented", ["manual"]],
] as const)("%s", ([, marks, grade, source]) => {
  expect(readEvidence(marks, inherited)).toEqual({ grade, source });
});

test("nothing is known where neither the entry nor its surroundings say it", () => {
  expect(readEvidence({ grade: "proposed" }, null)).toBeNull();
});

test("an entry gets evidence in place of grade and source", () => {
  expect(withEvidence({ code: "7", grade: "observed", source: "manual" }, null)).toEqual({
    code: "7",
    evidence: { grade: "observed", source: ["manual"] },
  });
});

test("the evidence of the nearest ancestor counts", () => {
  const document = {
    a: {
      "x-evidence": { grade: "observed", source: "s" },
      b: { c: {}, d: { "x-evidence": { grade: "inferred", source: [] } } },
    },
  };
  expect(evidenceAt(document, "#/a/b/c")).toEqual({ grade: "observed", source: ["s"] });
  expect(evidenceAt(document, "#/a/b/d")).toEqual({ grade: "inferred", source: [] });
  expect(evidenceAt(document, "#")).toBeNull();
});
