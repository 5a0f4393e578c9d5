import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createReceiver, type Receiver, receiverLimits } from "./receiver.ts";

const opened: Receiver[] = [];

afterEach(async () => {
  for (const receiver of opened.splice(0)) await receiver.close();
});

async function open(): Promise<Receiver> {
  const receiver = await createReceiver();
  opened.push(receiver);
  return receiver;
}

async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { method: "POST", body, headers });
  await response.arrayBuffer();
  return response.status;
}

test("deliveries are kept as they came, in order, by the path they were sent to", async () => {
  const receiver = await open();
  expect([receiver.url, receiver.otherUrl]).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/hook-1$/),
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/hook-2$/),
  ]);
  await post(receiver.url, '{"a":1}', { "X-Sent-By": "me" });
  await post(`${receiver.otherUrl}?b=2`, "no JSON");
  const [first, second] = receiver.arrived();
  expect(first).toMatchObject({ method: "POST", path: "/hook-1", body: { a: 1 }, replied: 200, number: 1 });
  expect([first?.headers.get("x-sent-by"), new TextDecoder().decode(first?.bytes)]).toEqual(["me", '{"a":1}']);
  expect(second).toMatchObject({ path: "/hook-2?b=2", body: undefined, number: 2 });
  expect((second?.arrivedAt ?? 0) - (first?.arrivedAt ?? 0)).toBeGreaterThanOrEqual(0);
});

test("the script answers the next deliveries, then 200 does", async () => {
  const receiver = await open();
  receiver.replies([500, { status: 404, delayMs: 20 }]);
  const statuses: number[] = [];
  for (const body of ["1", "2", "3"]) statuses.push(await post(receiver.url, body));
  expect(statuses).toEqual([500, 404, 200]);
  expect(receiver.arrived().map(({ replied }) => replied)).toEqual([500, 404, 200]);
});

test("a delivery can be left without an answer", async () => {
  const receiver = await open();
  receiver.replies(["hang"]);
  const waiting = new AbortController();
  const answer = fetch(receiver.url, { method: "POST", body: "1", signal: waiting.signal });
  expect(await receiver.waitFor(() => true, 60_000)).toBe(true);
  setTimeout(() => waiting.abort(), 100); // by then an answer would have come
  await expect(answer).rejects.toThrow();
  expect(receiver.arrived()).toMatchObject([{ replied: null }]);
});

test("the hook ends before the reply is sent, and its failure costs no reply", async () => {
  const receiver = await open();
  const order: string[] = [];
  receiver.onArrival(async ({ body }) => {
    order.push(`hook ${String(body)}`);
    if (body === 2) throw new Error("the target cannot be read");
  });
  for (const body of ["1", "2"]) order.push(`reply ${await post(receiver.url, body)}`);
  expect(order).toEqual(["hook 1", "reply 200", "hook 2", "reply 200"]);
});

test("what came is taken once; clear forgets arrivals, script and hook", async () => {
  const receiver = await open();
  await post(receiver.url, "1");
  expect([receiver.take().length, receiver.take().length]).toEqual([1, 0]);
  await post(receiver.url, "2");
  expect(receiver.take()).toMatchObject([{ body: 2 }]);
  const before = receiver.arrived();
  receiver.replies([500]);
  receiver.onArrival(async () => {
    throw new Error("never called");
  });
  receiver.clear();
  expect([receiver.arrived().length, before.length]).toEqual([0, 2]);
  expect(await post(receiver.url, "3")).toBe(200);
  expect(receiver.take()).toMatchObject([{ body: 3, number: 3 }]);
});

test("waiting ends with the arrival that fits, and quiet with any", async () => {
  const receiver = await open();
  const waited = receiver.waitFor(({ body }) => body === 2, 5_000);
  await post(receiver.url, "1");
  await post(receiver.url, "2");
  expect(await waited).toBe(true);
  expect(await receiver.waitFor(({ body }) => body === 1, 0)).toBe(true);
  expect(await receiver.waitFor(({ body }) => body === 9, 20)).toBe(false);
  expect(await receiver.quiet(20)).toBe(true);
  const quiet = receiver.quiet(5_000);
  await post(receiver.url, "3");
  expect(await quiet).toBe(false);
});

test("a body that is too long is refused and not kept", async () => {
  const receiver = await open();
  const sent = post(receiver.url, "a".repeat(receiverLimits.bodyBytes + 1)).catch(() => 413); // the connection may break first
  expect(await sent).toBe(413);
  expect([receiver.arrived().length, receiver.dropped()]).toEqual([0, 1]);
  expect(await post(receiver.url, "1")).toBe(200);
});

test("garbage and senders that hang up do no harm", async () => {
  const receiver = await open();
  const { port } = new URL(receiver.url);
  for (const text of ["GARBAGE\r\n\r\n", "POST /hook-1 HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc"]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.end(text));
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
      socket.resume();
    });
  }
  expect(await post(receiver.url, "1")).toBe(200);
  expect(receiver.arrived()).toMatchObject([{ body: 1 }]);
});

test("an address that is taken is refused", async () => {
  const receiver = await open();
  await expect(createReceiver({ port: Number(new URL(receiver.url).port) })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});
