import { BrokenDocuments } from "../documents/broken-documents.ts";
import { type Deviation, isExpired, matchDeviation, readDeviations } from "../documents/deviations.ts";
import type { CaseResult, RunEvent } from "../report/events.ts";

/** Reads a file of known deviations; none without a file. @throws BrokenDocuments */
export function knownDeviations(path: string | URL | null): readonly Deviation[] {
  if (path === null) return [];
  const read = readDeviations(path);
  if (!read.ok) throw new BrokenDocuments(read.problems);
  return read.deviations;
}

/**
 * Reports entries that no longer say the truth. Expired ones and ones that no longer occur fail the run (true); one whose rule was
 * not run is only reported.
 */
export function judgeDeviations(
  deviations: readonly Deviation[],
  run: { readonly results: readonly CaseResult[]; readonly target: string; readonly today: string },
  emit: (event: RunEvent) => void,
): boolean {
  let isBad = false;
  for (const entry of deviations) {
    const { rule, target, expires } = entry;
    if (target !== "*" && target !== run.target) continue;
    const own = run.results.filter((result) => matchDeviation([entry], result.rule, run.target) !== null);
    const judged = own.filter(({ outcome }) => outcome !== "skipped");
    if (isExpired(entry, run.today)) {
      emit({
        event: "deviation",
        rule,
        state: "expired",
        message: `the deviation expired on ${expires}; look at it again`,
      });
      isBad = true;
    } else if (judged.length === 0) {
      emit({ event: "deviation", rule, state: "unused", message: "no case of this run is covered by the deviation" });
    } else if (judged.every(({ outcome }) => outcome === "passed")) {
      emit({ event: "deviation", rule, state: "gone", message: "the deviation no longer occurs; remove it" });
      isBad = true;
    }
  }
  return isBad;
}
