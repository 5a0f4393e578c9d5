import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * The yardstick: a plain `node:http` server that reads the body, parses it, verifies the same HMAC, looks its answer up in a Map and
 * serializes it. Run as `bare-server.ts ANSWERS.json`; prints its port. ANSWERS.json maps a path to the value to serialize.
 */
const answers = new Map<string, unknown>(Object.entries(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"))));
const secrets = new Map([["test-access-code", "test-secret-key"]]);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const accessCode = String(request.headers["rt-accesscode"]);
    const secret = secrets.get(accessCode) ?? "";
    const expected = createHmac("sha256", secret)
      .update(`${request.headers["rt-timestamp"]}${request.headers["rt-requestid"]}${accessCode}`)
      .update(body)
      .digest();
    const signature = Buffer.from(String(request.headers["rt-signature"]), "hex");
    const isGenuine = signature.length === expected.length && timingSafeEqual(signature, expected);
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    const answer = isGenuine && parsed !== null ? answers.get(request.url ?? "") : undefined;
    const text = JSON.stringify(answer ?? { success: false });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
    response.writeHead(answer === undefined ? 401 : 200, headers);
    response.end(text);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(address.port);
});
