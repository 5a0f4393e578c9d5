import { expect, test } from "vitest";
import { type LoopbackReceiver, openLoopbackReceiver } from "../acceptance/testing/loopback-receiver.ts";
import { createSimulator } from "../index.ts";
import { catalogue } from "./index.ts";
import { Probe } from "./testing/probe.ts";

/** Six tenths of the package that is bought. */
const MOST_BYTES = 644_245_095;

/** What a receiver heard and a client saw over sockets, without the ports. */
type Seen = readonly unknown[];

/** The life of two eSIMs with a webhook, whose address changes at the beginning. */
async function live(p: Probe, receiver: LoopbackReceiver): Promise<void> {
  await p.a("webhook/save", { webhook: receiver.url });
  await p.a("webhook/save", { webhook: receiver.url.replace("/hook", "/other") });
  await p.a("webhook/query");
  const used = await p.esim();
  const unused = await p.esim();
  await p.handle.idle();
  for (const event of ["download", "install", "enable", "attach"] as const) {
    await p.handle.esims[event](used);
    await p.handle.idle();
  }
  await p.handle.esims.use(used, MOST_BYTES);
  await p.handle.clock.advance("2h");
  await p.a("esim/cancel", { esimTranNo: unused });
  await p.handle.clock.advance("1h");
  await p.handle.idle();
}

async function seenWith(mutant: string | null): Promise<Seen> {
  const receiver = await openLoopbackReceiver();
  await using sim = await createSimulator({ mutant });
  const { url } = await sim.listen();
  const p = new Probe((path, init) => fetch(url + path, init), await sim.tenant());
  let refusals = 1;
  receiver.replies(async ({ notifyType, content }) => {
    if (notifyType === "ORDER_STATUS") p.note((await p.rows(String(content["orderNo"]))).length);
    if (content["esimStatus"] !== "CANCEL" || refusals === 0) return 200;
    refusals -= 1;
    return 500;
  });
  try {
    await live(p, receiver);
    const heard = receiver.heard.map(({ method, path, headers, raw }) => {
      return { method, path, raw, type: headers["content-type"], key: headers["rt-accesscode"] };
    });
    return JSON.parse(JSON.stringify([...p.seen, ...heard]).replace(/127\.0\.0\.1:\d+/g, "loopback"));
  } finally {
    await receiver.close();
  }
}

const sent = catalogue.filter(({ id }) => id.startsWith("WEB-") || id === "SCR-11" || id === "N-11");

test("without a mutant the same is seen twice", async () => {
  expect(await seenWith(null)).toEqual(await seenWith(null));
});

test.for(sent.map(({ id, says }) => [id, says] as const))("%s: %s", async ([id]) => {
  expect(await seenWith(id)).not.toEqual(await seenWith(null));
});

test("N-12: a notification has arrived when the answer to its cause does", async () => {
  const receiver = await openLoopbackReceiver();
  await using sim = await createSimulator({ mutant: "N-12" });
  const p = new Probe(sim.fetch, await sim.tenant());
  await p.a("webhook/save", { webhook: receiver.url });
  const esimTranNo = await p.esim();
  await p.a("esim/cancel", { esimTranNo });
  expect(receiver.take()).toEqual(["CHECK_HEALTH", "ORDER_STATUS", "ESIM_STATUS CANCEL RELEASED"]);
  await receiver.close();
});

test("a mutant also breaks what is served over a socket", async () => {
  await using sim = await createSimulator({ mutant: "SCR-02" });
  const { url } = await sim.listen();
  const p = new Probe((path, init) => fetch(url + path, init), await sim.tenant());
  expect((await p.a("balance/query")).obj.balance).toBe("10000000");
  expect((await fetch(`${url}/__admin/ready`)).status).toBe(200);
});
