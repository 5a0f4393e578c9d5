import type { Specification } from "../documents/specification.ts";
import type { Case, ProviderName, Step } from "../plan/case.ts";
import { sharedKey } from "./run-cases.ts";

/** What takes time, in requests, as measured over whole runs: a world of one's own, a law that an answer is judged by, a step of control. */
const [WORLD, LAW, CONTROL] = [10, 0.1, 3];

/** Cases that stay together, by their places in the plan. */
interface Group {
  readonly provider: ProviderName;
  weight: number;
  readonly indices: number[];
}

/**
 * Shares cases out among workers that shall take about as long: for each worker, given by the providers that it knows, the places of its
 * cases in the plan, in order. Cases that share a world stay together, as each of them is judged in the world that the ones before it have
 * left; what is observed in all answers is everybody's who knows the provider.
 */
export function splitCases(
  cases: readonly Case[],
  workers: readonly (readonly ProviderName[])[],
  specifications: ReadonlyMap<string, Specification> = new Map(),
): readonly (readonly number[])[] {
  const observed = [...cases.entries()].filter(([, one]) => one.kind === "exchanges");
  const shares = workers.map((providers) => ({
    providers,
    weight: 0,
    indices: observed.flatMap(([index, { provider }]) => (providers.includes(provider) ? [index] : [])),
  }));
  const able = ({ provider }: Group): typeof shares => shares.filter(({ providers }) => providers.includes(provider));
  // What few can do goes first, so that the others can make up for it.
  const groups = groupsOf(cases, specifications).sort((a, b) => able(a).length - able(b).length || b.weight - a.weight);
  for (const group of groups) {
    const lightest = able(group).reduce((least, share) => (share.weight < least.weight ? share : least));
    lightest.weight += group.weight;
    lightest.indices.push(...group.indices);
  }
  return shares.map(({ indices }) => indices.sort((a, b) => a - b));
}

function groupsOf(cases: readonly Case[], specifications: ReadonlyMap<string, Specification>): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, one] of cases.entries()) {
    if (one.kind === "exchanges") continue;
    const { provider } = one;
    const key = `${provider} ${sharedKey(one)}`;
    const group = groups.get(key) ?? { provider, weight: 0, indices: [] };
    group.weight += weightOf(one, specifications.get(provider));
    group.indices.push(index);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function weightOf(one: Case, spec: Specification | undefined): number {
  const steps = weightOfSteps([...one.setup, ...one.steps], spec);
  return one.isUnchanging ? steps : WORLD + steps;
}

function weightOfSteps(steps: readonly Step[], spec: Specification | undefined): number {
  const lawsOf = (operationId: string): number => spec?.operations.get(operationId)?.laws.length ?? 0;
  return steps.reduce((sum, step) => {
    if ("repeat" in step) return sum + step.repeat * weightOfSteps(step.steps, spec);
    if ("together" in step) return sum + weightOfSteps(step.together, spec);
    if ("call" in step) return sum + 1 + LAW * lawsOf(step.call);
    if ("observe" in step) return sum + 1 + LAW * lawsOf(spec?.machines[step.observe]?.observe?.call ?? "");
    return sum + ("check" in step || "let" in step ? 0 : CONTROL);
  }, 0);
}
