import { Ajv2020 } from "ajv/dist/2020.js";
import { evidenceAt, UNKNOWN_EVIDENCE } from "../documents/evidence.ts";
import { below, listOf, nodeOf, pointerOf } from "../documents/json-pointer.ts";
import type { DocumentProblem, Report } from "../documents/problem.ts";
import type { Source } from "../documents/source.ts";
import type { Node } from "../documents/specification.ts";
import type { FlowFile, FlowSources, FlowStep, Workflow } from "./arazzo.ts";
import { ARAZZO_SCHEMA } from "./arazzo-schema.ts";
import { faultOfExpression, flowNames, inputSchema, textAt, unknownName } from "./flow-names.ts";
import { type ReadingPorts, readStep, type WorkflowDefaults } from "./read-step.ts";

/** A flow file that can be run, or all that is wrong with it. */
export type FlowFileResult =
  | { readonly ok: true; readonly flows: FlowFile }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

const validateShape = new Ajv2020({ allErrors: true, strict: false, validateSchema: false }).compile(ARAZZO_SCHEMA);

/**
 * Reads an Arazzo 1.0 document. `sources` has the operations of each of its source descriptions. References to workflows, steps,
 * operations, inputs, outputs and components must lead somewhere, and each expression and condition must be well-formed.
 * Not supported, and refused: other Arazzo documents as sources, criteria in XPath.
 */
export function readFlows(source: Source, sources: FlowSources): FlowFileResult {
  const problems: DocumentProblem[] = [];
  const report: Report = (pointer, rule, message) => problems.push({ ...source.placeOf(pointer), rule, message });
  if (!validateShape(source.value)) {
    for (const { instancePath, keyword, message = "", params } of validateShape.errors ?? []) {
      if (keyword === "if") continue; // what follows from it is told by itself
      const extra = params["additionalProperty"] === undefined ? "" : `: ${params["additionalProperty"]}`;
      report(`#${instancePath}`, "arazzo-shape", `${instancePath || "the document"} ${message}${extra}`);
    }
    return { ok: false, problems };
  }
  const document = nodeOf(source.value);
  const names = flowNames(document);
  checkSources(document, sources, report);
  checkUnique(document, report);
  const ports: ReadingPorts = { document, names, sources, report, placeOf: source.placeOf };
  const workflows = listOf(document["workflows"]).map((workflow, index) =>
    readWorkflow(nodeOf(workflow), pointerOf(["workflows", index]), ports),
  );
  if (problems.length > 0) return { ok: false, problems };
  const described = listOf(document["sourceDescriptions"]).map((one) => [textAt(one, "name"), textAt(one, "url")]);
  return {
    ok: true,
    flows: {
      file: source.file,
      workflows: new Map(workflows.map((workflow) => [workflow.workflowId, workflow])),
      sources: Object.fromEntries(described),
      components: names.components,
    },
  };
}

function readWorkflow(workflow: Node, pointer: string, ports: ReadingPorts): Workflow {
  const { names, report } = ports;
  const workflowId = textAt(workflow, "workflowId");
  const dependsOn = listOf(workflow["dependsOn"]).map(String);
  for (const [index, name] of dependsOn.entries()) {
    const fault = unknownName("workflow", name, new Set(names.workflows.keys()));
    if (fault !== null) report(below(pointer, "dependsOn", index), fault.rule, fault.message);
  }
  checkInputs(workflow, pointer, ports);
  const defaults: WorkflowDefaults = {
    workflowId,
    pointer,
    parameters: listOf(workflow["parameters"]),
    successActions: listOf(workflow["successActions"]),
    failureActions: listOf(workflow["failureActions"]),
  };
  const steps: FlowStep[] = listOf(workflow["steps"]).map((step, index) =>
    readStep(nodeOf(step), below(pointer, "steps", index), { ...ports, defaults }),
  );
  return {
    workflowId,
    summary: textAt(workflow, "summary") || workflowId,
    place: ports.placeOf(below(pointer, "workflowId")),
    evidence: evidenceAt(ports.document, pointer) ?? UNKNOWN_EVIDENCE,
    inputs: inputSchema(ports.document, workflow),
    dependsOn,
    steps,
    outputs: readOutputs(workflow, pointer, { ...ports, workflowId }),
  };
}

function checkInputs(workflow: Node, pointer: string, { document, report }: ReadingPorts): void {
  const { $ref: reference } = nodeOf(workflow["inputs"]);
  if (typeof reference !== "string" || Object.keys(inputSchema(document, workflow)).length > 0) return;
  report(below(pointer, "inputs"), "dangling-reference", `${reference} leads nowhere`);
}

function readOutputs(
  workflow: Node,
  pointer: string,
  { names, report, workflowId }: ReadingPorts & { readonly workflowId: string },
): Record<string, string> {
  const outputs = Object.entries(nodeOf(workflow["outputs"])).map(([name, text]) => [name, String(text)] as const);
  for (const [name, text] of outputs) {
    const fault = faultOfExpression(text, names, { workflowId, calledWorkflowId: null });
    if (fault !== null) report(below(pointer, "outputs", name), fault.rule, fault.message);
  }
  return Object.fromEntries(outputs);
}

function checkSources(document: Node, sources: FlowSources, report: Report): void {
  for (const [index, source] of listOf(document["sourceDescriptions"]).entries()) {
    const pointer = pointerOf(["sourceDescriptions", index]);
    const name = textAt(source, "name");
    if (textAt(source, "type") === "arazzo") {
      report(
        pointer,
        "unsupported-source",
        `${name} is an Arazzo document; only OpenAPI documents can be sources here`,
      );
    } else if (!sources.has(name)) {
      report(
        pointer,
        "unknown-source",
        `nothing is known of the source ${name}; there are ${[...sources.keys()].join(", ")}`,
      );
    }
  }
}

function checkUnique(document: Node, report: Report): void {
  const once = (list: unknown, member: string, pointer: string): void => {
    const seen = new Set<string>();
    for (const [index, item] of listOf(list).entries()) {
      const name = textAt(item, member);
      if (seen.has(name)) report(below(pointer, index, member), "repeated-name", `${member} ${name} is there twice`);
      seen.add(name);
    }
  };
  once(document["sourceDescriptions"], "name", "#/sourceDescriptions");
  once(document["workflows"], "workflowId", "#/workflows");
  for (const [index, workflow] of listOf(document["workflows"]).entries()) {
    once(nodeOf(workflow)["steps"], "stepId", pointerOf(["workflows", index, "steps"]));
  }
}
