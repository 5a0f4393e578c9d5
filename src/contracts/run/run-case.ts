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

/** A life that cases share, and what was last seen in it of what they must leave alone. */
interface SharedLife {
  readonly setup: string;
  readonly world: World;
  seen: string | null;
}

/** Runs cases in worlds of their own; those that change nothing share one while their worlds begin alike. */
export class CaseRunner {
  readonly #ports: WorldPorts;
  readonly #isComparing: boolean;
  #shared: SharedLife | null = null;

  /** `isComparing`: whether money and resources are compared around cases that must change nothing. */
  constructor(ports: WorldPorts, isComparing: boolean) {
    this.#ports = ports;
    this.#isComparing = isComparing;
  }

  /** With `isLooking` a case that must change nothing is compared at once; without, whoever runs it asks `hasChanged` later. */
  async run(one: Case, isLooking = true): Promise<CaseRun> {
    const setup = JSON.stringify(one.setup);
    const shared = this.#shared;
    this.#shared = null;
    if (shared !== null && shared.setup === setup && one.isUnchanging) return this.#runIn(shared, one, isLooking);
    const world = new World(this.#ports, one.isUnchanging ? `${one.layer} ${setup.length} ${one.rule}` : one.rule);
    const problem = await guarded(async () => {
      await world.begin();
      return runSteps(world, one.setup);
    });
    if (problem !== null) return { problem, isSetup: true, world, from: 0 };
    return this.#runIn({ setup, world, seen: null }, one, isLooking);
  }

  /** Whether the cases that were run without a look have changed something. Their world is left then. */
  async hasChanged(): Promise<boolean> {
    const life = this.#shared;
    if (life === null || life.seen === null) return false;
    const { seen } = life;
    const problem = await guarded(async () => {
      life.seen = await snapshotOf(life.world);
      return null;
    });
    if (problem === null && life.seen === seen) return false;
    this.leave();
    return true;
  }

  /** The next case gets a new world. */
  leave(): void {
    this.#shared = null;
  }

  async #runIn(life: SharedLife, one: Case, isLooking: boolean): Promise<CaseRun> {
    const { world } = life;
    const from = world.exchanges.length;
    const problem = await guarded(async () => {
      const isCompared = one.isUnchanging && this.#isComparing;
      if (isCompared) life.seen ??= await snapshotOf(world);
      const failed = await runSteps(world, one.steps);
      if (world.saved["receiverUrl"] !== undefined) await closeReceiver(world);
      if (failed !== null || !isCompared || !isLooking) return failed;
      const before = life.seen;
      life.seen = await snapshotOf(world);
      if (life.seen === before) return null;
      const root = `changed by ${one.operationId}`;
      return problemOf(`${one.operationId} changes something that it must leave alone`, {
        expected: before,
        got: life.seen,
        root,
      });
    });
    if (problem === null && one.isUnchanging) this.#shared = life;
    return { problem, isSetup: false, world, from };
  }
}

/** What a refused call and a read must leave alone: the wallet, and every resource that exists. */
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
