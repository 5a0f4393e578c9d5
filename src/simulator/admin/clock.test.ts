import { expect, test } from "vitest";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

async function json(answer: Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

const atBeginning = { now: "2026-01-01T00:00:00.000Z", nowMs: 1_767_225_600_000 };

test("the clock is shown with its next due instant", async () => {
  const sandbox = await openInventedSandbox();
  const shelfLifeEnd = "2026-06-30T00:00:00.000Z";
  expect(await json(sandbox.call("GET", "clock"))).toEqual({
    ...atBeginning,
    mode: "frozen",
    speed: null,
    nextDue: shelfLifeEnd,
  });
});

test("advancing answers with what fired on the way, in order", async () => {
  const sandbox = await openInventedSandbox();
  expect(await json(sandbox.call("POST", "clock/advance", { by: "PT1H" }))).toEqual({
    now: "2026-01-01T01:00:00.000Z",
    nowMs: 1_767_229_200_000,
    fired: [],
    count: 0,
    isCut: false,
  });
  expect(await json(sandbox.call("POST", "clock/advance", { by: "180d" }))).toEqual({
    now: "2026-06-30T01:00:00.000Z",
    nowMs: 1_782_781_200_000,
    fired: [{ at: "2026-06-30T00:00:00.000Z", kind: "expire-esim", id: "expire-esim/esim-1" }],
    count: 1,
    isCut: false,
  });
});

test.for([["next"], ["run-until-idle"]] as const)(
  "%s goes to the instant at which the last thing is due",
  async ([command]) => {
    const sandbox = await openInventedSandbox();
    expect(await json(sandbox.call("POST", `clock/${command}`))).toMatchObject({
      now: "2026-06-30T00:00:00.000Z",
      count: 1,
    });
    expect(await json(sandbox.call("POST", `clock/${command}`, {}))).toMatchObject({
      now: "2026-06-30T00:00:00.000Z",
      count: 0,
    });
  },
);

test("the clock is resumed and frozen where it stands", async () => {
  const sandbox = await openInventedSandbox();
  expect(await json(sandbox.call("POST", "clock/resume", { speed: 60 }))).toEqual({
    ...atBeginning,
    fired: [],
    count: 0,
    isCut: false,
  });
  expect(await json(sandbox.call("GET", "clock"))).toMatchObject({ mode: "running", speed: 60 });
  await sandbox.call("POST", "clock/resume");
  expect(await json(sandbox.call("GET", "clock"))).toMatchObject({ mode: "running", speed: 1 });
  await sandbox.call("POST", "clock/freeze");
  expect(await json(sandbox.call("GET", "clock"))).toMatchObject({ ...atBeginning, mode: "frozen", speed: null });
});

test("while a clock command runs, a receiver may read, yet no second command or reset is taken", async () => {
  const seen: number[] = [];
  const sandbox = await openInventedSandbox({
    send: async ({ attempts }) => {
      if (attempts.length === 0) return { outcome: "failed", status: null, detail: "nobody listens", wallMs: 1 };
      for (const [method, path, body] of [
        ["GET", "esims", undefined],
        ["POST", "clock/next", undefined],
        ["POST", "clock/advance", { by: "1s" }],
        ["POST", "clock/freeze", undefined],
        ["POST", "reset", undefined],
        ["POST", "clock/next?tenant=blue", undefined],
      ] as const) {
        seen.push((await sandbox.call(method, path, body)).status);
      }
      return { outcome: "accepted", status: 200, detail: null, wallMs: 1 };
    },
  });
  const policy = { retryDelaysMs: [5000], timeoutMs: 1000, accepts: "2xx" } as const;
  const url = "http://127.0.0.1:8080/";
  const notification = { provider: "invented", type: "DONE", url, headers: {}, lane: "one", about: {}, policy };
  await sandbox.tenant.transact((tx) => tx.notify({ ...notification, bodyOf: () => "{}" }));
  await sandbox.tenant.idle();
  expect(await json(sandbox.call("POST", "clock/advance", { by: "10s" }))).toMatchObject({
    fired: [
      { at: "2026-01-01T00:00:05.000Z", kind: "delivery:DONE:accepted", id: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ],
    count: 1,
  });
  expect(seen).toEqual([200, 409, 409, 409, 409, 200]);
});
