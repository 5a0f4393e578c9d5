import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ended, ensureBuilt, runCli, startCli } from "./testing/built-cli.ts";

let cwd = "";

beforeAll(() => {
  ensureBuilt();
  cwd = mkdtempSync(join(tmpdir(), "esim-sandbox-scenario-"));
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function scenario(...args: string[]): Promise<Ended> {
  return runCli(["scenario", ...args], { cwd, timeoutMs: 60_000 }).ended;
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

test("a scenario is played against a running sandbox in a tenant of its own, as often as one likes", async () => {
  const sandbox = await startCli(["--memory"], cwd);
  try {
    for (const name of ["paid-but-lost", "webhook-twice", "fms-notice-late", "webhook-twice"]) {
      const { code, stdout } = await scenario("run", name, "--against", sandbox.url, "--json");
      expect(JSON.parse(stdout)).toMatchObject({
        verdict: "passed",
        scenarios: [{ target: sandbox.url, tenant: `scenario-${name}` }],
      });
      expect(code).toBe(0);
    }
  } finally {
    sandbox.child.kill();
    await sandbox.ended;
  }
});

test("without a sandbox it ends with 3", async () => {
  const { code, stderr } = await scenario("run", "paid-but-lost", "--against", "http://127.0.0.1:1");
  expect(stderr).toContain("the sandbox cannot be controlled");
  expect(code).toBe(3);
});
