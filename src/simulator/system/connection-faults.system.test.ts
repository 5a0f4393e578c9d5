import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Lifting, TransportFault } from "../kernel/fault-effects.ts";
import { type Listener, listen } from "./http-server.ts";

const BODY = `{"code":"0","text":"${"x".repeat(978)}"}`; // 1,000 bytes

const never: Lifting = () => () => undefined;

/** Milliseconds that a listener would wait for what still runs. */
const GRACE_MS = 10_000;

/** The ends of the hangs that last. */
function liftable(): { readonly ends: ReadonlySet<() => void>; readonly whenLifted: Lifting } {
  const ends = new Set<() => void>();
  const whenLifted: Lifting = (end) => {
    ends.add(end);
    return () => ends.delete(end);
  };
  return { ends, whenLifted };
}

const listeners: Listener[] = [];

afterEach(() => Promise.all(listeners.splice(0).map((listener) => listener.close(0))));

async function started(fault: TransportFault): Promise<Listener> {
  const serve = (): Response => new Response(BODY, { headers: { "content-type": "application/json" } });
  const served = { serve, bodyLimitAt: () => 1024, faultOf: () => fault };
  const listener = await listen(served, { host: "127.0.0.1", port: 0 });
  listeners.push(listener);
  return listener;
}

/** Wall milliseconds without a byte that count as silence. */
const SILENCE_MS = 300;

const NOTHING = -1;

const HEAD_END = "\r\n\r\n";

/** What came over a connection before it ended or fell silent, with the wall milliseconds of each chunk. */
interface Heard {
  readonly head: string;
  readonly body: string;
  readonly end: "reset" | "closed" | "silence";
  readonly atMs: readonly number[];
}

/**
 * Listens until the connection ends, or is silent once that many bytes of a body have come (a late byte is waited for); NOTHING: silent
 * from the beginning.
 */
async function hear(port: number, silentAfterBytes = Number.POSITIVE_INFINITY): Promise<Heard> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  const atMs: number[] = [];
  const startedAt = performance.now();
  socket.write("POST /x HTTP/1.1\r\nhost: sandbox.test\r\ncontent-length: 2\r\n\r\n{}");
  const end = await new Promise<Heard["end"]>((resolve) => {
    let quiet: NodeJS.Timeout | undefined;
    const awaitSilence = (): void => {
      clearTimeout(quiet);
      const bodyBytes = text.includes(HEAD_END) ? text.length - text.indexOf(HEAD_END) - HEAD_END.length : NOTHING;
      if (bodyBytes >= silentAfterBytes) quiet = setTimeout(() => resolve("silence"), SILENCE_MS);
    };
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      atMs.push(performance.now() - startedAt);
      awaitSilence();
    });
    awaitSilence();
    socket.on("error", () => resolve("reset"));
    socket.on("close", () => resolve("closed"));
  });
  socket.destroy();
  const [head = "", body = ""] = text.split(HEAD_END, 2);
  return { head, body, end, atMs };
}

test.for<readonly [string, TransportFault, string, number, Heard["end"]]>([
  ["a reset instead of an answer", { kind: "reset", when: "instead" }, "", 0, "reset"],
  ["a reset after the headers", { kind: "reset", when: "within", afterBytes: 0 }, "HTTP/1.1 200 OK", 0, "reset"],
  ["a reset in the middle", { kind: "reset", when: "within", afterBytes: null }, "HTTP/1.1 200 OK", 500, "reset"],
  ["an empty reply", { kind: "close", when: "instead" }, "", 0, "closed"],
  ["a body that ends too early", { kind: "close", when: "within", afterBytes: 10 }, "HTTP/1.1 200 OK", 10, "closed"],
  [
    "silence instead of an answer",
    { kind: "hang", when: "instead", forMs: 600_000, whenLifted: never },
    "",
    0,
    "silence",
  ],
  [
    "silence after the headers",
    { kind: "hang", when: "within", afterBytes: 0, forMs: 600_000, whenLifted: never },
    "HTTP/1.1 200 OK",
    0,
    "silence",
  ],
  [
    "silence after 700 bytes",
    { kind: "hang", when: "within", afterBytes: 700, forMs: 600_000, whenLifted: never },
    "HTTP/1.1 200 OK",
    700,
    "silence",
  ],
])("%s, byte by byte, ten times", async ([, fault, status, length, end]) => {
  const { port } = await started(fault);
  const silentAfterBytes = status === "" ? NOTHING : length;
  const listening = Array.from({ length: 10 }, () => (end === "silence" ? hear(port, silentAfterBytes) : hear(port)));
  const heard = await Promise.all(listening);
  for (const { head, body, end: how } of heard) {
    expect([head.split("\r\n")[0], body, how]).toEqual([status, BODY.slice(0, length), end]);
    if (status !== "") expect(head.toLowerCase()).toContain("content-length: 1000");
  }
});

test("a hanging connection is closed when its time is over", async () => {
  const { port } = await started({ kind: "hang", when: "instead", forMs: 100, whenLifted: never });
  expect(await hear(port)).toMatchObject({ head: "", end: "closed" });
});

test.for<readonly [string, Extract<TransportFault, { readonly kind: "hang" }>]>([
  ["instead of an answer", { kind: "hang", when: "instead", forMs: 600_000, whenLifted: never }],
  ["inside one", { kind: "hang", when: "within", afterBytes: 5, forMs: 600_000, whenLifted: never }],
])("a connection that hangs %s is closed when the fault is taken back", async ([, fault]) => {
  const { ends, whenLifted } = liftable();
  const { port } = await started({ ...fault, whenLifted });
  const heard = hear(port);
  await expect.poll(() => ends.size).toBe(1);
  for (const end of ends) end();
  expect(await heard).toMatchObject({ end: "closed" });
  await expect.poll(() => ends.size).toBe(0);
});

test("connections that hang do not keep a listener from closing", async () => {
  const { ends, whenLifted } = liftable();
  const listener = await started({ kind: "hang", when: "within", afterBytes: 5, forMs: 600_000, whenLifted });
  const heard = hear(listener.port);
  await expect.poll(() => ends.size).toBe(1);
  const startedAt = performance.now();
  await listener.close(GRACE_MS);
  expect(performance.now() - startedAt).toBeLessThan(GRACE_MS / 2);
  expect(await heard).toMatchObject({ body: BODY.slice(0, 5), end: "closed" });
});

test("bytes that are no HTTP come as they are", async () => {
  const { port } = await started({ kind: "noise", when: "instead", hex: "deadbeef0102" });
  expect(await hear(port)).toMatchObject({ head: "\xde\xad\xbe\xef\x01\x02", end: "closed" });
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow(TypeError);
});

test.for([
  [7, 1007, "closed"],
  [-7, 993, "closed"],
] as const)("a length that is off by %s is announced so, and the whole body sent", async ([by, announced, end]) => {
  const { port } = await started({ kind: "length", when: "within", by });
  const heard = await hear(port);
  expect(heard.head.toLowerCase()).toContain(`content-length: ${announced}`);
  expect([heard.body, heard.end]).toEqual([BODY, end]);
});

test.for<readonly [string, TransportFault, number, number]>([
  ["five chunks over 400 ms", { kind: "slow", when: "within", chunks: 5, overMs: 400 }, 5, 400],
  ["2,500 bytes a second", { kind: "slow", when: "within", chunkBytes: 50, everyMs: 20 }, 20, 400],
])("a slow body keeps its pace: %s", async ([, fault, chunks, lastMs]) => {
  const { port } = await started(fault);
  await hear((await started({ kind: "close", when: "instead" })).port); // what is compiled on first use is not measured
  let best = { chunks: 0, lateMs: Number.POSITIVE_INFINITY };
  // A machine that stalls is late and reads chunks together; it does not do so five times in a row.
  for (let trial = 0; trial < 5 && (best.chunks < chunks || best.lateMs >= 60); trial++) {
    const { body, atMs } = await hear(port, BODY.length);
    expect(body).toBe(BODY);
    best = { chunks: atMs.length, lateMs: (atMs.at(-1) ?? 0) - lastMs };
    expect(best.lateMs).toBeGreaterThan(-2); // timers may fire a millisecond early
  }
  expect(best.chunks).toBeGreaterThanOrEqual(chunks);
  expect(best.lateMs).toBeLessThan(60);
});

test("a slow body that nobody waits for any more is dropped", async () => {
  const { port } = await started({ kind: "slow", when: "within", chunks: 100, overMs: 600_000 });
  const giving = AbortSignal.timeout(100);
  await expect(
    fetch(`http://127.0.0.1:${port}/`, { signal: giving }).then((answer) => answer.text()),
  ).rejects.toThrow();
  const [listener] = listeners;
  const startedAt = performance.now();
  await listener?.close(GRACE_MS);
  expect(performance.now() - startedAt).toBeLessThan(GRACE_MS / 2);
});
