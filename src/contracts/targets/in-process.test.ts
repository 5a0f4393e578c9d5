import { expect, test } from "vitest";
import { openInProcess } from "./in-process.ts";
import type { Arrived, Control, Target } from "./target.ts";

const BEGINNING = 1_767_225_600_000;

function controlOf({ control }: Target): Control {
  if (control === null) throw new Error("the simulator has a control API");
  return control;
}

function query(target: Target, who: "usual" | "other" = "usual"): Promise<Arrived> {
  const headers = { "RT-AccessCode": target.credentials("esimaccess", who)?.values["accessCode"] ?? "" };
  const path = "/api/v1/open/balance/query";
  return target.send("esimaccess", { method: "POST", path, headers, body: null });
}

function textOf(arrived: Arrived): string {
  return arrived.status === null ? arrived.failure : new TextDecoder().decode(arrived.bytes);
}

test("it can all but spend, and has two tenants with credentials of their own", async () => {
  const target = await openInProcess({ seed: 1 });
  expect(target.name).toBe("in-process");
  expect([target.capabilities.size, target.capabilities.has("spending")]).toEqual([10, false]);
  expect(target.credentials("esimaccess", "usual")).toEqual({
    tenantId: "contract-a",
    values: { accessCode: "test-access-code-contract-a", secretKey: "test-secret-key-contract-a" },
  });
  const codes = (["usual", "other"] as const).map((who) => target.credentials("fms", who)?.values["partnerCode"]);
  expect(new Set(codes).size).toBe(2);
  await target.close();
});

test("credentials are given for the providers that are called", async () => {
  const target = await openInProcess({ seed: 1, providers: ["fms"] });
  expect(target.credentials("esimaccess", "usual")).toBeNull();
  expect(target.credentials("fms", "other")).toMatchObject({ tenantId: "contract-b" });
  await target.close();
});

test("an answer comes with its status, its headers in lower case and its bytes", async () => {
  const target = await openInProcess({ seed: 1 });
  const arrived = await query(target);
  expect(arrived).toMatchObject({ status: 200, wallMs: expect.any(Number) });
  if (arrived.status !== null) expect(arrived.headers.get("content-type")).toMatch(/^application\/json/);
  expect(JSON.parse(textOf(arrived))).toMatchObject({ success: true, obj: { balance: 10_000_000 } });
  await target.close();
});

test("the world is driven for each tenant by itself", async () => {
  const target = await openInProcess({ seed: 1 });
  const control = controlOf(target);
  await control.advance("contract-a", "2h");
  await control.setBalance("contract-a", 5);
  expect([await control.now("contract-a"), await control.balance("contract-a")]).toEqual([BEGINNING + 7_200_000, 5]);
  expect([await control.now("contract-b"), await control.balance("contract-b")]).toEqual([BEGINNING, 10_000_000]);
  await control.reset("contract-a");
  expect([await control.now("contract-a"), await control.balance("contract-a")]).toEqual([BEGINNING, 10_000_000]);
  await target.close();
});

test("the clock runs and stands", async () => {
  const target = await openInProcess({ seed: 1 });
  const control = controlOf(target);
  await control.run("contract-a", 0.001);
  expect(await control.read("contract-a", "clock")).toMatchObject({ mode: "running", speed: 0.001 });
  await control.run("contract-a", 0);
  expect(await control.read("contract-a", "clock")).toMatchObject({ mode: "frozen" });
  await target.close();
});

test("catalogue, options and faults are set, and read by their query", async () => {
  const target = await openInProcess({ seed: 1 });
  const control = controlOf(target);
  await control.setPackage("contract-a", "esimaccess", "CKH491", { stock: 0 });
  expect(await control.read("contract-a", "packages?provider=esimaccess&code=CKH491")).toMatchObject({
    items: [{ stock: 0 }],
  });
  await control.setOptions("contract-a", "fms", { provisioningDelaySeconds: 9 });
  expect(JSON.stringify(await control.read("contract-a", "options"))).toContain('"value":9');
  await expect(control.device("contract-a", "nobody", "enable")).rejects.toMatchObject({ code: "unknown-esim" });
  await expect(control.use("contract-a", "nobody", 1)).rejects.toMatchObject({ status: 404 });
  await target.close();
});

test("a connection that breaks is a failure, not an exception", async () => {
  const target = await openInProcess({ seed: 1 });
  const fault = { provider: "esimaccess", phase: "before", effect: { kind: "reset" } };
  await controlOf(target).addFault("contract-a", fault);
  const broken = { status: null, failure: "the connection was reset", isUnreachable: false };
  expect(await query(target)).toMatchObject(broken);
  expect(await query(target)).toMatchObject({ status: 200 });
  await target.close();
});

test("a request that no fetch can send is a failure too", async () => {
  const target = await openInProcess({ seed: 1 });
  const sent = await target.send("fms", { method: "GET", path: "/", headers: { "x-name": "\u{1F600}" }, body: null });
  expect(sent).toMatchObject({ status: null, isUnreachable: false });
  await target.close();
});

test("a mutant that does not exist is refused", async () => {
  await expect(openInProcess({ seed: 1, mutant: "NIL-99" })).rejects.toThrow(/NIL-99/);
});
