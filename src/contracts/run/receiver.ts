import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Inbox, Notification } from "./inbox.ts";

/** How a delivery is answered: with a status, later, or not at all. */
type Reply = number | { readonly status: number; readonly delayMs: number } | "hang";

/** A notification with its place in the order of arrival, from 1, and the wall time at which it was whole. */
interface Arrival extends Notification {
  readonly number: number;
  readonly arrivedAt: number;
}

/** The kit's own receiver of notifications. */
export interface Receiver extends Inbox {
  replies(script: readonly Reply[]): void;
  arrived(): readonly Arrival[];
  /** Gives what has arrived since the last `take` or `clear`. */
  take(): readonly Arrival[];
  /** Waits until an arrival since `clear` fits, at most `wallMs`; says whether one did. */
  waitFor(fits: (arrival: Arrival) => boolean, wallMs: number): Promise<boolean>;
  /** Waits `wallMs` and says whether nothing arrived meanwhile; ends at once when something does. */
  quiet(wallMs: number): Promise<boolean>;
  /** How many came beyond the bounds and were not kept. */
  dropped(): number;
}

/** Where to listen; loopback and any free port unless told otherwise. */
export interface ReceiverAddress {
  readonly host?: string;
  readonly port?: number;
  /** Host under which the target reaches it, where that is not `host`. */
  readonly publicHost?: string;
}

/** Bounds of what a flooding target can make the kit keep, each far above what a run causes. */
export const receiverLimits = {
  notifications: 10_000,
  bodyBytes: 1024 * 1024,
  connections: 1_000,
  /** Milliseconds within which a request must be whole. */
  requestMs: 30_000,
} as const;

type Hook = (notification: Notification) => Promise<void>;

interface Waiter {
  arrived(arrival: Arrival): void;
}

/** Opens a receiver. Rejects when the address cannot be bound. */
export async function createReceiver(address: ReceiverAddress = {}): Promise<Receiver> {
  const host = address.host ?? "127.0.0.1";
  const post = new Post();
  const server = createServer({ requestTimeout: receiverLimits.requestMs }, (incoming, outgoing) => {
    receive(incoming, outgoing, post);
  });
  server.maxConnections = receiverLimits.connections;
  server.on("clientError", (_error, socket) => socket.destroy()); // no HTTP: nothing of it can be told
  const port = await bind(server, { host, port: address.port ?? 0 });
  const shown = address.publicHost ?? (host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host);
  const base = `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
  return {
    url: `${base}/hook-1`,
    otherUrl: `${base}/hook-2`,
    clear: () => post.clear(),
    replies: (script) => post.script.splice(0, post.script.length, ...script),
    arrived: () => post.arrivals,
    take: () => post.take(),
    onArrival: (hook) => {
      post.hook = hook;
    },
    waitFor: (fits, wallMs) => waitFor(post, fits, wallMs),
    quiet: async (wallMs) => !(await nextArrival(post, () => true, wallMs)),
    dropped: () => post.dropped,
    close: () => close(server),
  };
}

/** What has come and how the next ones are answered. */
class Post {
  arrivals: Arrival[] = [];
  readonly script: Reply[] = [];
  readonly waiters = new Set<Waiter>();
  hook: Hook | null = null;
  dropped = 0;
  #count = 0;
  #taken = 0;

  clear(): void {
    this.arrivals = []; // a list that was handed out stays as it is
    this.script.length = 0;
    this.hook = null;
    this.dropped = 0;
    this.#taken = 0;
  }

  take(): readonly Arrival[] {
    const taken = this.arrivals.slice(this.#taken);
    this.#taken = this.arrivals.length;
    return taken;
  }

  /** Keeps an arrival and tells those who wait; null when there are too many. */
  add(came: Omit<Arrival, "number" | "arrivedAt">): Arrival | null {
    if (this.arrivals.length >= receiverLimits.notifications) {
      this.dropped += 1;
      return null;
    }
    this.#count += 1;
    const arrival = { ...came, number: this.#count, arrivedAt: Date.now() };
    this.arrivals.push(arrival);
    for (const waiter of [...this.waiters]) waiter.arrived(arrival);
    return arrival;
  }
}

function receive(incoming: IncomingMessage, outgoing: ServerResponse, post: Post): void {
  const chunks: Buffer[] = [];
  let length = 0;
  incoming.on("error", () => undefined); // the sender went away; what was not whole has not arrived
  outgoing.on("error", () => undefined);
  incoming.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= receiverLimits.bodyBytes) chunks.push(chunk);
    else if (!outgoing.headersSent) {
      post.dropped += 1;
      outgoing.writeHead(413, { connection: "close" }).end(() => incoming.destroy());
    }
  });
  incoming.on("end", () => {
    if (length <= receiverLimits.bodyBytes) {
      answer(incoming, outgoing, { post, bytes: Buffer.concat(chunks) }).catch(() => outgoing.destroy()); // a status that HTTP has not
    }
  });
}

async function answer(
  { method = "", url = "/", headersDistinct }: IncomingMessage,
  outgoing: ServerResponse,
  { post, bytes }: { readonly post: Post; readonly bytes: Buffer },
): Promise<void> {
  const headers = new Map(Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(", ")]));
  const reply = post.script.shift() ?? 200;
  const replied = reply === "hang" ? null : typeof reply === "number" ? reply : reply.status;
  const body = parsed(bytes);
  const arrival = post.add({ method, path: url, headers, bytes: new Uint8Array(bytes), body, replied });
  try {
    if (arrival !== null) await post.hook?.(arrival);
  } catch {
    // What a hook finds it has to keep itself: the sender must be answered whatever becomes of it.
  }
  if (replied === null) return; // the connection stays open until the sender or `close` ends it
  const send = (): void => void outgoing.writeHead(replied, { "content-length": "0" }).end();
  if (typeof reply === "object") setTimeout(send, reply.delayMs).unref();
  else send();
}

/** Undefined when it is no JSON. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

async function waitFor(post: Post, fits: (arrival: Arrival) => boolean, wallMs: number): Promise<boolean> {
  return post.arrivals.some(fits) || nextArrival(post, fits, wallMs);
}

/** Resolves with true as soon as something arrives that fits, with false after `wallMs`. */
function nextArrival(post: Post, fits: (arrival: Arrival) => boolean, wallMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (found: boolean): void => {
      clearTimeout(timer);
      post.waiters.delete(waiter);
      resolve(found);
    };
    const waiter: Waiter = { arrived: (arrival) => fits(arrival) && end(true) };
    const timer = setTimeout(() => end(false), wallMs);
    post.waiters.add(waiter);
  });
}

function bind(server: Server, address: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, () => {
      server.off("error", reject);
      const bound = server.address();
      resolve(typeof bound === "object" && bound !== null ? bound.port : address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
