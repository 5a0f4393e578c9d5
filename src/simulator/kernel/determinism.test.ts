import fc from "fast-check";
import { expect, test } from "vitest";
import type { JournalEntry } from "./journal.ts";
import { ACCEPTED, NEW_YEAR, note, openParcels, plan, post, REFUSED, Receiver } from "./testing/parcels.ts";
import { HOUR_MS } from "./time.ts";
import { advanceBy, advanceToNext, runUntilIdle } from "./time-commands.ts";

/** Answers after a number of turns that differs from run to run; what it answers depends on the notification only. */
class CapriciousReceiver extends Receiver {
  #capriceOf: () => number;

  constructor(capriceOf: () => number) {
    super();
    this.#capriceOf = capriceOf;
    this.answer = async ({ id }) => {
      for (let turn = this.#capriceOf(); turn > 0; turn -= 1) await Promise.resolve();
      return id < "8" ? ACCEPTED : REFUSED;
    };
  }
}

async function play(seed: number, capriceOf: () => number): Promise<JournalEntry[]> {
  const { tenant } = await openParcels({ seed, receiver: new CapriciousReceiver(capriceOf) });
  for (let round = 0; round < 6; round += 1) {
    await tenant.transact(async (tx) => {
      const number = await tx.next("parcel");
      await post(tx, `p${number}`, tx.random(`way/${number}`).below(5) * HOUR_MS);
      for (const lane of ["a", "b", "c"]) await tx.notify(note(`${number}${lane}`, { lane }));
    });
    await (round % 2 === 0 ? advanceBy(tenant, HOUR_MS) : advanceToNext(tenant));
  }
  await runUntilIdle(tenant);
  return tenant.journal.list();
}

test("the same seed, calls and clock moves give the same journal, however long receivers take", async () => {
  let state = 1;
  const caprice = (): number => {
    state = (state * 75 + 74) % 65_537;
    return state % 40;
  };
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => play(5, caprice)));
  const text = JSON.stringify(first);
  expect(first?.length).toBeGreaterThan(20);
  for (const other of others) expect(JSON.stringify(other)).toBe(text);
});

test("another seed gives another journal", async () => {
  expect(JSON.stringify(await play(6, () => 0))).not.toBe(JSON.stringify(await play(5, () => 0)));
});

test("jobs run in the order of their instant, then of their creation, however the clock is moved", async () => {
  const due = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 15 });
  const moves = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(due, moves, async (hours, steps) => {
      const { tenant } = await openParcels();
      await tenant.transact(async (tx) => {
        for (const [n, hour] of hours.entries()) await plan(tx, { what: `${n}`, dueAt: NEW_YEAR + hour * HOUR_MS });
      });
      for (const step of steps) await advanceBy(tenant, step * HOUR_MS);
      await runUntilIdle(tenant);
      const expected = hours.map((hour, n) => [`${n}`, hour] as const).sort((a, b) => a[1] - b[1]);
      const said = tenant.journal.list({ kind: "said" }).map(({ what, at }) => [what, (at - NEW_YEAR) / HOUR_MS]);
      expect(said).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
