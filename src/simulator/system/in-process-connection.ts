import type { Silence, TransportFault } from "../kernel/fault-effects.ts";
import { chunksOf, partOf } from "./connection-faults.ts";
import { sleep } from "./wall-clock.ts";

/** What the connection of an answer would have done to it; what a real fetch would reject with is thrown. */
export async function receive(
  response: Response,
  fault: TransportFault | undefined,
  signal: AbortSignal,
): Promise<Response> {
  if (fault === undefined || fault.when === "sent") return response;
  if (fault.when === "within") return arriving(response, fault, signal);
  if (fault.kind === "hang") await silence(fault, signal);
  throw new TypeError("fetch failed", { cause: new Error(CAUSES[fault.kind]) });
}

const CAUSES = {
  reset: "the connection was reset",
  hang: "the connection was closed without an answer",
  close: "the connection was closed without an answer",
  noise: "what came is not HTTP",
} as const;

/** Rejects as soon as the caller gives up, as a real fetch does, whatever the sandbox is still doing. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Waits for the end of a silence; rejects when the caller gives up. The timer keeps no process alive. */
async function silence({ forMs, whenLifted }: Silence, signal: AbortSignal): Promise<void> {
  const forget: (() => void)[] = [];
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, forMs).unref();
    forget.push(() => clearTimeout(timer), whenLifted(resolve));
  });
  try {
    await orAborted(over, signal);
  } finally {
    for (const one of forget) one(); // however it ended: nobody waits for the others any more
  }
}

async function arriving(
  response: Response,
  fault: Extract<TransportFault, { when: "within" }>,
  signal: AbortSignal,
): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  const parts = partsOf({ fault, body, signal });
  // Nothing is taken ahead of the reader: what breaks a stream also drops what was not read yet.
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  if (fault.kind === "length") headers.set("content-length", String(Math.max(0, body.length + fault.by)));
  return new Response(stream, { status: response.status, headers });
}

/** The parts of a body as they come in; throws what a real body would reject with. */
async function* partsOf({
  fault,
  body,
  signal,
}: {
  readonly fault: Extract<TransportFault, { when: "within" }>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
}): AsyncGenerator<Uint8Array, void> {
  if (fault.kind === "slow") {
    let [from, atMs] = [0, 0];
    for (const { end, dueMs } of chunksOf(fault, body.length)) {
      await orAborted(sleep(dueMs - atMs), signal);
      yield body.subarray(from, end);
      [from, atMs] = [end, dueMs];
    }
    return;
  }
  if (fault.kind === "length") {
    yield body.subarray(0, Math.max(0, body.length + Math.min(0, fault.by)));
    if (fault.by > 0) throw terminated("the other side closed before the announced length");
    return;
  }
  const part = body.subarray(0, partOf(fault.afterBytes, body.length));
  if (part.length > 0) yield part;
  if (fault.kind === "hang") await silence(fault, signal);
  throw terminated(fault.kind === "reset" ? "the connection was reset" : "the other side closed");
}

function terminated(cause: string): TypeError {
  return new TypeError("terminated", { cause: new Error(cause) });
}
