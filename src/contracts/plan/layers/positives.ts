import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, RequestChange, Step } from "../case.ts";
import { moneyAround } from "../money-steps.ts";
import { leavesNothing } from "../needs.ts";
import { newCase } from "../new-case.ts";
import { setupOf } from "../setup.ts";
import { triedOnce } from "../tried-once.ts";
import { type PositiveVariation, positiveVariations } from "../values/positives.ts";
import { furtherResources } from "./examples.ts";

/** Requests that must succeed: the usual one, each valid variation of it, and what the overlay accepts by name. */
export function positiveCases(spec: Specification, { seed }: { readonly seed: number }): readonly Case[] {
  const operations = [...spec.operations.values()];
  const variations = operations.flatMap((operation) =>
    positiveVariations(spec, operation, seed)
      .filter((variation) => !isJudgedFurther(operation, variation))
      .map((variation) => variationCase(spec, operation, variation)),
  );
  return [
    ...operations.map((operation) => usualCase(spec, operation)),
    ...operations.flatMap((operation) => noBodyCases(spec, operation)),
    ...triedOnce(variations),
    ...operations.flatMap((operation) => acceptCases(spec, operation)),
  ];
}

function usualCase(spec: Specification, operation: OperationSpec): Case {
  return newCase(spec, operation, {
    layer: "positives",
    rule: "usual",
    says: `${operation.operationId} accepts its usual request`,
    evidence: operation.evidence,
    setup: setupOf(spec, operation),
    steps: [{ call: operation.operationId, expect: { outcome: "success" } }],
    isUnchanging: leavesNothing(spec, operation.operationId),
  });
}

/** Ways to send no body, where none is required. */
const NO_BODY: Readonly<Record<string, RequestChange>> = {
  "no-body": { rawBody: null, headers: { "content-type": null } },
  "empty-object": { rawBody: "{}" },
};

function noBodyCases(spec: Specification, operation: OperationSpec): Case[] {
  if (operation.requestPointer === null || operation.isBodyRequired) return [];
  return Object.entries(NO_BODY).map(([rule, change]) =>
    newCase(spec, operation, {
      layer: "positives",
      rule,
      says: `${operation.operationId} asks for no body (${rule})`,
      evidence: operation.evidence,
      setup: setupOf(spec, operation),
      steps: [{ call: operation.operationId, body: {}, change, expect: { outcome: "success" } }],
      isUnchanging: leavesNothing(spec, operation.operationId),
      weight: "full",
      root: `no body ${operation.operationId}`,
    }),
  );
}

/** A bound of the schema says nothing where the operation has a tighter one of its own, as its `x-errors` tell. */
function isJudgedFurther(operation: OperationSpec, { location, variant }: PositiveVariation): boolean {
  const place = `body.${location}`;
  if (variant === "blank")
    return operation.errors.some((rule) => rule.location === place && rule.condition === "empty");
  if (variant !== "bound") return false;
  return operation.errors.some(
    (rule) => rule.location === place && (rule.condition === "range" || rule.condition === "length"),
  );
}

function variationCase(spec: Specification, operation: OperationSpec, variation: PositiveVariation): Case {
  const { keyword, variant, location, patch, member, pointer } = variation;
  const where = operation.requestPointer === null ? "query" : "body";
  const place = location === "" ? where : `${where}.${location}`;
  const resource =
    patch.with !== undefined && variant !== "null" && variant !== "blank" ? member.ref?.resource : undefined;
  return newCase(spec, operation, {
    layer: "positives",
    rule: `${keyword}-${variant}`,
    location: place,
    says: `${operation.operationId} accepts ${place} at ${keyword} (${variant})`,
    evidence: member.evidence,
    place: spec.placeOf(pointer),
    setup: [
      ...setupOf(spec, operation),
      ...furtherResources(spec, operation, new Set(resource === undefined ? [] : [resource])),
    ],
    steps: variationSteps(spec, operation, variation),
    isUnchanging: leavesNothing(spec, operation.operationId),
    weight: FULL_ONLY.has(variant) && !leavesNothing(spec, operation.operationId) ? "full" : "fast",
  });
}

/** A question that means the same as another one has the same answer. */
function variationSteps(
  spec: Specification,
  operation: OperationSpec,
  { patch, like, location }: PositiveVariation,
): readonly Step[] {
  const { operationId } = operation;
  const call: CallStep = { call: operationId, ...patch, expect: { outcome: "success" } };
  if (like === null || !leavesNothing(spec, operationId)) return paidFor(spec, operation, call);
  const says = location === "" ? "what nobody knows is ignored" : `${location} means the same in either way`;
  return [
    { call: operationId, ...like, expect: { outcome: "success" } },
    { let: { alike: "=data" } },
    call,
    { check: "data = alike", says, got: "data", expected: "alike", root: `meaning ${operationId} ${location}` },
  ];
}

/** A call that costs something or gives something back, with a look at the wallet; afterwards its answer is the last one again. */
function paidFor(spec: Specification, operation: OperationSpec, call: CallStep): readonly Step[] {
  const { debit, credit } = operation.effects ?? {};
  if (spec.money === null || (debit === undefined && credit === undefined)) return [call];
  const kept = { answered: "answer", headed: "headers" };
  return [
    ...moneyAround(spec, operation, [{ ...call, save: { ...call.save, ...kept } }]),
    { let: { request: "=asked", data: "=made", answer: "=answered", headers: "=headed" } },
  ];
}

/** Ways to leave a member out that say little more than its absence, where each try needs a world of its own. */
const FULL_ONLY = new Set(["null", "blank"]);

function acceptCases(spec: Specification, operation: OperationSpec): Case[] {
  return operation.accepts.map(({ name, says, given = [], then = [], full, evidence, ...request }) => {
    const call: CallStep = { call: operation.operationId, ...request, expect: { outcome: "success" } };
    return newCase(spec, operation, {
      layer: "positives",
      rule: name,
      says,
      evidence,
      setup: [...setupOf(spec, operation), ...given],
      steps: [...paidFor(spec, operation, call), ...then],
      isCombined: then.length > 0,
      isUnchanging: given.length + then.length === 0 && leavesNothing(spec, operation.operationId),
      weight: full === true ? "full" : "fast",
    });
  });
}
