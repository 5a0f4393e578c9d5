import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createSimulator, type TenantHandle } from "../index.ts";
import { expectSound } from "./testing/shop.ts";

/** Every shipped world with what its name promises. */
const promises = {
  "empty-wallet": async (tenant: TenantHandle) => {
    expect((await tenant.account.get()).balance).toBe(0);
    expect(await tenant.esims.list({ status: "in-use" })).toHaveLength(1);
  },
  "busy-shop": async (tenant: TenantHandle) => {
    const states = new Set((await tenant.esims.list()).map(({ status }) => status));
    expect([...states].toSorted()).toEqual(["cancelled", "in-use", "suspended", "unused", "used-up"]);
    expect(await tenant.orders.list({ provider: "fms", state: "reserved" })).toHaveLength(1);
  },
  "everything-expired": async (tenant: TenantHandle) => {
    const states = new Set((await tenant.esims.list()).map(({ status }) => status));
    expect([...states].toSorted()).toEqual(["unused-expired", "used-expired"]);
  },
  "sold-out": async (tenant: TenantHandle) => {
    expect(await tenant.packages.list({ provider: "fms", code: "1001" })).toMatchObject([{ stock: 0 }]);
    expect(await tenant.esims.list()).toHaveLength(2);
  },
};

test("each shipped world is tried here", () => {
  const shipped = readdirSync(new URL("../../../fixtures/worlds", import.meta.url)).map((file) => file.split(".")[0]);
  expect(shipped.toSorted()).toEqual(Object.keys(promises).toSorted());
});

test.for(Object.entries(promises))("the world %s is what it says, also after a reset", async ([world, promise]) => {
  await using sandbox = await createSimulator({ world });
  const tenant = await sandbox.tenant();
  await promise(tenant);
  const first = await tenant.snapshot();
  await tenant.clock.advance("1h");
  await tenant.reset();
  await promise(tenant);
  expect(await tenant.snapshot()).toEqual(first);
  await tenant.clock.runUntilIdle();
  await expectSound(tenant);
});

test.for([
  ["a name", { world: "bussy-shop" }, "did you mean busy-shop?"],
  ["an option", { world: { says: "x", options: { fms: { names: true } } } }, "world.options.fms.names must be one of"],
  [
    "a package",
    { world: { says: "x", orders: [{ provider: "esimaccess", code: "JP_1_8x", ago: "1d" }] } },
    "did you mean JP_1_7?",
  ],
  [
    "an event after the beginning",
    {
      world: {
        says: "x",
        orders: [{ provider: "fms", code: "1001", ago: "1h", events: [{ after: "2h", do: "install" }] }],
      },
    },
    "world.orders.0.events.0.after must be no later than the beginning",
  ],
  [
    "an impossible event",
    {
      world: {
        says: "x",
        orders: [{ provider: "fms", code: "1001", ago: "1h", events: [{ after: "1m", do: "enable" }] }],
      },
    },
    "orders[0].events[0]",
  ],
  [
    "a purchase beyond the wallet",
    { world: { says: "x", orders: [{ provider: "esimaccess", code: "JP_1_7", count: 31, ago: "1h" }] } },
    "too-many-esims",
  ],
] as const)("a world with a wrong %s refuses the start with its place", async ([, options, told]) => {
  await expect(createSimulator(options)).rejects.toThrow(told);
});

test("a world's file is refused with file, line and column", async () => {
  const file = new URL("./testing/bad-world.yaml", import.meta.url).pathname;
  await expect(createSimulator({ load: file })).rejects.toThrow(`${file}:5:12: orders.0.ago must be a duration`);
});

test("a fork lives a future of its own, and its keys lead to it", async () => {
  await using sandbox = await createSimulator({ world: "busy-shop" });
  const tenant = await sandbox.tenant();
  const fork = await tenant.fork("what-if");
  await fork.clock.advance("30d");
  await tenant.clock.advance("30d");
  const [own, other] = [await tenant.snapshot(), await fork.snapshot()];
  expect(Object.keys(other.tables).toSorted()).toEqual(Object.keys(own.tables).toSorted());
  const [first] = await tenant.esims.list();
  const [twin] = await fork.esims.list();
  expect(twin?.iccid).toBe(first?.iccid);
  expect(twin?.qrUrl).not.toBe(first?.qrUrl);
  expect((await sandbox.fetch(twin?.qrUrl ?? "")).status).toBe(200);
  await tenant.restore(other);
  expect((await tenant.snapshot()).tables["esims"]).toEqual(own.tables["esims"]);
});

test("credentials of nobody get a tenant of their own where that is asked for", async () => {
  await using sandbox = await createSimulator({ autoTenants: true });
  const balance = (accessCode: string): Promise<Response> =>
    sandbox.fetch("/api/v1/open/balance/query", {
      method: "POST",
      headers: { "RT-AccessCode": accessCode, "content-type": "application/json" },
      body: "{}",
    });
  for (const code of ["team-9", "test-access-code-team-9", "Some_Code/1", "test-access-code"]) {
    expect(await (await balance(code)).json()).toMatchObject({ success: true });
  }
  const user = { email: "traveller@example.com", partnerCode: "P000123", passwd: "3cb4e732631f47e6eb961f34554b7cde" };
  const registered = await sandbox.fetch("/user/emailRegister", {
    method: "POST",
    body: JSON.stringify(user),
    headers: { "content-type": "application/json" },
  });
  expect(registered.status).toBe(200);
  const listed: unknown = await (await sandbox.fetch("/__admin/tenants")).json();
  const ids = ["default", "team-9", expect.stringMatching(/^auto-[0-9a-f]{16}$/), "p000123"];
  expect(listed).toMatchObject({ items: ids.map((id) => ({ id })) });
});

test("a sink gets what would be sent, and a year of it is the same for the same seed", async () => {
  const year = async (): Promise<string[]> => {
    const got: string[] = [];
    await using sandbox = await createSimulator({
      sink: ({ tenantId, body }) => {
        got.push(`${tenantId} ${body}`);
        return 200;
      },
    });
    const headers = { "RT-AccessCode": "test-access-code", "content-type": "application/json" };
    const call = (path: string, body: object): Promise<Response> =>
      sandbox.fetch(`/api/v1/open/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    await call("webhook/save", { webhook: "http://receiver.example.com/" });
    await call("esim/order", { transactionId: "t", packageInfoList: [{ packageCode: "JP_1_7", count: 20 }] });
    const tenant = await sandbox.tenant();
    await tenant.clock.advance("5s");
    for (const { id } of await tenant.esims.list())
      for (const event of ["download", "install", "enable", "attach"] as const) await tenant.esims[event](id);
    await tenant.clock.advance("365d");
    return got;
  };
  const first = await year();
  expect(first).toHaveLength(142);
  expect(await year()).toEqual(first);
});

test("every table that is defined is known to snapshots", async () => {
  await using sandbox = await createSimulator({ world: "busy-shop" });
  const tenant = await sandbox.tenant();
  await tenant.restore(JSON.parse(JSON.stringify(await tenant.snapshot())));
  const stored = [
    "kernel/kernel-tables.ts",
    "esim/esim-tables.ts",
    "providers/esimaccess/stored.ts",
    "providers/fms/stored.ts",
  ];
  const described = stored.map((file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8")).join("\n");
  for (const name of tableConstants()) expect(described).toContain(`storedTable(${name},`);
});

/** Names of the constants that define a table, in any source of the simulator. */
function tableConstants(): string[] {
  const root = new URL("../", import.meta.url);
  const files = readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts") && !/test/.test(file));
  return files.flatMap((file) => {
    const found = readFileSync(new URL(file, root), "utf8").matchAll(/^(?:export )?const (\w+): TableDefinition</gm);
    return [...found].map(([, name = ""]) => name);
  });
}
