import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { temporaryDirectory } from "../simulator/storage/testing/temporary-directory.ts";
import { type Ended, ensureBuilt, type Running, runCli } from "./testing/built-cli.ts";

beforeAll(ensureBuilt);

test("clock, tenants and snapshots are driven from the command line, and survive a restart", async () => {
  const cwd = temporaryDirectory();
  const flags = ["--freeze", "--time", "2026-01-01T00:00:00Z", "--world", "busy-shop"];
  let sandbox = await start(cwd, flags);
  const run = async (...words: string[]): Promise<Ended> => runCli([...words, "--url", sandbox.url], { cwd }).ended;
  expect(await run("clock", "show")).toMatchObject({ code: 0, stdout: expect.stringContaining("stands still") });
  expect(await run("snapshot", "save", "before")).toMatchObject({ code: 0 });
  expect(JSON.parse((await run("clock", "advance", "30d", "--json")).stdout)).toMatchObject({
    now: "2026-01-31T00:00:00.000Z",
  });
  expect(await run("clock", "set", "2026-01-02T00:00:00Z")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("never goes back"),
  });
  expect(await run("snapshot", "diff", "before")).toMatchObject({ code: 1 });
  expect(await run("tenant", "fork", "default", "what-if")).toMatchObject({ code: 0 });
  sandbox.child.kill("SIGKILL");
  await sandbox.ended;
  sandbox = await start(cwd, []);
  expect(await run("tenant", "ls")).toMatchObject({ code: 0, stdout: expect.stringContaining("what-if") });
  expect(await run("snapshot", "load", "before", "--tenant", "what-if")).toMatchObject({ code: 2 });
  expect(await run("snapshot", "load", "before")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("2026-01-01"),
  });
  const file = join(cwd, "before.json");
  expect(await run("snapshot", "export", "before", file)).toMatchObject({ code: 0 });
  expect(await run("snapshot", "import", "copy", file, "--tenant", "what-if")).toMatchObject({ code: 0 });
  writeFileSync(file, readFileSync(file, "utf8").replace('"profile":"released"', '"profile":"relaesed"'));
  expect(await run("snapshot", "import", "bad", file)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/before\.json:\d+:\d+: .*did you mean released\?/),
  });
  expect(await run("tenant", "reset", "what-if", "webhooks", "journal")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("begins anew in webhooks, journal"),
  });
  expect(await run("tenant", "rm", "what-if")).toMatchObject({ code: 0 });
  expect(await runCli(["clock", "show", "--url", "http://127.0.0.1:1"], { cwd }).ended).toMatchObject({ code: 3 });
  sandbox.child.kill("SIGTERM");
  expect(await sandbox.ended).toMatchObject({ code: 0 });
});

/** A sandbox that outlives the dozen processes of this test. */
async function start(cwd: string, flags: readonly string[]): Promise<Running & { readonly url: string }> {
  const running = runCli(["start", "--port", "0", "--json", ...flags], { cwd });
  const ready: { url: string } = JSON.parse(await running.line());
  return { ...running, url: ready.url };
}
