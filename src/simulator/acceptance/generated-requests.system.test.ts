import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TenantHandle } from "../index.ts";
import { ControlRefused } from "../index.ts";
import { readSpec } from "../package-files.ts";
import { type Beginning, expectConserved } from "./testing/invariants.ts";
import { nodeOf } from "./testing/recipes.ts";
import { type GeneratedRequest, requestsOf } from "./testing/requests.ts";
import { DEFECTS, openShop, type Shop } from "./testing/shop.ts";
import { lookAround, type World } from "./testing/world.ts";

/** Requests per run, and the seed that they are drawn from; a failure names it. */
const REQUESTS = Number(process.env["GENERATED_REQUESTS"] ?? 10_000);
const SEED = Number(process.env["GENERATED_SEED"] ?? 20_260_101);

/** Requests after which the test looks at what exists, moves time and reads the journal. */
const ROUND = 25;

/** Requests that are under way at once, so that transactions meet. */
const AT_ONCE = 5;

const BALANCE = 500_000_000;
const SCARCE = 25;

/** Packages that orders ask for; the first three are scarce. */
const PACKAGES = ["JP_1_7", "US_1_7", "JP_1_Daily", "ES_1_7", "ES_3_30", "JP_3_30", "nothing"];

/** Instants between rounds; mostly short, so that eSIMs are met in each of their states. */
const ADVANCES = ["0s", "1s", "1s", "2s", "2s", "10s", "5m", "1h", "3h", "12h", "1d", "9d"];

let shop: Shop;
let receiver: Server;
let urls: string[] = [];
const rejections: unknown[] = [];
const seen = (reason: unknown): void => void rejections.push(reason);

beforeAll(async () => {
  process.on("unhandledRejection", seen);
  let heard = 0;
  receiver = createServer((_request, response) => {
    heard += 1;
    response.writeHead(heard % 7 === 0 ? 500 : 200).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo; // it listens on a port
  urls = [`http://127.0.0.1:${port}/hook`, "http://127.0.0.1:1/", "http://192.0.2.1/", `http://localhost:${port}/`];
  shop = await openShop({ rateLimit: "report" });
});

afterAll(async () => {
  process.off("unhandledRejection", seen);
  await shop.close();
  receiver.closeAllConnections();
  receiver.close();
});

async function begin(): Promise<Beginning> {
  const { handle } = shop;
  await handle.account.set(BALANCE);
  const stock = new Map<string, number>();
  const scarce = [...PACKAGES.slice(0, 3).map((code) => ["esimaccess", code] as const), ["fms", "PKG-CN-5"] as const];
  for (const [provider, code] of scarce) {
    const changed = await handle.packages.change(provider, code, { stock: SCARCE });
    stock.set(`${provider} ${changed.code}`, SCARCE);
  }
  return { balance: BALANCE, stock };
}

/** Which slug tops up what was sold under a package code: the base's own. */
async function topUpCodes(): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { code, alias } of await shop.handle.packages.list({ provider: "esimaccess", limit: 10_000 })) {
    if (alias !== null && PACKAGES.includes(alias)) codes.set(code, alias);
  }
  return codes;
}

const documents = { esimaccess: readSpec("esimaccess"), fms: readSpec("fms") };

/** HTTP statuses that the contract has for each operation. */
const statuses = new Map(
  Object.values(documents).flatMap((document) =>
    Object.values(nodeOf(nodeOf(document)["paths"])).flatMap((item) =>
      Object.values(nodeOf(item)).map((definition) => {
        const { operationId, responses } = nodeOf(definition);
        return [String(operationId), new Set(Object.keys(nodeOf(responses)).map(Number))] as const;
      }),
    ),
  ),
);

/** Successes by operation, so that the test shows that it got behind the validation. */
const succeeded = new Map<string, number>();

async function send(request: GeneratedRequest, world: World): Promise<void> {
  const { operationId, method, kind } = request;
  const [path, headers, body] = [request.path(world), request.headers(world), request.body(world)];
  const response = await shop.sandbox.fetch(path, { method, headers, body });
  const text = await response.text();
  const about = `seed ${SEED}: ${kind} ${operationId} ${path} ${body?.slice(0, 500)} -> ${response.status} ${text.slice(0, 300)}`;
  expect(statuses.get(operationId)?.has(response.status), about).toBe(true);
  const answer = nodeOf(JSON.parse(text));
  const isSuccess = answer["success"] === true || answer["code"] === 0;
  expect(isSuccess || answer["success"] === false || Number.isInteger(answer["code"]), about).toBe(true);
  // A refused address is the one case in which eSIM Access says "system error" (DEC-36).
  const isBroken = answer["code"] === 9999 || (answer["errorCode"] === "000001" && operationId !== "webhookSave");
  expect(isBroken, about).toBe(false);
  if (isSuccess) succeeded.set(operationId, (succeeded.get(operationId) ?? 0) + 1);
}

const steps = fc.record({
  advance: fc.constantFrom(...ADVANCES),
  devices: fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom("download", "install", "enable", "attach", "use", "disable", "delete", "reinstall"),
      fc.integer({ min: 1, max: 2_000_000_000 }),
    ),
    { maxLength: 12 },
  ),
});

/** What travellers do between the requests. What a device cannot do is refused, and that is all. */
async function playDevices(
  handle: TenantHandle,
  world: World,
  step: { devices: [number, string, number][] },
): Promise<void> {
  for (const [drawn, event, bytes] of step.devices) {
    const id = world.esimIds[drawn % Math.max(1, world.esimIds.length)];
    if (id === undefined) return;
    try {
      if (event === "use") await handle.esims.use(id, bytes);
      else if (event === "attach") {
        for (const one of ["download", "install", "enable", "attach"] as const) await handle.esims[one](id);
      } else if (isEvent(event)) await handle.esims[event](id);
    } catch (error) {
      if (!(error instanceof ControlRefused)) throw error;
    }
  }
}

function isEvent(event: string): event is "download" | "install" | "enable" | "disable" | "delete" | "reinstall" {
  return ["download", "install", "enable", "disable", "delete", "reinstall"].includes(event);
}

async function expectNoDefects(since: number): Promise<number> {
  const entries = await shop.handle.journal.list({ since, limit: 10_000 });
  const defects = entries.filter(({ kind }) => DEFECTS.some((defect) => defect === kind));
  expect(defects, `seed ${SEED}`).toEqual([]);
  return Number(entries.at(-1)?.["seq"] ?? since);
}

test(`${REQUESTS} generated requests leave no defect, and money and stock add up`, async () => {
  const beginning = await begin();
  const draw = { seed: SEED, numRuns: REQUESTS };
  const each = fc.oneof(requestsOf("esimaccess", documents.esimaccess), requestsOf("fms", documents.fms));
  const requests = fc.sample(each, draw);
  const between = fc.sample(steps, { seed: SEED, numRuns: Math.ceil(REQUESTS / ROUND) });
  const tokens: string[] = [await shop.fms.register()];
  const known = { tokens, webhookUrls: urls, packageCodes: PACKAGES, topUpCodes: await topUpCodes() };
  let journalled = 0;
  for (const [round, step] of between.entries()) {
    const world = await lookAround(shop, known);
    const due = requests.slice(round * ROUND, (round + 1) * ROUND);
    while (due.length > 0) await Promise.all(due.splice(0, AT_ONCE).map((request) => send(request, world)));
    await playDevices(shop.handle, world, step);
    await shop.handle.clock.advance(step.advance);
    journalled = await expectNoDefects(journalled);
    const { data } = await shop.fms.post("/user/emailLogin", {
      email: "traveller@example.com",
      passwd: "d0f12ebb5e82841005e1974a77a0c88b",
    });
    tokens[0] = String(nodeOf(data)["x-access-token"]);
    if (round % 40 === 0) await expectConserved(shop.handle, beginning);
  }
  await shop.handle.idle();
  await expectConserved(shop.handle, beginning);
  await expectNoDefects(0);
  expect(rejections).toEqual([]);
  const never = [...statuses.keys()].filter((operationId) => !succeeded.has(operationId));
  expect(never).toEqual(["esimRealtimeBalanceQuery", "paymentWebhookV11"]); // served by option only
}, 300_000);
