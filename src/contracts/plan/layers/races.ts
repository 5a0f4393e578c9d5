import type { MachineRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, Step } from "../case.ts";
import { moneyLaw, readMoney } from "../money-steps.ts";
import { newCase } from "../new-case.ts";
import { pathTo } from "../precondition.ts";
import { setupOf } from "../setup.ts";
import { rateCases } from "./rates.ts";
import { shows } from "./states.ts";

/** Requests that are sent at once, each over a connection of its own. */
const PARALLEL = 6;

/** Laws on the outcome of requests that are sent at once, and the limit of their rate. */
export function raceCases(spec: Specification): Case[] {
  return [
    ...[...spec.operations.values()].flatMap((operation) => [
      ...sameKeyCases(spec, operation),
      ...debitCases(spec, operation),
    ]),
    ...Object.entries(spec.machines).flatMap(([name, machine]) => stateRaces(spec, name, machine)),
    ...rateCases(spec),
  ];
}

const times = (step: CallStep): CallStep[] => Array.from({ length: PARALLEL }, () => step);

/** The same key at once: one effect, and every success names it. */
function sameKeyCases(spec: Specification, operation: OperationSpec): Case[] {
  const { idempotency, operationId } = operation;
  if (idempotency === null) return [];
  const path = idempotency.key;
  return [
    newCase(spec, operation, {
      layer: "races",
      rule: "same-key",
      says: `${PARALLEL} requests with the same key at once are one request`,
      evidence: idempotency.evidence,
      setup: [...setupOf(spec, operation), { let: { key: '=$fresh("k")' } }],
      steps: [
        ...readMoney(spec, "moneyBefore"),
        { together: times({ call: operationId, with: { [path]: "=key" } }), save: "races" },
        { let: { request: "=races[0].request", data: "=races[success][0].data" } },
        { let: { cost: `=${operation.effects?.debit ?? "0"}` } },
        { check: "$count(races[success]) > 0", says: "at least one of the requests succeeds", got: "races.code" },
        {
          check: "$count($distinct(races[success].data)) = 1",
          says: "every success of one key gives the same answer",
          got: "races[success].data",
        },
        ...readMoney(spec, "moneyAfter"),
        ...moneyLaw(spec, "cost", "requests with one key are paid for once"),
      ],
      weight: "full",
      root: `race same-key ${operationId}`,
    }),
  ];
}

/** Different requests at once: the wallet pays for each success, and never more than it holds. */
function debitCases(spec: Specification, operation: OperationSpec): Case[] {
  const { effects, operationId, idempotency } = operation;
  if (effects?.debit === undefined || spec.money === null) return [];
  const { evidence } = effects;
  const fresh: CallStep = {
    call: operationId,
    ...(idempotency === null ? {} : { with: { [idempotency.key]: '=$fresh("r")' } }),
  };
  const cost = effects.debit;
  const first: Step[] = [
    ...readMoney(spec, "moneyBefore"),
    { ...fresh },
    { let: { each: `=${cost}` } },
    ...readMoney(spec, "moneyBefore"),
  ];
  const paid: Step[] = [
    ...readMoney(spec, "moneyAfter"),
    ...moneyLaw(spec, "each * $count(races[success])", "the wallet pays exactly for what succeeded"),
  ];
  const parts = (rule: string, says: string, steps: readonly Step[]): Case =>
    newCase(spec, operation, {
      layer: "races",
      rule,
      says,
      evidence,
      setup: setupOf(spec, operation),
      steps: [...first, ...steps],
      weight: "full",
      root: `race ${rule} ${operationId}`,
    });
  return [
    parts("conserved", `${PARALLEL} requests at once cost exactly what they cost one after the other`, [
      { together: times(fresh), save: "races" },
      { check: `$count(races[success]) = ${PARALLEL}`, says: "requests at once all succeed", got: "races.code" },
      ...paid,
    ]),
    parts("not-overspent", "requests at once never spend more than the wallet holds", [
      { balance: "=each * 3" },
      ...readMoney(spec, "moneyBefore"),
      { together: times(fresh), save: "races" },
      {
        check: "$count(races[success]) = 3",
        says: "as many requests succeed as the wallet pays for",
        got: "$count(races[success])",
        expected: "3",
      },
      ...paid,
    ]),
  ];
}

/** The same call, or two that exclude each other, at once on one resource: one of them succeeds. */
function stateRaces(spec: Specification, name: string, machine: MachineRule): Case[] {
  const cases: Case[] = [];
  for (const [key, rule] of Object.entries(machine.operations)) {
    const operation = spec.operations.get(rule.call);
    const [state, next] = Object.entries(rule.allowed).find(([from, to]) => !(to in rule.allowed) && from !== to) ?? [];
    if (operation === undefined || operation.option !== null || state === undefined || next === undefined) continue;
    const call: CallStep = { call: rule.call, ...(rule.with === undefined ? {} : { with: rule.with }) };
    const credit = operation.effects?.credit;
    const before = Object.fromEntries(Object.keys(spec.machines).map((one) => [one, `=${one}`]));
    cases.push(
      newCase(spec, operation, {
        layer: "races",
        rule: `only-once-${key.replace("/", "-")}`,
        location: `${name}.${state}`,
        says: `${PARALLEL} times ${rule.call} at once for one ${name} succeeds once`,
        evidence: rule.evidence,
        setup: pathTo(spec, name, state),
        steps: [
          { let: { before } },
          ...readMoney(spec, "moneyBefore"),
          { together: times(call), save: "races" },
          { check: "$count(races[success]) = 1", says: "only one of the calls succeeds", got: "races.code" },
          { observe: name },
          ...shows(name, machine, next),
          { let: { request: "=races[0].request", data: "=races[success][0].data" } },
          { let: { cost: `=0 - (${credit ?? "0"})` } },
          ...readMoney(spec, "moneyAfter"),
          ...(operation.effects?.debit === undefined
            ? moneyLaw(spec, "cost", "what succeeds once is paid for once")
            : []),
        ],
        weight: "full",
        root: `race only-once ${key}`,
      }),
    );
    for (const [otherKey, other] of Object.entries(machine.operations)) {
      const otherNext = other.allowed[state];
      if (otherKey <= key || otherNext === undefined || otherNext in rule.allowed || next in other.allowed) continue;
      cases.push(
        excluding(spec, operation, {
          name,
          machine,
          state,
          calls: [call, { call: other.call, ...(other.with === undefined ? {} : { with: other.with }) }],
          keys: [key, otherKey],
          nexts: [next, otherNext],
        }),
      );
    }
  }
  return cases;
}

function excluding(
  spec: Specification,
  operation: OperationSpec,
  race: {
    readonly name: string;
    readonly machine: MachineRule;
    readonly state: string;
    readonly calls: readonly [CallStep, CallStep];
    readonly keys: readonly [string, string];
    readonly nexts: readonly [string, string];
  },
): Case {
  const { name, machine, state, calls, keys, nexts } = race;
  const shown = nexts.map((next) => JSON.stringify(machine.states[next]?.shows ?? ""));
  const got = `${name}.(${machine.state})`;
  return newCase(spec, operation, {
    layer: "races",
    rule: `excluding-${keys.map((key) => key.replace("/", "-")).join("-")}`,
    location: `${name}.${state}`,
    says: `${keys[0]} and ${keys[1]} at once for one ${name}: one succeeds, and the ${name} shows it`,
    evidence: machine.evidence,
    setup: pathTo(spec, name, state),
    steps: [
      { together: calls, save: "races" },
      {
        check: "$count(races[success]) = 1",
        says: "one of two calls that exclude each other succeeds",
        got: "races.code",
      },
      { observe: name },
      {
        check: `(${got}) = (races[0].success ? ${shown[0]} : ${shown[1]})`,
        says: `the ${name} shows which of the calls succeeded`,
        got,
      },
    ],
    weight: "full",
    root: `race excluding ${keys.join(" ")}`,
  });
}
