import { expect, test } from "vitest";
import { createSimulator } from "./simulator.ts";

const BEGINNING = 1_767_225_600_000;

test("a program waits for an allocation without any real time, and gets the entry", async () => {
  await using sim = await createSimulator({ seed: 7 });
  const tenant = await sim.tenant();
  const headers = { "RT-AccessCode": "test-access-code", "content-type": "application/json" };
  const body = '{"transactionId":"t-1","packageInfoList":[{"packageCode":"JP_1_7","count":1}]}';
  await sim.fetch("/api/v1/open/esim/order", { method: "POST", headers, body });
  const entry = await tenant.journal.next({ kind: "order-allocated" }, { autoAdvance: true });
  expect([entry.at, tenant.clock.now()]).toEqual(["2026-01-01T00:00:02.000Z", BEGINNING + 2_000]);
  expect(await tenant.journal.query({ match: { request: { transactionId: "t-1" } } })).toMatchObject({ total: 1 });
  expect((await tenant.journal.export()).trimEnd().split("\n")).toHaveLength(4);
  const expectations = [{ order: [{ kind: "order-placed" }, { kind: "order-allocated" }], within: "2s" }];
  expect(await tenant.verify({ expectations })).toMatchObject({ passed: true });
  await tenant.clock.autoAdvance(true);
  const waited = await tenant.journal.wait({ match: { kind: "esim-expired" }, withinVirtual: "1h" });
  expect(waited).toMatchObject({ found: false, reason: "virtual-bound", nowMs: BEGINNING + 3_602_000 });
});

test("an entry that does not come is refused with what came nearest", async () => {
  await using sim = await createSimulator();
  const tenant = await sim.tenant();
  await tenant.account.set(3);
  const next = tenant.journal.next({ kind: "account-changed", balance: 4 }, { timeoutMs: 0 });
  await expect(next).rejects.toMatchObject({
    code: "entry-missing",
    message: expect.stringContaining("nearest number 1 (account-changed): balance 4, got 3"),
  });
});

test("who waits is released when the simulator is closed", async () => {
  const sim = await createSimulator();
  const waited = (await sim.tenant()).journal.wait({ match: { kind: "mail-sent" } });
  await sim.close();
  expect(await waited).toMatchObject({ found: false, reason: "closed" });
});
