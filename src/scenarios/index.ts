export { ControlFailed } from "../client/control-failed.ts";
export { scenarioSchemaText } from "./documents/schema-faults.ts";
export { scenarioPath, shippedNames } from "./documents/shipped.ts";
export { readScenarioFile, readScenarioText, readScenarioValue } from "./format/read-scenario.ts";
export {
  type CheckedScenario,
  problemLine,
  type Scenario,
  type ScenarioProblem,
  ScenarioRefused,
} from "./format/scenario.ts";
export { renderScenarioJunit } from "./report/junit.ts";
export { timelineLines, verdictLines } from "./report/timeline-lines.ts";
export { runScenario, type ScenarioOptions, type ScenarioResult } from "./run/run-scenario.ts";
export type { TenantEnd } from "./run/target.ts";
