import { isNode, nodeOf } from "../documents/json-pointer.ts";
import type { Specification } from "../documents/specification.ts";
import type { Capability, Case, CostClass } from "../plan/case.ts";
import { leavesNothing } from "../plan/needs.ts";
import type { FlowFile, FlowOperation, FlowSources, FlowStep, Workflow } from "./arazzo.ts";

/** What a call of our control API needs, by the beginning of its path. */
const CONTROL_NEEDS: readonly (readonly [path: string, need: Capability])[] = [
  ["/__admin/clock", "clock"],
  ["/__admin/esims", "device"],
  ["/__admin/options", "options"],
  ["/__admin/account", "account"],
  ["/__admin/packages", "catalogue"],
  ["/__admin/faults", "faults"],
  ["/__admin/reset", "reset"],
  ["/__admin/tenants", "tenants"],
];
const COSTS: readonly CostClass[] = ["none", "refundable", "sunk"];

/** The operations of OpenAPI documents, by the name that a flow file gives each. */
export function flowSources(documents: Readonly<Record<string, unknown>>): FlowSources {
  return new Map(Object.entries(documents).map(([name, document]) => [name, operationsIn(document)]));
}

function operationsIn(document: unknown): ReadonlyMap<string, FlowOperation> {
  const operations = new Map<string, FlowOperation>();
  for (const [path, item] of Object.entries(nodeOf(nodeOf(document)["paths"]))) {
    for (const [method, definition] of Object.entries(nodeOf(item))) {
      const operationId = isNode(definition) ? definition["operationId"] : undefined;
      if (typeof operationId !== "string") continue;
      operations.set(operationId, { operationId, method: method.toUpperCase(), path });
    }
  }
  return operations;
}

/** One case for each workflow of a provider's flow file. The source with the provider's name is its API, every other one our control API. */
export function flowCases(spec: Specification, flows: FlowFile): readonly Case[] {
  return [...flows.workflows.values()].map((workflow) => {
    const steps = allSteps(flows, workflow, new Set());
    return {
      rule: `${spec.provider}:flow:flows:${workflow.workflowId}`,
      provider: spec.provider,
      operationId: "flow",
      layer: "flows",
      says: workflow.summary,
      evidence: workflow.evidence,
      needs: [...new Set(steps.flatMap((step) => needsOf(spec, step)))].sort(),
      cost: COSTS[Math.max(0, ...steps.map((step) => costOf(spec, step)))] ?? "sunk",
      weight: "fast",
      place: workflow.place,
      setup: [],
      steps: [],
      isUnchanging: false,
      kind: "flow",
      subject: workflow.workflowId,
    };
  });
}

/** The steps of a workflow and of all those that it may run. */
function allSteps(flows: FlowFile, workflow: Workflow, seen: Set<string>): readonly FlowStep[] {
  if (seen.has(workflow.workflowId)) return [];
  seen.add(workflow.workflowId);
  const others = workflow.steps.flatMap(({ target, onSuccess, onFailure }) => {
    const led = [...onSuccess, ...onFailure].flatMap(({ target: to }) =>
      to !== null && "workflowId" in to ? [to.workflowId] : [],
    );
    return target.kind === "workflow" ? [target.workflowId, ...led] : led;
  });
  const called = [...others, ...workflow.dependsOn].flatMap((name) => {
    const other = flows.workflows.get(name);
    return other === undefined ? [] : allSteps(flows, other, seen);
  });
  return [...workflow.steps, ...called];
}

function needsOf(spec: Specification, step: FlowStep): readonly Capability[] {
  const needs: Capability[] = step.expectedWebhook === null ? [] : ["clock", "webhooks"];
  if (step.target.kind === "workflow") return needs;
  const { source, operation } = step.target;
  if (source === spec.provider) return leavesNothing(spec, operation.operationId) ? needs : [...needs, "spending"];
  // What is read besides, such as mails and deliveries, has left the sandbox.
  const found = CONTROL_NEEDS.find(([path]) => operation.path.startsWith(path))?.[1] ?? "outbox";
  return [...needs, found];
}

function costOf(spec: Specification, { target }: FlowStep): number {
  if (target.kind === "workflow" || target.source !== spec.provider) return 0;
  return COSTS.indexOf(spec.operations.get(target.operation.operationId)?.effects?.cost ?? "sunk");
}
