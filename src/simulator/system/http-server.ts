import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { TransportFault } from "../kernel/fault-effects.ts";
import { ConnectionFaults } from "./connection-faults.ts";

/** A socket that accepts connections, and how to end it. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Stops accepting, lets running requests end for at most `graceMs`, then cuts the rest. */
  close(graceMs: number): Promise<void>;
}

/** What serves the requests of a listener. */
export interface Served {
  readonly serve: Serve;
  /** Bytes of a body that are read at a path; a request with more is served with `isTooLarge` set. */
  readonly bodyLimitAt: (path: string) => number;
  /** What shall happen to the connection of a response. */
  readonly faultOf: (response: Response) => TransportFault | undefined;
}

type Serve = (request: Request, env: Record<string, unknown>) => Response | Promise<Response>;

/** Times and bounds of connections, in wall milliseconds. */
const CONNECTIONS = {
  /** A request that has not arrived whole by then is answered with 408. */
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  /** How often the two above are looked at; the default of 30 s would make them a matter of luck. */
  connectionsCheckingInterval: 5_000,
  /** Longer than the usual idle time of client pools, so that the client closes first. */
  keepAliveTimeout: 65_000,
  most: 10_000,
} as const;

const CLOSING_SWEEP_MS = 25;

/** Listens and serves each request with its body read once, at most to the limit. Rejects when the address cannot be bound. */
export async function listen(
  served: Served,
  address: { readonly host: string; readonly port: number },
): Promise<Listener> {
  const faults = new ConnectionFaults();
  const respond = getRequestListener(
    async (request, env) => {
      const response = await served.serve(request, env);
      const fault = served.faultOf(response);
      if (fault === undefined) return response;
      const outgoing = env.outgoing as ServerResponse; // an HTTP/1 server: never the HTTP/2 kind
      return (await faults.apply(fault, response, outgoing)) === "sent" ? RESPONSE_ALREADY_SENT : response;
    },
    { overrideGlobalObjects: true, autoCleanupIncoming: false }, // bodies have been read before
  );
  const { connectionsCheckingInterval } = CONNECTIONS;
  const server = createServer({ connectionsCheckingInterval }, (incoming, outgoing) => {
    readBody(incoming, served.bodyLimitAt(incoming.url ?? "/"), (body) => {
      Object.assign(incoming, { rawBody: body.bytes, isTooLarge: body.isTooLarge });
      if (body.isTooLarge) outgoing.setHeader("connection", "close");
      respond(incoming, outgoing);
    });
  });
  server.requestTimeout = CONNECTIONS.requestTimeout;
  server.headersTimeout = CONNECTIONS.headersTimeout;
  server.keepAliveTimeout = CONNECTIONS.keepAliveTimeout;
  server.maxConnections = CONNECTIONS.most;
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await bind(server, address);
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : address.port;
  return {
    host: address.host,
    port,
    close: (graceMs) => {
      faults.release();
      return close(server, sockets, graceMs);
    },
  };
}

function bind(server: Server, address: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Hands over the body when it is whole or too large; an upload that is aborted is never served. */
function readBody(
  incoming: IncomingMessage,
  limitBytes: number,
  done: (body: { readonly bytes: Buffer; readonly isTooLarge: boolean }) => void,
): void {
  let chunks: Buffer[] = [];
  let length = 0;
  let isDone = false;
  incoming.on("data", (chunk: Buffer) => {
    if (isDone) return;
    length += chunk.length;
    if (length > limitBytes) {
      isDone = true;
      chunks = [];
      done({ bytes: Buffer.alloc(0), isTooLarge: true });
      return;
    }
    chunks.push(chunk);
  });
  incoming.on("end", () => {
    if (isDone) return;
    isDone = true;
    const [only] = chunks;
    done({ bytes: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks), isTooLarge: false });
  });
  incoming.on("error", () => {
    isDone = true; // the client went away
  });
}

function close(server: Server, sockets: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection whose last request has just ended stays open for the next one unless somebody looks again.
    const sweep = setInterval(() => server.closeIdleConnections(), CLOSING_SWEEP_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    // Node counts a connection that never sent anything as busy; browsers open such ones in advance.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    server.closeIdleConnections();
  });
}
