import type { CaseResult, RunEvent } from "../../src/contracts/report/events.ts";

/** What a run tells about itself, one JSON object a line: of cases that did not fail only the rule and the outcome. */
export type RunLine =
  | { readonly line: "started"; readonly planHash: string; readonly cases: number }
  | { readonly line: "case"; readonly rule: string; readonly outcome: CaseResult["outcome"] }
  | { readonly line: "failed"; readonly result: CaseResult }
  | { readonly line: "ended"; readonly verdict: string; readonly requests: number; readonly wallMs: number };

/** The line for an event; null for what nobody compares. */
export function lineOf(event: RunEvent): RunLine | null {
  switch (event.event) {
    case "run-started":
      return { line: "started", planHash: event.planHash, cases: event.cases };
    case "case": {
      const { rule, outcome, problem } = event.result;
      if (outcome !== "failed") return { line: "case", rule, outcome };
      const shown = problem === null ? null : { ...problem, exchanges: [] }; // long, and compared with nothing
      return { line: "failed", result: { ...event.result, problem: shown } };
    }
    case "run-ended":
      return { line: "ended", verdict: event.verdict, requests: event.requests, wallMs: event.wallMs };
    default:
      return null;
  }
}

/** A whole run, read from its lines. */
export interface EndedRun {
  readonly kind: "ended";
  readonly planHash: string;
  readonly verdict: string;
  /** The rules of the cases that passed. */
  readonly passed: ReadonlySet<string>;
  readonly failed: readonly CaseResult[];
  readonly requests: number;
  readonly wallMs: number;
}

/** A run that did not come to its end. */
export interface BrokenRun {
  readonly kind: "timeout" | "crashed";
  readonly detail: string;
}

/** Reads the lines of a run; null when its end is missing. Anything that is no line of ours is passed over. */
export function readRun(text: string): EndedRun | null {
  const passed = new Set<string>();
  const failed: CaseResult[] = [];
  let planHash = "";
  for (const found of linesOf(text)) {
    switch (found.line) {
      case "started":
        planHash = found.planHash;
        break;
      case "case":
        if (found.outcome === "passed") passed.add(found.rule);
        break;
      case "failed":
        failed.push(found.result);
        break;
      case "ended": {
        const { verdict, requests, wallMs } = found;
        return { kind: "ended", planHash, verdict, passed, failed, requests, wallMs };
      }
    }
  }
  return null;
}

function linesOf(text: string): RunLine[] {
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith('{"line":')) return [];
    return [JSON.parse(line) as RunLine]; // written by `lineOf` in the child process
  });
}
