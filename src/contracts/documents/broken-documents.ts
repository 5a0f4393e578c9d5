import type { DocumentProblem } from "./problem.ts";

/** Documents of which no plan can be made: each problem with file, line, column and the rule that it breaks. */
export class BrokenDocuments extends Error {
  override readonly name = "BrokenDocuments";
  readonly problems: readonly DocumentProblem[];

  constructor(problems: readonly DocumentProblem[]) {
    const [first] = problems;
    super(
      first === undefined
        ? "the documents are broken"
        : `${first.file}:${first.line}:${first.column}: ${first.message}`,
    );
    this.problems = problems;
  }
}
