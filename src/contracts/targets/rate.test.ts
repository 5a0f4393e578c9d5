import { expect, test } from "vitest";
import { createRate, withRate } from "./rate.ts";
import type { Target } from "./target.ts";

/** A clock that stands unless somebody sleeps; all sleepers begin at the same instant. */
function standingClock(): { now: () => number; sleep: (ms: number) => Promise<void>; readonly slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => 1000,
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}

test("calls that ask at once are spaced evenly, in the order of asking", async () => {
  const clock = standingClock();
  const rate = createRate({ perSecond: 5, ...clock });
  await Promise.all([1, 2, 3, 4, 5].map(() => rate.take()));
  expect(clock.slept).toEqual([200, 400, 600, 800]);
});

test("a burst passes at once after a rest, and is paid for afterwards", async () => {
  const clock = standingClock();
  const rate = createRate({ perSecond: 10, burst: 3, ...clock });
  await Promise.all([1, 2, 3, 4, 5].map(() => rate.take()));
  expect(clock.slept).toEqual([100, 200]);
});

test("time that passes by itself is not waited for again, and a long rest saves nothing up", async () => {
  let at = 0;
  const slept: number[] = [];
  const rate = createRate({
    perSecond: 4,
    now: () => at,
    sleep: async (ms) => {
      slept.push(ms);
      at += ms;
    },
  });
  await rate.take();
  at += 100;
  await rate.take();
  at += 60_000;
  await rate.take();
  await rate.take();
  expect(slept).toEqual([150, 250]);
});

test("a target under a rate is the same target, called when the rate lets it", async () => {
  const clock = standingClock();
  const sent: string[] = [];
  const target: Target = {
    name: "invented",
    capabilities: new Set(["clock"]),
    control: null,
    credentials: (_provider, who) => ({ tenantId: who, values: {} }),
    send: async (_provider, { path }) => {
      sent.push(path);
      return { status: null, failure: "nobody there", isUnreachable: true, wallMs: 0 };
    },
    tenantHeader: null,
    sendControl: null,
    close: async () => undefined,
  };
  const slow = withRate(target, createRate({ perSecond: 6, ...clock }));
  for (const path of ["/a", "/b"]) await slow.send("fms", { method: "GET", path, headers: {}, body: null });
  expect([sent, clock.slept.map(Math.round)]).toEqual([["/a", "/b"], [167]]);
  expect([slow.name, slow.capabilities.has("clock"), slow.credentials("fms", "other")?.tenantId]).toEqual([
    "invented",
    true,
    "other",
  ]);
});
