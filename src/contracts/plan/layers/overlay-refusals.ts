import type { ErrorRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case } from "../case.ts";
import { newCase } from "../new-case.ts";
import { refusedWith } from "../refusals.ts";
import { setupOf } from "../setup.ts";

/** A case for each refusal of an operation whose overlay entry says how to provoke it. */
export function overlayRefusals(spec: Specification, operation: OperationSpec): Case[] {
  return operation.errors.filter(isProvoked).map((rule) => {
    const { given = [], with: changes, without, body } = rule;
    const call: CallStep = {
      call: operation.operationId,
      ...(body === undefined ? {} : { body }),
      ...(changes === undefined ? {} : { with: changes }),
      ...(without === undefined ? {} : { without }),
      expect: refusedWith({ code: rule.code, status: rule.status ?? null }),
    };
    const reason = rule.name ?? rule.condition;
    return newCase(spec, operation, {
      layer: "negatives",
      rule: reason,
      ...(rule.location === undefined ? {} : { location: rule.location }),
      says: rule.says ?? `${operation.operationId} refuses with ${rule.code}: ${reason} ${rule.location ?? ""}`.trim(),
      evidence: rule.evidence,
      setup: [...setupOf(spec, operation), ...given],
      steps: [call],
      isUnchanging: true,
      weight: rule.full === true ? "full" : "fast",
      root: `refusal ${operation.operationId} ${rule.condition} ${rule.code}`,
    });
  });
}

function isProvoked(rule: ErrorRule): boolean {
  return [rule.given, rule.with, rule.without, rule.body].some((part) => part !== undefined);
}
