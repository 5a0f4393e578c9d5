import { expressionFault } from "../documents/expression-text.ts";
import { below, isNode, listOf, nodeOf } from "../documents/json-pointer.ts";
import type { Report } from "../documents/problem.ts";
import type { Node } from "../documents/specification.ts";
import type { SpecPlace } from "../plan/case.ts";
import type { ExpectedWebhook, FlowBody, FlowParameter, FlowSources, FlowStep } from "./arazzo.ts";
import { findOperation } from "./find-operation.ts";
import { type FlowNames, faultOfExpression, textAt, unknownName } from "./flow-names.ts";
import { type ActionReading, readAction, readCriteria, resolved } from "./read-action.ts";
import { expressionsIn } from "./runtime-expressions.ts";

/** What reading needs to know of the whole document. */
export interface ReadingPorts {
  readonly document: Node;
  readonly names: FlowNames;
  readonly sources: FlowSources;
  readonly report: Report;
  readonly placeOf: (pointer: string) => SpecPlace;
}

/** What a workflow says for all of its steps. */
export interface WorkflowDefaults {
  readonly workflowId: string;
  readonly pointer: string;
  readonly parameters: readonly unknown[];
  readonly successActions: readonly unknown[];
  readonly failureActions: readonly unknown[];
}

type StepPorts = ReadingPorts & { readonly defaults: WorkflowDefaults };

/** Reads a step whose shape has been checked, with what its workflow adds to it. */
export function readStep(step: Node, pointer: string, ports: StepPorts): FlowStep {
  const { defaults, names, report } = ports;
  const target = readTarget(step, pointer, ports);
  const calledWorkflowId = target.kind === "workflow" ? target.workflowId : null;
  const site = { workflowId: defaults.workflowId, calledWorkflowId };
  const check = (value: unknown, at: string): void => {
    for (const text of expressionsIn(value)) {
      const fault = faultOfExpression(text, names, site);
      if (fault !== null) report(at, fault.rule, fault.message);
    }
  };
  const actions: ActionReading = { names, report, site, check };
  const parameters = readParameters(step, pointer, { ...ports, check });
  checkParameters(target, parameters, pointer, ports);
  const { outputs, requestBody } = step;
  for (const [name, text] of Object.entries(nodeOf(outputs))) check(text, below(pointer, "outputs", name));
  check(requestBody, below(pointer, "requestBody"));
  const list = (own: string, shared: "successActions" | "failureActions"): FlowStep["onSuccess"] => {
    const mine = listOf(step[own]).map((item, at) => readAction(item, below(pointer, own, at), shared, actions));
    const ours = defaults[shared].map((item, at) =>
      readAction(item, below(defaults.pointer, shared, at), shared, actions),
    );
    // An action of the step takes the place of the workflow's action of the same name.
    return [...mine, ...ours.filter(({ name }) => !mine.some((action) => action.name === name))];
  };
  return {
    stepId: textAt(step, "stepId"),
    description: textAt(step, "description"),
    place: ports.placeOf(below(pointer, "stepId")),
    target,
    parameters,
    body: readBody(requestBody),
    successCriteria: readCriteria(step["successCriteria"], below(pointer, "successCriteria"), actions),
    onSuccess: list("onSuccess", "successActions"),
    onFailure: list("onFailure", "failureActions"),
    outputs: Object.fromEntries(Object.entries(nodeOf(outputs)).map(([name, text]) => [name, String(text)])),
    expectedWebhook: readExpectedWebhook(step["x-expect-webhook"], below(pointer, "x-expect-webhook"), actions),
  };
}

function readTarget(step: Node, pointer: string, { names, sources, report }: StepPorts): FlowStep["target"] {
  const workflowId = textAt(step, "workflowId");
  if (workflowId !== "") {
    const fault = unknownName("workflow", workflowId, new Set(names.workflows.keys()));
    if (fault !== null) report(below(pointer, "workflowId"), fault.rule, fault.message);
    return { kind: "workflow", workflowId };
  }
  const member = "operationId" in step ? "operationId" : "operationPath";
  const found = findOperation(textAt(step, member), sources);
  if (found.ok) return { kind: "operation", source: found.source, operation: found.operation };
  report(below(pointer, member), "unknown-operation", found.message);
  return { kind: "operation", source: "", operation: { operationId: "", method: "", path: "" } }; // the file is refused
}

function readParameters(
  step: Node,
  pointer: string,
  { defaults, names, report, check }: StepPorts & { readonly check: (value: unknown, at: string) => void },
): readonly FlowParameter[] {
  const read = (item: unknown, at: string): FlowParameter => {
    const value = resolved(item, "parameters", at, { names, report });
    check(value["value"], at);
    const place = ["path", "query", "header", "cookie"].find((known) => known === value["in"]) ?? null;
    return { name: textAt(value, "name"), in: placeOf(place), value: value["value"] };
  };
  const own = listOf(step["parameters"]).map((item, at) => read(item, below(pointer, "parameters", at)));
  const shared = defaults.parameters.map((item, at) => read(item, below(defaults.pointer, "parameters", at)));
  const isOverridden = (one: FlowParameter): boolean =>
    own.some(({ name, in: at }) => name === one.name && at === one.in);
  return [...own, ...shared.filter((one) => !isOverridden(one))];
}

function placeOf(text: string | null): FlowParameter["in"] {
  return text === "path" || text === "query" || text === "header" || text === "cookie" ? text : null;
}

/** Each parameter has a place that fits the target, and what the target cannot do without is there. */
function checkParameters(
  target: FlowStep["target"],
  parameters: readonly FlowParameter[],
  pointer: string,
  { names, report }: StepPorts,
): void {
  const at = below(pointer, "parameters");
  if (target.kind === "workflow") {
    const called = names.workflows.get(target.workflowId);
    const given = new Set(parameters.filter(({ in: place }) => place === null).map(({ name }) => name));
    for (const name of given) {
      const fault = unknownName(`input of workflow ${target.workflowId}`, name, called?.inputs ?? null);
      if (fault !== null) report(at, fault.rule, fault.message);
    }
    const missing = (called?.requiredInputs ?? []).filter((name) => !given.has(name));
    if (missing.length > 0) report(at, "missing-input", `${target.workflowId} needs ${missing.join(", ")}`);
    return;
  }
  for (const { name } of parameters.filter((one) => one.in === null)) {
    report(at, "parameter-place", `${name} of an operation needs \`in\``);
  }
  const wanted = [...target.operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
  const inPath = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  for (const name of wanted.filter((one) => !inPath.includes(one))) {
    report(at, "missing-parameter", `${target.operation.path} needs the path parameter ${name}`);
  }
  for (const name of inPath.filter((one) => !wanted.includes(one))) {
    report(at, "unknown-parameter", `${target.operation.path} has no path parameter ${name}`);
  }
}

function readBody(value: unknown): FlowBody | null {
  if (!isNode(value)) return null;
  return {
    contentType: textAt(value, "contentType") || "application/json",
    payload: value["payload"],
    replacements: listOf(value["replacements"]).map((one) => ({
      target: textAt(one, "target"),
      value: nodeOf(one)["value"],
    })),
  };
}

function readExpectedWebhook(
  value: unknown,
  pointer: string,
  { report, check }: ActionReading,
): ExpectedWebhook | null {
  if (!isNode(value)) return null;
  const predicate = textAt(value, "predicate") || null;
  check(value, pointer);
  // What is embedded stands in quotes or for a number; for the grammar any digit does.
  const fault = predicate === null ? null : expressionFault(predicate.replaceAll(/\{\$[^{}]*\}/g, "0"));
  if (fault !== null) report(below(pointer, "predicate"), "jsonata", `must be JSONata: ${fault}`);
  return { name: textAt(value, "name"), predicate, within: textAt(value, "within") };
}
