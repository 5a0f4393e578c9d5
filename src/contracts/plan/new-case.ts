import type { OperationSpec, Specification } from "../documents/specification.ts";
import type { Case, Evidence, Layer, SpecPlace, Step, Weight } from "./case.ts";
import { costOf, needsOf } from "./needs.ts";

/** What a layer says about a case; the rest follows from it. */
export interface CaseParts {
  readonly layer: Layer;
  /** Kebab-case; with the location it is unique within operation and layer. */
  readonly rule: string;
  readonly location?: string;
  readonly says: string;
  readonly evidence: Evidence;
  readonly place?: SpecPlace;
  readonly setup?: readonly Step[];
  readonly steps?: readonly Step[];
  readonly isUnchanging?: boolean;
  readonly weight?: Weight;
  readonly kind?: Case["kind"];
  readonly subject?: string;
  readonly root?: string;
  readonly isCombined?: boolean;
}

/** Makes a case of an operation. */
export function newCase(
  spec: Specification,
  operation: Pick<OperationSpec, "operationId" | "place">,
  parts: CaseParts,
): Case {
  const { layer, rule, location, setup = [], steps = [], place = operation.place } = parts;
  const all = [...setup, ...steps];
  return {
    rule: [spec.provider, operation.operationId, layer, rule, ...(location === undefined ? [] : [location])].join(":"),
    provider: spec.provider,
    operationId: operation.operationId,
    layer,
    says: parts.says,
    evidence: parts.evidence,
    needs: needsOf(spec, all),
    cost: costOf(spec, all),
    weight: parts.weight ?? "fast",
    place,
    setup,
    steps,
    isUnchanging: parts.isUnchanging ?? false,
    kind: parts.kind ?? "steps",
    ...(parts.subject === undefined ? {} : { subject: parts.subject }),
    ...(parts.root === undefined ? {} : { root: parts.root }),
    ...(parts.isCombined === true ? { isCombined: true } : {}),
  };
}
