import type { Coverage } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { machineTable } from "./html-machine-table.ts";
import { html, type Markup } from "./html-markup.ts";
import { labelPlaces } from "./machine-labels.ts";
import { BOX, type Layout, layoutOf, type Point } from "./machine-layout.ts";

type Machine = Coverage["machines"][number];
type Edge = Machine["edges"][number];

/** Edges that are drawn as one: between the same states, of the same kind, equally far reached. */
interface Bundle {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly kind: Edge["kind"];
  readonly reached: Edge["reached"];
  readonly names: readonly string[];
  readonly lines: readonly string[];
}

const CHARACTER = 7.3;
const LINE = 15;
const LOOP = 34;
const LOOP_GAP = 17;
const MOST_LINES = 3;
const MOST_CHARACTERS = 24;

/** A drawing of more states is wider than any screen. */
const MOST_DRAWN_STATES = 15;

/** The state machine of a resource as a drawing, or as a matrix where it is large, and all edges as a table. */
export function machineFigure(provider: string, machine: Machine): Markup {
  const name = `${provider} ${machine.resource}`;
  const isLarge = machine.states.length > MOST_DRAWN_STATES;
  const figure = isLarge
    ? html`<p>\u2713 reached, or probed and refused; \u2717 failed; \u25cb open.</p>${machineTable(provider, machine)}`
    : drawing(name, machine);
  return html`<h3>${name}</h3>${figure}
${edgeTable(name, machine.edges)}`;
}

function drawing(name: string, machine: Machine): Markup {
  const bundles = bundlesOf(machine.edges);
  const between = bundles.filter(({ from, to }) => from !== to);
  const loops = bundles.filter(({ from, to }) => from === to);
  const layout = layoutOf(
    machine.states.map((id) => ({ id, ...roomOf(loops.filter(({ from }) => from === id)) })),
    between,
  );
  const labels = labelPlaces(
    layout,
    between.map(({ key, lines }) => ({ key, ...sizeOf(lines) })),
  );
  const { width, height } = layout;
  return html`<div class="scroll"><svg class="machine" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="States of ${name}; the table below says the same" data-machine="${machine.resource}">
${between.map((bundle) => edgePath(bundle, layout.routes.get(bundle.key) ?? []))}
${machine.states.map((state) => stateBox({ state, layout, isFirst: state === machine.states[0], loops: loops.filter(({ from }) => from === state) }))}
${between.map((bundle) => edgeLabel(bundle, labels.get(bundle.key)))}
</svg></div>`;
}

/** What the kinds of lines mean; it also holds the head of all arrows, once for the page. */
export function machineLegend(): Markup {
  const kinds = [
    ["allowed covered", "allowed, reached"],
    ["allowed open", "allowed, open"],
    ["allowed failed", "failed"],
    ["forbidden covered", "forbidden, probed and refused"],
    ["forbidden failed", "forbidden, failed"],
    ["forbidden open", "forbidden, open"],
  ];
  const items = kinds.map(
    ([style = "", name = ""]) =>
      html`<li><svg width="44" height="10" aria-hidden="true"><path class="edge ${style}" d="M2 5H42"/></svg> ${name}</li>`,
  );
  return html`<ul class="legend">${items}<li><svg width="0" height="0" aria-hidden="true"><defs>${arrowHead()}</defs></svg></li></ul>`;
}

function bundlesOf(edges: readonly Edge[]): Bundle[] {
  const keyOf = ({ from, to, kind, reached }: Edge): string => JSON.stringify([from, to, kind, reached]);
  return [...groupedBy(edges, keyOf)].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { from, to, kind, reached } = first;
    const names = own.map(({ by }) => by);
    const isCount = kind === "forbidden" && from === to;
    return [
      { key, from, to, kind, reached, names, lines: isCount ? [countOf(names.length, reached)] : linesOf(names) },
    ];
  });
}

function countOf(count: number, reached: Edge["reached"]): string {
  return `${count} ${reached === "covered" ? "refused" : reached}`;
}

function linesOf(names: readonly string[]): string[] {
  const shown = names.length > MOST_LINES ? names.slice(0, MOST_LINES - 1) : names;
  const lines = shown.map((name) =>
    name.length > MOST_CHARACTERS ? `${name.slice(0, MOST_CHARACTERS - 1)}\u2026` : name,
  );
  return shown.length < names.length ? [...lines, `and ${names.length - shown.length} more`] : lines;
}

function sizeOf(lines: readonly string[]): { readonly width: number; readonly height: number } {
  return { width: CHARACTER * Math.max(0, ...lines.map(({ length }) => length)), height: LINE * lines.length };
}

/** Loops of forbidden operations stand to the left of a state, those of allowed ones to the right. */
function roomOf(loops: readonly Bundle[]): { readonly left: number; readonly right: number } {
  const need = (wanted: Edge["kind"]): number => {
    const own = loops.filter(({ kind }) => kind === wanted);
    return own.length === 0 ? 0 : LOOP + 6 + Math.max(...own.map(({ lines }) => sizeOf(lines).width));
  };
  return { left: BOX.width / 2 + need("forbidden"), right: BOX.width / 2 + need("allowed") };
}

function arrowHead(): Markup {
  return html`<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="context-stroke"/></marker>`;
}

function edgePath(bundle: Bundle, points: readonly Point[]): Markup | null {
  const [start, ...rest] = points;
  if (start === undefined) return null;
  const curves = rest.map(({ x, y }, index) => {
    const before = points[index] ?? start;
    const middle = round((before.y + y) / 2);
    return `C${round(before.x)} ${middle} ${round(x)} ${middle} ${round(x)} ${round(y)}`;
  });
  return path(bundle, `M${round(start.x)} ${round(start.y)}${curves.join("")}`);
}

function path({ from, to, kind, reached, names }: Bundle, d: string): Markup {
  const title = `${from} to ${to}: ${names.join(", ")} (${kind}, ${reached})`;
  return html`<path class="edge ${kind} ${reached}" data-from="${from}" data-to="${to}" d="${d}" marker-end="url(#head)"><title>${title}</title></path>
`;
}

interface Boxed {
  readonly state: string;
  readonly layout: Layout;
  readonly isFirst: boolean;
  readonly loops: readonly Bundle[];
}

function stateBox({ state, layout, isFirst, loops }: Boxed): Markup {
  const { x, y } = layout.nodes.get(state) ?? { x: 0, y: 0 };
  const shown = state.length > 15 ? `${state.slice(0, 14)}\u2026` : state;
  const stack = (kind: Edge["kind"]): Markup[] => {
    const own = loops.filter((loop) => loop.kind === kind);
    return own.map((loop, index) => loopOf(loop, { x, y: y + (index - (own.length - 1) / 2) * LOOP_GAP }));
  };
  return html`<g class="state${isFirst ? " first" : ""}" data-state="${state}"><rect x="${round(x - BOX.width / 2)}" y="${round(y - BOX.height / 2)}" width="${BOX.width}" height="${BOX.height}" rx="8"/><text x="${round(x)}" y="${round(y + 4.5)}" text-anchor="middle">${shown}<title>${state}</title></text></g>
${stack("forbidden")}${stack("allowed")}`;
}

function loopOf(loop: Bundle, { x, y }: Point): Markup {
  const side = loop.kind === "forbidden" ? -1 : 1;
  const edge = x + (side * BOX.width) / 2;
  const far = round(edge + side * LOOP);
  const d = `M${round(edge)} ${round(y - 5)}C${far} ${round(y - 11)} ${far} ${round(y + 11)} ${round(edge)} ${round(y + 5)}`;
  const anchor = side < 0 ? "end" : "start";
  const top = y + 4 - ((loop.lines.length - 1) * LINE) / 2;
  return html`${path(loop, d)}${textLines(loop, { x: edge + side * (LOOP - 2), y: top }, anchor)}`;
}

function edgeLabel(bundle: Bundle, place: Point | undefined): Markup | null {
  if (place === undefined) return null;
  return textLines(bundle, { x: place.x, y: place.y + 11 - (bundle.lines.length * LINE) / 2 }, "middle");
}

function textLines({ kind, reached, lines }: Bundle, { x, y }: Point, anchor: string): Markup {
  const spans = lines.map((line, index) => html`<tspan x="${round(x)}" y="${round(y + index * LINE)}">${line}</tspan>`);
  return html`<text class="label ${kind} ${reached}" text-anchor="${anchor}">${spans}</text>
`;
}

function edgeTable(name: string, edges: readonly Edge[]): Markup | null {
  if (edges.length === 0) return null;
  const rows = edges.map(
    ({ from, by, to, kind, reached }) =>
      html`<tr><td>${from}</td><td class="rule">${by}</td><td>${to}</td><td>${kind}</td><td><span class="mark ${markOf(reached)}">${reached}</span></td></tr>
`,
  );
  return html`<details><summary>${edges.length} edges of ${name} as a table</summary><div class="scroll"><table><thead><tr><th scope="col">from</th><th scope="col">by</th><th scope="col">to</th><th scope="col">kind</th><th scope="col">reached</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function markOf(reached: Edge["reached"]): string {
  return reached === "open" ? "warned" : reached;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
