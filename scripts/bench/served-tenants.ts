import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createControlClient } from "../../src/client/control-client.ts";
import { buyOrders } from "./buy-orders.ts";

/**
 * Prints, as JSON, the most megabytes that `esim-sandbox start` had resident while a thousand tenants bought a hundred orders each over HTTP,
 * its processor seconds for that, and what was resident at the start (Linux: read from /proc). Flags for Node are passed on to it.
 */
const TENANTS = 1000;
const ORDERS = 100;
const AT_ONCE = 4;
const TICKS_PER_SECOND = 100;

const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const flags = ["--memory", "--port", "0", "--rate-limit", "off", "--log-level", "silent", "--json"];
const sandbox = spawn(process.execPath, [...process.argv.slice(2), command, "start", ...flags], {
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const [line] = await once(createInterface(sandbox.stdout), "line");
  const { url } = JSON.parse(String(line)) as { url: string }; // what `start --json` promises to print first
  const client = createControlClient({ fetch, url });
  const startMb = residentMb("VmRSS");
  let next = 1;
  const buyer = async (): Promise<void> => {
    for (let number = next++; number <= TENANTS; number = next++) {
      const { credentials } = await client.tenants.put(`shop-${number}`, {});
      const accessCode = String(credentials["esimaccess"]?.["accessCode"]);
      await buyOrders(accessCode, ORDERS, (path, init) => fetch(`${url}${path}`, init));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, buyer));
  console.log(JSON.stringify({ startMb, mostResidentMb: residentMb("VmHWM"), cpuSeconds: cpuSeconds() }));
} finally {
  sandbox.kill("SIGTERM");
}

function residentMb(name: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${sandbox.pid}/status`, "utf8");
  const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1];
  return Math.round((Number(kilobytes) * 1024) / 1_000_000);
}

function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${sandbox.pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
