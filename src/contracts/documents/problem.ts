import type { SpecPlace } from "../plan/case.ts";

/** Something in a document that must be put right before anything is run. */
export interface DocumentProblem extends SpecPlace {
  /** The rule that is broken: `dangling-reference`. */
  readonly rule: string;
  /** What was expected, what stands there, and the nearest valid name where there is one. */
  readonly message: string;
}

/** Notes that the place at a JSON pointer of the merged document breaks a rule. */
export type Report = (pointer: string, rule: string, message: string) => void;
