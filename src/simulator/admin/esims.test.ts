import { expect, test } from "vitest";
import { type InventedSandbox, openInventedSandbox } from "./testing/invented-sandbox.ts";

const released = {
  id: "esim-1",
  provider: "invented",
  orderNumber: "order-1",
  transactionId: "mine-1",
  packageCode: "P1",
  iccid: "8999001000000000017",
  imsi: "001010000000001",
  matchingId: "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
  pin: "1234",
  puk: "12345678",
  eid: null,
  profile: "released",
  status: "unused",
  resumesTo: null,
  activatesOn: "attach",
  volumeBytes: 1000,
  usedBytes: 0,
  reportedBytes: 0,
  reportedAt: null,
  validityDays: 7,
  charged: 12_000,
  createdAt: "2026-01-01T00:00:00.000Z",
  installedAt: null,
  activatedAt: null,
  expiresAt: "2026-06-30T00:00:00.000Z",
  topUps: [],
  announced: [],
  activationCode: "LPA:1$rsp.example.com$0A1B2C3D4E5F60718293A4B5C6D7E8F9",
  qrUrl: "http://127.0.0.1:4747/qr/0123456789abcdef0123456789abcdef.png",
};

async function play(sandbox: InventedSandbox, ...events: readonly string[]): Promise<unknown> {
  let last: unknown = null;
  for (const event of events) last = await (await sandbox.call("POST", `esims/esim-1/${event}`)).json();
  return last;
}

test("an eSIM is found by its id and by its ICCID, without its account", async () => {
  const sandbox = await openInventedSandbox();
  expect(await (await sandbox.call("GET", "esims/esim-1")).json()).toEqual(released);
  expect(await (await sandbox.call("GET", "esims/8999001000000000017")).json()).toEqual(released);
  expect(await (await sandbox.call("GET", "esims")).json()).toEqual({ items: [released], total: 1 });
});

test.for([
  ["its provider", "provider=invented", 1],
  ["its order", "order=order-1", 1],
  ["another order", "order=order-2", 0],
  ["its status", "status=unused", 1],
  ["another status", "status=in-use", 0],
  ["its profile's state", "profile=released", 1],
  ["another state", "profile=deleted", 0],
] as const)("eSIMs are filtered by %s", async ([, query, total]) => {
  const sandbox = await openInventedSandbox();
  expect(await (await sandbox.call("GET", `esims?${query}`)).json()).toMatchObject({ total });
});

test("a device takes a profile from release to first network and back", async () => {
  const sandbox = await openInventedSandbox();
  expect(await play(sandbox, "download")).toEqual({
    ...released,
    profile: "downloaded",
    eid: expect.stringMatching(/^\d{32}$/),
  });
  expect(await play(sandbox, "install")).toMatchObject({
    profile: "installed",
    installedAt: "2026-01-01T00:00:00.000Z",
  });
  expect(await play(sandbox, "enable")).toMatchObject({ profile: "enabled", status: "unused" });
  expect(await play(sandbox, "attach")).toMatchObject({
    status: "in-use",
    activatedAt: "2026-01-01T00:00:00.000Z",
    expiresAt: "2026-01-08T00:00:00.000Z",
  });
  expect(await play(sandbox, "disable")).toMatchObject({ profile: "disabled", status: "in-use" });
  expect(await play(sandbox, "delete")).toMatchObject({ profile: "deleted", eid: expect.stringMatching(/^\d{32}$/) });
  expect(await play(sandbox, "reinstall")).toMatchObject({ profile: "released", status: "in-use" });
  expect(sandbox.tenant.journal.list({ kind: "contract-violation" })).toEqual([]);
});

test("a given EID is the device from the download on, and no other may act", async () => {
  const sandbox = await openInventedSandbox();
  const eid = "89049032000000000000000000000066";
  const other = "89049032000000000000000000000163";
  expect(await (await sandbox.call("POST", "esims/esim-1/download", { eid })).json()).toMatchObject({ eid });
  const refused = await sandbox.call("POST", "esims/esim-1/install", { eid: other });
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: "profile-on-other-device" }]);
  expect((await sandbox.call("POST", "esims/esim-1/install", { eid })).status).toBe(200);
});

test("used data is reported after the lag, and the whole allowance uses the eSIM up", async () => {
  const sandbox = await openInventedSandbox();
  await play(sandbox, "download", "install", "enable", "attach");
  const used = await (await sandbox.call("POST", "esims/esim-1/usage", { bytes: 5000 })).json();
  expect(used).toMatchObject({ usedBytes: 1000, reportedBytes: 0, reportedAt: null, status: "in-use" });
  await sandbox.call("POST", "clock/advance", { by: "1h" });
  expect(await (await sandbox.call("GET", "esims/esim-1")).json()).toMatchObject({
    reportedBytes: 1000,
    reportedAt: "2026-01-01T01:00:00.000Z",
    status: "used-up",
  });
});

test("an event out of turn says what is possible instead", async () => {
  const sandbox = await openInventedSandbox();
  const refused = await (await sandbox.call("POST", "esims/esim-1/attach")).json();
  const detail =
    "attach cannot happen to eSIM esim-1: its profile is released and it is unused; possible now: download";
  expect(refused).toMatchObject({ detail });
});
