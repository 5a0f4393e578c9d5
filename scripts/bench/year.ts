import { createSimulator, type Simulator, type TenantHandle } from "../../src/simulator/index.ts";

const ESIMS = 10_000;
const sent: string[] = [];
const t00 = performance.now();
const sim = await createSimulator({
  rateLimit: "off",
  sink: ({ body }) => {
    sent.push(body);
    return 200;
  },
});
const tenant = await sim.tenant();
const headers = { "content-type": "application/json", "RT-AccessCode": "test-access-code" };
const call = async (path: string, body: unknown) => {
  const r = await sim.fetch(`/api/v1/open/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return r.json();
};
await tenant.account.set(1_000_000_000_000_000);
const saved = await call("webhook/save", { webhook: "http://127.0.0.1:9/" });
console.log(JSON.stringify(saved));
for (let n = 0; n * 20 < ESIMS; n += 1) {
  await call("esim/order", { transactionId: `t-${n}`, packageInfoList: [{ packageCode: "JP_1_7", count: 20 }] });
}
await tenant.clock.advance("5s");
const esims = await tenant.esims.list();
console.log(esims.length, "esims", Math.round(performance.now() - t00), "ms setup");
let k = 0;
for (const { id } of esims) {
  await tenant.esims.download(id);
  await tenant.esims.install(id);
  await tenant.esims.enable(id);
  await tenant.esims.attach(id);
  await tenant.esims.use(id, 600_000_000);
  k += 1;
  if (k % 10 === 0) await tenant.clock.advance("97ms");
}
await tenant.idle();
console.log("setup", Math.round(performance.now() - t00), "ms; sent", sent.length);
const t0 = performance.now();
const c0 = process.cpuUsage();
const moved = await tenant.clock.advance("365d");
const ms = performance.now() - t0;
const c = process.cpuUsage(c0);
console.log("cpu", Math.round(c.user / 1000), Math.round(c.system / 1000));
console.log("year", Math.round(ms), "ms", moved.count, "fired; sent", sent.length, moved.isCut);
await sim.close();
