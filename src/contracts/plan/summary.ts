import type { Specification } from "../documents/specification.ts";
import type { CostClass, Plan } from "./case.ts";
import { type MoneyAtRisk, moneyAtRisk } from "./money-at-risk.ts";
import { trafficOf } from "./planned-calls.ts";

/** What a plan would do, counted before anything is sent. */
export interface PlanSummary {
  readonly cases: number;
  readonly byLayer: Readonly<Record<string, number>>;
  readonly byCost: Readonly<Record<CostClass, number>>;
  /** Requests of all steps and of the looks around them. Catalogues, further polls and what `unforeseen` cases send come on top. */
  readonly requests: number;
  /** Minutes at six requests a second. */
  readonly minutes: number;
  /** Cases that choose their calls as they run; nothing else of the summary counts these. */
  readonly unforeseen: number;
  /** Purchases, what is left behind and what cannot be undone, on a backend that charges; by provider. */
  readonly atRisk: readonly MoneyAtRisk[];
}

/** Counts a plan. */
export async function summaryOf(plan: Plan, specifications: Iterable<Specification>): Promise<PlanSummary> {
  const byLayer: Record<string, number> = {};
  const byCost: Record<CostClass, number> = { none: 0, refundable: 0, sunk: 0 };
  for (const { layer, cost } of plan.cases) {
    byLayer[layer] = (byLayer[layer] ?? 0) + 1;
    byCost[cost] += 1;
  }
  let [requests, unforeseen] = [0, 0];
  const atRisk: MoneyAtRisk[] = [];
  for (const spec of specifications) {
    const traffic = trafficOf(plan, spec);
    requests += traffic.requests;
    unforeseen += traffic.unforeseen;
    atRisk.push(await moneyAtRisk(spec, traffic.calls));
  }
  const minutes = Math.ceil(requests / 6 / 6) / 10;
  return { cases: plan.cases.length, byLayer, byCost, requests, minutes, unforeseen, atRisk };
}
