import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator/index.ts";
import { type Ended, ensureBuilt, runCli } from "./testing/built-cli.ts";

let folder: string;
let sim: Simulator;
let url: string;

beforeAll(async () => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), "esim-contract-"));
  sim = await createSimulator({ freeze: false });
  url = (await sim.listen()).url;
  await sellOnDefaultTenant(sim); // what others do in the same sandbox must not show in a run
});

afterAll(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One package of FMS, sold to the default tenant: its count of sales is then another one than in a new tenant. */
async function sellOnDefaultTenant(sandbox: Simulator): Promise<void> {
  const { partnerCode } = (await sandbox.tenant()).credentials.fms;
  const post = async (path: string, body: object, token = ""): Promise<Record<string, string>> => {
    const headers = { "content-type": "application/json", "x-access-token": token };
    const init = { method: "POST", headers, body: JSON.stringify({ ...body, partnerCode }) };
    const answer = (await (await sandbox.fetch(path, init)).json()) as { data: Record<string, string> }; // as FMS answers
    return answer.data ?? {};
  };
  const user = { email: "traveller@example.com", passwd: "3cb4e732631f47e6eb961f34554b7cde" };
  const token = (await post("/user/emailRegister", user))["x-access-token"];
  const bought = { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 };
  const { id } = await post("/package/preOrderPackage", bought, token);
  const paid = { payAmount: 12.5, payCurrency: "USD", type: "payment_intent.succeeded", dateTime: 1_767_225_600 };
  await post("/payment/webhook", { ...paid, orderId: id });
}

const contract = (...args: readonly string[]): Promise<Ended> => runCli(["contract", ...args], { cwd: folder }).ended;

test("the sandbox passes its own suite in process, every case of both providers", async () => {
  const file = join(folder, "full.json");
  const ended = await contract("run", "--profile", "sim-full", "--report-json", file);
  const report = JSON.parse(readFileSync(file, "utf8"));
  expect([ended.code, report.verdict, report.counts.failed, report.counts.skipped]).toEqual([0, "pass", 0, 0]);
  expect(report.counts.passed).toBeGreaterThan(3000);
  expect(ended.stdout).toMatch(/^PASS/);
});

test("the sandbox passes the same suite over HTTP, driven through its control API", async () => {
  const file = join(folder, "http.json");
  const ended = await contract(
    "run",
    "--profile",
    "sim-full",
    "--target",
    url,
    "--control",
    url,
    "--report-json",
    file,
  );
  const report = JSON.parse(readFileSync(file, "utf8"));
  expect([ended.code, report.verdict, report.counts.failed]).toEqual([0, "pass", 0]);
  expect(report.counts.passed).toBeGreaterThan(3000);
});

test("a violation fails with exit code 1 and is told with a curl line and the command that shows it again", async () => {
  const files = ["json", "junit", "sarif", "html"].map((kind) => [`--report-${kind}`, join(folder, `broken.${kind}`)]);
  const args = ["--provider", "esimaccess", "--only", "esimaccess:esimOrder:effects:*", "--mutant", "MON-01"];
  const ended = await contract("run", ...args, ...files.flat());
  expect(ended.code).toBe(1);
  expect(ended.stdout).toMatch(/^FAIL/);
  expect(ended.stdout).toContain("esimaccess:esimOrder:effects:money");
  expect(ended.stdout).toContain("curl ");
  expect(ended.stdout).toContain("contract run --only");
  expect(ended.stdout).not.toContain("test-access-code");
  const [json, junit, sarif, html] = files.map(([, file]) => readFileSync(file ?? "", "utf8"));
  expect(JSON.parse(json ?? "").verdict).toBe("fail");
  expect(junit).toContain("<failure");
  expect(JSON.parse(sarif ?? "").version).toBe("2.1.0");
  expect(html).toContain('data-verdict="fail"');
  expect(ended.stdout).toContain('"$BASE_URL"/api/v1/open/');
});

test("a plan is printed with its requests, minutes, money, objects and what cannot be undone, and nothing is sent", async () => {
  const safe = await contract("plan", "--profile", "live-read");
  expect([safe.code, safe.stdout.includes("money at risk: none")]).toEqual([0, true]);
  const full = await contract("plan", "--profile", "sim-full");
  expect(full.code).toBe(0);
  expect(full.stdout).toMatch(/^requests: about [\d ]+; at six a second [\d.]+ minutes$/m);
  expect(full.stdout).toMatch(/^ {2}esimaccess {2}[\d ]+ purchases of [\d ]+ packages: [\d .]+ USD at 2\.70 USD each/m);
  expect(full.stdout).toMatch(/^created or changed: order [\d ]+, esim [\d ]+/m);
  expect(full.stdout).toMatch(/^cannot be undone: esimRevoke \d+ \(state\), esimTopup/m);
});

test("a glob that fits no rule is told with what may have been meant, and the run judges nothing", async () => {
  const ended = await contract("run", "--only", "esimaccess:esimOrdr:*");
  expect(ended.code).toBe(1);
  expect(ended.stdout).toMatch(/^EMPTY/);
  expect(ended.stderr).toContain("did you mean esimaccess:esimOrder:*?");
});

test("a report that could not be written is refused before anything is sent", async () => {
  const ended = await contract("run", "--report-html", join(folder, "missing", "report.html"));
  expect([ended.code, ended.stdout]).toEqual([2, ""]);
  expect(ended.stderr).toContain("--report-html must name a file in a folder that can be written to");
});

test("a job on GitHub gets annotations and a summary of its page", async () => {
  const summary = join(folder, "summary.md");
  const args = ["contract", "run", "--provider", "fms", "--only", "fms:packageDetail:*", "--mutant", "SCR-02"];
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
  const { code, stderr } = await runCli(args, { cwd: folder, env }).ended;
  expect(code).toBe(1);
  expect(stderr).toContain("::error ");
  expect(readFileSync(summary, "utf8")).toMatch(/^## Contract: FAIL/);
});

test("workers share the cases and come to the same result", async () => {
  const args = ["--provider", "fms", "--only", "fms:login:*", "--json"];
  const outcomes = async (jobs: string): Promise<unknown> => {
    const { verdict, counts, cases } = JSON.parse((await contract("run", ...args, "--jobs", jobs)).stdout);
    return { verdict, counts, rules: cases.map(({ rule, outcome }: Record<string, string>) => `${rule} ${outcome}`) };
  };
  const alone = await outcomes("1");
  expect(alone).toMatchObject({ verdict: "pass" });
  expect(await outcomes("2")).toEqual(alone);
});

test("a rule is explained by its place, its evidence and a curl line", async () => {
  const ended = await contract("explain", "esimaccess:esimOrder:effects:money");
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain("spec/esimaccess/");
  expect(ended.stdout).toContain("curl -s -X POST");
});

test("live-read passes against a backend that nobody controls, without touching its wallet or its webhook", async () => {
  const tenant = await sim.tenant();
  const before = JSON.stringify([await tenant.account.get(), await tenant.orders.list(), await tenant.webhooks.list()]);
  const { accessCode, secretKey } = tenant.credentials.esimaccess;
  const args = ["--profile", "live-read", "--provider", "esimaccess", "--layer", "auth", "--target", url];
  const ended = await contract("run", ...args, "--access-code", accessCode, "--secret-key", secretKey);
  expect(ended.code).toBe(0);
  expect(JSON.stringify([await tenant.account.get(), await tenant.orders.list(), await tenant.webhooks.list()])).toBe(
    before,
  );
});

test.for([
  ["an unknown profile", ["run", "--profile", "quick"], 2],
  ["a control API without a URL", ["run", "--control", "http://127.0.0.1:1"], 2],
  ["an unknown rule", ["explain", "no:such:rule"], 2],
  [
    "a target that is not there",
    ["run", "--profile", "live-read", "--target", "http://127.0.0.1:9", "--access-code", "x", "--partner", "P000001"],
    3,
  ],
  [
    "credentials that are refused",
    ["run", "--profile", "live-read", "--provider", "esimaccess", "--target", "SANDBOX", "--access-code", "x"],
    3,
  ],
] as const)("%s ends with its exit code", async ([, args, code]) => {
  const ended = await contract(...args.map((arg) => (arg === "SANDBOX" ? url : arg)));
  expect([ended.code, ended.stderr === "" && ended.stdout === ""]).toEqual([code, false]);
});
