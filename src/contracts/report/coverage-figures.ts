import { LAYERS, type Layer } from "../plan/case.ts";
import type { CaseResult, Coverage, CoverageFigure, Outcome } from "./events.ts";
import { isWarning } from "./findings.ts";
import { groupedBy } from "./grouping.ts";
import { grouped } from "./wording.ts";

/** The figures of a provider with their names, in the order of all reports. */
export function coverageFigures(coverage: Coverage): readonly (CoverageFigure & { readonly name: string })[] {
  return [
    { name: "operations", ...coverage.operations },
    { name: "statuses", ...coverage.statuses },
    { name: "error codes", ...coverage.errorCodes },
    { name: "constraint sides", ...coverage.constraints },
    { name: "webhooks", ...coverage.webhooks },
    { name: "allowed transitions", ...coverage.allowedTransitions },
    { name: "forbidden transitions", ...coverage.forbiddenTransitions },
  ];
}

/** What no case of the plan tries, in words; empty where all is tried: `178 not in this sim-fast plan`. */
export function unplannedText({ unplanned = 0, total }: CoverageFigure, profile: string): string {
  if (unplanned === 0) return "";
  const where = `not in this ${profile} plan`;
  return unplanned === total ? where : `${grouped(unplanned)} ${where}`;
}

/** An outcome as reports show it: a pass that warns is told apart. */
export type Shown = Outcome | "warned";

/** From the worst to the best, with the letter that stands for it where colours are not seen. */
export const SHOWN_OUTCOMES = [
  ["failed", "F"],
  ["known", "K"],
  ["warned", "W"],
  ["skipped", "S"],
  ["passed", "P"],
] as const satisfies readonly (readonly [Shown, string])[];

/** How reports show the outcome of a case. */
export function shownOutcome(result: CaseResult): Shown {
  return isWarning(result) ? "warned" : result.outcome;
}

/** How many cases of each outcome, from the worst to the best; none that is zero. */
export interface Tally {
  readonly parts: readonly { readonly outcome: Shown; readonly letter: string; readonly count: number }[];
  readonly worst: Shown | null;
}

/** Counts outcomes. */
export function tallyOf(outcomes: readonly Shown[]): Tally {
  const parts = SHOWN_OUTCOMES.map(([outcome, letter]) => ({
    outcome,
    letter,
    count: outcomes.filter((one) => one === outcome).length,
  })).filter(({ count }) => count > 0);
  return { parts, worst: parts[0]?.outcome ?? null };
}

/** One row of the matrix of operations by layers. */
export interface MatrixRow {
  readonly provider: string;
  readonly operationId: string;
  readonly cells: readonly (readonly [layer: Layer, tally: Tally])[];
}

/** The matrix: operations by provider in the order in which they first occur, with only the layers that have a case. */
export function matrixOf(cases: readonly CaseResult[]): {
  readonly layers: readonly Layer[];
  readonly rows: readonly MatrixRow[];
} {
  const used = new Set(cases.map(({ layer }) => layer));
  const layers = LAYERS.filter((layer) => used.has(layer));
  const byProvider = [...groupedBy(cases, ({ provider }) => provider).values()];
  const rows = byProvider.flatMap((own) => [...groupedBy(own, ({ operationId }) => operationId).values()]);
  return {
    layers,
    rows: rows.flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const cells = layers.map((layer) => {
        const shown = own.filter((result) => result.layer === layer).map(shownOutcome);
        return [layer, tallyOf(shown)] as const;
      });
      return [{ provider: first.provider, operationId: first.operationId, cells }];
    }),
  };
}
