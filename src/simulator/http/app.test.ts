import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { buildApp } from "./app.ts";
import { frontPage } from "./front-page.ts";
import { qrPages } from "./qr-pages.ts";
import { openCounter } from "./testing/counter-provider.ts";

const sent = { method: "POST", body: "{}" } as const;

test.for([
  ["GET", "/count/up", 405],
  ["DELETE", "/count/up", 405],
  ["POST", "/count", 404],
  ["POST", "/count/up/", 404],
  ["POST", "/count/%ff", 404],
  ["POST", "/count/__proto__", 404],
] as const)("%s %s is answered in the provider's dialect", async ([method, path, status]) => {
  const service = await openCounter();
  const response = await service.request(path, { method });
  expect([response.status, await response.json()]).toEqual([status, { code: String(status) }]);
});

test.for(["/", "/counter", "/qr", "/__admin/none", "/%", "//count/up"])(
  "POST %s belongs to nobody: a problem document",
  async (path) => {
    const service = await openCounter();
    const response = await service.request(path, sent);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(await response.json()).toMatchObject({
      type: "urn:esim-sandbox:problem:unknown-path",
      code: "unknown-path",
      status: 404,
    });
  },
);

test("with one provider alone every other path speaks its dialect, except control and images", async () => {
  const service = await openCounter({}, { only: true });
  const statuses = await Promise.all(
    ["/", "/anything", "/__admin/none", "/qr/x/y"].map(async (path) =>
      (await service.request(path, sent)).headers.get("content-type"),
    ),
  );
  expect(statuses).toEqual([
    "application/json",
    "application/json",
    "application/problem+json",
    "application/problem+json",
  ]);
});

test("what breaks outside of a provider is a problem document without the cause", async () => {
  const app = buildApp({
    providers: [],
    only: null,
    admin: new Hono(),
    qr: async () => {
      throw new Error("the renderer broke at /home/somebody");
    },
    front: () => frontPage("http://sandbox.test"),
  });
  const response = await app.request("/qr/abc");
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("somebody");
});

test("the front page names the addresses of both providers and of control", async () => {
  const text = await frontPage("http://127.0.0.1:4747").text();
  for (const path of ["/api/v1/open", "/fms", "/__admin"]) expect(text).toContain(`http://127.0.0.1:4747${path}`);
});

describe("QR pages", () => {
  const renderer = {
    png: async (text: string) => new TextEncoder().encode(`png of ${text}`),
    svg: async (text: string) => `<svg>${text}</svg>`,
  };

  test.for(["/qr/nothing", "/qr/nothing.png", `/qr/${"0".repeat(32)}.png`])(
    "%s leads to no eSIM: a problem document",
    async (path) => {
      const service = await openCounter();
      const directory = {
        default: service.tenant,
        byId: () => null,
        byTag: () => service.tenant,
        all: () => [service.tenant],
      };
      const app = new Hono().get("/qr/:key", qrPages({ tenants: directory, providers: [], renderer }));
      const response = await app.request(path);
      expect([response.status, await response.json()]).toMatchObject([404, { code: "unknown-qr-key" }]);
    },
  );
});
