import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Silence, TransportFault } from "../kernel/fault-effects.ts";

/** Wall milliseconds between the last byte that arrives and a break, so that a client reads that byte before it hears of the break. */
const SETTLING_MS = 20;

/** Applies faults to the connections of one listener. */
export class ConnectionFaults {
  readonly #held = new Set<Socket>();

  /** Takes over the connection of a response; says whether the response is still to be sent by the caller. */
  async apply(fault: TransportFault, response: Response, outgoing: ServerResponse): Promise<"sent" | "to-send"> {
    const { socket } = outgoing.req;
    if (fault.when === "sent") {
      outgoing.once("finish", () => setImmediate(() => reset(socket)));
      return "to-send";
    }
    if (fault.when === "instead") this.#breakInstead(fault, socket);
    else await this.#sendPart(fault, response, outgoing);
    return "sent";
  }

  /** Ends every connection that hangs on purpose. */
  release(): void {
    for (const socket of this.#held) socket.destroy();
  }

  #breakInstead(fault: Extract<TransportFault, { when: "instead" }>, socket: Socket): void {
    switch (fault.kind) {
      case "reset":
        reset(socket);
        break;
      case "hang":
        this.#hold(socket, fault);
        break;
      case "close":
        socket.end();
        break;
      case "noise":
        socket.end(Buffer.from(fault.hex, "hex"));
    }
  }

  async #sendPart(
    fault: Extract<TransportFault, { when: "within" }>,
    response: Response,
    outgoing: ServerResponse,
  ): Promise<void> {
    const body = Buffer.from(await response.arrayBuffer());
    const headers: Record<string, string | number> = Object.fromEntries(response.headers);
    headers["content-length"] = fault.kind === "length" ? Math.max(0, body.length + fault.by) : body.length;
    if (fault.kind !== "slow") headers["connection"] = "close";
    outgoing.writeHead(response.status, headers);
    outgoing.flushHeaders();
    if (fault.kind === "slow") return sendSlowly(fault, body, outgoing);
    const { socket } = outgoing.req;
    if (fault.kind === "length") {
      outgoing.write(body);
      socket.write("", () => settle(() => socket.end()));
      return;
    }
    const part = body.subarray(0, partOf(fault.afterBytes, body.length));
    if (part.length > 0) outgoing.write(part);
    if (fault.kind === "hang") return this.#hold(socket, fault);
    const end = fault.kind === "reset" ? () => reset(socket) : () => socket.end();
    socket.write("", () => settle(end));
  }

  #hold(socket: Socket, { forMs, whenLifted }: Silence): void {
    if (socket.destroyed) return;
    this.#held.add(socket);
    const end = setTimeout(() => socket.destroy(), forMs);
    const forget = whenLifted(() => socket.destroy());
    socket.once("close", () => {
      clearTimeout(end);
      forget();
      this.#held.delete(socket);
    });
    socket.resume(); // a client that goes away is noticed only while somebody reads
  }
}

/** Ends a connection when its client has had time to read; one in this process reads even when it was busy all that time. */
function settle(end: () => void): void {
  setTimeout(() => setImmediate(end), SETTLING_MS);
}

/** How many bytes arrive before a break: half of them unless told otherwise, and never all. */
export function partOf(afterBytes: number | null, length: number): number {
  return Math.min(afterBytes ?? Math.floor(length / 2), Math.max(0, length - 1));
}

/** Where the chunks of a slow body end, and how many wall milliseconds after its beginning each is due. */
export function chunksOf(
  fault: Extract<TransportFault, { kind: "slow" }>,
  length: number,
): { readonly end: number; readonly dueMs: number }[] {
  const count = "chunks" in fault ? Math.max(1, Math.min(fault.chunks, length)) : Math.ceil(length / fault.chunkBytes);
  return Array.from({ length: count }, (_, index) => {
    if ("chunks" in fault) {
      const dueMs = count === 1 ? fault.overMs : (index * fault.overMs) / (count - 1);
      return { end: Math.round((length * (index + 1)) / count), dueMs };
    }
    return { end: Math.min(length, (index + 1) * fault.chunkBytes), dueMs: (index + 1) * fault.everyMs };
  });
}

/** Each chunk is due by the clock and not by the one before it, so that late timers do not add up. */
function sendSlowly(fault: Extract<TransportFault, { kind: "slow" }>, body: Buffer, outgoing: ServerResponse): void {
  const beganAt = performance.now();
  const chunks = chunksOf(fault, body.length);
  let [next, from] = [0, 0];
  const step = (): void => {
    const chunk = chunks[next];
    if (outgoing.destroyed) return;
    if (chunk === undefined) {
      outgoing.end();
      return;
    }
    const leftMs = beganAt + chunk.dueMs - performance.now();
    if (leftMs > 0) {
      setTimeout(step, leftMs);
      return;
    }
    outgoing.write(body.subarray(from, chunk.end));
    from = chunk.end;
    next += 1;
    step();
  };
  step();
}

/**
 * Breaks a connection with RST. `resetAndDestroy` alone would say FIN first, which a client takes for an orderly end; with its mark set
 * `destroy` sends RST at once, and should the mark lose its meaning it still closes.
 */
function reset(socket: Socket): void {
  Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
}
