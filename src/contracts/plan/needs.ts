import type { Specification } from "../documents/specification.ts";
import type { Capability, CostClass, Step } from "./case.ts";

/** What a target must be able to do for these steps, in the order of the alphabet. */
export function needsOf(spec: Specification, steps: readonly Step[]): readonly Capability[] {
  const needs = new Set<Capability>();
  for (const step of steps) for (const need of needsOfStep(spec, step)) needs.add(need);
  return [...needs].sort();
}

function needsOfStep(spec: Specification, step: Step): readonly Capability[] {
  if ("call" in step) {
    const needs: Capability[] = step.as === "other" ? ["tenants"] : [];
    return leavesNothing(spec, step.call) ? needs : [...needs, "spending"];
  }
  if ("settle" in step) return step.as === "other" ? ["tenants"] : [];
  if ("together" in step) return step.together.flatMap((one) => needsOfStep(spec, one));
  if ("repeat" in step) return needsOf(spec, step.steps);
  if ("advance" in step || "advanceTo" in step || "run" in step) return ["clock"];
  if ("device" in step || "use" in step) return ["device"];
  if ("option" in step) return ["options"];
  if ("balance" in step) return ["account"];
  if ("package" in step) return ["catalogue"];
  if ("receiver" in step || "notified" in step) return ["clock", "webhooks"];
  if ("mails" in step) return ["outbox"];
  return [];
}

/** Whether a call of an operation costs nothing and leaves nothing behind. What the overlay does not describe counts as the opposite. */
export function leavesNothing(spec: Specification, operationId: string): boolean {
  const effects = spec.operations.get(operationId)?.effects ?? null;
  return effects !== null && effects.cost === "none" && (effects.leaves ?? null) === null;
}

const COSTS: readonly CostClass[] = ["none", "refundable", "sunk"];

/** What steps cost at worst. */
export function costOf(spec: Specification, steps: readonly Step[]): CostClass {
  let worst = 0;
  const take = (operationId: string): void => {
    worst = Math.max(worst, COSTS.indexOf(spec.operations.get(operationId)?.effects?.cost ?? "sunk"));
  };
  for (const step of steps) {
    if ("call" in step) take(step.call);
    if ("together" in step) for (const { call } of step.together) take(call);
    if ("repeat" in step) worst = Math.max(worst, COSTS.indexOf(costOf(spec, step.steps)));
  }
  return COSTS[worst] ?? "sunk";
}
