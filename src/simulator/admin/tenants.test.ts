import { expect, test } from "vitest";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

async function json(answer: Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

const standing = {
  now: "2026-01-01T00:00:00.000Z",
  nowMs: 1_767_225_600_000,
  mode: "frozen",
  speed: null,
  nextDue: "2026-06-30T00:00:00.000Z",
};

test("tenants are listed with seed, credentials and clock", async () => {
  const sandbox = await openInventedSandbox();
  expect(await json(sandbox.call("GET", "tenants"))).toEqual({
    items: [
      { id: "default", seed: 1, credentials: { invented: { key: "key-of-default" } }, clock: standing },
      { id: "blue", seed: 1, credentials: { invented: { key: "key-of-blue" } }, clock: standing },
    ],
    total: 2,
  });
  expect(await json(sandbox.call("GET", "tenants?offset=1&limit=1"))).toMatchObject({
    items: [{ id: "blue" }],
    total: 2,
  });
});

test("a tenant is created as chosen, and to ask again changes nothing", async () => {
  const sandbox = await openInventedSandbox();
  const choice = { seed: 7, clock: "frozen", time: "2026-02-01T00:00:00Z" };
  const created = {
    id: "green-1",
    seed: 7,
    credentials: { invented: { key: "key-of-green-1" } },
    clock: {
      now: "2026-02-01T00:00:00.000Z",
      nowMs: 1_769_904_000_000,
      mode: "frozen",
      speed: null,
      nextDue: "2026-06-30T00:00:00.000Z",
    },
  };
  const answer = await sandbox.call("PUT", "tenants/green-1", choice);
  expect([answer.status, await answer.json()]).toEqual([200, created]);
  expect(await json(sandbox.call("PUT", "tenants/green-1", choice))).toEqual(created);
  expect(await json(sandbox.call("PUT", "tenants/green-1"))).toEqual(created);
  expect(await json(sandbox.call("GET", "tenants"))).toMatchObject({ total: 3 });
  expect(sandbox.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
});

test("what is chosen for a tenant that exists counts from each reset on", async () => {
  const sandbox = await openInventedSandbox();
  await sandbox.call("PUT", "tenants/blue", { seed: 9 });
  await sandbox.call("PUT", "tenants/blue", { clock: "running", time: "2026-03-01T00:00:00Z" });
  expect(await json(sandbox.call("GET", "tenants?offset=1"))).toMatchObject({
    items: [{ seed: 1, clock: { now: "2026-01-01T00:00:00.000Z", mode: "frozen" } }],
  });
  for (const _ of [1, 2]) {
    await sandbox.call("POST", "reset?tenant=blue");
    expect(await json(sandbox.call("GET", "tenants?offset=1"))).toMatchObject({
      items: [{ seed: 9, clock: { now: "2026-03-01T00:00:00.000Z", mode: "running", speed: 1 } }],
    });
  }
});

test.for([
  ["an id in capitals", "tenants/Green", {}, 422, "invalid-request", "path.id"],
  ["an id that is too long", `tenants/${"a".repeat(41)}`, {}, 422, "invalid-request", "path.id"],
  ["a negative seed", "tenants/green", { seed: -1 }, 422, "invalid-request", "body.seed"],
  ["a third mode of the clock", "tenants/green", { clock: "off" }, 422, "invalid-request", "body.clock"],
  ["a time that is none", "tenants/green", { time: "yesterday" }, 422, "invalid-request", "body.time"],
  ["a time before 1970", "tenants/green", { time: "1969-12-31T23:59:59Z" }, 422, "invalid-request", "body.time"],
  ["an unknown member", "tenants/green", { sed: 1 }, 422, "invalid-request", "body.sed"],
] as const)("a tenant with %s is refused", async ([, path, body, status, code, place]) => {
  const sandbox = await openInventedSandbox();
  const answer = await sandbox.call("PUT", path, body);
  expect([answer.status, await answer.json()]).toMatchObject([status, { code, errors: [{ path: place }] }]);
  expect(await json(sandbox.call("GET", "tenants"))).toMatchObject({ total: 2 });
});

test("no more tenants are created than a sandbox may have", async () => {
  const sandbox = await openInventedSandbox();
  expect((await sandbox.call("PUT", "tenants/green")).status).toBe(200);
  const refused = await sandbox.call("PUT", "tenants/red");
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: "too-many-tenants" }]);
  expect((await sandbox.call("PUT", "tenants/green")).status).toBe(200);
});

test("tenants are nobody's own: the header that chooses a tenant is not looked at", async () => {
  const sandbox = await openInventedSandbox();
  const headers = { "x-sim-tenant": "green" };
  expect((await sandbox.call("PUT", "tenants/green", {}, headers)).status).toBe(200);
  expect((await sandbox.call("GET", "clock", undefined, headers)).status).toBe(200);
});
