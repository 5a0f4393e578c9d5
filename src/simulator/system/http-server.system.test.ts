import { Agent, request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { type Listener, listen, type Served } from "./http-server.ts";

const LIMIT = 1024 * 1024;
const listeners: Listener[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(listeners.splice(0).map((listener) => listener.close(0)));
});

interface Under {
  readonly listener: Listener;
  readonly port: number;
  /** What was served, by method and path, with the length of the body. */
  readonly served: string[];
}

async function started(over: Partial<Served> = {}): Promise<Under> {
  const served: string[] = [];
  const serve: Served["serve"] = async (request, env) => {
    const { rawBody, isTooLarge } = Object(env["incoming"]);
    served.push(
      `${request.method} ${new URL(request.url).pathname} ${isTooLarge === true ? "too large" : rawBody.length}`,
    );
    return Response.json({ code: "0" });
  };
  const listener = await listen(
    { serve, bodyLimitAt: () => LIMIT, faultOf: () => undefined, ...over },
    { host: "127.0.0.1", port: 0 },
  );
  listeners.push(listener);
  return { listener, port: listener.port, served };
}

/** A connection, what came over it, and how it ended. */
interface Wire {
  readonly socket: Socket;
  readonly text: () => string;
  readonly ended: Promise<"closed" | "reset">;
}

async function dial(port: number): Promise<Wire> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let text = "";
  let isReset = false;
  socket.on("data", (chunk) => {
    text += chunk.toString();
  });
  socket.on("error", () => {
    isReset = true;
  });
  const ended = new Promise<"closed" | "reset">((resolve) =>
    socket.on("close", () => resolve(isReset ? "reset" : "closed")),
  );
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  return { socket, text: () => text, ended };
}

/** Waits, at most five seconds, until `holds` says yes. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await pause(10);
  expect(holds()).toBe(true);
}

const post = (path: string, body: string, more = "") =>
  `POST ${path} HTTP/1.1\r\nhost: sandbox.test\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

describe("a body", () => {
  test("is handed over whole, however slowly it comes", async () => {
    const { port, served } = await started();
    const wire = await dial(port);
    const text = post("/slow", "x".repeat(40));
    for (let at = 0; at < text.length; at += 10) {
      wire.socket.write(text.slice(at, at + 10));
      await pause(5);
    }
    await until(() => wire.text().includes('{"code":"0"}'));
    expect(served).toEqual(["POST /slow 40"]);
  });

  test("that is cut off is never served, and others are", async () => {
    const { port, served } = await started();
    const wire = await dial(port);
    wire.socket.write(post("/cut", "x".repeat(40)).slice(0, -10));
    await pause(50);
    wire.socket.resetAndDestroy();
    await wire.ended;
    expect((await fetch(`http://127.0.0.1:${port}/next`, { method: "POST", body: "abc" })).status).toBe(200);
    expect(served).toEqual(["POST /next 3"]);
  });

  test.for([
    ["at the limit", LIMIT, `POST /big ${LIMIT}`],
    ["one byte above it", LIMIT + 1, "POST /big too large"],
    ["far above it", 8 * LIMIT, "POST /big too large"],
  ] as const)("%s is told apart, and an answer comes", async ([, length, expected]) => {
    const { port, served } = await started();
    const response = await fetch(`http://127.0.0.1:${port}/big`, { method: "POST", body: new Uint8Array(length) });
    expect([response.status, served]).toEqual([200, [expected]]);
  });

  test("without end is answered while it still comes, and its connection closed", async () => {
    const { port, served } = await started();
    const wire = await dial(port);
    wire.socket.write("POST /endless HTTP/1.1\r\nhost: sandbox.test\r\ntransfer-encoding: chunked\r\n\r\n");
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    for (let sent = 0; sent < 200 && !wire.socket.destroyed; sent += 1) {
      wire.socket.write(chunk);
      if (sent % 20 === 0) await pause(2);
    }
    await wire.ended;
    expect(served).toEqual(["POST /endless too large"]);
  });
});

describe("a connection", () => {
  test("serves requests one after another, also when they come at once", async () => {
    const { port, served } = await started();
    const wire = await dial(port);
    wire.socket.write(post("/a", "1") + post("/b", "22") + post("/c", "", "connection: close\r\n"));
    expect(await wire.ended).toBe("closed");
    expect(served).toEqual(["POST /a 1", "POST /b 2", "POST /c 0"]);
    expect(wire.text().match(/HTTP\/1\.1 200/g)).toHaveLength(3);
  });

  test("with something else than HTTP is answered with 400 and closed", async () => {
    const { port, served } = await started();
    const wire = await dial(port);
    wire.socket.write("\x16\x03\x01\x02\x00 hello\r\n\r\n");
    await wire.ended;
    expect([wire.text().split("\r\n")[0], served]).toEqual(["HTTP/1.1 400 Bad Request", []]);
  });

  test("that idles hinders nobody, two thousand times", async () => {
    const { port, listener } = await started();
    const idle: Wire[] = [];
    for (let round = 0; round < 20; round += 1) {
      idle.push(...(await Promise.all(Array.from({ length: 100 }, () => dial(port)))));
    }
    expect(idle).toHaveLength(2000);
    expect((await fetch(`http://127.0.0.1:${port}/next`, { method: "POST", body: "abc" })).status).toBe(200);
    const startedAt = performance.now();
    await listener.close(10_000);
    expect(performance.now() - startedAt).toBeLessThan(9000);
    expect(new Set(await Promise.all(idle.map(({ ended }) => ended)))).toEqual(new Set(["closed"]));
  });
});

describe("a fault of the connection", () => {
  test("instead of the answer resets it: not a byte comes", async () => {
    const { port } = await started({ faultOf: () => ({ kind: "reset", when: "instead" }) });
    for (let round = 0; round < 20; round += 1) {
      const wire = await dial(port);
      wire.socket.write(post("/reset", "{}"));
      expect([await wire.ended, wire.text()]).toEqual(["reset", ""]);
    }
    await expect(fetch(`http://127.0.0.1:${port}/reset`, { method: "POST", body: "{}" })).rejects.toThrow(TypeError);
  });

  test("after the answer lets the whole answer through and then ends the connection, each time", async () => {
    const text = "x".repeat(100_000);
    const { port } = await started({
      faultOf: () => ({ kind: "reset", when: "sent" }),
      serve: () => new Response(text),
    });
    for (let round = 0; round < 20; round += 1) {
      const wire = await dial(port);
      wire.socket.write(post("/reset", "{}"));
      await wire.ended; // whether as end or as reset: a Node client that gets both at once does not tell
      expect(wire.text().endsWith(text)).toBe(true);
    }
  });
});

describe("closing", () => {
  test("lets a running request end and does not wait for its connection to idle", async () => {
    const [begun, gate] = [gateOf(), gateOf()];
    const { port, listener } = await started({
      serve: async () => {
        begun.open();
        await gate.opened;
        return Response.json({ code: "late" });
      },
    });
    const agent = new Agent({ keepAlive: true });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const out = httpRequest({ port, host: "127.0.0.1", method: "POST", agent }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode));
      });
      out.on("error", reject);
      out.end("{}");
    });
    await begun.opened;
    const startedAt = performance.now();
    const closed = listener.close(10_000);
    gate.open();
    expect(await answered).toBe(200);
    await closed;
    expect(performance.now() - startedAt).toBeLessThan(9000);
    agent.destroy();
  });

  test("cuts what has not ended after the grace", async () => {
    const begun = gateOf();
    const { port, listener } = await started({
      serve: () => {
        begun.open();
        return new Promise(() => undefined);
      },
    });
    const wire = await dial(port);
    wire.socket.write(post("/never", "{}"));
    await begun.opened;
    await listener.close(100);
    await wire.ended;
    expect(wire.text()).toBe("");
  });
});

test("an address that is taken is refused with the system's error", async () => {
  const { port } = await started();
  const served: Served = { serve: () => new Response(), bodyLimitAt: () => LIMIT, faultOf: () => undefined };
  await expect(listen(served, { host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

function gateOf(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
