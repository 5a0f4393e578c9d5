import type { MachineRule } from "../documents/semantics.ts";
import type { Node, OperationSpec, Specification } from "../documents/specification.ts";
import type { Step } from "./case.ts";
import { refOf } from "./usual-request.ts";

/** How many members deep a request is searched for the resources that it names. */
const DEPTH_LIMIT = 6;

/** Steps that make, from nothing, what the usual request of an operation speaks of: each resource in a state that allows the operation. */
export function preconditionOf(spec: Specification, operation: OperationSpec): readonly Step[] {
  const wanted = resourcesOf(spec, operation);
  const steps: Step[] = [];
  const made = new Set<string>();
  for (const name of wanted)
    steps.push(...makeOnce(spec, { name, state: stateFor(spec, name, operation.operationId), made }));
  return steps;
}

/** Steps that make a resource, from nothing, in a state of its machine. */
export function pathTo(spec: Specification, name: string, state: string): readonly Step[] {
  return makeOnce(spec, { name, state, made: new Set() });
}

/** The resources that an operation's request, or the token that it needs, speaks of; in the order in which they must be made. */
export function resourcesOf(spec: Specification, operation: OperationSpec): readonly string[] {
  const found = new Set<string>();
  for (const scheme of operation.security) {
    const resource = spec.security.get(scheme)?.auth?.resource;
    if (resource !== undefined) found.add(resource);
  }
  if (operation.requestSchema !== null)
    collect(spec, { schema: operation.requestSchema, found, depth: 0, isSent: true });
  for (const { schema, isRequired } of operation.parameters)
    collect(spec, { schema, found, depth: 0, isSent: isRequired });
  // A machine that lists the operation decides about its state, whether or not the request names the resource.
  for (const [name, machine] of Object.entries(spec.machines))
    if (isListed(machine, operation.operationId)) found.add(name);
  return [...found];
}

function collect(
  spec: Specification,
  place: { readonly schema: Node; readonly found: Set<string>; readonly depth: number; readonly isSent: boolean },
): void {
  const { schema, found, depth, isSent } = place;
  const ref = refOf(spec, schema);
  if (ref !== null && (isSent || ref.always === true) && ref.resource !== undefined) found.add(ref.resource);
  if (depth > DEPTH_LIMIT) return;
  const node = spec.resolve(schema);
  const required = new Set(Array.isArray(node["required"]) ? node["required"] : []);
  for (const [name, member] of entriesOf(node["properties"])) {
    collect(spec, { schema: member, found, depth: depth + 1, isSent: isSent && required.has(name) });
  }
  for (const [, items] of entriesOf({ items: node["items"] })) {
    collect(spec, { schema: items, found, depth: depth + 1, isSent });
  }
}

function entriesOf(value: unknown): readonly (readonly [string, Node])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).filter(
    (entry): entry is [string, Node] => typeof entry[1] === "object" && entry[1] !== null,
  );
}

/** Whether one of a machine's operations, variants included, calls the operation. */
function isListed(machine: MachineRule, operationId: string): boolean {
  return Object.values(machine.operations).some(({ call }) => call === operationId);
}

/** The state in which an operation is tried: the initial one where that is allowed, else the first allowed one. */
function stateFor(spec: Specification, name: string, operationId: string): string {
  const machine = machineOf(spec, name);
  const rule =
    machine.operations[operationId] ?? Object.values(machine.operations).find(({ call }) => call === operationId);
  if (rule === undefined || machine.initial in rule.allowed) return machine.initial;
  return Object.keys(rule.allowed)[0] ?? machine.initial;
}

function makeOnce(
  spec: Specification,
  wanted: { readonly name: string; readonly state: string; readonly made: Set<string> },
): readonly Step[] {
  const { name, state, made } = wanted;
  if (made.has(name)) return [];
  made.add(name);
  const machine = machineOf(spec, name);
  const steps: Step[] = [];
  for (const needed of machine.needs ?? []) {
    steps.push(...makeOnce(spec, { name: needed, state: machineOf(spec, needed).initial, made }));
  }
  steps.push(...machine.create, { observe: name });
  for (const move of movesTo(machine, state)) steps.push(...move, { observe: name });
  return steps;
}

/** What leads straight from one state to another by a device or the clock; null where nothing does. */
export function movesBetween(machine: MachineRule, from: string, to: string): readonly Step[] | null {
  const rule = machine.states[to];
  return rule?.from === from && rule.by !== undefined ? rule.by : null;
}

/** What leads from the initial state to another one, move by move. @throws for a state that cannot be reached */
function movesTo(machine: MachineRule, state: string): readonly (readonly Step[])[] {
  const moves: (readonly Step[])[] = [];
  for (let at = state; at !== machine.initial; ) {
    const rule = machine.states[at];
    if (rule?.from === undefined || rule.by === undefined || moves.length > Object.keys(machine.states).length) {
      throw new Error(`the state ${state} cannot be reached`);
    }
    moves.unshift(rule.by);
    at = rule.from;
  }
  return moves;
}

/** A machine by its name. @throws when there is none */
export function machineOf(spec: Specification, name: string): MachineRule {
  const machine = spec.machines[name];
  if (machine === undefined) throw new Error(`there is no resource ${name}`);
  return machine;
}
