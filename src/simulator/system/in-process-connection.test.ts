import { describe, expect, test } from "vitest";
import type { Lifting, TransportFault } from "../kernel/fault-effects.ts";
import { chunksOf, partOf } from "./connection-faults.ts";
import { orAborted, receive } from "./in-process-connection.ts";

const TEXT = '{"code":"0"}';
const NEVER = new AbortController().signal;

const never: Lifting = () => () => undefined;

const answer = (): Response => new Response(TEXT, { status: 201, headers: { "x-own": "1" } });

/** What arrives of a body, and how it ends. */
async function arrival(fault: TransportFault, signal = NEVER): Promise<{ text: string; end: unknown }> {
  const response = await receive(answer(), fault, signal);
  let text = "";
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return { text, end: "whole" };
      text += chunk.value;
    }
  } catch (error) {
    return { text, end: error };
  }
}

test("an answer without a fault, or with one that comes later, is passed on", async () => {
  const [one, other] = [answer(), answer()];
  expect(await receive(one, undefined, NEVER)).toBe(one);
  expect(await receive(other, { kind: "reset", when: "sent" }, NEVER)).toBe(other);
});

test.for<readonly [string, TransportFault, string]>([
  ["a reset", { kind: "reset", when: "instead" }, "the connection was reset"],
  ["an empty reply", { kind: "close", when: "instead" }, "the connection was closed without an answer"],
  ["noise", { kind: "noise", when: "instead", hex: "00ff" }, "what came is not HTTP"],
  [
    "the end of a silence",
    { kind: "hang", when: "instead", forMs: 1, whenLifted: never },
    "the connection was closed without an answer",
  ],
])("%s rejects as fetch does", async ([, fault, cause]) => {
  const rejected = receive(answer(), fault, NEVER);
  await expect(rejected).rejects.toThrow(TypeError);
  await expect(rejected).rejects.toMatchObject({ message: "fetch failed", cause: { message: cause } });
});

describe("silence", () => {
  test("ends when the caller gives up, for the caller's reason", async () => {
    const giving = new AbortController();
    const hanging = receive(
      answer(),
      { kind: "hang", when: "instead", forMs: 600_000, whenLifted: never },
      giving.signal,
    );
    giving.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
  });

  test("inside a body too, after what has arrived", async () => {
    const giving = new AbortController();
    const fault: TransportFault = { kind: "hang", when: "within", afterBytes: 3, forMs: 600_000, whenLifted: never };
    const hanging = arrival(fault, giving.signal);
    giving.abort(new Error("enough"));
    expect((await hanging).end).toMatchObject({ message: "enough" });
  });

  test("ends with the fault, as it would in its time, and forgets it", async () => {
    let forgotten = 0;
    const whenLifted: Lifting = (end) => {
      queueMicrotask(end);
      return () => {
        forgotten += 1;
      };
    };
    const hanging = receive(answer(), { kind: "hang", when: "instead", forMs: 600_000, whenLifted }, NEVER);
    const cause = { message: "the connection was closed without an answer" };
    await expect(hanging).rejects.toMatchObject({ message: "fetch failed", cause });
    const fault: TransportFault = { kind: "hang", when: "within", afterBytes: 3, forMs: 600_000, whenLifted };
    expect(await arrival(fault)).toMatchObject({ text: TEXT.slice(0, 3), end: { message: "terminated" } });
    expect(forgotten).toBe(2);
  });

  test("that was given up before is not begun", async () => {
    await expect(orAborted(new Promise(() => undefined), AbortSignal.abort(new Error("before")))).rejects.toThrow(
      "before",
    );
  });
});

test.for<readonly [string, TransportFault, string, unknown]>([
  [
    "breaks after some bytes",
    { kind: "reset", when: "within", afterBytes: 3 },
    TEXT.slice(0, 3),
    { message: "terminated" },
  ],
  ["breaks half-way", { kind: "reset", when: "within", afterBytes: null }, TEXT.slice(0, 6), { message: "terminated" }],
  ["breaks before the first byte", { kind: "reset", when: "within", afterBytes: 0 }, "", { message: "terminated" }],
  ["ends too early", { kind: "close", when: "within", afterBytes: 100 }, TEXT.slice(0, -1), { message: "terminated" }],
  ["is shorter than announced", { kind: "length", when: "within", by: 5 }, TEXT, { message: "terminated" }],
  ["is longer than announced", { kind: "length", when: "within", by: -2 }, TEXT.slice(0, -2), "whole"],
  ["comes in chunks", { kind: "slow", when: "within", chunks: 4, overMs: 4 }, TEXT, "whole"],
  ["comes at a pace", { kind: "slow", when: "within", chunkBytes: 5, everyMs: 1 }, TEXT, "whole"],
])("a body that %s", async ([, fault, text, end]) => {
  const arrived = await arrival(fault);
  expect(arrived.text).toBe(text);
  if (end === "whole") expect(arrived.end).toBe("whole");
  else expect(arrived.end).toMatchObject(Object(end));
});

test("headers and status are those of the answer; only a wrong length differs", async () => {
  const response = await receive(answer(), { kind: "length", when: "within", by: 5 }, NEVER);
  const { status, headers } = response;
  expect([status, headers.get("x-own"), headers.get("content-length")]).toEqual([201, "1", "17"]);
});

test.for([
  [null, 12, 6],
  [3, 12, 3],
  [12, 12, 11],
  [5, 0, 0],
] as const)("a break at %s of %s bytes lets %s through", ([afterBytes, length, part]) => {
  expect(partOf(afterBytes, length)).toBe(part);
});

test("chunks end with the body, and their times with the time given", () => {
  expect(chunksOf({ kind: "slow", when: "within", chunks: 3, overMs: 100 }, 10)).toEqual([
    { end: 3, dueMs: 0 },
    { end: 7, dueMs: 50 },
    { end: 10, dueMs: 100 },
  ]);
  expect(chunksOf({ kind: "slow", when: "within", chunks: 9, overMs: 10 }, 2)).toHaveLength(2);
  expect(chunksOf({ kind: "slow", when: "within", chunkBytes: 4, everyMs: 20 }, 10).at(-1)).toEqual({
    end: 10,
    dueMs: 60,
  });
});
