import { below, followed, nodeOf } from "../../documents/json-pointer.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { valueAt, withValue } from "../../run/paths.ts";
import type { Case, Step } from "../case.ts";
import { leavesNothing } from "../needs.ts";
import { newCase } from "../new-case.ts";
import { machineOf, pathTo, resourcesOf } from "../precondition.ts";
import { setupOf } from "../setup.ts";
import { type Member, membersOf, queryMembersOf } from "../values/members.ts";

/** Every documented example of a request, with identifiers of this world in the place of those that are printed. */
export function exampleCases(spec: Specification, _context: { readonly seed: number }): readonly Case[] {
  return [...spec.operations.values()].flatMap((operation) => examplesOf(spec, operation));
}

function examplesOf(spec: Specification, operation: OperationSpec): Case[] {
  const base = below(operation.pointer, "requestBody", "content", "application/json", "examples");
  const bodies = Object.keys(nodeOf(spec.at(base))).map((name) => {
    const pointer = followed(spec.document, below(base, name)) ?? below(base, name);
    return { name, pointer, value: nodeOf(spec.at(pointer))["value"] };
  });
  const members = membersOf(spec, operation);
  const made = bodies.map(({ name, pointer, value }) => caseOf(spec, operation, { name, pointer, value, members }));
  const query = queryExample(spec, operation);
  return query === null ? made : [...made, query];
}

/** All documented values of the query at once; null for an operation without a query. */
function queryExample(spec: Specification, operation: OperationSpec): Case | null {
  const members = queryMembersOf(spec, operation);
  if (members.length === 0 || operation.requestPointer !== null) return null;
  const values: Record<string, unknown> = {};
  const parameters = operation.definition["parameters"];
  for (const parameter of Array.isArray(parameters) ? parameters : []) {
    const { name, examples } = spec.resolve(nodeOf(parameter));
    const [example] = Object.values(nodeOf(examples));
    const { value } = spec.resolve(nodeOf(example));
    if (typeof name === "string" && value !== undefined) values[name] = value;
  }
  const pointer = below(operation.pointer, "parameters");
  return caseOf(spec, operation, { name: "parameters", pointer, value: values, members });
}

function caseOf(
  spec: Specification,
  operation: OperationSpec,
  example: {
    readonly name: string;
    readonly pointer: string;
    readonly value: unknown;
    readonly members: readonly Member[];
  },
): Case {
  let body = example.value;
  const resources = new Set<string>();
  for (const { path, ref } of example.members) {
    const printed = valueAt(body, path);
    if (ref === null || printed === undefined || printed === null || printed === "") continue;
    body = withValue(body, path, `=${ref.value}`);
    if (ref.resource !== undefined) resources.add(ref.resource);
  }
  return newCase(spec, operation, {
    layer: "examples",
    rule: kebab(example.name),
    says: `the documented example "${example.name}" of ${operation.operationId} succeeds`,
    evidence: operation.evidence,
    place: spec.placeOf(example.pointer),
    setup: [...setupOf(spec, operation), ...furtherResources(spec, operation, resources)],
    steps: [{ call: operation.operationId, body, expect: { outcome: "success" } }],
    isUnchanging: leavesNothing(spec, operation.operationId),
  });
}

/** Makes what an optional member speaks of and the usual request does not. */
export function furtherResources(
  spec: Specification,
  operation: OperationSpec,
  wanted: ReadonlySet<string>,
): readonly Step[] {
  const made = new Set<string>();
  const add = (name: string): void => {
    for (const needed of spec.machines[name]?.needs ?? []) add(needed);
    made.add(name);
  };
  for (const name of resourcesOf(spec, operation)) add(name);
  return [...wanted]
    .filter((name) => !made.has(name))
    .flatMap((name) => pathTo(spec, name, machineOf(spec, name).initial));
}

/** A name in camel case as part of a rule id. */
function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}
