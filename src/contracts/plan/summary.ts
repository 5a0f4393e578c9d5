import type { Case, CostClass, Plan, Step } from "./case.ts";

/** What a plan would do, counted before anything is sent. */
export interface PlanSummary {
  readonly cases: number;
  readonly byLayer: Readonly<Record<string, number>>;
  readonly byCost: Readonly<Record<CostClass, number>>;
  /** Requests that the steps send at least; looking before and after and sequences of models come on top. */
  readonly requests: number;
  /** Calls whose success creates something or costs money, on a backend that charges. */
  readonly spendingCalls: number;
  readonly irreversibleCalls: number;
  /** Minutes at six requests a second. */
  readonly minutes: number;
}

/** Counts a plan. `costOf` says what a call of an operation costs at worst. */
export function summaryOf(plan: Plan, costOf: (one: Case, operationId: string) => CostClass): PlanSummary {
  const byLayer: Record<string, number> = {};
  const byCost: Record<CostClass, number> = { none: 0, refundable: 0, sunk: 0 };
  let [requests, spendingCalls, irreversibleCalls] = [0, 0, 0];
  for (const one of plan.cases) {
    byLayer[one.layer] = (byLayer[one.layer] ?? 0) + 1;
    byCost[one.cost] += 1;
    for (const operationId of callsIn([...one.setup, ...one.steps])) {
      requests += 1;
      const cost = costOf(one, operationId);
      if (cost !== "none") spendingCalls += 1;
      if (cost === "sunk") irreversibleCalls += 1;
    }
  }
  return {
    cases: plan.cases.length,
    byLayer,
    byCost,
    requests,
    spendingCalls,
    irreversibleCalls,
    minutes: Math.ceil(requests / 6 / 6) / 10,
  };
}

function callsIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if ("call" in step) return [step.call];
    if ("settle" in step) return [step.settle];
    if ("together" in step) return step.together.map(({ call }) => call);
    if ("repeat" in step) return Array.from({ length: step.repeat }, () => callsIn(step.steps)).flat();
    return [];
  });
}
