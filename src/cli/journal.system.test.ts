import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Ended, ensureBuilt, post, runCli, type Started, startCli } from "./testing/built-cli.ts";

let cwd = "";
let sandbox: Started;

beforeAll(() => {
  ensureBuilt();
});

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "esim-sandbox-journal-"));
  sandbox = await startCli(["--memory", "--freeze", "--time", "2026-01-01"], cwd);
});

afterEach(async () => {
  sandbox.child.kill("SIGTERM");
  await sandbox.ended;
  rmSync(cwd, { recursive: true, force: true });
});

function cli(...args: readonly string[]): Promise<Ended> {
  return runCli([...args, "--url", sandbox.url], { cwd }).ended;
}

/** Orders an eSIM and gives what the provider answered. */
async function order(transactionId: string, count = 1): Promise<Record<string, unknown>> {
  const offers = await (await fetch(`${sandbox.url}/__admin/packages?provider=esimaccess&limit=1`)).json();
  const packageInfoList = [{ packageCode: Object(offers).items[0].code, count }];
  return post(`${sandbox.url}/api/v1/open/esim/order`, { transactionId, packageInfoList });
}

async function waiting(body: object, signal?: AbortSignal): Promise<Record<string, unknown>> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(
    `${sandbox.url}/__admin/journal/wait`,
    signal === undefined ? init : { ...init, signal },
  );
  return JSON.parse(await response.text());
}

test("a wait moves a standing clock to the entry, prints what fired, and needs no real time for it", async () => {
  await order("one");
  const waited = await cli("journal", "wait", "--kind", "order-allocated", "--auto-advance");
  expect(waited).toMatchObject({ code: 0, stderr: "" });
  expect(waited.stdout).toMatch(
    /^2026-01-01T00:00:02.000Z {2}esimaccess-allocate-order {2}allocate\/B26010100000000\n/,
  );
  expect(waited.stdout).toMatch(/order-allocated .*orderNumber=B26010100000000/);
});

test("a wait for what does not come ends with code 1 and what came nearest", async () => {
  await order("one");
  const waited = await cli("journal", "wait", "--operation", "esimOrder", "--code", "200007", "--timeout", "100ms");
  expect([waited.code, waited.stderr]).toEqual([1, ""]);
  expect(waited.stdout).toMatch(
    /^no entry like this came \(time-out, the clock shows 2026-01-01T00:00:00.000Z\)\n {2}near/,
  );
  expect(waited.stdout).toContain('code: "200007", got "0"');
});

test("a wait ends with its real time, not before", async () => {
  const from = performance.now();
  expect(await waiting({ match: { kind: "mail-sent" }, timeoutMs: 300 })).toMatchObject({ reason: "time-out" });
  const took = performance.now() - from;
  expect(took).toBeGreaterThan(295);
  expect(took).toBeLessThan(10_000);
});

test("a wait on a running clock ends when its virtual time is over", async () => {
  await post(`${sandbox.url}/__admin/clock/resume`, { speed: 1000 });
  const waited = await waiting({ match: { kind: "mail-sent" }, withinVirtual: "5m" });
  expect(waited).toMatchObject({ found: false, reason: "virtual-bound" });
});

test("a hundred waits whose clients went away leave room for others", async () => {
  const leaving = new AbortController();
  const match = { kind: "mail-sent" };
  const left = Array.from({ length: 100 }, () => waiting({ match }, leaving.signal).catch(() => "left"));
  for (let busy = false; !busy; ) busy = (await waiting({ match, timeoutMs: 1 }))["code"] === "too-many-waits";
  leaving.abort();
  expect(new Set(await Promise.all(left))).toEqual(new Set(["left"]));
  for (let free = false; !free; ) free = (await waiting({ match, timeoutMs: 1 }))["reason"] === "time-out";
});

test("a wait is released at once when the sandbox stops", async () => {
  const waited = waiting({ match: { kind: "mail-sent" }, timeoutMs: 600_000 });
  await waiting({ match: { kind: "mail-sent" }, timeoutMs: 50 });
  const from = performance.now();
  sandbox.child.kill("SIGTERM");
  expect(await waited).toMatchObject({ found: false, reason: "closed" });
  expect((await sandbox.ended).code).toBe(0);
  expect(performance.now() - from).toBeLessThan(9_000); // the grace of a stop is ten seconds
});

test("entries are listed and counted by what stands in them", async () => {
  await order("one");
  await order("two", 31);
  const found = await cli("journal", "list", "--where", "request.packageInfoList.*.count>30", "--json");
  expect(JSON.parse(found.stdout)).toMatchObject({ total: 1, items: [{ requestId: "default-2", code: "200008" }] });
  expect((await cli("journal", "list", "--operation", "esimOrder", "--count")).stdout).toBe("2\n");
  const wrong = await cli("journal", "list", "--operation", "esimOder");
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("did you mean esimOrder?")]);
  expect((await cli("journal", "list", "--where", "count")).code).toBe(2);
});

test("a refusal is explained with its remedy", async () => {
  await order("one", 31);
  const { code, stdout } = await cli("journal", "explain", "default-1");
  expect(code).toBe(0);
  expect(stdout).toContain("    ! too-many-esims\n      package-code-unknown (not reached)\n");
  expect(stdout).toContain("31 eSIMs were ordered: order at most 30 at once");
  expect((await cli("journal", "explain", "default-9")).code).toBe(2);
});

test("the journal is exported to a file and to a pipe, whole", async () => {
  const lists = Array.from({ length: 8 }, (_, index) => index + 1); // more than a pipe holds, within the rate limit
  for (const _ of lists) await post(`${sandbox.url}/api/v1/open/package/list`, { type: "BASE" });
  expect(await cli("journal", "export", "--format", "har", "--out", "calls.har")).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(join(cwd, "calls.har"), "utf8")).log.entries).toHaveLength(8);
  const lines = (await cli("journal", "export")).stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual(lists);
});

const EXPECTATIONS = `
expectations:
  - says: one order
    match: { operationId: esimOrder, code: "0" }
    count: 1
  - says: it is allocated in time
    after: { kind: order-placed }
    expect: { kind: order-allocated, orderNumber: { same: orderNumber } }
    within: 30s
`;

test("a file of expectations passes, fails and is written as JUnit", async () => {
  writeFileSync(join(cwd, "shop.yaml"), EXPECTATIONS);
  await order("one");
  const early = await cli("verify", "shop.yaml", "--junit", "out.xml");
  expect([early.code, early.stderr]).toEqual([1, ""]);
  expect(early.stdout).toContain("FAILED  it is allocated in time: 1 of 1 cause had no effect within 30s");
  expect(readFileSync(join(cwd, "out.xml"), "utf8")).toContain('tests="2" failures="1"');
  await cli("journal", "wait", "--kind", "order-allocated", "--auto-advance");
  const late = await cli("verify", "shop.yaml");
  expect([late.code, late.stdout.split("\n").at(-2)]).toEqual([
    0,
    "passed: 2 of 2 expectations met, faults that never fired: 0",
  ]);
});

test.for([
  [
    "a misspelt place",
    EXPECTATIONS.replace("kind: order-placed", "knid: x"),
    "shop.yaml:7:14: expectations.1.after.knid must be",
  ],
  [
    "a misspelt member",
    EXPECTATIONS.replace("within", "withn"),
    "shop.yaml:9:5: expectations.1.withn must be left out",
  ],
  [
    "a wrong value in a list",
    `- match: { "request.orderNo": { matches: "(" } }`,
    "shop.yaml:1:33: 0.match.request.orderNo.matches must be",
  ],
  ["a misspelt setting", "unfiredFault: warn", "shop.yaml:1:1: unfiredFault must be left out"],
  ["no YAML", "a: [", "shop.yaml:"],
  ["nothing that could be judged", "5", "shop.yaml:1:1: must be a list of expectations"],
] as const)("a file with %s is refused with its place", async ([, text, told]) => {
  writeFileSync(join(cwd, "shop.yaml"), text);
  const refused = await cli("verify", "shop.yaml");
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain(told);
});

test("a fault that never fired fails the verification, unless it is told otherwise", async () => {
  const fault = { provider: "esimaccess", operationId: "esimCancel", phase: "before", effect: { kind: "reset" } };
  await post(`${sandbox.url}/__admin/faults`, fault);
  await order("one");
  const failed = await cli("verify", "--unfired-faults");
  expect(failed.code).toBe(1);
  expect(failed.stdout).toMatch(/never fired: other-operation: wants esimCancel, the call was esimOrder/);
  expect((await cli("verify", "--unfired-faults", "warn")).code).toBe(0);
  expect((await cli("verify", "--unfired-faults", "maybe")).code).toBe(2);
  expect((await cli("verify")).code).toBe(2);
});

test("without a sandbox every command ends with code 3", async () => {
  const nowhere = ["--url", "http://127.0.0.1:1"];
  for (const args of [
    ["journal", "list"],
    ["verify", "--unfired-faults"],
  ]) {
    expect((await runCli([...args, ...nowhere], { cwd }).ended).code).toBe(3);
  }
});
