import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import type { DeliveryAttempt, OutgoingRequest } from "../kernel/outbox.ts";

type Outcome = Omit<DeliveryAttempt, "at">;

/** Where requests may go: loopback, and hosts that somebody has named; never the sandbox itself. */
export interface EgressPolicy {
  readonly allowedHosts: readonly string[];
  /** The port of the sandbox's own listener; null while it has none. */
  readonly ownPort: () => number | null;
  /** Told when a host is refused, with the flag that would admit it. */
  readonly report: (message: string) => void;
}

/**
 * Makes the function that sends one POST. The name is resolved once, its addresses checked and then used as they are, so that a
 * second look-up cannot lead elsewhere. Redirects are not followed; the answer's body is read no further than its status.
 */
export function createSender(
  policy: EgressPolicy,
): (request: OutgoingRequest, accepts?: "2xx" | "200") => Promise<Outcome> {
  return async (request, accepts = "2xx") => {
    const startedAt = performance.now();
    const wallMs = (): number => Math.round((performance.now() - startedAt) * 1000) / 1000;
    const failed = (detail: string): Outcome => ({ outcome: "failed", status: null, detail, wallMs: wallMs() });
    const signal = AbortSignal.timeout(request.timeoutMs);
    try {
      const url = new URL(request.url);
      const targets = await admit(url, policy, signal);
      if (typeof targets === "string") return failed(targets);
      const status = await post(url, targets, { ...request, signal });
      const isAccepted = accepts === "200" ? status === 200 : status >= 200 && status < 300;
      return { outcome: isAccepted ? "accepted" : "refused", status, detail: null, wallMs: wallMs() };
    } catch (error) {
      // A receiver may fail in any way.
      if (signal.aborted) return failed(`no answer within ${request.timeoutMs} ms`);
      return failed(error instanceof Error && error.message !== "" ? error.message : causeOf(error));
    }
  };
}

/** Several addresses that all fail give one error without a text of its own. */
function causeOf(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(String).join("; ") : String(error);
}

interface Target {
  readonly address: string;
  readonly family: number;
}

/** The addresses of a host, each of them admitted, or the reason for a refusal. */
async function admit(url: URL, policy: EgressPolicy, signal: AbortSignal): Promise<readonly Target[] | string> {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `only http and https are spoken, not ${url.protocol}`;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const targets = isIP(host) === 0 ? await resolve(host, signal) : [{ address: host, family: isIP(host) }];
  const isNamed = policy.allowedHosts.some((allowed) => allowed.toLowerCase() === host.toLowerCase());
  if (!isNamed && !targets.every(({ address }) => isLoopback(address))) {
    policy.report(`a webhook to ${host} was refused; start with --allow-webhook-host ${host} to admit it`);
    return `host ${host} is neither loopback nor allowed (--allow-webhook-host ${host})`;
  }
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (port === policy.ownPort() && targets.some(({ address }) => isThisMachine(address))) {
    return "the sandbox does not send to itself";
  }
  return targets;
}

/** All addresses of a name: `localhost` often has two, of which a receiver listens on one. The resolver itself has no time-out. */
function resolve(host: string, signal: AbortSignal): Promise<readonly Target[]> {
  return new Promise((found, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    lookup(host, { all: true }).then(found, reject);
  });
}

function isThisMachine(address: string): boolean {
  if (isLoopback(address)) return true;
  return Object.values(networkInterfaces()).some((own) => own?.some((one) => one.address === address) === true);
}

/** Says whether an address leads back to this machine, also when it is written as IPv4 inside IPv6. */
export function isLoopback(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:/, "");
  // A URL writes the IPv4 address inside IPv6 in hexadecimal: 127 is 7f.
  return plain === "::1" || /^127\.\d+\.\d+\.\d+$/.test(plain) || /^7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(plain);
}

function post(
  url: URL,
  targets: readonly Target[],
  request: OutgoingRequest & { readonly signal: AbortSignal },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { request: send } = url.protocol === "https:" ? https : http;
    const outgoing = send(url, {
      method: "POST",
      headers: { ...request.headers, "content-length": String(Buffer.byteLength(request.body)) },
      agent: false,
      signal: request.signal,
      lookup: (_host, options, callback) => {
        const [first] = targets;
        if (options.all === true || first === undefined) callback(null, [...targets]);
        else callback(null, first.address, first.family);
      },
    });
    outgoing.on("response", (response) => {
      response.resume();
      response.on("error", () => undefined); // the status is all that counts
      resolve(response.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    outgoing.end(request.body);
  });
}
