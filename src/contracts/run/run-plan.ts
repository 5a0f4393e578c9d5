import type { Deviation } from "../documents/deviations.ts";
import type { Specification } from "../documents/specification.ts";
import type { FlowFile } from "../flows/arazzo.ts";
import { createAnswerOracle } from "../oracle/answer.ts";
import type { Capability, Case, Plan } from "../plan/case.ts";
import type { CaseResult, RunEvent } from "../report/events.ts";
import type { Target } from "../targets/target.ts";
import { Catalogues } from "./catalogue.ts";
import { coverageOf, Traffic } from "./coverage.ts";
import type { Inbox } from "./inbox.ts";
import type { Masker } from "./masking.ts";
import { Monitors, type Observed } from "./monitors.ts";
import { type CaseRun, CaseRunner } from "./run-case.ts";
import { runFlowCase } from "./run-flow-case.ts";
import { runModel } from "./run-model.ts";
import { showProblem } from "./show-problem.ts";
import { type Judged, verdictsOf } from "./verdicts.ts";
import type { WorldPorts } from "./world.ts";

/** What a run needs besides its plan. */
export interface RunPorts {
  readonly specifications: ReadonlyMap<string, Specification>;
  readonly flows: ReadonlyMap<string, FlowFile>;
  readonly target: Target;
  readonly deviations: readonly Deviation[];
  readonly masker: Masker;
  readonly inbox: () => Promise<Inbox>;
  readonly emit: (event: RunEvent) => void;
  readonly sleep: (ms: number) => Promise<void>;
  readonly stopwatch: () => number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly isLive: boolean;
}

/** What came of a run. */
export interface RunOutcome {
  readonly results: readonly CaseResult[];
  readonly requests: number;
  /** The target stopped answering: nothing is judged then. */
  readonly unreachable: string | null;
}

/** Connections that fail one after the other before the run is given up. */
const GIVE_UP_AFTER = 5;

/** Runs every case of a plan that the target is able to, and judges each. */
export async function runPlan(plan: Plan, ports: RunPorts): Promise<RunOutcome> {
  const all: CaseResult[] = [];
  let requests = 0;
  for (const provider of plan.providers) {
    const spec = ports.specifications.get(provider);
    if (spec === undefined) throw new Error(`there is no specification of ${provider}`);
    const run = new ProviderRun(plan, spec, ports);
    const own = await run.run(
      plan.cases.filter((one) => one.provider === provider),
      requests,
    );
    requests = run.requests + requests;
    if (run.unreachable !== null) return { results: [], requests, unreachable: run.unreachable };
    const results = verdictsOf(own, { ...ports, target: ports.target.name });
    all.push(...results);
    for (const result of results) ports.emit({ event: "case", result });
    const coverage = coverageOf(spec, { cases: plan.cases, results, traffic: run.traffic });
    ports.emit({ event: "coverage", coverage });
  }
  return { results: all, requests, unreachable: null };
}

/** The cases of one provider. */
class ProviderRun {
  readonly traffic = new Traffic();
  readonly #ports: RunPorts;
  readonly #monitors: Monitors;
  readonly #world: WorldPorts;
  #failures = 0;
  unreachable: string | null = null;

  constructor(plan: Plan, spec: Specification, ports: RunPorts) {
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

  get requests(): number {
    return this.traffic.requests;
  }

  async run(cases: readonly Case[], before: number): Promise<Judged[]> {
    const judged = new Map<Case, Judged>();
    const runner = new CaseRunner(this.#world, !this.#ports.isLive);
    for (const one of inSharedOrder(cases)) {
      if (this.unreachable !== null) break;
      if (one.kind === "exchanges") continue;
      judged.set(one, await this.#runOne(one, runner));
      const event = {
        event: "progress",
        done: judged.size,
        of: cases.length,
        requests: before + this.requests,
        now: one.rule,
      } as const;
      this.#ports.emit(event);
    }
    for (const key of this.#monitors.results.keys()) {
      if (key.startsWith("notification/")) this.traffic.notifications.add(key.split("/")[1] ?? "");
    }
    for (const one of cases) if (one.kind === "exchanges") judged.set(one, this.#observedCase(one));
    return cases.flatMap((one) => judged.get(one) ?? []);
  }

  async #runOne(one: Case, runner: CaseRunner): Promise<Judged> {
    const missing = this.#missing(one.needs);
    if (missing !== null) return skipped(one, `the target has no ${missing}`);
    const startedAt = this.#ports.stopwatch();
    const requests = this.requests;
    const run = await this.#engine(one, runner);
    const spent = { requests: this.requests - requests, wallMs: this.#ports.stopwatch() - startedAt };
    const broken = run.world.exchanges.flatMap(({ operationId, violations }) =>
      violations.map(({ aspect }) => `responses/${operationId}/${aspect}`),
    );
    const shown = run.problem === null ? null : showProblem(one, run, this.#ports.masker);
    return { one, problem: run.problem, shown, skipped: null, isSetup: run.isSetup, broken, ...spent };
  }

  async #engine(one: Case, runner: CaseRunner): Promise<CaseRun> {
    if (one.kind === "model") return runModel(this.#world, one);
    const flows = this.#ports.flows.get(one.provider);
    if (one.kind === "flow" && flows !== undefined) return runFlowCase(this.#world, one, flows);
    return runner.run(one);
  }

  #missing(needs: readonly Capability[]): Capability | null {
    const { capabilities } = this.#ports.target;
    return needs.find((need) => !capabilities.has(need) && !(need === "spending" && !this.#ports.isLive)) ?? null;
  }

  #observedCase(one: Case): Judged {
    const observed: Observed | undefined = this.#monitors.results.get(one.subject ?? "");
    if (observed === undefined) return skipped(one, "nothing in this run has shown it");
    const { problem, exchanges, place } = observed;
    const told = place === null ? one : { ...one, place };
    const shown = problem === null ? null : showProblem(told, { problem, exchanges }, this.#ports.masker);
    return { one: told, problem, shown, skipped: null, isSetup: false, broken: [], requests: 0, wallMs: 0 };
  }
}

function skipped(one: Case, reason: string): Judged {
  return { one, problem: null, shown: null, skipped: reason, isSetup: false, broken: [], requests: 0, wallMs: 0 };
}

/** Cases that change nothing and begin alike stand together, so that they can share a world. */
function inSharedOrder(cases: readonly Case[]): readonly Case[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = one.isUnchanging ? JSON.stringify(one.setup) : one.rule;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flat();
}
