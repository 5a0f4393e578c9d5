import { createHash } from "node:crypto";
import { builtSimulator } from "../built-package.ts";

/**
 * Prints, as JSON, how long a year of 10,000 eSIMs takes that report usage, cross a threshold, come to their end and are over, each with its webhook
 * to a sink in process: 60,000 jobs. `ratio` sets the processor time beside that of a fixed piece of arithmetic, as machines differ and are shared;
 * `digest` is the same for the same seed.
 */
const ESIMS = 10_000;
const BATCH = 20;
const AT_ONCE = 10;
const USED_BYTES = 600_000_000;

const { createSimulator } = await builtSimulator();
const digest = createHash("sha256");
let sent = 0;
const sim = await createSimulator({
  rateLimit: "off",
  sink: ({ body }) => {
    digest.update(body);
    sent += 1;
    return 200;
  },
});
const tenant = await sim.tenant();
await tenant.account.set(1_000_000_000_000_000);
await call("webhook/save", { webhook: "http://receiver.example.com/" });
for (let number = 0; number * BATCH < ESIMS; number += 1) {
  await call("esim/order", {
    transactionId: `t-${number}`,
    packageInfoList: [{ packageCode: "JP_1_7", count: BATCH }],
  });
}
await tenant.clock.advance("5s");
const ids = (await tenant.esims.list()).map(({ id }) => id);
for (const [index, id] of ids.entries()) {
  for (const event of ["download", "install", "enable", "attach"] as const) await tenant.esims[event](id);
  await tenant.esims.use(id, USED_BYTES);
  if (index % AT_ONCE === 0) await tenant.clock.advance("97ms");
}
await tenant.idle();
const sentBefore = sent;
const cpu = process.cpuUsage();
const startedAt = performance.now();
const { count } = await tenant.clock.advance("365d");
const wallMs = Math.round(performance.now() - startedAt);
const cpuMs = Math.round(process.cpuUsage(cpu).user / 1000);
const unitMs = arithmeticMs();
await sim.close();
console.log(
  JSON.stringify({
    wallMs,
    cpuMs,
    unitMs,
    ratio: Math.round((100 * cpuMs) / unitMs) / 100,
    fired: count,
    webhooks: sent - sentBefore,
    digest: digest.digest("hex").slice(0, 16),
  }),
);

async function call(path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json", "RT-AccessCode": "test-access-code" };
  const answer = await sim.fetch(`/api/v1/open/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!(await answer.text()).includes('"success":true')) throw new Error(`${path} was refused`);
}

/** Processor milliseconds of a hundred million steps of a generator. */
function arithmeticMs(): number {
  const before = process.cpuUsage();
  let state = 1;
  for (let step = 0; step < 100_000_000; step += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  if (state === 0) throw new Error("the generator has a full period and began at 1");
  return process.cpuUsage(before).user / 1000;
}
