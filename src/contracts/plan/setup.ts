import type { OperationSpec, Specification } from "../documents/specification.ts";
import type { CallStep, Step } from "./case.ts";
import { machineOf, pathTo, preconditionOf } from "./precondition.ts";

/** The option without which an operation is not served. */
export function servedSteps({ option }: OperationSpec): readonly Step[] {
  return option === null ? [] : [{ option: { [option]: true } }];
}

/** What an operation needs for its usual request to succeed: that it is served, and what the request speaks of. */
export function setupOf(spec: Specification, operation: OperationSpec): readonly Step[] {
  return [...servedSteps(operation), ...preconditionOf(spec, operation)];
}

/** What an operation needs to be reached at all: that it is served, and its credentials. */
export function accessOf(spec: Specification, operation: OperationSpec): readonly Step[] {
  const resources = operation.security.flatMap((name) => spec.security.get(name)?.auth?.resource ?? []);
  return [...servedSteps(operation), ...resources.flatMap((name) => pathTo(spec, name, machineOf(spec, name).initial))];
}

/** The steps that make a resource, as the other tenant; null where one of them can only be played by the usual one. */
export function madeByOther(spec: Specification, resource: string): readonly Step[] | null {
  const machine = machineOf(spec, resource);
  const steps: Step[] = [];
  for (const needed of machine.needs ?? []) {
    const made = madeByOther(spec, needed);
    if (made === null) return null;
    steps.push(...made);
  }
  for (const step of machine.create) {
    if ("call" in step) steps.push({ ...step, as: "other" });
    else if ("settle" in step) steps.push({ ...step, as: "other" });
    else if ("let" in step || "check" in step) steps.push(step);
    else return null;
  }
  if (machine.observe !== null) {
    const { call, with: changes, row } = machine.observe;
    const save = { [resource]: `$merge([${resource}, (${row})[0]])` };
    const observed: CallStep = { call, as: "other", save, ...(changes === undefined ? {} : { with: changes }) };
    steps.push(observed);
  }
  return steps;
}
