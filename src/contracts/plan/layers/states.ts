import type { MachineRule, StateOperationRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, Step } from "../case.ts";
import { moneyAround } from "../money-steps.ts";
import { newCase } from "../new-case.ts";
import { pathTo } from "../precondition.ts";
import { refusedWith } from "../refusals.ts";
import { servedSteps } from "../setup.ts";
import { underOtherNames } from "./references.ts";

/** Every pair of state and operation, allowed and forbidden, and every state that time or a device brings about. */
export function stateCases(spec: Specification): Case[] {
  return Object.entries(spec.machines).flatMap(([name, machine]) => [
    ...reachCases(spec, name, machine),
    ...Object.entries(machine.operations).flatMap(([key, rule]) => {
      const operation = spec.operations.get(rule.call);
      if (operation === undefined) return [];
      return Object.keys(machine.states).flatMap((state) => {
        const pair = { name, machine, key, rule, operation, state };
        return [pairCase(spec, pair), ...otherNameCases(spec, pair)];
      });
    }),
  ]);
}

interface Pair {
  readonly name: string;
  readonly machine: MachineRule;
  readonly key: string;
  readonly rule: StateOperationRule;
  readonly operation: OperationSpec;
  readonly state: string;
}

function pairCase(spec: Specification, pair: Pair): Case {
  const { name, key, rule, operation, state } = pair;
  const next = rule.allowed[state];
  const variant = key === rule.call ? "" : `${key.slice(rule.call.length + 1)}-`;
  const call: CallStep = { call: rule.call, ...(rule.with === undefined ? {} : { with: rule.with }) };
  const setup = [...servedSteps(operation), ...pathTo(spec, name, state)];
  const shared = { layer: "states", location: `${name}.${state}`, evidence: rule.evidence, setup } as const;
  if (next !== undefined) {
    return newCase(spec, operation, {
      ...shared,
      rule: `${variant}allowed`,
      says: `${rule.call} is allowed for a ${name} that is ${state}, which is then ${next}`,
      steps: allowedSteps(spec, pair, { call, next }),
      // The first and the last one tell most; the way to each of the others takes a dozen calls.
      weight: isAtAnEnd(Object.keys(rule.allowed), state) ? "fast" : "full",
      root: `allowed ${key} ${state}`,
    });
  }
  const code = typeof rule.refused === "string" ? rule.refused : (rule.refused[state] ?? "");
  return newCase(spec, operation, {
    ...shared,
    rule: `${variant}forbidden`,
    says: `${rule.call} is refused with ${code} for a ${name} that is ${state}`,
    steps: [call, ...calledOtherwise(spec, pair)].map((one) => ({
      ...one,
      expect: refusedWith({ code, status: null }),
    })),
    isUnchanging: true,
    weight: "full",
    root: `forbidden ${key}`,
  });
}

/** A call that succeeds, is paid for exactly, and leads to the next state. */
function allowedSteps(
  spec: Specification,
  { name, machine, operation }: Pair,
  { call, next }: { readonly call: CallStep; readonly next: string },
): readonly Step[] {
  return [
    ...moneyAround(spec, operation, [{ ...call, expect: { outcome: "success" } }]),
    { observe: name },
    ...shows(name, machine, next),
  ];
}

/** The call with the resource under each of its other names. */
function calledOtherwise(spec: Specification, { name, rule, operation }: Pair): readonly CallStep[] {
  if (rule.with !== undefined) return [];
  return underOtherNames(spec, operation, name).map(({ body }) => ({ call: rule.call, body }));
}

/** What is allowed is allowed under every name: tried in the first state in which it is. */
function otherNameCases(spec: Specification, pair: Pair): Case[] {
  const { name, rule, operation, state } = pair;
  const [first, next] = Object.entries(rule.allowed)[0] ?? [];
  if (rule.with !== undefined || state !== first || next === undefined) return [];
  return underOtherNames(spec, operation, name).map(({ name: member, body }) =>
    newCase(spec, operation, {
      layer: "states",
      rule: `allowed-by-${member}`,
      location: `${name}.${state}`,
      says: `${rule.call} is allowed for a ${name} that is ${state} and named by its ${member}`,
      evidence: rule.evidence,
      setup: [...servedSteps(operation), ...pathTo(spec, name, state)],
      steps: allowedSteps(spec, pair, { call: { call: rule.call, body }, next }),
      weight: "full",
      root: `allowed ${rule.call} by ${member}`,
    }),
  );
}

function isAtAnEnd(names: readonly string[], name: string): boolean {
  return names[0] === name || names.at(-1) === name;
}

function reachCases(spec: Specification, name: string, machine: MachineRule): Case[] {
  const shown = spec.operations.get(machine.observe?.call ?? "");
  if (shown === undefined) return [];
  return Object.entries(machine.states).map(([state, rule]) => {
    const isInitial = state === machine.initial;
    const by = rule.by ?? [];
    return newCase(spec, shown, {
      layer: "states",
      rule: "reached",
      location: `${name}.${state}`,
      says: isInitial ? `a new ${name} is ${state}` : `a ${name} that is ${rule.from} becomes ${state}`,
      evidence: rule.evidence,
      setup: isInitial ? pathTo(spec, name, state) : pathTo(spec, name, rule.from ?? machine.initial),
      steps: [...(isInitial ? [] : by), { observe: name }, ...shows(name, machine, state)],
      // In `sim-fast` states that are told of are entered by the layer of webhooks.
      weight: spec.delivery !== null && (rule.sends ?? []).length > 0 ? "full" : "fast",
      root: `reached ${name} ${state}`,
    });
  });
}

/** Checks what a resource shows; a resource that nothing shows is left alone. */
export function shows(name: string, machine: MachineRule, state: string): readonly Step[] {
  const rule = machine.states[state];
  if (rule === undefined || machine.observe === null) return [];
  const got = `${name}.(${machine.state})`;
  const says = `a ${name} that must be ${state} shows it`;
  return [{ check: `(${got}) = ${JSON.stringify(rule.shows)}`, says, got, expected: JSON.stringify(rule.shows) }];
}
