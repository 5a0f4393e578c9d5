import { below, listOf, nodeOf } from "../documents/json-pointer.ts";
import type { Report } from "../documents/problem.ts";
import type { Node } from "../documents/specification.ts";
import type { ActionTarget, Criterion, FlowAction } from "./arazzo.ts";
import { parseCondition, textsOf } from "./conditions.ts";
import { type ExpressionSite, type FlowNames, textAt, unknownName } from "./flow-names.ts";
import { jsonPathFault } from "./json-path.ts";

/** What reading criteria and actions needs. */
export interface ActionReading {
  readonly names: FlowNames;
  readonly report: Report;
  readonly site: ExpressionSite;
  /** Reports what is wrong with the expressions in a value. */
  readonly check: (value: unknown, pointer: string) => void;
}

/** The failure of a criterion that was refused: it never holds, and is never run. */
const NEVER: Criterion = {
  type: "simple",
  text: "false",
  condition: { kind: "literal", value: false },
};

/** Reads a list of criteria. */
export function readCriteria(list: unknown, pointer: string, reading: ActionReading): readonly Criterion[] {
  return listOf(list).map((item, at) => readCriterion(nodeOf(item), below(pointer, at), reading));
}

function readCriterion(item: Node, pointer: string, reading: ActionReading): Criterion {
  const { report, check } = reading;
  const text = textAt(item, "condition");
  const context = textAt(item, "context");
  const type = textAt(item, "type") || textAt(item["type"], "type") || "simple";
  const at = below(pointer, "condition");
  if (context !== "") check(context, below(pointer, "context"));
  if (type !== "simple" && context === "")
    report(pointer, "missing-context", `a criterion of type ${type} needs \`context\``);
  switch (type) {
    case "simple": {
      const result = parseCondition(text);
      if (!result.ok) {
        report(at, "bad-condition", result.message);
        return NEVER;
      }
      for (const expression of textsOf(result.condition)) check(expression, at);
      return { type, text, condition: result.condition };
    }
    case "regex": {
      const pattern = patternOf(text);
      if (pattern === null) {
        report(at, "bad-pattern", `${text} is no regular expression`);
        return NEVER;
      }
      return { type, text, context, pattern };
    }
    case "jsonpath": {
      const fault = jsonPathFault(text);
      if (fault !== null) report(at, "bad-jsonpath", `${text}: ${fault}`);
      return { type, text, context };
    }
    default:
      report(below(pointer, "type"), "unsupported-criterion", `criteria of type ${type} are not supported`);
      return NEVER;
  }
}

function patternOf(text: string): RegExp | null {
  try {
    return new RegExp(text);
  } catch {
    return null; // the constructor is the only judge of patterns
  }
}

/** Reads a success or failure action. */
export function readAction(
  item: unknown,
  pointer: string,
  group: "successActions" | "failureActions",
  reading: ActionReading,
): FlowAction {
  const action = resolved(item, group, pointer, reading);
  const { retryAfter, retryLimit, type } = action;
  const target = readActionTarget(action, pointer, reading);
  return {
    name: textAt(action, "name"),
    type: type === "goto" || type === "retry" ? type : "end",
    target,
    criteria: readCriteria(action["criteria"], below(pointer, "criteria"), reading),
    retryAfterSeconds: typeof retryAfter === "number" ? retryAfter : 0,
    // One retry, where nothing else is said.
    retryLimit: typeof retryLimit === "number" ? retryLimit : 1,
  };
}

function readActionTarget(action: Node, pointer: string, { names, report, site }: ActionReading): ActionTarget | null {
  const [stepId, workflowId] = [textAt(action, "stepId"), textAt(action, "workflowId")];
  const steps = names.workflows.get(site.workflowId)?.steps.keys();
  const fault =
    (stepId === "" ? null : unknownName("step", stepId, new Set(steps))) ??
    (workflowId === "" ? null : unknownName("workflow", workflowId, new Set(names.workflows.keys())));
  if (fault !== null) report(pointer, fault.rule, fault.message);
  const isGoto = action["type"] === "goto";
  if ((stepId !== "" && workflowId !== "") || (isGoto && stepId === "" && workflowId === "")) {
    report(pointer, "action-target", "an action leads to one of `stepId` and `workflowId`");
  }
  if (stepId !== "") return { stepId };
  return workflowId === "" ? null : { workflowId };
}

/** A value, or the component that it refers to, with the value that goes along with the reference. */
export function resolved(
  item: unknown,
  group: "parameters" | "successActions" | "failureActions",
  pointer: string,
  { names, report }: Pick<ActionReading, "names" | "report">,
): Node {
  const value = nodeOf(item);
  const reference = textAt(value, "reference");
  if (reference === "") return value;
  const [, found = "", name = ""] = /^\$components\.([A-Za-z0-9_-]+)\.(.+)$/.exec(reference) ?? [];
  const components = nodeOf(names.components[found]);
  if (found !== group || !Object.hasOwn(components, name)) {
    const fault = unknownName(`component of ${group}`, name, new Set(Object.keys(nodeOf(names.components[group]))));
    report(pointer, "unknown-component", fault?.message ?? `${reference} is none of the ${group}`);
  }
  return { ...nodeOf(components[name]), ...("value" in value ? { value: value["value"] } : {}) };
}
