import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator/index.ts";
import { type Ended, ensureBuilt, post, runCli } from "./testing/built-cli.ts";

let cwd = "";
let sandbox: Simulator;
let url = "";
let receiver: Server;
let heard: string[] = [];

/** One sandbox and one receiver for all: each test begins anew. */
beforeAll(async () => {
  ensureBuilt();
  cwd = mkdtempSync(join(tmpdir(), "esim-sandbox-webhook-"));
  sandbox = await createSimulator();
  ({ url } = await sandbox.listen());
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push(JSON.parse(Buffer.concat(chunks).toString()).notifyType);
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
});

beforeEach(async () => {
  await (await sandbox.tenant()).reset();
  const { port } = receiver.address() as AddressInfo; // it listens on a port
  await post(`${url}/api/v1/open/webhook/save`, { webhook: `http://127.0.0.1:${port}/hook` });
  heard = [];
});

afterAll(async () => {
  await sandbox.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  rmSync(cwd, { recursive: true, force: true });
});

/** Runs a command against the sandbox. */
function cli(...args: readonly string[]): Promise<Ended> {
  return runCli(args, { cwd, env: { ESIM_SANDBOX_URL: url } }).ended;
}

/** Runs a command with `--json` and gives its record. */
async function record(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await cli(...args, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

function members(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}

test("a day at the desk: trigger, hold, reorder, edit, release, drop, resend", async () => {
  const triggered = await cli("trigger", "ESIM_STATUS");
  expect(triggered.code).toBe(0);
  expect(triggered.stdout).toContain("ESIM_STATUS has happened after 6 steps");
  const [told] = members((await record("webhook", "ls", "--type", "ESIM_STATUS"))["items"]);
  const esimId = Reflect.get(Object(told?.["about"]), "esimId");
  heard = [];
  expect(await record("webhook", "hold", "--type", "DATA_USAGE", "--type", "VALIDITY_USAGE")).toMatchObject({
    hold: { types: ["DATA_USAGE", "VALIDITY_USAGE"] },
  });
  const [usage, validity] = [
    await record("emit", "DATA_USAGE", "--for", String(esimId)),
    await record("emit", "VALIDITY_USAGE", "--for", String(esimId)),
  ].map(({ id }) => String(id));
  await record("webhook", "reorder", String(validity));
  expect(members((await record("webhook", "inbox"))["items"]).map(({ id }) => id)).toEqual([validity, usage]);
  writeFileSync(join(cwd, "body.json"), '{"notifyType":"EDITED"}');
  await record(
    "webhook",
    "edit",
    String(usage),
    "--body",
    "@body.json",
    "--header",
    "x-mine=1",
    "--header",
    "rt-accesscode=",
  );
  expect(await record("webhook", "show", String(usage))).toMatchObject({
    body: '{"notifyType":"EDITED"}',
    headers: { "content-type": "application/json", "x-mine": "1" },
    isEdited: true,
  });
  const chosen = ["emit", "DATA_USAGE", "--for", String(esimId), "--content"];
  const { id: none } = await record(...chosen, '{"remain":-1,"surprise":true}');
  expect(await record("webhook", "show", String(none))).toMatchObject({
    body: expect.stringMatching(/"remain":-1.*"surprise":true/),
  });
  await record("webhook", "drop", String(none));
  writeFileSync(join(cwd, "content.json"), '{"remain":"none"}');
  const { id: text } = await record(...chosen, "@content.json");
  expect(await record("webhook", "drop", String(text))).toMatchObject({
    body: expect.stringContaining('"remain":"none"'),
  });
  expect(await cli(...chosen, "[1]")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("an object of members"),
  });
  await record("webhook", "drop", String(validity));
  await record("webhook", "release", "--all");
  await record("webhook", "hold", "--off");
  await expect.poll(() => heard).toEqual(["EDITED"]);
  await record("webhook", "resend", String(validity));
  await expect.poll(() => heard).toEqual(["EDITED", "VALIDITY_USAGE"]);
  expect(await record("webhook", "show")).toMatchObject({ hold: null, rules: 0 });
});

test("rules are set by flags and as JSON, listed and removed", async () => {
  expect(
    await record("webhook", "rules", "set", "--id", "late", "--delay", "10m", "--type", "ORDER_STATUS"),
  ).toMatchObject({
    id: "late",
    effect: { kind: "delay", by: { law: "fixed", ms: 600_000 } },
    times: 1,
  });
  const law = '{"law":"exponential","meanMs":"2s"}';
  const set = ["webhook", "rules", "set"];
  for (const [flags, effect] of [
    [["--delay", law, "--overtaken", "--times", "always"], { kind: "delay", by: { law: "exponential", meanMs: 2000 } }],
    [["--drop", "--probability", "0.5"], { kind: "drop" }],
    [["--duplicate", "2", "--gap", "5s", "--nth", "3"], { kind: "duplicate", copies: 2, gap: { ms: 5000 } }],
    [["--reorder", "1", "--about", "orderNumber=B1"], { kind: "reorder", behind: 1 }],
    [["--corrupt", "generation-2023", "--every", "2"], { kind: "corrupt", variant: "generation-2023" }],
    [["--remove", "/content", "--retype", "/notifyId", "--first", "2"], { kind: "corrupt", remove: ["/content"] }],
    [["--early", "--provider", "esimaccess", "--times", "3"], { kind: "early" }],
    [['{"effect":{"kind":"drop"}}'], { kind: "drop" }],
  ] as const) {
    expect(await record(...set, ...flags)).toMatchObject({ effect });
  }
  const listed = await cli("webhook", "rules", "ls");
  expect(listed.stdout.trim().split("\n")).toHaveLength(9);
  expect(await record("webhook", "rules", "rm", "late")).toEqual({ removed: 1 });
  expect(await record("webhook", "rules", "clear")).toEqual({ removed: 8 });
});

test("retries are planned, an address is disabled and enabled", async () => {
  const plan = [
    "--delays",
    "5s,1m",
    "--jitter",
    "0.2",
    "--give-up-after",
    "1h",
    "--disable-after",
    "3",
    "--enable-after",
    "1d",
  ];
  expect(await record("webhook", "retries", ...plan)).toMatchObject({
    plan: {
      delaysMs: [5000, 60_000],
      jitter: 0.2,
      giveUpAfterMs: 3_600_000,
      disableAfter: 3,
      enableAfterMs: 86_400_000,
    },
  });
  const [sent] = members((await record("webhook", "ls"))["items"]);
  const hook = String(sent?.["url"]);
  expect(await record("webhook", "endpoint", hook, "--disable")).toMatchObject({
    endpoints: [{ url: hook, isDisabled: true }],
  });
  expect(await record("webhook", "endpoint", hook, "--enable")).toMatchObject({ endpoints: [] });
  expect(await record("webhook", "retries", "--off")).toMatchObject({ plan: null });
});

test("a payment backend is played late and twice", async () => {
  const partnerCode = "P001101";
  const register = { partnerCode, email: "traveller@example.com", passwd: "d0f12ebb5e82841005e1974a77a0c88b" };
  const headers = { "content-type": "application/json" };
  const registered = await fetch(`${url}/user/emailRegister`, {
    method: "POST",
    headers,
    body: JSON.stringify(register),
  });
  const token = registered.headers.get("x-access-token") ?? "";
  const preOrder = async (): Promise<string> => {
    const body = JSON.stringify({ partnerCode, id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 });
    const placed = await fetch(`${url}/package/preOrderPackage`, {
      method: "POST",
      headers: { ...headers, "x-access-token": token },
      body,
    });
    return JSON.parse(await placed.text()).data.id;
  };
  const codes = async (...flags: readonly string[]): Promise<unknown[]> => {
    const { steps } = await record("trigger", "payment-notice", "--order", await preOrder(), ...flags);
    return members(steps).flatMap(({ body }) => (body === null ? [] : [JSON.parse(String(body)).code]));
  };
  expect(await codes("--times", "2")).toEqual([0, 3004]);
  expect(await codes("--late", "-1ms", "--amount", "1")).toEqual([10_009]);
  expect(await codes("--late", "1ms")).toEqual([6006]);
  expect(await codes("--outcome", "failed", "--with", "reference=PAY-1")).toEqual([0]);
});

test.for([
  ["an unknown event", ["trigger", "ORDER_STATS"], 2, "did you mean ORDER_STATUS?"],
  ["two subjects", ["trigger", "ORDER_STATUS", "--for", "1", "--order", "2"], 2, "give one of them"],
  ["no effect", ["webhook", "rules", "set"], 2, "must be given one effect"],
  ["two effects", ["webhook", "rules", "set", "--drop", "--early"], 2, "got drop, early"],
  ["JSON that is none", ["webhook", "rules", "set", "{"], 2, "the rule must be JSON"],
  ["JSON without an effect", ["webhook", "rules", "set", "{}"], 2, "must be a JSON object with an effect"],
  ["a file that is not there", ["webhook", "rules", "set", "@none.json"], 2, "none.json must be readable, got ENOENT"],
  [
    "a number that is none",
    ["webhook", "rules", "set", "--drop", "--nth", "two"],
    2,
    '--nth must be a number, got "two"',
  ],
  ["a record without its id", ["webhook", "rules", "set", "--drop", "--about", "esimId"], 2, "--about must be NAME=ID"],
  ["an unknown state", ["webhook", "ls", "--state", "lost"], 2, "--state must be one of queued"],
  ["an unknown webhook", ["webhook", "resend", "nobody"], 2, "the id of a delivery"],
  ["neither id nor --all", ["webhook", "release"], 2, "either an id or --all"],
  ["neither way for an address", ["webhook", "endpoint", "http://127.0.0.1:1/"], 2, "either --disable or --enable"],
  ["an unknown command", ["webhook", "relese"], 2, "relese"],
  ["nobody at the address", ["webhook", "ls", "--url", "http://127.0.0.1:9"], 3, "a sandbox must listen"],
] as const)("%s ends with its code and one sentence", async ([, args, code, says]) => {
  const ended = await cli(...args);
  expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(says) });
  expect(ended.stderr.trim().split("\n")).toHaveLength(1);
});
