import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomStream } from "./kernel/random.ts";

/** Kills per run; the moments are drawn from a seed that a failure prints. */
const KILLS = 50;
const SEED = Number(process.env["KILL_SEED"] ?? 20_260_101);
const PRICE = 7000; // ES_1_7
const STARTING_BALANCE = 10_000_000_000;
const CLIENTS = 8;

let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "esim-sandbox-kill-"));
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

interface Server {
  readonly url: string;
  readonly child: ChildProcess;
}

async function start(): Promise<Server> {
  const flags = ["--port", "0", "--json", "--log-level", "silent", "--rate-limit", "off", "--data", directory];
  const child = spawn(process.execPath, ["dist/cli/main.js", "start", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    child.stdout.resume();
    return { url: JSON.parse(line).url, child };
  }
  throw new Error("the sandbox ended before it was ready");
}

async function call(
  server: Server,
  path: string,
  body: unknown,
): Promise<{ success: boolean; obj: Record<string, unknown> }> {
  const response = await fetch(`${server.url}/api/v1/open/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "RT-AccessCode": "test-access-code" },
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}

interface ListedOrder {
  readonly number: string;
  readonly state: string;
  readonly esimIds: readonly string[];
  readonly details: { readonly transactionId: string };
}

/** Every eSIM Access order, page by page. */
async function ordersOf(server: Server): Promise<ListedOrder[]> {
  const orders: ListedOrder[] = [];
  for (;;) {
    const query = `provider=esimaccess&limit=1000&offset=${orders.length}`;
    const listed: { items: ListedOrder[]; total: number } = JSON.parse(
      await (await fetch(`${server.url}/__admin/orders?${query}`)).text(),
    );
    orders.push(...listed.items);
    if (orders.length >= listed.total || listed.items.length === 0) return orders;
  }
}

async function kill(server: Server): Promise<void> {
  const ended = new Promise((resolve) => server.child.once("exit", resolve));
  server.child.kill("SIGKILL");
  await ended;
}

async function post(server: Server, path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${server.url}/__admin/${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

interface Calls {
  asked(transactionId: string): void;
  answered(transactionId: string, orderNo: string): void;
}

/** Orders until the server is gone, and tells each call. */
async function orderUntilKilled(server: Server, name: string, calls: Calls): Promise<void> {
  for (let number = 0; ; number += 1) {
    const transactionId = `${name}-${number}`;
    calls.asked(transactionId);
    try {
      const answer = await call(server, "esim/order", {
        transactionId,
        packageInfoList: [{ packageCode: "ES_1_7", count: 1 }],
      });
      calls.answered(transactionId, String(answer.obj["orderNo"]));
    } catch {
      return; // killed
    }
  }
}

test(`after ${KILLS} kills at random moments every answered order is there, and none is half-done`, async () => {
  const random = randomStream(SEED, "kill moments");
  const answered = new Map<string, string>();
  const asked = new Set<string>();
  let server = await start();
  await fetch(`${server.url}/__admin/account`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ balance: STARTING_BALANCE }),
  });
  for (let round = 0; round < KILLS; round += 1) {
    let tellFirstAnswer = (): void => undefined;
    const firstAnswer = new Promise<void>((resolve) => {
      tellFirstAnswer = resolve;
    });
    const calls: Calls = {
      asked: (transactionId) => asked.add(transactionId),
      answered: (transactionId, orderNo) => {
        answered.set(transactionId, orderNo);
        tellFirstAnswer();
      },
    };
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      orderUntilKilled(server, `k${round}-${client}`, calls),
    );
    if (round % 2 === 0) await firstAnswer; // else a slow machine might kill before anything is written
    await new Promise((resolve) => setTimeout(resolve, 20 + random.below(180)));
    await kill(server);
    await Promise.all(clients);
    server = await start();
  }
  const orders = await ordersOf(server);
  const stored = new Map(orders.map((order) => [order.details.transactionId, order.number]));
  const lost = [...answered].filter(([transactionId, orderNo]) => stored.get(transactionId) !== orderNo);
  expect(lost, `seed ${SEED}`).toEqual([]);
  expect([...stored.keys()].filter((transactionId) => !asked.has(transactionId))).toEqual([]);
  const balance = Number((await call(server, "balance/query", {})).obj["balance"]);
  expect(balance).toBe(STARTING_BALANCE - stored.size * PRICE);
  expect(answered.size).toBeGreaterThanOrEqual(KILLS / 2);
  await post(server, "clock/advance", { by: "1m" });
  const settled = await ordersOf(server);
  const unready = settled.filter((order) => order.state !== "allocated" || order.esimIds.length !== 1);
  expect(unready).toEqual([]);
  expect(new Set(settled.flatMap((order) => order.esimIds)).size).toBe(stored.size);
  await kill(server);
}, 600_000);
