import fc from "fast-check";
import { expect, test } from "vitest";
import { labelPlaces } from "./machine-labels.ts";
import { BOX, layoutOf } from "./machine-layout.ts";

const node = (id: string) => ({ id, left: BOX.width / 2, right: BOX.width / 2 });
const edge = (text: string) => {
  const [from = "", to = ""] = text.split(">");
  return { key: text, from, to };
};

test("edges lead down, and an edge that closes a circle leads up", () => {
  const { nodes, routes } = layoutOf(["a", "b", "c"].map(node), ["a>b", "b>c", "c>a"].map(edge));
  const rows = ["a", "b", "c"].map((id) => nodes.get(id)?.y ?? 0);
  expect(rows).toEqual([...rows].sort((one, other) => one - other));
  const up = routes.get("c>a") ?? [];
  expect((up[0]?.y ?? 0) > (up.at(-1)?.y ?? 0)).toBe(true);
});

test("a long edge passes the row between in a lane of its own", () => {
  const { nodes, routes } = layoutOf(["a", "b", "c"].map(node), ["a>b", "b>c", "a>c"].map(edge));
  const passing = routes.get("a>c")?.[1];
  expect(passing?.y).toBe(nodes.get("b")?.y);
  expect(Math.abs((passing?.x ?? 0) - (nodes.get("b")?.x ?? 0))).toBeGreaterThan(BOX.width / 2);
});

test("whatever the machine, no two states overlap and every edge has its way inside the drawing", () => {
  const machines = fc.integer({ min: 1, max: 9 }).chain((count) => {
    const name = fc.integer({ min: 0, max: count - 1 }).map(String);
    // Loops among them: the layout leaves them out.
    const edges = fc.uniqueArray(fc.tuple(name, name), { maxLength: 24, selector: String });
    return fc.record({ count: fc.constant(count), edges });
  });
  fc.assert(
    fc.property(machines, ({ count, edges }) => {
      const all = edges.map(([from, to]) => edge(`${from}>${to}`));
      const drawn = all.filter(({ from, to }) => from !== to).length;
      const layout = layoutOf(
        Array.from({ length: count }, (_, index) => node(String(index))),
        all,
      );
      const places = [...layout.nodes.values()];
      const overlapping = places.filter((one) =>
        places.some((other) => one !== other && one.y === other.y && Math.abs(one.x - other.x) < BOX.width),
      );
      const points = [...layout.routes.values()].flat();
      const outside = points.filter(({ x, y }) => x < 0 || y < 0 || x > layout.width || y > layout.height);
      const labels = labelPlaces(
        layout,
        all.map(({ key }) => ({ key, width: 60, height: 15 })),
      );
      return overlapping.length === 0 && outside.length === 0 && layout.routes.size === drawn && labels.size === drawn;
    }),
    { seed: 42, numRuns: 200 },
  );
});
