import { expect, test } from "vitest";
import { lawOf } from "./law-text.ts";

test.for([
  ["200ms", "200ms"],
  ["uniform:min=100ms,max=1s", { law: "uniform", minMs: "100ms", maxMs: "1s" }],
  ["log-normal:median=300,sigma=0.6", { law: "log-normal", medianMs: 300, sigma: 0.6 }],
  ["exponential:meanMs=2000", { law: "exponential", meanMs: 2000 }],
  ['{"law": "fixed", "ms": 5}', { law: "fixed", ms: 5 }],
  ["pareto", { law: "pareto" }],
] as const)("%s is read as a law", ([text, law]) => {
  expect(lawOf(text)).toEqual(law);
});

test.for([
  ["{", "the law must be JSON"],
  ["uniform:=1", "--law must be NAME=VALUE"],
] as const)("%s is refused as a law", ([text, message]) => {
  expect(() => lawOf(text)).toThrow(message);
});
