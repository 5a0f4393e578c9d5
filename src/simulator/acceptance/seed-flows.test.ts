import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expectSound, gigabytes, openShop, type Shop } from "./testing/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

beforeEach(() => shop.handle.reset());

afterEach(() => expectSound(shop.handle));

afterAll(() => shop.close());

describe("eSIM Access: from the balance to the revocation", () => {
  test("balance, one package, and the packages of a country are shown", async () => {
    const { access } = shop;
    expect(await access.balance()).toBe(10_000_000);
    const single = (await access.call("package/list", { packageCode: "JP_1_7" })).obj.packageList;
    expect(single).toMatchObject([
      { packageCode: "JC063", slug: "JP_1_7", price: 7000, currencyCode: "USD", volume: gigabytes(1), duration: 7 },
    ]);
    const japan = (await access.call("package/list", { locationCode: "JP" })).obj.packageList;
    expect(japan.length).toBeGreaterThan(10);
    expect(new Set(japan.map((row: { locationCode: string }) => row.locationCode))).toEqual(new Set(["JP"]));
    const all = (await access.call("package/list")).obj.packageList;
    expect(all.length).toBeGreaterThanOrEqual(2000);
  });

  test("ten eSIMs of one package are one order, charged at once, and can be seen when all are there", async () => {
    const { access, handle } = shop;
    const orderNo = await access.order("US_1_7", { count: 10 });
    expect(orderNo).toMatch(/^B\d{14}$/);
    expect(await access.balance()).toBe(10_000_000 - 10 * 9000);
    expect(await access.call("esim/query", { orderNo })).toEqual({
      success: false,
      errorCode: "200010",
      errorMsg: "the batchOrder has been getting resource, total:[10], success:[0]",
      obj: null,
    });
    await handle.clock.advance("2s");
    const { obj } = await access.call("esim/query", { orderNo, pager: { pageNum: 1, pageSize: 50 } });
    expect(obj.pager).toEqual({ pageSize: 50, pageNum: 1, total: 10 });
    expect(new Set(obj.esimList.map((row: { iccid: string }) => row.iccid)).size).toBe(10);
    for (const row of obj.esimList) {
      expect(row).toMatchObject({
        orderNo,
        esimStatus: "GOT_RESOURCE",
        smdpStatus: "RELEASED",
        eid: "",
        orderUsage: 0,
      });
      expect(row.ac).toMatch(/^LPA:1\$[\w.-]+\$[0-9A-F]{32}$/);
      expect(row.expiredTime).toBe("2026-06-30T00:00:00+0000"); // 180 days of 24 hours after the order
    }
  });

  test("the usage that a traveller causes is seen two hours later, by its number and by its ICCID", async () => {
    const { access, handle } = shop;
    const { esimTranNo, iccid } = await access.esim("JP_1_7");
    await access.play(esimTranNo, "attach");
    expect(await access.row(esimTranNo)).toMatchObject({
      esimStatus: "IN_USE",
      smdpStatus: "ENABLED",
      activateTime: "2026-01-01T00:00:02+0000",
      expiredTime: "2026-01-08T00:00:02+0000",
    });
    await handle.esims.use(esimTranNo, 300_000_000);
    expect((await access.row(esimTranNo)).orderUsage).toBe(0);
    await handle.clock.advance("2h");
    const byIccid = (await access.call("esim/query", { iccid })).obj.esimList;
    expect(byIccid).toMatchObject([{ esimTranNo, orderUsage: 300_000_000, totalVolume: gigabytes(1) }]);
    expect((await access.call("esim/usage/query", { esimTranNoList: [esimTranNo] })).obj.esimUsageList).toEqual([
      {
        esimTranNo,
        dataUsage: 300_000_000,
        totalData: gigabytes(1),
        lastUpdateTime: "2026-01-01T00:00:02+0000",
      },
    ]);
  });

  test.for([
    ["the code of the list", "TOPUP_JC063"],
    ["the slug", "JP_1_7"],
  ] as const)("a top-up by %s adds volume and days", async ([, packageCode]) => {
    const { access } = shop;
    const { esimTranNo, iccid } = await access.esim("JP_1_7");
    await access.play(esimTranNo, "attach");
    const offered = (await access.call("package/list", { type: "TOPUP", iccid })).obj.packageList;
    const codes = offered.map((row: { packageCode: string; slug: string }) => `${row.packageCode} ${row.slug}`);
    expect(codes).toContain("TOPUP_JC063 JP_1_7");
    const { obj } = await access.topUp(esimTranNo, packageCode);
    expect(obj).toMatchObject({
      iccid,
      expiredTime: "2026-01-15T00:00:02+0000",
      totalVolume: gigabytes(2),
      totalDuration: 14,
      orderUsage: 0,
    });
    expect(obj.topUpEsimTranNo).toMatch(/^\d{14}$/);
    expect(await access.balance()).toBe(10_000_000 - 2 * 7000);
    expect((await access.row(esimTranNo)).packageList).toHaveLength(2);
  });

  test("a top-up by the code of the base package is refused", async () => {
    const { access } = shop;
    const { esimTranNo } = await access.esim("JP_1_7");
    expect(await access.topUp(esimTranNo, "JC063")).toMatchObject({ success: false, errorCode: "310242" });
    expect(await access.balance()).toBe(10_000_000 - 7000);
  });

  test("cancelling gives back what was paid, revoking does not, and neither can be repeated", async () => {
    const { access } = shop;
    const cancelled = await access.esim("JP_1_7");
    await access.topUp(cancelled.esimTranNo, "JP_1_7");
    expect(await access.balance()).toBe(10_000_000 - 14_000);
    expect((await access.call("esim/cancel", { iccid: cancelled.iccid })).obj).toEqual({});
    expect(await access.balance()).toBe(10_000_000);
    expect(await access.row(cancelled.esimTranNo)).toMatchObject({ esimStatus: "CANCEL", smdpStatus: "RELEASED" });
    const revoked = await access.esim("JP_1_7");
    await access.play(revoked.esimTranNo, "attach");
    expect(await access.codeOf("esim/cancel", { esimTranNo: revoked.esimTranNo })).toBe("200002");
    expect(await access.codeOf("esim/revoke", { esimTranNo: revoked.esimTranNo })).toBe("0");
    expect((await access.row(revoked.esimTranNo)).esimStatus).toBe("REVOKE");
    expect(await access.balance()).toBe(10_000_000 - 7000);
    for (const { esimTranNo } of [cancelled, revoked]) {
      for (const path of ["esim/cancel", "esim/revoke", "esim/suspend", "esim/unsuspend"]) {
        expect([path, await access.codeOf(path, { esimTranNo })]).toEqual([path, "200002"]);
      }
    }
  });

  test("suspending and resuming leads back to the state before", async () => {
    const { access } = shop;
    const { esimTranNo } = await access.esim("JP_1_7");
    await access.play(esimTranNo, "attach");
    expect(await access.codeOf("esim/suspend", { esimTranNo })).toBe("0");
    expect((await access.row(esimTranNo)).esimStatus).toBe("SUSPENDED");
    expect(await access.codeOf("esim/unsuspend", { esimTranNo })).toBe("0");
    expect(await access.row(esimTranNo)).toMatchObject({
      esimStatus: "IN_USE",
      expiredTime: "2026-01-08T00:00:02+0000",
    });
  });
});

describe("FMS: from the registration to the eSIM", () => {
  test("the flow of a purchase, with the payment played by its notice", async () => {
    const { fms, handle } = shop;
    await fms.post("/user/emailVerificationCode", { email: "traveller@example.com" });
    const [codeMail] = await handle.mails.list({ to: "traveller@example.com" });
    expect(codeMail?.text).toMatch(/\b\d{4}\b/);
    const token = await fms.register();
    const countries = await fms.post("/package/countryPackageList", {});
    expect([...countries.data]).toContainEqual({ countryCode: 460, isoCountryName: "China", logo: null });
    const listed = await fms.post("/v1.1/package/packageList", { countryCode: 460, type: 2 });
    expect([...listed.data].map(({ id }) => id)).toContain(1001);
    const { data: detail } = await fms.get("/v1.1/package/detail?id=1001");
    expect(detail).toMatchObject({
      id: 1001,
      packageCode: "PKG-CN-5",
      period: 7,
      packageFlow: 5120,
      coverCountrys: 460,
    });
    expect(detail["currencyInfos"]).toContainEqual(
      expect.objectContaining({ currencyAbbr: "USD", currencyId: 2, price: 12.5 }),
    );
    const orderId = await fms.preOrder(token);
    expect((await fms.status(orderId, token)).data).toEqual({ orderPayStatus: 0 });
    expect((await fms.notify(orderId)).body).toEqual({
      code: 0,
      data: null,
      message: "success",
      messageSourceHandler: {},
    });
    expect((await fms.status(orderId, token)).data).toEqual({ orderPayStatus: 0 });
    await handle.clock.advance("2s");
    const { data } = await fms.status(orderId, token);
    expect(data).toEqual({ orderPayStatus: 1, qrCode: expect.stringMatching(/^LPA:1\$[\w.-]+\$\S+$/) });
    expect((await fms.post("/v1.1/order/myEsimDetail", { orderId }, token)).data).toMatchObject({
      id: orderId,
      orderPayStatus: 1,
      qrCode: data["qrCode"],
      iccid: expect.stringMatching(/^89\d{17,18}$/),
    });
  });

  test("the QR code is mailed exactly once, however often the status is asked for", async () => {
    const { fms, handle } = shop;
    const { token, orderId } = await fms.buy();
    const before = (await handle.mails.list()).length;
    for (let poll = 0; poll < 3; poll += 1) await fms.status(orderId, token);
    const mails = (await handle.mails.list()).slice(before);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe("traveller@example.com");
    expect(mails[0]?.text).toContain(String((await fms.status(orderId, token)).data["qrCode"]));
  });

  test.for([
    ["a failed payment ends the order with 2", "fail", 2],
    ["an hour without a notice ends it with 3", "wait", 3],
  ] as const)("%s and frees the only profile", async ([, cause, orderPayStatus]) => {
    const { fms, handle } = shop;
    const token = await fms.register();
    await fms.setPackage({ stock: 1 });
    const orderId = await fms.preOrder(token);
    const other = { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 };
    expect((await fms.post("/package/preOrderPackage", other, token)).code).toBe(3004);
    if (cause === "fail") expect((await fms.notify(orderId, { type: "payment_intent.payment_failed" })).code).toBe(0);
    else await handle.clock.advance("61m");
    expect((await fms.status(orderId, token)).data).toEqual({ orderPayStatus });
    expect(await fms.stockOfChina()).toBe(1);
    await fms.preOrder(token);
    const late = await fms.notify(orderId);
    expect([late.code, late.message]).toEqual(
      cause === "fail" ? [3004, expect.any(String)] : [6006, "PreOrder Timeout"],
    );
  });

  test("a reset password ends every token, and a login gives a new one", async () => {
    const { fms } = shop;
    const { token, orderId } = await fms.buy();
    const passwd = "0f359740bd1cda994f8b55330c86d845";
    const email = "traveller@example.com";
    expect((await fms.post("/user/passwordReset", { email, passwd })).body).toMatchObject({ code: 0, data: null });
    expect(await fms.status(orderId, token)).toMatchObject({ code: 7, data: null });
    const again = await fms.post("/user/emailLogin", { email, passwd });
    expect(again.token).toBe(again.data["x-access-token"]);
    const third = await fms.post("/user/login", { email, passwd });
    expect(third.token).not.toBe(again.token);
    expect((await fms.status(orderId, String(again.token))).data["orderPayStatus"]).toBe(1);
  });
});
