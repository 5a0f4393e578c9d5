import type { EpochMs } from "./time.ts";

/** The instants of the tenant's clock at which a rule strikes. */
export interface FaultWindow {
  readonly from: EpochMs;
  /** Null: for good. The instant itself is no longer inside. */
  readonly until: EpochMs | null;
  /** Open for `forMs` at the beginning of every `everyMs`, counted from `from`; null: all the time. */
  readonly recurring: { readonly everyMs: number; readonly forMs: number } | null;
}

/** Whether a window is open at an instant. */
export function isOpen(window: FaultWindow, at: EpochMs): boolean {
  if (at < window.from || isOver(window, at)) return false;
  const { recurring } = window;
  return recurring === null || (at - window.from) % recurring.everyMs < recurring.forMs;
}

/** Whether a window will never be open again. */
export function isOver(window: FaultWindow, at: EpochMs): boolean {
  return window.until !== null && at >= window.until;
}
