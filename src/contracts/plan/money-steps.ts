import type { OperationSpec, Specification } from "../documents/specification.ts";
import type { CallStep, Step } from "./case.ts";

/** The root of what an operation takes or gives wrongly. */
export function moneyRoot(operationId: string): string {
  return `money ${operationId}`;
}

/**
 * Steps around a successful call that compare the wallet before and after with what the overlay says the operation takes and gives;
 * the call's data stays as `made`. Without a wallet the call alone.
 */
export function moneyAround(
  spec: Specification,
  operation: OperationSpec,
  calls: readonly CallStep[],
): readonly Step[] {
  const { money } = spec;
  const { debit, credit } = operation.effects ?? {};
  const remembered = calls.map(
    (call): CallStep => ({ ...call, save: { ...call.save, made: "data", asked: "request" } }),
  );
  if (money === null) return remembered;
  const before = Object.fromEntries(Object.keys(spec.machines).map((name) => [name, `=${name}`]));
  const change = `(${debit ?? "0"}) - (${credit ?? "0"})`;
  const says = `the wallet changes by exactly what ${operation.operationId} costs`;
  return [
    { let: { before } },
    { call: money.call, save: { moneyBefore: money.value } },
    ...remembered,
    { let: { change: `=${change}` } },
    { call: money.call, save: { moneyAfter: money.value } },
    {
      check: "moneyBefore - moneyAfter = change",
      says,
      got: "moneyBefore - moneyAfter",
      expected: "change",
      root: moneyRoot(operation.operationId),
    },
  ];
}

/** Reads the wallet into a variable; nothing where there is none. */
export function readMoney(spec: Specification, name: string): readonly Step[] {
  return spec.money === null ? [] : [{ call: spec.money.call, save: { [name]: spec.money.value } }];
}

/** Checks what `moneyBefore` and `moneyAfter` differ by; nothing where there is no wallet. */
export function moneyLaw(spec: Specification, cost: string, says: string): readonly Step[] {
  if (spec.money === null) return [];
  const spent = "moneyBefore - moneyAfter";
  return [{ check: `${spent} = ${cost}`, says, got: spent, expected: cost }];
}
