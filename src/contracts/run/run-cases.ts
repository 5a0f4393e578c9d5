import type { Specification } from "../documents/specification.ts";
import type { FlowFile } from "../flows/arazzo.ts";
import { createAnswerOracle } from "../oracle/answer.ts";
import type { Capability, Case, Plan, ProviderName } from "../plan/case.ts";
import { CASES_BETWEEN_LOOKS } from "../plan/planned-calls.ts";
import type { Target } from "../targets/target.ts";
import { Catalogues } from "./catalogue.ts";
import { Traffic, type TrafficRecord } from "./coverage.ts";
import type { Inbox } from "./inbox.ts";
import type { Masker } from "./masking.ts";
import { Monitors, type Observed } from "./monitors.ts";
import { type CaseRun, CaseRunner } from "./run-case.ts";
import { runFlowCase } from "./run-flow-case.ts";
import { runModel } from "./run-model.ts";
import { showProblem } from "./show-problem.ts";
import type { Judged } from "./verdicts.ts";
import type { WorldPorts } from "./world.ts";

/** What cases are run with. */
export interface CasePorts {
  readonly specifications: ReadonlyMap<string, Specification>;
  readonly flows: ReadonlyMap<string, FlowFile>;
  readonly target: Target;
  readonly masker: Masker;
  readonly inbox: () => Promise<Inbox>;
  readonly onProgress: (progress: Progress) => void;
  readonly sleep: (ms: number) => Promise<void>;
  readonly stopwatch: () => number;
  readonly isLive: boolean;
}

/** How far one worker is. */
export interface Progress {
  readonly done: number;
  readonly requests: number;
  /** The rule of the case that was run last. */
  readonly now: string;
}

/** A case as it was judged, by its place in the plan. */
export interface JudgedCase extends Omit<Judged, "one"> {
  readonly index: number;
  /** Where the broken rule is written, when that is not where the case is. */
  readonly place: Case["place"] | null;
}

/** What came of some cases of a plan: plain data. */
export interface CasesOutcome {
  readonly judged: readonly JudgedCase[];
  readonly traffic: Readonly<Record<string, TrafficRecord>>;
  /** The target stopped answering: nothing is judged then. */
  readonly unreachable: string | null;
}

/** Connections that fail one after the other before the run is given up. */
const GIVE_UP_AFTER = 5;

/**
 * Wall time that cases in a row may lose to calls without an answer before no further one is run: each such call takes
 * `limits.callSeconds`, and thousands of them would take a day. What was found until then is reported.
 */
const MOST_SILENCE_MS = 60_000;

/** Runs cases of a plan, given by their places in it, as far as the target is able to; everything that answers show is judged on the way. */
export async function runCases(plan: Plan, indices: readonly number[], ports: CasePorts): Promise<CasesOutcome> {
  const judged: JudgedCase[] = [];
  const traffic: Record<string, TrafficRecord> = {};
  let [done, requests] = [0, 0];
  for (const provider of plan.providers) {
    const spec = ports.specifications.get(provider);
    if (spec === undefined) throw new Error(`there is no specification of ${provider}`);
    const run = new ProviderRun(plan, spec, {
      ...ports,
      onProgress: (own) => ports.onProgress({ ...own, done: done + own.done, requests: requests + own.requests }),
    });
    const cases = indicesOf(plan, indices, provider);
    judged.push(...(await run.run(cases)));
    done += cases.length;
    requests += run.traffic.requests;
    traffic[provider] = run.traffic.record();
    if (run.unreachable !== null) return { judged: [], traffic, unreachable: run.unreachable };
  }
  return { judged, traffic, unreachable: null };
}

/** Batches that are run twice before cases are run one by one from the start: in a target that is wrong everywhere most would be. */
const MOST_IN_VAIN = 5;

type IndexedCase = readonly [index: number, one: Case];

interface BatchRun {
  readonly runner: CaseRunner;
  /** Cases that ran before. */
  readonly done: number;
}

interface RunHow {
  readonly runner: CaseRunner;
  readonly isLooking: boolean;
}

function indicesOf(plan: Plan, indices: readonly number[], provider: ProviderName): readonly IndexedCase[] {
  return indices.flatMap((index) => {
    const one = plan.cases[index];
    return one?.provider === provider ? [[index, one] as const] : [];
  });
}

/** The cases of one provider. */
class ProviderRun {
  readonly traffic = new Traffic();
  readonly #ports: CasePorts;
  readonly #monitors: Monitors;
  readonly #world: WorldPorts;
  #failures = 0;
  #batchesInVain = 0;
  #silenceMs = 0;
  unreachable: string | null = null;

  constructor(plan: Plan, spec: Specification, ports: CasePorts) {
    this.#ports = ports;
    const oracle = createAnswerOracle(spec);
    const monitors = new Monitors(spec, oracle);
    this.#monitors = monitors;
    this.#world = {
      spec,
      target: ports.target,
      oracle,
      catalogues: new Catalogues(),
      seed: plan.seed,
      inbox: ports.inbox,
      sleep: ports.sleep,
      onExchange: async (exchange, world) => {
        this.traffic.add(exchange);
        this.#failures = exchange.isUnreachable ? this.#failures + 1 : 0;
        if (this.#failures >= GIVE_UP_AFTER) this.unreachable = exchange.failure;
        await monitors.judge(exchange, world);
      },
      onNotification: (world) => (notification) => monitors.judgeNotification(notification, world),
    };
  }

  async run(cases: readonly IndexedCase[]): Promise<JudgedCase[]> {
    const judged: JudgedCase[] = [];
    const runner = new CaseRunner(this.#world, !this.#ports.isLive);
    for (const batch of batchesOf(cases.filter(([, one]) => one.kind !== "exchanges"))) {
      judged.push(...(await this.#runBatch(batch, { runner, done: judged.length })));
    }
    for (const key of this.#monitors.results.keys()) {
      if (key.startsWith("notification/")) this.traffic.notifications.add(key.split("/")[1] ?? "");
    }
    for (const [index, one] of cases) if (one.kind === "exchanges") judged.push({ index, ...this.#observedCase(one) });
    return judged;
  }

  /**
   * Runs cases that change nothing and begin alike in one world, with one look at what they must leave alone before the first and one
   * after the last. Should one fail or something have changed, all of them run once more with a look after each: that tells which it was.
   */
  async #runBatch(batch: readonly IndexedCase[], run: BatchRun): Promise<JudgedCase[]> {
    if (batch.length > 1 && this.#batchesInVain < MOST_IN_VAIN) {
      const judged = await this.#runEach(batch, { ...run, isLooking: false });
      if (judged.every(({ problem }) => problem === null) && !(await run.runner.hasChanged())) return judged;
      this.#batchesInVain += 1;
      run.runner.leave();
    }
    return this.#runEach(batch, { ...run, isLooking: true });
  }

  async #runEach(
    batch: readonly IndexedCase[],
    { runner, done, isLooking }: BatchRun & { readonly isLooking: boolean },
  ): Promise<JudgedCase[]> {
    const judged: JudgedCase[] = [];
    for (const [index, one] of batch) {
      if (this.unreachable !== null) break;
      judged.push({ index, ...(await this.#runOne(one, { runner, isLooking })) });
      const requests = this.traffic.requests;
      this.#ports.onProgress({ done: done + judged.length, requests, now: one.rule });
    }
    return judged;
  }

  async #runOne(one: Case, how: RunHow): Promise<Omit<JudgedCase, "index">> {
    const missing = this.#missing(one.needs);
    if (missing !== null) return skipped(`the target has no ${missing}`);
    if (this.#silenceMs >= MOST_SILENCE_MS) return skipped("the target had stopped answering");
    const startedAt = this.#ports.stopwatch();
    const before = this.traffic.requests;
    const run = await this.#engine(one, how);
    const [requests, wallMs] = [this.traffic.requests - before, this.#ports.stopwatch() - startedAt];
    this.#silenceMs = run.world.exchanges.at(-1)?.status === null ? this.#silenceMs + wallMs : 0;
    const broken = run.world.exchanges.flatMap(({ operationId, violations }) =>
      violations.map(({ aspect }) => `responses/${operationId}/${aspect}`),
    );
    const shown = run.problem === null ? null : showProblem(one, run, this.#ports.masker);
    const { problem, isSetup } = run;
    return { place: null, problem, shown, skipped: null, isSetup, broken, requests, wallMs };
  }

  async #engine(one: Case, { runner, isLooking }: RunHow): Promise<CaseRun> {
    if (one.kind === "model") return runModel(this.#world, one);
    const flows = this.#ports.flows.get(one.provider);
    if (one.kind === "flow" && flows !== undefined) return runFlowCase(this.#world, one, flows);
    return runner.run(one, isLooking);
  }

  #missing(needs: readonly Capability[]): Capability | null {
    const { capabilities } = this.#ports.target;
    // Only where there is a control API is the money simulated: whoever names nothing but a URL may name a backend that charges.
    const isSimulated = this.#ports.target.control !== null;
    return needs.find((need) => !capabilities.has(need) && !(need === "spending" && isSimulated)) ?? null;
  }

  #observedCase(one: Case): Omit<JudgedCase, "index"> {
    const observed: Observed | undefined = this.#monitors.results.get(one.subject ?? "");
    if (observed === undefined) return skipped(UNSEEN);
    const { problem, exchanges, place } = observed;
    const told = place === null ? one : { ...one, place };
    const shown = problem === null ? null : showProblem(told, { problem, exchanges }, this.#ports.masker);
    return { place, problem, shown, skipped: null, isSetup: false, broken: [], requests: 0, wallMs: 0 };
  }
}

/** Why a rule about answers and notifications was not judged. */
export const UNSEEN = "nothing in this run has shown it";

function skipped(reason: string): Omit<JudgedCase, "index"> {
  return {
    place: null,
    problem: null,
    shown: null,
    skipped: reason,
    isSetup: false,
    broken: [],
    requests: 0,
    wallMs: 0,
  };
}

/** The same for cases that share a world: those that change nothing and begin alike. */
export function sharedKey(one: Case): string {
  return one.isUnchanging ? JSON.stringify(one.setup) : one.rule;
}

/** Cases that are run together: those that share a world, some at a time; every other case by itself. */
function batchesOf(cases: readonly IndexedCase[]): readonly (readonly IndexedCase[])[] {
  const groups = new Map<string, IndexedCase[]>();
  for (const indexed of cases) {
    const key = sharedKey(indexed[1]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [indexed]);
    else group.push(indexed);
  }
  const size = CASES_BETWEEN_LOOKS;
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / size) }, (_, index) => group.slice(index * size, (index + 1) * size)),
  );
}
