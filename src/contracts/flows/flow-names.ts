import { isNode, listOf, nodeOf, valueAt } from "../documents/json-pointer.ts";
import { suggestion } from "../documents/nearest-name.ts";
import type { Node } from "../documents/specification.ts";
import { parseExpression } from "./runtime-expressions.ts";

/** The names that a workflow declares. */
interface WorkflowNames {
  /** Null where the schema does not say which inputs there are. */
  readonly inputs: ReadonlySet<string> | null;
  readonly requiredInputs: readonly string[];
  readonly outputs: ReadonlySet<string>;
  /** Outputs of each step. */
  readonly steps: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everything in a flow file that an expression or an action may name. */
export interface FlowNames {
  readonly workflows: ReadonlyMap<string, WorkflowNames>;
  readonly sources: ReadonlySet<string>;
  readonly components: Node;
}

/** Collects the names of a document whose shape has been checked. */
export function flowNames(document: unknown): FlowNames {
  const { workflows, sourceDescriptions, components } = nodeOf(document);
  const named = listOf(workflows).map(
    (one) => [textAt(one, "workflowId"), workflowNames(document, nodeOf(one))] as const,
  );
  return {
    workflows: new Map(named),
    sources: new Set(listOf(sourceDescriptions).map((source) => textAt(source, "name"))),
    components: nodeOf(components),
  };
}

function workflowNames(document: unknown, workflow: Node): WorkflowNames {
  const schema = inputSchema(document, workflow);
  const steps = listOf(workflow["steps"]).map(
    (step) => [textAt(step, "stepId"), new Set(Object.keys(nodeOf(nodeOf(step)["outputs"])))] as const,
  );
  return {
    inputs: isNode(schema["properties"]) ? new Set(Object.keys(schema["properties"])) : null,
    requiredInputs: listOf(schema["required"]).map(String),
    outputs: new Set(Object.keys(nodeOf(workflow["outputs"]))),
    steps: new Map(steps),
  };
}

/** The schema of a workflow's inputs, with a reference at its top followed. */
export function inputSchema(document: unknown, workflow: Node): Node {
  const schema = nodeOf(workflow["inputs"]);
  const { $ref: reference } = schema;
  return typeof reference === "string" ? nodeOf(valueAt(document, reference)) : schema;
}

/** A member that is a text; an empty one for everything else. */
export function textAt(value: unknown, name: string): string {
  const text = nodeOf(value)[name];
  return typeof text === "string" ? text : "";
}

/** Where an expression stands. */
export interface ExpressionSite {
  readonly workflowId: string;
  /** The workflow that the step runs, whose outputs are `$outputs` there; null elsewhere. */
  readonly calledWorkflowId: string | null;
}

/** What is wrong with an expression: rule and message. Null when it is well-formed and all that it names exists. */
export function faultOfExpression(
  text: string,
  names: FlowNames,
  site: ExpressionSite,
): { readonly rule: string; readonly message: string } | null {
  const expression = parseExpression(text);
  if (expression === null) return { rule: "bad-expression", message: `${text} is no runtime expression` };
  const [first = "", second = "", third = ""] = expression.path;
  const own = names.workflows.get(site.workflowId);
  switch (expression.root) {
    case "inputs":
      return unknownName("input", first, own?.inputs ?? null);
    case "outputs": {
      const called = site.calledWorkflowId === null ? own : names.workflows.get(site.calledWorkflowId);
      return unknownName("output", first, called?.outputs ?? null);
    }
    case "steps":
      return (
        unknownName("step", first, new Set(own?.steps.keys())) ??
        unknownName(`output of step ${first}`, third, own?.steps.get(first) ?? null)
      );
    case "workflows": {
      const other = names.workflows.get(first);
      const declared = second === "inputs" ? other?.inputs : other?.outputs;
      const noun = `${second.slice(0, -1)} of workflow ${first}`;
      return (
        unknownName("workflow", first, new Set(names.workflows.keys())) ?? unknownName(noun, third, declared ?? null)
      );
    }
    case "sourceDescriptions":
      return unknownName("source", first, names.sources);
    case "components": {
      const group = nodeOf(names.components[first]);
      return unknownName(`component of ${first}`, second, new Set(Object.keys(group)));
    }
    default:
      return null;
  }
}

/** The fault of a name that is not among those that there are; a dotted name may lead into a value. */
export function unknownName(
  noun: string,
  name: string,
  names: ReadonlySet<string> | null,
): { readonly rule: string; readonly message: string } | null {
  if (names === null || names.has(name) || names.has(name.split(".")[0] ?? "")) return null;
  const rule = `unknown-${noun.split(" ")[0]}`;
  return { rule, message: `there is no ${noun} named ${name}; ${suggestion(name, names)}` };
}
