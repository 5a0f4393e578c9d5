import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  readonly notifyType: string;
  readonly notifyId: string;
  readonly eventGenerateTime: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** How a receiver replies: a status at once, or whenever the promise resolves; null never. */
type Reply = (arrived: Arrived) => number | null | Promise<number | null>;

/** A real HTTP server on loopback that takes webhooks. */
export interface LoopbackReceiver {
  readonly url: string;
  readonly heard: Arrived[];
  /** Changes the reply; 200 at first. */
  replies(reply: Reply): void;
  /** Sends whoever asks to another address. */
  redirectsTo(url: string): void;
  /** What came since the last call: types, with both states where there are any. */
  take(): string[];
  close(): Promise<void>;
}

/** Opens a receiver on a free port. */
export async function openLoopbackReceiver(): Promise<LoopbackReceiver> {
  const heard: Arrived[] = [];
  let taken = 0;
  let reply: Reply = () => 200;
  let location: string | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const raw = Buffer.concat(chunks).toString();
      const { method = "", url: path = "", headers } = request;
      const arrived: Arrived = { method, path, headers, raw, ...JSON.parse(raw) };
      heard.push(arrived);
      const status = await reply(arrived);
      if (status === null) return;
      response.writeHead(status, location === null ? {} : { location }).end("ignored");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/hook`,
    heard,
    replies: (next) => {
      reply = next;
    },
    redirectsTo: (url) => {
      location = url;
    },
    take: () => {
      const fresh = heard.slice(taken);
      taken = heard.length;
      return fresh.map(({ notifyType, content }) => {
        const states = [content["esimStatus"], content["smdpStatus"]].filter((state) => state !== undefined);
        return [notifyType, ...states].join(" ");
      });
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
