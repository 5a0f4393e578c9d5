import { createHmac, randomUUID } from "node:crypto";
import autocannon from "autocannon";

/**
 * The load generator, a process of its own: `load.ts JSON` with the shape below; prints the outcome as JSON. Requests are signed before the
 * clock starts, so that both processors are not busy with the same work.
 */
interface Load {
  readonly url: string;
  readonly path: string;
  /** `{n}` in the body becomes a number that no other request of this run has. */
  readonly body: string;
  readonly connections: number;
  readonly amount: number;
  /** Sets the runs of one measurement apart. */
  readonly run: string;
}

/** Requests and latency of one run. */
export interface Outcome {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
  readonly requests: number;
}

const load = JSON.parse(process.argv[2] ?? "null") as Load; // written by bench.ts
const each = Math.ceil(load.amount / load.connections);
const isUnique = load.body.includes("{n}");
let connection = 0;
let refused = 0;
/** From the first answer to the last, because the tool itself counts in whole seconds. */
let beganAt = 0;
let endedAt = 0;

const result = await autocannon({
  url: load.url,
  connections: load.connections,
  amount: each * load.connections,
  setupClient: (client) => {
    const number = connection;
    connection += 1;
    client.setRequests(requestsOf(number));
    client.on("response", () => {
      endedAt = performance.now();
      if (beganAt === 0) beganAt = endedAt;
    });
    client.on("body", (body) => {
      if (!body.toString("latin1", 0, 40).includes('"success":true')) refused += 1;
    });
  },
});

const outcome: Outcome = {
  requestsPerSecond: Math.round(((result.requests.total - 1) * 1000) / (endedAt - beganAt)),
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
  refused: refused + result.non2xx + result.errors,
  requests: result.requests.total,
};
console.log(JSON.stringify(outcome));

function requestsOf(client: number): autocannon.Request[] {
  const count = isUnique ? each : 1;
  return Array.from({ length: count }, (_, index) =>
    signed(load.body.replace("{n}", `${load.run}-${client}-${index}`)),
  );
}

function signed(body: string): autocannon.Request {
  const timestamp = String(Date.now());
  const requestId = randomUUID();
  const signature = createHmac("sha256", "test-secret-key")
    .update(`${timestamp}${requestId}test-access-code${body}`)
    .digest("hex");
  return {
    method: "POST",
    path: load.path,
    body,
    headers: {
      "content-type": "application/json",
      "RT-AccessCode": "test-access-code",
      "RT-Timestamp": timestamp,
      "RT-RequestID": requestId,
      "RT-Signature": signature,
    },
  };
}
