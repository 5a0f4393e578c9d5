import type { components } from "./generated.ts";

type Formats = components["schemas"];

/** A scenario, as a file or a program says it. */
export type Scenario = Formats["Scenario"];
export type ProviderName = Formats["Provider"];
export type Step = Formats["Step"];
export type Action = Formats["Action"];
export type CallAction = Formats["CallAction"];
export type When = Formats["When"];
export type Expect = Formats["Expect"];
export type Matcher = Formats["Matcher"];
export type Conditions = Formats["Conditions"];
export type ExpectedWebhook = Formats["ExpectedWebhook"];
export type ExpectedMail = Formats["ExpectedMail"];
export type ExpectedEntries = Formats["ExpectedEntries"];

/** Where something stands in the text of a scenario; line and column count from 1. */
export interface ScenarioPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a scenario: nothing of it was run. */
export interface ScenarioProblem extends ScenarioPlace {
  /** What kind of mistake it is: `unknown-operation`. */
  readonly rule: string;
  /** What was expected, what stands there, and the nearest valid name where there is one. */
  readonly message: string;
}

/** A scenario that was checked, with the places of all that stands in it. */
export interface CheckedScenario {
  readonly scenario: Scenario;
  /** Its file, or its name when a program made it. */
  readonly file: string;
  /** Where the member at a JSON pointer begins. */
  placeOf(pointer: string): ScenarioPlace;
}

/** A scenario that is wrong: each problem with file, line and column. */
export class ScenarioRefused extends Error {
  override readonly name = "ScenarioRefused";
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map(problemLine).join("\n"));
    this.problems = problems;
  }
}

/** `FILE:LINE:COLUMN: RULE: MESSAGE`, as editors and terminals link it. */
export function problemLine({ file, line, column, rule, message }: ScenarioProblem): string {
  return `${file}:${line}:${column}: ${rule}: ${message}`;
}
