import type { Specification } from "../documents/specification.ts";
import type { CallStep, Case, Plan, Step } from "./case.ts";

/** A call that a plan sends, and how often. */
export interface PlannedCall {
  readonly step: CallStep;
  readonly times: number;
}

/** What a plan sends of one provider, as far as its steps say. */
export interface PlannedTraffic {
  readonly calls: readonly PlannedCall[];
  /** Calls, polls, and the looks before and after what must change nothing. */
  readonly requests: number;
  /** Cases whose calls are chosen while they run. */
  readonly unforeseen: number;
}

/** Cases that must change nothing between two looks at money and resources; should one have changed, all of them run once more. */
export const CASES_BETWEEN_LOOKS = 24;

/**
 * Counts what the runner sends: cases that change nothing and begin alike share their beginning, and all but those for a real backend
 * look at money and resources before the first, after the last and now and then in between.
 */
export function trafficOf(plan: Plan, spec: Specification): PlannedTraffic {
  const calls: PlannedCall[] = [];
  let [requests, unforeseen] = [0, 0];
  const sharing = new Map<string, number>();
  for (const one of plan.cases) {
    if (one.provider !== spec.provider) continue;
    if (one.kind === "model" || one.kind === "flow") unforeseen += 1;
    const beginning = JSON.stringify(one.setup);
    const before = one.isUnchanging ? (sharing.get(beginning) ?? 0) : 0;
    if (one.isUnchanging) sharing.set(beginning, before + 1);
    const steps = before > 0 ? one.steps : [...one.setup, ...one.steps];
    calls.push(...callsIn(steps, 1));
    requests += requestsOf(spec, steps);
    if (!one.isUnchanging || plan.profile === "live-read" || before % CASES_BETWEEN_LOOKS > 0) continue;
    requests += looksOf(spec, one) * (before === 0 ? 2 : 1);
  }
  return { calls, requests, unforeseen };
}

function callsIn(steps: readonly Step[], times: number): readonly PlannedCall[] {
  return steps.flatMap((step) => {
    if ("call" in step) return [{ step, times }];
    if ("together" in step) return step.together.map((one) => ({ step: one, times }));
    if ("repeat" in step) return callsIn(step.steps, times * step.repeat);
    return [];
  });
}

function requestsOf(spec: Specification, steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    if ("call" in step || "settle" in step) return sum + 1;
    if ("together" in step) return sum + step.together.length;
    if ("repeat" in step) return sum + step.repeat * requestsOf(spec, step.steps);
    if ("observe" in step) return sum + (isShown(spec, step.observe) ? 1 : 0);
    if ("receiver" in step) return sum + (step.receiver.register === false ? 0 : 1);
    return sum;
  }, 0);
}

/** Calls of one look at the wallet and at what the case has made. */
function looksOf(spec: Specification, { setup }: Case): number {
  const made = new Set(setup.flatMap((step) => ("observe" in step ? [step.observe] : [])));
  return (spec.money === null ? 0 : 1) + [...made].filter((name) => isShown(spec, name)).length;
}

function isShown(spec: Specification, resource: string): boolean {
  return (spec.machines[resource]?.observe ?? null) !== null;
}
