import { createHmac } from "node:crypto";
import type { Probe } from "./probe.ts";

type Probing = (p: Probe) => Promise<unknown>;

const TWO_LINES = { pageNum: 1, pageSize: 50 };

const ordered = async (p: Probe): Promise<void> => void (await p.order());
const balance: Probing = (p) => p.wallet();
const boughtAndRead: Probing = async (p) => p.row(await p.esim());
const orderAndRead: Probing = async (p) => {
  const orderNo = await p.order();
  await p.handle.clock.advance("2s");
  await p.rows(orderNo);
  return p.rows(orderNo);
};
const orderAndBalance: Probing = async (p) => {
  await p.order();
  return p.wallet();
};
const cancelledAndBalance: Probing = async (p) => {
  const esimTranNo = await p.esim();
  await p.a("esim/cancel", { esimTranNo });
  await p.a("esim/cancel", { esimTranNo });
  return p.wallet();
};
const orderLine = (p: Probe, line: object, further: object = {}): Promise<unknown> =>
  p.a("esim/order", {
    transactionId: "t-1",
    packageInfoList: [{ packageCode: "CKH144", count: 1, ...line }],
    ...further,
  });
const repeated = async (p: Probe, second: string): Promise<unknown> => {
  await p.order("CKH144", { transactionId: "Same" });
  await p.order("CKH144", { transactionId: second });
  return p.wallet();
};
const toppedUp = async (p: Probe, esimTranNo: string, transactionId = "top-up-1"): Promise<unknown> =>
  p.a("esim/topup", { esimTranNo, packageCode: "TOPUP_CKH144", transactionId });
const listed = async (p: Probe, pager: object, further: object = {}): Promise<unknown> => {
  for (let made = 0; made < 7; made += 1) await p.order();
  await p.handle.clock.advance("2s");
  return p.a("esim/query", { pager, ...further });
};
const twoAtOnce = async (p: Probe, ids: readonly [string, string]): Promise<unknown> => {
  await Promise.all(ids.map((transactionId) => p.order("CKH144", { transactionId })));
  return p.wallet();
};
const busy = async (p: Probe, calls: number): Promise<unknown> => {
  for (let made = 0; made < calls; made += 1) await p.a("balance/query");
  return null;
};
const used = async (p: Probe): Promise<string> => {
  const id = await p.active();
  await p.handle.esims.use(id, 1_000_000);
  await p.handle.clock.advance("3h");
  await p.row(id);
  await p.row(id);
  return id;
};
const signedCall = async (p: Probe, at: number, signature?: string): Promise<unknown> => {
  await p.handle.options.change({ esimaccess: { enforceSignature: true, timestampReference: "tenant" } });
  const { accessCode, secretKey } = p.handle.credentials.esimaccess;
  const requestId = "4ce9d9cdac9e4e17b3a2c66c358c1ce2";
  const right = createHmac("sha256", secretKey).update(`${at}${requestId}${accessCode}{}`).digest("hex");
  const headers = { "rt-timestamp": String(at), "rt-requestid": requestId, "rt-signature": signature ?? right };
  return p.a("balance/query", {}, { headers });
};

/** By mutant, one or two calls of eSIM Access that it makes a difference to. */
export const accessProbes: Readonly<Record<string, Probing>> = {
  "SCR-01": balance,
  "SCR-02": balance,
  "SCR-03": boughtAndRead,
  "SCR-04": (p) => p.row("26010100009999"),
  "SCR-05": async (p) => {
    const esimTranNo = await p.esim();
    await p.a("esim/cancel", { esimTranNo });
    return p.row(esimTranNo);
  },
  "SCR-06": async (p) => toppedUp(p, await p.esim()),
  "SCR-07": boughtAndRead,
  "SCR-08": ordered,
  "SCR-10": boughtAndRead,
  "SCR-14": balance,
  "SCR-15": (p) => p.a("location/list"),
  "SCQ-01": (p) => p.a("esim/order", { packageInfoList: [{ packageCode: "CKH144", count: 1 }] }),
  "SCQ-02": (p) => orderLine(p, { count: "2" }),
  "SCQ-03": (p) => orderLine(p, { count: 31 }),
  "SCQ-04": (p) => orderLine(p, { count: 0 }),
  "SCQ-05": (p) => p.order("CKH144", { transactionId: "x".repeat(51) }),
  "SCQ-07": (p) => p.order("CKH144", { transactionId: "" }),
  "SCQ-08": (p) => p.a("esim/query", { startTime: "japan", pager: TWO_LINES }),
  "SCQ-11": (p) => orderLine(p, { count: null }),
  "SCQ-12": (p) => p.a("balance/query", {}, { headers: { "content-type": "text/plain" } }),
  "SCQ-13": (p) => p.a("balance/query", {}, { raw: "{" }),
  "SCQ-15": async (p) => toppedUp(p, await p.esim()),
  "SCQ-16": (p) => p.order("CKH144", { transactionId: "zürich" }),
  "STA-01": (p) => p.order("XX_1_7"),
  "STA-02": (p) => p.a("location/list"),
  "STA-03": (p) => p.order("XX_1_7"),
  "STA-05": (p) => p.order("XX_1_7"),
  "STA-06": (p) => p.rows("B26010100009999"),
  "STA-08": ordered,
  "STA-09": (p) => p.order("XX_1_7"),
  "STA-10": balance,
  "STA-13": (p) => p.a("balance/query", {}, { method: "GET" }),
  "STA-14": (p) => p.a("esim/list"),
  "STA-16": async (p) => {
    await p.handle.options.change({ esimaccess: { rateLimitAnswer: "429" } });
    return busy(p, 9);
  },
  "AUT-01": (p) => p.a("balance/query", {}, { without: ["rt-accesscode"] }),
  "AUT-02": (p) => p.a("balance/query", {}, { headers: { "rt-accesscode": "nobody" } }),
  "AUT-04": (p) => p.a("balance/query", {}, { headers: { "rt-accesscode": "" } }),
  "AUT-05": (p) => p.a("balance/query?RT-AccessCode=test-access-code", {}, { without: ["rt-accesscode"] }),
  "AUT-06": (p) => signedCall(p, p.handle.clock.now(), "0".repeat(64)),
  "AUT-07": (p) => signedCall(p, p.handle.clock.now() - 3_600_000),
  "AUT-12": async (p) => {
    const headers = { "rt-accesscode": `${p.handle.credentials.esimaccess.accessCode}-other` };
    await p.order();
    await p.handle.clock.advance("2s");
    const [order] = await p.handle.orders.list();
    return p.a("esim/query", { orderNo: order?.number, pager: TWO_LINES }, { headers });
  },
  "STM-01": orderAndRead,
  "STM-02": async (p) => {
    const orderNo = await p.order("CKH144", {}, 2);
    await p.handle.clock.advance("2s");
    return p.rows(orderNo);
  },
  "STM-04": async (p) => p.a("esim/cancel", { esimTranNo: await p.active() }),
  "STM-05": cancelledAndBalance,
  "STM-07": async (p) => {
    const esimTranNo = await p.esim();
    await p.a("esim/cancel", { esimTranNo });
    return p.a("esim/suspend", { esimTranNo });
  },
  "STM-08": async (p) => p.a("esim/unsuspend", { esimTranNo: await p.active() }),
  "STM-09": async (p) => {
    const esimTranNo = await p.active();
    await p.a("esim/suspend", { esimTranNo });
    return p.row(esimTranNo);
  },
  "STM-10": async (p) => {
    const esimTranNo = await p.active();
    await p.a("esim/revoke", { esimTranNo });
    return p.row(esimTranNo);
  },
  "STM-11": async (p) => {
    const id = await p.esim();
    await p.handle.clock.advance("181d");
    return toppedUp(p, id);
  },
  "STM-13": async (p) => {
    const all = await p.a("package/list");
    const fixed = all.obj.packageList.find((row: { supportTopUpType: number }) => row.supportTopUpType === 1);
    return toppedUp(p, await p.esim(fixed.packageCode));
  },
  "STM-14": async (p) => {
    await p.esim();
    return orderAndRead(p);
  },
  "STM-15": orderAndRead,
  "STM-19": async (p) => p.rows(await p.order()),
  "MON-01": orderAndBalance,
  "MON-02": orderAndBalance,
  "MON-04": cancelledAndBalance,
  "MON-05": async (p) => {
    await p.handle.packages.change("esimaccess", "CKH144", { price: 8350 });
    return cancelledAndBalance(p);
  },
  "MON-06": async (p) => {
    await p.order("CKH144", {}, 3);
    return p.wallet();
  },
  "MON-08": balance,
  "MON-09": async (p) => {
    await p.handle.account.set(100);
    return orderAndBalance(p);
  },
  "MON-11": (p) => orderLine(p, { price: 100 }),
  "MON-12": orderAndBalance,
  "MON-13": async (p) => {
    await toppedUp(p, await p.esim());
    return p.wallet();
  },
  "MON-15": async (p) => {
    await p.wallet();
    return orderAndBalance(p);
  },
  "MON-16": async (p) => {
    for (let made = 0; made < 12; made += 1) await p.order(made % 2 === 0 ? "CKH144" : "P9FRLY72Q");
    return p.wallet();
  },
  "IDE-01": (p) => repeated(p, "Same"),
  "IDE-03": (p) => repeated(p, "Same"),
  "IDE-06": (p) => repeated(p, "same"),
  "IDE-07": async (p) => {
    await p.order("CKH144", { transactionId: "Same" });
    await p.handle.clock.advance("61s");
    return p.order("CKH144", { transactionId: "Same" });
  },
  "IDE-09": async (p) => {
    const id = await p.esim();
    await toppedUp(p, id);
    await toppedUp(p, id);
    return p.row(id);
  },
  "IDE-10": cancelledAndBalance,
  "PAG-01": (p) => listed(p, { pageNum: 2, pageSize: 5 }),
  "PAG-02": (p) => listed(p, { pageNum: 1, pageSize: 5 }),
  "PAG-04": (p) => listed(p, { pageNum: 2, pageSize: 5 }),
  "PAG-06": async (p) => {
    await listed(p, { pageNum: 1, pageSize: 50 });
    return p.a("esim/query", { pager: { pageNum: 1, pageSize: 50 } });
  },
  "PAG-07": (p) => listed(p, { pageNum: 0, pageSize: 5 }),
  "PAG-08": (p) => listed(p, TWO_LINES, { endTime: "2010-06-30T01:20+00:00" }),
  "PAG-09": (p) => listed(p, { pageNum: 9, pageSize: 5 }),
  "PAG-10": (p) => listed(p, { pageNum: 1, pageSize: 501 }),
  "PAG-11": (p) => listed(p, TWO_LINES, { endTime: "2026-01-01T00:00:00+00:00" }),
  "PAG-12": async (p) => {
    await p.a("esim/cancel", { esimTranNo: await p.esim() });
    return listed(p, TWO_LINES);
  },
  "TIM-01": boughtAndRead,
  "TIM-03": boughtAndRead,
  "TIM-04": async (p) => {
    await p.handle.clock.advance("1d");
    const id = await p.esim();
    await p.handle.clock.advance("1d");
    for (const event of ["download", "install", "enable", "attach"] as const) await p.handle.esims[event](id);
    return p.row(id);
  },
  "TIM-08": used,
  "TIM-09": boughtAndRead,
  "TIM-10": async (p) => {
    const id = await p.active();
    await p.handle.clock.advance("8d");
    return p.row(id);
  },
  "CON-01": (p) => twoAtOnce(p, ["one", "two"]),
  "CON-02": async (p) => {
    await p.handle.account.set(9000);
    return twoAtOnce(p, ["one", "two"]);
  },
  "CON-03": (p) => twoAtOnce(p, ["one", "one"]),
  "CON-04": async (p) => {
    const esimTranNo = await p.esim();
    await Promise.all([p.a("esim/cancel", { esimTranNo }), p.a("esim/cancel", { esimTranNo })]);
    return p.wallet();
  },
  "CON-05": async (p) => {
    const numbers = await Promise.all([p.order(), p.order()]);
    await p.handle.clock.advance("2s");
    for (const number of numbers) await p.rows(number);
    return null;
  },
  "CON-07": (p) => busy(p, 9),
  "CON-08": (p) => busy(p, 5),
  "CON-09": async (p) => {
    await busy(p, 8);
    await p.order();
    p.note(await p.handle.orders.list());
    return null;
  },
  "CON-10": async (p) => p.rows(await p.order()),
  "CON-11": async (p) => {
    const esimTranNo = await p.esim();
    await Promise.all([p.a("esim/cancel", { esimTranNo }), p.a("esim/suspend", { esimTranNo })]);
    return p.row(esimTranNo);
  },
  "N-01": boughtAndRead,
  "N-02": balance,
  "N-03": (p) => p.order("XX_1_7"),
  "N-04": orderAndRead,
  "N-05": (p) => p.a("package/list", { locationCode: "AD" }),
  "N-06": (p) => p.a("package/list", { locationCode: "AD" }),
  "N-07": balance,
  "N-08": balance,
  "N-10": async (p) => {
    const list = await p.a("package/list", { locationCode: "AD" });
    return p.row(await p.esim(list.obj.packageList.at(-1).packageCode));
  },
};

/** Probes that are only telling while the rate limit is enforced. */
export const limitedProbes: readonly string[] = ["STA-16", "CON-07", "CON-08", "CON-09"];
