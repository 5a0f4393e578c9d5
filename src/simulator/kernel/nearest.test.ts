import { expect, test } from "vitest";
import { nearestName, validNames } from "./nearest.ts";

test.for([
  ["a swapped letter", "esimOdrer", "esimOrder"],
  ["another case", "ESIMORDER", "esimOrder"],
  ["a missing end", "esimQue", "esimQuery"],
  ["an exact name", "balanceQuery", "balanceQuery"],
  ["nothing alike", "webhook", null],
  ["a name of 10,000 letters", "x".repeat(10_000), null],
] as const)("the nearest name to %s is found", ([, sought, nearest]) => {
  expect(nearestName(sought, ["esimOrder", "esimQuery", "balanceQuery"])).toBe(nearest);
});

test("a list of valid names ends with the likely one", () => {
  expect(validNames("fsm", ["esimaccess", "fms"])).toBe("one of esimaccess, fms; did you mean fms?");
  expect(validNames("stripe", ["esimaccess", "fms"])).toBe("one of esimaccess, fms");
});
