import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

afterAll(async () => {
  await expectSound(shop.handle);
  await shop.close();
});

/** What a phone reads from the image at an address of the sandbox. */
async function scan(url: string): Promise<string | undefined> {
  const response = await shop.sandbox.fetch(url);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
  const { data, width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}

test("the image of an eSIM of eSIM Access holds its activation code, and the short page shows it", async () => {
  const row = await shop.access.esim("JP_1_7");
  expect(await scan(row.qrCodeUrl)).toBe(row.ac);
  expect(row.qrCodeUrl).toMatch(/^http:\/\/sandbox\.test\/qr\/[0-9a-f]{32}\.png$/);
  const page = await shop.sandbox.fetch(row.shortUrl);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const html = await page.text();
  expect(html).toContain(`<code>${row.ac}</code>`);
  expect(html).toContain("<svg");
});

test("the image in the mail of FMS holds the code of the status query", async () => {
  const { token, orderId } = await shop.fms.buy();
  const { data } = await shop.fms.status(orderId, token);
  const mail = (await shop.handle.mails.list()).at(-1);
  expect(mail?.attachments).toMatchObject([{ contentType: "image/png" }]);
  expect(await scan(mail?.attachments[0]?.url ?? "")).toBe(data["qrCode"]);
});

test("the addresses follow the public URL that the sandbox was given", async () => {
  const behindProxy = await openShop({ baseUrl: "https://sandbox.example.com/esim/" });
  const row = await behindProxy.access.esim("JP_1_7");
  expect(row.shortUrl).toMatch(/^https:\/\/sandbox\.example\.com\/esim\/qr\/[0-9a-f]{32}$/);
  await behindProxy.close();
});

test("each tenant's images are found by their key alone", async () => {
  const other = await shop.sandbox.tenant("other");
  const headers = {
    "content-type": "application/json",
    "rt-accesscode": other.credentials.esimaccess.accessCode,
  };
  const body = JSON.stringify({ transactionId: "t", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] });
  await shop.sandbox.fetch("/api/v1/open/esim/order", { method: "POST", headers, body });
  await other.clock.advance("2s");
  const [esim] = await other.esims.list();
  expect(await scan(esim?.qrUrl ?? "")).toBe(esim?.activationCode);
});

test.for([
  ["an unknown key", `/qr/${"0".repeat(32)}.png`],
  ["an unknown page", `/qr/${"f".repeat(32)}`],
  ["no key", "/qr/"],
  ["a key of another form", "/qr/__proto__"],
  ["a path out of the folder", "/qr/..%2f..%2fpackage.json"],
  ["only the ending", "/qr/.png"],
])("%s is 404", async ([, path]) => {
  expect((await shop.sandbox.fetch(path ?? "")).status).toBe(404);
});
