import type { RateRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, Step } from "../case.ts";
import { moneyLaw, readMoney } from "../money-steps.ts";
import { newCase } from "../new-case.ts";
import { setupOf } from "../setup.ts";

/** The clock creeps, so that its window holds as long as the case needs. */
const CREEP: Step = { run: 0.001 };
const STAND: Step = { run: 0 };

/** The limit of the rate: the last call that is served, the first that is not, and that a refused one does nothing. */
export function rateCases(spec: Specification): Case[] {
  const { rate } = spec;
  const operation = spec.operations.get(rate?.operation ?? "");
  if (rate === null || operation === undefined) return [];
  const call: CallStep = { call: rate.operation };
  const limit = newCase(spec, operation, {
    layer: "races",
    rule: "rate-limit",
    says: `${rate.calls} calls in ${rate.window} are served, one more is refused with ${rate.code}`,
    evidence: rate.evidence,
    steps: [...filled(rate), throttled(rate, call), STAND, { advance: rate.window }, call],
    root: "rate limit",
  });
  const paying = [...spec.operations.values()].filter(({ effects }) => effects?.debit !== undefined);
  return [
    limit,
    ...(rate.http === undefined ? [] : [statusCase(spec, operation, { rate, http: rate.http })]),
    ...paying.map((one, index) => effectCase(spec, operation, { rate, paying: one, isFirst: index === 0 })),
  ];
}

/** As many calls as a window takes. */
function filled(rate: RateRule): readonly Step[] {
  const call: CallStep = { call: rate.operation };
  return [{ advance: `=$duration("${rate.window}") + 1` }, CREEP, { repeat: rate.calls, steps: [call] }];
}

function throttled(rate: RateRule, call: CallStep, status?: number): Step {
  return { ...call, expect: { outcome: "refused", codes: [rate.code], ...(status === undefined ? {} : { status }) } };
}

function statusCase(
  spec: Specification,
  operation: OperationSpec,
  { rate, http }: { readonly rate: RateRule; readonly http: NonNullable<RateRule["http"]> },
): Case {
  const headers = http.headers.map((header): Step => {
    const says = `the refusal carries ${header}`;
    return { check: `$exists($lookup(headers, ${JSON.stringify(header)}))`, says, got: "headers" };
  });
  return newCase(spec, operation, {
    layer: "races",
    rule: "rate-limit-status",
    says: `with the option the refusal has HTTP status ${http.status}`,
    evidence: rate.evidence,
    setup: [{ option: http.option }],
    steps: [...filled(rate), throttled(rate, { call: rate.operation }, http.status), ...headers, STAND],
    root: "rate status",
  });
}

function effectCase(
  spec: Specification,
  operation: OperationSpec,
  { rate, paying, isFirst }: { readonly rate: RateRule; readonly paying: OperationSpec; readonly isFirst: boolean },
): Case {
  return newCase(spec, isFirst ? operation : paying, {
    layer: "races",
    rule: "throttled-has-no-effect",
    says: "a call that is refused for its rate does nothing",
    evidence: rate.evidence,
    setup: setupOf(spec, paying),
    steps: [
      ...readMoney(spec, "moneyBefore"),
      ...filled(rate),
      throttled(rate, { call: paying.operationId }),
      STAND,
      { advance: rate.window },
      ...readMoney(spec, "moneyAfter"),
      ...moneyLaw(spec, "0", "a throttled call costs nothing"),
    ],
    root: "rate effect",
  });
}
