import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from "node-sarif-builder";
import { reproducing } from "./commands.ts";
import { curlOf } from "./curl.ts";
import type { RunEvent } from "./events.ts";
import { type Finding, spreadOf } from "./findings.ts";
import { gatherRun, type RunRecord } from "./run-record.ts";
import { counted } from "./wording.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

type Level = "error" | "warning" | "note";

/**
 * The run as SARIF 2.1.0: one result for each root cause, on its line of the specification, with how often it occurred. Findings are
 * errors, failures that do not fail the run warnings, known deviations suppressed notes. The fingerprint is the root, so that an alert
 * stays the same while the cases that show it change.
 */
export function renderSarif(events: Iterable<RunEvent>): string {
  const run = gatherRun(events);
  const tool = new SarifRunBuilder().initSimple({ toolDriverName: "esim-sandbox contract", toolDriverVersion: "0" });
  const { name } = tool.run.tool.driver;
  tool.run.tool.driver = { name, rules: [] }; // The version is that of the plan: see the properties.
  const groups = [
    ["error", run.findings],
    ["warning", run.warned],
    ["note", run.known],
  ] as const;
  const all = groups.flatMap(([, findings]) => findings);
  for (const finding of new Map(all.map((one) => [one.first.rule, one])).values()) tool.addRule(ruleOf(finding));
  for (const [level, findings] of groups) {
    for (const finding of findings) tool.addResult(resultOf({ level, finding, run }));
  }
  tool.run.columnKind = "utf16CodeUnits";
  tool.run.automationDetails = { id: `esim-sandbox/contract/${run.profile}/` };
  tool.run.invocations = [invocationOf(run)];
  tool.run.properties = { verdict: run.verdict, seed: run.seed, plan: run.planHash, target: run.target, ...run.counts };
  const log = new SarifBuilder({ $schema: SCHEMA });
  log.addRun(tool);
  return `${JSON.stringify(log.buildSarifOutput(), null, 2)}\n`;
}

function invocationOf({ verdict, command, message, deviations }: RunRecord): object & { executionSuccessful: boolean } {
  const notes = deviations.map(({ rule, state, message: text }) => ({
    level: state === "unused" ? ("warning" as const) : ("error" as const),
    message: { text: `deviation ${state}: ${rule}: ${text}` },
  }));
  const own = message === "" ? [] : [{ level: "note" as const, message: { text: message } }];
  return {
    executionSuccessful: verdict === "pass" || verdict === "fail",
    ...(command === "" ? {} : { commandLine: command }),
    ...(notes.length + own.length === 0 ? {} : { toolExecutionNotifications: [...own, ...notes] }),
  };
}

function ruleOf({ first, evidence }: Finding): SarifRuleBuilder {
  const builder = new SarifRuleBuilder().initSimple({
    ruleId: first.rule,
    shortDescriptionText: first.says,
    fullDescriptionText: `${first.says} (${evidence.grade}${evidence.source.map((source) => `, ${source}`).join("")})`,
  });
  const isCertain = evidence.grade === "documented" || evidence.grade === "observed";
  builder.rule.defaultConfiguration = { level: isCertain ? "error" : "warning" };
  builder.rule.properties = { tags: [first.provider, first.layer, evidence.grade] };
  return builder;
}

interface Placed {
  readonly level: Level;
  readonly finding: Finding;
  readonly run: RunRecord;
}

function resultOf({ level, finding, run }: Placed): SarifResultBuilder {
  const { first, place, rules, operations, count, root, provider } = finding;
  const builder = new SarifResultBuilder({ level });
  builder.setRuleId(first.rule);
  builder.setMessageText(messageOf(finding));
  builder.setLocationArtifactUri({ uri: uriOf(place.file) });
  builder.setLocationRegion({ startLine: Math.max(1, place.line), startColumn: Math.max(1, place.column) });
  builder.result.occurrenceCount = count;
  builder.result.partialFingerprints = { "contractRoot/v1": `${provider}:${root}` };
  if (level === "note") {
    builder.result.suppressions = [{ kind: "external", justification: `${first.message}${ending(finding)}` }];
  }
  builder.result.properties = {
    rules: [...rules],
    operations: [...operations],
    evidence: finding.evidence,
    expected: first.problem?.expected ?? null,
    got: first.problem?.got ?? null,
    calls: first.problem?.exchanges.map(curlOf) ?? [],
    reproduce: reproducing(run, first.rule),
  };
  return builder;
}

function messageOf(finding: Finding): string {
  const spread = spreadOf(finding);
  const { expected = null, got = null } = finding.first.problem ?? {};
  return [
    `${finding.message}${spread === "" ? "" : ` (${spread})`}`,
    ...(expected === null ? [] : [`Expected: ${expected}`]),
    ...(got === null ? [] : [`Got: ${got}`]),
  ].join("\n");
}

function ending({ first: { expiresInDays: days } }: Finding): string {
  return days === undefined ? "" : ` (expires in ${counted(days, "day")})`;
}

/** A relative reference: a name with a colon or a blank would be read as something else. */
function uriOf(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}
