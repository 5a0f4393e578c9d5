import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

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
  const startMb = residentMb("VmRSS");
  let next = 1;
  const buyer = async (): Promise<void> => {
    for (let number = next++; number <= TENANTS; number = next++) await buy(url, `shop-${number}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, buyer));
  console.log(JSON.stringify({ startMb, mostResidentMb: residentMb("VmHWM"), cpuSeconds: cpuSeconds() }));
} finally {
  sandbox.kill("SIGTERM");
}

/** A tenant of its own that buys. */
async function buy(url: string, id: string): Promise<void> {
  const json = { "content-type": "application/json" };
  const created = await fetch(`${url}/__admin/tenants/${id}`, { method: "PUT", headers: json, body: "{}" });
  const tenant = (await created.json()) as { credentials: { esimaccess: { accessCode: string } } }; // as the admin document says
  const headers = { ...json, "RT-AccessCode": tenant.credentials.esimaccess.accessCode };
  for (let order = 1; order <= ORDERS; order += 1) {
    const packageInfoList = [{ packageCode: "JP_1_7", count: 1 }];
    const body = JSON.stringify({ transactionId: `order-${order}`, packageInfoList });
    const answer = await fetch(`${url}/api/v1/open/esim/order`, { method: "POST", headers, body });
    if (!(await answer.text()).includes('"success":true')) throw new Error(`order ${order} of ${id} was refused`);
  }
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
