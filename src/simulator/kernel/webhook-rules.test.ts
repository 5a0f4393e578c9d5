import { describe, expect, test } from "vitest";
import { outboxOf, rule, tell } from "./testing/desk.ts";
import { NEW_YEAR, openParcels, type ParcelService, REFUSED } from "./testing/parcels.ts";
import { HOUR_MS, MINUTE_MS } from "./time.ts";
import { advanceBy, runUntilIdle } from "./time-commands.ts";
import { webhookRuleTable } from "./webhook-desk.ts";

const LATER = { kind: "delay", by: { law: "fixed", ms: MINUTE_MS }, isOvertaken: false } as const;
const TWICE = { kind: "duplicate", copies: 1, gap: { law: "fixed", ms: 0 } } as const;
const DROP = { kind: "drop" } as const;

/** The texts that were received. */
function heard({ receiver }: ParcelService): string[] {
  return receiver.got.map(({ body }) => JSON.parse(body).text);
}

describe("a delay", () => {
  test("keeps a notification and those behind it in its lane, on the tenant's clock", async () => {
    const service = await openParcels();
    await rule(service.tenant, LATER, { nth: 1 });
    await tell(service.tenant, ["a", "b"]);
    await tell(service.tenant, ["c"], { lane: "two" });
    await service.tenant.idle();
    expect(heard(service)).toEqual(["c"]);
    await advanceBy(service.tenant, MINUTE_MS - 1);
    expect(heard(service)).toEqual(["c"]);
    await advanceBy(service.tenant, 1);
    expect(heard(service)).toEqual(["c", "a", "b"]);
  });

  test("lets the others overtake when it says so", async () => {
    const service = await openParcels();
    await rule(service.tenant, { ...LATER, isOvertaken: true }, { nth: 1 });
    await tell(service.tenant, ["a", "b"]);
    await service.tenant.idle();
    expect(heard(service)).toEqual(["b"]);
    await advanceBy(service.tenant, MINUTE_MS);
    expect(heard(service)).toEqual(["b", "a"]);
  });

  test("counts from when the notification came up, also for one that waits behind another", async () => {
    const service = await openParcels();
    await rule(service.tenant, LATER);
    await tell(service.tenant, ["a"]);
    await advanceBy(service.tenant, MINUTE_MS / 2);
    await tell(service.tenant, ["b"]);
    await advanceBy(service.tenant, MINUTE_MS / 2);
    expect(heard(service)).toEqual(["a"]);
    await advanceBy(service.tenant, MINUTE_MS / 2);
    expect(heard(service)).toEqual(["a", "b"]);
  });

  test("is drawn from the seed: the same for the same seed, another for another", async () => {
    const law = { law: "exponential", meanMs: HOUR_MS } as const;
    const delaysOf = async (seed: number): Promise<number[]> => {
      const { tenant } = await openParcels({ seed });
      await rule(tenant, { kind: "delay", by: law, isOvertaken: true });
      await tell(tenant, ["a", "b", "c"]);
      await runUntilIdle(tenant);
      return (await outboxOf(tenant)).map(({ attempts }) => (attempts[0]?.at ?? 0) - NEW_YEAR);
    };
    const delays = await delaysOf(1);
    expect(new Set(delays).size).toBe(3);
    expect(await delaysOf(1)).toEqual(delays);
    expect(await delaysOf(2)).not.toEqual(delays);
  });
});

describe("which notifications a rule strikes", () => {
  test.for([
    ["all of them", {}, ["a", "b", "c", "d"]],
    ["the third", { nth: 3 }, ["c"]],
    ["the first two", { first: 2 }, ["a", "b"]],
    ["every second", { every: 2 }, ["b", "d"]],
    ["two in all", { times: 2 }, ["a", "b"]],
    ["those of a type", { type: "NEWS" }, ["a", "b", "c", "d"]],
    ["those of another type", { type: "OTHER" }, []],
    ["those of another provider", { provider: "letters" }, []],
    ["those about a record", { about: { parcel: "x" } }, ["a", "b", "c", "d"]],
    ["those about another record", { about: { parcel: "y" } }, []],
    ["those about a record by another name", { about: { letter: "x" } }, []],
  ] as const)("are %s", async ([, match, dropped]) => {
    const { tenant } = await openParcels();
    await rule(tenant, DROP, match);
    await tell(tenant, ["a", "b", "c", "d"], { about: { parcel: "x" } });
    await tenant.idle();
    const found = (await outboxOf(tenant)).filter(({ state }) => state === "dropped");
    expect(found.map(({ body }) => JSON.parse(body).text)).toEqual(dropped);
  });

  test("depends on the seed where it is a matter of probability", async () => {
    const droppedOf = async (seed: number): Promise<string> => {
      const { tenant } = await openParcels({ seed });
      await rule(tenant, DROP, { probability: 0.5 });
      await tell(tenant, Array.from({ length: 64 }, String));
      return (await outboxOf(tenant)).map(({ state }) => (state === "dropped" ? "1" : "0")).join("");
    };
    const dropped = await droppedOf(1);
    const count = dropped.replaceAll("0", "").length;
    expect(count).toBeGreaterThan(16);
    expect(count).toBeLessThan(48);
    expect(await droppedOf(1)).toBe(dropped);
    expect(await droppedOf(2)).not.toBe(dropped);
  });
});

test("what is dropped is never sent, is listed, and holds nobody up", async () => {
  const service = await openParcels();
  await rule(service.tenant, DROP, { nth: 1 });
  const [first] = await tell(service.tenant, ["a", "b"]);
  await runUntilIdle(service.tenant);
  expect(heard(service)).toEqual(["b"]);
  expect(await outboxOf(service.tenant)).toMatchObject([
    { id: first, state: "dropped", attempts: [], handling: { treatments: [{ ruleId: "rule-1", effect: "drop" }] } },
    { state: "delivered" },
  ]);
  expect(service.tenant.journal.list({ kind: "webhook-rule-applied" })).toMatchObject([
    { notificationId: first, type: "NEWS", ruleId: "rule-1", effect: "drop", detail: "never sent" },
  ]);
});

describe("copies", () => {
  test("come with the same id and body, one after the other, each after the gap", async () => {
    const service = await openParcels();
    await rule(service.tenant, { kind: "duplicate", copies: 2, gap: { law: "fixed", ms: 5000 } }, { nth: 1 });
    const [id] = await tell(service.tenant, ["a", "b"]);
    await runUntilIdle(service.tenant);
    expect(heard(service)).toEqual(["a", "a", "a", "b"]);
    expect(new Set(service.receiver.got.slice(0, 3).map((sent) => sent.id))).toEqual(new Set([id]));
    const [sent] = await outboxOf(service.tenant);
    expect(sent).toMatchObject({ state: "delivered", handling: { copiesLeft: 0 } });
    expect(sent?.attempts.map(({ at }) => at - NEW_YEAR)).toEqual([0, 5000, 10_000]);
  });

  test("each have retries of their own", async () => {
    const service = await openParcels();
    await rule(service.tenant, TWICE);
    const outcomes = ["refused", "accepted", "refused", "refused", "accepted"] as const;
    service.receiver.answer = async () => ({
      ...REFUSED,
      outcome: outcomes[service.receiver.got.length - 1] ?? "failed",
    });
    await tell(service.tenant, ["a"]);
    await runUntilIdle(service.tenant);
    const [sent] = await outboxOf(service.tenant);
    expect(sent).toMatchObject({ state: "delivered" });
    const [minute, hour] = [MINUTE_MS, HOUR_MS];
    expect(sent?.attempts.map(({ at }) => at - NEW_YEAR)).toEqual([0, minute, minute, 2 * minute, 2 * minute + hour]);
  });
});

describe("reordering", () => {
  test("swaps a notification with the next of its lane", async () => {
    const service = await openParcels();
    await rule(service.tenant, { kind: "reorder", behind: 1, atMostMs: HOUR_MS }, { nth: 1 });
    await tell(service.tenant, ["a", "b", "c"]);
    await service.tenant.idle();
    expect(heard(service)).toEqual(["b", "a", "c"]);
  });

  test("counts only later ones of the same lane", async () => {
    const service = await openParcels();
    await tell(service.tenant, ["x"]);
    await rule(service.tenant, { kind: "reorder", behind: 2, atMostMs: HOUR_MS }, { nth: 1 });
    await tell(service.tenant, ["a", "b"]);
    await tell(service.tenant, ["y"], { lane: "two" });
    await service.tenant.idle();
    expect(heard(service)).toEqual(["x", "b", "y"]);
    await tell(service.tenant, ["c"]);
    await service.tenant.idle();
    expect(heard(service)).toEqual(["x", "b", "y", "c", "a"]);
  });

  test("ends when the others do not come in time", async () => {
    const service = await openParcels();
    await rule(service.tenant, { kind: "reorder", behind: 1, atMostMs: HOUR_MS });
    await tell(service.tenant, ["a"]);
    await advanceBy(service.tenant, HOUR_MS - 1);
    expect(heard(service)).toEqual([]);
    expect(await outboxOf(service.tenant)).toMatchObject([{ state: "held-back" }]);
    await advanceBy(service.tenant, 1);
    expect(heard(service)).toEqual(["a"]);
  });
});

describe("damage", () => {
  const variants = {
    shouted: (
      { body, headers }: { body: string; headers: object },
      about: { id: string; at: number; tenantId: string },
    ) => {
      return { body: body.toUpperCase(), headers: { ...headers, "x-loud": `${about.tenantId} ${about.at}` } };
    },
  };

  test.for([
    ["leaves members out", { remove: ["/text"], retype: [], variant: null }, "{}", {}, "without /text"],
    ["gives members another type", { remove: [], retype: ["/text"], variant: null }, '{"text":1}', {}, "/text retyped"],
    [
      "says when there is no such member",
      { remove: ["/no"], retype: ["/no"], variant: null },
      '{"text":"a"}',
      {},
      "/no is absent, /no is absent",
    ],
    [
      "takes a form of the provider",
      { remove: [], retype: [], variant: "shouted" },
      '{"TEXT":"A"}',
      { "x-loud": `default ${NEW_YEAR}` },
      "as shouted",
    ],
    [
      "says when there is no such form",
      { remove: [], retype: [], variant: "sung" },
      '{"text":"a"}',
      {},
      "sung is no form of it",
    ],
  ] as const)("%s", async ([, corruption, body, headers, detail]) => {
    const service = await openParcels();
    await rule(service.tenant, { kind: "corrupt", ...corruption });
    await tell(service.tenant, ["a"], { variants });
    await service.tenant.idle();
    expect(service.receiver.got).toMatchObject([{ body, headers, handling: { treatments: [{ detail }] } }]);
  });

  test("adds up over the rules, in their order", async () => {
    const service = await openParcels();
    await rule(service.tenant, { kind: "corrupt", remove: [], retype: [], variant: "shouted" });
    await rule(service.tenant, { kind: "corrupt", remove: ["/TEXT"], retype: [], variant: null });
    await rule(service.tenant, TWICE);
    await tell(service.tenant, ["a"], { variants });
    await service.tenant.idle();
    expect(service.receiver.bodies).toEqual(["{}", "{}"]);
  });
});

test("rules, their counts and what they did survive a restart", async () => {
  const service = await openParcels();
  await rule(service.tenant, LATER, { first: 2 });
  await rule(service.tenant, { kind: "early" }, { nth: 99 });
  await tell(service.tenant, ["a"]);
  const again = await service.restarted();
  expect(again.tenant.deliveries.hasEarlyRules).toBe(true);
  expect(await again.tenant.transact((tx) => tx.table(webhookRuleTable).all())).toMatchObject([
    { id: "rule-1", seen: 1, hits: 1 },
    { id: "rule-2", seen: 1, hits: 0 },
  ]);
  await advanceBy(again.tenant, MINUTE_MS);
  expect(heard(again)).toEqual(["a"]);
  await again.tenant.reset();
  expect(again.tenant.deliveries.hasEarlyRules).toBe(false);
});
