import { expect, test } from "vitest";
import { createControlClient } from "../../client/control-client.ts";
import { openInProcess } from "./in-process.ts";
import { beginTenant, endTenant, hasTenant, interruptible } from "./target.ts";

const BEGINNING = { seed: 7, time: "2026-03-01T00:00:00Z", clock: "frozen" } as const;

test("a tenant begins at the scenario's instant, on a standing clock, and is gone after its end", async () => {
  const target = await openInProcess();
  expect(await hasTenant(target, "made")).toBe(false);
  const { beginsAt, control } = await beginTenant(target, "made", BEGINNING);
  expect(new Date(beginsAt).toISOString()).toBe("2026-03-01T00:00:00.000Z");
  expect(await control.clock.show()).toMatchObject({ mode: "frozen" });
  expect(await hasTenant(target, "made")).toBe(true);
  expect(await endTenant(target, "made")).toBe("deleted");
  expect(await hasTenant(target, "made")).toBe(false);
  await target.close();
});

test("a tenant that somebody else has deleted counts as deleted; one that cannot be deleted is left", async () => {
  const target = await openInProcess();
  expect(await endTenant(target, "never-made")).toBe("deleted");
  expect(await endTenant(target, "default")).toBe("left");
  const gone = { ...target, fetch: () => Promise.reject(new Error("connection refused")) };
  expect(await endTenant(gone, "made")).toBe("left");
  await target.close();
});

test("after the signal nothing more is asked, and the target itself still answers", async () => {
  const target = await openInProcess();
  const interrupted = new AbortController();
  const heard = interruptible(target, interrupted.signal);
  await beginTenant(heard, "made", BEGINNING);
  interrupted.abort("SIGINT");
  const { fetch, url } = heard;
  await expect(createControlClient({ fetch, url }).health()).rejects.toMatchObject({ status: null, code: "no-answer" });
  expect(await endTenant(target, "made")).toBe("deleted");
  await target.close();
});
