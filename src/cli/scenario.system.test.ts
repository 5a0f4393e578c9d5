import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createControlClient } from "../client/control-client.ts";
import { type Ended, ensureBuilt, runCli, type Started, startCli } from "./testing/built-cli.ts";

let cwd = "";

beforeAll(() => {
  ensureBuilt();
  cwd = mkdtempSync(join(tmpdir(), "esim-sandbox-scenario-"));
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function scenario(...args: string[]): Promise<Ended> {
  return runCli(["scenario", ...args], { cwd }).ended;
}

/** Writes a scenario of one step that asks for the balance and expects this much. */
function written(name: string, balance: number | string): string {
  const step = `{do: {call: balanceQuery}, expect: {members: {obj.balance: ${balance}}}}`;
  writeFileSync(
    join(cwd, `${name}.yaml`),
    `name: ${name}\nsays: It asks.\nproviders: [esimaccess]\nsteps:\n  - ${step}\n`,
  );
  return `${name}.yaml`;
}

test("a scenario is played by its name; the timeline and the verdict are printed", async () => {
  const { code, stdout } = await scenario("run", "paid-but-lost");
  expect(stdout).toContain("no answer: the connection was reset");
  expect(stdout).toContain("passed paid-but-lost (4 of 4 steps");
  expect(stdout).toContain("1 of 1 scenarios passed");
  expect(code).toBe(0);
});

test("a failed scenario ends with 1 and is told with its place, in JUnit as well", async () => {
  const { code, stdout } = await scenario(
    "run",
    written("poor", 5),
    written("rich", 10_000_000),
    "--junit",
    "out.xml",
    "--quiet",
  );
  expect(stdout).toContain("poor.yaml:5:5: balanceQuery: obj.balance must be 5, got 10000000");
  expect(stdout).toContain("1 of 2 scenarios passed");
  expect(readFileSync(join(cwd, "out.xml"), "utf8")).toMatch(/tests="2" failures="1"/);
  expect(code).toBe(1);
});

test("a wrong scenario ends with 2 before anything runs, and check says the same", async () => {
  const wrong = written("wrong", '"${blance}"');
  for (const command of ["run", "check"]) {
    const { code, stdout, stderr } = await scenario(command, written("rich", 10_000_000), wrong);
    expect(stderr).toContain("wrong.yaml:5:51: unknown-value: nothing before this has saved blance");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  }
});

test.for([
  ["an unknown name", ["run", "paid-but-lots"], "did you mean paid-but-lost?"],
  ["no name", ["run"], "a scenario must be named, got none"],
  [
    "a URL that is none",
    ["run", "paid-but-lost", "--against", "somewhere"],
    '--against must be an http or https URL, got "somewhere"',
  ],
  [
    "a tenant that is to be kept in no sandbox",
    ["run", "paid-but-lost", "--keep-tenant"],
    "--keep-tenant must come with --against, got it alone",
  ],
  [
    "a time that is none",
    ["run", "paid-but-lost", "--timeout", "soon"],
    '--timeout must be a duration up to a day such as 500ms, 30s or 2m, got "soon"',
  ],
  ["an unknown flag", ["run", "--agianst", "x"], "unknown option"],
  [
    "a report that cannot be written",
    ["run", "paid-but-lost", "--junit", "no/such/folder.xml"],
    "--junit must name a file that can be written",
  ],
] as const)("%s ends with 2", async ([, args, told]) => {
  const { code, stderr } = await scenario(...args);
  expect(stderr).toContain(told);
  expect(code).toBe(2);
});

test("what comes with the package is listed, and the schema printed", async () => {
  const listed: { items: { name: string }[] } = JSON.parse((await scenario("ls", "--json")).stdout);
  expect(listed.items.map(({ name }) => name)).toContain("paid-but-lost");
  const schema: unknown = JSON.parse((await scenario("schema")).stdout);
  expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", title: "Scenario" });
});

describe("against a running sandbox", () => {
  let sandbox: Started;

  beforeAll(async () => {
    sandbox = await startCli(["--memory"], cwd);
  });

  afterAll(async () => {
    sandbox.child.kill();
    await sandbox.ended;
  });

  function control(): ReturnType<typeof createControlClient> {
    return createControlClient({ fetch, url: sandbox.url });
  }

  async function tenants(): Promise<string[]> {
    return (await control().tenants.list()).map(({ id }) => id);
  }

  test("a scenario has a tenant of its own, as often as one likes, and leaves none", async () => {
    for (const name of ["webhook-twice", "webhook-twice"]) {
      const { code, stdout, stderr } = await scenario("run", name, "--against", sandbox.url, "--json");
      expect(JSON.parse(stdout)).toMatchObject({
        verdict: "passed",
        scenarios: [{ target: sandbox.url, tenant: `scenario-${name}` }],
      });
      expect([code, stderr]).toEqual([0, ""]);
    }
    expect(await tenants()).toEqual(["default"]);
  });

  test("all that come with the package pass, while the sandbox's own clock runs", async () => {
    const { code, stdout } = await scenario("run", "--all", "--quiet", "--against", sandbox.url);
    expect(stdout.split("\n").filter((line) => !line.startsWith("passed "))).toEqual([
      expect.stringMatching(/^(\d+) of \1 scenarios passed in /),
      "",
    ]);
    expect(code).toBe(0);
    expect(await tenants()).toEqual(["default"]);
  });

  test("the tenant is deleted when the run fails, too, and when the sandbox refuses the scenario", async () => {
    expect(await scenario("run", written("poor", 5), "--against", sandbox.url)).toMatchObject({ code: 1 });
    const faults = "faults: [{provider: esimaccess, phase: before, effect: {kind: provider-error}}]";
    const refused = `name: refused\nsays: No.\nproviders: [esimaccess]\n${faults}\nsteps: [{at: 1h}]\n`;
    writeFileSync(join(cwd, "refused.yaml"), refused);
    expect(await scenario("run", "refused.yaml", "--against", sandbox.url)).toMatchObject({ code: 2 });
    expect(await tenants()).toEqual(["default"]);
  });

  test("--keep-tenant keeps it and says which it is; the next run deletes it", async () => {
    const args = ["run", "webhook-twice", "--against", sandbox.url];
    const { code, stderr } = await scenario(...args, "--keep-tenant");
    expect(stderr).toBe(`esim-sandbox: the tenant scenario-webhook-twice is kept in ${sandbox.url}\n`);
    expect(code).toBe(0);
    expect(await tenants()).toEqual(["default", "scenario-webhook-twice"]);
    await scenario(...args);
    expect(await tenants()).toEqual(["default"]);
  });

  test("a tenant that was there and that the user names stays; one that the run makes under that name does not", async () => {
    await control().tenants.put("shop", { clock: "running" });
    for (const name of ["shop", "other", "default"]) {
      const played = await scenario("run", written("rich", 10_000_000), "--against", sandbox.url, "--tenant", name);
      expect(played).toMatchObject({ code: 0, stderr: "" });
    }
    expect(await tenants()).toEqual(["default", "shop"]);
    await control().tenants.remove("shop");
  });

  test("an interrupted run ends with 130 and deletes its tenant", async () => {
    const waiting = "clock: running\nsteps: [{at: 1h}, {when: {happened: order-placed, within: 10m}}]";
    writeFileSync(join(cwd, "waits.yaml"), `name: waits\nsays: It waits.\nproviders: [esimaccess]\n${waiting}\n`);
    const running = runCli(["scenario", "run", "waits.yaml", "--against", sandbox.url, "--timeout", "5m"], { cwd });
    const moved = (): Promise<unknown> =>
      control()
        .tenant("scenario-waits")
        .clock.show()
        .then(({ now }) => now.slice(0, 13))
        .catch(() => null);
    await expect.poll(moved).toBe("2026-01-01T01");
    running.child.kill("SIGINT");
    const { code, stderr } = await running.ended;
    expect(stderr).toBe("esim-sandbox: interrupted by SIGINT after 0 of 1 scenarios\n");
    expect(code).toBe(130);
    expect(await tenants()).toEqual(["default"]);
  });

  test("a wait on a running clock ends after --timeout with a verdict", async () => {
    const waiting = "clock: running\nsteps: [{when: {happened: order-placed, within: 10m}}]";
    writeFileSync(join(cwd, "late.yaml"), `name: late\nsays: It waits.\nproviders: [esimaccess]\n${waiting}\n`);
    const { code, stdout } = await scenario("run", "late.yaml", "--against", sandbox.url, "--timeout", "500ms");
    expect(stdout).toContain("order-placed must happen within 10m; it had not by 2026-01-01T00:00:"); // half a second, and what the machine takes
    expect(stdout).toContain("when 0.5s of real time were over");
    expect(code).toBe(1);
  });
});

test("without a sandbox it ends with 3", async () => {
  const { code, stderr } = await scenario("run", "paid-but-lost", "--against", "http://127.0.0.1:1");
  expect(stderr).toContain("the sandbox cannot be controlled");
  expect(code).toBe(3);
});
