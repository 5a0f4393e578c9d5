import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSimulator, type Simulator } from "./index.ts";

async function admin(sim: Simulator, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return (await sim.fetch(`/__admin/${path}`, init)).json();
}

test("a tenant that the control API creates begins as one of createSimulator does", async () => {
  await using sim = await createSimulator({ seed: 5 });
  await using other = await createSimulator({ seed: 5 });
  const created = await admin(sim, "PUT", "tenants/shop");
  await other.tenant("shop");
  expect(await admin(other, "PUT", "tenants/shop")).toEqual(created);
  expect(created).toMatchObject({
    credentials: { esimaccess: { accessCode: "test-access-code-shop", secretKey: "test-secret-key-shop" } },
    clock: { now: "2026-01-01T00:00:00.000Z", mode: "frozen" },
  });
});

test.for([
  ["nothing", {}, { mode: "running", nowMs: expect.any(Number) }],
  ["a standing clock", { clock: "frozen" }, { mode: "frozen", nowMs: 1_767_225_600_000 }],
  ["a time", { clock: "frozen", time: "2027-01-01T00:00:00Z" }, { mode: "frozen", nowMs: 1_798_761_600_000 }],
] as const)("where the sandbox's clock runs, a tenant with %s begins so", async ([, choice, clock]) => {
  await using sim = await createSimulator({ freeze: false });
  expect(await admin(sim, "PUT", "tenants/shop", choice)).toMatchObject({ clock });
});

test("tenants of one chosen seed draw the same values, those of another seed do not", async () => {
  await using sim = await createSimulator();
  for (const [id, seed] of Object.entries({ one: 3, two: 3, three: 4 })) {
    await admin(sim, "PUT", `tenants/${id}`, { seed });
  }
  const listed = await admin(sim, "GET", "tenants");
  expect(listed).toMatchObject({ items: [{ seed: 1 }, { seed: 3 }, { seed: 3 }, { seed: 4 }] });
});

test("what was chosen for a tenant outlives a restart of the sandbox", async () => {
  const data = mkdtempSync(join(tmpdir(), "tenants-"));
  try {
    const before = await createSimulator({ data });
    await admin(before, "PUT", "tenants/shop", { seed: 3, time: "2027-01-01T00:00:00Z" });
    await before.close();
    const after = await createSimulator({ data });
    const reset = await admin(after, "POST", "reset?tenant=shop");
    const listed = await admin(after, "GET", "tenants?offset=1");
    await after.close();
    expect([reset, listed]).toMatchObject([{ now: "2027-01-01T00:00:00.000Z" }, { items: [{ id: "shop", seed: 3 }] }]);
  } finally {
    rmSync(data, { recursive: true });
  }
});
