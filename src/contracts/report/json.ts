import { reproducing } from "./commands.ts";
import { curlOf } from "./curl.ts";
import type { CaseResult, Problem, RunEvent } from "./events.ts";
import type { Finding } from "./findings.ts";
import { gatherRun, type RunRecord } from "./run-record.ts";
import { byText } from "./wording.ts";

/** The run as an indented JSON text; cases are in the order of their rules, whatever order they ran in. */
export function renderJson(events: Iterable<RunEvent>): string {
  const run = gatherRun(events);
  const { verdict, message, seed, profile, target, planHash, providers, command, counts } = run;
  const report = {
    verdict,
    message,
    seed,
    profile,
    target,
    planHash,
    providers,
    command,
    counts,
    warnings: run.warnings,
    requests: run.requests,
    seconds: Math.round(run.wallMs) / 1000,
    findings: run.findings.map((finding) => findingMembers(run, finding)),
    deviations: run.deviations,
    coverage: run.coverages,
    cases: [...run.cases].sort((one, other) => byText(one.rule, other.rule)).map(caseMembers),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function caseMembers(result: CaseResult): object {
  const { rule, provider, operationId, layer, outcome, evidence, message, says, needs, cost, place } = result;
  return {
    rule,
    provider,
    operationId,
    layer,
    outcome,
    evidence,
    message,
    says,
    needs,
    cost,
    place,
    requests: result.requests,
    ...(result.expiresInDays === undefined ? {} : { expiresInDays: result.expiresInDays }),
    problem: result.problem === null ? null : problemMembers(result.problem),
  };
}

function problemMembers({ message, root, expected, got, place, exchanges }: Problem): object {
  const calls = exchanges.map((exchange) => ({
    curl: curlOf(exchange),
    status: exchange.status,
    answer: exchange.answer,
    failure: exchange.failure,
  }));
  return { message, root, expected, got, place, calls };
}

function findingMembers(run: RunRecord, { first, rules, operations, ...finding }: Finding): object {
  const { provider, root, message, place, evidence, count } = finding;
  return {
    root,
    provider,
    message,
    rules,
    operations,
    place,
    evidence,
    count,
    rule: first.rule,
    reproduce: reproducing(run, first.rule),
  };
}
