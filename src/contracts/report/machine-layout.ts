import { groupedBy } from "./grouping.ts";

/** A point of the drawing, in pixels from its upper left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box to place: `left` and `right` are what it needs to both sides of its middle, loops and their labels included. */
export interface LayoutNode {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}

export interface LayoutEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Where everything is: middles of boxes, and the points of each edge from its beginning to its end. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Point>;
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

export const BOX = { width: 132, height: 40 } as const;

const ROW_GAP = 78;
const COLUMN_GAP = 40;
const LANE = 62;
const MARGIN = 14;
const SWEEPS = 8;

/** A box, or a place where a long edge passes a row. */
interface Slot {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  x: number;
}

/** An edge as it goes down the rows: through its own slots, reversed where it leads back up. */
interface Chain extends LayoutEdge {
  readonly isReversed: boolean;
  readonly through: readonly string[];
}

/**
 * Places boxes in rows so that edges lead down where they can: edges that close a circle are turned for the placing, rows are longest
 * paths, long edges get a lane of their own in each row, and rows are ordered by the middle of their neighbours. Loops are not its business.
 */
export function layoutOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const ids = nodes.map(({ id }) => id);
  const directed = directedDown(ids, edges);
  const rank = ranksOf(ids, directed);
  const rows: Slot[][] = Array.from({ length: Math.max(0, ...rank.values()) + 1 }, () => []);
  for (const { id, left, right } of nodes) rows[rank.get(id) ?? 0]?.push({ id, left, right, x: 0 });
  const chains = directed.map((edge) => chainOf(edge, rank, rows));
  const links = chains.flatMap(({ through }) =>
    through.slice(1).map((id, index) => [through[index] ?? id, id] as const),
  );
  orderRows(rows, links);
  placeRows(rows, links);
  return drawn(rows, chains, new Set(ids));
}

interface Directed extends LayoutEdge {
  readonly upper: string;
  readonly lower: string;
}

function directedDown(ids: readonly string[], edges: readonly LayoutEdge[]): Directed[] {
  const known = new Set(ids);
  const own = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const leaving = groupedBy(own, ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const back = new Set<string>();
  const visit = (id: string): void => {
    state.set(id, "open");
    for (const { key, to } of leaving.get(id) ?? []) {
      if (state.get(to) === "open") back.add(key);
      else if (!state.has(to)) visit(to);
    }
    state.set(id, "done");
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return own.map((edge) =>
    back.has(edge.key) ? { ...edge, upper: edge.to, lower: edge.from } : { ...edge, upper: edge.from, lower: edge.to },
  );
}

function ranksOf(ids: readonly string[], edges: readonly Directed[]): Map<string, number> {
  const entering = groupedBy(edges, ({ lower }) => lower);
  const ranks = new Map<string, number>();
  const rankOf = (id: string): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    const rank = Math.max(0, ...(entering.get(id) ?? []).map(({ upper }) => rankOf(upper) + 1));
    ranks.set(id, rank);
    return rank;
  };
  for (const id of ids) rankOf(id);
  return ranks;
}

function chainOf(edge: Directed, rank: ReadonlyMap<string, number>, rows: readonly Slot[][]): Chain {
  const { key, from, to, upper, lower } = edge;
  const first = rank.get(upper) ?? 0;
  const last = rank.get(lower) ?? 0;
  const passed: string[] = [];
  for (let row = first + 1; row < last; row += 1) {
    const id = `${key} in row ${row}`;
    rows[row]?.push({ id, left: LANE / 2, right: LANE / 2, x: 0 });
    passed.push(id);
  }
  return { key, from, to, isReversed: upper !== from, through: [upper, ...passed, lower] };
}

type Link = readonly [upper: string, lower: string];

function orderRows(rows: Slot[][], links: readonly Link[]): void {
  const above = groupedBy(links, ([, lower]) => lower);
  const below = groupedBy(links, ([upper]) => upper);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const position = new Map<string, number>();
    for (const row of isDown ? rows : rows.toReversed()) {
      const wanted = new Map(
        row.map(({ id }, index) => {
          const near = isDown
            ? (above.get(id) ?? []).map(([upper]) => upper)
            : (below.get(id) ?? []).map(([, lower]) => lower);
          return [id, mean(near.flatMap((one) => position.get(one) ?? [])) ?? index] as const;
        }),
      );
      row.sort((one, other) => (wanted.get(one.id) ?? 0) - (wanted.get(other.id) ?? 0));
      // As a share of the row, so that rows of different lengths compare.
      for (const [index, { id }] of row.entries()) position.set(id, (index + 0.5) / row.length);
    }
  }
}

function placeRows(rows: readonly Slot[][], links: readonly Link[]): void {
  const slots = new Map(rows.flat().map((slot) => [slot.id, slot]));
  const near = groupedBy(
    links.flatMap(([upper, lower]) => [[upper, lower] as const, [lower, upper] as const]),
    ([id]) => id,
  );
  for (const row of rows) packed(row);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      for (const slot of row) {
        slot.x = mean((near.get(slot.id) ?? []).flatMap(([, other]) => slots.get(other)?.x ?? [])) ?? slot.x;
      }
      packed(row);
    }
  }
  const least = Math.min(...rows.flat().map(({ x, left }) => x - left));
  for (const slot of slots.values()) slot.x += MARGIN - least;
}

/** Moves the slots of a row apart where they overlap, around the middle that they had. */
function packed(row: readonly Slot[]): void {
  const before = mean(row.map(({ x }) => x)) ?? 0;
  for (const [index, slot] of row.entries()) {
    const previous = row[index - 1];
    if (previous !== undefined) slot.x = Math.max(slot.x, previous.x + previous.right + COLUMN_GAP + slot.left);
  }
  const moved = (mean(row.map(({ x }) => x)) ?? 0) - before;
  for (const slot of row) slot.x -= moved;
}

function drawn(rows: readonly Slot[][], chains: readonly Chain[], boxes: ReadonlySet<string>): Layout {
  const middles = new Map<string, Point>();
  for (const [index, row] of rows.entries()) {
    const y = MARGIN + BOX.height / 2 + index * (BOX.height + ROW_GAP);
    for (const { id, x } of row) middles.set(id, { x, y });
  }
  const at = (id: string): Point => middles.get(id) ?? { x: 0, y: 0 };
  const routes = new Map(
    chains.map((chain) => {
      const points = chain.through.map((id, index) => {
        if (!boxes.has(id)) return at(id);
        const isUpper = index === 0;
        return {
          x: at(id).x + portOf(chain, chains, { id, isUpper, at }),
          y: at(id).y + (BOX.height / 2) * (isUpper ? 1 : -1),
        };
      });
      return [chain.key, chain.isReversed ? points.toReversed() : points] as const;
    }),
  );
  return {
    width: Math.max(0, ...rows.flat().map(({ x, right }) => x + right)) + MARGIN,
    height: 2 * MARGIN + rows.length * BOX.height + (rows.length - 1) * ROW_GAP,
    nodes: new Map([...middles].filter(([id]) => boxes.has(id))),
    routes,
  };
}

interface Side {
  readonly id: string;
  readonly isUpper: boolean;
  readonly at: (id: string) => Point;
}

/** How far from the middle of its box an edge begins or ends: edges of one side stand in the order of where they lead. */
function portOf(chain: Chain, chains: readonly Chain[], { id, isUpper, at }: Side): number {
  const neighbour = ({ through }: Chain): string => through.at(isUpper ? 1 : -2) ?? id;
  const here = chains.filter(({ through }) => (isUpper ? through[0] : through.at(-1)) === id);
  const sorted = here.toSorted((one, other) => at(neighbour(one)).x - at(neighbour(other)).x);
  const step = Math.min(34, (BOX.width - 24) / Math.max(1, sorted.length - 1));
  return (sorted.indexOf(chain) - (sorted.length - 1) / 2) * step;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
