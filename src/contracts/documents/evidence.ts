import type { Evidence, Grade } from "../plan/case.ts";
import { isNode, nodeOf, pointerOf, segmentsOf, valueAt } from "./json-pointer.ts";
import type { Node } from "./specification.ts";

/** From the best known to our own invention. */
const GRADES: readonly Grade[] = ["documented", "observed", "inferred", "proposed"];

/** What is known of something that says nothing about it. */
export const UNKNOWN_EVIDENCE: Evidence = { grade: "proposed", source: [] };

/** Reads `{grade, source}`; what is missing is inherited. Null when neither says it. `source` is a text or a list. */
export function readEvidence(marks: unknown, inherited: Evidence | null): Evidence | null {
  const { grade: written, source } = nodeOf(marks);
  const grade = GRADES.find((known) => known === written) ?? inherited?.grade;
  const sources = source === undefined ? inherited?.source : sourcesOf(source);
  return grade === undefined || sources === undefined ? null : { grade, source: sources };
}

/** The `x-evidence` that counts at a pointer: its own, else that of the nearest ancestor; null when there is none. */
export function evidenceAt(document: unknown, pointer: string): Evidence | null {
  const segments = segmentsOf(pointer);
  for (let depth = segments.length; depth >= 0; depth -= 1) {
    const marks = nodeOf(valueAt(document, pointerOf(segments.slice(0, depth))))["x-evidence"];
    if (isNode(marks)) return readEvidence(marks, UNKNOWN_EVIDENCE);
  }
  return null;
}

/** An entry of the overlay with `grade` and `source` turned into `evidence`. */
export function withEvidence(entry: Node, inherited: Evidence | null): Node & { readonly evidence: Evidence } {
  const { grade, source, ...rest } = entry;
  return { ...rest, evidence: readEvidence(entry, inherited) ?? UNKNOWN_EVIDENCE };
}

function sourcesOf(source: unknown): readonly string[] {
  return (Array.isArray(source) ? source : [source]).map(String);
}
