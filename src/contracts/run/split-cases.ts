import type { Case, Step } from "../plan/case.ts";
import { sharedKey } from "./run-cases.ts";

/** Requests that a case costs beside those of its steps: its world is made and compared. */
const BASE_REQUESTS = 4;

/**
 * Shares cases out among workers that shall take about as long: for each worker the places of its cases in the plan, in order. Cases that
 * share a world stay together, as each of them is judged in the world that the ones before it have left; what is observed in all answers is
 * everybody's.
 */
export function splitCases(cases: readonly Case[], count: number): readonly (readonly number[])[] {
  const groups = new Map<string, { weight: number; readonly indices: number[] }>();
  const shared: number[] = [];
  for (const [index, one] of cases.entries()) {
    if (one.kind === "exchanges") {
      shared.push(index);
      continue;
    }
    const key = `${one.provider} ${sharedKey(one)}`;
    const group = groups.get(key) ?? { weight: 0, indices: [] };
    group.weight += BASE_REQUESTS + requestsOf([...one.setup, ...one.steps]);
    group.indices.push(index);
    groups.set(key, group);
  }
  const shards: { weight: number; readonly indices: number[] }[] = Array.from({ length: count }, () => {
    return { weight: 0, indices: [...shared] };
  });
  for (const { weight, indices } of [...groups.values()].sort((a, b) => b.weight - a.weight)) {
    const lightest = shards.reduce((least, shard) => (shard.weight < least.weight ? shard : least));
    lightest.weight += weight;
    lightest.indices.push(...indices);
  }
  return shards.map(({ indices }) => indices.sort((a, b) => a - b));
}

function requestsOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    if ("repeat" in step) return sum + step.repeat * requestsOf(step.steps);
    return sum + ("together" in step ? step.together.length : 1);
  }, 0);
}
