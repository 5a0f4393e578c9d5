import type { Specification } from "../documents/specification.ts";
import type { Case } from "../plan/case.ts";
import type { CaseResult, Coverage, CoverageFigure } from "../report/events.ts";
import type { Exchange } from "./exchange.ts";

const SEEN = ["operations", "statuses", "codes", "notifications"] as const;

/** Traffic that can be sent to another process. */
export interface TrafficRecord extends Readonly<Record<(typeof SEEN)[number], readonly string[]>> {
  readonly requests: number;
}

/** What was seen on the wire of a provider during a run. */
export class Traffic {
  readonly operations = new Set<string>();
  readonly statuses = new Set<string>();
  readonly codes = new Set<string>();
  readonly notifications = new Set<string>();
  requests = 0;

  /** What several workers have seen, as one. */
  static joined(records: readonly (TrafficRecord | undefined)[]): Traffic {
    const all = new Traffic();
    for (const record of records) {
      if (record === undefined) continue;
      all.requests += record.requests;
      for (const name of SEEN) for (const value of record[name]) all[name].add(value);
    }
    return all;
  }

  /** As plain data. */
  record(): TrafficRecord {
    const { operations, statuses, codes, notifications, requests } = this;
    return {
      requests,
      operations: [...operations],
      statuses: [...statuses],
      codes: [...codes],
      notifications: [...notifications],
    };
  }

  add({ operationId, status, success, code }: Exchange): void {
    this.requests += 1;
    if (operationId === null || status === null) return;
    this.operations.add(operationId);
    this.statuses.add(`${operationId} ${status}`);
    if (!success && code !== "") this.codes.add(code);
  }
}

/** What a run has reached of what the documents list; `cases` are those of every profile. */
export function coverageOf(
  spec: Specification,
  run: { readonly cases: readonly Case[]; readonly results: readonly CaseResult[]; readonly traffic: Traffic },
): Coverage {
  const { cases, results, traffic } = run;
  const own = results.filter(({ provider }) => provider === spec.provider);
  const judged = new Map(own.map((result) => [result.rule, result]));
  const isRun = (rule: string): boolean => judged.get(rule)?.outcome !== "skipped" && judged.has(rule);
  const operations = [...spec.operations.keys()];
  const constraints = cases.filter(
    ({ layer, provider }) => provider === spec.provider && (layer === "negatives" || layer === "positives"),
  );
  const sides = constraints.map(({ operationId, layer, rule }) => ({
    name: `${operationId} ${rule.split(":").slice(3).join(" ")} ${layer === "negatives" ? "outside" : "inside"}`,
    rule,
  }));
  const states = cases.filter(({ layer, provider }) => provider === spec.provider && layer === "states");
  const pairs = (kind: string): { readonly name: string; readonly rule: string }[] =>
    states
      .filter(({ rule }) => rule.includes(kind))
      .map(({ rule }) => ({ name: rule.split(":").slice(1).join(" "), rule }));
  const names = (rows: readonly { readonly name: string; readonly rule: string }[]): CoverageFigure => {
    const figure = figureOf(
      rows.map(({ name }) => name),
      new Set(rows.filter(({ rule }) => isRun(rule)).map(({ name }) => name)),
    );
    const unplanned = rows.filter(({ rule }) => !judged.has(rule)).length;
    return unplanned === 0 ? figure : { ...figure, unplanned };
  };
  return {
    provider: spec.provider,
    operations: figureOf(operations, traffic.operations),
    statuses: figureOf(
      operations.map((name) => `${name} 200`),
      traffic.statuses,
    ),
    errorCodes: figureOf(codesOf(spec), traffic.codes),
    constraints: names(sides),
    webhooks: figureOf([...spec.notifications.keys()], traffic.notifications),
    allowedTransitions: names(pairs("allowed")),
    forbiddenTransitions: names(pairs("forbidden")),
    machines: machinesOf(spec, judged),
    deliveries: own
      .filter(({ layer }) => layer === "webhooks")
      .map(({ operationId, rule, outcome }) => ({
        name: operationId,
        law: rule.split(":").slice(3).join(" "),
        outcome,
      })),
  };
}

function figureOf(all: readonly string[], seen: ReadonlySet<string>): CoverageFigure {
  const names = [...new Set(all)];
  const reached = names.filter((name) => seen.has(name));
  return { covered: reached.length, total: names.length, missing: names.filter((name) => !seen.has(name)), reached };
}

/** Codes that operations of the overlay can answer; the platform's other codes have no trigger here. */
function codesOf(spec: Specification): string[] {
  const codes = [...spec.errors, ...[...spec.operations.values()].flatMap(({ errors }) => errors)].map(
    ({ code }) => code,
  );
  const states = Object.values(spec.machines).flatMap(({ operations }) =>
    Object.values(operations).flatMap(({ refused }) =>
      typeof refused === "string" ? [refused] : Object.values(refused),
    ),
  );
  return [...new Set([...codes, ...states])].sort();
}

function machinesOf(spec: Specification, judged: ReadonlyMap<string, CaseResult>): Coverage["machines"] {
  const reachedBy = (...suffixes: readonly string[]): "covered" | "failed" | "open" => {
    const found = [...judged.values()].filter(({ rule }) => suffixes.some((suffix) => rule.endsWith(suffix)));
    if (found.some(({ outcome }) => outcome === "failed")) return "failed";
    return found.some(({ outcome }) => outcome === "passed" || outcome === "known") ? "covered" : "open";
  };
  return Object.entries(spec.machines).map(([resource, machine]) => {
    const moves = Object.entries(machine.states).flatMap(([to, { from }]) =>
      from === undefined
        ? []
        : [
            {
              from,
              to,
              by: "event",
              kind: "allowed" as const,
              reached: reachedBy(
                `:states:reached:${resource}.${to}`,
                `:webhooks:sent-on-becoming:${resource}.${to}`, // what is told of a state tells that it was entered
              ),
            },
          ],
    );
    const calls = Object.entries(machine.operations).flatMap(([key, rule]) => {
      const variant = key === rule.call ? "" : `${key.slice(rule.call.length + 1)}-`;
      return Object.keys(machine.states).map((from) => {
        const to = rule.allowed[from];
        const kind = to === undefined ? ("forbidden" as const) : ("allowed" as const);
        return {
          from,
          to: to ?? from,
          by: key,
          kind,
          reached: reachedBy(`${rule.call}:states:${variant}${kind}:${resource}.${from}`),
        };
      });
    });
    return { resource, states: Object.keys(machine.states), edges: [...moves, ...calls] };
  });
}
