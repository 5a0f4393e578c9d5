import type { ExpectedWebhook, FlowStep } from "./arazzo.ts";
import { isMet, seenBy } from "./criteria.ts";
import type { FlowAnswer, FlowExchange, FlowPorts } from "./flow-ports.ts";
import { buildRequest } from "./flow-request.ts";
import { fillExpressions, type Scope, shownValue } from "./runtime-expressions.ts";

type Values = Readonly<Record<string, unknown>>;

/** How one try of a step went. */
export interface StepTry {
  readonly problem: string | null;
  readonly exchanges: readonly FlowExchange[];
  readonly outputs: Values;
  /** With request and answer, for the criteria of actions. */
  readonly scope: Scope;
}

/** What a try needs. */
export interface StepPorts {
  readonly ports: FlowPorts;
  /** Runs another workflow. */
  readonly call: (workflowId: string, inputs: Values) => Promise<{ problem: string | null; outputs: Values }>;
}

/** Statuses from here on are refusals, where a step has no criteria of its own. */
const FIRST_REFUSAL = 400;

/** Tries a step once: sends its request or runs its workflow, and judges what came of it. */
export async function tryStep(step: FlowStep, before: Scope, stepPorts: StepPorts): Promise<StepTry> {
  const sent =
    step.target.kind === "workflow" ? await callWorkflow(step, before, stepPorts) : await send(step, before, stepPorts);
  if (sent.problem !== null) return sent;
  const problem = judge(step, sent.scope, stepPorts.ports) ?? (await awaitWebhook(step, sent.scope, stepPorts.ports));
  if (problem !== null) return { ...sent, problem };
  const missing: string[] = [];
  const outputs = fillExpressions(step.outputs, { scope: sent.scope, missing });
  const lost = missing.length === 0 ? null : `the outputs ${missing.join(", ")} are not there`;
  return { ...sent, problem: lost, outputs: Object.fromEntries(Object.entries(outputs ?? {})) };
}

async function callWorkflow(step: FlowStep, scope: Scope, { call }: StepPorts): Promise<StepTry> {
  const nothing = { exchanges: [], outputs: {} };
  if (step.target.kind !== "workflow") return { ...nothing, problem: null, scope };
  const missing: string[] = [];
  const inputs = step.parameters.map(({ name, value }) => [name, fillExpressions(value, { scope, missing })] as const);
  if (missing.length > 0) return { ...nothing, problem: valuesMissing(missing), scope };
  const { problem, outputs } = await call(step.target.workflowId, Object.fromEntries(inputs));
  return { ...nothing, problem, scope: { ...scope, outputs } };
}

async function send(step: FlowStep, scope: Scope, { ports }: StepPorts): Promise<StepTry> {
  if (step.target.kind !== "operation") return { problem: null, exchanges: [], outputs: {}, scope };
  const { source, operation } = step.target;
  const missing: string[] = [];
  const { call, request } = buildRequest(operation, step, { scope, missing });
  const asked = { ...scope, request };
  if (missing.length > 0) return { problem: valuesMissing(missing), exchanges: [], outputs: {}, scope: asked };
  let answer: FlowAnswer;
  try {
    answer = await ports.send(source, call);
  } catch (error) {
    // Without an answer the step has failed, and its failure actions decide what follows.
    const failure = error instanceof Error ? error.message : String(error);
    const exchange = { source, call, answer: null, failure };
    return { problem: `no answer came: ${failure}`, exchanges: [exchange], outputs: {}, scope: asked };
  }
  const response = { statusCode: answer.status, header: Object.fromEntries(answer.headers), body: answer.body };
  const exchange = { source, call, answer, failure: null };
  return { problem: null, exchanges: [exchange], outputs: {}, scope: { ...asked, response } };
}

function valuesMissing(missing: readonly string[]): string {
  return `${missing.join(", ")} ${missing.length === 1 ? "has" : "have"} no value`;
}

function judge(step: FlowStep, scope: Scope, ports: FlowPorts): string | null {
  const status = scope.response?.statusCode ?? 0;
  if (step.successCriteria.length === 0 && step.target.kind === "operation" && status >= FIRST_REFUSAL) {
    return `the answer has the status ${status}`;
  }
  const broken = step.successCriteria.find((criterion) => !isMet(criterion, scope, ports));
  return broken === undefined ? null : `${broken.text} does not hold: ${seenBy(broken, scope)}`;
}

async function awaitWebhook(step: FlowStep, scope: Scope, ports: FlowPorts): Promise<string | null> {
  const expected = step.expectedWebhook;
  if (expected === null) return null;
  const missing: string[] = [];
  // What is embedded stands between quotes of JSONata, which are those of JSON.
  const embed = (value: unknown): string => JSON.stringify(shownValue(value)).slice(1, -1);
  const predicate = expected.predicate === null ? null : fillExpressions(expected.predicate, { scope, missing, embed });
  if (missing.length > 0) return valuesMissing(missing);
  const filled: ExpectedWebhook = { ...expected, predicate: predicate === null ? null : String(predicate) };
  const problem = await ports.awaitWebhook(filled);
  return problem === null ? null : `the notification ${expected.name} did not come: ${problem}`;
}
