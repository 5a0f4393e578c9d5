import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ensureBuilt, post, type Started, startCli } from "../../cli/testing/built-cli.ts";
import { type LoopbackReceiver, openLoopbackReceiver } from "./testing/loopback-receiver.ts";
import { nodeOf } from "./testing/recipes.ts";

let cwd = "";
let running: Started[] = [];
let receiver: LoopbackReceiver;

beforeAll(() => {
  ensureBuilt();
});

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "esim-sandbox-restart-"));
  receiver = await openLoopbackReceiver();
});

afterEach(async () => {
  for (const { child } of running) child.kill("SIGKILL");
  running = [];
  await receiver.close();
  rmSync(cwd, { recursive: true, force: true });
});

async function start(...flags: string[]): Promise<Started> {
  const started = await startCli(["--rate-limit", "off", ...flags], cwd);
  running.push(started);
  return started;
}

async function stop(started: Started, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
  started.child.kill(signal);
  const { code, stderr } = await started.ended;
  expect(stderr).toMatch(
    /^(esim-sandbox: the data directory \S+ was left locked by process \d+, which has ended; taken over\n)?$/,
  );
  if (signal === "SIGTERM") expect(code).toBe(0);
}

const admin = async ({ url }: Started, path: string): Promise<Record<string, unknown>> => {
  return JSON.parse(await (await fetch(`${url}/__admin/${path}`)).text());
};

const access = (started: Started, path: string, body: object = {}) =>
  post(`${started.env["ESIMACCESS_BASE_URL"]}/${path}`, body);

async function fms({ url }: Started, path: string, body: object, token = ""): Promise<Record<string, unknown>> {
  const headers = { "content-type": "application/json", "x-access-token": token };
  const text = JSON.stringify({ partnerCode: "P001101", ...body });
  return nodeOf(JSON.parse(await (await fetch(url + path, { method: "POST", headers, body: text })).text()));
}

const line = { packageCode: "JP_1_7", count: 1 };

async function order(started: Started, transactionId: string): Promise<string> {
  const { obj } = await access(started, "esim/order", { transactionId, packageInfoList: [line] });
  return String(nodeOf(obj)["orderNo"]);
}

/** Everything that the control API shows, without the address, which changes with the port. */
async function everything(started: Started): Promise<unknown> {
  const shown: Record<string, unknown> = {};
  for (const path of ["account", "orders", "esims", "mails", "deliveries", "options", "faults", "clock"]) {
    shown[path] = await admin(started, path);
  }
  return JSON.parse(JSON.stringify(shown).replaceAll(started.url, "http://sandbox.test"));
}

test("after a clean stop everything is there again, and a standing clock stood", async () => {
  const first = await start("--freeze", "--time", "2026-03-01T00:00:00Z", "--seed", "5");
  await access(first, "webhook/save", { webhook: receiver.url });
  receiver.replies(() => 500);
  const orderNo = await order(first, "first __proto__ 💥");
  const purchase = { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 };
  const registered = await fms(first, "/user/emailRegister", {
    email: "traveller@example.com",
    passwd: "0".repeat(32),
  });
  const token = String(nodeOf(registered["data"])["x-access-token"]);
  const placed = await fms(first, "/package/preOrderPackage", purchase, token);
  const orderId = nodeOf(placed["data"])["id"];
  const type = "payment_intent.succeeded";
  await fms(first, "/payment/webhook", { orderId, dateTime: 1, payAmount: 12.5, payCurrency: "USD", type });
  await post(`${first.url}/__admin/clock/advance`, { by: "5s" });
  await fms(first, "/package/queryOrdStatusAndEmail", { orderId }, token);
  await fms(first, "/package/preOrderPackage", purchase, token);
  await post(`${first.url}/__admin/options`, { esimaccess: { usageLagSeconds: 60 } }, "PATCH");
  await post(`${first.url}/__admin/packages/fms/PKG-CN-5`, { stock: 3 }, "PATCH");
  const effect = { kind: "provider-error", code: "900001" };
  await post(`${first.url}/__admin/faults`, {
    provider: "esimaccess",
    operationId: "esimCancel",
    phase: "before",
    effect,
  });
  const before = await everything(first);
  await stop(first);
  const second = await start();
  expect(await everything(second)).toEqual(before);
  expect(await order(second, "first __proto__ 💥")).toBe(orderNo);
  expect((await access(second, "balance/query"))["obj"]).toEqual({ balance: 9_993_000 });
  const status = await fms(second, "/package/queryOrdStatusAndEmail", { orderId }, token);
  expect(status).toMatchObject({ code: 0, data: { orderPayStatus: 1 } });
  expect(await admin(second, "mails")).toMatchObject({ total: 1 });
  expect(await access(second, "esim/cancel", {})).toMatchObject({ errorCode: "900001" });
  expect(await admin(second, "packages?provider=fms&limit=1")).toMatchObject({
    items: [{ code: "PKG-CN-5", stock: 3 }],
  });
  receiver.replies(() => 200);
  await post(`${second.url}/__admin/clock/advance`, { by: "10s" });
  const sent = receiver.heard.filter(({ notifyType }) => notifyType === "ORDER_STATUS");
  expect(sent).toHaveLength(2);
  expect(sent[1]?.raw).toBe(sent[0]?.raw);
  await stop(second);
});

test("a running clock goes on while the sandbox is stopped, and what fell due is done before it is ready", async () => {
  const first = await start("--speed", "60");
  await access(first, "webhook/save", { webhook: receiver.url });
  await post(`${first.url}/__admin/options`, { esimaccess: { allocationDelaySeconds: 300 } }, "PATCH");
  const { nowMs } = await admin(first, "clock");
  const orderNo = await order(first, "while away");
  const query = { orderNo, pager: { pageNum: 1, pageSize: 20 } };
  expect(await access(first, "esim/query", query)).toMatchObject({ errorCode: "200010" });
  await stop(first);
  await sleep(6000);
  const second = await start();
  expect(await access(second, "esim/query", query)).toMatchObject({ errorCode: "0" });
  const clock = await admin(second, "clock");
  expect(clock).toMatchObject({ mode: "running", speed: 60 });
  const wentOnMs = Number(clock["nowMs"]) - Number(nowMs);
  expect(wentOnMs).toBeGreaterThanOrEqual(6000 * 60);
  await expect.poll(() => receiver.heard.at(-1)?.notifyType).toBe("ORDER_STATUS");
  // It was allocated when it was due, not when the sandbox came back.
  const { items } = await admin(second, "esims");
  const [esim] = Array.isArray(items) ? items : [];
  expect(nodeOf(esim)["orderNumber"]).toBe(orderNo);
  await stop(second);
});

test("state.json is for people: readable, and editable after a clean stop", async () => {
  const first = await start("--freeze");
  await order(first, "one");
  await stop(first);
  const directory = join(cwd, ".esim-sandbox");
  const file = join(directory, "state.json");
  const text = readFileSync(file, "utf8");
  expect(nodeOf(JSON.parse(text))).toMatchObject({ format: 1, tenants: { default: expect.any(Object) } });
  expect(text.split("\n").length).toBeGreaterThan(10);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(directory, ".gitignore"), "utf8").trim()).toBe("*");
  expect(text).toContain('"amount":9993000');
  writeFileSync(file, JSON.stringify(JSON.parse(text.replace('"amount":9993000', '"amount":42')), null, 4));
  const second = await start();
  expect((await access(second, "balance/query"))["obj"]).toEqual({ balance: 42 });
  await stop(second);
});

test("after a kill what was answered is there, and the lock of the dead process is taken over", async () => {
  const first = await start("--freeze");
  const numbers: string[] = [];
  for (let count = 0; count < 20; count += 1) numbers.push(await order(first, `t-${count}`));
  await stop(first, "SIGKILL");
  const second = await start();
  const { items, total } = await admin(second, "orders");
  expect(total).toBe(20);
  expect((Array.isArray(items) ? items : []).map((item) => nodeOf(item)["number"])).toEqual(numbers);
  expect((await access(second, "balance/query"))["obj"]).toEqual({ balance: 10_000_000 - 20 * 7000 });
  await stop(second);
});
