import { nodeOf } from "../documents/json-pointer.ts";
import type { FlowAction, FlowFile, FlowStep, Workflow } from "./arazzo.ts";
import { isMet } from "./criteria.ts";
import type { FlowPorts, FlowRun, FlowStepRun } from "./flow-ports.ts";
import { type StepTry, tryStep } from "./run-step.ts";
import { fillExpressions, type Scope } from "./runtime-expressions.ts";

/** More steps than any flow has on purpose: two that lead to each other would run for ever. */
const MOST_STEPS = 1000;
/** Workflows that call workflows; deeper is a circle. */
const DEEPEST = 16;
/** No flow waits longer for one try, whatever a server asks for. */
const LONGEST_WAIT_SECONDS = 3600;

type Values = Readonly<Record<string, unknown>>;

/** Everything that the workflows of one run share. */
interface RunState {
  readonly flows: FlowFile;
  readonly ports: FlowPorts;
  readonly steps: FlowStepRun[];
  /** Workflows that have ended, for `$workflows` and `dependsOn`. */
  readonly ended: Record<string, { readonly inputs: Values; readonly outputs: Values; readonly ok: boolean }>;
  taken: number;
}

/** How a workflow ended. */
interface Ended {
  readonly problem: string | null;
  readonly outputs: Values;
}

/**
 * Runs a workflow by Arazzo 1.0.1. Inputs that it does not declare are left out, and defaults of the schema are filled in. A step
 * without criteria has succeeded with a status below 400. A workflow has failed when a failed step has no action left, or one that ends it.
 */
export async function runFlow(flows: FlowFile, workflowId: string, inputs: Values, ports: FlowPorts): Promise<FlowRun> {
  const state: RunState = { flows, ports, steps: [], ended: {}, taken: 0 };
  const { problem, outputs } = await runWorkflow(state, workflowId, inputs, []);
  return { workflowId, ok: problem === null, problem, steps: state.steps, outputs };
}

async function runWorkflow(
  state: RunState,
  workflowId: string,
  given: Values,
  callers: readonly string[],
): Promise<Ended> {
  const workflow = state.flows.workflows.get(workflowId);
  if (workflow === undefined) return failed(`there is no workflow ${workflowId}`);
  if (callers.length >= DEEPEST)
    return failed(`workflows call each other in a circle: ${callers.slice(-3).join(", ")}`);
  const path = [...callers, workflowId];
  for (const needed of workflow.dependsOn) {
    if (state.ended[needed]?.ok === true) continue;
    const { problem } = await runWorkflow(state, needed, given, path);
    if (problem !== null) return failed(`${workflowId} depends on ${needed}: ${problem}`);
  }
  const inputs = inputsOf(workflow, given);
  const missing = requiredOf(workflow).filter((name) => inputs[name] === undefined);
  const ended =
    missing.length > 0
      ? failed(`${workflowId} needs the inputs ${missing.join(", ")}`)
      : await new WorkflowRun(state, workflow, inputs, path).run();
  state.ended[workflowId] = { inputs, outputs: ended.outputs, ok: ended.problem === null };
  return ended;
}

function failed(problem: string): Ended {
  return { problem, outputs: {} };
}

function inputsOf({ inputs: schema }: Workflow, given: Values): Values {
  const properties = schema["properties"];
  if (properties === undefined) return given;
  const declared = Object.entries(nodeOf(properties)).map(([name, property]) => [
    name,
    given[name] === undefined ? nodeOf(property)["default"] : given[name],
  ]);
  return Object.fromEntries(declared);
}

function requiredOf({ inputs: schema }: Workflow): readonly string[] {
  const required: unknown = schema["required"];
  return Array.isArray(required) ? required.map(String) : [];
}

/** One run of one workflow. */
class WorkflowRun {
  readonly #state: RunState;
  readonly #workflow: Workflow;
  readonly #inputs: Values;
  readonly #path: readonly string[];
  readonly #outputs: Record<string, { outputs: Values }> = {};

  constructor(state: RunState, workflow: Workflow, inputs: Values, path: readonly string[]) {
    this.#state = state;
    this.#workflow = workflow;
    this.#inputs = inputs;
    this.#path = path;
  }

  async run(): Promise<Ended> {
    const { steps } = this.#workflow;
    let at = 0;
    for (let step = steps[at]; step !== undefined; step = steps[at]) {
      const went = await this.#runStep(step);
      const action = went.action ?? null;
      if (went.problem !== null && (action === null || action.type === "end")) return this.#end(went.problem);
      if (action?.type === "end") break;
      if (action?.target === null || action === null) at += 1;
      else if ("stepId" in action.target) at = this.#indexOf(action.target.stepId);
      else return this.#goTo(action.target.workflowId);
    }
    return this.#end(null);
  }

  /** Tries a step until it succeeds, or no action asks for another try. */
  async #runStep(step: FlowStep): Promise<{ problem: string | null; action?: FlowAction }> {
    const retried = new Map<FlowAction, number>();
    const record = { ...this.#idOf(step), ok: false, problem: null, exchanges: [] };
    const place = this.#state.steps.push(record) - 1;
    const exchanges: FlowStepRun["exchanges"][number][] = [];
    for (;;) {
      const went = await this.#try(step);
      exchanges.push(...went.exchanges);
      const problem = went.problem === null ? null : `step ${step.stepId}: ${went.problem}`;
      this.#state.steps[place] = { ...this.#idOf(step), ok: problem === null, problem, exchanges: [...exchanges] };
      if (problem === null) this.#outputs[step.stepId] = { outputs: went.outputs };
      const actions = problem === null ? step.onSuccess : step.onFailure;
      const action =
        this.#state.taken > MOST_STEPS ? undefined : chosen(actions, went.scope, retried, this.#state.ports);
      if (action?.type !== "retry") return { problem, ...(action === undefined ? {} : { action }) };
      retried.set(action, (retried.get(action) ?? 0) + 1);
      await this.#prepareRetry(action, went);
    }
  }

  async #try(step: FlowStep): Promise<StepTry> {
    this.#state.taken += 1;
    const scope = this.#scope();
    if (this.#state.taken > MOST_STEPS) {
      return { problem: `the flow has taken ${MOST_STEPS} steps and does not end`, exchanges: [], outputs: {}, scope };
    }
    const call = (workflowId: string, inputs: Values): Promise<Ended> =>
      runWorkflow(this.#state, workflowId, inputs, this.#path);
    return tryStep(step, scope, { ports: this.#state.ports, call });
  }

  /** Waits, and runs what the action names, before the step is tried again. */
  async #prepareRetry({ retryAfterSeconds, target }: FlowAction, { scope }: StepTry): Promise<void> {
    // Arazzo: the server's Retry-After overrules the flow's.
    const asked = Number(scope.response?.header["retry-after"] ?? Number.NaN);
    const seconds = Math.min(asked >= 0 ? asked : retryAfterSeconds, LONGEST_WAIT_SECONDS);
    if (seconds > 0) await this.#state.ports.wait(seconds);
    if (target === null) return;
    if ("workflowId" in target) await runWorkflow(this.#state, target.workflowId, this.#inputs, this.#path);
    else {
      const step = this.#workflow.steps[this.#indexOf(target.stepId)];
      if (step !== undefined) await this.#runAside(step);
    }
  }

  /** Runs a step for its effect: its own actions do not count. */
  async #runAside(step: FlowStep): Promise<void> {
    const went = await this.#try(step);
    const problem = went.problem === null ? null : `step ${step.stepId}: ${went.problem}`;
    this.#state.steps.push({ ...this.#idOf(step), ok: problem === null, problem, exchanges: went.exchanges });
    if (problem === null) this.#outputs[step.stepId] = { outputs: went.outputs };
  }

  async #goTo(workflowId: string): Promise<Ended> {
    const { problem } = await runWorkflow(this.#state, workflowId, this.#inputs, this.#path);
    return this.#end(problem);
  }

  /** What the workflow gives: outputs without a value are left out, as steps may have been passed over. */
  #end(problem: string | null): Ended {
    const scope = this.#scope();
    const filled = Object.entries(this.#workflow.outputs).flatMap(([name, text]) => {
      const value = fillExpressions(text, { scope, missing: [] });
      return value === undefined ? [] : [[name, value] as const];
    });
    return { problem, outputs: Object.fromEntries(filled) };
  }

  #scope(): Scope {
    const { flows, ended } = this.#state;
    return {
      request: null,
      response: null,
      inputs: this.#inputs,
      outputs: {},
      steps: this.#outputs,
      workflows: ended,
      sourceDescriptions: flows.sources,
      components: flows.components,
    };
  }

  #indexOf(stepId: string): number {
    return this.#workflow.steps.findIndex((step) => step.stepId === stepId);
  }

  #idOf({ stepId }: FlowStep): { workflowId: string; stepId: string } {
    return { workflowId: this.#workflow.workflowId, stepId };
  }
}

/** The first action whose criteria all hold and whose tries are not used up. */
function chosen(
  actions: readonly FlowAction[],
  scope: Scope,
  retried: ReadonlyMap<FlowAction, number>,
  ports: FlowPorts,
): FlowAction | undefined {
  return actions.find((action) => {
    if (action.type === "retry" && (retried.get(action) ?? 0) >= action.retryLimit) return false;
    return action.criteria.every((criterion) => isMet(criterion, scope, ports));
  });
}
