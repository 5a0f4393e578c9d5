import type { Specification } from "../documents/specification.ts";
import type { Case } from "./case.ts";
import { leavesNothing } from "./needs.ts";

/**
 * Whether a case can be run against a backend that charges money: it controls nothing, and calls only operations that cost nothing
 * and leave nothing behind, so that even a wrong acceptance does no harm. What the overlay does not describe is never called.
 */
export function isSafe(spec: Specification, one: Case): boolean {
  if (one.needs.length > 0 || one.cost !== "none") return false;
  if (one.kind === "exchanges") {
    const operation = spec.operations.get(one.operationId);
    return operation !== undefined && leavesNothing(spec, one.operationId);
  }
  if (one.kind !== "steps") return false;
  return [...one.setup, ...one.steps].every((step) => {
    if ("call" in step) return leavesNothing(spec, step.call) && step.as !== "other";
    return "check" in step || "let" in step;
  });
}
