import { expect, test } from "vitest";
import { partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });

test.for([
  ["two hours later", {}, "119m", 0],
  ["at once by option", { usageLagSeconds: 0 }, "0ms", 500],
] as const)("usage is reported %s", async ([, options, early, known]) => {
  const partner = await open(options);
  const { esimTranNo } = await partner.esim("ES_5_30");
  await partner.play(esimTranNo, "attach");
  await partner.handle.clock.advance("1d");
  await partner.handle.esims.use(esimTranNo, 500);
  await partner.handle.clock.advance(early);
  expect(await partner.row(esimTranNo)).toMatchObject({ orderUsage: known });
  await partner.handle.clock.advance("1h");
  expect((await partner.call("esim/usage/query", { esimTranNoList: [esimTranNo] })).obj).toEqual({
    esimUsageList: [{ esimTranNo, dataUsage: 500, totalData: 5368709120, lastUpdateTime: "2026-01-02T00:00:02+0000" }],
  });
});

test.for([
  ["zero", {}, ["26010100000002", "26010100000001"]],
  ["left out by option", { omitUnusedFromUsage: true }, []],
] as const)(
  "an unused eSIM is %s, unknown ones are left out, and each comes once in the order asked",
  async ([, options, numbers]) => {
    const partner = await open(options);
    await partner.order("ES_5_30", { count: 2 });
    await partner.handle.clock.advance("2s");
    const esimTranNoList = ["26010100000002", "1", "26010100000001", "", "26010100000002"];
    const { esimUsageList } = (await partner.call("esim/usage/query", { esimTranNoList })).obj;
    expect(esimUsageList.map((usage: { esimTranNo: string }) => usage.esimTranNo)).toEqual(numbers);
    for (const usage of esimUsageList)
      expect(usage).toMatchObject({ dataUsage: 0, lastUpdateTime: "2026-01-01T00:00:00+0000" });
  },
);

test.for([
  ["no list", {}, "000105", "esimTranNoList:must not be empty"],
  ["an empty list", { esimTranNoList: [] }, "000105", "esimTranNoList:must not be empty"],
  ["ten numbers", { esimTranNoList: Array(10).fill("1") }, "0", null],
  ["eleven numbers", { esimTranNoList: Array(11).fill("1") }, "000107", "esimTranNoList:size must be between 1 and 10"],
  ["one number instead of a list", { esimTranNoList: "1" }, "000104", "request json invalid"],
  ["null in the list", { esimTranNoList: [null] }, "000106", "esimTranNoList[0]:must not be null"],
] as const)("a usage query with %s is answered", async ([, body, errorCode, errorMsg]) => {
  expect(await (await open()).call("esim/usage/query", body)).toMatchObject({ errorCode, errorMsg });
});

test("the private endpoint reads the network itself, for fixed plans", async () => {
  const partner = await open({ servePrivateEndpoints: true });
  const [fixed, dayPass] = [await partner.esim("ES_5_30"), await partner.esim("JP_1_Daily")];
  const read = (esimTranNo: string): Promise<unknown> => partner.call("esim/realtimeBalance/query", { esimTranNo });
  await partner.play(fixed.esimTranNo, "attach");
  await partner.handle.esims.use(fixed.esimTranNo, 68709120);
  expect(await read(fixed.esimTranNo)).toMatchObject({
    success: true,
    obj: { dataBalance: { dataRemaining: 5_300_000_000, lastUpdateTime: "2026-01-01T00:00:04+0000" } },
  });
  expect(await read(dayPass.esimTranNo)).toMatchObject({ errorCode: "200002" });
  expect(await read("1")).toMatchObject({ errorCode: "310409" });
  expect(await read("")).toMatchObject({ errorCode: "000105", errorMsg: "esimTranNo:must not be blank" });
  await partner.call("esim/revoke", { esimTranNo: fixed.esimTranNo });
  expect(await read(fixed.esimTranNo)).toMatchObject({ errorCode: "200002" });
});
