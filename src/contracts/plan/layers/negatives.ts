import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { valueAt } from "../../run/paths.ts";
import type { CallStep, Case } from "../case.ts";
import { leavesNothing } from "../needs.ts";
import { newCase } from "../new-case.ts";
import { type ExpectedRefusal, firstOf, refusalOfKeywords, refusedWith } from "../refusals.ts";
import { setupOf } from "../setup.ts";
import { triedOnce } from "../tried-once.ts";
import { usualBody } from "../usual-request.ts";
import { type NegativeVariation, negativeVariations } from "../values/negatives.ts";
import { overlayRefusals } from "./overlay-refusals.ts";
import { foreignReferences, unknownReferences } from "./references.ts";
import { transportCases } from "./transport.ts";

/** Requests that must be refused, one reason at a time, each with the code that the documents give for it. */
export function negativeCases(spec: Specification, { seed }: { readonly seed: number }): readonly Case[] {
  const cases = [...spec.operations.values()].map((operation) => {
    const variations = negativeVariations(spec, operation, seed);
    const judged = variations.flatMap((variation) => {
      const refusal = refusalOf(spec, operation, variation);
      return refusal === null ? [] : [{ variation, refusal }];
    });
    return {
      ofConstraints: [
        ...variations.flatMap((variation) => toleratedCase(spec, operation, variation)),
        ...judged.map(({ variation, refusal }) => brokenCase(spec, operation, variation, refusal)),
        ...judged.flatMap(({ variation, refusal }) => inLastItem(spec, operation, variation, refusal)),
      ],
      others: [
        ...precedenceCases(spec, operation, judged),
        ...transportCases(spec, operation),
        ...overlayRefusals(spec, operation),
        ...unknownReferences(spec, operation),
        ...foreignReferences(spec, operation),
      ],
    };
  });
  return [...triedOnce(cases.flatMap(({ ofConstraints }) => ofConstraints)), ...cases.flatMap(({ others }) => others)];
}

function refusalOf(
  spec: Specification,
  operation: OperationSpec,
  variation: NegativeVariation,
): ExpectedRefusal | null {
  const { tolerated, keyword, condition, also, member } = variation;
  if (tolerated !== null && tolerated.option === null) return null;
  const keywords = [{ keyword, condition }, ...also];
  return refusalOfKeywords(spec, operation, {
    schema: member.schema,
    location: placeOf(operation, variation),
    keywords,
  });
}

function placeOf({ requestPointer }: OperationSpec, { location }: NegativeVariation): string {
  return `${requestPointer === null ? "query" : "body"}.${location}`;
}

/** Variants that say nothing which their neighbours do not say as well. */
const FULL_ONLY = new Set(["list", "object", "wrapped", "far-below", "far-above", "script", "prefix"]);

function brokenCase(
  spec: Specification,
  operation: OperationSpec,
  variation: NegativeVariation,
  refusal: ExpectedRefusal,
): Case {
  const { keyword, variant, patch, tolerated, member, pointer } = variation;
  const location = placeOf(operation, variation);
  const option = tolerated === null ? null : tolerated.option;
  return newCase(spec, operation, {
    layer: "negatives",
    rule: `${keyword}-${variant}`,
    location,
    says: `${operation.operationId} refuses ${location} that breaks ${keyword} (${variant})${option === null ? "" : ` while ${option} is on`}`,
    evidence: member.evidence,
    place: spec.placeOf(pointer),
    setup: [...setupOf(spec, operation), ...(option === null ? [] : [{ option: { [option]: true } }])],
    steps: [{ call: operation.operationId, ...patch, expect: refusedWith(refusal) }],
    isUnchanging: true,
    weight: FULL_ONLY.has(variant) ? "full" : "fast",
    // A keyword that is not enforced is one finding, by however many values and in however many operations it shows.
    root: `negatives ${keyword} ${pointer} ${variation.location.split(".").at(-1)}`,
  });
}

/** Good items before the broken one: where only the first item of a list is looked at, it goes through. */
const GOOD_ITEMS = 2;

/** What is refused of the first item of a list is refused of its last one, too. */
function inLastItem(
  spec: Specification,
  operation: OperationSpec,
  variation: NegativeVariation,
  refusal: ExpectedRefusal,
): Case[] {
  const [list, rest] = variation.location.split("[0]", 2);
  if (list === undefined || rest === undefined || variation.tolerated !== null) return [];
  const item = valueAt(usualBody(spec, operation), `${list}[0]`);
  if (item === undefined) return [];
  const moved = (path: string): string => path.replace(`${list}[0]`, `${list}[${GOOD_ITEMS}]`);
  const { with: changes = {}, without = [] } = variation.patch;
  const items = Array.from({ length: GOOD_ITEMS }, (_, index) => [`${list}[${index + 1}]`, item]);
  const changed = Object.entries(changes).map(([path, value]) => [moved(path), value]);
  const patch = {
    with: Object.fromEntries([...items, ...changed]),
    ...(without.length === 0 ? {} : { without: without.map(moved) }),
  };
  const one = brokenCase(spec, operation, { ...variation, location: moved(variation.location), patch }, refusal);
  return [{ ...one, weight: "full" }];
}

/** A violation that is tolerated succeeds while no option forbids it. A member that names something is the operation's business. */
function toleratedCase(spec: Specification, operation: OperationSpec, variation: NegativeVariation): Case[] {
  const { keyword, variant, patch, tolerated, member, pointer } = variation;
  if (tolerated === null || (tolerated.option === null && member.ref !== null)) return [];
  const location = placeOf(operation, variation);
  return [
    newCase(spec, operation, {
      layer: "negatives",
      rule: `tolerated-${keyword}-${variant}`,
      location,
      says: `${operation.operationId} tolerates ${location} that breaks ${keyword} (${variant})`,
      evidence: member.evidence,
      place: spec.placeOf(pointer),
      setup: setupOf(spec, operation),
      steps: [{ call: operation.operationId, ...patch, expect: { outcome: "success" } }],
      isUnchanging: leavesNothing(spec, operation.operationId),
    }),
  ];
}

interface Judged {
  readonly variation: NegativeVariation;
  readonly refusal: ExpectedRefusal;
}

const PAIR_LIMIT = 4;

/** Two reasons at once: a few pairs of members whose refusals have different codes and a documented order. */
function precedenceCases(spec: Specification, operation: OperationSpec, judged: readonly Judged[]): Case[] {
  const strict = judged.filter(({ variation }) => variation.tolerated === null);
  const cases = new Map<string, Case>();
  for (const [index, first] of strict.entries()) {
    for (const second of strict.slice(index + 1)) {
      if (cases.size >= PAIR_LIMIT) return [...cases.values()];
      const made = pairCase(spec, operation, first, second);
      const kind = [first, second]
        .map(({ refusal }) => refusal.code)
        .sort()
        .join(" ");
      if (made !== null && !cases.has(kind)) cases.set(kind, made);
    }
  }
  return [...cases.values()];
}

function pairCase(spec: Specification, operation: OperationSpec, first: Judged, second: Judged): Case | null {
  const [a, b] = [first.variation, second.variation];
  if (first.refusal.code === second.refusal.code || isWithin(a.location, b.location)) return null;
  const winner = firstOf([first.refusal, second.refusal]);
  if (winner === null) return null;
  const without = [...(a.patch.without ?? []), ...(b.patch.without ?? [])];
  const call: CallStep = {
    call: operation.operationId,
    with: { ...a.patch.with, ...b.patch.with },
    ...(without.length === 0 ? {} : { without }),
    expect: refusedWith(winner),
  };
  const location = `${placeOf(operation, a)}+${placeOf(operation, b)}`;
  return newCase(spec, operation, {
    layer: "negatives",
    rule: `precedence-${a.keyword}-${a.variant}-${b.keyword}-${b.variant}`,
    location,
    says: `of ${a.keyword} (${a.location}) and ${b.keyword} (${b.location}) ${operation.operationId} answers what goes first`,
    evidence: operation.evidence,
    setup: setupOf(spec, operation),
    steps: [call],
    isUnchanging: true,
  });
}

function isWithin(a: string, b: string): boolean {
  return (
    a === b ||
    [`${a}.`, `${a}[`].some((start) => b.startsWith(start)) ||
    [`${b}.`, `${b}[`].some((start) => a.startsWith(start))
  );
}
