import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ensureBuilt, post, runCli, startCli } from "./testing/built-cli.ts";

let cwd = "";

beforeAll(() => {
  ensureBuilt();
});

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "esim-sandbox-cli-"));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

test("under --json the first line is the ready record, then one record per request, and nothing else", async () => {
  const sandbox = await startCli(["--memory"], cwd);
  const { env, url } = sandbox;
  expect(env).toMatchObject({
    ESIM_SANDBOX_URL: url,
    ESIMACCESS_BASE_URL: `${url}/api/v1/open`,
    ESIMACCESS_ACCESS_CODE: "test-access-code",
    ESIMACCESS_SECRET_KEY: "test-secret-key",
    FMS_PARTNER_CODE: "P001101",
  });
  await post(`${env["ESIMACCESS_BASE_URL"]}/balance/query`, {});
  await post(`${url}/api/v1/open/no/such/path`, {});
  sandbox.child.kill("SIGTERM");
  const { code, stdout, stderr } = await sandbox.ended;
  const [ready, ...requests] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(Object.keys(ready)).toEqual(["event", "url", "pid", "env"]);
  expect(ready).toMatchObject({ event: "ready", pid: sandbox.child.pid });
  expect(requests).toMatchObject([
    { event: "request", provider: "esimaccess", operation: "balanceQuery", outcome: "ok", status: 200 },
    { event: "request", provider: "esimaccess", operation: "unknownPath", outcome: "refused" },
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("without --json it tells a person where things are and prints one line per request", async () => {
  const running = runCli(["start", "--port", "0", "--memory", "--freeze", "--time", "2026-01-01"], { cwd });
  const url = /http:\S+/.exec(await running.line())?.[0] ?? "";
  await post(`${url}/api/v1/open/balance/query`, {});
  running.child.kill("SIGINT");
  const { code, stdout } = await running.ended;
  expect(code).toBe(0);
  expect(stdout).toContain(`esim-sandbox 0.1.0 is ready at ${url}\n`);
  expect(stdout).toContain("access code test-access-code, secret key test-secret-key");
  expect(stdout).toContain("partner code P001101");
  expect(stdout).toContain("in memory, gone when it stops");
  expect(stdout).toContain("stands at 2026-01-01T00:00:00.000Z");
  expect(stdout.match(/^ {2}curl .*$/gm)).toHaveLength(3);
  expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}esimaccess {2}balanceQuery +ok +\S+ +\d+\.\d ms$/m);
});

test("the three commands that start prints can be pasted into a shell", async () => {
  const running = runCli(["start", "--port", "0", "--memory"], { cwd });
  await running.line();
  while (!(await running.line()).startsWith("Try:"));
  for (const expected of [/"success": ?true/, /"code": ?0/, /"ok"/]) {
    const command = (await running.line()).replace(/^ {2}curl/, "curl -sS");
    expect(execFileSync("sh", ["-c", command], { encoding: "utf8" })).toMatch(expected);
  }
  running.child.kill("SIGTERM");
  expect((await running.ended).code).toBe(0);
});

test.for([
  ["no command", [], 2, /a command must be given/],
  ["an unknown command", ["strat"], 2, /unknown command 'strat' \(Did you mean start\?\)/],
  ["an unknown flag", ["start", "--prot", "1"], 2, /unknown option '--prot' \(Did you mean --port\?\)/],
  ["a flag without its value", ["start", "--port"], 2, /option '-p, --port <N>' argument missing/],
  [
    "a port beyond the range",
    ["start", "--port", "65536"],
    2,
    /--port must be a whole number from 0 to 65535, got "65536"/,
  ],
  ["another word too many", ["start", "now"], 2, /too many arguments for 'start'/],
  [
    "an unknown option of a provider",
    ["start", "--memory", "--set", "fms.verifyCod=enforce"],
    2,
    /^esim-sandbox: --set: fms\.verifyCod is no option; .*did you mean verifyCode\?/,
  ],
  [
    "a wrong value of a provider's option",
    ["start", "--memory", "--set", "fms.verifyCode=1"],
    2,
    /--set: fms\.verifyCode must be one of ignore, enforce, got "1"/,
  ],
  [
    "a data directory that is a file",
    ["start", "--port", "0", "--data", "file"],
    2,
    /the data directory .*file must be a directory/,
  ],
  [
    "a mutant that is none",
    ["start", "--port", "0", "--memory", "--mutant", "MON-1"],
    2,
    /^esim-sandbox: --mutant must be the id of a mutant, got "MON-1"; did you mean MON-01\?/,
  ],
  ["a host beyond loopback without a token", ["start", "--host", "0.0.0.0"], 2, /--admin-token must be given/],
  [
    "a host that is no address of this machine",
    ["start", "--port", "0", "--memory", "--host", "192.0.2.1", "--admin-token", "t"],
    4,
    /host 192\.0\.2\.1 is no address of this machine/,
  ],
  [
    "a configuration file that is missing",
    ["start", "--config", "none.json"],
    2,
    /--config must name a file that exists, got "none\.json"/,
  ],
  [
    "a configuration file with an error",
    ["start", "--config", "bad.json"],
    2,
    /bad\.json:2:3: must be the name of a setting, got "prot"; did you mean "port"\?/,
  ],
  [
    "an option of a provider in the file",
    ["start", "--config", "option.json"],
    2,
    /option\.json:1:26: fms\.nothing is no option; it must be one of /,
  ],
  [
    "no sandbox to ask",
    ["status", "--url", "http://127.0.0.1:1"],
    3,
    /a sandbox must listen at http:\/\/127\.0\.0\.1:1/,
  ],
  [
    "no sandbox in time",
    ["wait", "--timeout", "3s", "--url", "http://127.0.0.1:2"],
    5,
    /must be ready within 3000 ms, got: (connection refused|no answer in time)/, // the last try is short
  ],
  ["nothing to run", ["exec"], 2, /missing required argument 'command'/],
  ["an empty command to run", ["exec", "--", ""], 2, /a command must be given/],
] as const)("%s ends with its exit code and one sentence", async ([, args, code, sentence]) => {
  writeFileSync(join(cwd, "file"), "");
  writeFileSync(join(cwd, "bad.json"), '{\n  "prot": 1\n}\n');
  writeFileSync(join(cwd, "option.json"), '{"set":{"fms":{"nothing":1}}}');
  const ended = await runCli(args, { cwd }).ended;
  expect(ended).toMatchObject({ code, stdout: "" });
  expect(ended.stderr).toMatch(sentence);
  expect(ended.stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("under --json a sandbox that is not there is said on standard output too", async () => {
  const status = await runCli(["status", "--json", "--url", "http://127.0.0.1:1"], { cwd }).ended;
  expect(status.code).toBe(3);
  expect(JSON.parse(status.stdout)).toMatchObject({
    url: "http://127.0.0.1:1",
    health: null,
    got: "bad port",
  });
  const waited = await runCli(["wait", "--json", "--timeout", "3s", "--url", "http://127.0.0.1:2"], { cwd }).ended;
  expect(waited.code).toBe(5);
  expect(JSON.parse(waited.stdout)).toEqual({
    event: "not-ready",
    url: "http://127.0.0.1:2",
    got: expect.stringMatching(/^(connection refused|no answer in time)$/), // the last try is short
  });
});

test("a port in use is said in one sentence with exit code 4, and leaves the data directory free", async () => {
  const first = await startCli(["--memory"], cwd);
  const { port } = new URL(first.url);
  const second = await runCli(["start", "--port", port, "--data", "state"], { cwd }).ended;
  expect(second).toMatchObject({ code: 4, stdout: "" });
  expect(second.stderr).toMatch(new RegExp(`^esim-sandbox: port ${port} .*--port 0\\n$`));
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
  const third = await startCli(["--data", "state"], cwd);
  third.child.kill("SIGTERM");
  expect(await third.ended).toMatchObject({ code: 0, stderr: "" });
});

test("a stopped sandbox has kept its state, and its clock does not go back", async () => {
  const balanceOf = async (url: string): Promise<unknown> =>
    Object(await post(`${url}/api/v1/open/balance/query`, {}))["obj"]?.balance;
  const first = await startCli([], cwd);
  await post(`${first.url}/__admin/account`, { balance: 123_400 }, "PATCH");
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
  const second = await startCli([], cwd);
  expect(await balanceOf(second.url)).toBe(123_400);
  second.child.kill("SIGINT");
  expect((await second.ended).code).toBe(0);
  const third = await runCli(["start", "--port", "0", "--time", "2020-01-01"], { cwd }).ended;
  expect(third).toMatchObject({ code: 2, stdout: "" });
  expect(third.stderr).toMatch(/--time must not be earlier/);
});

test("a running request ends before the sandbox does, and a second signal does not wait for it", async () => {
  for (const [signals, code, ms] of [
    [1, 0, 1_500],
    [2, 143, 9_000],
  ] as const) {
    const sandbox = await startCli(["--memory"], cwd);
    const slow = { provider: "esimaccess", operationId: "balanceQuery", phase: "before" };
    await post(`${sandbox.url}/__admin/faults`, { ...slow, effect: { kind: "latency", ms } });
    const answer = post(`${sandbox.url}/api/v1/open/balance/query`, {}).catch(() => "cut");
    const sentAt = performance.now();
    await post(`${sandbox.url}/__admin/journal/wait`, { match: { kind: "fault-applied" } });
    sandbox.child.kill("SIGTERM");
    sandbox.child.kill("SIGTERM"); // as from npm: the same one again
    const again = setInterval(() => signals === 2 && sandbox.child.kill("SIGTERM"), 500);
    expect((await sandbox.ended).code).toBe(code);
    clearInterval(again);
    expect(performance.now() - sentAt).toBeLessThan(8_000); // neither the client's idle connection nor 9 s are waited for
    expect(await answer).toEqual(code === 0 ? expect.objectContaining({ success: true }) : "cut");
  }
});

test("a signal before the sandbox is ready ends it by that signal", async () => {
  const running = runCli(["start", "--port", "0", "--memory", "--json"], { cwd });
  await new Promise((resolve) => running.child.once("spawn", resolve));
  running.child.kill("SIGTERM");
  const { code, signal, stdout } = await running.ended;
  expect([code, signal]).toEqual(code === null ? [null, "SIGTERM"] : [143, null]); // Node itself may not have begun
  expect(stdout).toBe("");
});

test("a reader that goes away does not end the sandbox", async () => {
  const sandbox = await startCli(["--memory", "--rate-limit", "off"], cwd);
  sandbox.child.stdout?.destroy();
  for (let request = 0; request < 20; request += 1) {
    expect(await post(`${sandbox.url}/api/v1/open/balance/query`, {})).toMatchObject({ success: true });
  }
  sandbox.child.kill("SIGTERM");
  expect(await sandbox.ended).toMatchObject({ code: 0, stderr: "" });
});

test.for([
  ["its exit code", ["node", "-e", "process.exit(7)"], 7],
  ["success, with flags of its own", ["sh", "-c", 'test "$0" = -p', "-p"], 0],
  ["the signal that ended it", ["sh", "-c", "kill -TERM $$"], 143],
  ["that it does not exist", ["no-such-command-here"], 127],
  ["that it cannot be run", ["./file"], 126],
] as const)("exec passes on %s", async ([, command, code]) => {
  writeFileSync(join(cwd, "file"), "");
  const ended = await runCli(["exec", "--", ...command], { cwd }).ended;
  expect(ended).toMatchObject({ code, stdout: "" });
  expect(ended.stderr === "").toBe(code !== 127 && code !== 126);
});

test("exec gives the command a sandbox of its own, in memory, and keeps standard output for the command", async () => {
  writeFileSync(join(cwd, "esim-sandbox.config.json"), '{"port": 1, "data": "state", "seed": 5}');
  const script = `const { ESIMACCESS_BASE_URL: base, ESIMACCESS_ACCESS_CODE: code } = process.env;
    const answer = await fetch(base + "/balance/query", { method: "POST", headers: { "RT-AccessCode": code, "content-type": "application/json" }, body: "{}" });
    console.log((await answer.json()).success);`;
  const args = ["exec", "--json", "--log-level", "info", "--", "node", "--input-type=module", "-e", script];
  const { code, stdout, stderr } = await runCli(args, { cwd }).ended;
  expect({ code, stdout }).toEqual({ code: 0, stdout: "true\n" });
  const [ready, request] = stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([ready, request]).toMatchObject([{ event: "ready" }, { event: "request", operation: "balanceQuery" }]);
});

test("exec passes a signal on to the command and waits for its end", async () => {
  const script = 'process.on("SIGTERM", () => process.exit(9)); console.log("up"); setTimeout(() => {}, 20_000)';
  const running = runCli(["exec", "--", "node", "-e", script], { cwd });
  expect(await running.line()).toBe("up");
  running.child.kill("SIGTERM");
  expect((await running.ended).code).toBe(9);
});

test("env prints what a shell can evaluate, whatever the address holds", async () => {
  const { stdout, code } = await runCli(["env", "--url", "http://127.0.0.1:4747/it's"], { cwd }).ended;
  expect(code).toBe(0);
  const script = `${stdout}\nprintf '%s\\n' "$ESIM_SANDBOX_URL" "$ESIMACCESS_BASE_URL" "$ESIMACCESS_SECRET_KEY" "$FMS_PARTNER_CODE"`;
  expect(execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\n")).toEqual([
    "http://127.0.0.1:4747/it's",
    "http://127.0.0.1:4747/it's/api/v1/open",
    "test-secret-key",
    "P001101",
    "",
  ]);
  const json = await runCli(["env", "--json"], { cwd, env: { ESIM_SANDBOX_PORT: "5000" } }).ended;
  expect(JSON.parse(json.stdout)).toMatchObject({ ESIM_SANDBOX_URL: "http://127.0.0.1:5000" });
});

test("wait and status find a sandbox that runs, also one that demands a token", async () => {
  const sandbox = await startCli(["--memory", "--admin-token", "secret"], cwd);
  const waited = await runCli(["wait", "--json", "--url", sandbox.url], { cwd }).ended;
  expect({ ...waited, stdout: JSON.parse(waited.stdout) }).toMatchObject({
    code: 0,
    stdout: { event: "ready", url: sandbox.url },
  });
  const known = await runCli(["status", "--json", "--url", sandbox.url, "--admin-token", "secret"], { cwd }).ended;
  expect(JSON.parse(known.stdout)).toMatchObject({
    url: sandbox.url,
    health: { status: "ok" },
    clock: { mode: "running" },
  });
  const unknown = await runCli(["status", "--url", sandbox.url], { cwd }).ended;
  expect(unknown).toMatchObject({ code: 0 });
  expect(unknown.stdout).toContain("unknown, needs --admin-token");
  sandbox.child.kill("SIGTERM");
  expect((await sandbox.ended).code).toBe(0);
});

test("a fault is armed, seen and removed by command", async () => {
  const sandbox = await startCli(["--memory", "--freeze"], cwd);
  const fault = async (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> => {
    const { code, stdout, stderr } = await runCli(["fault", ...args, "--url", sandbox.url], { cwd }).ended;
    return { code, stdout, stderr };
  };
  const armed = await fault("add", "esimOrder", "--phase", "committed", "--reset", "--id", "lost", "--json");
  expect([armed.code, JSON.parse(armed.stdout)]).toMatchObject([
    0,
    { id: "lost", phase: "committed", times: 1, hits: 0 },
  ]);
  const slip = await fault("add", "esimOrdr", "--reset");
  expect([slip.code, slip.stderr.includes("did you mean esimOrder?")]).toEqual([2, true]);
  expect((await fault("ls", "--unfired")).stdout).toContain(
    "lost  armed  esimaccess esimOrder  committed reset  struck 0 of 1",
  );
  const order = { transactionId: "t-1", packageInfoList: [{ packageCode: "JP_1_7", count: 1 }] };
  await expect(post(`${sandbox.url}/api/v1/open/esim/order`, order)).rejects.toThrow(TypeError);
  expect(JSON.parse((await fault("show", "lost", "--json")).stdout)).toMatchObject({ state: "spent", hits: 1 });
  expect((await fault("ls", "--unfired")).stdout).toBe("every fault has struck\n");
  expect((await fault("rm", "lost")).stdout).toBe("removed 1\n");
  expect((await fault("rm", "lost")).code).toBe(2);
  expect(JSON.parse((await fault("clear", "--json")).stdout)).toEqual({ removed: 0 });
  sandbox.child.kill("SIGTERM");
  await sandbox.ended;
  expect((await fault("ls")).code).toBe(3);
});
