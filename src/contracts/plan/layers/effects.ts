import type { EffectRule, IdempotencyRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, Step } from "../case.ts";
import { moneyAround, moneyRoot } from "../money-steps.ts";
import { newCase } from "../new-case.ts";
import { setupOf } from "../setup.ts";
import { listCases } from "./lists.ts";

/** What a success does: money, what it creates, when that is seen, what a repetition does, and what lists show. */
export function effectCases(spec: Specification): Case[] {
  return [...spec.operations.values()].flatMap((operation) => [
    ...moneyCases(spec, operation),
    ...eventualCases(spec, operation),
    ...repetitionCases(spec, operation),
    ...listCases(spec, operation),
    ...scenarioCases(spec, operation),
  ]);
}

function moneyCases(spec: Specification, operation: OperationSpec): Case[] {
  const { effects } = operation;
  if (
    effects === null ||
    (effects.debit === undefined && effects.credit === undefined && effects.creates === undefined)
  )
    return [];
  const { operationId } = operation;
  const { evidence } = effects;
  const save = usualSaves(spec, operationId);
  const makeCase = (rule: string, given: readonly Step[], call: CallStep): Case =>
    newCase(spec, operation, {
      layer: "effects",
      rule,
      says: `${operationId} takes and gives exactly what its request costs, and creates what it asks for`,
      evidence,
      setup: [...setupOf(spec, operation), ...given],
      steps: [...moneyAround(spec, operation, [call]), ...createdSteps(operation, effects)],
      root: moneyRoot(operationId),
    });
  return [
    makeCase("money", [], { call: operationId, save }),
    ...(effects.amounts ?? []).map(({ name, given = [], with: changes }) =>
      makeCase(`money-${name}`, given, { call: operationId, with: changes, save }),
    ),
  ];
}

/** What the overlay saves from a call where it makes a resource with it: later steps speak of it by these names. */
function usualSaves(spec: Specification, operationId: string): Readonly<Record<string, string>> {
  for (const { create, states } of Object.values(spec.machines)) {
    for (const step of [...create, ...Object.values(states).flatMap(({ by = [] }) => by)]) {
      if ("call" in step && step.call === operationId && step.save !== undefined) return step.save;
    }
  }
  return {};
}

/** Counts what a success has created. */
function createdSteps(operation: OperationSpec, { creates }: EffectRule): readonly Step[] {
  if (creates === undefined) return [];
  const { rows, ...listing } = creates.list;
  const { count } = creates;
  return [
    { let: { request: "=asked", wanted: `=${count.replaceAll("request.", "asked.")}` } },
    ...(operation.eventual === null ? [] : [{ settle: operation.operationId }]),
    { ...listing, save: { created: rows } },
    {
      check: "$count(created) = wanted",
      says: `${operation.operationId} creates as many ${creates.resource}s as its request asks for`,
      got: "$count(created)",
      expected: "wanted",
    },
  ];
}

function eventualCases(spec: Specification, operation: OperationSpec): Case[] {
  const { eventual, operationId } = operation;
  if (eventual === null) return [];
  const call: CallStep = { call: operationId, save: usualSaves(spec, operationId) };
  const poll: CallStep = {
    call: eventual.poll.call,
    ...(eventual.poll.with === undefined ? {} : { with: eventual.poll.with }),
  };
  const parts = { layer: "effects", evidence: eventual.evidence, setup: setupOf(spec, operation) } as const;
  const settled = newCase(spec, operation, {
    ...parts,
    rule: "eventual",
    says: `what ${operationId} begins is there within ${eventual.within}`,
    steps: [call, { settle: operationId }],
    root: `eventual ${operationId}`,
  });
  if (eventual.first === undefined) return [settled];
  const first = newCase(spec, operation, {
    ...parts,
    rule: "seen-at-once",
    says: `directly after ${operationId} its outcome is asked for and known`,
    steps: [
      call,
      { ...poll, expect: { outcome: "any" } },
      { check: eventual.first, says: `directly after ${operationId} a query knows of it`, got: "answer" },
    ],
    root: `read-after-write ${operationId}`,
  });
  // The first answer depends on a clock that stands between the two calls.
  return [{ ...first, needs: [...new Set([...first.needs, "clock" as const])].sort() }, settled];
}

/** What a repetition with the same key does: at once, later, with another payload, from another account, under a strict option. */
function repetitionCases(spec: Specification, operation: OperationSpec): Case[] {
  const { idempotency, operationId } = operation;
  if (idempotency === null) return [];
  const first: CallStep = { call: operationId, save: { first: "data", asked: "request" } };
  const setup = [...setupOf(spec, operation), first];
  const again: CallStep = { call: operationId, body: "=asked" };
  const same: Step = {
    check: "data = first",
    says: "a repetition is answered like the first time",
    got: "data",
    expected: "first",
  };
  const parts = (rule: string, says: string, steps: readonly Step[], given: readonly Step[] = setup): Case =>
    newCase(spec, operation, {
      layer: "effects",
      rule,
      says,
      evidence: idempotency.evidence,
      setup: given,
      steps,
      root: `repetition ${operationId} ${rule.replace(/^repeated-after-.*/, "repeated")}`,
    });
  const free = (calls: readonly CallStep[]): readonly Step[] => unpaid(spec, calls);
  return [
    parts("repeated", "a repetition changes nothing and is answered like the first time", [...free([again]), same]),
    ...["61s", "1h", "2d", "400d"].map((after) =>
      parts(`repeated-after-${after}`, `a repetition after ${after} changes nothing`, [
        { advance: after },
        ...free([again]),
        same,
      ]),
    ),
    parts(
      "repeated-otherwise",
      "a repetition with another payload changes nothing and is answered like the first time",
      [...free([{ ...again, with: idempotency.conflict.with }]), same],
    ),
    ...otherKeyCases(spec, operation, { idempotency, parts }),
    ...(idempotency.strict === undefined ? [] : [strictCase(spec, operation, { idempotency, setup })]),
  ];
}

type MakeCase = (rule: string, says: string, steps: readonly Step[], given?: readonly Step[]) => Case;

function otherKeyCases(
  spec: Specification,
  operation: OperationSpec,
  { idempotency, parts }: { readonly idempotency: IdempotencyRule; readonly parts: MakeCase },
): Case[] {
  const { operationId } = operation;
  const { key } = idempotency;
  const other = (expression: string): Step[] => [
    ...moneyAround(spec, operation, [{ call: operationId, body: "=asked", with: { [key]: expression } }]),
    { check: "made != first", says: "another key is another request", got: "made" },
  ];
  const value = `asked.${key}`;
  const cases = [
    parts("key-in-capitals", "keys that differ in letter case are different", other(`=$uppercase(${value})`)),
    parts("key-with-blank", "keys that differ by a blank are different", other(`=${value} & " "`)),
    parts("key-longer", "a key that begins like another one is different", other(`=${value} & "0"`)),
  ];
  return cases.map((one) => ({ ...one, isCombined: true }));
}

function strictCase(
  spec: Specification,
  operation: OperationSpec,
  { idempotency, setup }: { readonly idempotency: IdempotencyRule; readonly setup: readonly Step[] },
): Case {
  const { strict } = idempotency;
  if (strict === undefined) throw new Error("there is no strict option");
  return newCase(spec, operation, {
    layer: "effects",
    rule: "repeated-strictly",
    says: `with ${strict.option} a repetition is refused with ${strict.code}`,
    evidence: idempotency.evidence,
    setup: [...setup, { option: { [strict.option]: true } }],
    steps: [{ call: operation.operationId, body: "=asked", expect: { outcome: "refused", codes: [strict.code] } }],
    isUnchanging: true,
  });
}

/** Calls that must not touch the wallet. */
function unpaid(spec: Specification, calls: readonly CallStep[]): readonly Step[] {
  const remembered = calls.map((call): CallStep => ({ ...call, save: { ...call.save, repeated: "data" } }));
  if (spec.money === null) return remembered;
  const { call, value } = spec.money;
  return [
    { call, save: { moneyBefore: value } },
    ...remembered,
    { call, save: { moneyAfter: value } },
    { let: { data: "=repeated" } },
    {
      check: "moneyBefore = moneyAfter",
      says: "a repetition costs nothing",
      got: "moneyAfter",
      expected: "moneyBefore",
    },
  ];
}

function scenarioCases(spec: Specification, operation: OperationSpec): Case[] {
  return operation.scenarios.map((scenario) =>
    newCase(spec, operation, {
      layer: scenario.layer,
      rule: scenario.name,
      says: scenario.says,
      evidence: scenario.evidence,
      setup: scenario.given ?? setupOf(spec, operation),
      steps: scenario.steps,
      weight: scenario.full === true || scenario.layer === "races" ? "full" : "fast",
      root: `scenario ${operation.operationId} ${scenario.name}`,
      isCombined: true,
    }),
  );
}
