import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { builtSimulator } from "../built-package.ts";
import { buyOrders } from "./buy-orders.ts";

/**
 * Prints, as JSON, what a thousand tenants of a hundred orders each take in one process: milliseconds to create one (median), megabytes of
 * live objects after garbage collection, and the most megabytes that were resident at any time. Orders are allocated; nothing is sent. It is
 * measured twice: as Node runs when nothing is said, where it collects late and keeps about as much again for what is to come, and with
 * the heap bounded as in a small container.
 */
const TENANTS = 1000;
const ORDERS = 100;
const BOUNDED = ["--max-old-space-size=300", "--max-semi-space-size=8"];
const INNER = "--measure";

if (process.argv.includes(INNER)) console.log(JSON.stringify(await measured()));
else console.log(JSON.stringify({ unbounded: measureWith([]), bounded: measureWith(BOUNDED) }));

function measureWith(flags: readonly string[]): unknown {
  const script = [fileURLToPath(import.meta.url), INNER];
  const printed = execFileSync(process.execPath, [...flags, "--expose-gc", "--import", "tsx", ...script]);
  return JSON.parse(printed.toString("utf8"));
}

async function measured(): Promise<{ createMs: number; liveMb: number; mostResidentMb: number }> {
  const { createSimulator } = await builtSimulator();
  const sim = await createSimulator({ rateLimit: "off" });
  const created: number[] = [];
  for (let number = 1; number <= TENANTS; number += 1) {
    const startedAt = performance.now();
    const tenant = await sim.tenant(`shop-${number}`);
    created.push(performance.now() - startedAt);
    await buyOrders(tenant.credentials.esimaccess.accessCode, ORDERS, (path, init) => sim.fetch(path, init));
    await tenant.clock.advance("1m");
  }
  created.sort((a, b) => a - b);
  const { maxRSS } = process.resourceUsage();
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  await sim.close();
  const createMs = Math.round((created[TENANTS / 2] ?? Number.NaN) * 1000) / 1000;
  return {
    createMs,
    liveMb: Math.round(heapUsed / 1_000_000),
    mostResidentMb: Math.round((maxRSS * 1024) / 1_000_000),
  };
}
