import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createSimulator } from "../../simulator/index.ts";
import { openHttp } from "./http.ts";
import type { Arrived, Target } from "./target.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openTarget(settings: Parameters<typeof openHttp>[0]): Promise<Target> {
  const target = await openHttp(settings);
  closing.push(() => target.close());
  return target;
}

/** Listens and hands each connection to `serve`; nothing is answered by itself. */
async function listenRaw(serve: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined); // the kit hangs up on a flood
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`;
}

function call(target: Target, path = "/x"): Promise<Arrived> {
  return target.send("fms", {
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body: Buffer.from("{}"),
  });
}

test("with a control API it can all but spend, for tenants of its own", async () => {
  await using sim = await createSimulator({ adminToken: "let-me-in" });
  const { url } = await sim.listen();
  const target = await openTarget({ url, controlUrl: `${url}/__admin`, adminToken: "let-me-in", seed: 3 });
  expect([target.name, target.capabilities.size, target.control === null]).toEqual([url, 10, false]);
  const usual = target.credentials("esimaccess", "usual");
  expect(usual?.tenantId).toBe("contract-a");
  const path = "/api/v1/open/balance/query";
  const headers = { "RT-AccessCode": usual?.values["accessCode"] ?? "" };
  const arrived = await target.send("esimaccess", { method: "POST", path, headers, body: null });
  expect(arrived).toMatchObject({ status: 200 });
  await target.control?.setBalance("contract-a", 5);
  const again = await target.send("esimaccess", { method: "POST", path, headers, body: null });
  expect(again.status === null ? "" : new TextDecoder().decode(again.bytes)).toContain('"balance":5');
});

test("a URL alone has what it is said to have, and one caller", async () => {
  const credentials = { fms: { partnerCode: "P123456" } };
  const target = await openTarget({ url: "http://127.0.0.1:9", seed: 1, credentials, capabilities: ["webhooks"] });
  expect([[...target.capabilities], target.control]).toEqual([["webhooks"], null]);
  expect(target.credentials("fms", "usual")).toEqual({ tenantId: "usual", values: { partnerCode: "P123456" } });
  expect([target.credentials("fms", "other"), target.credentials("esimaccess", "usual")]).toEqual([null, null]);
});

test.for([
  ["a base of its own", "", "/a/b?c=1", "/a/b?c=1"],
  ["a slash at its end", "/", "/a/b", "/a/b"],
  ["a prefix", "/fms", "/user/login", "/fms/user/login"],
  ["a prefix that the path repeats", "/proxy/api/v1", "/api/v1/list", "/proxy/api/v1/list"],
  ["a prefix that the path repeats in part of a name only", "/api", "/apis/list", "/api/apis/list"],
] as const)("to a base URL with %s the path is appended", async ([, prefix, path, asked]) => {
  const server = createHttpServer((incoming, outgoing) => outgoing.end(incoming.url));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}${prefix}`;
  const arrived = await call(await openTarget({ url, seed: 1 }), path);
  expect(arrived.status === null ? arrived : new TextDecoder().decode(arrived.bytes)).toBe(asked);
});

test.for([
  ["no URL", "localhost", /must be an http or https URL/],
  ["another protocol", "ftp://127.0.0.1/", /must be an http or https URL/],
  ["a password", "http://me:secret@127.0.0.1/", /without a name and password/],
  ["a query", "http://127.0.0.1/?a=1", /without a query/],
] as const)("a target that is %s is refused", async ([, url, told]) => {
  await expect(openHttp({ url, seed: 1 })).rejects.toThrow(told);
});

test("a control API that is not there is told as ControlFailed", async () => {
  const settings = { url: "http://127.0.0.1:9", controlUrl: "http://127.0.0.1:9", seed: 1 };
  await expect(openHttp(settings)).rejects.toMatchObject({ name: "ControlFailed", code: "no-answer" });
});

test("where nobody listens the target is unreachable", async () => {
  const arrived = await call(await openTarget({ url: "http://127.0.0.1:9", seed: 1 }));
  expect(arrived).toMatchObject({
    status: null,
    failure: expect.stringContaining("ECONNREFUSED"),
    isUnreachable: true,
  });
});

const misbehaving: readonly (readonly [string, (socket: Socket) => void, RegExp])[] = [
  ["speaks no HTTP", (socket: Socket) => void socket.end("GARBAGE\r\n\r\n"), /Parse Error/],
  ["closes without a word", (socket: Socket) => void socket.destroy(), /socket hang up|closed|ECONNRESET/],
  [
    "breaks off within its answer",
    (socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort"),
    /broke off|closed/,
  ],
  [
    "sends headers without end",
    (socket: Socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}\r\n`),
    /Header overflow/,
  ],
  [
    "changes the protocol",
    (socket: Socket) =>
      void socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    /closed|hang up/,
  ],
];

test.for(misbehaving)("a target that %s is a failure in words", async ([, serve, told]) => {
  const url = await listenRaw((socket) => socket.once("data", () => serve(socket)));
  const arrived = await call(await openTarget({ url, seed: 1 }));
  expect(arrived).toMatchObject({ status: null, failure: expect.stringMatching(told), isUnreachable: false });
});

test("an answer without end is cut off", async () => {
  const chunk = Buffer.alloc(1024 * 1024, "a");
  const url = await listenRaw((socket) => {
    socket.once("data", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const flood = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on("drain", flood);
      flood();
    });
  });
  const arrived = await call(await openTarget({ url, seed: 1 }));
  expect(arrived).toMatchObject({ status: null, failure: "the answer is longer than 16 MiB", isUnreachable: false });
});

test("a target that hangs is given up after ten seconds, while others are served", async () => {
  let connections = 0;
  const url = await listenRaw((socket) => {
    connections += 1;
    const isFirst = connections === 1;
    socket.on("data", () => isFirst || socket.write("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"));
  });
  const target = await openTarget({ url, seed: 1 });
  const hanging = call(target);
  expect(await call(target)).toMatchObject({ status: 200 });
  expect(await hanging).toMatchObject({
    status: null,
    failure: "no whole answer came within 10 s",
    isUnreachable: false,
  });
});

test("redirects are not followed, and headers that come twice are joined under a name in lower case", async () => {
  const url = await listenRaw((socket) => {
    socket.on("data", () =>
      socket.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nX-Two: a\r\nX-TWO: b\r\ncontent-length: 0\r\n\r\n"),
    );
  });
  const arrived = await call(await openTarget({ url, seed: 1 }));
  expect(arrived.status).toBe(302);
  const headers = arrived.status === null ? new Map() : arrived.headers;
  expect([headers.get("location"), headers.get("x-two")]).toEqual(["/elsewhere", "a, b"]);
});

test("calls at once use as many connections, and a later one takes up one of them", async () => {
  let connections = 0;
  let waiting: Socket[] = [];
  const url = await listenRaw((socket) => {
    connections += 1;
    socket.on("data", () => {
      waiting.push(socket);
      if (waiting.length < 20 && connections <= 20 && !isOver) return;
      for (const one of waiting) one.write("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
      waiting = [];
    });
  });
  let isOver = false;
  const target = await openTarget({ url, seed: 1 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => call(target)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  isOver = true;
  await call(target);
  expect(connections).toBe(20);
});
