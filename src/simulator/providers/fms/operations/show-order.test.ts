import { describe, expect, test } from "vitest";
import { CHINA, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();
const GIGABYTE = 1_073_741_824;

describe("status query", () => {
  test("mails the QR code with the first answer 1, and never again (FMS-P16)", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    expect(await shop.handle.mails.list()).toEqual([]);
    const first = await shop.status(orderId, token);
    const second = await shop.status(orderId, token);
    expect(second.body).toEqual(first.body);
    const mails = await shop.handle.mails.list();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      provider: "fms",
      to: "traveller@example.com",
      subject: "Your eSIM: China 5 GB 7 Days",
      text: expect.stringContaining(String(first.data["qrCode"])),
      attachments: [
        {
          name: "qr-code.png",
          contentType: "image/png",
          url: expect.stringMatching(/^http:\/\/sandbox\.test\/qr\/[0-9a-f]{32}\.png$/),
        },
      ],
    });
  });

  test("two queries at the same time send one mail", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    await Promise.all([shop.status(orderId, token), shop.status(orderId, token), shop.status(orderId, token)]);
    expect(await shop.handle.mails.list()).toHaveLength(1);
  });

  test("the order may be named as a number", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    const answer = await shop.post("/package/queryOrdStatusAndEmail", { orderId: Number(orderId) }, token);
    expect(answer.data["orderPayStatus"]).toBe(1);
  });
});

describe("eSIM detail", () => {
  test.for(["/order/myEsimDetail", "/v1.1/order/myEsimDetail"])(
    "%s shows the eSIM as it comes into being (FMS-P18)",
    async (path) => {
      const shop = await sandbox.open();
      const token = await shop.register();
      const orderId = await shop.preOrder(token);
      const awaited = await shop.post(path, { orderId }, token);
      expect(awaited.data).toEqual({
        id: orderId,
        orderNo: "SIM-20260101-0001",
        orderPayStatus: 0,
        qrCode: null,
        iccid: null,
        packageCode: "PKG-CN-5",
        packageShowName: "China 5 GB 7 Days",
        packageShortDesc: "Asia",
        packageDesc: "5 GB of data in China, valid for 7 days.",
        logo: "",
        packageFlow: 5120,
        surplusFlow: "5120",
        period: 7,
        periodUnit: "day",
        coverCountrys: 460,
        updateTime: "2026-01-01 00:00:00",
      });
      await shop.notify(orderId);
      const assigned = await shop.post(path, { orderId }, token);
      expect(assigned.data).toMatchObject({ qrCode: null, iccid: expect.stringMatching(/^89\d{17}$/) });
      await shop.handle.clock.advance("2s");
      const { data } = await shop.post(path, { orderId }, token);
      expect(data).toMatchObject({
        orderPayStatus: 1,
        iccid: assigned.data["iccid"],
        updateTime: "2026-01-01 00:00:02",
      });
      expect(data["qrCode"]).toBe((await shop.status(orderId, token)).data["qrCode"]);
    },
  );

  test("the remaining volume follows what the traveller consumes, without lag", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    for (const event of ["download", "install", "enable", "attach"] as const) await shop.handle.esims[event](orderId);
    expect((await shop.handle.esims.get(orderId)).status).toBe("in-use");
    await shop.handle.clock.advance("1h");
    await shop.handle.esims.use(orderId, GIGABYTE + 1);
    const used = await shop.post("/order/myEsimDetail", { orderId }, token);
    expect(used.data).toMatchObject({ surplusFlow: "4095.99", updateTime: "2026-01-01 01:00:02" });
    await shop.handle.esims.use(orderId, 10 * GIGABYTE);
    expect((await shop.post("/order/myEsimDetail", { orderId }, token)).data["surplusFlow"]).toBe("0");
    expect((await shop.handle.esims.get(orderId)).status).toBe("used-up");
  });

  test("the validity begins with the first attach and ends after the package's days", async () => {
    const shop = await sandbox.open();
    const { orderId } = await shop.buy();
    for (const event of ["download", "install", "enable"] as const) await shop.handle.esims[event](orderId);
    await shop.handle.clock.advance("30d");
    expect((await shop.handle.esims.get(orderId)).status).toBe("unused");
    await shop.handle.esims.attach(orderId);
    await shop.handle.clock.advance("7d");
    expect((await shop.handle.esims.get(orderId)).status).toBe("used-expired");
  });
});

test.for([
  "/package/queryOrdStatusAndEmail",
  "/order/myEsimDetail",
  "/v1.1/order/myEsimDetail",
  "/package/selectTopUpList",
])("%s refuses an unknown order, that of another user and the number for people with 10008", async (path) => {
  const shop = await sandbox.open();
  const { orderId } = await shop.buy();
  const other = await shop.register("other@example.com");
  for (const sought of [orderId, "1", "SIM-20260101-0001", 0]) {
    const answer = await shop.post(path, { orderId: sought }, other);
    expect(answer.body).toEqual({ code: 10008, data: null, message: "paypal The callback has no order number" });
  }
  expect((await shop.post(path, {}, other)).code).toBe(2);
  expect((await shop.post(path, { orderId: "" }, other)).code).toBe(2);
});

describe("top-up (FMS-P19)", () => {
  test("the list offers what covers the same countries, to completed orders only", async () => {
    const shop = await sandbox.open();
    const token = await shop.register();
    const orderId = await shop.preOrder(token);
    expect((await shop.post("/package/selectTopUpList", { orderId }, token)).code).toBe(10008);
    await shop.notify(orderId);
    await shop.handle.clock.advance("2s");
    const { data } = await shop.post("/package/selectTopUpList", { orderId }, token);
    expect([...data].length).toBeGreaterThan(0);
    expect([...data].every((item) => item["coverCountrys"] === 460)).toBe(true);
  });

  test("the list for an eSIM of many countries leaves out packages for some of them", async () => {
    const shop = await sandbox.open({ provisioningDelaySeconds: 0 });
    const token = await shop.register();
    const orderId = await shop.preOrder(token, { id: 1096, money: 59, periodNum: 30 });
    await shop.notify(orderId, { payAmount: 59 });
    const { data } = await shop.post("/package/selectTopUpList", { orderId }, token);
    expect([...data].map((item) => item["id"])).toEqual([1096]);
    expect((await shop.post("/package/topUpOrder", { ...CHINA, orderId }, token)).code).toBe(2);
  });

  test("is an order with the same life, which reserves no profile and adds its volume to the eSIM", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    await shop.setPackage({ stock: 0 });
    const placed = await shop.post("/package/topUpOrder", { ...CHINA, orderId }, token);
    expect(placed.body).toEqual({
      code: 0,
      data: { id: "700000000002", orderNo: "SIM-20260101-0002", orderPayStatus: 0, currency: "USD", money: 12.5 },
      message: "success",
      messageSourceHandler: {},
    });
    const original = await shop.status(orderId, token);
    const topUpId = String(placed.data["id"]);
    expect((await shop.notify(topUpId, { payAmount: 12 })).code).toBe(10009);
    expect((await shop.notify(topUpId)).code).toBe(0);
    expect((await shop.status(topUpId, token)).data).toEqual({ orderPayStatus: 0 });
    await shop.handle.clock.advance("2s");
    expect((await shop.status(topUpId, token)).data).toEqual(original.data);
    expect(await shop.handle.mails.list()).toHaveLength(1);
    for (const id of [orderId, topUpId]) {
      expect((await shop.post("/order/myEsimDetail", { orderId: id }, token)).data["surplusFlow"]).toBe("10240");
    }
    expect(await shop.stockOfChina()).toBe(0);
    expect((await shop.handle.esims.list()).length).toBe(1);
    expect((await shop.handle.orders.list()).map(({ esimIds }) => esimIds)).toEqual([[orderId], [orderId]]);
  });

  test("a top-up can itself be topped up, and brings a used-up eSIM back", async () => {
    const shop = await sandbox.open({ provisioningDelaySeconds: 0 });
    const { token, orderId } = await shop.buy();
    for (const event of ["download", "install", "enable", "attach"] as const) await shop.handle.esims[event](orderId);
    await shop.handle.esims.use(orderId, 5 * GIGABYTE);
    await shop.handle.idle();
    let latest = orderId;
    for (let round = 0; round < 2; round += 1) {
      const placed = await shop.post("/package/topUpOrder", { ...CHINA, orderId: latest }, token);
      latest = String(placed.data["id"]);
      await shop.notify(latest);
    }
    const detail = await shop.post("/order/myEsimDetail", { orderId: latest }, token);
    expect(detail.data).toMatchObject({ orderPayStatus: 1, surplusFlow: "10240" });
    expect((await shop.handle.esims.get(orderId)).status).toBe("in-use");
  });

  test("ends with its time limit, or with a failed payment, without touching the pool", async () => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    await shop.setPackage({ stock: 4 });
    const late = String((await shop.post("/package/topUpOrder", { ...CHINA, orderId }, token)).data["id"]);
    const failed = String((await shop.post("/package/topUpOrder", { ...CHINA, orderId }, token)).data["id"]);
    await shop.notify(failed, { type: "payment_intent.payment_failed" });
    await shop.handle.clock.advance("3600001ms");
    expect((await shop.notify(late)).code).toBe(6006);
    expect((await shop.status(failed, token)).data).toEqual({ orderPayStatus: 2 });
    expect(await shop.stockOfChina()).toBe(4);
  });

  test.for([
    ["an unknown order", { orderId: "1" }, 10008],
    ["an ill-formed order", { orderId: [] }, 2],
    ["an unknown package", { id: 1 }, 2],
    ["another amount", { money: 1 }, 10009],
    ["a package that covers something else", { id: 1002, money: 2.09 }, 2],
  ] as const)("%s is refused", async ([, changes, code]) => {
    const shop = await sandbox.open();
    const { token, orderId } = await shop.buy();
    expect((await shop.post("/package/topUpOrder", { ...CHINA, orderId, ...changes }, token)).code).toBe(code);
  });

  test("an eSIM that is over takes no more", async () => {
    const shop = await sandbox.open({ tokenLifetimeSeconds: 100_000_000 });
    const { token, orderId } = await shop.buy();
    await shop.handle.clock.advance("180d");
    expect((await shop.handle.esims.get(orderId)).status).toBe("unused-expired");
    expect((await shop.post("/package/selectTopUpList", { orderId }, token)).data).toEqual([]);
    expect((await shop.post("/package/topUpOrder", { ...CHINA, orderId }, token)).code).toBe(2);
  });
});
