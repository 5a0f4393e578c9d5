import { BOX, type Layout, type Point } from "./machine-layout.ts";

/** A label to place beside its edge, by the key of the edge. */
export interface Label {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where along a piece of an edge a label is tried, the best place first. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/** The middle of each label: on its edge, where it covers no state and no other label if there is such a place. */
export function labelPlaces(layout: Layout, labels: readonly Label[]): ReadonlyMap<string, Point> {
  const taken: Area[] = [...layout.nodes.values()].map(({ x, y }) => ({ x, y, width: BOX.width, height: BOX.height }));
  const places = new Map<string, Point>();
  for (const { key, width, height } of labels) {
    const candidates = candidatesOn(layout.routes.get(key) ?? []);
    const free = candidates.find((place) => !taken.some((area) => areTouching(area, { ...place, width, height })));
    const place = free ?? candidates[0];
    if (place === undefined) continue;
    taken.push({ ...place, width, height });
    places.set(key, place);
  }
  return places;
}

function candidatesOn(points: readonly Point[]): Point[] {
  const pieces = points.slice(1).map((end, index) => [points[index] ?? end, end] as const);
  return SHARES.flatMap((share) => pieces.map(([start, end]) => onCurve(start, end, share)));
}

/** The point of the curve between two points that begins and ends vertically, as edges are drawn. */
function onCurve(start: Point, end: Point, share: number): Point {
  const rest = 1 - share;
  const middle = (start.y + end.y) / 2;
  const early = rest ** 3 + 3 * rest ** 2 * share;
  const y = rest ** 3 * start.y + 3 * rest * share * middle + share ** 3 * end.y;
  return { x: early * start.x + (1 - early) * end.x, y };
}

function areTouching(one: Area, other: Area): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + 4 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 + 1
  );
}
