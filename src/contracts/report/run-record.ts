import { withDocumentedTransitions } from "./documented-transitions.ts";
import type { CaseResult, Coverage, RunEvent } from "./events.ts";
import { type Finding, findingsOf, isWarning, knownOf, warningsOf } from "./findings.ts";
import { withAddresses } from "./full-address.ts";
import { groupedBy } from "./grouping.ts";
import { counted, grouped, lasting } from "./wording.ts";

/** `unfinished`: the stream has no end, because the run was stopped. */
type Verdict = Extract<RunEvent, { event: "run-ended" }>["verdict"] | "unfinished";

type RunCounts = Extract<RunEvent, { event: "run-ended" }>["counts"];

type DeviationNote = Omit<Extract<RunEvent, { event: "deviation" }>, "event">;

/** What an event stream says, gathered: the one thing that all reports are made from. */
export interface RunRecord {
  readonly verdict: Verdict;
  readonly message: string;
  readonly target: string;
  readonly profile: string;
  readonly seed: number;
  readonly planHash: string;
  readonly providers: readonly string[];
  readonly command: string;
  readonly counts: RunCounts;
  readonly warnings: number;
  readonly requests: number;
  readonly wallMs: number;
  readonly cases: readonly CaseResult[];
  readonly deviations: readonly DeviationNote[];
  readonly coverages: readonly Coverage[];
  readonly findings: readonly Finding[];
  readonly known: readonly Finding[];
  readonly warned: readonly Finding[];
}

/** Deviations that end within this many days are named in the first line, so that nobody is surprised by the day. */
const SOON_DAYS = 30;

/** Gathers the events of one run; a stream without an end gives the verdict `unfinished`. */
export function gatherRun(events: Iterable<RunEvent>): RunRecord {
  let started: Extract<RunEvent, { event: "run-started" }> | null = null;
  let ended: Extract<RunEvent, { event: "run-ended" }> | null = null;
  const cases: CaseResult[] = [];
  const deviations: DeviationNote[] = [];
  const coverages: Coverage[] = [];
  for (const event of events) {
    if (event.event === "run-started") started = event;
    else if (event.event === "run-ended") ended = event;
    else if (event.event === "case") cases.push(withAddresses(event.result, started?.target ?? ""));
    else if (event.event === "deviation")
      deviations.push({ rule: event.rule, state: event.state, message: event.message });
    else if (event.event === "coverage") coverages.push(event.coverage);
  }
  return {
    ...beginningOf(started),
    ...endOf(ended, cases),
    cases,
    deviations,
    coverages: coverages.map((coverage) => withDocumentedTransitions(coverage, cases)),
    findings: findingsOf(cases),
    known: knownOf(cases),
    warned: warningsOf(cases),
  };
}

function beginningOf(
  started: Extract<RunEvent, { event: "run-started" }> | null,
): Pick<RunRecord, "target" | "profile" | "seed" | "planHash" | "providers" | "command"> {
  if (started === null) return { target: "", profile: "", seed: 0, planHash: "", providers: [], command: "" };
  const { target, profile, seed, planHash, providers, command } = started;
  return { target, profile, seed, planHash, providers, command };
}

function endOf(
  ended: Extract<RunEvent, { event: "run-ended" }> | null,
  cases: readonly CaseResult[],
): Pick<RunRecord, "verdict" | "message" | "counts" | "warnings" | "requests" | "wallMs"> {
  if (ended !== null) {
    const { verdict, message, counts, warnings, requests, wallMs } = ended;
    return { verdict, message, counts, warnings, requests, wallMs };
  }
  const count = (wanted: string): number => cases.filter(({ outcome }) => outcome === wanted).length;
  const sum = (of: (result: CaseResult) => number): number => cases.reduce((total, result) => total + of(result), 0);
  return {
    verdict: "unfinished",
    message: "the run was stopped before its end; what follows is what it had done",
    counts: { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), known: count("known") },
    warnings: cases.filter(isWarning).length,
    requests: sum(({ requests }) => requests),
    wallMs: sum(({ wallMs }) => wallMs),
  };
}

/** The result in one line without its verdict: `3 new, 2 known (1 expires in 6 days), 1 041 passed`. */
export function resultLine(run: RunRecord): string {
  const { counts, findings, deviations, warnings } = run;
  const late = deviations.filter(({ state }) => state !== "unused").length;
  const parts = [
    counts.failed === 0 ? "" : `${grouped(findings.length)} new${spread(findings.length, counts.failed)}`,
    late === 0 ? "" : `${counted(late, "deviation")} to remove`,
    counts.known === 0 ? "" : `${grouped(counts.known)} known${expiring(run.cases)}`,
    `${grouped(counts.passed)} passed`,
    counts.skipped === 0 ? "" : `${grouped(counts.skipped)} skipped`,
    warnings === 0 ? "" : counted(warnings, "warning"),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** What it took and how to find it again: `412 requests | 38 s | seed 42 | plan 9f3c1a`. */
export function costLine({ requests, wallMs, seed, planHash }: RunRecord): string {
  const parts = [counted(requests, "request"), lasting(wallMs), `seed ${seed}`, `plan ${planHash.slice(0, 6)}`];
  return parts.join(" | ");
}

/** Why cases were skipped, and how many each: most first. */
export function skippedBy(cases: readonly CaseResult[]): { readonly reason: string; readonly count: number }[] {
  const skipped = cases.filter(({ outcome }) => outcome === "skipped");
  return [...groupedBy(skipped, ({ message }) => message)]
    .map(([reason, { length }]) => ({ reason, count: length }))
    .sort((one, other) => other.count - one.count);
}

function spread(findings: number, failed: number): string {
  return findings === failed ? "" : ` (${counted(failed, "case")})`;
}

function expiring(cases: readonly CaseResult[]): string {
  const soon = cases.flatMap(({ expiresInDays: days }) => (days !== undefined && days <= SOON_DAYS ? [days] : []));
  if (soon.length === 0) return "";
  const first = counted(Math.min(...soon), "day");
  return soon.length === 1 ? ` (1 expires in ${first})` : ` (${soon.length} expire soon, the first in ${first})`;
}
