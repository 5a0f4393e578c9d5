import { execFile } from "node:child_process";
import { connect } from "node:net";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hasTool } from "./testing/installed-tools.ts";
import { expectSound, openShop, type Shop } from "./testing/shop.ts";

const run = promisify(execFile);
const BALANCE = '"obj":{"balance":10000000}';
const PATH = "/api/v1/open/balance/query";

let shop: Shop;
let port = 0;
let url = "";

beforeAll(async () => {
  shop = await openShop({ rateLimit: "off" });
  ({ url, port } = await shop.sandbox.listen());
});

afterEach(() => expectSound(shop.handle));

afterAll(() => shop.close());

const tools = { curl: await hasTool("curl"), python3: await hasTool("python3") };

describe.skipIf(!tools.curl)("curl", () => {
  const curl = async (...args: string[]): Promise<string> => {
    const own = ["-sS", "--max-time", "10", "-H", "RT-AccessCode: test-access-code"];
    return (await run("curl", [...own, ...args])).stdout;
  };

  test.for([
    ["with nothing but -X POST", ["-X", "POST"]],
    ["with -d, as JSON", ["-H", "content-type: application/json", "-d", "{}"]],
    ["with HTTP/1.0", ["--http1.0", "-H", "content-type: application/json", "-d", "{}"]],
    ["with Expect: 100-continue", ["-H", "Expect: 100-continue", "-H", "content-type: application/json", "-d", "{}"]],
    ["with chunks", ["-H", "Transfer-Encoding: chunked", "-H", "content-type: application/json", "-d", "{}"]],
    ["with compression wanted", ["--compressed", "-H", "content-type: application/json", "-d", "{}"]],
  ] as const)("asks for the balance %s", async ([, args]) => {
    expect(await curl(...args, url + PATH)).toContain(BALANCE);
  });

  test("an upload of 900 KB that waits for 100 Continue is read", async () => {
    const body = `{"a":"${"x".repeat(900_000)}"}`;
    const args = ["-H", "Expect: 100-continue", "-H", "content-type: application/json", "--data-binary", "@-"];
    const child = run("curl", ["-sS", "-H", "RT-AccessCode: test-access-code", ...args, url + PATH]);
    child.child.stdin?.end(body);
    expect((await child).stdout).toContain(BALANCE);
  });

  test("-d without a content type is a form, which the provider does not read", async () => {
    expect(await curl("-d", "{}", url + PATH)).toContain('"errorCode":"000104"');
  });
});

describe.skipIf(!tools.python3)("Python", () => {
  const python = async (script: string): Promise<string> => (await run("python3", ["-c", script, String(port)])).stdout;

  test("urllib and http.client, with headers in their own spelling and a kept connection", async () => {
    const printed = await python(`
import http.client, json, sys, urllib.request
port = int(sys.argv[1])
request = urllib.request.Request(f"http://127.0.0.1:{port}${PATH}", data=b"{}", method="POST",
    headers={"RT-AccessCode": "test-access-code", "Content-Type": "application/json"})
print(json.load(urllib.request.urlopen(request))["obj"]["balance"])
connection = http.client.HTTPConnection("127.0.0.1", port)
for _ in range(3):
    connection.request("POST", "${PATH}", headers={"rt-ACCESSCODE": "test-access-code"})
    print(json.loads(connection.getresponse().read())["obj"]["balance"])
`);
    expect(printed.trim().split("\n")).toEqual(Array(4).fill("10000000"));
  });
});

test("fetch of Node without a content type: bytes are read, text is declared as text and refused", async () => {
  const headers = { "RT-AccessCode": "test-access-code" };
  const bytes = await fetch(url + PATH, { method: "POST", headers, body: new TextEncoder().encode("{}") });
  expect(await bytes.text()).toContain(BALANCE);
  const text = await fetch(url + PATH, { method: "POST", headers, body: "{}" });
  expect(await text.text()).toContain('"errorCode":"000104"');
});

describe("bare sockets", () => {
  /** Writes bytes and reads until the other side closes or what was awaited has come. */
  function talk(sent: string, awaited: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(sent));
      let heard = "";
      socket.on("data", (chunk) => {
        heard += chunk.toString();
        if (awaited.test(heard)) socket.end();
      });
      socket.on("close", () => resolve(heard));
      socket.on("error", reject);
    });
  }

  const head = (lines: readonly string[]): string => `${lines.join("\r\n")}\r\n\r\n`;
  const own = [`POST ${PATH} HTTP/1.1`, "Host: 127.0.0.1", "rt-AccessCODE: test-access-code"];

  test("content-length 0 counts as no body", async () => {
    expect(await talk(head([...own, "Content-Length: 0"]), /balance/)).toContain(BALANCE);
  });

  test("two access codes are no access code that anybody has", async () => {
    const twice = head([...own, "RT-AccessCode: test-access-code", "Content-Length: 0"]);
    expect(await talk(twice, /errorCode/)).toContain('"errorCode":"401001"');
  });

  test("two calls in one packet are answered in order", async () => {
    const first = `${head([...own, "Content-Length: 2"])}{}`;
    const second = first.replace("balance/query", "webhook/query");
    expect(await talk(first + second, /webhook/)).toMatch(/balance[\s\S]*webhook/);
  });

  test("what is no HTTP is 400, and the sandbox goes on", async () => {
    expect(await talk("\u0016\u0003\u0001 nonsense\r\n\r\n", /$^/)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await talk(head([...own, "Content-Length: 0"]), /balance/)).toContain(BALANCE);
  });

  test("headers of 100 KB are refused", async () => {
    const heard = await talk(head([...own, `X-Long: ${"x".repeat(100_000)}`]), /$^/).catch(String);
    expect(heard).toMatch(/^HTTP\/1\.1 431 |ECONNRESET|EPIPE/);
  });

  test("a body that is announced beyond 1 MiB is refused before it has come", async () => {
    const announced = head([...own, "Content-Type: application/json", "Content-Length: 100000000"]);
    const heard = await talk(announced + "x".repeat(2_000_000), /errorCode/).catch(String);
    expect(heard).toMatch(/"errorCode":"000104"|ECONNRESET|EPIPE/);
  });

  test("an upload that is broken off leaves no call behind", async () => {
    const before = (await shop.handle.journal.list({ kind: "exchange" })).length;
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`${head([...own, "Content-Length: 1000"])}{"a":`, () => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect(await shop.access.balance()).toBe(10_000_000);
    expect((await shop.handle.journal.list({ kind: "exchange" })).length).toBe(before + 1);
  });

  test("requests that never end are ended by the sandbox: headers sooner than a body", async () => {
    const within = async (sent: string, mostMs: number): Promise<void> => {
      const startedAt = performance.now();
      const heard = await talk(sent, /HTTP/).catch(String);
      expect(heard).toMatch(/^HTTP\/1\.1 408 |ECONNRESET/);
      expect(performance.now() - startedAt).toBeLessThan(mostMs);
    };
    const body = `${head([...own, "Content-Type: application/json", "Content-Length: 100"])}{"a":`;
    await Promise.all([within("POST / HTTP/1.1\r\nHost:", 29_000), within(body, 100_000)]);
    expect(await shop.access.balance()).toBe(10_000_000);
  });

  test("two thousand idle connections do not keep others from an answer", async () => {
    const idle = await Promise.all(
      Array.from({ length: 2000 }, () => {
        return new Promise<ReturnType<typeof connect>>((resolve, reject) => {
          const socket = connect(port, "127.0.0.1", () => resolve(socket));
          socket.once("error", reject);
        });
      }),
    );
    try {
      expect(await talk(head([...own, "Content-Length: 0"]), /balance/)).toContain(BALANCE);
    } finally {
      for (const socket of idle) socket.destroy();
    }
  });
});
