import type { Coverage } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { html, type Markup } from "./html-markup.ts";

type Machine = Coverage["machines"][number];
type Edge = Machine["edges"][number];

/**
 * A machine with too many states for a drawing: each state under the one that leads to it, with a cell for each operation. A cell is an
 * edge: where it leads, or that it is refused.
 */
export function machineTable(provider: string, { resource, states, edges }: Machine): Markup {
  const calls = [...new Set(edges.filter((edge) => !isMove(edge)).map(({ by }) => by))];
  const byPlace = new Map(edges.filter((edge) => !isMove(edge)).map((edge) => [`${edge.from} ${edge.by}`, edge]));
  const rows = inTreeOrder(states, edges).map(({ state, depth, move }) => {
    const cells = calls.map((by) => callCell(byPlace.get(`${state} ${by}`)));
    return html`<tr data-state="${state}"><th scope="row" class="rule">${indented(depth)}${moveMark(state, move)}</th>${cells}</tr>
`;
  });
  const heads = calls.map((by) => html`<th scope="col">${by}</th>`);
  return html`<div class="scroll"><table class="machine" data-provider="${provider}" data-machine="${resource}"><thead><tr><th scope="col">state, below the one before it</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Moves by a device or the clock have no operation of their own. */
function isMove({ by, kind }: Edge): boolean {
  return kind === "allowed" && by === "event";
}

interface Placed {
  readonly state: string;
  readonly depth: number;
  readonly move: Edge | null;
}

function inTreeOrder(states: readonly string[], edges: readonly Edge[]): Placed[] {
  const moves = groupedBy(edges.filter(isMove), ({ from }) => from);
  const placed = new Map<string, Placed>();
  const place = (state: string, depth: number, move: Edge | null): void => {
    if (placed.has(state)) return;
    placed.set(state, { state, depth, move });
    for (const next of moves.get(state) ?? []) place(next.to, depth + 1, next);
  };
  for (const state of states) place(state, 0, null);
  return [...placed.values()].filter(({ state }) => states.includes(state));
}

function indented(depth: number): string {
  return depth === 0 ? "" : `${"\u00a0\u00a0\u00a0".repeat(depth - 1)}\u2514\u00a0`;
}

function moveMark(state: string, move: Edge | null): Markup | string {
  if (move === null) return state;
  return html`<span class="mark ${markOf(move.reached)}" data-from="${move.from}" data-to="${move.to}" title="${move.from} to ${move.to}: ${move.reached}">${signOf(move)} ${state}</span>`;
}

function callCell(edge: Edge | undefined): Markup {
  if (edge === undefined) return html`<td class="none">-</td>`;
  const { from, to, by, kind, reached } = edge;
  const allowed = to === from ? "stays" : `\u2192 ${to}`;
  const forbidden = { covered: "refused", failed: "not refused", open: "must refuse" }[reached];
  const text = kind === "forbidden" ? forbidden : allowed;
  const style = kind === "forbidden" && reached === "covered" ? "skipped" : markOf(reached);
  return html`<td><span class="mark ${style}" data-kind="${kind}" data-reached="${reached}" title="${from}: ${by} (${kind}, ${reached})">${signOf(edge)} ${text}</span></td>`;
}

/** A colour never stands alone. */
function signOf({ reached }: Edge): string {
  return { covered: "\u2713", failed: "\u2717", open: "\u25cb" }[reached];
}

function markOf(reached: Edge["reached"]): string {
  return reached === "open" ? "warned" : reached;
}
