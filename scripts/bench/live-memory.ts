import { createSimulator } from "../../src/simulator/index.ts";

/**
 * Prints the bytes of live memory per stored order, after garbage collection, without a webhook URL: `node --expose-gc live-memory.ts`. Orders
 * are placed in process on a standing clock, which is then advanced so that every eSIM is allocated.
 */
const ORDERS = 100_000;
const collect = globalThis.gc;
if (collect === undefined) throw new Error("run with --expose-gc");

const sim = await createSimulator({ rateLimit: "off" });
const tenant = await sim.tenant();
await tenant.account.set(1_000_000_000_000_000);
await place(0, 12_000); // fills the journal, so that its fixed size is not counted
await tenant.clock.advance("1m");
collect();
const before = process.memoryUsage().heapUsed;
await place(12_000, 12_000 + ORDERS);
await tenant.clock.advance("1m");
collect();
console.log(Math.round((process.memoryUsage().heapUsed - before) / ORDERS));
await sim.close();

async function place(from: number, to: number): Promise<void> {
  const headers = { "content-type": "application/json", "RT-AccessCode": "test-access-code" };
  for (let number = from; number < to; number += 1) {
    const packageInfoList = [{ packageCode: "ES_1_7", count: 1 }];
    const body = JSON.stringify({ transactionId: `order-${number}`, packageInfoList });
    await sim.fetch("/api/v1/open/esim/order", { method: "POST", headers, body });
  }
}
