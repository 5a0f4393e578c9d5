import { expect, test } from "vitest";
import { parseConfigFile } from "./config-file.ts";
import type { ConfigSources } from "./config-reader.ts";
import { EXEC_DEFAULTS, resolveConfig, type StartConfig, simulatorOptions, withoutPlace } from "./config-sources.ts";
import { resolveTarget } from "./config-target.ts";

interface Told {
  readonly flags?: ConfigSources["flags"];
  readonly env?: ConfigSources["env"];
  readonly file?: string;
}

async function sourcesOf({ flags = {}, env = {}, file }: Told): Promise<ConfigSources> {
  if (file === undefined) return { flags, env, file: null };
  const parsed = await parseConfigFile(file, "sandbox.json");
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { flags, env, file: parsed.value };
}

async function resolved(told: Told): Promise<StartConfig> {
  const config = resolveConfig(await sourcesOf(told));
  if (!config.ok) throw new Error(config.error.message);
  return config.value;
}

async function refusalOf({ file, ...told }: Told): Promise<string> {
  const parsed = file === undefined ? null : await parseConfigFile(file, "sandbox.json");
  if (parsed?.ok === false) return parsed.error.message;
  const config = resolveConfig({ flags: {}, env: {}, ...told, file: parsed?.value ?? null });
  return config.ok ? "accepted" : config.error.message;
}

test("without a word from anybody every setting has its default", async () => {
  expect(await resolved({})).toEqual({
    port: 4747,
    host: "127.0.0.1",
    provider: "all",
    rateLimit: null,
    seed: 1,
    time: null,
    freeze: false,
    speed: 1,
    data: ".esim-sandbox",
    world: null,
    load: null,
    autoTenants: false,
    options: {},
    baseUrl: null,
    allowWebhookHosts: [],
    adminToken: null,
    selfCheck: true,
    simHeaders: true,
    prefer: false,
    magic: false,
    mutant: null,
    logLevel: "info",
    json: false,
    optionOrigins: new Map(),
    warnings: [],
  });
});

test.for([
  [
    "a flag stands above everything",
    { flags: { port: "1" }, env: { ESIM_SANDBOX_PORT: "2" }, file: '{"port": 3}' },
    { port: 1 },
  ],
  ["the environment stands above the file", { env: { ESIM_SANDBOX_PORT: "2" }, file: '{"port": 3}' }, { port: 2 }],
  ["the file stands above the default", { file: '{"port": 3}' }, { port: 3 }],
  ["an empty variable counts as none", { env: { ESIM_SANDBOX_PORT: "" }, file: '{"port": 3}' }, { port: 3 }],
  ["port 0 is any free port", { flags: { port: "0" } }, { port: 0 }],
  ["a switch is on by its flag", { flags: { freeze: true } }, { freeze: true }],
  ["a switch is turned back by its flag", { flags: { freeze: false }, file: '{"freeze": true}' }, { freeze: false }],
  ["a switch reads 1 in the environment", { env: { ESIM_SANDBOX_FREEZE: "1" } }, { freeze: true }],
  ["the self-check is off by --no-self-check", { flags: { selfCheck: false } }, { selfCheck: false }],
  ["the self-check is off by its variable", { env: { ESIM_SANDBOX_SELF_CHECK: "false" } }, { selfCheck: false }],
  ["the self-check is off by its negated variable", { env: { ESIM_SANDBOX_NO_SELF_CHECK: "1" } }, { selfCheck: false }],
  ["the headers are off by the file", { file: '{"simHeaders": false}' }, { simHeaders: false }],
  ["memory needs no directory", { flags: { memory: true } }, { data: null }],
  [
    "a data flag overrules memory in the environment",
    { flags: { data: "d" }, env: { ESIM_SANDBOX_MEMORY: "1" } },
    { data: "d" },
  ],
  ["a memory flag overrules data in the file", { flags: { memory: true }, file: '{"data": "d"}' }, { data: null }],
  [
    "memory denied leaves the directory",
    { flags: { memory: false }, file: '{"memory": true}' },
    { data: ".esim-sandbox" },
  ],
  ["memory denied keeps a directory named below", { flags: { memory: false }, file: '{"data": "d"}' }, { data: "d" }],
  ["time is an instant", { flags: { time: "2026-01-01T02:00:00+02:00" } }, { time: 1_767_225_600_000 }],
  ["time is a day", { flags: { time: "2026-01-01" } }, { time: 1_767_225_600_000 }],
  ["time is the present", { flags: { time: "now" } }, { time: "now" }],
  ["speed has fractions", { flags: { speed: "0.5" } }, { speed: 0.5 }],
  [
    "a list has commas in the environment",
    { env: { ESIM_SANDBOX_ALLOW_WEBHOOK_HOST: "a.example.com, b.example.com" } },
    { allowWebhookHosts: ["a.example.com", "b.example.com"] },
  ],
  ["a list in the file", { file: '{"allowWebhookHost": ["a.example.com"]}' }, { allowWebhookHosts: ["a.example.com"] }],
  [
    "a list of one in the file",
    { file: '{"allowWebhookHost": "a.example.com"}' },
    { allowWebhookHosts: ["a.example.com"] },
  ],
  [
    "a list of a flag replaces that of the file",
    { flags: { allowWebhookHost: ["c.example.com"] }, file: '{"allowWebhookHost": ["a.example.com"]}' },
    { allowWebhookHosts: ["c.example.com"] },
  ],
  [
    "a base URL loses its last slash",
    { flags: { baseUrl: "https://sandbox.example.com/x/" } },
    { baseUrl: "https://sandbox.example.com/x" },
  ],
  ["an IPv6 host loses its brackets", { flags: { host: "[::1]" } }, { host: "::1" }],
  [
    "another host comes with a token",
    { flags: { host: "0.0.0.0", adminToken: "t" } },
    { host: "0.0.0.0", adminToken: "t" },
  ],
  ["comments in the file are tolerated", { file: '# why\n{"port": 3} # so' }, { port: 3 }],
  ["the file may be indented with tabs", { file: '{\n\t"port": 3,\n\t"json": true\n}' }, { port: 3, json: true }],
] as const)("%s", async ([, told, expected]) => {
  expect(await resolved(told)).toMatchObject(expected);
});

test("provider options of all sources are joined one by one, the highest source first", async () => {
  const config = await resolved({
    flags: { set: ["esimaccess.strictPager=true", "fms.contextPath="] },
    env: { ESIM_SANDBOX_SET: "esimaccess.strictPager=false,fms.provisioningDelaySeconds=5" },
    file: '{"set": {"esimaccess": {"usageLagMinutes": 7}, "fms": {"verifyCode": "enforce", "provisioningDelaySeconds": 1}}}',
  });
  expect(config.options).toEqual({
    esimaccess: { strictPager: "true", usageLagMinutes: 7 },
    fms: { contextPath: "", verifyCode: "enforce", provisioningDelaySeconds: "5" },
  });
  expect([...config.optionOrigins]).toEqual([
    ["esimaccess.usageLagMinutes", "sandbox.json:1:44"],
    ["fms.verifyCode", "sandbox.json:1:70"],
    ["fms.provisioningDelaySeconds", "ESIM_SANDBOX_SET"],
    ["esimaccess.strictPager", "--set"],
    ["fms.contextPath", "--set"],
  ]);
});

test.for([
  [
    "a port beyond the range",
    { flags: { port: "65536" } },
    '--port must be a whole number from 0 to 65535, got "65536"',
  ],
  [
    "a port that is no number",
    { env: { ESIM_SANDBOX_PORT: "80a" } },
    'ESIM_SANDBOX_PORT must be a whole number from 0 to 65535, got "80a"',
  ],
  ["a negative port", { flags: { port: "-1" } }, '--port must be a whole number from 0 to 65535, got "-1"'],
  [
    "a port as text in the file",
    { file: '{\n  "port": "80"\n}' },
    'sandbox.json:2:11: port must be a whole number from 0 to 65535, got "80"',
  ],
  ["an unknown word", { flags: { rateLimit: "on" } }, '--rate-limit must be one of enforce, report, off, got "on"'],
  [
    "a day that does not exist",
    { flags: { time: "2026-02-30" } },
    '--time must be now or an instant such as 2026-01-01T00:00:00Z, from 1970 on and with its zone, got "2026-02-30"',
  ],
  [
    "an instant without a zone",
    { flags: { time: "2026-01-01T00:00:00" } },
    '--time must be now or an instant such as 2026-01-01T00:00:00Z, from 1970 on and with its zone, got "2026-01-01T00:00:00"',
  ],
  ["a speed of nothing", { flags: { speed: "0" } }, '--speed must be a number from 0.001 to 86400000, got "0"'],
  ["an empty directory name", { flags: { data: "" } }, '--data must be a path, got ""'],
  [
    "memory and a directory at once",
    { flags: { memory: true, data: "d" } },
    "--data must not be given together with --memory, got both",
  ],
  [
    "a switch with another word",
    { env: { ESIM_SANDBOX_JSON: "yes" } },
    'ESIM_SANDBOX_JSON must be true or false, got "yes"',
  ],
  [
    "a negated switch with another word",
    { env: { ESIM_SANDBOX_NO_SIM_HEADERS: "x" } },
    'ESIM_SANDBOX_NO_SIM_HEADERS must be true or false, got "x"',
  ],
  [
    "a base URL without scheme",
    { flags: { baseUrl: "sandbox.example.com" } },
    '--base-url must be a URL such as https://sandbox.example.com, got "sandbox.example.com"',
  ],
  [
    "a webhook host with a scheme",
    { flags: { allowWebhookHost: ["a.example.com", "http://b"] } },
    '--allow-webhook-host must be a host name or an address, without scheme and port, got "http://b"',
  ],
  [
    "a token is not shown",
    { flags: { adminToken: "a b" } },
    "--admin-token must be 1 to 256 visible ASCII characters, got another value (not shown)",
  ],
  [
    "a host beyond loopback without a token",
    { flags: { host: "0.0.0.0" } },
    '--admin-token must be given when --host is not loopback, got host "0.0.0.0" without it; add --admin-token TOKEN or listen on 127.0.0.1',
  ],
  [
    "a host that only looks like loopback",
    { flags: { host: "127.0.0.1.example.com" } },
    '--admin-token must be given when --host is not loopback, got host "127.0.0.1.example.com" without it; add --admin-token TOKEN or listen on 127.0.0.1',
  ],
  [
    "an option without a value",
    { flags: { set: ["esimaccess.strictPager"] } },
    '--set must be esimaccess.OPTION=VALUE or fms.OPTION=VALUE, got "esimaccess.strictPager"',
  ],
  [
    "an option of an unknown provider",
    { flags: { set: ["esimacess.a=1"] } },
    '--set must be esimaccess.OPTION=VALUE or fms.OPTION=VALUE, got "esimacess.a=1"; did you mean esimaccess?',
  ],
  [
    "an unknown name in the file",
    { file: '{\n  "prot": 1\n}' },
    'sandbox.json:2:3: must be the name of a setting, got "prot"; did you mean "port"?',
  ],
  [
    "an unknown provider in the file",
    { file: '{"set": {"fsm": {}}}' },
    'sandbox.json:1:10: must be the name of a provider, got "fsm"; did you mean "fms"?',
  ],
  [
    "a name like a prototype in the file",
    { file: '{"__proto__": 1}' },
    /^sandbox\.json:1:2: must be the name of a setting, got "__proto__"; one of port, host, /,
  ],
  [
    "an option that is a list",
    { file: '{"set": {"fms": {"a": [1]}}}' },
    "sandbox.json:1:23: set.fms.a must be true, false, a number or a text, got a list",
  ],
  [
    "options that are no object",
    { file: '{"set": ["a=1"]}' },
    'sandbox.json:1:9: set must be an object such as {"esimaccess": {"strictPager": true}}, got a list',
  ],
  [
    "a name given twice",
    { file: '{"port": 1, "port": 2}' },
    "sandbox.json:1:13: must be a JSON object, got a syntax error: Map keys must be unique",
  ],
  [
    "a file that ends too early",
    { file: '{"port": 1' },
    "sandbox.json:1:11: must be a JSON object, got a syntax error: Flow map must end with a }",
  ],
  ["an empty file", { file: "" }, "sandbox.json:1:1: must be a JSON object, got nothing"],
  ["a file that is a list", { file: "[1]" }, "sandbox.json:1:1: must be a JSON object, got a list"],
] as const)("%s is refused in one sentence", async ([, told, message]) => {
  const refusal = await refusalOf(told);
  if (typeof message === "string") expect(refusal).toBe(message);
  else expect(refusal).toMatch(message);
});

test.for(["127.0.0.1", "127.9.9.9", "localhost", "::1"])("the host %s needs no token", async (host) => {
  expect(await resolved({ flags: { host } })).toMatchObject({ host, adminToken: null });
});

test("a variable that is nearly one of ours earns a warning", async () => {
  const config = await resolved({
    env: { ESIM_SANDBOX_PROT: "1", ESIM_SANDBOX_URL: "http://127.0.0.1:1", HOME: "/home" },
  });
  expect(config.warnings).toEqual([
    "ESIM_SANDBOX_PROT is no variable of the sandbox and has no effect; did you mean ESIM_SANDBOX_PORT?",
  ]);
});

test("exec takes port and directory by flag and variable, not from the file that describes start", async () => {
  const sources = await sourcesOf({ file: '{"port": 3, "data": "d", "seed": 9}', env: { ESIM_SANDBOX_DATA: "e" } });
  const file = sources.file === null ? null : withoutPlace(sources.file);
  expect(resolveConfig({ ...sources, env: {}, file }, EXEC_DEFAULTS)).toMatchObject({
    value: { port: 0, data: null, seed: 9 },
  });
  expect(resolveConfig({ ...sources, file }, EXEC_DEFAULTS)).toMatchObject({ value: { port: 0, data: "e" } });
});

test("the simulator is told an instant only when somebody named one", async () => {
  expect(simulatorOptions(await resolved({}), 5)).not.toHaveProperty("time");
  expect(simulatorOptions(await resolved({ flags: { time: "now" } }), 5)).toMatchObject({ time: 5, freeze: false });
});

test.for([
  ["the default port", {}, { url: "http://127.0.0.1:4747", clientUrl: "http://127.0.0.1:4747", timeoutMs: 30_000 }],
  ["ESIM_SANDBOX_URL", { env: { ESIM_SANDBOX_URL: "http://127.0.0.1:5/" } }, { url: "http://127.0.0.1:5" }],
  [
    "--url first",
    { url: "http://127.0.0.1:6", env: { ESIM_SANDBOX_URL: "http://127.0.0.1:5" } },
    { url: "http://127.0.0.1:6" },
  ],
  ["the file's port", { file: '{"port": 7}' }, { url: "http://127.0.0.1:7" }],
  ["this machine for every address", { file: '{"host": "0.0.0.0"}' }, { url: "http://127.0.0.1:4747" }],
  ["brackets for IPv6", { env: { ESIM_SANDBOX_HOST: "::1" } }, { url: "http://[::1]:4747" }],
  [
    "the base URL for clients only",
    { file: '{"baseUrl": "https://s.example.com"}' },
    { url: "http://127.0.0.1:4747", clientUrl: "https://s.example.com" },
  ],
  ["a time-out in the environment", { env: { ESIM_SANDBOX_TIMEOUT: "2m" } }, { timeoutMs: 120_000 }],
] as const)("a running sandbox is looked for by %s", async ([, told, expected]) => {
  const url = "url" in told ? told.url : null;
  expect(resolveTarget({ url, timeout: null }, await sourcesOf(told))).toMatchObject({ ok: true, value: expected });
});

test("a running sandbox on any free port must be named", async () => {
  const refused = resolveTarget({ url: null, timeout: null }, await sourcesOf({ file: '{"port": 0}' }));
  expect(refused).toMatchObject({
    ok: false,
    error: { message: "--url must say where the sandbox listens when its port is 0, got none" },
  });
});
