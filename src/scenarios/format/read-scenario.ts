import { parseSource, readSource, type SourceResult } from "../../contracts/documents/source.ts";
import { scenarioFaults } from "../documents/schema-faults.ts";
import { checkScenario } from "./check-scenario.ts";
import {
  type CheckedScenario,
  type Scenario,
  type ScenarioPlace,
  type ScenarioProblem,
  ScenarioRefused,
} from "./scenario.ts";

/** A scenario is a page or two; more is no scenario, and the parser would take long. */
const LONGEST_TEXT = 500_000;

/** Reads and checks a file. @throws ScenarioRefused with all that is wrong */
export function readScenarioFile(path: string): CheckedScenario {
  return checked(readSource(path, path), path);
}

/** Reads and checks the text of a file. @throws ScenarioRefused with all that is wrong */
export function readScenarioText(text: string, file: string): CheckedScenario {
  if (text.length > LONGEST_TEXT) {
    const message = `must have at most ${LONGEST_TEXT} characters, got ${text.length}`;
    throw new ScenarioRefused([{ file, line: 1, column: 1, rule: "size", message }]);
  }
  return checked(parseSource(text, file), file);
}

/** Checks a scenario that a program made; its places are JSON pointers. @throws ScenarioRefused with all that is wrong */
export function readScenarioValue(scenario: Scenario): CheckedScenario {
  const { name: file } = scenario;
  const placeOf = (pointer: string): ScenarioPlace => ({ file: `${file}#${pointer}`, line: 1, column: 1 });
  return validated(scenario, file, placeOf);
}

function checked(read: SourceResult, file: string): CheckedScenario {
  if (!read.ok) throw new ScenarioRefused(read.problems);
  const { value, placeOf } = read.source;
  return validated(value, file, placeOf);
}

function validated(value: unknown, file: string, placeOf: (pointer: string) => ScenarioPlace): CheckedScenario {
  const problems: ScenarioProblem[] = [];
  const report = (pointer: string, rule: string, message: string): void => {
    problems.push({ ...placeOf(pointer), rule, message });
  };
  for (const { pointer, rule, message } of scenarioFaults(value)) report(pointer, rule, message);
  if (problems.length > 0) throw new ScenarioRefused(problems);
  const scenario = value as Scenario; // the schema from which the type is generated has just been satisfied
  checkScenario(scenario, report);
  if (problems.length > 0) throw new ScenarioRefused(problems);
  return { scenario, file, placeOf };
}
