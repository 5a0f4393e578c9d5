import { expect, test } from "vitest";
import type { Violation } from "./contract.ts";
import { withoutTolerated } from "./lenience.ts";

function violation(lenient: unknown, keyword = "maxLength"): Violation {
  return { path: ["name"], keyword, limit: 5, value: "too long", schema: { "x-lenient": lenient } };
}

test.for([
  ["without a mark", undefined, {}, true],
  ["marked as tolerated in every case", { keywords: ["maxLength"] }, {}, false],
  ["of another keyword than the mark names", { keywords: ["type"] }, {}, true],
  ["while its option is off", { keywords: ["maxLength"], option: "strict" }, { strict: false }, false],
  ["while its option is on", { keywords: ["maxLength"], option: "strict" }, { strict: true }, true],
  ["whose option nobody knows", { keywords: ["maxLength"], option: "strict" }, {}, false],
  ["with a mark that cannot be read", { keywords: "maxLength" }, {}, true],
] as const)("a violation %s counts or not", ([, lenient, options, counts]) => {
  expect(withoutTolerated([violation(lenient)], options)).toHaveLength(counts ? 1 : 0);
});

test("what counts stays in its order", () => {
  const violations = [
    violation(undefined, "type"),
    violation({ keywords: ["maxLength"] }),
    violation(undefined, "pattern"),
  ];
  expect(withoutTolerated(violations, {}).map(({ keyword }) => keyword)).toEqual(["type", "pattern"]);
});
