import type { Specification } from "../documents/specification.ts";
import type { Expectation } from "../plan/case.ts";
import type { Exchange } from "./exchange.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";

/**
 * Judges what an answer must be; null when it is. A refusal has the HTTP status that is expected of it by name, else the usual one of the
 * provider (`x-outcome`): a code in the body whose status says something else is not the documented refusal.
 */
export function judgeExpectation(
  exchange: Exchange,
  expected: Expectation,
  { outcome }: Pick<Specification, "outcome">,
): StepProblem | null {
  const { operationId, failure } = exchange;
  if (failure !== null) {
    return problemOf(`${operationId ?? "the path"} gives no answer`, {
      expected: wordsOf(expected),
      got: failure,
      root: `no answer ${operationId}`,
    });
  }
  const got = describeExpectation(exchange);
  switch (expected.outcome) {
    case "any":
      return null;
    case "success":
      if (exchange.success) return null;
      return problemOf(`${operationId} refuses what it must accept`, {
        expected: "success",
        got,
        root: `refused ${operationId} ${exchange.code}`,
      });
    case "refused":
      if (exchange.success && expected.codes.includes(exchange.code)) {
        return problemOf(`${operationId} marks a refusal as success`, {
          expected: wordsOf(expected),
          got: `${got}, code ${exchange.code}`,
          root: "refusals are marked as success",
        });
      }
      if (exchange.success)
        return problemOf(`${operationId} accepts what it must refuse`, { expected: wordsOf(expected), got });
      if (!expected.codes.includes(exchange.code)) {
        return problemOf(`${operationId} refuses with another code`, {
          expected: wordsOf(expected),
          got,
          root: refusedWithRoot(exchange),
        });
      }
      if (exchange.status !== (expected.status ?? outcome.status)) {
        return problemOf(`${operationId} refuses with another HTTP status`, {
          expected: wordsOf({ ...expected, status: expected.status ?? outcome.status }),
          got,
          root: `refused with status ${exchange.status}`,
        });
      }
      return null;
  }
}

/** A code that stands where another one belongs is one finding, in however many operations it does. */
export function refusedWithRoot({ code, status }: Exchange): string {
  return `refused with ${code === "" ? `status ${status}` : code} in place of another code`;
}

/** An answer in a few words. */
export function describeExpectation(exchange: Exchange): string {
  if (exchange.failure !== null) return exchange.failure;
  const outcome = exchange.success ? "success" : `code ${exchange.code === "" ? "(none)" : exchange.code}`;
  return `HTTP ${exchange.status}, ${outcome}`;
}

function wordsOf(expected: Expectation): string {
  switch (expected.outcome) {
    case "any":
      return "an answer";
    case "success":
      return "success";
    case "refused":
      return `code ${expected.codes.join(" or ")}${expected.status === undefined ? "" : ` with HTTP ${expected.status}`}`;
  }
}
