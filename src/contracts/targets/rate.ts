import type { Target } from "./target.ts";

/** Lets calls pass at a rate, however many workers ask. */
export interface Rate {
  /** Resolves when the next call may be sent; in the order of asking. */
  take(): Promise<void>;
}

/** What a rate is made with; the clock and the waiting are the caller's. */
export interface RateSettings {
  readonly perSecond: number;
  /** Calls that may pass at once after a rest; default 1: evenly spaced, so that no second ever holds more. */
  readonly burst?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Makes a token bucket. It keeps one number: when the bucket will be full again. */
export function createRate({ perSecond, burst = 1, now, sleep }: RateSettings): Rate {
  const everyMs = 1000 / perSecond;
  let fullAt = Number.NEGATIVE_INFINITY;
  return {
    take: async () => {
      const at = now();
      const waitMs = Math.max(0, fullAt - at - (burst - 1) * everyMs);
      fullAt = Math.max(fullAt, at) + everyMs; // taken before waiting, so that the next one who asks waits longer
      if (waitMs > 0) await sleep(waitMs);
    },
  };
}

/** The same target, called at most at a rate. */
export function withRate(target: Target, rate: Rate): Target {
  return {
    name: target.name,
    capabilities: target.capabilities,
    control: target.control,
    credentials: (provider, who) => target.credentials(provider, who),
    send: async (provider, call) => {
      await rate.take();
      return target.send(provider, call);
    },
    tenantHeader: target.tenantHeader,
    sendControl: target.sendControl,
    close: () => target.close(),
  };
}
