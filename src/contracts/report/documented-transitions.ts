import type { CaseResult, Coverage, CoverageFigure } from "./events.ts";

type Edge = Coverage["machines"][number]["edges"][number] & { readonly resource: string };

/**
 * Coverage whose transitions are counted against the edges of all state machines. The event counts what its plan has cases for, so that
 * a quick profile, which leaves the forbidden pairs out, would seem to have none to probe.
 */
export function withDocumentedTransitions(coverage: Coverage, cases: readonly CaseResult[]): Coverage {
  const edges = coverage.machines.flatMap(({ resource, edges: own }) => own.map((edge) => ({ ...edge, resource })));
  const rules = cases
    .filter(({ provider, layer }) => provider === coverage.provider && layer === "states")
    .map(({ rule }) => rule);
  const figureOf = (kind: Edge["kind"], counted: CoverageFigure): CoverageFigure => {
    const own = edges.filter((edge) => edge.kind === kind);
    if (own.length < counted.total) return counted;
    const open = own.filter(({ reached }) => reached === "open");
    const unplanned = open.filter((edge) => !rules.some((rule) => isProbeOf(rule, edge))).length;
    return {
      covered: own.length - open.length,
      total: own.length,
      missing: open.map(nameOf),
      reached: own.filter(({ reached }) => reached !== "open").map(nameOf),
      ...(unplanned === 0 ? {} : { unplanned }),
    };
  };
  return {
    ...coverage,
    allowedTransitions: figureOf("allowed", coverage.allowedTransitions),
    forbiddenTransitions: figureOf("forbidden", coverage.forbiddenTransitions),
  };
}

/** The rule of a move by a device or the clock ends with where it leads, that of a call with where it begins. */
function isProbeOf(rule: string, { resource, from, to, by, kind }: Edge): boolean {
  if (rule.endsWith(`:states:reached:${resource}.${to}`)) return kind === "allowed" && from !== to;
  const [operationId = "", variant] = by.split("/");
  const name = variant === undefined ? kind : `${variant}-${kind}`;
  return rule.endsWith(`:${operationId}:states:${name}:${resource}.${from}`);
}

function nameOf({ resource, from, to, by, kind }: Edge): string {
  return kind === "forbidden" ? `${resource} ${from}: ${by}` : `${resource} ${from}: ${by} to ${to}`;
}
