import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createSender, type EgressPolicy, isLoopback } from "./http-sender.ts";

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A receiver on loopback that notes what comes and answers by `answer`. */
async function receiver(
  answer: (out: ServerResponse) => void,
  host = "127.0.0.1",
): Promise<{ port: number; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method, url, headers } = incoming;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(outgoing);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { port: portOf(server), seen };
}

function portOf(server: { address(): unknown }): number {
  return Number(Object(server.address()).port);
}

const status = (code: number) => (out: ServerResponse) => out.writeHead(code).end("body");
const strict: EgressPolicy = { allowedHosts: [], ownPort: () => null, report: () => undefined };

function post(
  url: string,
  over: Partial<EgressPolicy> = {},
  timeoutMs = 5000,
): ReturnType<ReturnType<typeof createSender>> {
  const request = { url, headers: { "content-type": "application/json" }, body: '{"é":1}', timeoutMs };
  return createSender({ ...strict, ...over })(request);
}

describe("a request", () => {
  test("goes out as it was given, and its status is the outcome", async () => {
    const { port, seen } = await receiver(status(200));
    expect(await post(`http://127.0.0.1:${port}/hook?a=1`)).toEqual({
      outcome: "accepted",
      status: 200,
      detail: null,
      wallMs: expect.any(Number),
    });
    expect(seen).toMatchObject([
      {
        method: "POST",
        url: "/hook?a=1",
        body: '{"é":1}',
        headers: { "content-type": "application/json", "content-length": "8" },
      },
    ]);
  });

  test.for([
    [204, "2xx", "accepted"],
    [204, "200", "refused"],
    [200, "200", "accepted"],
    [500, "2xx", "refused"],
    [404, "2xx", "refused"],
  ] as const)("answered with %i counts by the policy %s as %s", async ([code, accepts, outcome]) => {
    const { port } = await receiver((out) => out.writeHead(code).end());
    const url = `http://127.0.0.1:${port}/`;
    const sent = await createSender(strict)({ url, headers: {}, body: "{}", timeoutMs: 5000 }, accepts);
    expect([sent.outcome, sent.status]).toEqual([outcome, code]);
  });

  test("is not sent on when the answer is a redirect", async () => {
    const target = await receiver(status(200));
    const { port } = await receiver((out) =>
      out.writeHead(307, { location: `http://127.0.0.1:${target.port}/` }).end(),
    );
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ outcome: "refused", status: 307 });
    expect(target.seen).toEqual([]);
  });

  test("without an answer in time has failed", async () => {
    const { port } = await receiver(() => undefined);
    expect(await post(`http://127.0.0.1:${port}/`, {}, 100)).toMatchObject({
      outcome: "failed",
      status: null,
      detail: "no answer within 100 ms",
    });
  });

  test("is decided by the status, although the body never ends", async () => {
    const { port } = await receiver((out) => out.writeHead(200).write("first of many"));
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ outcome: "accepted", status: 200 });
  });

  test("to a receiver that hangs up has failed", async () => {
    const { port } = await receiver((out) => out.socket?.resetAndDestroy());
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ outcome: "failed", status: null });
  });

  test("to a port where nobody listens has failed, with a reason", async () => {
    const server = createTcpServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({
      outcome: "failed",
      detail: expect.stringContaining("ECONNREFUSED"),
    });
    expect(await post(`http://localhost:${port}/`)).toMatchObject({
      outcome: "failed",
      detail: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test.for([
    ["no URL", "not a url"],
    ["another scheme", "ftp://127.0.0.1/"],
    ["a file", "file:///etc/hostname"],
  ] as const)("to %s fails without an exception", async ([, url]) => {
    expect(await post(url)).toMatchObject({ outcome: "failed", status: null });
  });
});

describe("egress", () => {
  test.for(["127.0.0.1", "localhost", "127.1", "[::ffff:127.0.0.1]"])(
    "reaches a receiver on IPv4 loopback as %s",
    async (host) => {
      const { port, seen } = await receiver(status(200));
      expect(await post(`http://${host}:${port}/`)).toMatchObject({ outcome: "accepted" });
      expect(seen).toHaveLength(1);
    },
  );

  test.for(["203.0.113.7", "0.0.0.0", "[::]", "[2001:db8::1]", "169.254.169.254"])(
    "refuses %s at once and names the flag",
    async (host) => {
      const told: string[] = [];
      const sent = await post(`http://${host}:9/`, { report: (message) => told.push(message) });
      const plain = host.replace(/[[\]]/g, "");
      expect(sent).toMatchObject({
        outcome: "failed",
        detail: expect.stringContaining(`--allow-webhook-host ${plain}`),
      });
      expect(told).toEqual([`a webhook to ${plain} was refused; start with --allow-webhook-host ${plain} to admit it`]);
    },
  );

  test("goes to a host that is named, in any case of letters", async () => {
    const { port } = await receiver(status(200));
    expect(await post(`http://LocalHost:${port}/`, { allowedHosts: ["localhost"] })).toMatchObject({
      outcome: "accepted",
    });
    const sent = await post("http://203.0.113.7:9/", { allowedHosts: ["203.0.113.7"] }, 50);
    expect(String(sent.detail)).not.toContain("allow-webhook-host");
  });

  test.for([
    ["by its address", "127.0.0.1", []],
    ["by another loopback address", "127.0.0.2", []],
    ["by name", "localhost", []],
    ["although it is on the list", "localhost", ["localhost"]],
    ["as IPv4 inside IPv6", "[::ffff:7f00:1]", []],
  ] as const)("never goes to the sandbox itself %s", async ([, host, allowedHosts]) => {
    const { port, seen } = await receiver(status(200));
    const sent = await post(`http://${host}:${port}/`, { ownPort: () => port, allowedHosts });
    expect([sent.outcome, sent.detail, seen]).toEqual(["failed", "the sandbox does not send to itself", []]);
  });
});

test.for([
  ["127.0.0.1", true],
  ["127.255.0.9", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:7f00:1", true],
  ["128.0.0.1", false],
  ["10.127.0.1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:7e00:1", false],
  ["::", false],
  ["localhost", false],
] as const)("%s leads back to this machine: %s", ([address, expected]) => {
  expect(isLoopback(address)).toBe(expected);
});
