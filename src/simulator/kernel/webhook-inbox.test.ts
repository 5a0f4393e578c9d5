import { describe, expect, test } from "vitest";
import { outboxOf, PLAN, rule, setDesk, tell } from "./testing/desk.ts";
import { NEW_YEAR, openParcels, type ParcelService, REFUSED } from "./testing/parcels.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./time.ts";
import { advanceBy, runUntilIdle } from "./time-commands.ts";
import { webhookEndpointTable } from "./webhook-desk.ts";
import { dropByHand, edit, inboxOf, release, reorderInbox, resend } from "./webhook-inbox.ts";

const ALL = { hold: { types: null } };

function heard({ receiver }: ParcelService): string[] {
  return receiver.got.map(({ body }) => JSON.parse(body).text);
}

async function held({ tenant }: ParcelService): Promise<string[]> {
  return (await tenant.transact(inboxOf)).map(({ body }) => JSON.parse(body).text);
}

/** Lets everything run that waits for nobody outside. */
async function settle({ tenant }: ParcelService): Promise<void> {
  for (let round = 0; round < 5; round += 1) await tenant.transact(async () => undefined);
}

/** A service whose inbox holds the texts. */
async function holding(texts: readonly string[]): Promise<{ service: ParcelService; ids: string[] }> {
  const service = await openParcels();
  await setDesk(service.tenant, ALL);
  const ids = await tell(service.tenant, texts);
  await service.tenant.idle();
  return { service, ids };
}

describe("holding", () => {
  test("keeps notifications in the inbox, for any time, in order", async () => {
    const { service } = await holding(["a", "b"]);
    await advanceBy(service.tenant, 30 * DAY_MS);
    expect(heard(service)).toEqual([]);
    expect(await held(service)).toEqual(["a", "b"]);
    expect(service.tenant.nextDue).toBeNull();
  });

  test("can be for some types", async () => {
    const service = await openParcels();
    await setDesk(service.tenant, { hold: { types: ["NEWS"] } });
    await tell(service.tenant, ["a"]);
    await tell(service.tenant, ["b"], { type: "OTHER" });
    await service.tenant.idle();
    expect([await held(service), heard(service)]).toEqual([["a"], ["b"]]);
  });

  test("also takes retries and delayed ones that fall due meanwhile, and the next of their lane", async () => {
    const service = await openParcels();
    service.receiver.answer = async () => REFUSED;
    await tell(service.tenant, ["a", "b"]);
    await service.tenant.idle();
    await setDesk(service.tenant, ALL);
    await advanceBy(service.tenant, MINUTE_MS);
    expect(heard(service)).toEqual(["a"]);
    expect(await held(service)).toEqual(["a", "b"]);
  });
});

describe("releasing", () => {
  test("sends one, whatever else is held, and its retries go on", async () => {
    const { service, ids } = await holding(["a", "b"]);
    service.receiver.answer = async () =>
      service.receiver.got.length === 1 ? REFUSED : { ...REFUSED, outcome: "accepted" };
    expect(await service.tenant.transact((tx) => release(tx, String(ids[1])))).toMatchObject({ ok: true });
    await service.tenant.idle();
    await advanceBy(service.tenant, MINUTE_MS);
    expect([heard(service), await held(service)]).toEqual([["b", "b"], ["a"]]);
  });

  test("keeps the order of the inbox, also a changed one, and is followed by what comes up later", async () => {
    const { service, ids } = await holding(["a", "b", "c"]);
    const [, , c = ""] = ids;
    expect(await service.tenant.transact((tx) => reorderInbox(tx, [c]))).toMatchObject({ ok: true });
    expect(await held(service)).toEqual(["c", "a", "b"]);
    await setDesk(service.tenant, { hold: null });
    const answer = service.receiver.hold();
    await service.tenant.transact(async (tx) => {
      for (const { id } of await inboxOf(tx)) await release(tx, id);
    });
    await tell(service.tenant, ["d"]);
    for (const text of ["c", "a", "b", "d"]) {
      await settle(service);
      expect(heard(service).at(-1)).toBe(text);
      answer(JSON.stringify({ text }), { ...REFUSED, outcome: "accepted" });
    }
    await service.tenant.idle();
    expect(heard(service)).toEqual(["c", "a", "b", "d"]);
  });

  test("lets go at once what a rule delays or holds back", async () => {
    const service = await openParcels();
    await rule(service.tenant, { kind: "delay", by: { law: "fixed", ms: HOUR_MS }, isOvertaken: false }, { nth: 1 });
    await rule(service.tenant, { kind: "reorder", behind: 1, atMostMs: HOUR_MS }, { nth: 3 });
    const [a = "", , c = ""] = await tell(service.tenant, ["a", "b", "c"]);
    await service.tenant.transact((tx) => release(tx, a));
    await service.tenant.transact((tx) => release(tx, c));
    await service.tenant.idle();
    expect(heard(service)).toEqual(["a", "b", "c"]);
    expect(service.tenant.clock.now()).toBe(NEW_YEAR);
  });
});

test("an edited notification is sent as it was edited, and says so", async () => {
  const { service, ids } = await holding(["a"]);
  const [id = ""] = ids;
  const body = '{"text":"changed"}';
  await service.tenant.transact((tx) => edit(tx, id, { body, headers: { "X-More": "1" } }));
  await service.tenant.transact((tx) => edit(tx, id, { headers: { "x-more": null, "x-other": "2" } }));
  await service.tenant.transact((tx) => release(tx, id));
  await service.tenant.idle();
  expect(service.receiver.got).toMatchObject([{ id, body, headers: { "x-other": "2" }, handling: { isEdited: true } }]);
  expect(service.receiver.got[0]?.headers).toEqual({ "x-other": "2" });
});

test("a notification dropped by hand is never sent and the next of its lane goes on", async () => {
  const service = await openParcels();
  await rule(service.tenant, { kind: "delay", by: { law: "fixed", ms: HOUR_MS }, isOvertaken: false }, { nth: 1 });
  const [a = ""] = await tell(service.tenant, ["a", "b"]);
  await service.tenant.transact((tx) => dropByHand(tx, a));
  await runUntilIdle(service.tenant);
  expect(heard(service)).toEqual(["b"]);
  expect(service.tenant.clock.now()).toBe(NEW_YEAR);
});

describe("sending again", () => {
  test.for([
    ["delivered", {}, "accepted"],
    ["given-up", {}, "refused"],
    ["dropped", { nth: 1 }, "accepted"],
  ] as const)("a %s one goes out once more with the same id, even while held", async ([state, match, outcome]) => {
    const service = await openParcels();
    if ("nth" in match) await rule(service.tenant, { kind: "drop" }, match);
    service.receiver.answer = async () => ({ ...REFUSED, outcome });
    const [id = ""] = await tell(service.tenant, ["a"]);
    await runUntilIdle(service.tenant);
    expect(await outboxOf(service.tenant)).toMatchObject([{ state }]);
    const before = service.receiver.got.length;
    service.receiver.answer = async () => ({ ...REFUSED, outcome: "accepted" });
    await setDesk(service.tenant, ALL);
    await service.tenant.transact((tx) => resend(tx, id));
    await service.tenant.idle();
    expect(service.receiver.got.slice(before).map((sent) => sent.id)).toEqual([id]);
    expect(await outboxOf(service.tenant)).toMatchObject([{ id, state: "delivered" }]);
  });

  test("brings all its retries again", async () => {
    const service = await openParcels();
    service.receiver.answer = async () => REFUSED;
    const [id = ""] = await tell(service.tenant, ["a"]);
    await runUntilIdle(service.tenant);
    await service.tenant.transact((tx) => resend(tx, id));
    await runUntilIdle(service.tenant);
    expect(service.receiver.got).toHaveLength(6);
  });
});

test.for([
  ["released", release, "delivered"],
  ["dropped", dropByHand, "delivered"],
  ["sent again", resend, "held"],
] as const)("what is elsewhere cannot be %s", async ([, step, state]) => {
  const service = await openParcels();
  if (state === "held") await setDesk(service.tenant, ALL);
  const [id = ""] = await tell(service.tenant, ["a"]);
  await service.tenant.idle();
  const error = { code: "impossible-delivery-step", id, state };
  expect(await service.tenant.transact((tx) => step(tx, id))).toMatchObject({ ok: false, error });
  const unknown = { code: "unknown-delivery", id: "nobody" };
  expect(await service.tenant.transact((tx) => step(tx, "nobody"))).toEqual({ ok: false, error: unknown });
});

describe("a retry plan", () => {
  const attemptsOf = async (service: ParcelService): Promise<number[]> => {
    const [sent] = await outboxOf(service.tenant);
    return (sent?.attempts ?? []).map(({ at }) => at - NEW_YEAR);
  };

  test.for([
    ["replaces the provider's delays", {}, [0, 1000, 61_000]],
    ["may be a single attempt", { delaysMs: [] }, [0]],
    ["gives up after its time", { giveUpAfterMs: 60_999 }, [0, 1000]],
    ["makes an attempt at its very end", { giveUpAfterMs: 61_000 }, [0, 1000, 61_000]],
  ] as const)("%s", async ([, change, attempts]) => {
    const service = await openParcels();
    service.receiver.answer = async () => REFUSED;
    await setDesk(service.tenant, { plan: { ...PLAN, ...change } });
    await tell(service.tenant, ["a"]);
    await runUntilIdle(service.tenant);
    expect(await attemptsOf(service)).toEqual(attempts);
    expect(await outboxOf(service.tenant)).toMatchObject([{ state: "given-up" }]);
  });

  test("spreads its delays by the seed, within the share", async () => {
    const attemptsWith = async (seed: number): Promise<number[]> => {
      const service = await openParcels({ seed });
      service.receiver.answer = async () => REFUSED;
      await setDesk(service.tenant, { plan: { ...PLAN, delaysMs: [10_000, 10_000, 10_000], jitter: 0.2 } });
      await tell(service.tenant, ["a"]);
      await runUntilIdle(service.tenant);
      return attemptsOf(service);
    };
    const attempts = await attemptsWith(1);
    const gaps = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
    expect(gaps.every((gap) => gap >= 8000 && gap <= 12_000)).toBe(true);
    expect(new Set(gaps).size).toBe(3);
    expect(await attemptsWith(1)).toEqual(attempts);
    expect(await attemptsWith(2)).not.toEqual(attempts);
  });

  test("disables an address after failures in a row; what comes up is dropped, what waits is given up", async () => {
    const service = await openParcels();
    service.receiver.answer = async () => REFUSED;
    await setDesk(service.tenant, { plan: { ...PLAN, disableAfter: 2 } });
    await tell(service.tenant, ["a", "b"]);
    await runUntilIdle(service.tenant);
    await tell(service.tenant, ["c"]);
    expect(heard(service)).toEqual(["a", "a"]);
    expect((await outboxOf(service.tenant)).map(({ state }) => state)).toEqual(["given-up", "dropped", "dropped"]);
    const endpoints = await service.tenant.transact((tx) => tx.table(webhookEndpointTable).all());
    expect(endpoints).toEqual([
      { url: "http://receiver.example.test/", failures: 2, disabledAt: NEW_YEAR + 1000, enabledFrom: null },
    ]);
    expect(service.tenant.journal.list({ kind: "webhook-endpoint-disabled" })).toMatchObject([{ failures: 2 }]);
  });

  test("counts anew after an accepted one, and enables an address after its time", async () => {
    const service = await openParcels();
    const outcomes = ["refused", "accepted", "refused", "refused", "refused", "accepted"] as const;
    service.receiver.answer = async () => ({
      ...REFUSED,
      outcome: outcomes[service.receiver.got.length - 1] ?? "failed",
    });
    await setDesk(service.tenant, { plan: { ...PLAN, disableAfter: 2, enableAfterMs: HOUR_MS } });
    await tell(service.tenant, ["a"]);
    await runUntilIdle(service.tenant);
    await tell(service.tenant, ["b"]);
    await runUntilIdle(service.tenant);
    expect(heard(service)).toEqual(["a", "a", "b", "b"]);
    await tell(service.tenant, ["lost"]);
    await advanceBy(service.tenant, HOUR_MS);
    await tell(service.tenant, ["c"]);
    await runUntilIdle(service.tenant);
    expect(heard(service)).toEqual(["a", "a", "b", "b", "c", "c"]);
    expect((await outboxOf(service.tenant)).map(({ state }) => state)).toEqual([
      "delivered",
      "given-up",
      "dropped",
      "delivered",
    ]);
  });
});
