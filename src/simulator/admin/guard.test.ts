import { expect, test } from "vitest";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

test.for([
  ["a loopback address", { host: "127.0.0.1:4747" }, 200],
  ["any address of 127.0.0.0/8", { host: "127.9.8.7" }, 200],
  ["localhost in capitals", { host: "LOCALHOST:80" }, 200],
  ["a name below localhost", { host: "fms.localhost:4747" }, 200],
  ["IPv6 loopback", { host: "[::1]:4747" }, 200],
  ["the configured name", { host: "sandbox.example.com" }, 200],
  ["the configured name with a port", { host: "Sandbox.Example.com:8443" }, 200],
  ["the name that stands for this process", { host: "sandbox.test" }, 200],
  ["a foreign name", { host: "attacker.example" }, 403],
  ["a name that only begins like loopback", { host: "127.0.0.1.attacker.example" }, 403],
  ["a name that only ends like localhost", { host: "evillocalhost" }, 403],
  ["a name below the configured one", { host: "a.sandbox.example.com" }, 403],
  ["an address of the network", { host: "192.0.2.7:4747" }, 403],
  ["an empty host", { host: "" }, 403],
] as const)("%s as Host is answered with its status", async ([, headers, status]) => {
  const sandbox = await openInventedSandbox();
  expect((await sandbox.call("GET", "clock", undefined, headers)).status).toBe(status);
  expect((await sandbox.call("GET", "health", undefined, headers)).status).toBe(status);
});

test.for([
  ["its own origin", { origin: "http://127.0.0.1:4747" }, 200],
  ["the admitted name it was opened under", { host: "localhost:4747", origin: "http://localhost:4747" }, 200],
  ["another port of this machine", { origin: "http://127.0.0.1:3000" }, 403],
  ["another site", { origin: "https://attacker.example" }, 403],
  ["an opaque origin", { origin: "null" }, 403],
] as const)("a page of %s is answered with its status", async ([, headers, status]) => {
  const sandbox = await openInventedSandbox();
  expect((await sandbox.call("POST", "reset", undefined, headers)).status).toBe(status);
  expect((await sandbox.call("OPTIONS", "faults", undefined, headers)).status).toBe(status === 200 ? 405 : status);
});

test.for([
  ["no token", {}, 401],
  ["a wrong token", { authorization: "Bearer wrong" }, 401],
  ["another scheme", { authorization: "Basic letmein" }, 401],
  ["the beginning of the token", { authorization: "Bearer letme" }, 401],
  ["the token", { authorization: "Bearer letmein" }, 200],
  ["the token after a scheme in lower case", { authorization: "bearer letmein" }, 200],
] as const)("with a token configured, %s is answered with its status", async ([, headers, status]) => {
  const sandbox = await openInventedSandbox({ adminToken: "letmein" });
  const answer = await sandbox.call("GET", "clock", undefined, headers);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("www-authenticate")).toBe(status === 401 ? 'Bearer realm="esim-sandbox"' : null);
  expect((await sandbox.call("GET", "nowhere", undefined, headers)).status).toBe(status === 401 ? 401 : 404);
  expect((await sandbox.call("PUT", "clock", undefined, headers)).status).toBe(status === 401 ? 401 : 405);
  expect((await sandbox.call("GET", "health", undefined, headers)).status).toBe(200);
  expect((await sandbox.call("GET", "ready", undefined, headers)).status).toBe(200);
});

test("a refused sender changes nothing", async () => {
  const sandbox = await openInventedSandbox();
  await sandbox.call("PATCH", "account", { balance: 1 }, { origin: "https://attacker.example" });
  await sandbox.call("PATCH", "account", { balance: 1 }, { host: "attacker.example" });
  expect(await (await sandbox.call("GET", "account")).json()).toMatchObject({ balance: 10_000_000 });
});
