import { expect, test } from "vitest";
import { createSimulator, type TenantHandle } from "./index.ts";
import { type Partner, partners } from "./providers/esimaccess/testing/partner.ts";
import { type FmsTenant, useSandbox } from "./providers/fms/testing/fms-tenant.ts";

const openPartner = partners();
const fms = useSandbox();

const PACKAGE = "CKH491";
const WHOLE_VOLUME = 1_073_741_824;
const DEVICE = "89049032000000000000000000000066";

test.for([
  ["released", "GOT_RESOURCE", "RELEASED", async () => undefined],
  ["downloaded", "GOT_RESOURCE", "DOWNLOAD", (partner: Partner, id: string) => partner.play(id, "download")],
  ["installed", "GOT_RESOURCE", "INSTALLATION", (partner: Partner, id: string) => partner.play(id, "install")],
  ["enabled", "GOT_RESOURCE", "ENABLED", (partner: Partner, id: string) => partner.play(id, "enable")],
  ["in use", "IN_USE", "ENABLED", (partner: Partner, id: string) => partner.play(id, "attach")],
  [
    "in use and switched off",
    "IN_USE",
    "DISABLED",
    async (partner: Partner, id: string) => {
      await partner.play(id, "attach");
      await partner.handle.esims.disable(id);
    },
  ],
  [
    "deleted by its user",
    "IN_USE",
    "DELETED",
    async (partner: Partner, id: string) => {
      await partner.play(id, "attach");
      await partner.handle.esims.delete(id);
    },
  ],
  [
    "offered again",
    "IN_USE",
    "RELEASED",
    async (partner: Partner, id: string) => {
      await partner.play(id, "attach");
      await partner.handle.esims.delete(id);
      await partner.handle.esims.reinstall(id);
    },
  ],
  [
    "used up",
    "USED_UP",
    "ENABLED",
    async (partner: Partner, id: string) => {
      await partner.play(id, "attach");
      await partner.handle.esims.use(id, WHOLE_VOLUME);
      await partner.handle.clock.next();
    },
  ],
  [
    "expired after use",
    "USED_EXPIRED",
    "ENABLED",
    async (partner: Partner, id: string) => {
      await partner.play(id, "attach");
      await partner.handle.clock.advance("7d");
    },
  ],
  ["expired on the shelf", "UNUSED_EXPIRED", "RELEASED", (partner: Partner) => partner.handle.clock.advance("180d")],
  [
    "cancelled",
    "CANCEL",
    "RELEASED",
    (partner: Partner, esimTranNo: string) => partner.call("esim/cancel", { esimTranNo }),
  ],
  [
    "suspended",
    "SUSPENDED",
    "ENABLED",
    async (partner: Partner, esimTranNo: string) => {
      await partner.play(esimTranNo, "attach");
      await partner.call("esim/suspend", { esimTranNo });
    },
  ],
  [
    "revoked",
    "REVOKE",
    "ENABLED",
    async (partner: Partner, esimTranNo: string) => {
      await partner.play(esimTranNo, "attach");
      await partner.call("esim/revoke", { esimTranNo });
    },
  ],
] as const)("an eSIM of eSIM Access can be brought to: %s", async ([, esimStatus, smdpStatus, drive]) => {
  const partner = await openPartner();
  const { esimTranNo } = await partner.esim(PACKAGE);
  await drive(partner, esimTranNo);
  expect(await partner.row(esimTranNo)).toMatchObject({ esimStatus, smdpStatus });
});

test("an eSIM Access order waits for its allocation as long as the clock stands", async () => {
  const partner = await openPartner();
  const orderNo = await partner.order(PACKAGE);
  expect(await partner.codeOf("esim/query", { orderNo })).toBe("200010");
  await partner.handle.clock.runUntilIdle();
  expect(await partner.codeOf("esim/query", { orderNo })).toBe("0");
});

test.for([
  ["reserved", 0, async () => undefined],
  ["paid", 0, (tenant: FmsTenant, orderId: string) => tenant.notify(orderId)],
  [
    "completed",
    1,
    async (tenant: FmsTenant, orderId: string) => {
      await tenant.notify(orderId);
      await tenant.handle.clock.next();
    },
  ],
  [
    "stuck",
    0,
    async (tenant: FmsTenant, orderId: string) => {
      await tenant.handle.options.change({ fms: { provisioningStuck: true } });
      await tenant.notify(orderId);
      await tenant.handle.clock.advance("1h");
    },
  ],
  [
    "failed",
    2,
    (tenant: FmsTenant, orderId: string) => tenant.notify(orderId, { type: "payment_intent.payment_failed" }),
  ],
  ["expired", 3, (tenant: FmsTenant) => tenant.handle.clock.advance("61m")],
] as const)("an order of FMS can be brought to: %s", async ([, orderPayStatus, drive]) => {
  const tenant = await fms.open();
  const token = await tenant.register();
  const orderId = await tenant.preOrder(token);
  await drive(tenant, orderId);
  expect((await tenant.status(orderId, token)).data).toMatchObject({ orderPayStatus });
});

test("an empty wallet, an empty pool and a package off sale are a matter of one call each", async () => {
  const partner = await openPartner();
  const { account, packages } = partner.handle;
  const order = { transactionId: "t-1", packageInfoList: [{ packageCode: PACKAGE, count: 1 }] };
  expect(await account.set(0)).toEqual({ provider: "esimaccess", balance: 0, currency: "USD" });
  expect(await partner.codeOf("esim/order", order)).toBe("200007");
  await account.set(10_000_000);
  expect(await packages.change("esimaccess", "NA-3_1_7", { stock: 0 })).toMatchObject({ code: PACKAGE, stock: 0 });
  expect(await partner.codeOf("esim/order", order)).toBe("200011");
  await packages.change("esimaccess", PACKAGE, { stock: null });
  expect(await partner.codeOf("esim/order", order)).toBe("0");
  expect(await account.get()).toMatchObject({ balance: 9_977_000 });
});

test("an injected code answers as often as asked, then the operation works again", async () => {
  const partner = await openPartner();
  const effect = { kind: "provider-error", code: "000001" } as const;
  const { id } = await partner.handle.faults.add({
    provider: "esimaccess",
    operationId: "balanceQuery",
    phase: "before",
    effect,
    times: 2,
  });
  const codes = [];
  for (let call = 0; call < 3; call += 1) codes.push(await partner.codeOf("balance/query"));
  expect(codes).toEqual(["000001", "000001", "0"]);
  expect(await partner.handle.faults.list()).toMatchObject([{ id, hits: 2, times: 2 }]);
  await partner.handle.faults.remove(id);
  expect(await partner.handle.faults.list()).toEqual([]);
});

test("a lost answer leaves the order placed", async () => {
  const partner = await openPartner();
  await partner.handle.faults.add({
    provider: "esimaccess",
    operationId: "esimOrder",
    phase: "committed",
    effect: { kind: "reset" },
  });
  await expect(partner.order(PACKAGE)).rejects.toThrow(TypeError);
  expect(await partner.handle.orders.list()).toHaveLength(1);
  expect(await partner.handle.account.get()).toMatchObject({ balance: 9_977_000 });
});

test("a verification code of FMS is read from the mailbox", async () => {
  const tenant = await fms.open();
  await tenant.post("/user/emailVerificationCode", { email: "traveller@example.com" });
  const [mail] = await tenant.handle.mails.list({ to: "Traveller@example.com" });
  expect(mail).toMatchObject({ provider: "fms", to: "traveller@example.com", text: expect.stringMatching(/\d{4}/) });
});

test.for([
  ["an unknown eSIM", "unknown-esim", (handle: TenantHandle) => handle.esims.get("nobody")],
  [
    "an event of an unknown eSIM",
    "unknown-esim",
    (handle: TenantHandle) => handle.esims.download("nobody", { eid: DEVICE }),
  ],
  ["a wrong EID", "invalid-request", (handle: TenantHandle) => handle.esims.download("nobody", { eid: "1" })],
  ["no bytes", "invalid-request", (handle: TenantHandle) => handle.esims.use("nobody", 0)],
  ["half a balance", "invalid-request", (handle: TenantHandle) => handle.account.set(0.5)],
  ["no change", "invalid-request", (handle: TenantHandle) => handle.packages.change("fms", "PKG-CN-5", {})],
  [
    "an unknown package",
    "unknown-package",
    (handle: TenantHandle) => handle.packages.change("fms", "P9", { stock: 1 }),
  ],
  ["an unknown provider", "unknown-provider", (handle: TenantHandle) => handle.packages.list({ provider: "other" })],
  ["an unknown option", "unknown-option", (handle: TenantHandle) => handle.options.change({ fms: { stuck: true } })],
  [
    "a wrong value",
    "wrong-option-value",
    (handle: TenantHandle) => handle.options.change({ fms: { provisioningStuck: 1 } }),
  ],
  ["a wrong duration", "wrong-duration", (handle: TenantHandle) => handle.clock.advance("soon")],
  ["the end of time", "clock-beyond-range", (handle: TenantHandle) => handle.clock.advance("3000000d")],
  ["a speed of nothing", "invalid-request", (handle: TenantHandle) => handle.clock.resume(0)],
  ["an unknown fault", "unknown-fault", (handle: TenantHandle) => handle.faults.remove("fault-9")],
  [
    "no strike",
    "invalid-request",
    (handle: TenantHandle) =>
      handle.faults.add({ provider: "fms", phase: "before", effect: { kind: "reset" }, times: 0 }),
  ],
  [
    "an unknown operation",
    "unknown-operation",
    (handle: TenantHandle) =>
      handle.faults.add({ provider: "fms", operationId: "esimOrder", phase: "before", effect: { kind: "reset" } }),
  ],
] as const)("%s is refused by throwing the code that REST answers", async ([, code, ask]) => {
  const { handle } = await openPartner();
  await expect(ask(handle)).rejects.toMatchObject({ name: "ControlRefused", code });
});

test("both doors show the same, and each acts on its own tenant", async () => {
  await using sandbox = await createSimulator();
  const one = await sandbox.tenant("one");
  const rest = async (path: string): Promise<unknown> => (await sandbox.fetch(`/__admin/${path}`)).json();
  await one.account.set(1);
  await one.clock.advance("1h");
  expect(await rest("account?tenant=one")).toEqual(await one.account.get());
  expect(await rest("clock?tenant=one")).toEqual(one.clock.show());
  expect(await rest("options?tenant=one")).toMatchObject({ items: await one.options.list() });
  expect(await rest("packages?tenant=one&provider=fms")).toMatchObject({
    items: await one.packages.list({ provider: "fms" }),
  });
  expect(await rest("journal?tenant=one")).toMatchObject({ items: await one.journal.list() });
  expect(await rest("account")).toMatchObject({ balance: 10_000_000 });
  expect((await sandbox.tenant()).clock.now()).toBe(1_767_225_600_000);
  expect([one.url(), one.url("esimaccess"), one.url("fms")]).toEqual([
    "http://sandbox.test",
    "http://sandbox.test/api/v1/open",
    "http://sandbox.test",
  ]);
});

test("a reset forgets what was bought", async () => {
  const partner = await openPartner();
  await partner.esim(PACKAGE);
  await partner.handle.idle();
  await partner.handle.reset();
  expect(await partner.handle.esims.list()).toEqual([]);
  expect(await partner.handle.orders.list()).toEqual([]);
  expect(partner.handle.clock.now()).toBe(1_767_225_600_000);
});
