import { withoutVariant } from "./extension-check.ts";
import { below, isNode, nodeOf } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import type { Report } from "./problem.ts";
import type { Node } from "./specification.ts";

interface Machine {
  readonly name: string;
  readonly pointer: string;
  readonly initial: string;
  readonly states: Node;
  readonly operations: Node;
}

/** Refuses machines of `x-states` that name states they do not have, states that nothing leads to, and ways out of final ones. */
export function checkMachines(document: Node, report: Report): void {
  for (const [name, value] of Object.entries(nodeOf(document["x-states"]))) {
    const { initial, states, operations } = nodeOf(value);
    if (typeof initial !== "string") continue; // its shape is refused already
    const machine = {
      name,
      pointer: below("#/x-states", name),
      initial,
      states: nodeOf(states),
      operations: nodeOf(operations),
    };
    checkStates(machine, report);
    checkOperations(machine, report);
    checkReachable(machine, report);
  }
}

function checkStates(machine: Machine, report: Report): void {
  const expectState = stateCheck(machine, report);
  expectState(below(machine.pointer, "initial"), machine.initial);
  for (const [state, rule] of Object.entries(machine.states)) {
    const { from, by } = nodeOf(rule);
    const place = below(machine.pointer, "states", state);
    if (from !== undefined) expectState(below(place, "from"), from);
    if ((from === undefined) === (by === undefined)) continue;
    const [there, missing] = from === undefined ? ["by", "from"] : ["from", "by"];
    report(place, "half-a-way", `state ${state} of ${machine.name} has ${there}, so it must have ${missing}`);
  }
}

function checkOperations(machine: Machine, report: Report): void {
  const expectState = stateCheck(machine, report);
  for (const [key, rule] of Object.entries(machine.operations)) {
    const place = below(machine.pointer, "operations", key);
    const { call, allowed, refused } = nodeOf(rule);
    if (typeof call === "string" && call !== withoutVariant(key)) {
      report(below(place, "call"), "other-operation", `${key} must call ${withoutVariant(key)}, got ${call}`);
    }
    for (const [from, to] of Object.entries(nodeOf(allowed))) {
      expectState(below(place, "allowed", from), from);
      expectState(below(place, "allowed", from), to);
      if (nodeOf(machine.states[from])["isFinal"] === true && to !== from) {
        report(
          below(place, "allowed", from),
          "final-state-left",
          `${from} is final, but ${key} leads to ${String(to)}`,
        );
      }
    }
    if (!isNode(refused)) continue;
    for (const state of Object.keys(refused)) {
      expectState(below(place, "refused", state), state);
      if (!Object.hasOwn(nodeOf(allowed), state)) continue;
      report(below(place, "refused", state), "contradiction", `${key} is both allowed and refused in ${state}`);
    }
    for (const state of Object.keys(machine.states)) {
      if (Object.hasOwn(nodeOf(allowed), state) || Object.hasOwn(refused, state)) continue;
      report(below(place, "refused"), "missing-state", `${key} says neither allowed nor refused for ${state}`);
    }
  }
}

function stateCheck(machine: Machine, report: Report): (pointer: string, state: unknown) => void {
  return (pointer, state) => {
    if (typeof state !== "string" || Object.hasOwn(machine.states, state)) return;
    const hint = suggestion(state, Object.keys(machine.states));
    report(pointer, "unknown-state", `there is no state ${state} of ${machine.name}; ${hint}`);
  };
}

function checkReachable(machine: Machine, report: Report): void {
  const edges: [from: string, to: string][] = [];
  for (const [state, rule] of Object.entries(machine.states)) {
    const { from } = nodeOf(rule);
    if (typeof from !== "string") continue;
    edges.push([from, state]);
    if (nodeOf(machine.states[from])["isFinal"] !== true) continue;
    const place = below(machine.pointer, "states", state, "from");
    report(place, "final-state-left", `${from} is final, but leads to ${state}`);
  }
  for (const rule of Object.values(machine.operations)) {
    for (const [from, to] of Object.entries(nodeOf(nodeOf(rule)["allowed"]))) edges.push([from, String(to)]);
  }
  const reached = new Set([machine.initial]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const [from, to] of edges) if (reached.has(from)) reached.add(to);
  }
  for (const state of Object.keys(machine.states)) {
    if (reached.has(state)) continue;
    const message = `nothing leads from ${machine.initial} to ${state} of ${machine.name}`;
    report(below(machine.pointer, "states", state), "unreachable-state", message);
  }
}
