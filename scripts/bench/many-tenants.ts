import { builtSimulator } from "./built.ts";

/**
 * Prints, as JSON, what a thousand tenants of a hundred orders each take in one process: milliseconds to create one (median), megabytes
 * resident, megabytes of live objects after garbage collection (with `--expose-gc`). Orders are allocated; nothing is sent.
 */
const TENANTS = 1000;
const ORDERS = 100;

const { createSimulator } = await builtSimulator();
const sim = await createSimulator({ rateLimit: "off" });
const created: number[] = [];
for (let number = 1; number <= TENANTS; number += 1) {
  const startedAt = performance.now();
  const tenant = await sim.tenant(`shop-${number}`);
  created.push(performance.now() - startedAt);
  const headers = { "content-type": "application/json", "RT-AccessCode": tenant.credentials.esimaccess.accessCode };
  for (let order = 1; order <= ORDERS; order += 1) {
    const packageInfoList = [{ packageCode: "JP_1_7", count: 1 }];
    const body = JSON.stringify({ transactionId: `order-${order}`, packageInfoList });
    const answer = await sim.fetch("/api/v1/open/esim/order", { method: "POST", headers, body });
    if (!(await answer.text()).includes('"success":true'))
      throw new Error(`order ${order} of ${tenant.id} was refused`);
  }
  await tenant.clock.advance("1m");
}
created.sort((a, b) => a - b);
globalThis.gc?.();
const { rss, heapUsed } = process.memoryUsage();
const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
const createMs = Math.round((created[TENANTS / 2] ?? Number.NaN) * 1000) / 1000;
console.log(JSON.stringify({ createMs, residentMb: megabytes(rss), liveMb: megabytes(heapUsed) }));
await sim.close();
