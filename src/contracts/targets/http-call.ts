import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import { CallTimer, FLOOD, TOO_SLOW, wordsOf } from "./arrived.ts";
import { limits } from "./limits.ts";
import type { Arrived, OutgoingCall } from "./target.ts";

/** Connections to one target. */
export interface Connections {
  /** Sends a call to `url`, whose path is taken as it is. Never rejects. */
  send(url: { readonly base: URL; readonly path: string }, call: OutgoingCall): Promise<Arrived>;
  close(): void;
}

/** Opens a pool of connections; each is opened when it is needed. */
export function openConnections(): Connections {
  const settings = { keepAlive: true, maxSockets: limits.connections, timeout: limits.idleConnectionMs };
  const agents = { http: new http.Agent(settings), https: new https.Agent(settings) };
  return {
    send: ({ base, path }, call) => {
      const isSecure = base.protocol === "https:";
      const start = (): ClientRequest =>
        (isSecure ? https : http).request({
          protocol: base.protocol,
          hostname: base.hostname.replace(/^\[|\]$/g, ""),
          port: base.port === "" ? (isSecure ? 443 : 80) : Number(base.port),
          method: call.method,
          path,
          headers: headersOf(call),
          agent: isSecure ? agents.https : agents.http,
        });
      return exchange(start, call.body);
    },
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function headersOf({ headers, body }: OutgoingCall): Record<string, string> {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const isSized = body === null || names.includes("content-length") || names.includes("transfer-encoding");
  return isSized ? { ...headers } : { ...headers, "content-length": String(body.length) };
}

/** One call over one connection. It is never sent twice, not even when a kept connection breaks: it may have had its effect. */
function exchange(start: () => ClientRequest, body: Uint8Array | null): Promise<Arrived> {
  const timer = new CallTimer();
  return new Promise((resolve) => {
    let outgoing: ClientRequest | null = null;
    let isConnected = false;
    const settle = (arrived: Arrived): void => {
      clearTimeout(deadline);
      resolve(arrived);
      if (arrived.status === null) outgoing?.destroy();
    };
    const deadline = setTimeout(
      () => settle(timer.failed(isConnected ? TOO_SLOW : `no connection; ${TOO_SLOW}`, !isConnected)),
      limits.callSeconds * 1000,
    );
    try {
      outgoing = start();
      outgoing.on("socket", (socket) => {
        if (!socket.connecting) isConnected = true;
        else socket.once("connect", () => (isConnected = true));
      });
      outgoing.on("response", (incoming) => readAnswer(incoming, timer, settle));
      outgoing.on("error", (error) => settle(timer.failed(wordsOf(error), isUnreachable(error))));
      outgoing.on("close", () => settle(timer.failed("the connection was closed without a whole answer")));
      outgoing.end(body ?? undefined);
    } catch (error) {
      settle(timer.failed(wordsOf(error))); // a header or path that HTTP cannot carry
    }
  });
}

function readAnswer(incoming: IncomingMessage, timer: CallTimer, settle: (arrived: Arrived) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > limits.answerBytes) settle(timer.failed(FLOOD));
    else chunks.push(chunk);
  });
  incoming.on("error", (error) => settle(timer.failed(`the answer broke off: ${wordsOf(error)}`)));
  incoming.on("end", () => {
    const headers = new Map<string, string>();
    for (const [name, value] of Object.entries(incoming.headersDistinct)) headers.set(name, (value ?? []).join(", "));
    settle(timer.answered({ status: incoming.statusCode ?? 0, headers, bytes: new Uint8Array(Buffer.concat(chunks)) }));
  });
}

/** Codes that mean that nobody was reached: no such host, nobody listens, no way there, no trust. */
const UNREACHED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$|CERT|^EPROTO$|^ERR_SSL|^ERR_TLS/;

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && "code" in error && UNREACHED.test(String(error.code));
}
