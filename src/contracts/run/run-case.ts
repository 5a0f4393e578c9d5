import type { Case, Step } from "../plan/case.ts";
import { callOperation } from "./call.ts";
import { closeReceiver } from "./notifications.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";
import { observe, runSteps } from "./steps.ts";
import { World, type WorldPorts } from "./world.ts";

/** How a case went, before anybody says what that means for the run. */
export interface CaseRun {
  /** Null for a pass. */
  readonly problem: StepProblem | null;
  /** The problem arose while the world was made, before the case itself. */
  readonly isSetup: boolean;
  /** What was said in the case and in the making of its world. */
  readonly world: World;
  /** Exchanges from here on belong to the case itself. */
  readonly from: number;
}

/** Runs cases in worlds of their own; those that change nothing share one while their worlds begin alike. */
export class CaseRunner {
  readonly #ports: WorldPorts;
  readonly #isComparing: boolean;
  #shared: { readonly setup: string; readonly world: World; snapshot: string | null } | null = null;

  /** `isComparing`: whether money and resources are compared around cases that must change nothing. */
  constructor(ports: WorldPorts, isComparing: boolean) {
    this.#ports = ports;
    this.#isComparing = isComparing;
  }

  async run(one: Case): Promise<CaseRun> {
    const setup = JSON.stringify(one.setup);
    const shared = this.#shared;
    this.#shared = null;
    if (shared !== null && shared.setup === setup && one.isUnchanging) return this.#runIn(shared, one);
    const world = new World(this.#ports, one.isUnchanging ? `${one.layer} ${setup.length} ${one.rule}` : one.rule);
    const problem = await guarded(async () => {
      await world.begin();
      return runSteps(world, one.setup);
    });
    if (problem !== null) return { problem, isSetup: true, world, from: 0 };
    return this.#runIn({ setup, world, snapshot: null }, one);
  }

  async #runIn(
    life: { readonly setup: string; readonly world: World; snapshot: string | null },
    one: Case,
  ): Promise<CaseRun> {
    const { world } = life;
    const from = world.exchanges.length;
    const problem = await guarded(async () => {
      const isCompared = one.isUnchanging && this.#isComparing;
      const before = isCompared ? (life.snapshot ?? (await snapshotOf(world))) : null;
      const failed = await runSteps(world, one.steps);
      if (world.saved["receiverUrl"] !== undefined) await closeReceiver(world);
      if (failed !== null || !isCompared) return failed;
      const after = await snapshotOf(world);
      life.snapshot = after;
      if (after === before) return null;
      const root = `changed by a refused call ${one.operationId}`;
      return problemOf(`${one.operationId} changes something although it refuses`, {
        expected: before,
        got: after,
        root,
      });
    });
    if (problem === null && one.isUnchanging) this.#shared = life;
    return { problem, isSetup: false, world, from };
  }
}

/** What a refused call must leave alone: the wallet, and every resource that exists. */
async function snapshotOf(world: World): Promise<string> {
  const kept = { ...world.saved };
  const { money, machines } = world.spec;
  const seen: unknown[] = [];
  if (money !== null) {
    const exchange = await callOperation(world, { call: money.call });
    seen.push(exchange.success ? exchange.data : `code ${exchange.code}`);
  }
  for (const name of Object.keys(machines)) {
    if (kept[name] === undefined) continue;
    const problem = await observe(world, name);
    seen.push(problem === null ? world.saved[name] : problem.got);
  }
  for (const name of Object.keys(world.saved)) if (!(name in kept)) delete world.saved[name];
  Object.assign(world.saved, kept);
  return JSON.stringify(seen);
}

/** A case never brings the run down: what it cannot do, such as playing a device that is not there, is its problem. */
async function guarded(run: () => Promise<StepProblem | null>): Promise<StepProblem | null> {
  try {
    return await run();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return problemOf(`the case cannot go on: ${said}`, { root: `cannot go on: ${said.slice(0, 60)}` });
  }
}

/** Names of the operations that steps call, those inside other steps included. */
export function operationsIn(steps: readonly Step[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of steps) {
    if ("call" in step) names.add(step.call);
    if ("settle" in step) names.add(step.settle);
    if ("together" in step) for (const { call } of step.together) names.add(call);
    if ("repeat" in step) for (const name of operationsIn(step.steps)) names.add(name);
  }
  return names;
}
